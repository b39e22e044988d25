//! How each kind of part does by its own state, whatever its requests say.

use ninepins_macros::rare;
use ninepins_report::{Because, CauseKind, Health, PartIndex, PartReason};

use super::STRAINED;
use crate::engine::Engine;
use crate::network::Zone;
use crate::parts::alb::LoadBalancer;
use crate::parts::certificate::Certificate;
use crate::parts::cloudfront::Distribution;
use crate::parts::elasticache::Cache;
use crate::parts::external_service::ExternalService;
use crate::parts::instance::{Instance, Life};
use crate::parts::rds::{Database, Phase};
use crate::parts::route53::HostedZone;
use crate::parts::s3::Bucket;

/// How a part does, and why, if it does not do well.
pub(super) type State = (Health, Option<PartReason>);

/// Nothing is wrong with it; whether it does anything is for its requests to say.
pub(super) const IDLE: State = (Health::Idle, None);

const HEALTHY: State = (Health::Healthy, None);

#[rare]
fn failing(kind: CauseKind, because: Because) -> State {
    (Health::Failing, Some(PartReason { kind, because }))
}

#[rare]
fn strained(kind: CauseKind, because: Because) -> State {
    (Health::Strained, Some(PartReason { kind, because }))
}

#[rare]
pub(super) fn zone_state(zone: &Zone) -> State {
    match (zone.outages.first(), zone.cuts.first()) {
        (Some(event), _) => failing(CauseKind::InstanceDown, Because::Event(*event)),
        (None, Some(event)) => failing(CauseKind::NetworkCut, Because::Event(*event)),
        (None, None) => HEALTHY,
    }
}

#[rare]
pub(super) fn certificate_state(certificate: &Certificate) -> State {
    let because = certificate.expiries.first().map(|event| Because::Event(*event));
    match because.or(certificate.expired.map(Because::Decision)) {
        Some(because) => failing(CauseKind::CertificateExpired, because),
        None => HEALTHY,
    }
}

#[rare]
pub(super) fn distribution_state(distribution: &Distribution) -> State {
    match distribution.locations.iter().find_map(|location| location.lost) {
        Some(event) => strained(CauseKind::EdgeLocationLost, Because::Event(event)),
        None => IDLE,
    }
}

#[rare]
pub(super) fn hosted_zone_state(zone: &HostedZone) -> State {
    let event = zone.outages.first().map(|event| (CauseKind::HostedZoneDown, *event));
    match event.or(zone.wrong.first().map(|wrong| (CauseKind::WrongRecord, wrong.event))) {
        Some((kind, event)) => failing(kind, Because::Event(event)),
        None => IDLE,
    }
}

#[rare]
pub(super) fn bucket_state(bucket: &Bucket) -> State {
    match (bucket.denials.first(), bucket.throttles.first()) {
        (Some(event), _) => failing(CauseKind::AccessDenied, Because::Event(*event)),
        (None, Some((event, _))) => strained(CauseKind::SlowDown, Because::Event(*event)),
        (None, None) => IDLE,
    }
}

#[rare]
pub(super) fn service_state(service: &ExternalService) -> State {
    match service.outages.first() {
        Some(event) => failing(CauseKind::ExternalServiceDown, Because::Event(*event)),
        None => IDLE,
    }
}

#[rare]
pub(super) fn cache_state(cache: &Cache) -> State {
    match cache.cold {
        _ if !cache.is_available => failing(CauseKind::CacheDown, cache.because),
        Some(because) => strained(CauseKind::CacheCold, because),
        None if cache.load > STRAINED => strained(CauseKind::CacheSlow, Because::Demand),
        None => IDLE,
    }
}

#[rare]
impl Engine {
    pub(super) fn nat_state(&self, index: usize) -> State {
        let nat = &self.network.nats[index];
        match self.network.nat_down(index as u16) {
            Some(because) => failing(CauseKind::NatGatewayDown, because),
            None if nat.is_starved => strained(CauseKind::NatPortsExhausted, Because::Demand),
            None if nat.connections() > 0 => HEALTHY,
            None => IDLE,
        }
    }

    pub(super) fn balancer_state(&self, balancer: &LoadBalancer) -> State {
        let mut nodes = balancer.nodes.iter().map(|node| self.nodes[*node as usize].down);
        let all_down = nodes.clone().all(|down| down.is_some());
        match nodes.find_map(|down| down) {
            Some(because) if all_down => failing(CauseKind::NodeDown, because),
            Some(because) => strained(CauseKind::NodeDown, because),
            None => IDLE,
        }
    }

    pub(super) fn database_state(&self, database: &Database) -> State {
        let member = &self.members[database.endpoint as usize];
        if let Some(because) = member.unreachable() {
            return failing(member.unreachable_kind(), because);
        }
        if database.phase != Phase::Available {
            return failing(CauseKind::DatabaseRecovering, database.because);
        }
        if member.load > STRAINED {
            return strained(CauseKind::DatabaseCpu, Because::Demand);
        }
        if database.space.is_full() {
            return strained(CauseKind::StorageFull, database.space.because());
        }
        if let Some(event) = database.locks.first() {
            return strained(CauseKind::DatabaseLocked, Because::Event(*event));
        }
        if let Some(because) = member.volume.delay(self.now) {
            return strained(CauseKind::DatabaseStorage, because);
        }
        if member.credits.is_some_and(|credits| credits.is_throttled) {
            return strained(CauseKind::CreditsSpent, Because::Demand);
        }
        let mut standbys = database.standbys.iter().map(|standby| &self.members[*standby as usize]);
        match standbys.find(|standby| !standby.in_sync) {
            Some(standby) => strained(CauseKind::DatabaseRecovering, standby.because),
            None => IDLE,
        }
    }

    /// A single instance; one that is gone is not replaced.
    pub(super) fn single_state(&self, part: PartIndex) -> State {
        let living = self.living(part);
        match self.instances.iter().find(|instance| instance.part == part && instance.life == Life::Terminated) {
            Some(gone) if living.is_empty() => failing(CauseKind::InstanceDown, gone.state_because()),
            _ => instances_state(&living),
        }
    }

    pub(super) fn group_state(&self, part: PartIndex) -> State {
        instances_state(&self.living(part))
    }

    /// The instances that count for the state of their part.
    fn living(&self, part: PartIndex) -> Vec<&Instance> {
        let counts = |life: Life| matches!(life, Life::Pending | Life::InService);
        self.instances.iter().filter(|instance| instance.part == part && counts(instance.life)).collect()
    }
}

/// The worst that is wrong with any of these.
#[rare]
fn instances_state(instances: &[&Instance]) -> State {
    if instances.is_empty() {
        return IDLE;
    }
    let serves = instances.iter().any(|instance| instance.is_listening() && instance.down.is_none());
    let lost = if serves { strained } else { failing };
    if let Some(down) = instances.iter().find(|instance| instance.down.is_some()) {
        return lost(down.down_kind, down.state_because());
    }
    if let Some(crashed) = instances.iter().find(|instance| !instance.crashes.is_empty()) {
        return lost(CauseKind::ApplicationDown, crashed.state_because());
    }
    if let Some(hung) = instances.iter().find(|instance| !instance.hangs.is_empty()) {
        return strained(CauseKind::InstanceHung, hung.state_because());
    }
    if instances.iter().any(|instance| instance.credits.is_some_and(|credits| credits.is_throttled)) {
        return strained(CauseKind::CreditsSpent, Because::Demand);
    }
    if instances.iter().map(|instance| instance.load).sum::<f32>() / instances.len() as f32 > STRAINED {
        return strained(CauseKind::InstanceCpu, Because::Demand);
    }
    (if serves { Health::Idle } else { Health::Strained }, None)
}
