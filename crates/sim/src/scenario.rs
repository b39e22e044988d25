//! The timeline: events act on state, never on results. Overlapping events are layers, each of which ends by itself.

use ninepins_macros::{later, rare};
use ninepins_model::{Action, MemberPick, MemberTarget, PartId};
use ninepins_report::{Because, LogFact, PartIndex};

use crate::engine::Engine;
use crate::kernel::{SimTime, Span};
use crate::layer::{lay_with, share};
use crate::parts::instance::{Instance, Life};

#[later]
impl Engine {
    /// Does what the timeline says now: ends before beginnings.
    pub(crate) fn scripted_step(&mut self) {
        if let Some((time, event)) = self.ends.first().copied()
            && time <= self.now
        {
            self.ends.remove(0);
            self.switch(event, false);
            self.log(None, None, LogFact::EventEnded { event }, Because::Event(event));
            return;
        }
        let event = self.next_event as u32;
        self.next_event += 1;
        self.digest.absorb(u64::from(event));
        // The event's own entry comes before what it leads to, so it is written first and completed afterwards.
        let entry = self.fresh_log.len();
        self.log(None, None, LogFact::EventWithoutEffect { event }, Because::Event(event));
        let members = self.switch(event, true);
        if members > 0 {
            self.fresh_log[entry].fact = LogFact::EventApplied { event, members };
        }
        let lasts = self.events[event as usize].action.for_s();
        if let Some(seconds) = lasts
            && seconds > 0
            && members > 0
        {
            let end = (self.now + Span::from_s(u64::from(seconds)), event);
            let place = self.ends.partition_point(|other| *other < end);
            self.ends.insert(place, end);
        }
    }
}

#[rare]
impl Engine {
    /// When the timeline says something next.
    #[inline]
    pub(crate) fn next_scripted(&self) -> SimTime {
        let start = self.events.get(self.next_event).map_or(SimTime::NEVER, |event| SimTime::from_ms(event.at_ms));
        let end = self.ends.first().map_or(SimTime::NEVER, |(time, _)| *time);
        start.min(end)
    }

    /// Starts or ends an event. Returns how many members it concerns; 0 means it found nothing.
    fn switch(&mut self, event: u32, on: bool) -> u32 {
        let action = self.events[event as usize].action.clone();
        let because = Because::Event(event);
        match action {
            Action::TerminateInstance { target } => self.each_target(&target, |engine, index| {
                engine.terminate_by_fault(index, because);
            }),
            Action::StopInstance { target, .. } => self.stop_target(&target, event, on),
            Action::HangInstance { target, .. } => self.hang_target(&target, event, on),
            Action::ApplicationCrash { target, .. } => self.crash_target(&target, event, on),
            Action::CpuStress { target, .. }
            | Action::MemoryStress { target, .. }
            | Action::IoStress { target, .. }
            | Action::DiskFill { target, .. }
            | Action::VolumeIoPause { target, .. }
            | Action::VolumeIoLatency { target, .. } => self.strain_target(&target, event, on),
            Action::Errors { part, percent, .. } => self.errors(&part, percent, event, on),
            Action::ExternalServiceOutage { part, .. } => self.external_outage(&part, event, on),
            Action::ZonePowerLoss { zone, .. } => self.zone_power(&zone, event, on),
            Action::PrimaryFailure { part } => self.lose_primary(&part, because, false),
            Action::RebootWithFailover { part } => self.lose_primary(&part, because, true),
            Action::CacheNodeFailure { part } => self.fail_cache(&part, because),
            Action::CacheZoneInterruption { part, zone, .. } => self.interrupt_cache(&part, &zone, event, on),
            Action::ReplicaCut { part, .. } => self.cut_replica(&part, event, on),
            Action::SlowQueries { part, percent, factor, .. } => self.slow_queries(&part, (percent, factor), event, on),
            Action::DatabaseLock { part, .. } => self.lock_database(&part, event, on),
            Action::StorageFull { part, .. } => self.fill_storage(&part, event, on),
            Action::ConnectionLeak { part, percent, .. } => self.leak_connections(&part, percent, event, on),
            Action::ReplicaLag { part, .. } => self.hold_replica(&part, event, on),
            Action::DatabaseMaintenance { part } => self.patch_database(&part, because),
            Action::EngineUpgrade { part } => self.upgrade_database(&part, because),
            Action::DatabaseClassChange { part, instance_class } => {
                self.change_database_class(&part, &instance_class, because)
            }
            Action::DatabaseBackup { part } => self.back_up_database(&part, because),
            Action::DatabaseRestore { part } => self.restore_database(&part, because),
            Action::PromoteReplica { part } => self.promote_replica(&part, because),
            Action::CertificateExpiry { part, .. } => self.expire_certificate(&part, event, on),
            Action::ValidationRecordRemoval { part, .. } => self.remove_validation_record(&part, event, on),
            Action::DnsOutage { part, .. } => self.dns_outage(&part, event, on),
            Action::WrongRecord { part, to, instead, .. } => self.wrong_record(&part, &to, instead.as_ref(), event, on),
            Action::InsufficientInstanceCapacity { zone, .. } => self.capacity_shortage(&zone, event, on),
            Action::ZoneNetworkCut { .. }
            | Action::RegionLoss { .. }
            | Action::NetworkLatency { .. }
            | Action::PacketLoss { .. }
            | Action::Partition { .. }
            | Action::NetworkAclDeny { .. }
            | Action::RouteRemoval { .. }
            | Action::NatGatewayLoss { .. }
            | Action::SecurityGroupRuleRemoval { .. } => self.network_event(&action, event, on),
            Action::NodeLoss { part, zone, .. } => self.lose_node(&part, &zone, event, on),
            Action::ZonalShift { part, zone, .. } => match self.group_of(&part) {
                Some(group) => self.shift_group(group, &zone, event, on),
                None => self.shift_zone(&part, &zone, event, on),
            },
            Action::BadHealthCheck { part, .. } => self.spoil_path(&part, event, on),
            Action::TargetGroupWeight { part, weight, .. } => self.weigh_group(&part, weight, event, on),
            Action::TargetDeregistration { target, .. } if on => {
                self.each_target(&target, |engine, index| engine.deregister(index, event, true))
            }
            Action::TargetDeregistration { .. } => {
                self.register_back(event);
                1
            }
            Action::CacheFlush { part } => {
                let index = self.part_index(&part);
                match self.distributions.iter().position(|distribution| Some(distribution.part) == index) {
                    Some(place) => self.flush(place).max(1),
                    None => self.flush_cache(&part, because),
                }
            }
            Action::Invalidation { part, .. } => self.invalidate(&part, event),
            Action::EdgeLocationLoss { part, .. } => self.lose_edge_location(&part, event, on),
            Action::S3Throttling { part, remaining, .. } => self.throttle_bucket(&part, remaining, event, on),
            Action::BucketAccessDenied { part, .. } => self.deny_bucket(&part, event, on),
            Action::Traffic { part, factor, .. } => self.change_traffic(&part, factor, event, on),
            Action::SpotInterruption { target, after_s } => self.interrupt_spot(&target, after_s, event),
            Action::OnDemandQuota { part, vcpus, .. } => self.lower_quota(&part, vcpus, event, on),
            Action::ProcessSuspension { part, process, .. } => self.suspend(&part, process, event, on),
            Action::InstanceRefresh { part } => match self.group_of(&part) {
                Some(group) => self.start_refresh(group, because),
                None => 0,
            },
            Action::SetDesiredCapacity { part, desired } => match self.group_of(&part) {
                Some(group) => u32::from(self.set_desired(group, desired, because)),
                None => 0,
            },
        }
    }

    pub(crate) fn part_index(&self, id: &PartId) -> Option<PartIndex> {
        self.network.index_of(id)
    }

    /// Does something to the instance that a target names. Returns 1 if there is one.
    pub(crate) fn each_target(&mut self, target: &MemberTarget, action: impl FnOnce(&mut Self, u32)) -> u32 {
        match self.pick(target) {
            Some(index) => {
                action(self, index);
                1
            }
            None => 0,
        }
    }

    /// The instance that a target names, if it runs.
    pub(crate) fn pick(&mut self, target: &MemberTarget) -> Option<u32> {
        self.pick_where(target, |_| true)
    }

    /// The same among the instances that fit.
    pub(crate) fn pick_where(&mut self, target: &MemberTarget, fits: impl Fn(&Instance) -> bool) -> Option<u32> {
        let part = self.part_index(&target.part)?;
        let network = &self.network;
        let candidates: Vec<u32> = (0..self.instances.len() as u32)
            .filter(|index| {
                let instance = &self.instances[*index as usize];
                let in_zone = target
                    .zone
                    .as_ref()
                    .is_none_or(|zone| &network.zones[usize::from(instance.place.zone)].name == zone);
                instance.part == part
                    && fits(instance)
                    && in_zone
                    && instance.life != Life::Terminated
                    && instance.down.is_none()
            })
            .collect();
        match target.pick {
            MemberPick::Number(number) => {
                candidates.into_iter().find(|index| self.instances[*index as usize].number == number)
            }
            MemberPick::Oldest => candidates.first().copied(),
            MemberPick::Newest => candidates.last().copied(),
            MemberPick::Any if candidates.is_empty() => None,
            MemberPick::Any => Some(candidates[self.picks.below(candidates.len() as u32) as usize]),
        }
    }

    /// Makes the members of a part, present and to come, fail a share of what they are asked.
    fn errors(&mut self, id: &PartId, percent: f64, event: u32, on: bool) -> u32 {
        let Some(part) = self.part_index(id) else { return 0 };
        let share = share(percent);
        let instances = self.instances.iter_mut().filter(|one| one.part == part).map(|one| &mut one.errors);
        let databases = self.databases.iter_mut().filter(|one| one.part == part).map(|one| &mut one.errors);
        let services = self.external_services.iter_mut().filter(|one| one.part == part).map(|one| &mut one.errors);
        let groups = self.scaling_groups.iter_mut().filter(|one| one.part == part).map(|one| &mut one.blueprint.errors);
        let mut concerned = 0;
        for layers in instances.chain(databases).chain(services).chain(groups) {
            concerned += 1;
            lay_with(layers, event, on.then_some(share));
        }
        concerned
    }
}
