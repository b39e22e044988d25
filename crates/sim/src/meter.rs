//! What is billed, counted second by second.

use ninepins_report::{MemberRole, PartIndex, PartUsage, Quantity};

use crate::attempt::NONE;
use crate::engine::Engine;
use crate::parts::instance::{Instance, Life};

/// Usage since the start, in the order in which a second counts it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meter {
    usage: Vec<PartUsage>,
    /// Where the next usage is likely to be: every second counts much the same in the same order.
    next: usize,
}

impl Meter {
    fn count(&mut self, part: PartIndex, quantity: Quantity, amount: f64) {
        self.count_of(part, quantity, 0, amount);
    }

    /// The same of members of a class that is not the design's.
    fn count_of(&mut self, part: PartIndex, quantity: Quantity, class: u8, amount: f64) {
        if amount <= 0.0 {
            return;
        }
        let is_it = |usage: &PartUsage| usage.part == part && usage.quantity == quantity && usage.class == class;
        let place = match self.usage.get(self.next) {
            Some(usage) if is_it(usage) => self.next,
            _ => self.usage.iter().position(is_it).unwrap_or(self.usage.len()),
        };
        match self.usage.get_mut(place) {
            Some(usage) => usage.amount += amount,
            None => self.usage.push(PartUsage { part, quantity, class, amount }),
        }
        self.next = place + 1;
    }

    /// Everything counted so far.
    pub(crate) fn usage(&self) -> Vec<PartUsage> {
        self.usage.clone()
    }
}

impl Engine {
    /// A second ends: what was used in it is added up before its counters begin anew.
    pub(crate) fn meter_second(&mut self) {
        self.meter.next = 0;
        self.meter_groups();
        let meter = &mut self.meter;
        let with_address =
            |instance: &&Instance| instance.life != Life::Terminated && instance.place.has_public_address;
        for instance in self.instances.iter().filter(with_address) {
            meter.count(instance.part, Quantity::AddressSeconds, 1.0);
        }
        for users in self.users.iter().filter(|users| !users.is_checker) {
            meter.count(users.part, Quantity::FailedRequests, f64::from(users.failed.0));
        }
        for (instance, blueprint) in &self.single_instances {
            let exists = self.instances[*instance as usize].life != Life::Terminated;
            let runs = exists && self.stopped_instances.iter().all(|(stopped, _)| stopped != instance);
            meter.count(blueprint.part, Quantity::InstanceSeconds, f64::from(u8::from(runs)));
            meter.count(blueprint.part, Quantity::VolumeSeconds, f64::from(u8::from(exists)));
        }
        self.meter_databases();
        let meter = &mut self.meter;
        for queue in &self.queues {
            meter.count(queue.part, Quantity::QueueRequests, f64::from(queue.second.requests));
        }
        for cache in &self.caches {
            meter.count(cache.part, Quantity::InstanceSeconds, cache.nodes.len() as f64);
        }
        let instances = self.instances.iter_mut().map(|instance| (instance.part, &mut instance.credits));
        let databases = self.members.iter_mut().map(|member| (member.part, &mut member.credits));
        for (part, credits) in instances.chain(databases) {
            if let Some(credits) = credits {
                meter.count(part, Quantity::SurplusCredits, std::mem::take(&mut credits.charged));
            }
        }
        for zone in &self.hosted_zones {
            meter.count(zone.part, Quantity::DnsQueries, f64::from(zone.billed));
        }
        for nat in &self.network.nats {
            meter.count(nat.part, Quantity::NatBytes, nat.bytes as f64);
        }
        for bucket in &self.buckets {
            let [gets, puts] = bucket.answered;
            meter.count(bucket.part, Quantity::GetRequests, f64::from(gets));
            meter.count(bucket.part, Quantity::PutRequests, f64::from(puts));
        }
        for distribution in &self.distributions {
            meter.count(distribution.part, Quantity::EdgeRequests, f64::from(distribution.second.requests));
            meter.count(distribution.part, Quantity::OriginUploadBytes, distribution.second.uploaded as f64);
        }
        self.meter_traffic();
    }

    fn meter_groups(&mut self) {
        let meter = &mut self.meter;
        for group in &self.scaling_groups {
            let members = group.members.iter().map(|member| &self.instances[*member as usize]);
            let alive = members.filter(|instance| instance.life != Life::Terminated);
            let (mut on_demand, mut spot) = (0_usize, 0_usize);
            for instance in alive {
                let bought = if instance.is_spot { &mut spot } else { &mut on_demand };
                *bought += 1;
            }
            let prepared = group.warm_pool.as_ref().map_or(0, |pool| pool.waiting.len());
            meter.count(group.part, Quantity::VolumeSeconds, (on_demand + spot + prepared) as f64);
            if group.warm_pool.as_ref().is_some_and(|pool| pool.is_running) {
                on_demand += prepared;
            }
            meter.count(group.part, Quantity::InstanceSeconds, on_demand as f64);
            meter.count(group.part, Quantity::SpotSeconds, spot as f64);
        }
    }

    fn meter_databases(&mut self) {
        let meter = &mut self.meter;
        for member in &self.members {
            let database = &self.databases[member.database as usize];
            if database.proxy != NONE {
                continue; // a proxy is billed by the database behind it
            }
            let class = if member.class == database.first_class { 0 } else { member.class };
            meter.count_of(member.part, Quantity::InstanceSeconds, class, 1.0);
            if database.space.is_shared {
                meter.count(member.part, Quantity::StorageIos, member.volume.done[0] + member.volume.done[1]);
                if member.role == MemberRole::Replica {
                    continue; // all share one storage
                }
            }
            meter.count(member.part, Quantity::StorageGibSeconds, database.space.billed_gib());
            meter.count(member.part, Quantity::IopsSeconds, database.space.billed_iops());
        }
    }

    /// Bytes by where they go, and what load balancers had to do.
    fn meter_traffic(&mut self) {
        for (part, counters) in self.record.parts.iter().enumerate() {
            let [zones, regions] = counters.crossed;
            self.meter.count(part as PartIndex, Quantity::InternetBytes, counters.sent as f64);
            self.meter.count(part as PartIndex, Quantity::CrossZoneBytes, zones as f64);
            self.meter.count(part as PartIndex, Quantity::InterRegionBytes, regions as f64);
        }
        for index in 0..self.balancers.len() {
            let consumed = self.consumed_lcus(index);
            self.meter.count(self.balancers[index].part, Quantity::LcuSeconds, consumed);
        }
    }
}
