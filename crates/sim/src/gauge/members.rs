//! The members of parts as they are drawn: nodes of load balancers, instances, nodes of caches, members of databases.

use ninepins_macros::rare;
use ninepins_report::{MemberRole, MemberState, MemberView};

use super::STRAINED;
use crate::engine::Engine;
use crate::parts::alb::{Node, TargetState};
use crate::parts::elasticache::Cache;
use crate::parts::instance::Life;
use crate::parts::rds::DatabaseMember;

#[rare]
impl Engine {
    pub(super) fn member_views(&self) -> Vec<MemberView> {
        let nodes = self.nodes.iter().map(|node| self.node_view(node));
        // A terminated instance is shown until its group has noticed; one outside a group stays.
        let shown = (0..self.instances.len()).filter(|index| {
            let instance = &self.instances[*index];
            let group = self.scaling_groups.get(instance.scaling_group as usize);
            instance.life != Life::Terminated || group.is_none_or(|group| group.members.contains(&(*index as u32)))
        });
        let instances = shown.map(|index| self.instance_view(index as u32));
        let caches = self.caches.iter().flat_map(|cache| self.cache_views(cache));
        let databases = self.members.iter().map(|member| self.database_view(member));
        nodes.chain(instances).chain(caches).chain(databases).collect()
    }

    fn node_view(&self, node: &Node) -> MemberView {
        MemberView {
            part: node.part,
            number: node.number,
            subnet: node.place.subnet,
            role: MemberRole::Node,
            state: match node.down.or_else(|| self.network.outage(node.place.zone)) {
                Some(_) => MemberState::Down,
                None => MemberState::Healthy,
            },
            load: 0.0,
        }
    }

    fn instance_view(&self, index: u32) -> MemberView {
        let instance = &self.instances[index as usize];
        MemberView {
            part: instance.part,
            number: instance.number,
            subnet: instance.place.subnet,
            role: MemberRole::Instance,
            state: self.instance_state(index),
            load: instance.load.clamp(0.0, 1.0),
        }
    }

    fn cache_views(&self, cache: &Cache) -> impl Iterator<Item = MemberView> {
        cache.nodes.iter().map(|node| MemberView {
            part: cache.part,
            number: node.number,
            subnet: node.place.subnet,
            role: node.role,
            state: match self.network.outage(node.place.zone) {
                None if node.alive => MemberState::Healthy,
                _ => MemberState::Down,
            },
            load: if node.role == MemberRole::Primary { cache.load } else { 0.0 },
        })
    }

    fn database_view(&self, member: &DatabaseMember) -> MemberView {
        MemberView {
            part: member.part,
            number: member.number,
            subnet: member.place.subnet,
            role: member.role,
            state: match member.unreachable().or_else(|| self.network.outage(member.place.zone)) {
                Some(_) => MemberState::Down,
                None if !member.in_sync => MemberState::Starting,
                None if member.load > STRAINED => MemberState::Strained,
                None => MemberState::Healthy,
            },
            load: member.load.clamp(0.0, 1.0),
        }
    }

    fn instance_state(&self, index: u32) -> MemberState {
        let instance = &self.instances[index as usize];
        let mut targets = self.groups.iter().flat_map(|group| &group.targets).filter(|target| target.instance == index);
        let unhealthy = targets.clone().any(|target| target.states.contains(&TargetState::Unhealthy));
        let draining = targets.any(|target| target.draining);
        match instance.life {
            _ if instance.down.is_some()
                || !instance.crashes.is_empty()
                || self.network.outage(instance.place.zone).is_some() =>
            {
                MemberState::Down
            }
            Life::Terminated => MemberState::Down,
            Life::Draining => MemberState::Draining,
            Life::InService if draining => MemberState::Draining,
            Life::Pending => MemberState::Starting,
            Life::InService if unhealthy => MemberState::Unhealthy,
            Life::InService if self.is_initial(index) => MemberState::Starting,
            Life::InService if instance.load > STRAINED || !instance.hangs.is_empty() => MemberState::Strained,
            Life::InService => MemberState::Healthy,
        }
    }
}
