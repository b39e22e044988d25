//! What to try on the design as a whole: what its preset suggests, then what fits any design.

use std::mem::discriminant;

use gloo::timers::callback::Timeout;
use ninepins_model::{Action, Design};
use ninepins_words::page_texts;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::faults::experiments;
use crate::later::{Experiment, fetch_experiments, own_experiments};
use crate::state::{Language, use_design, use_language};

/// The first frames come first.
const FETCH_MS: u32 = 1_500;

/// An experiment to begin with a press.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Offer {
    pub(super) action: Action,
    pub(super) name: &'static str,
    pub(super) help: &'static str,
    pub(super) testid: AttrValue,
}

/// The offers for the design on the canvas.
#[hook]
pub(super) fn use_offers() -> Vec<Offer> {
    let (design, language) = (use_design(), use_language());
    let arrived = use_state(|| false);
    let own = own_experiments(&design, language);
    let setter = arrived.setter();
    use_effect_with(own.is_none(), move |is_missing| {
        let soon = is_missing.then(|| {
            Timeout::new(FETCH_MS, move || {
                spawn_local(async move {
                    // Without them there is still what fits any design.
                    setter.set(fetch_experiments().await.is_ok());
                });
            })
        });
        move || drop(soon)
    });
    offers(own.unwrap_or_default(), &design, language)
}

/// The preset's own, then those for any design that do something else.
fn offers(own: Vec<Experiment>, design: &Design, language: Language) -> Vec<Offer> {
    let mut found: Vec<Offer> = Vec::new();
    for (action, texts) in own {
        let alike = found.iter().filter(|offer| discriminant(&offer.action) == discriminant(&action)).count();
        let testid = match alike {
            0 => test_name(&action).into(),
            more => format!("{}-{}", test_name(&action), more + 1).into(),
        };
        found.push(Offer { action, name: texts.name, help: texts.help, testid });
    }
    let page = page_texts(language);
    let general = experiments(design);
    let words = [
        (general.instance, page.try_instance, page.try_instance_help),
        (general.zone, page.try_zone, page.try_zone_help),
        (general.database, page.try_database, page.try_database_help),
        (general.spike, page.try_spike, page.try_spike_help),
    ];
    for (action, name, help) in words {
        let Some(action) = action else { continue };
        if found.iter().all(|offer| discriminant(&offer.action) != discriminant(&action)) {
            let testid = test_name(&action).into();
            found.push(Offer { action, name, help, testid });
        }
    }
    found
}

/// A name for tests.
const fn test_name(action: &Action) -> &'static str {
    match action {
        Action::ZonePowerLoss { .. } => "try-zone",
        Action::ZoneNetworkCut { .. } => "try-zone-cut",
        Action::InsufficientInstanceCapacity { .. } => "try-zone-capacity",
        Action::RegionLoss { .. } => "try-region",
        Action::NetworkLatency { .. } => "try-latency",
        Action::PacketLoss { .. } => "try-loss",
        Action::Partition { .. } => "try-partition",
        Action::NetworkAclDeny { .. } => "try-acl",
        Action::RouteRemoval { .. } => "try-route",
        Action::NatGatewayLoss { .. } => "try-nat",
        Action::PrimaryFailure { .. } | Action::RebootWithFailover { .. } => "try-database",
        Action::CacheNodeFailure { .. } | Action::CacheZoneInterruption { .. } => "try-cache",
        Action::Traffic { .. } => "try-spike",
        Action::TerminateInstance { .. } | Action::StopInstance { .. } => "try-terminate",
        Action::HangInstance { .. } => "try-hang",
        Action::ApplicationCrash { .. } => "try-crash",
        Action::CpuStress { .. } => "try-cpu-stress",
        Action::MemoryStress { .. } => "try-memory-stress",
        Action::IoStress { .. } => "try-io-stress",
        Action::DiskFill { .. } => "try-disk-fill",
        Action::VolumeIoPause { .. } => "try-volume-pause",
        Action::VolumeIoLatency { .. } => "try-volume-latency",
        Action::Errors { .. } => "try-errors",
        Action::ExternalServiceOutage { .. } => "try-external-service",
        Action::ReplicaCut { .. } => "try-replica",
        Action::SlowQueries { .. } => "try-slow-queries",
        Action::DatabaseLock { .. } => "try-lock",
        Action::StorageFull { .. } => "try-storage-full",
        Action::ConnectionLeak { .. } => "try-connection-leak",
        Action::ReplicaLag { .. } | Action::PromoteReplica { .. } => "try-replication",
        Action::DatabaseMaintenance { .. }
        | Action::EngineUpgrade { .. }
        | Action::DatabaseClassChange { .. }
        | Action::DatabaseRestore { .. }
        | Action::DatabaseBackup { .. } => "try-maintenance",
        Action::CertificateExpiry { .. } | Action::ValidationRecordRemoval { .. } => "try-certificate",
        Action::DnsOutage { .. } | Action::WrongRecord { .. } => "try-dns",
        Action::SecurityGroupRuleRemoval { .. } => "try-rule",
        Action::NodeLoss { .. } => "try-node",
        Action::ZonalShift { .. } => "try-shift",
        Action::BadHealthCheck { .. } => "try-health",
        Action::TargetDeregistration { .. } => "try-deregister",
        Action::TargetGroupWeight { .. } => "try-weight",
        Action::CacheFlush { .. } => "try-flush",
        Action::Invalidation { .. } => "try-invalidation",
        Action::EdgeLocationLoss { .. } => "try-edge-location",
        Action::S3Throttling { .. } => "try-throttling",
        Action::BucketAccessDenied { .. } => "try-denied",
        Action::SpotInterruption { .. } => "try-spot",
        Action::OnDemandQuota { .. } => "try-quota",
        Action::ProcessSuspension { .. } => "try-suspend",
        Action::InstanceRefresh { .. } => "try-refresh",
        Action::SetDesiredCapacity { .. } => "try-capacity",
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::Preset;
    use ninepins_words::preset_texts;

    use super::*;

    fn names(preset: Preset) -> Vec<String> {
        let texts = preset_texts(Language::English, preset).experiments;
        let own = preset.experiments().into_iter().zip(texts).collect();
        let offers = offers(own, &preset.design(), Language::English);
        offers.into_iter().map(|offer| offer.testid.to_string()).collect()
    }

    #[test]
    fn the_first_screen_offers_the_same_before_and_after_the_presets_have_arrived() {
        let design = Preset::SeedArchitecture.design();
        let texts = preset_texts(Language::English, Preset::SeedArchitecture).experiments;
        let own = Preset::SeedArchitecture.experiments().into_iter().zip(texts).collect();
        let after = offers(own, &design, Language::English);
        assert_eq!(after, offers(Vec::new(), &design, Language::English));
    }

    #[test]
    fn a_presets_own_experiments_come_first_and_stand_for_those_of_their_kind() {
        assert_eq!(names(Preset::ThreeAz), ["try-zone", "try-zone-2", "try-database", "try-spike"]);
        assert_eq!(names(Preset::RetryStormTrap), ["try-spike", "try-spike-2", "try-zone"]);
        assert_eq!(names(Preset::StaticSite), ["try-flush", "try-certificate", "try-spike"]);
    }
}
