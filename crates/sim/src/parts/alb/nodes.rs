//! Nodes: which one DNS answers with, and what the loss of one brings with it, at once and when it is noticed.

use ninepins_report::{Because, CauseKind};

use crate::attempt::{NONE, Origin};
use crate::engine::Engine;
use crate::event::Kind;

impl Engine {
    /// A node that DNS answers with; all of them if none is in DNS (ALB-17). [`NONE`] without nodes.
    pub(crate) fn resolve_node(&mut self, balancer: usize) -> u32 {
        let in_dns = self.balancers[balancer].nodes.iter().filter(|node| self.nodes[**node as usize].in_dns).count();
        let load_balancer = &mut self.balancers[balancer];
        if load_balancer.nodes.is_empty() {
            return NONE;
        }
        let all = in_dns == 0;
        let count = if all { load_balancer.nodes.len() } else { in_dns };
        let pick = load_balancer.choices.below(count as u32) as usize;
        let nodes = &self.nodes;
        load_balancer.nodes.iter().copied().filter(|node| all || nodes[*node as usize].in_dns).nth(pick).unwrap_or(NONE)
    }

    /// Whether a node has power and its zone a network, so that its opinion counts.
    pub(crate) fn is_node_up(&self, index: u32) -> bool {
        let node = &self.nodes[index as usize];
        node.down.is_none() && self.network.zones[usize::from(node.place.zone)].cuts.is_empty()
    }

    /// Whether a node is down may have changed: with its zone's power, or by itself.
    pub(crate) fn node_power_changed(&mut self, index: u32) {
        let now = self.now;
        let node = &self.nodes[index as usize];
        let down = self.network.outage(node.place.zone).or(node.losses.first().map(|event| Because::Event(*event)));
        let was_down = node.down.is_some();
        let node = &mut self.nodes[index as usize];
        node.down = down;
        if was_down == down.is_some() {
            return;
        }
        node.epoch += 1;
        let detection = self.balancers[usize::from(node.balancer)].node_detection;
        self.queue.push(now + detection, Kind::NodeDetection as u8, 0, index);
        if let Some(because) = down {
            self.lose_attempts(CauseKind::NodeDown, because, |attempt| {
                attempt.node == index && attempt.origin != Origin::Check
            });
        }
        let (balancer, position) =
            (self.nodes[index as usize].balancer, usize::from(self.nodes[index as usize].position));
        for group in self.balancers[usize::from(balancer)].groups.clone() {
            for target in &mut self.groups[usize::from(group)].targets {
                if let Some(idle) = target.idle.get_mut(position) {
                    idle.clear();
                }
            }
            self.group_changed(usize::from(group), down.unwrap_or(Because::Configuration));
        }
    }

    /// A change of a node is noticed: it leaves DNS or comes back.
    pub(crate) fn node_detected(&mut self, index: u32) {
        let node = &mut self.nodes[index as usize];
        let cut = self.network.zones[usize::from(node.place.zone)].cuts.first();
        node.known_down = node.down.or(cut.map(|event| Because::Event(*event)));
        let (balancer, because) = (usize::from(node.balancer), node.known_down.unwrap_or(Because::Configuration));
        self.refresh_dns(balancer, because);
    }
}
