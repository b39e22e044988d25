//! The table of needs, by part and wire.
//!
//! What AWS refuses beside another value is not in it, because validation says so: slow start of targets that are not taken in
//! turn, anomaly mitigation without weighted random. Neither is what another part decides, nor a class of databases where an
//! event may change it.

use super::{Condition, Need, Row};
use crate::setting::SettingKey as Key;

const fn row(settings: &'static [Key], any: &'static [Need]) -> Row {
    Row { settings, any }
}

const fn on(of: Key) -> Need {
    Need { of, is: Condition::On }
}

const fn off(of: Key) -> Need {
    Need { of, is: Condition::Off }
}

const fn one_of(of: Key, values: &'static [&'static str]) -> Need {
    Need { of, is: Condition::OneOf(values) }
}

const fn not(of: Key, value: &'static str) -> Need {
    Need { of, is: Condition::Not(value) }
}

const fn more_than(of: Key, least: u32) -> Need {
    Need { of, is: Condition::MoreThan(least) }
}

const AURORA: Need = one_of(Key::DatabaseEngine, &["aurora_mysql", "aurora_postgresql"]);
const OTHER_THAN_AURORA: Need = one_of(Key::DatabaseEngine, &["postgres", "mysql", "mariadb"]);
const CPU: &[&str] = &["asg_average_cpu_utilization"];
const NETWORK: &[&str] = &["asg_average_network_in", "asg_average_network_out"];
const REQUESTS: &[&str] = &["alb_request_count_per_target"];
const BACKLOG: &[&str] = &["sqs_backlog_per_instance"];

/// Of several rows of a setting the first that is not met is what it is said to wait for.
pub(super) const ROWS: &[Row] = &[
    // Users. Arrivals spread think times as well, and bytes are paid for whatever the bandwidth is.
    row(&[Key::ThinkTime], &[one_of(Key::Population, &["closed"])]),
    row(&[Key::RequestsPerSecond, Key::Shape], &[one_of(Key::Population, &["open"])]),
    row(&[Key::PeakRate, Key::ShapeStart], &[one_of(Key::Shape, &["ramp", "step", "daily", "flash_crowd"])]),
    row(&[Key::ShapeLength], &[one_of(Key::Shape, &["ramp", "daily", "flash_crowd"])]),
    row(&[Key::CrowdRise], &[one_of(Key::Shape, &["flash_crowd"])]),
    row(&[Key::RateTable], &[one_of(Key::Shape, &["table"])]),
    row(&[Key::StallTime], &[more_than(Key::Stalling, 0)]),
    row(&[Key::RetryBackoff, Key::RetryWrites, Key::TokenBucket], &[more_than(Key::RetriesMax, 0)]),
    row(&[Key::RetryBase, Key::RetryCap, Key::RetryJitter], &[one_of(Key::RetryBackoff, &["exponential", "fixed"])]),
    row(&[Key::TokenDeposit, Key::TokenCapacity, Key::TokenInitial], &[on(Key::TokenBucket)]),
    row(&[Key::BreakerFailures, Key::BreakerOpen, Key::BreakerProbes], &[on(Key::CircuitBreaker)]),
    row(&[Key::ClientDnsMinimum], &[off(Key::ClientDnsForever)]),
    // Records. An option of a health check is paid for with every type.
    row(&[Key::RecordWeight], &[one_of(Key::RecordPolicy, &["weighted"])]),
    row(&[Key::RecordFailover], &[one_of(Key::RecordPolicy, &["failover"])]),
    row(&[Key::RecordLocation], &[one_of(Key::RecordPolicy, &["geolocation"])]),
    row(&[Key::RecordTtl], &[off(Key::RecordAlias)]),
    row(&[Key::EvaluateTargetHealth], &[on(Key::RecordAlias)]),
    row(
        &[Key::RecordCheckInterval, Key::SearchStringEnd, Key::RecordCheckInverted],
        &[not(Key::RecordCheckType, "none")],
    ),
    row(
        &[Key::RecordCheckThreshold, Key::RecordCheckers, Key::CheckPort, Key::HealthCheckDepth],
        &[one_of(Key::RecordCheckType, &["http", "https", "tcp"])],
    ),
    row(&[Key::CheckPath], &[one_of(Key::RecordCheckType, &["http", "https"])]),
    row(&[Key::RecordCheckChildren, Key::HealthyChildren], &[one_of(Key::RecordCheckType, &["calculated"])]),
    // Certificates, distributions, origins, buckets.
    row(&[Key::ValidationRecord], &[one_of(Key::CertificateSource, &["issued"])]),
    row(&[Key::RegionalRoundTrip], &[more_than(Key::RegionalCaches, 0)]),
    row(
        &[
            Key::BehaviourPrecedence,
            Key::AllowedMethods,
            Key::FailoverCodes,
            Key::CachePolicy,
            Key::OriginShield,
            Key::Compress,
        ],
        &[one_of(Key::OriginRole, &["primary"])],
    ),
    row(&[Key::CacheControl], &[not(Key::CachePolicy, "caching_disabled")]),
    row(&[Key::OriginMaxAge], &[one_of(Key::CacheControl, &["max_age"])]),
    row(&[Key::OriginDomain], &[not(Key::OriginProtocol, "http_only")]),
    row(&[Key::ListBucket, Key::PutObject], &[one_of(Key::BucketEndpoint, &["rest"])]),
    // Load balancers and their target groups.
    row(&[Key::IdleTimeout], &[one_of(Key::NlbListener, &["tcp"])]),
    row(&[Key::StickinessDuration], &[not(Key::Stickiness, "off")]),
    row(&[Key::StickinessDuration], &[on(Key::CrossZone)]),
    row(&[Key::IdentityLatency, Key::IdentityErrors, Key::IdentitySession], &[on(Key::Authenticate)]),
    row(
        &[Key::CheckPath, Key::HealthCheckDepth, Key::SuccessCodes, Key::CheckStatus],
        &[one_of(Key::CheckProtocol, &["http"])],
    ),
    // Instances and what runs on them.
    row(&[Key::CreditSpecification, Key::CreditStart], &[Need { of: Key::InstanceType, is: Condition::Burstable }]),
    row(&[Key::CreditStart], &[Need { of: Key::DatabaseClass, is: Condition::Burstable }]),
    row(&[Key::VolumeIops, Key::VolumeThroughput], &[one_of(Key::VolumeType, &["gp3"])]),
    row(
        &[Key::DiskOperationSize, Key::VolumeLatency],
        &[more_than(Key::ReadDisk, 0), more_than(Key::WriteDisk, 0), more_than(Key::AssetDisk, 0)],
    ),
    row(&[Key::DemandVariation], &[one_of(Key::DemandDistribution, &["lognormal"])]),
    row(&[Key::ExternalVariation], &[one_of(Key::ExternalDistribution, &["lognormal"])]),
    row(&[Key::DropCountsService], &[more_than(Key::DropOlder, 0)]),
    row(&[Key::CallBackoff, Key::CallJitter], &[more_than(Key::CallTries, 1)]),
    // Auto Scaling groups.
    row(&[Key::ScalingMetric, Key::SecondMetric, Key::ScaleIn, Key::LowAlarmRatio], &[on(Key::TargetTracking)]),
    row(
        &[Key::TargetCpu],
        &[one_of(Key::ScalingMetric, CPU), one_of(Key::SecondMetric, CPU), one_of(Key::PredictiveMetric, CPU)],
    ),
    row(
        &[Key::TargetNetwork],
        &[
            one_of(Key::ScalingMetric, NETWORK),
            one_of(Key::SecondMetric, NETWORK),
            one_of(Key::PredictiveMetric, NETWORK),
        ],
    ),
    row(
        &[Key::TargetRequests],
        &[
            one_of(Key::ScalingMetric, REQUESTS),
            one_of(Key::SecondMetric, REQUESTS),
            one_of(Key::PredictiveMetric, REQUESTS),
        ],
    ),
    row(&[Key::BacklogPerInstance], &[one_of(Key::ScalingMetric, BACKLOG), one_of(Key::PredictiveMetric, BACKLOG)]),
    row(
        &[
            Key::AlarmMetric,
            Key::HighThreshold,
            Key::LowThreshold,
            Key::EvaluationPeriods,
            Key::AdjustmentType,
            Key::ScaleOutSteps,
            Key::ScaleInSteps,
        ],
        &[not(Key::AlarmPolicy, "none")],
    ),
    row(&[Key::MinAdjustment], &[one_of(Key::AdjustmentType, &["percent_change_in_capacity"])]),
    row(&[Key::Cooldown], &[one_of(Key::AlarmPolicy, &["simple_scaling"])]),
    row(
        &[Key::PredictiveMetric, Key::PredictiveForecast, Key::SchedulingBuffer, Key::IncreaseMaxCapacity],
        &[on(Key::PredictiveScaling)],
    ),
    row(&[Key::MaxCapacityBuffer], &[on(Key::IncreaseMaxCapacity)]),
    row(&[Key::DetailedMonitoring], &[one_of(Key::MetricPeriod, &["60"])]),
    row(&[Key::ScheduledDelay], &[Need { of: Key::ScheduledActions, is: Condition::Filled }]),
    row(&[Key::HealthGrace], &[one_of(Key::HealthCheckType, &["elb"])]),
    row(&[Key::MinHealthy, Key::MaxHealthy], &[on(Key::MaintenancePolicy)]),
    row(&[Key::LaunchHookTime, Key::LaunchHookTimeout, Key::LaunchHookResult], &[on(Key::LaunchHook)]),
    row(&[Key::TerminateHookTime, Key::TerminateHookTimeout], &[on(Key::TerminateHook)]),
    row(&[Key::ReplaceShifted], &[on(Key::GroupZonalShift)]),
    row(&[Key::WarmPoolState, Key::MaxPrepared, Key::WarmPoolMin], &[on(Key::WarmPool)]),
    row(&[Key::OnDemandBase, Key::CapacityRebalancing], &[more_than(Key::SpotShare, 0)]),
    // Databases. Aurora has readers and a storage of its own; `multi_az` asks it for a reader.
    row(&[Key::AuroraReplicas, Key::FailoverTiers], &[AURORA]),
    row(
        &[
            Key::DatabaseCluster,
            Key::StorageType,
            Key::MaxAllocatedStorage,
            Key::IoSize,
            Key::StandbyWrite,
            Key::StandbyRebuild,
        ],
        &[OTHER_THAN_AURORA],
    ),
    row(&[Key::MultiAz, Key::EngineUpgrade], &[AURORA, off(Key::DatabaseCluster)]),
    row(
        &[Key::FailoverMin, Key::FailoverMax, Key::BackupPause, Key::BackupWindow, Key::RestoreTime],
        &[off(Key::DatabaseCluster)],
    ),
    row(&[Key::FailoverMin, Key::FailoverMax], &[on(Key::MultiAz)]),
    row(&[Key::StandbyWrite, Key::StandbyRebuild], &[on(Key::MultiAz), on(Key::DatabaseCluster)]),
    row(&[Key::ClusterFailoverMin, Key::ClusterFailoverMax, Key::ReaderLag], &[AURORA, on(Key::DatabaseCluster)]),
    row(&[Key::BackupWindow, Key::RestoreTime], &[more_than(Key::BackupRetention, 0)]),
    row(&[Key::ProvisionedIops], &[one_of(Key::StorageType, &["gp3", "io1"])]),
    row(&[Key::StorageThroughput], &[one_of(Key::StorageType, &["gp3"])]),
    row(&[Key::BurstStart], &[one_of(Key::StorageType, &["gp2"])]),
    // Caches, queues, subnets.
    row(&[Key::CacheMultiAz, Key::CacheReplicationLag], &[more_than(Key::CacheReplicas, 0)]),
    row(&[Key::CacheFailoverMin, Key::CacheFailoverMax], &[on(Key::CacheMultiAz)]),
    row(&[Key::MaxReceiveCount], &[on(Key::DeadLetterQueue)]),
    row(&[Key::OwnRouteTable], &[Need { of: Key::Routes, is: Condition::Empty }]),
];
