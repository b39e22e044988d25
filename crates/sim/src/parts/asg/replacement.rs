//! Replacement of instances that are well: instance refresh, age, balance between zones, Spot.
//!
//! An instance that goes only once its replacement serves is marked as outgoing: it no longer counts as capacity, so that the
//! group launches another.

use ninepins_macros::{later, rare};
use ninepins_model::ScalingProcess;
use ninepins_model::parts::HealthCheckType;
use ninepins_report::{Because, LogFact};

use crate::engine::Engine;
use crate::kernel::Span;
use crate::parts::instance::Life;

/// How much of the group replacements may take away or add (ASG-32, ASG-44).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Maintenance {
    /// Whether it is more than the defaults of an instance refresh.
    pub(crate) is_set: bool,
    /// Shares of the desired capacity.
    pub(crate) min_healthy: f64,
    pub(crate) max_healthy: f64,
    /// Age at which instances are replaced, if they are (ASG-53).
    pub(crate) lifetime: Option<Span>,
}

/// An instance refresh under way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refresh {
    pub(crate) because: Because,
}

impl Maintenance {
    /// Instances that may be away at once: one at least.
    pub(crate) fn at_a_time(&self, desired: u32) -> u32 {
        let healthy = libm::ceil(f64::from(desired) * self.min_healthy - 1e-9) as u32;
        desired.saturating_sub(healthy).max(1)
    }

    /// Instances that may be launched before others go: none, or one at least.
    pub(crate) fn surge(&self, desired: u32) -> u32 {
        if self.max_healthy <= 1.0 {
            return 0;
        }
        (libm::floor(f64::from(desired) * (self.max_healthy - 1.0) + 1e-9) as u32).max(1)
    }
}

#[rare]
impl Engine {
    /// A second ends: replacements under way go on.
    pub(crate) fn replacements_second(&mut self) {
        for group in 0..self.scaling_groups.len() {
            let scaling = &self.scaling_groups[group];
            let goes = |member: &u32| self.instances[*member as usize].outgoing.is_some();
            if scaling.refresh.is_some() || scaling.members.iter().any(goes) {
                self.replacements_step(group as u32);
            }
        }
    }

    /// An operator starts an instance refresh.
    pub(crate) fn start_refresh(&mut self, group_index: u32, because: Because) -> u32 {
        let group = &mut self.scaling_groups[group_index as usize];
        group.version += 1;
        group.refresh = Some(Refresh { because });
        group.members.len() as u32
    }

    /// Whether it is in service, and healthy for whoever the group asks (ASG-43).
    fn is_settled(&self, member: u32) -> bool {
        let instance = &self.instances[member as usize];
        let group = &self.scaling_groups[instance.scaling_group as usize];
        let is_healthy = || !self.is_initial(member) && self.unhealthy_at_balancer(member).is_none();
        instance.life == Life::InService
            && instance.down.is_none()
            && instance.outgoing.is_none()
            && (group.health_check_type == HealthCheckType::Ec2 || is_healthy())
    }

    fn is_outdated(&self, group_index: u32, member: u32) -> bool {
        let group = &self.scaling_groups[group_index as usize];
        let instance = &self.instances[member as usize];
        instance.version < group.version
            || group.maintenance.lifetime.is_some_and(|lifetime| self.now - instance.launched >= lifetime)
    }

    /// Lets as many outgoing instances go as there are others that serve in their place.
    fn release_outgoing(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        let is_outgoing = |member: &&u32| {
            let instance = &self.instances[**member as usize];
            instance.outgoing.is_some() && matches!(instance.life, Life::Pending | Life::InService)
        };
        let outgoing: Vec<u32> = group.members.iter().filter(is_outgoing).copied().collect();
        if outgoing.is_empty() || group.suspended(ScalingProcess::Terminate).is_some() {
            return;
        }
        let waits = group.refresh.is_some();
        let serves = |member: &&u32| {
            self.is_settled(**member) && (!waits || self.instances[**member as usize].warm_at <= self.now)
        };
        let ready = group.members.iter().filter(serves).count();
        let spare = (ready + outgoing.len()).saturating_sub(group.desired as usize);
        for member in outgoing.into_iter().take(spare) {
            let because = self.instances[member as usize].outgoing.unwrap_or(Because::Configuration);
            self.terminate_gracefully(member, because);
        }
        // What was marked while nothing could be launched is tried again.
        self.reach_desired(group_index, Because::Configuration);
    }

    /// The next instances of a refresh, as the maintenance policy allows: each batch waits for the last one's warm-up
    /// (ASG-44 to ASG-46).
    fn refresh_step(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        let (part, desired, maintenance) = (group.part, group.desired, group.maintenance);
        let Some(Refresh { because }) = group.refresh else { return };
        let alive = |member: &&u32| matches!(self.instances[**member as usize].life, Life::Pending | Life::InService);
        let members: Vec<u32> = group.members.iter().filter(alive).copied().collect();
        let mut old: Vec<u32> = members.iter().copied().filter(|one| self.is_outdated(group_index, *one)).collect();
        let is_ready = |member: &&u32| {
            self.is_settled(**member)
                && (self.instances[**member as usize].warm_at <= self.now || self.is_outdated(group_index, **member))
        };
        let ready = members.iter().filter(is_ready).count() as u32;
        if old.is_empty() {
            if ready >= desired {
                self.scaling_groups[group_index as usize].refresh = None;
                self.log(Some(part), None, LogFact::RefreshCompleted, because);
            }
            return self.reach_desired(group_index, because);
        }
        old.retain(|member| self.instances[*member as usize].outgoing.is_none());
        let surge = maintenance.surge(desired);
        let going = members.iter().filter(|one| self.instances[**one as usize].outgoing.is_some()).count() as u32;
        let room = match surge {
            0 => maintenance.at_a_time(desired).saturating_sub(desired.saturating_sub(ready)),
            surge => surge.saturating_sub(going.max(desired.saturating_sub(ready))),
        };
        for member in old.into_iter().take(room as usize) {
            let number = self.instances[member as usize].number;
            let entry = self.log(Some(part), Some(number), LogFact::InstanceRotated, because);
            match surge {
                0 => self.terminate_gracefully(member, Because::Decision(entry)),
                _ => self.instances[member as usize].outgoing = Some(Because::Decision(entry)),
            }
        }
        self.reach_desired(group_index, because);
    }

    /// Instances that are too old are replaced as by a refresh (ASG-53).
    pub(crate) fn replace_aged(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        if group.refresh.is_some() || group.maintenance.lifetime.is_none() {
            return;
        }
        if group.members.iter().any(|member| self.is_outdated(group_index, *member)) {
            self.scaling_groups[group_index as usize].refresh = Some(Refresh { because: Because::Configuration });
        }
    }

    /// Brings the zones into balance, launching before terminating (ASG-34 to ASG-36).
    pub(crate) fn rebalance(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        let is_busy = |member: &u32| {
            let instance = &self.instances[*member as usize];
            !matches!(instance.life, Life::InService) || instance.outgoing.is_some() || instance.down.is_some()
        };
        if group.refresh.is_some()
            || group.suspended(ScalingProcess::AzRebalance).is_some()
            || group.suspended(ScalingProcess::Launch).is_some()
            || self.capacity(group_index) != group.desired
            || group.members.iter().any(is_busy)
        {
            return;
        }
        let (mut fewest, mut most) = (u32::MAX, (0, 0));
        for place in &group.places {
            let zone = place.zone;
            let count = group.members.iter().filter(|member| self.counts_in_zone(**member, zone)).count() as u32;
            let can_launch =
                self.network.no_launches(zone).is_none() && self.network.has_address(*place) && !group.is_shifted(zone);
            if can_launch {
                fewest = fewest.min(count);
            }
            if count > most.0 {
                most = (count, zone);
            }
        }
        if fewest == u32::MAX || most.0 < fewest + 2 {
            return;
        }
        let (part, at_once) = (group.part, ((most.0 - fewest) / 2).min((group.max / 10).max(1)));
        let in_zone = group.members.iter().copied().filter(|member| self.counts_in_zone(*member, most.1));
        let moved: Vec<u32> = in_zone.take(at_once as usize).collect();
        let zone = self.network.zones[usize::from(most.1)].part;
        let entry = self.log(Some(part), None, LogFact::ZonesRebalanced { zone }, Because::Configuration);
        for member in moved {
            self.instances[member as usize].outgoing = Some(Because::Decision(entry));
        }
        self.reach_desired(group_index, Because::Decision(entry));
    }
}

#[later]
impl Engine {
    /// The replacements of a group go on.
    fn replacements_step(&mut self, group: u32) {
        self.release_outgoing(group);
        if self.scaling_groups[group as usize].refresh.is_some() {
            self.refresh_step(group);
        }
    }
}
