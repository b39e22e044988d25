//! The event log: what happened and why.

use serde::{Deserialize, Serialize};

use crate::{Because, Cause, Metric, Outcome, PartIndex};

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LogEntry {
    /// Its number, from 0; a [`Because::Decision`] names it.
    pub id: u32,
    /// When, in nanoseconds of simulated time.
    pub at_ns: u64,
    /// Where.
    pub part: Option<PartIndex>,
    /// Number of the member concerned.
    pub member: Option<u32>,
    /// What.
    pub fact: LogFact,
    /// Why.
    pub because: Because,
}

/// Simulated seconds without a failure of a kind after which the log says that it is over.
pub const FAILURES_END_AFTER_S: u32 = 10;

/// The targets of a group that are healthy and take requests besides the one that fell out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetsLeft {
    /// None.
    None,
    /// One.
    One {
        /// Its part.
        target: PartIndex,
        /// Its number.
        number: u32,
    },
    /// Several: how many.
    Several(u32),
}

impl TargetsLeft {
    /// How many they are.
    pub const fn count(self) -> u32 {
        match self {
            Self::None => 0,
            Self::One { .. } => 1,
            Self::Several(count) => count,
        }
    }
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum LogFact {
    /// An event of the timeline took effect.
    EventApplied {
        /// Its index.
        event: u32,
        /// Members it hit.
        members: u32,
    },
    /// An event found nothing to act on.
    EventWithoutEffect {
        /// Its index.
        event: u32,
    },
    /// A lasting event ended.
    EventEnded {
        /// Its index.
        event: u32,
    },
    /// A load balancer considers a target unhealthy.
    TargetUnhealthy {
        /// The target's part.
        target: PartIndex,
        /// The target's number.
        number: u32,
        /// Consecutive failed checks.
        checks: u32,
        /// Which others of its group take requests.
        left: TargetsLeft,
    },
    /// A load balancer considers a target healthy.
    TargetHealthy {
        /// The target's part.
        target: PartIndex,
        /// The target's number.
        number: u32,
        /// Consecutive passed checks.
        checks: u32,
    },
    /// A target's instance is gone, so its load balancer sends it nothing more at once (ALB-12).
    TargetUnused {
        /// The target's part.
        target: PartIndex,
        /// The target's number.
        number: u32,
        /// Which others of its group take requests.
        left: TargetsLeft,
    },
    /// No target of a group is healthy, so requests go to all of them (ALB-13).
    FailOpen {
        /// The targets' part.
        target: PartIndex,
    },
    /// A node of a load balancer left DNS.
    NodeLeftDns,
    /// A node of a load balancer is back in DNS.
    NodeBackInDns,
    /// A high alarm, such as target tracking's: three minutes above the target (ASG-03).
    AlarmHigh {
        /// What it watches.
        metric: Metric,
        /// The last value: per cent, or requests for each target.
        value: f32,
        /// The threshold.
        threshold: f32,
        /// Data points in a row that it needs.
        periods: u8,
        /// Seconds of each.
        period_s: u8,
    },
    /// A low alarm, such as target tracking's: fifteen minutes below its threshold (ASG-04).
    AlarmLow {
        /// What it watches.
        metric: Metric,
        /// The last value: per cent, or requests for each target.
        value: f32,
        /// The threshold.
        threshold: f32,
        /// Data points in a row that it needs.
        periods: u8,
        /// Seconds of each.
        period_s: u8,
    },
    /// A burstable instance has spent its CPU credits and is held at its baseline (EC2-09).
    CreditsSpent,
    /// Memory has run out on an instance: the kernel killed its application's process.
    ProcessKilled,
    /// The desired capacity changed.
    DesiredCapacity {
        /// Before.
        from: u32,
        /// After.
        to: u32,
    },
    /// A scheduled action of a group ran (ASG-48).
    ScheduledAction,
    /// Predictive scaling has the capacity of the next hour (ASG-50).
    CapacityForecast {
        /// Instances needed.
        instances: u32,
    },
    /// An instance is being launched.
    InstanceLaunching {
        /// Its subnet's zone, as the index of its zone part.
        zone: PartIndex,
    },
    /// No zone could take a launch.
    LaunchFailed,
    /// The Region's quota of vCPUs does not allow a launch (EC2-28).
    QuotaReached,
    /// Nobody completed the lifecycle hook of a launch in time (ASG-41).
    LaunchAbandoned,
    /// A group replaces an instance that is well: a refresh, its age, a rebalance recommendation.
    InstanceRotated,
    /// A group moves instances out of the zone with most (ASG-34).
    ZonesRebalanced {
        /// The zone, as the index of its zone part.
        zone: PartIndex,
    },
    /// An instance refresh has replaced every instance.
    RefreshCompleted,
    /// EC2 took a Spot Instance back.
    SpotReclaimed,
    /// An instance runs its application and serves.
    InstanceInService {
        /// Seconds since its launch.
        after_s: f32,
    },
    /// An instance's user data did not reach what it needs, so its application does not start.
    UserDataFailed {
        /// Why there was no way.
        cause: Cause,
    },
    /// A group judged an instance unhealthy and replaces it.
    InstanceReplaced,
    /// An instance leaves the load balancer and drains.
    InstanceDraining,
    /// An instance has been terminated.
    InstanceTerminated,
    /// The database's primary was judged lost.
    PrimaryLost {
        /// Seconds since it stopped answering.
        after_s: f32,
    },
    /// The standby is being promoted.
    StandbyPromoting,
    /// The endpoint's DNS record points to the new primary.
    EndpointMoved {
        /// Seconds since the old primary stopped answering.
        after_s: f32,
        /// Part that is the new primary's zone.
        zone: PartIndex,
    },
    /// There is no standby to fail over to.
    NoStandby,
    /// The database recovers.
    DatabaseRecovering,
    /// The database answers again.
    DatabaseAvailable {
        /// Seconds since it stopped answering.
        after_s: f32,
    },
    /// A standby is in step again.
    StandbyReady,
    /// Instances have connections to the database again.
    PoolReconnected {
        /// The client part.
        client: PartIndex,
        /// Seconds since the first connection failed.
        after_s: f32,
    },
    /// A cache's primary node is lost.
    CachePrimaryLost {
        /// Whether a replica takes over.
        promotes: bool,
    },
    /// A cache's replica has been promoted and the endpoint leads to it.
    CachePromoted {
        /// Seconds since the old primary was lost.
        after_s: f32,
        /// Part that is the new primary's zone.
        zone: PartIndex,
        /// Writes that it had not received.
        lost: u32,
    },
    /// A cache's lost primary has been replaced.
    CacheReplaced {
        /// Seconds since it was lost.
        after_s: f32,
        /// Whether it holds nothing.
        is_empty: bool,
    },
    /// A cache's lost node has been replaced as a replica.
    CacheReplicaReady,
    /// A message was not deleted within its visibility timeout and is delivered again (SQS-01).
    MessageReturned,
    /// A message was received too often and is in the dead-letter queue (SQS-05).
    MessageDeadLettered,
    /// Messages were there for longer than their retention and are gone (SQS-02).
    MessagesExpired,
    /// A replica has caught up.
    ReplicaCaughtUp {
        /// Its largest lag in seconds.
        largest_lag_s: f32,
    },
    /// The engine of a database is being upgraded (RDS-37).
    EngineUpgrading,
    /// A gp2 volume has spent its I/O credits and is held at its baseline (EBS-02).
    BurstCreditsSpent,
    /// The storage of a database is full, so nothing can be written (RDS-44).
    StorageFull,
    /// Storage autoscaling let a volume grow (RDS-32).
    StorageScaled {
        /// GiB that it has now.
        to_gib: u32,
    },
    /// A database was restored from its backups as a new instance, and applications use it (RDS-10).
    DatabaseRestored {
        /// Seconds since it was lost.
        after_s: f32,
        /// Writes that it had committed since the last log that is kept.
        lost_writes: u32,
        /// Its zone.
        zone: PartIndex,
    },
    /// A read replica became a database of its own (RDS-17).
    ReplicaPromoted {
        /// Writes that the source had committed and the replica will never apply.
        lost_writes: u32,
    },
    /// A Route 53 health check turned unhealthy.
    RecordUnhealthy {
        /// What is checked.
        target: PartIndex,
        /// Checkers that still find it healthy.
        passing: u32,
        /// Of how many; none for a calculated check or an alarm.
        of: u32,
    },
    /// A Route 53 health check turned healthy.
    RecordHealthy {
        /// What is checked.
        target: PartIndex,
        /// Checkers that find it healthy.
        passing: u32,
        /// Of how many; none for a calculated check or an alarm.
        of: u32,
    },
    /// A circuit breaker of clients opened.
    CircuitOpened,
    /// A circuit breaker of clients closed.
    CircuitClosed,
    /// ACM renewed a certificate.
    CertificateRenewed,
    /// An invalidation has reached every location of a distribution (CF-31).
    InvalidationCompleted {
        /// Seconds since it was asked for.
        after_s: f32,
    },
    /// A prefix of a bucket serves more requests after sustained throttling (S3-03).
    PrefixRepartitioned {
        /// How often its rate it serves now.
        partitions: u32,
    },
    /// A certificate has expired by itself.
    CertificateExpired,
    /// Client requests began to fail in this way.
    FailuresBegan {
        /// How they end.
        outcome: Outcome,
        /// Why.
        cause: Cause,
    },
    /// Requests no longer fail in this way: none has for [`FAILURES_END_AFTER_S`].
    FailuresEnded {
        /// How they ended.
        outcome: Outcome,
        /// Why.
        cause: Cause,
        /// How many there were.
        count: u32,
    },
    /// The run stopped: too many requests in flight.
    TooManyInFlight,
    /// The run stopped: its state has grown beyond what a browser's tab has room for.
    TooMuchMemory,
    /// The run does not start: it would begin with too much, most of it for this part.
    DesignTooLarge {
        /// MiB for all parts.
        mib: u32,
    },
    /// The log is full; later entries are not kept.
    LogFull,
}
