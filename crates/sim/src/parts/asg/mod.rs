//! EC2 Auto Scaling group: how many it wants, and which it has.

use ninepins_macros::rare;
use ninepins_model::ScalingProcess;
use ninepins_model::parts::{HealthCheckType, TerminationPolicy};
use ninepins_report::{Because, LogFact, PartIndex};

use crate::engine::Engine;
use crate::kernel::{SimTime, Span, Stream};
use crate::network::Place;
use crate::parts::instance::{Blueprint, Life};

mod clock;
mod cloudwatch;
mod health;
mod launch;
mod policies;
mod processes;
mod replacement;

pub(crate) use clock::{Predictor, Schedule};
pub(crate) use cloudwatch::Watch;
pub(crate) use launch::{Purchase, Quota, WarmPool};
pub(crate) use policies::{Alarm, Policy, Rule, Steps, TRACKING_PERIODS};
pub(crate) use replacement::{Maintenance, Refresh};

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
    /// How long an instance whose status check fails is left alone (ASG-26).
    pub(crate) impaired_wait: Span,
    pub(crate) watch: Watch,
    pub(crate) policies: Vec<Policy>,
    pub(crate) schedule: Schedule,
    pub(crate) predictor: Option<Predictor>,
    /// What predictive scaling holds for this hour, and how far it raises the maximum.
    pub(crate) forecast: u32,
    pub(crate) raised_max: u32,
    /// When a policy last removed instances.
    pub(crate) scaled_in: SimTime,
    pub(crate) cooldown: Span,
    /// Whether the last change was simple scaling's, which then waits.
    pub(crate) cooling: bool,
    /// When the last instance was in service or terminated.
    pub(crate) last_activity: SimTime,
    pub(crate) termination_policy: TerminationPolicy,
    /// Whether its instances are protected from scale in.
    pub(crate) is_protected: bool,
    /// Draws which of equal instances goes.
    pub(crate) victims: Stream,
    pub(crate) maintenance: Maintenance,
    pub(crate) refresh: Option<Refresh>,
    /// The launch template's version.
    pub(crate) version: u32,
    pub(crate) purchase: Purchase,
    pub(crate) warm_pool: Option<WarmPool>,
    /// Suspended processes, by event.
    pub(crate) suspensions: Vec<(u32, ScalingProcess)>,
    /// Zones shifted away from, by event, if the group takes part in zonal shifts, and whether what is unhealthy there is
    /// replaced (ASG-66).
    pub(crate) shifts: Vec<(u32, u16)>,
    pub(crate) is_shiftable: bool,
    pub(crate) replaces_shifted: bool,
    /// Instances that are not terminated, by index.
    pub(crate) members: Vec<u32>,
    pub(crate) launch_failed: bool,
}

impl ScalingGroup {
    /// The most instances that may be wanted.
    pub(crate) fn limit(&self) -> u32 {
        self.max.max(self.raised_max)
    }

    /// The event that suspends a process, if one does (ASG-65).
    pub(crate) fn suspended(&self, process: ScalingProcess) -> Option<Because> {
        let found = self.suspensions.iter().find(|(_, suspended)| *suspended == process);
        found.map(|(event, _)| Because::Event(*event))
    }

    /// Whether a zone is shifted away from.
    pub(crate) fn is_shifted(&self, zone: u16) -> bool {
        self.shifts.iter().any(|(_, shifted)| *shifted == zone)
    }
}

#[rare]
impl Engine {
    fn counts_in_zone(&self, member: u32, zone: u16) -> bool {
        let instance = &self.instances[member as usize];
        instance.place.zone == zone
            && instance.life != Life::Draining
            && instance.life != Life::Terminated
            && instance.outgoing.is_none()
    }

    /// Instances that count as capacity: starting or in service, and not about to go.
    pub(crate) fn capacity(&self, group: u32) -> u32 {
        let group = &self.scaling_groups[group as usize];
        // Where a refresh terminates before it launches, what still drains is in the way of its replacement (ASG-45).
        let drains_first = group.refresh.is_some() && group.maintenance.surge(group.desired) == 0;
        let counts = |member: &&u32| {
            let instance = &self.instances[**member as usize];
            match instance.life {
                Life::Pending | Life::InService => instance.outgoing.is_none(),
                Life::Draining => drains_first,
                Life::Terminated => false,
            }
        };
        group.members.iter().filter(counts).count() as u32
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
            let scaling = &self.scaling_groups[group as usize];
            if scaling.is_protected || scaling.suspended(ScalingProcess::Terminate).is_some() {
                return;
            }
            let Some(victim) = self.pick_victim(group) else { return };
            self.terminate_gracefully(victim, because);
        }
        self.fill_warm_pool(group);
    }

    /// The instance to remove: in the zone with most (ASG-37), by the termination policy (ASG-38, ASG-39).
    fn pick_victim(&mut self, group_index: u32) -> Option<u32> {
        let group = &self.scaling_groups[group_index as usize];
        let in_zone = |zone: u16| group.members.iter().filter(|member| self.counts_in_zone(**member, zone)).count();
        let rank = |member: u32| {
            let instance = &self.instances[member as usize];
            let age = (self.now - instance.launched).as_ns();
            let hour = age % Span::from_s(3_600).as_ns();
            let (oldest, old_template) = (u32::MAX - instance.number, u32::MAX - instance.version);
            let by_policy = match group.termination_policy {
                TerminationPolicy::Default => (old_template, hour),
                TerminationPolicy::OldestInstance => (oldest, 0),
                TerminationPolicy::NewestInstance => (instance.number, 0),
                TerminationPolicy::OldestLaunchTemplate => (old_template, 0),
                TerminationPolicy::ClosestToNextInstanceHour => (0, hour),
            };
            (in_zone(instance.place.zone), by_policy)
        };
        let may_go = |member: &u32| {
            let instance = &self.instances[*member as usize];
            matches!(instance.life, Life::Pending | Life::InService) && instance.outgoing.is_none()
        };
        let candidates = || group.members.iter().copied().filter(may_go);
        let best = candidates().map(rank).max()?;
        let equal: Vec<u32> = candidates().filter(|member| rank(*member) == best).collect();
        let victims = &mut self.scaling_groups[group_index as usize].victims;
        let place = if equal.len() > 1 { victims.below(equal.len() as u32) } else { 0 };
        equal.get(place as usize).copied()
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
}
