//! Network Load Balancer: a client's connection is a flow that goes to one target for life (NLB-01). What passes is packets:
//! a target that is gone is a connection that times out, never a 502.

use ninepins_macros::later;
use ninepins_report::{Because, Cause, CauseKind, Outcome};

use crate::attempt::{NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Slot, Span};
use crate::network::Place;
use crate::parts::alb::TargetState;
use crate::parts::alb::connections::{Kept, forgotten};
use crate::parts::users::{Front, Users};

/// The flows of a Network Load Balancer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flows {
    /// By client and host, over all sources; grows as they come.
    flows: Vec<Flow>,
}

/// A flow: where a client's connection goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flow {
    /// The target, or [`NONE`].
    instance: u32,
    epoch: u32,
    group: u16,
    /// Whether its target has been deregistered and the delay is over.
    ended: bool,
}

const NO_FLOW: Flow = Flow { instance: NONE, epoch: 0, group: 0, ended: false };

/// Ports of a target's connections with translated addresses (NLB-08).
#[derive(Clone, Debug)]
pub(crate) struct Ports {
    /// Connections open at the last count.
    active: u32,
    /// Opened in each of the last sixty seconds, in a ring, and in all of them.
    opened: [u32; 60],
    minute: u32,
}

/// Connections to one target with translated addresses, at a time and in a minute (NLB-08).
const PORTS: u32 = ninepins_model::fact::TARGET_PORTS.whole();

/// What comes of a client's connection to a front.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Opening {
    /// It is open.
    Through,
    /// Packets vanish.
    Vanishes(Cause),
    /// It is refused.
    Refused(Cause),
}

impl Ports {
    /// None is in use.
    pub(crate) const fn new() -> Self {
        Ports { active: 0, opened: [0; 60], minute: 0 }
    }

    /// Takes a port, if there is one: those of connections closed within the last minute are still taken.
    fn take(&mut self, second: u64) -> bool {
        let is_free = self.active.max(self.minute) < PORTS;
        self.opened[(second % 60) as usize] += u32::from(is_free);
        self.minute += u32::from(is_free);
        is_free
    }

    /// What was opened a minute ago is free.
    fn next_second(&mut self, second: u64) {
        self.minute -= std::mem::take(&mut self.opened[(second % 60) as usize]);
    }
}

impl Users {
    /// Whether the operating system probes idle connections before they are forgotten.
    pub(crate) fn probes(&self, idle_timeout: Span) -> bool {
        !self.tcp_keepalive.is_zero() && self.tcp_keepalive < idle_timeout
    }

    /// Whether this client's host leads to a load balancer.
    pub(crate) fn leads_to(&self, host: usize, balancer: usize) -> bool {
        let route = usize::from(self.hosts.get(host).connected_route);
        let front = self.routes.get(route).map(|route| route.front);
        matches!(front, Some(Front::LoadBalancer(index)) if usize::from(index) == balancer)
    }
}

impl Engine {
    /// A client opens a connection to a front. A Network Load Balancer passes it on to a target at once.
    pub(crate) fn open_front(&mut self, front: Front, address: u32, users: usize, host: usize) -> Opening {
        if let Some(why) = self.front_unreachable(front, address)
            && !self.admits_source(self.users[users].part, why)
        {
            return Opening::Vanishes(why);
        }
        if let Some(why) = self.front_refuses(front) {
            return Opening::Refused(why);
        }
        let Front::LoadBalancer(index) = front else { return Opening::Through };
        let index = usize::from(index);
        if !self.admits_connection(index) {
            let part = self.balancers[index].part;
            return Opening::Refused(cause(CauseKind::BalancerCapacity, part, Because::Demand));
        }
        match self.balancers[index].flows {
            Some(_) => self.open_flow(index, address, users, host),
            None => Opening::Through,
        }
    }

    /// A service or an edge location opens a connection for a request through a Network Load Balancer.
    ///
    /// # Errors
    /// What comes of it instead.
    pub(crate) fn flow_of_request(&mut self, slot: Slot, balancer: u16, node: u32) -> Result<(), Opening> {
        if self.balancers[usize::from(balancer)].flows.is_none() {
            return Ok(());
        }
        self.take_flow(slot, balancer, node)
    }

    /// Chooses the target of a new flow and connects to it.
    fn choose_flow(&mut self, balancer: usize, node: u32) -> Result<Flow, Opening> {
        let (part, second) = (self.balancers[balancer].part, self.now.as_ns() / 1_000_000_000);
        let no_target = Opening::Refused(cause(CauseKind::NoTargets, part, Because::Configuration));
        let groups = &self.balancers[balancer].groups;
        let count = groups.len() as u32;
        if count == 0 {
            return Err(no_target);
        }
        let pick = if count == 1 { 0 } else { self.balancers[balancer].choices.below(count) };
        let group_index = self.balancers[balancer].groups[pick as usize];
        let (position, node_place) = {
            let node = &self.nodes[node as usize];
            (usize::from(node.position), node.place)
        };
        let zone = node_place.zone;
        let eligible = self.eligible_for_flow(group_index, position, zone).count() as u32;
        if eligible == 0 {
            self.balancers[balancer].usage.resets += 1;
            return Err(no_target);
        }
        // The hash of the five-tuple: any of them, the same for all packets of the flow.
        let choice = self.balancers[balancer].choices.below(eligible);
        let Some(target) = self.eligible_for_flow(group_index, position, zone).nth(choice as usize) else {
            return Err(no_target);
        };
        let group = &mut self.groups[usize::from(group_index)];
        let target = &mut group.targets[target];
        let preserves = group.preserve_client_ip;
        if target.ports.as_mut().is_some_and(|ports| !ports.take(second)) {
            self.balancers[balancer].usage.port_errors += 1;
            return Err(Opening::Vanishes(cause(CauseKind::PortExhaustion, part, Because::Demand)));
        }
        let instance = target.instance;
        let server = &self.instances[instance as usize];
        let (server_part, epoch) = (server.part, server.epoch);
        if let Some(because) = server.down {
            return Err(Opening::Vanishes(cause(server.down_kind, server_part, because)));
        }
        let blocked = match preserves {
            true => self.network.blocked_as_outsider(node_place, server.place),
            false => self.network.blocked(Some(node_place), server.place),
        };
        if let Some(why) = blocked {
            return Err(Opening::Vanishes(why));
        }
        if !server.is_listening() {
            return Err(Opening::Refused(cause(CauseKind::InstanceStarting, server_part, server.because)));
        }
        Ok(Flow { instance, epoch, group: group_index, ended: false })
    }

    /// Targets that a new flow at a node may go to.
    fn eligible_for_flow(&self, group: u16, position: usize, zone: u16) -> impl Iterator<Item = usize> {
        let group = &self.groups[usize::from(group)];
        let shifts = &self.balancers[usize::from(group.balancer)].shifts;
        let may = move |target: &crate::parts::alb::Target| {
            let stays = shifts.iter().all(|(_, zone)| *zone != target.zone);
            stays && group.is_eligible(target, position, zone)
        };
        group.targets.iter().enumerate().filter(move |(_, target)| may(target)).map(|(index, _)| index)
    }

    fn reset_flow(&mut self, balancer: usize, kind: CauseKind) -> Kept {
        self.balancers[balancer].usage.resets += 1;
        forgotten(kind, self.balancers[balancer].part)
    }

    /// A deregistered target's delay is over: with connection termination its flows are reset (NLB-11).
    pub(crate) fn end_flows(&mut self, group: u16, instance: u32) {
        let group_settings = &self.groups[usize::from(group)];
        if !group_settings.termination {
            return;
        }
        let Some(flows) = self.balancers[usize::from(group_settings.balancer)].flows.as_mut() else { return };
        for flow in flows.flows.iter_mut().filter(|flow| flow.instance == instance && flow.group == group) {
            flow.ended = true;
        }
    }

    /// The target of a client's flow.
    pub(crate) fn flow_target(&self, balancer: usize, users: usize, host: usize) -> Option<u32> {
        let flows = self.balancers[balancer].flows.as_ref()?;
        let flow = flows.flows.get(self.place_of_flow(users, host))?;
        (flow.instance != NONE).then_some(flow.instance)
    }

    fn place_of_flow(&self, users: usize, host: usize) -> usize {
        self.users[..users].iter().map(|users| users.hosts.len()).sum::<usize>() + host
    }
}

#[later]
impl Engine {
    fn take_flow(&mut self, slot: Slot, balancer: u16, node: u32) -> Result<(), Opening> {
        let flow = self.choose_flow(usize::from(balancer), node)?;
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            (attempt.instance, attempt.instance_epoch, attempt.group) = (flow.instance, flow.epoch, flow.group);
        }
        Ok(())
    }

    /// A client opens a flow.
    fn open_flow(&mut self, balancer: usize, node: u32, users: usize, host: usize) -> Opening {
        let place = self.place_of_flow(users, host);
        let chosen = self.choose_flow(balancer, node);
        let Some(flows) = self.balancers[balancer].flows.as_mut() else { return Opening::Through };
        if flows.flows.len() <= place {
            flows.flows.resize(place + 1, NO_FLOW);
        }
        flows.flows[place] = *chosen.as_ref().unwrap_or(&NO_FLOW);
        chosen.err().unwrap_or(Opening::Through)
    }

    /// How a client finds the flow that it kept: on an idle one the next packet is answered with a reset (NLB-04), and so it is
    /// when the target has become unhealthy (NLB-13).
    pub(crate) fn kept_flow(&mut self, index: u16, users: usize, host: usize) -> Kept {
        let now = self.now;
        let index = usize::from(index);
        let limit = self.balancers[index].idle_timeout;
        let source = &self.users[users];
        let known = source.hosts.get(host);
        let is_idle = now - known.last_used >= limit && !source.probes(limit);
        let position = self.nodes.get(known.connected as usize).map_or(0, |node| usize::from(node.position));
        let place = self.place_of_flow(users, host);
        let flow = self.balancers[index].flows.as_ref().and_then(|flows| flows.flows.get(place)).copied();
        let flow = flow.unwrap_or(NO_FLOW);
        let Some(server) = self.instances.get(flow.instance as usize) else {
            return self.reset_flow(index, CauseKind::FlowIdle);
        };
        if is_idle {
            return self.reset_flow(index, CauseKind::FlowIdle);
        }
        if flow.ended {
            return self.reset_flow(index, CauseKind::Deregistered);
        }
        let group = &self.groups[usize::from(flow.group)];
        let target = group.place_of(flow.instance).map(|place| &group.targets[place]);
        let is_unhealthy = target.is_some_and(|target| target.states.get(position) == Some(&TargetState::Unhealthy));
        if is_unhealthy && group.unhealthy_termination && !group.open.get(position).copied().unwrap_or(false) {
            return self.reset_flow(index, CauseKind::TargetUnhealthy);
        }
        if let Some(because) = server.down {
            return Kept::Lost(cause(server.down_kind, server.part, because));
        }
        let node = self.nodes.get(known.connected as usize);
        if let Some(why) = node.and_then(|node| self.network.severed(Some(node.place), server.place)) {
            return Kept::Lost(why);
        }
        if server.epoch != flow.epoch {
            // The target is not the one that knew the connection: it answers with a reset itself.
            return Kept::Reset(cause(CauseKind::InstanceStarting, server.part, server.because));
        }
        Kept::Open
    }

    /// A request of a flow reaches a node, which passes it on. From here on it is between the client and the target.
    pub(crate) fn flow_packet(&mut self, slot: Slot, balancer: usize, place: Place) {
        let now = self.now;
        self.admits_request(slot, balancer);
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let load_balancer = &self.balancers[balancer];
        let flow = if attempt.origin == Origin::Client && !attempt.via_edge {
            let users = usize::from(attempt.users);
            let host = attempt.client as usize * 2 + usize::from(attempt.class != ninepins_report::Class::Asset);
            let at = self.place_of_flow(users, host);
            load_balancer.flows.as_ref().and_then(|flows| flows.flows.get(at)).copied().unwrap_or(NO_FLOW)
        } else {
            Flow { instance: attempt.instance, epoch: attempt.instance_epoch, group: attempt.group, ended: false }
        };
        let (part, added) = (load_balancer.part, load_balancer.added_latency);
        let Some(server) = self.instances.get(flow.instance as usize) else {
            let why = cause(CauseKind::NoTargets, part, Because::Configuration);
            return self.answer_from_node(slot, Outcome::Reset, why);
        };
        // The answer goes back through the node as well.
        let to = server.place;
        let delay = added + self.network.round_trip(place, to);
        self.count_crossing(slot, part, place, to);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.instance = flow.instance;
        attempt.instance_epoch = flow.epoch;
        attempt.group = flow.group;
        attempt.node = NONE;
        attempt.step = Step::Travelling;
        self.queue.push(now + delay, Kind::AtInstance as u8, slot.generation, slot.index);
    }

    /// Notes how many connections to each target are open.
    pub(crate) fn count_ports(&mut self, balancer: usize, flows: &[(u32, u32)]) {
        for group in &self.balancers[balancer].groups {
            for target in &mut self.groups[usize::from(*group)].targets {
                let own = flows.iter().find(|(instance, _)| *instance == target.instance);
                if let Some(ports) = target.ports.as_mut() {
                    ports.active = own.map_or(0, |(_, count)| *count);
                }
            }
        }
    }

    /// A second ends: ports of connections opened a minute ago are free, if they were closed.
    pub(crate) fn free_ports(&mut self, balancer: usize) {
        let second = self.now.as_ns() / 1_000_000_000;
        for group in &self.balancers[balancer].groups {
            for target in &mut self.groups[usize::from(*group)].targets {
                if let Some(ports) = target.ports.as_mut() {
                    ports.next_second(second);
                }
            }
        }
    }
}

impl Flows {
    /// Bytes, for a checkpoint's estimate.
    pub(crate) fn bytes(&self) -> usize {
        self.flows.len() * size_of::<Flow>()
    }
}
