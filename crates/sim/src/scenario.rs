//! The timeline: events act on state, never on results. Overlapping events are layers, each of which ends by itself.

use ninepins_macros::{later, rare};
use ninepins_model::{Action, MemberPick, MemberTarget, PartId};
use ninepins_report::{Because, LogFact, PartIndex};

use crate::attempt::NONE;
use crate::engine::Engine;
use crate::kernel::{SimTime, Span};
use crate::parts::instance::{Instance, Life};
use crate::parts::route53::WrongRecord;

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
            Action::StopInstance { target, .. } => self.stop(&target, event, on),
            Action::HangInstance { target, .. } => self.hang(&target, event, on),
            Action::ApplicationCrash { target, .. } => self.crash(&target, event, on),
            Action::CpuStress { target, .. }
            | Action::MemoryStress { target, .. }
            | Action::IoStress { target, .. }
            | Action::DiskFill { target, .. }
            | Action::VolumeIoPause { target, .. }
            | Action::VolumeIoLatency { target, .. } => self.strain(&target, event, on),
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
            Action::CertificateExpiry { part, .. } => self.expire(&part, event, on),
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
    fn each_target(&mut self, target: &MemberTarget, action: impl FnOnce(&mut Self, u32)) -> u32 {
        match self.pick(target) {
            Some(index) => {
                action(self, index);
                1
            }
            None => 0,
        }
    }

    fn pick(&mut self, target: &MemberTarget) -> Option<u32> {
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

    /// An instance is stopped, or started again. One of a group is as good as terminated: its group replaces what does not run
    /// (FIS-01, ASG-25).
    fn stop(&mut self, target: &MemberTarget, event: u32, on: bool) -> u32 {
        if !on {
            self.start_stopped(event);
            return 1;
        }
        self.each_target(target, |engine, index| {
            if engine.instances[index as usize].scaling_group == NONE {
                engine.stop_instance(index, event);
            } else {
                engine.terminate_by_fault(index, Because::Event(event));
            }
        })
    }

    fn hang(&mut self, target: &MemberTarget, event: u32, on: bool) -> u32 {
        if on {
            return self.each_target(target, |engine, index| engine.hang_instance(index, event));
        }
        let hung = self.instances.iter().position(|instance| instance.hangs.contains(&event));
        if let Some(index) = hung {
            self.instances[index].hangs.retain(|layer| *layer != event);
            if self.instances[index].hangs.is_empty() {
                self.resume_instance(index as u32);
            }
        }
        1
    }

    fn capacity_shortage(&mut self, name: &str, event: u32, on: bool) -> u32 {
        let Some(zone) = self.network.zone_named(name) else { return 0 };
        let shortages = &mut self.network.zones[usize::from(zone)].shortages;
        shortages.retain(|layer| *layer != event);
        if on {
            shortages.push(event);
        }
        1
    }

    fn crash(&mut self, target: &MemberTarget, event: u32, on: bool) -> u32 {
        if on {
            return self.each_target(target, |engine, index| engine.crash_application(index, event));
        }
        if let Some(index) = self.instances.iter().position(|instance| instance.crashes.contains(&event)) {
            self.restart_application(index as u32, event);
        }
        1
    }

    /// Something strains the hardware of an instance, or stops doing so.
    fn strain(&mut self, target: &MemberTarget, event: u32, on: bool) -> u32 {
        if on {
            let Some(index) = self.pick(target) else { return 0 };
            let action = self.events[event as usize].action.clone();
            return u32::from(self.instances[index as usize].machine.strained(&action, event));
        }
        for index in 0..self.instances.len() {
            if self.instances[index].machine.relieved(event) {
                self.volume_goes_on(index);
            }
        }
        1
    }

    /// Makes the members of a part, present and to come, fail a share of what they are asked.
    fn errors(&mut self, id: &PartId, percent: f64, event: u32, on: bool) -> u32 {
        let Some(part) = self.part_index(id) else { return 0 };
        let share = if percent.is_finite() { (percent / 100.0).clamp(0.0, 1.0) } else { 0.0 };
        let instances = self.instances.iter_mut().filter(|one| one.part == part).map(|one| &mut one.errors);
        let databases = self.databases.iter_mut().filter(|one| one.part == part).map(|one| &mut one.errors);
        let services = self.external_services.iter_mut().filter(|one| one.part == part).map(|one| &mut one.errors);
        let groups = self.scaling_groups.iter_mut().filter(|one| one.part == part).map(|one| &mut one.blueprint.errors);
        let mut concerned = 0;
        for layers in instances.chain(databases).chain(services).chain(groups) {
            concerned += 1;
            layers.retain(|(layer, _)| *layer != event);
            if on {
                layers.push((event, share));
            }
        }
        concerned
    }

    /// Makes the applications of a part, present and to come, keep a share of the connections they borrow.
    fn leak_connections(&mut self, id: &PartId, percent: f64, event: u32, on: bool) -> u32 {
        let Some(part) = self.part_index(id) else { return 0 };
        let share = if percent.is_finite() { (percent / 100.0).clamp(0.0, 1.0) } else { 0.0 };
        let instances = self.instances.iter_mut().filter(|one| one.part == part).map(|one| &mut one.leaks);
        let groups = self.scaling_groups.iter_mut().filter(|one| one.part == part).map(|one| &mut one.blueprint.leaks);
        let mut concerned = 0;
        for layers in instances.chain(groups) {
            concerned += 1;
            layers.retain(|(layer, _)| *layer != event);
            if on {
                layers.push((event, share));
            }
        }
        if !on {
            for pool in 0..self.pools.len() as u32 {
                self.close_leaks(pool, event);
            }
        }
        concerned
    }

    fn external_outage(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(service) = self.external_services.iter_mut().find(|one| Some(one.part) == part) else { return 0 };
        service.outages.retain(|layer| *layer != event);
        if on {
            service.outages.push(event);
        }
        1
    }

    pub(crate) fn zone_power(&mut self, name: &str, event: u32, on: bool) -> u32 {
        let Some(index) = self.network.zones.iter().position(|zone| zone.name == name) else { return 0 };
        let zone = &mut self.network.zones[index];
        let was_out = !zone.outages.is_empty();
        zone.outages.retain(|layer| *layer != event);
        if on {
            zone.outages.push(event);
        }
        let is_out = !zone.outages.is_empty();
        let zone = index as u16;
        let because = Because::Event(event);
        match (was_out, is_out) {
            (false, true) => {
                let nodes: Vec<u32> = self.nodes_in(zone);
                for node in &nodes {
                    self.node_power_changed(*node);
                }
                let instances = self.instance_zone_lost(zone, because);
                let databases = self.database_zone_lost(zone, because);
                let caches = self.cache_zone_lost(zone, because, false);
                (nodes.len() as u32 + instances + databases + caches).max(1)
            }
            (true, false) => {
                for node in self.nodes_in(zone) {
                    self.node_power_changed(node);
                }
                self.instance_zone_back(zone);
                self.database_zone_back(zone);
                self.cache_zone_back(zone);
                1
            }
            _ => 1,
        }
    }

    fn nodes_in(&self, zone: u16) -> Vec<u32> {
        (0..self.nodes.len() as u32).filter(|index| self.nodes[*index as usize].place.zone == zone).collect()
    }

    fn lose_primary(&mut self, id: &PartId, because: Because, reset: bool) -> u32 {
        let part = self.part_index(id);
        let found = self
            .databases
            .iter()
            .position(|database| Some(database.part) == part && !database.is_replica && database.proxy == NONE);
        match found {
            Some(index) if self.members[self.databases[index].endpoint as usize].alive => {
                self.endpoint_lost(index as u32, because, reset);
                1
            }
            _ => 0,
        }
    }

    fn cut_replica(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(database) = self.databases.iter().find(|database| Some(database.part) == part && database.is_replica)
        else {
            return 0;
        };
        let endpoint = database.endpoint;
        let member = &mut self.members[endpoint as usize];
        member.cuts.retain(|layer| *layer != event);
        if on {
            member.cuts.push(event);
            self.lose_queries(endpoint, Because::Event(event));
        }
        1
    }

    fn expire(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(certificate) = self.certificates.iter_mut().find(|certificate| Some(certificate.part) == part) else {
            return 0;
        };
        certificate.expiries.retain(|layer| *layer != event);
        if on {
            certificate.expiries.push(event);
        }
        1
    }

    fn remove_validation_record(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(index) = self.certificates.iter().position(|certificate| Some(certificate.part) == part) else {
            return 0;
        };
        let certificate = &mut self.certificates[index];
        certificate.removals.retain(|layer| *layer != event);
        if on {
            certificate.removals.push(event);
        } else {
            self.renew_certificate(index as u32, Because::Event(event));
        }
        1
    }

    fn dns_outage(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(zone) = self.hosted_zones.iter_mut().find(|zone| Some(zone.part) == part) else { return 0 };
        zone.outages.retain(|layer| *layer != event);
        if on {
            zone.outages.push(event);
        }
        1
    }

    fn wrong_record(&mut self, id: &PartId, to: &PartId, instead: Option<&PartId>, event: u32, on: bool) -> u32 {
        let (part, target) = (self.part_index(id), self.part_index(to));
        let other = instead.map(|other| self.part_index(other));
        let (Some(place), Some(target)) = (self.hosted_zones.iter().position(|zone| Some(zone.part) == part), target)
        else {
            return 0;
        };
        let mut concerned = 0;
        for users in &mut self.users {
            for host in 0..users.names.len() {
                let Some(name) = users.names[host].as_ref().filter(|name| name.zone == Some(place as u16)) else {
                    continue;
                };
                let mut records = usize::from(name.first)..usize::from(name.first + name.count);
                let Some(record) = records.find(|route| users.routes[*route].target == target) else { continue };
                // Where it leads to a part that has no address, the event does nothing.
                let leads = other.is_none_or(|other| users.lead_elsewhere(record, other).is_some());
                concerned += u32::from(leads);
            }
        }
        if concerned == 0 {
            return 0;
        }
        let zone = &mut self.hosted_zones[place];
        zone.wrong.retain(|wrong| wrong.event != event);
        if on {
            zone.wrong.push(WrongRecord { event, target, instead: other.flatten() });
            zone.last_wrong = event;
        }
        1
    }

    fn change_traffic(&mut self, id: &PartId, factor: f64, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(index) = self.users.iter().position(|users| Some(users.part) == part && !users.is_checker) else {
            return 0;
        };
        let factors = &mut self.users[index].factors;
        factors.retain(|(layer, _)| *layer != event);
        if on {
            factors.push((event, if factor.is_finite() { factor.clamp(0.0, 1000.0) } else { 1.0 }));
        }
        self.rate_changed(index as u32);
        1
    }
}
