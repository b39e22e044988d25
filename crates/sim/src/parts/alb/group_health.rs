//! Group health: with too few healthy targets a node sends requests to all of them, and a zone leaves DNS (ALB-13 to ALB-18,
//! ALB-22, NLB-12).

use ninepins_model::wires::GroupHealth;
use ninepins_report::{Because, LogFact};

use super::TargetState;
use crate::engine::Engine;

/// How few healthy targets are too few.
#[derive(Clone, Debug)]
pub(crate) struct Thresholds {
    pub(crate) settings: GroupHealth,
}

impl Thresholds {
    /// Whether so few of so many are too few to choose among.
    fn opens(&self, healthy: u32, all: u32) -> bool {
        is_below(healthy, all, self.settings.routing_count, self.settings.routing_percent)
    }

    /// Whether so few of so many are too few for DNS.
    fn leaves_dns(&self, healthy: u32, all: u32) -> bool {
        is_below(healthy, all, self.settings.dns_count, self.settings.dns_percent)
    }
}

fn is_below(healthy: u32, all: u32, count: u32, percent: f64) -> bool {
    healthy < count.max(1) || f64::from(healthy) * 100.0 < percent * f64::from(all)
}

impl Engine {
    /// A target's state, a registration or a node changed: which nodes send to all targets, and which zones leave DNS.
    pub(crate) fn group_changed(&mut self, group_index: usize, because: Because) {
        let group = &mut self.groups[group_index];
        group.fewest.forget();
        let balancer = &self.balancers[usize::from(group.balancer)];
        let mut any_fit = false;
        for (position, node) in balancer.nodes.iter().enumerate() {
            let zone = self.nodes[*node as usize].place.zone;
            let (mut healthy, mut all) = (0, 0);
            for target in &group.targets {
                // A target that has not passed its first check counts on neither side.
                let state = target.states[position];
                let is_new = state == TargetState::Initial && !group.is_network;
                if !target.draining && !is_new && (group.cross_zone || target.zone == zone) {
                    all += 1;
                    healthy += u32::from(state != TargetState::Unhealthy);
                }
            }
            group.open[position] = group.thresholds.opens(healthy, all);
            // An empty zone of an Application Load Balancer stays in DNS (ALB-21).
            group.unfit[position] = group.thresholds.leaves_dns(healthy, all) && (all > 0 || group.is_network);
            any_fit |= !group.open[position];
        }
        if group.is_network && any_fit {
            // It fails open only when every zone has failed (NLB-12).
            group.open.fill(false);
        }
        let balancer = usize::from(group.balancer);
        self.update_fail_open(group_index, because);
        let because = self.groups[group_index].failing_open.map_or(because, Because::Decision);
        self.refresh_dns(balancer, because);
    }

    /// Says when a node begins to send requests to unhealthy targets (ALB-13).
    fn update_fail_open(&mut self, group_index: usize, because: Because) {
        let group = &self.groups[group_index];
        let balancer = &self.balancers[usize::from(group.balancer)];
        let has_unhealthy = |position: usize| {
            let zone = self.nodes[balancer.nodes[position] as usize].place.zone;
            let mut targets = group.targets.iter();
            targets.any(|target| {
                let in_reach = !target.draining && (group.cross_zone || target.zone == zone);
                in_reach && target.states[position] == TargetState::Unhealthy
            })
        };
        let is_up = |position: usize| self.nodes[balancer.nodes[position] as usize].down.is_none();
        let is_open = (0..group.open.len()).any(|at| group.open[at] && is_up(at) && has_unhealthy(at));
        let (target_part, part) = (group.target_part, balancer.part);
        match (is_open, group.failing_open) {
            (true, None) => {
                let entry = self.log(Some(part), None, LogFact::FailOpen { target: target_part }, because);
                self.groups[group_index].failing_open = Some(entry);
            }
            (false, Some(_)) => self.groups[group_index].failing_open = None,
            _ => {}
        }
    }

    /// Which nodes of a load balancer DNS answers with. With too few healthy targets in every zone it answers with all (ALB-17).
    pub(super) fn refresh_dns(&mut self, balancer: usize, because: Because) {
        let load_balancer = &self.balancers[balancer];
        let is_there = |position: usize| {
            let node = &self.nodes[load_balancer.nodes[position] as usize];
            let is_shifted = load_balancer.shifts.iter().any(|(_, shifted)| *shifted == node.place.zone);
            node.known_down.is_none() && !is_shifted
        };
        let is_fit = |position: usize| {
            let mut groups = load_balancer.groups.iter();
            !groups.any(|group| self.groups[usize::from(*group)].unfit[position])
        };
        let count = load_balancer.nodes.len();
        let any_fit = (0..count).any(|position| is_there(position) && is_fit(position));
        let in_dns: Vec<bool> =
            (0..count).map(|position| is_there(position) && (is_fit(position) || !any_fit)).collect();
        for (position, in_dns) in in_dns.into_iter().enumerate() {
            let node = &mut self.nodes[self.balancers[balancer].nodes[position] as usize];
            if std::mem::replace(&mut node.in_dns, in_dns) == in_dns {
                continue;
            }
            let (part, number) = (node.part, node.number);
            let fact = if in_dns { LogFact::NodeBackInDns } else { LogFact::NodeLeftDns };
            self.log(Some(part), Some(number), fact, because);
        }
    }
}
