//! EC2 Auto Scaling group: where it launches, how many it wants, whom it replaces.

use ninepins_model::parts::HealthCheckType;
use ninepins_report::{Because, LogFact, PartIndex};

use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Span};
use crate::network::Place;
use crate::parts::instance::Life;
use crate::parts::instance_life::Blueprint;

mod clock;
mod cloudwatch;
mod policies;

pub(crate) use clock::{Predictor, Schedule};
pub(crate) use cloudwatch::Watch;
pub(crate) use policies::{Alarm, Policy, Rule, Steps, TRACKING_PERIODS};

/// How long an instance whose status check fails is left alone (ASG-26: "a few minutes"; not published).
const IMPAIRED_PATIENCE: Span = Span::from_s(180);

/// An Auto Scaling group.
#[derive(Clone, Debug)]
pub(crate) struct ScalingGroup {
    pub(crate) part: PartIndex,
    pub(crate) blueprint: Blueprint,
    pub(crate) places: Vec<Place>,
    pub(crate) min: u32,
    pub(crate) max: u32,
    pub(crate) desired: u32,
    pub(crate) health_check_type: HealthCheckType,
    pub(crate) grace: Span,
    pub(crate) warmup: Span,
    pub(crate) poll: Span,
    pub(crate) watch: Watch,
    pub(crate) policies: Vec<Policy>,
    pub(crate) schedule: Schedule,
    pub(crate) predictor: Option<Predictor>,
    /// What predictive scaling holds for this hour, and how far it raises the maximum.
    pub(crate) forecast: u32,
    pub(crate) raised_max: u32,
    pub(crate) cooldown: Span,
    /// Whether the last change was simple scaling's, which then waits.
    pub(crate) cooling: bool,
    /// When the last instance was in service or terminated.
    pub(crate) last_activity: SimTime,
    /// Instances that are not terminated, by index.
    pub(crate) members: Vec<u32>,
    pub(crate) launch_failed: bool,
}

impl ScalingGroup {
    /// The most instances that may be wanted.
    pub(crate) fn limit(&self) -> u32 {
        self.max.max(self.raised_max)
    }
}

impl Engine {
    /// Launches one instance where the group has fewest, among the zones that have power (ASG-33).
    pub(crate) fn launch(&mut self, group_index: u32, because: Because) -> bool {
        let group = &self.scaling_groups[group_index as usize];
        let (part, limit) = (group.part, group.limit());
        let alive = group.members.len() as u32;
        let can_launch =
            |place: &Place| self.network.no_launches(place.zone).is_none() && self.network.has_address(*place);
        let best = group.places.iter().copied().filter(can_launch).min_by_key(|place| {
            group.members.iter().filter(|member| self.counts_in_zone(**member, place.zone)).count()
        });
        let Some(place) = best else {
            let shortage = group.places.iter().find_map(|place| self.network.no_launches(place.zone));
            let because = shortage.unwrap_or(Because::Configuration);
            if !std::mem::replace(&mut self.scaling_groups[group_index as usize].launch_failed, true) {
                self.log(Some(part), None, LogFact::LaunchFailed, because);
            }
            return false;
        };
        debug_assert!(alive <= limit.saturating_mul(2) + 2, "a group does not grow without bound");
        let zone = self.network.zones[usize::from(place.zone)].part;
        let blueprint = self.scaling_groups[group_index as usize].blueprint.clone();
        let number = blueprint.created + 1;
        let entry = self.log(Some(part), Some(number), LogFact::InstanceLaunching { zone }, because);
        let instance = self.create_instance(&blueprint, place, group_index, false, Because::Decision(entry));
        let group = &mut self.scaling_groups[group_index as usize];
        group.launch_failed = false;
        group.blueprint.created += 1;
        group.members.push(instance);
        true
    }

    fn counts_in_zone(&self, member: u32, zone: u16) -> bool {
        let instance = &self.instances[member as usize];
        instance.place.zone == zone && instance.life != Life::Draining && instance.life != Life::Terminated
    }

    /// Instances that count as capacity: starting or in service.
    pub(crate) fn capacity(&self, group: u32) -> u32 {
        let members = &self.scaling_groups[group as usize].members;
        members
            .iter()
            .filter(|member| matches!(self.instances[**member as usize].life, Life::Pending | Life::InService))
            .count() as u32
    }

    /// Launches or terminates until the capacity is as desired.
    pub(crate) fn reach_desired(&mut self, group: u32, because: Because) {
        let desired = self.scaling_groups[group as usize].desired;
        while self.capacity(group) < desired {
            if !self.launch(group, because) {
                return;
            }
        }
        while self.capacity(group) > desired {
            let Some(victim) = self.pick_victim(group) else { return };
            self.terminate_gracefully(victim, because);
        }
    }

    /// The instance to remove: in the zone with most, the oldest there (ASG-37).
    fn pick_victim(&self, group: u32) -> Option<u32> {
        let group = &self.scaling_groups[group as usize];
        let in_zone = |zone: u16| group.members.iter().filter(|member| self.counts_in_zone(**member, zone)).count();
        group
            .members
            .iter()
            .copied()
            .filter(|member| matches!(self.instances[*member as usize].life, Life::Pending | Life::InService))
            .max_by_key(|member| {
                let instance = &self.instances[*member as usize];
                (in_zone(instance.place.zone), u32::MAX - instance.number)
            })
    }

    /// Sets the desired capacity within the group's limits.
    pub(crate) fn set_desired(&mut self, group: u32, desired: u32, because: Because) -> bool {
        let scaling = &mut self.scaling_groups[group as usize];
        let to = desired.clamp(scaling.min.min(scaling.limit()), scaling.limit());
        let from = std::mem::replace(&mut scaling.desired, to);
        if from == to {
            return false;
        }
        let part = scaling.part;
        let entry = self.log(Some(part), None, LogFact::DesiredCapacity { from, to }, because);
        self.reach_desired(group, Because::Decision(entry));
        true
    }

    /// The group looks at its instances' health (ASG-24 to ASG-30).
    pub(crate) fn health_poll(&mut self, group_index: u32) {
        let now = self.now;
        let group = &self.scaling_groups[group_index as usize];
        self.queue.push(now + group.poll, Kind::HealthPoll as u8, 0, group_index);
        let (part, by_balancer, grace) = (group.part, group.health_check_type == HealthCheckType::Elb, group.grace);
        let members = group.members.clone();
        for member in &members {
            let instance = &self.instances[*member as usize];
            if instance.life == Life::Terminated {
                let (number, because) = (instance.number, instance.because);
                self.scaling_groups[group_index as usize].members.retain(|candidate| candidate != member);
                let entry = self.log(Some(part), Some(number), LogFact::InstanceReplaced, because);
                self.reach_desired(group_index, Because::Decision(entry));
            }
        }
        // At most a tenth of the group, at least one, is replaced for failed checks at a time; the next ones wait until the
        // last have passed their first check and warmed up (ASG-30).
        let at_a_time = (self.scaling_groups[group_index as usize].desired / 10).max(1);
        let starting = members.iter().filter(|member| {
            let instance = &self.instances[**member as usize];
            let is_warming = instance.life == Life::InService && (instance.warm_at > now || self.is_initial(**member));
            instance.down.is_none() && (instance.life == Life::Pending || is_warming)
        });
        let mut room = at_a_time.saturating_sub(starting.count() as u32);
        for member in members {
            let instance = &self.instances[member as usize];
            // Status checks do not reach an instance without power, nor one whose zone is cut off.
            let lost = instance.down.or_else(|| self.network.outage(instance.place.zone));
            let is_impaired =
                lost.is_some() && now - instance.launched > IMPAIRED_PATIENCE && self.impaired_long(member);
            let unhealthy = self
                .unhealthy_at_balancer(member)
                .filter(|_| by_balancer && instance.in_service != SimTime::NEVER && now - instance.in_service >= grace);
            let reason = if is_impaired { lost } else { unhealthy };
            let replaceable = matches!(instance.life, Life::InService | Life::Pending);
            if let Some(because) = reason
                && replaceable
                && room > 0
            {
                room -= 1;
                let number = instance.number;
                let entry = self.log(Some(part), Some(number), LogFact::InstanceReplaced, because);
                self.terminate_gracefully(member, Because::Decision(entry));
                self.reach_desired(group_index, Because::Decision(entry));
            }
        }
        self.reach_desired(group_index, Because::Configuration);
    }

    fn impaired_long(&self, member: u32) -> bool {
        self.down_since.iter().any(|(instance, since)| *instance == member && self.now - *since >= IMPAIRED_PATIENCE)
    }
}
