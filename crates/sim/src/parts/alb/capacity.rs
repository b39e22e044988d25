//! Capacity: what a load balancer can take grows with its traffic (ALB-50 to ALB-53), and what it takes is counted in LCUs
//! (ALB-49, NLB-15).

use ninepins_model::fact;
use ninepins_model::parts::{lcus, nlcus};

use crate::engine::Engine;
use crate::kernel::{Slot, Span};

/// What a load balancer can take.
#[derive(Clone, Debug)]
pub(crate) struct Capacity {
    /// LCUs at present; without bound for a Network Load Balancer.
    pub(crate) lcus: f64,
    /// Growth in a minute, as a factor.
    pub(crate) growth: f64,
    /// Traffic above this share of the capacity makes it grow.
    pub(crate) headroom: f64,
    /// Most LCUs asked for in a second of this minute.
    pub(crate) peak: f64,
    /// The most new connections, rule evaluations and bytes in a second.
    pub(crate) limits: [u64; 3],
}

/// What was used in this second; the fields from `active` on outlive it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Usage {
    /// New connections or flows.
    pub(crate) connections: u32,
    /// Rule evaluations beyond the free ones.
    pub(crate) rules: u32,
    pub(crate) bytes: u64,
    /// Connections turned away.
    pub(crate) rejected: u32,
    /// Resets sent by a Network Load Balancer.
    pub(crate) resets: u32,
    /// Connections that found no port (NLB-08).
    pub(crate) port_errors: u32,
    /// Connections open at the last count.
    pub(crate) active: u32,
}

/// How often open connections are counted, in seconds: a scan over all clients.
const COUNT_EVERY_S: u64 = 10;
/// Bytes of an edge's fetch and of its answer, for which no source says them.
pub(crate) const FETCH_BYTES: [u64; 2] = [fact::REQUEST_BYTES.whole() as u64, fact::ASSET_BYTES.whole() as u64];

impl Capacity {
    /// A capacity of so many LCUs.
    pub(crate) fn new(lcus: f64, growth_percent: f64) -> Self {
        let five_minutes = 1.0 + growth_percent / 100.0;
        let mut capacity = Capacity {
            lcus,
            growth: libm::pow(five_minutes, 0.2),
            headroom: five_minutes,
            peak: 0.0,
            limits: [u64::MAX; 3],
        };
        capacity.spread(1.0);
        capacity
    }

    /// What nothing limits.
    pub(crate) const fn unlimited() -> Self {
        Capacity { lcus: f64::INFINITY, growth: 1.0, headroom: 1.0, peak: 0.0, limits: [u64::MAX; 3] }
    }

    /// Sets the limits, given the share of the nodes that are up: each has its part of the capacity (ALB-51).
    fn spread(&mut self, share: f64) {
        let lcus = self.lcus * share;
        // A float too large for the integer becomes its maximum.
        self.limits = [lcus * 25.0, lcus * 1000.0, lcus * 1e9 / 3600.0].map(|limit| limit.ceil() as u64);
    }

    /// A minute is over: traffic that comes near the capacity makes it grow, by about half in five minutes.
    fn minute(&mut self) {
        let wanted = self.peak * self.headroom;
        if wanted > self.lcus {
            self.lcus = wanted.min(self.lcus * self.growth);
        }
        self.peak = 0.0;
    }
}

impl Usage {
    /// A new second begins.
    pub(crate) fn next_second(&mut self) {
        *self = Usage { active: self.active, ..Usage::default() };
    }
}

impl Engine {
    /// Counts a client's new connection, and says whether the load balancer can take it (ALB-52).
    pub(crate) fn admits_connection(&mut self, balancer: usize) -> bool {
        let balancer = &mut self.balancers[balancer];
        balancer.usage.connections += 1;
        let is_taken = u64::from(balancer.usage.connections) <= balancer.capacity.limits[0];
        balancer.usage.rejected += u32::from(!is_taken);
        is_taken
    }

    /// Counts a request, and says whether the load balancer can take it.
    pub(crate) fn admits_request(&mut self, slot: Slot, balancer: usize) -> bool {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return true };
        let class = attempt.class as usize;
        let bytes: u64 = match self.users.get(usize::from(attempt.users)) {
            Some(users) => users.bytes.iter().map(|bytes| u64::from(bytes[class])).sum(),
            None => self.call_bytes(slot).iter().sum(),
        };
        let balancer = &mut self.balancers[balancer];
        balancer.usage.bytes += bytes;
        u64::from(balancer.usage.rules) <= balancer.capacity.limits[1]
            && balancer.usage.bytes <= balancer.capacity.limits[2]
    }

    /// LCUs, or NLCUs, of the second that ends.
    pub(crate) fn consumed_lcus(&self, index: usize) -> f64 {
        let balancer = &self.balancers[index];
        let usage = &balancer.usage;
        let (connections, active) = (f64::from(usage.connections), f64::from(usage.active));
        let gigabytes = usage.bytes as f64 * 3600.0 / 1e9;
        match balancer.flows {
            Some(_) => nlcus(connections, active, gigabytes),
            None => lcus(connections, active, gigabytes, f64::from(usage.rules)),
        }
    }

    /// A second ends.
    pub(crate) fn balancers_second(&mut self) {
        let second = self.now.as_ns() / 1_000_000_000;
        for index in 0..self.balancers.len() {
            if second.is_multiple_of(COUNT_EVERY_S) {
                let active = self.count_connections(index);
                self.balancers[index].usage.active = active;
            }
            let asked = self.consumed_lcus(index);
            let nodes = self.balancers[index].nodes.iter();
            let up = nodes.filter(|node| self.nodes[**node as usize].down.is_none()).count() as f64;
            let balancer = &mut self.balancers[index];
            if balancer.flows.is_some() {
                self.free_ports(index);
                continue;
            }
            balancer.capacity.peak = balancer.capacity.peak.max(asked);
            if second.is_multiple_of(60) {
                balancer.capacity.minute();
            }
            balancer.capacity.spread(up / balancer.nodes.len().max(1) as f64);
        }
        self.weigh_anomalies();
    }

    /// Connections that clients keep open to a load balancer.
    fn count_connections(&mut self, index: usize) -> u32 {
        let now = self.now;
        let balancer = &self.balancers[index];
        let (flows, limit) = (balancer.flows.is_some(), balancer.idle_timeout);
        let mut count = 0;
        let mut by_target: Vec<(u32, u32)> = Vec::new();
        for (source, users) in self.users.iter().enumerate() {
            if users.keep_alive == Span::ZERO {
                continue;
            }
            let idle = if flows && users.probes(limit) { users.keep_alive } else { users.keep_alive.min(limit) };
            for (host, address, epoch, last_used) in users.hosts.connected() {
                let node = self.nodes.get(address as usize);
                let leads_here = node.is_some_and(|node| usize::from(node.balancer) == index && node.epoch == epoch);
                if leads_here && users.leads_to(host, index) && last_used + idle > now {
                    count += 1;
                    if let Some(instance) = self.flow_target(index, source, host) {
                        match by_target.iter_mut().find(|(target, _)| *target == instance) {
                            Some((_, flows)) => *flows += 1,
                            None => by_target.push((instance, 1)),
                        }
                    }
                }
            }
        }
        if flows {
            self.count_ports(index, &by_target);
        }
        count
    }
}
