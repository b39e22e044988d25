//! The group looks at its instances' health, and replaces what is not well (ASG-24 to ASG-31).

use ninepins_macros::rare;
use ninepins_model::ScalingProcess;
use ninepins_model::parts::HealthCheckType;
use ninepins_report::{Because, LogFact};

use crate::engine::Engine;
use crate::event::Kind;
use crate::parts::alb::Target;
use crate::parts::instance::Life;

#[rare]
impl Engine {
    /// The group looks at its instances' health.
    pub(crate) fn health_poll(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        self.queue.push(self.now + group.poll, Kind::HealthPoll as u8, 0, group_index);
        if group.suspended(ScalingProcess::ReplaceUnhealthy).is_none() {
            self.replace_terminated(group_index);
            self.replace_unhealthy(group_index);
            self.reach_desired(group_index, Because::Configuration);
        }
        self.replace_aged(group_index);
        self.rebalance(group_index);
    }

    /// What does not run any more is replaced at once (ASG-25).
    fn replace_terminated(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        let part = group.part;
        for member in group.members.clone() {
            let instance = &self.instances[member as usize];
            if instance.life == Life::Terminated {
                let (number, because) = (instance.number, instance.because);
                self.scaling_groups[group_index as usize].members.retain(|candidate| *candidate != member);
                let entry = self.log(Some(part), Some(number), LogFact::InstanceReplaced, because);
                self.reach_desired(group_index, Because::Decision(entry));
            }
        }
    }

    /// At most a tenth of the group, at least one, is replaced for failed checks at a time, or what the maintenance policy
    /// allows; the next ones wait until the last have passed their first check and warmed up (ASG-30, ASG-32).
    fn replace_unhealthy(&mut self, group_index: u32) {
        let now = self.now;
        let group = &self.scaling_groups[group_index as usize];
        if group.suspended(ScalingProcess::Terminate).is_some() {
            return;
        }
        let (part, members) = (group.part, group.members.clone());
        let at_a_time = match group.maintenance.is_set {
            true => group.maintenance.at_a_time(group.desired).max(group.maintenance.surge(group.desired)),
            false => (group.desired / 10).max(1),
        };
        let launches_first = group.maintenance.is_set && group.maintenance.surge(group.desired) > 0;
        let is_starting = |engine: &Self, member: u32| {
            let instance = &engine.instances[member as usize];
            let is_warming = instance.life == Life::InService && (instance.warm_at > now || engine.is_initial(member));
            instance.down.is_none() && (instance.life == Life::Pending || is_warming)
        };
        let mut busy = members.iter().filter(|member| is_starting(self, **member)).count() as u32;
        let waits = members.len() > 1 && self.is_failing_open(group_index);
        for member in members {
            let instance = &self.instances[member as usize];
            let replaceable = matches!(instance.life, Life::InService | Life::Pending) && instance.outgoing.is_none();
            // What others wait for does not wait for itself: it is replaced in its turn.
            let others = busy - u32::from(!waits && is_starting(self, member)).min(busy);
            let has_room = replaceable && others < at_a_time;
            let Some(because) = self.illness(group_index, member).filter(|_| has_room) else { continue };
            busy = others + 1;
            let number = self.instances[member as usize].number;
            let entry = self.log(Some(part), Some(number), LogFact::InstanceReplaced, because);
            match launches_first {
                true => self.instances[member as usize].outgoing = Some(Because::Decision(entry)),
                false => self.terminate_gracefully(member, Because::Decision(entry)),
            }
            self.reach_desired(group_index, Because::Decision(entry));
        }
    }

    /// Whether all of a group's targets fail their checks, which are then to be doubted: nothing hurries (ASG-31).
    fn is_failing_open(&self, group_index: u32) -> bool {
        let of_group = |target: &Target| self.instances[target.instance as usize].scaling_group == group_index;
        self.groups.iter().any(|group| group.failing_open.is_some() && group.targets.iter().any(of_group))
    }

    /// Why a member is to be replaced, if it is.
    fn illness(&self, group_index: u32, member: u32) -> Option<Because> {
        let now = self.now;
        let group = &self.scaling_groups[group_index as usize];
        let instance = &self.instances[member as usize];
        if group.is_shifted(instance.place.zone) && !group.replaces_shifted {
            return None;
        }
        // Status checks do not reach an instance without power, nor one whose zone is cut off.
        let lost = instance.down.or_else(|| self.network.outage(instance.place.zone));
        let is_impaired = lost.is_some()
            && now - instance.launched > group.impaired_wait
            && self.down_since.iter().any(|(one, since)| *one == member && now - *since >= group.impaired_wait);
        if is_impaired {
            return lost;
        }
        let is_asked = group.health_check_type == HealthCheckType::Elb
            && instance.in_service < now
            && now - instance.in_service >= group.grace;
        self.unhealthy_at_balancer(member).filter(|_| is_asked)
    }
}
