//! What each setting does, in English and Korean.

use ninepins_model::SettingKey as Key;

use crate::settings_database::{self as database, database_keys};

/// The settings of one topic with their texts: the pattern that all their keys fit, and what each does; nothing for others.
macro_rules! explained {
    ($keys:ident: $($($key:ident)|+: $english:literal, $korean:literal;)*) => {
        macro_rules! $keys {
            () => {
                $($(Key::$key)|+)|*
            };
        }
        pub(super) use $keys;

        pub(super) const fn help(key: Key) -> (&'static str, &'static str) {
            match key {
                $($(Key::$key)|+ => ($english, $korean),)*
                _ => ("", ""),
            }
        }
    };
}

mod balancers;
mod clients;
mod databases;
mod dns;
mod edge;
mod groups;
mod machine;
mod network;
mod scaling;
mod servers;

use balancers::balancer_keys;
use clients::client_keys;
use databases::engine_keys;
use dns::dns_keys;
use edge::edge_keys;
use groups::group_keys;
use machine::machine_keys;
use network::network_keys;
use servers::server_keys;

/// What a setting does in AWS and in the simulation.
pub(crate) const fn help(key: Key) -> (&'static str, &'static str) {
    match key {
        client_keys!() => clients::help(key),
        dns_keys!() => dns::help(key),
        edge_keys!() => edge::help(key),
        network_keys!() => network::help(key),
        balancer_keys!() => balancers::help(key),
        group_keys!() => groups::help(key),
        server_keys!() => servers::help(key),
        engine_keys!() => databases::help(key),
        machine_keys!() => machine::help(key),
        Key::CacheNodeType
        | Key::CacheReplicas
        | Key::CacheMultiAz
        | Key::CacheTtl
        | Key::CacheItems
        | Key::CacheZipf
        | Key::CacheItemBytes
        | Key::CacheFilled
        | Key::MaxmemoryPolicy
        | Key::ReservedMemory
        | Key::CacheMaxConnections
        | Key::CacheCommand
        | Key::CacheFailoverMin
        | Key::CacheFailoverMax
        | Key::CacheReplacement
        | Key::CacheReplicationLag
        | Key::CacheTimeout
        | Key::CacheReconnect
        | Key::CacheConnections
        | Key::CacheOnWrite => (crate::settings_elasticache::english(key), crate::settings_elasticache::korean(key)),
        Key::VisibilityTimeout
        | Key::MessageRetention
        | Key::ReceiveWait
        | Key::DeadLetterQueue
        | Key::MaxReceiveCount
        | Key::InFlightMessages
        | Key::MessagesAtStart
        | Key::QueueEndpoint
        | Key::QueueLatency
        | Key::ConsumerConcurrency
        | Key::ConsumerPause
        | Key::PoisonMessages
        | Key::BacklogPerInstance => (crate::settings_sqs::english(key), crate::settings_sqs::korean(key)),
        database_keys!() => database::help(key),
        Key::NoteText => (
            "Shown on the canvas and kept in the link. It changes nothing in the run.",
            "캔버스에 표시되고 링크에 함께 저장됩니다. 실행 결과에는 영향을 주지 않습니다.",
        ),
        Key::SecondMetric
        | Key::TargetNetwork
        | Key::AlarmPolicy
        | Key::AlarmMetric
        | Key::HighThreshold
        | Key::LowThreshold
        | Key::EvaluationPeriods
        | Key::AdjustmentType
        | Key::MinAdjustment
        | Key::ScaleOutSteps
        | Key::ScaleInSteps
        | Key::Cooldown
        | Key::ScheduledActions
        | Key::ScheduledDelay
        | Key::PredictiveScaling
        | Key::PredictiveMetric
        | Key::PredictiveForecast
        | Key::SchedulingBuffer
        | Key::IncreaseMaxCapacity
        | Key::MaxCapacityBuffer
        | Key::DetailedMonitoring
        | Key::MetricPeriod
        | Key::MaintenancePolicy
        | Key::MinHealthy
        | Key::MaxHealthy
        | Key::MaxInstanceLifetime
        | Key::TerminationPolicy
        | Key::ScaleInProtection
        | Key::LaunchHook
        | Key::LaunchHookTime
        | Key::LaunchHookTimeout
        | Key::LaunchHookResult
        | Key::TerminateHook
        | Key::TerminateHookTime
        | Key::TerminateHookTimeout
        | Key::WarmPool
        | Key::WarmPoolState
        | Key::MaxPrepared
        | Key::WarmPoolMin
        | Key::OnDemandBase
        | Key::SpotShare
        | Key::CapacityRebalancing
        | Key::GroupZonalShift
        | Key::ReplaceShifted
        | Key::ImpairedWait
        | Key::OnDemandQuota => scaling::help(key),
    }
}
