//! The tag and the tone of an entry of the log.

use ninepins_model::{Action, Design, Kind};
use ninepins_report::{LogEntry, LogFact};

use crate::Language;
use crate::places::part_by_index;

/// How an entry of the log is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Something recovered.
    Good,
    /// Something failed.
    Bad,
    /// Something acted or was changed.
    Change,
    /// Something to know.
    Neutral,
}

/// The tag before an entry, and its tone.
pub fn log_tag(language: Language, design: &Design, entry: &LogEntry) -> (&'static str, Tone) {
    let users = language.pick(("USERS", "사용자"));
    let run = language.pick(("RUN", "실행"));
    let of_event = |event: u32| match design.scenario.events.get(event as usize) {
        Some(event) => action_tag(language, &event.action),
        None => (language.pick(("EVENT", "이벤트")), Tone::Neutral),
    };
    let of_part = entry.part.and_then(|part| part_by_index(design, part)).map(|(_, part)| part.kind());
    let of_part = of_part.map_or(run, |kind| kind_tag(language, kind));
    match &entry.fact {
        LogFact::EventApplied { event, .. } => of_event(*event),
        LogFact::EventWithoutEffect { event } => (of_event(*event).0, Tone::Neutral),
        LogFact::EventEnded { event } => match of_event(*event) {
            (tag, Tone::Bad) => (tag, Tone::Good),
            (tag, _) => (tag, Tone::Neutral),
        },
        LogFact::TargetUnhealthy { .. }
        | LogFact::TargetUnused { .. }
        | LogFact::FailOpen { .. }
        | LogFact::NodeLeftDns
        | LogFact::CreditsSpent
        | LogFact::ProcessKilled
        | LogFact::BurstCreditsSpent
        | LogFact::StorageFull
        | LogFact::LaunchFailed
        | LogFact::QuotaReached
        | LogFact::LaunchAbandoned
        | LogFact::SpotReclaimed
        | LogFact::UserDataFailed { .. }
        | LogFact::PrimaryLost { .. }
        | LogFact::NoStandby
        | LogFact::RecordUnhealthy { .. }
        | LogFact::CircuitOpened
        | LogFact::CertificateExpired => (of_part, Tone::Bad),
        LogFact::TargetHealthy { .. }
        | LogFact::NodeBackInDns
        | LogFact::RecordHealthy { .. }
        | LogFact::CircuitClosed
        | LogFact::CertificateRenewed
        | LogFact::InstanceInService { .. }
        | LogFact::RefreshCompleted
        | LogFact::EndpointMoved { .. }
        | LogFact::DatabaseAvailable { .. }
        | LogFact::DatabaseRestored { .. }
        | LogFact::StandbyReady
        | LogFact::PoolReconnected { .. }
        | LogFact::PrefixRepartitioned { .. }
        | LogFact::ReplicaCaughtUp { .. } => (of_part, Tone::Good),
        LogFact::MessageReturned => (of_part, Tone::Change),
        LogFact::CachePrimaryLost { .. } | LogFact::MessageDeadLettered | LogFact::MessagesExpired => {
            (of_part, Tone::Bad)
        }
        LogFact::CachePromoted { .. } | LogFact::CacheReplaced { .. } | LogFact::CacheReplicaReady => {
            (of_part, Tone::Good)
        }
        LogFact::AlarmHigh { .. }
        | LogFact::AlarmLow { .. }
        | LogFact::DesiredCapacity { .. }
        | LogFact::ScheduledAction
        | LogFact::CapacityForecast { .. }
        | LogFact::InstanceReplaced
        | LogFact::InstanceRotated
        | LogFact::ZonesRebalanced { .. }
        | LogFact::StandbyPromoting
        | LogFact::EngineUpgrading
        | LogFact::StorageScaled { .. }
        | LogFact::ReplicaPromoted { .. }
        | LogFact::DatabaseRecovering => (of_part, Tone::Change),
        LogFact::InvalidationCompleted { .. } => (of_part, Tone::Neutral),
        LogFact::InstanceLaunching { .. } | LogFact::InstanceDraining | LogFact::InstanceTerminated => {
            (of_part, Tone::Neutral)
        }
        LogFact::FailuresBegan { .. } => (users, Tone::Bad),
        LogFact::FailuresEnded { .. } => (users, Tone::Good),
        LogFact::TooManyInFlight | LogFact::TooMuchMemory | LogFact::DesignTooLarge { .. } => (run, Tone::Bad),
        LogFact::LogFull => (run, Tone::Neutral),
    }
}

/// What a button does that selects a part and brings it into view.
pub fn show_part(language: Language, name: &str) -> String {
    match language {
        Language::English => format!("Show {name}"),
        Language::Korean => format!("{name} 보기"),
    }
}

const fn action_tag(language: Language, action: &Action) -> (&'static str, Tone) {
    match action {
        Action::TerminateInstance { .. }
        | Action::StopInstance { .. }
        | Action::HangInstance { .. }
        | Action::ApplicationCrash { .. }
        | Action::CpuStress { .. }
        | Action::MemoryStress { .. }
        | Action::IoStress { .. }
        | Action::DiskFill { .. }
        | Action::VolumeIoPause { .. }
        | Action::VolumeIoLatency { .. }
        | Action::Errors { .. }
        | Action::ExternalServiceOutage { .. }
        | Action::ZonePowerLoss { .. }
        | Action::ZoneNetworkCut { .. }
        | Action::InsufficientInstanceCapacity { .. }
        | Action::RegionLoss { .. }
        | Action::NetworkLatency { .. }
        | Action::PacketLoss { .. }
        | Action::Partition { .. }
        | Action::NetworkAclDeny { .. }
        | Action::RouteRemoval { .. }
        | Action::NatGatewayLoss { .. }
        | Action::PrimaryFailure { .. }
        | Action::CacheNodeFailure { .. }
        | Action::CacheZoneInterruption { .. }
        | Action::ReplicaCut { .. }
        | Action::SlowQueries { .. }
        | Action::DatabaseLock { .. }
        | Action::StorageFull { .. }
        | Action::ConnectionLeak { .. }
        | Action::ReplicaLag { .. }
        | Action::CertificateExpiry { .. }
        | Action::ValidationRecordRemoval { .. }
        | Action::DnsOutage { .. }
        | Action::WrongRecord { .. }
        | Action::NodeLoss { .. }
        | Action::BadHealthCheck { .. }
        | Action::EdgeLocationLoss { .. }
        | Action::S3Throttling { .. }
        | Action::BucketAccessDenied { .. }
        | Action::SpotInterruption { .. }
        | Action::OnDemandQuota { .. }
        | Action::SecurityGroupRuleRemoval { .. } => (language.pick(("FAULT", "장애")), Tone::Bad),
        Action::ZonalShift { .. } | Action::TargetDeregistration { .. } | Action::TargetGroupWeight { .. } => {
            ("ELB", Tone::Change)
        }
        Action::RebootWithFailover { .. }
        | Action::DatabaseMaintenance { .. }
        | Action::EngineUpgrade { .. }
        | Action::DatabaseClassChange { .. }
        | Action::DatabaseBackup { .. }
        | Action::DatabaseRestore { .. }
        | Action::PromoteReplica { .. } => ("RDS", Tone::Change),
        Action::CacheFlush { .. } => ("CACHE", Tone::Change),
        Action::Invalidation { .. } => ("CDN", Tone::Change),
        Action::Traffic { .. } => (kind_tag(language, Kind::Users), Tone::Change),
        Action::SetDesiredCapacity { .. } | Action::ProcessSuspension { .. } | Action::InstanceRefresh { .. } => {
            ("ASG", Tone::Change)
        }
    }
}

const fn kind_tag(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Users => language.pick(("USERS", "사용자")),
        Kind::Route53 => "DNS",
        Kind::Certificate => "ACM",
        Kind::Cloudfront => "CDN",
        Kind::S3 => "S3",
        Kind::Region => "REGION",
        Kind::Vpc | Kind::Subnet | Kind::NatGateway => "VPC",
        Kind::Az => "AZ",
        Kind::Alb => "ALB",
        Kind::Nlb => "NLB",
        Kind::Asg => "ASG",
        Kind::Ec2 => "EC2",
        Kind::Rds | Kind::ReadReplica | Kind::RdsProxy => "RDS",
        Kind::Elasticache => "CACHE",
        Kind::Sqs => "SQS",
        Kind::ExternalService => "EXT",
        Kind::Note | Kind::Frame => "",
    }
}
