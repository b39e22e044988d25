//! What operators and faults do to load balancers: a lost node, a zonal shift, a checked path that fails, a target taken
//! out, another weight. Layers by event, each of which ends by itself.

use ninepins_model::PartId;
use ninepins_report::{Because, CauseKind, Outcome};

use super::TargetState;
use crate::attempt::Attempt;
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot};
use crate::layer::{lay, lay_with};
use crate::parts::instance::Life;

impl Engine {
    fn balancer_of(&self, id: &PartId) -> Option<usize> {
        let part = self.part_index(id)?;
        self.balancers.iter().position(|balancer| balancer.part == part)
    }

    /// The node of a load balancer in a zone is lost, or replaced.
    pub(crate) fn lose_node(&mut self, id: &PartId, zone: &str, event: u32, on: bool) -> u32 {
        let (Some(balancer), Some(zone)) = (self.balancer_of(id), self.network.zone_named(zone)) else { return 0 };
        let mut nodes = self.balancers[balancer].nodes.iter().copied();
        let Some(node) = nodes.find(|node| self.nodes[*node as usize].place.zone == zone) else { return 0 };
        lay(&mut self.nodes[node as usize].losses, event, on);
        self.node_power_changed(node);
        1
    }

    /// Traffic is shifted away from a zone, or comes back. With cross-zone balancing the load balancer must allow it (ALB-56).
    pub(crate) fn shift_zone(&mut self, id: &PartId, zone: &str, event: u32, on: bool) -> u32 {
        let (Some(index), Some(zone)) = (self.balancer_of(id), self.network.zone_named(zone)) else { return 0 };
        let balancer = &self.balancers[index];
        let crosses = balancer.groups.iter().any(|group| self.groups[usize::from(*group)].cross_zone);
        let has_node = balancer.nodes.iter().any(|node| self.nodes[*node as usize].place.zone == zone);
        if !has_node || (crosses && !balancer.zonal_shift) {
            return 0;
        }
        lay_with(&mut self.balancers[index].shifts, event, on.then_some(zone));
        self.refresh_dns(index, Because::Event(event));
        1
    }

    /// The checked path of a part's application answers with another status, or as before.
    pub(crate) fn spoil_path(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let Some(part) = self.part_index(id) else { return 0 };
        let instances = &self.instances;
        let mut concerned = 0;
        for group in &mut self.groups {
            let is_own = |target: &&super::Target| instances[target.instance as usize].part == part;
            concerned += group.targets.iter().filter(is_own).count() as u32;
            lay_with(&mut group.bad_paths, event, on.then_some(part));
        }
        concerned
    }

    /// The target group that a part is in gets another weight, or has its own again.
    pub(crate) fn weigh_group(&mut self, id: &PartId, weight: u32, event: u32, on: bool) -> u32 {
        let Some(part) = self.part_index(id) else { return 0 };
        let instances = &self.instances;
        let mut concerned = 0;
        for group in self.groups.iter_mut().filter(|group| !group.is_network) {
            let is_own = |target: &super::Target| instances[target.instance as usize].part == part;
            if group.target_part != part && !group.targets.iter().any(is_own) {
                continue;
            }
            concerned += 1;
            lay_with(&mut group.weights, event, on.then_some(weight.min(999)));
        }
        concerned
    }

    /// An operator takes an instance out of its target groups, or registers it again.
    pub(crate) fn deregister(&mut self, instance: u32, event: u32, on: bool) {
        if on {
            self.deregistrations.push((event, instance));
            for group in 0..self.groups.len() {
                self.drain_target(group, instance, Because::Event(event));
            }
            return;
        }
        self.deregistrations.retain(|(layer, _)| *layer != event);
        if self.deregistrations.iter().any(|(_, other)| *other == instance)
            || self.instances[instance as usize].life != Life::InService
        {
            return;
        }
        for group in self.target_groups_of(instance) {
            self.register_again(group, instance, event);
        }
    }

    /// The end of a deregistration: finds the instance by the event.
    pub(crate) fn register_back(&mut self, event: u32) {
        let found = self.deregistrations.iter().find(|(layer, _)| *layer == event).map(|(_, instance)| *instance);
        if let Some(instance) = found {
            self.deregister(instance, event, false);
        }
    }

    fn register_again(&mut self, group: u16, instance: u32, event: u32) {
        let targets = &mut self.groups[usize::from(group)].targets;
        let Some(target) = targets.iter_mut().find(|target| target.instance == instance) else {
            return self.register_target(group, instance, false);
        };
        target.draining = false;
        target.drain_ends = SimTime::NEVER;
        target.states.fill(TargetState::Initial);
        target.reported_healthy = false;
        target.reported_unhealthy = None;
        self.group_changed(usize::from(group), Because::Event(event));
    }

    /// No new request goes to a target; those in flight may finish until the delay ends (ALB-29).
    fn drain_target(&mut self, group: usize, instance: u32, because: Because) {
        let ends = self.now + self.groups[group].deregistration_delay;
        let mut targets = self.groups[group].targets.iter_mut();
        let Some(target) = targets.find(|target| target.instance == instance && !target.draining) else { return };
        target.draining = true;
        target.drain_ends = ends;
        self.queue.push(ends, Kind::TargetDrained as u8, group as u32, instance);
        self.group_changed(group, because);
    }

    /// A deregistered target's delay is over: requests that are still in flight end with a 502 (ALB-31).
    pub(crate) fn target_drained(&mut self, group_index: u16, instance: u32) {
        let now = self.now;
        let group = &self.groups[usize::from(group_index)];
        let is_over =
            |target: &super::Target| target.instance == instance && target.draining && target.drain_ends <= now;
        if !group.targets.iter().any(is_over) {
            return;
        }
        let event = self.deregistrations.iter().find(|(_, gone)| *gone == instance).map(|(event, _)| *event);
        let because = event.map_or(Because::Configuration, Because::Event);
        let part = self.instances[instance as usize].part;
        let is_late =
            |attempt: &Attempt| attempt.outstanding && attempt.group == group_index && attempt.instance == instance;
        let late: Vec<Slot> =
            self.attempts.iter().filter(|(_, attempt)| is_late(attempt)).map(|(slot, _)| slot).collect();
        for slot in late {
            let slot = self.detach(slot);
            self.answer_from_node(slot, Outcome::BadGateway, cause(CauseKind::Deregistered, part, because));
        }
        self.end_flows(group_index, instance);
        self.deregister_target(usize::from(group_index), instance, because);
    }

    fn target_groups_of(&self, instance: u32) -> Vec<u16> {
        let group = self.instances[instance as usize].scaling_group;
        match self.scaling_groups.get(group as usize) {
            Some(group) => group.blueprint.target_groups.clone(),
            None => {
                let mut singles = self.single_instances.iter();
                singles
                    .find(|(single, _)| *single == instance)
                    .map_or_else(Vec::new, |(_, blueprint)| blueprint.target_groups.clone())
            }
        }
    }
}
