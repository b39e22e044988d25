//! What is shown of the present state: loads, the window's metrics, the views of parts, wires and members.
//!
//! Reading a gauge changes nothing; what needs a mark of its own is measured at the end of each second, whether or not
//! anybody looks.

use ninepins_macros::rare;
use ninepins_report::{Cause, Gauges, Health, PartIndex, PartReason, PartView, WireView};

use crate::engine::Engine;

mod health;
mod loads;
mod members;
mod metrics;
mod window;

use health::{
    IDLE, State, bucket_state, cache_state, certificate_state, distribution_state, hosted_zone_state, service_state,
    zone_state,
};

/// Utilisation from which a member counts as strained.
const STRAINED: f32 = 0.8;

#[rare]
impl Engine {
    /// The present state of everything that is drawn.
    pub(crate) fn gauges(&self) -> Gauges {
        let wires = self.record.last_wires.iter().enumerate();
        Gauges {
            parts: self.part_views(),
            wires: wires
                .filter(|(_, counts)| counts[0] + counts[1] > 0)
                .map(|(wire, counts)| WireView { wire: wire as u16, ok: counts[0] as f32, failed: counts[1] as f32 })
                .collect(),
            members: self.member_views(),
            usage: self.meter.usage(),
        }
    }

    fn part_views(&self) -> Vec<PartView> {
        // Users do as their requests do, whichever part is to blame for it.
        let sources = self.users.iter().filter(|users| !users.is_checker);
        let mut views: Vec<PartView> =
            sources.map(|users| self.part_view(users.part, IDLE, users.failed_last)).collect();
        let mut show = |part: PartIndex, state: State| {
            let counters = &self.record.last_parts[usize::from(part)];
            views.push(self.part_view(part, state, (counters.failed, counters.cause)));
        };
        self.hosted_zones.iter().for_each(|zone| show(zone.part, hosted_zone_state(zone)));
        self.certificates.iter().for_each(|certificate| show(certificate.part, certificate_state(certificate)));
        self.distributions.iter().for_each(|distribution| show(distribution.part, distribution_state(distribution)));
        self.buckets.iter().for_each(|bucket| show(bucket.part, bucket_state(bucket)));
        self.balancers.iter().for_each(|balancer| show(balancer.part, self.balancer_state(balancer)));
        self.scaling_groups.iter().for_each(|group| show(group.part, self.group_state(group.part)));
        let singles = self.single_instances.iter();
        singles.for_each(|(_, blueprint)| show(blueprint.part, self.single_state(blueprint.part)));
        self.external_services.iter().for_each(|service| show(service.part, service_state(service)));
        self.queues.iter().for_each(|queue| show(queue.part, IDLE));
        self.caches.iter().for_each(|cache| show(cache.part, cache_state(cache)));
        self.databases.iter().for_each(|database| show(database.part, self.database_state(database)));
        self.network.zones.iter().for_each(|zone| show(zone.part, zone_state(zone)));
        (0..self.network.nats.len()).for_each(|nat| show(self.network.nats[nat].part, self.nat_state(nat)));
        views
    }

    fn part_view(&self, part: PartIndex, (state, reason): State, (failed, cause): (u32, Option<Cause>)) -> PartView {
        let counters = &self.record.last_parts[usize::from(part)];
        // What never arrived was tried as well: a part that half of its requests cannot reach fails half of them, not all.
        let tried = (counters.arrived + counters.unreached).max(failed);
        let failing = if tried == 0 { 0.0 } else { failed as f32 / tried as f32 };
        let failure = cause.map(|why| PartReason { kind: why.kind, because: why.because });
        let by_requests = match failing {
            share if share > 0.5 => Health::Failing,
            share if share > 0.01 => Health::Strained,
            _ if tried > 0 => Health::Healthy,
            _ => Health::Idle,
        };
        let health = state.max(by_requests);
        let reason = if health > Health::Healthy { reason.or(failure) } else { None };
        PartView { part, health, reason, rate: counters.arrived as f32, failing, latency_ms: self.mean_ms(part) }
    }

    fn rate(&self, part: PartIndex) -> f32 {
        self.record.last_parts[usize::from(part)].arrived as f32
    }

    fn mean_ms(&self, part: PartIndex) -> f32 {
        let counters = &self.record.last_parts[usize::from(part)];
        if counters.finished == 0 {
            0.0
        } else {
            (counters.spent_ns as f64 / f64::from(counters.finished) / 1e6) as f32
        }
    }
}
