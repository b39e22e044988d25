//! What can be set on a part or a wire: the inspector, validation and the documentation read this table.

use crate::fact::Fact;

/// The unit a number is shown with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A count.
    Count,
    /// A plain number.
    Number,
    /// A relative weight.
    Weight,
    /// Per cent.
    Percent,
    /// Seconds.
    Seconds,
    /// Milliseconds.
    Milliseconds,
    /// Days.
    Days,
    /// Bytes.
    Bytes,
    /// Per second.
    PerSecond,
    /// Megabytes.
    Megabytes,
    /// GiB.
    Gibibytes,
    /// KiB.
    Kibibytes,
    /// MiB per second.
    MebibytesPerSecond,
    /// Megabits per second.
    MegabitsPerSecond,
    /// Gigabits per second.
    GigabitsPerSecond,
    /// US dollars an hour.
    UsdPerHour,
    /// US dollars a month.
    UsdPerMonth,
    /// US dollars a gigabyte.
    UsdPerGigabyte,
    /// US dollars a million.
    UsdPerMillion,
    /// US dollars for a request.
    UsdPerRequest,
}

/// Sections of the inspector, in the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What it is: names, zones, addresses.
    General,
    /// What arrives.
    Traffic,
    /// How clients behave.
    Client,
    /// Where its members live and who may reach it.
    Network,
    /// Sizes and numbers of instances.
    Capacity,
    /// The application server.
    Application,
    /// What is cached and for how long.
    Cache,
    /// Health checks and replacement.
    Health,
    /// Scaling.
    Scaling,
    /// Multi-AZ, failover, recovery.
    Availability,
    /// A volume.
    Storage,
    /// Timeouts and limits of connections.
    Connections,
    /// What AWS does not publish.
    Assumptions,
}

/// How a setting is edited and what it accepts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Control {
    /// A whole number in the fact's range.
    Integer(&'static Fact),
    /// A decimal number in the fact's range.
    Decimal(&'static Fact),
    /// On or off.
    Toggle,
    /// One of these values.
    Choice(&'static [&'static str]),
    /// A short text.
    Text,
    /// A text of several lines.
    Paragraph,
    /// A list of short texts.
    Texts,
    /// Subnets of the same VPC.
    Subnets,
    /// A certificate part, or none.
    Certificate,
    /// A database part, or none.
    Database,
    /// An Availability Zone's name, or empty for any.
    Zone,
    /// Names of security groups.
    SecurityGroups,
    /// Destination → target route table.
    Routes,
    /// A table of seconds and requests per second.
    Points,
}

/// One setting of a part or wire.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// The key under which `words` names and explains it.
    pub key: SettingKey,
    /// Its place in the document, levels joined by dots: `health_check.interval_s`.
    pub path: &'static str,
    /// How it is edited.
    pub control: Control,
    /// Where the inspector shows it.
    pub section: Section,
}

impl Setting {
    /// The fact behind a number.
    pub const fn fact(&self) -> Option<&'static Fact> {
        match self.control {
            Control::Integer(fact) | Control::Decimal(fact) => Some(fact),
            _ => None,
        }
    }
}

/// Shorthand for the tables beside each part.
pub(crate) const fn setting(key: SettingKey, path: &'static str, section: Section, control: Control) -> Setting {
    Setting { key, path, control, section }
}

macro_rules! keys {
    ($($key:ident),* $(,)?) => {
        /// The name of a setting, one for each thing that can be set. `words` has a label and a sentence of help for each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each key is explained to the user by `words`")]
        pub enum SettingKey { $($key),* }

        impl SettingKey {
            /// Every key.
            pub const ALL: &[SettingKey] = &[$(SettingKey::$key),*];
        }
    };
}

keys! {
    RequestsPerSecond, Clients, Population, ThinkTime, Arrivals, Shape, PeakRate, ShapeStart, ShapeLength, CrowdRise,
    RateTable, AssetBytes, ReadBytes, WriteBytes, RequestBytes, WriteRequestBytes, UsersLocation, WebHost, ApiHost, MixAssets, MixReads, MixWrites, AssetObjects, AssetZipf, DeepLinks,
    ClientTimeout, ClientConnectTimeout, AddressesTried, Stalling, StallTime, ForwardedAddresses, HttpVersion, RetriesMax, RetryBackoff, RetryBase, RetryCap, RetryJitter, RetryWrites, TokenBucket, TokenDeposit,
    TokenCapacity, TokenInitial, CircuitBreaker, BreakerFailures, BreakerOpen, BreakerProbes, ClientKeepAlive,
    ClientDnsMinimum, ClientDnsForever, Resolvers, TlsVersion, EdgeRoundTrip, RegionRoundTrip, ClientBandwidth, FailureValue, TcpKeepalive, Cookies,
    HostedZone, LookupTime, CheckerRoundTrip, ResolverTimeout, RecordName, RecordPolicy, RecordWeight, RecordFailover,
    RecordLocation, RecordAlias, RecordTtl, EvaluateTargetHealth, RecordCheckType, RecordCheckInterval,
    RecordCheckThreshold, RecordCheckers, SearchStringEnd, RecordCheckInverted, RecordCheckChildren, HealthyChildren,
    CertificateNames, CertificateDays, CertificateSource, ValidationRecord, Certificate,
    EdgeLocations, DefaultTtl, ErrorCachingTtl, SpaErrorPage,
    RegionalCaches, MinTtl, MaxTtl, CustomErrorResponses, DefaultRootObject, RequestQuota, ThroughputQuota,
    EdgeCacheSize, CompressedShare, RegionalRoundTrip, InvalidationMin, InvalidationMax,
    OriginPath, OriginConnectionTimeout, OriginConnectionAttempts, OriginResponseTimeout, OriginRoundTrip,
    BehaviourPrecedence, AllowedMethods, OriginAccessControl, OriginRole, FailoverCodes, CachePolicy, CacheControl,
    OriginMaxAge, OriginShield, Compress, OriginProtocol, OriginDomain, OriginKeepAlive,
    BucketObjects, FirstByteMin, FirstByteMax, GetRate, ListBucket,
    BucketEndpoint, PublicRead, PutObject, BucketPrefixes, PutRate, RepartitionTime,
    RegionCode, SameZoneRoundTrip, CrossZoneRoundTrip, VpcCidr, InternetGateway, ZoneName, SubnetCidr, Routes, MainRoutes, OwnRouteTable,
    OtherRegionRoundTrip, S3Endpoint, MapPublicIp, AclInbound, AclOutbound, NatAddresses, NatScaling, LaunchNeeds, RegisterAt, TrackedConnections,
    Subnets, SecurityGroups, InternetFacing, IdleTimeout, AddedLatency, NodeDetection,
    Algorithm, HealthInterval, HealthTimeout, HealthyThreshold, UnhealthyThreshold, HealthCheckDepth, DeregistrationDelay,
    CrossZone, RegistrationDelay,
    TargetGroupName, TargetGroupWeight, RulePath, RuleHost, RulePriority, AnomalyMitigation, TargetProtocol, ProtocolVersion, Authenticate, IdentityLatency, IdentityErrors, IdentitySession,
    Stickiness, StickinessDuration, SlowStart, RoutingHealthyCount, RoutingHealthyPercent, DnsHealthyCount,
    DnsHealthyPercent, SuccessCodes, CheckStatus, CheckPath, CheckPort, HealthPath, HealthPort, CheckProtocol, PreserveClientIp, ConnectionTermination,
    UnhealthyConnectionTermination, NlbListener, ClientConnectionLife, KeepAliveRace, ZonalShift, StartingCapacity,
    CapacityReservation, CapacityGrowth,
    GroupMin, GroupMax, GroupDesired, InstanceType, CreditSpecification, CreditStart, VolumeType, VolumeSize, VolumeIops, VolumeThroughput, VolumeLatency, VolumeUsed,
    NetworkBurst, ReadDisk, WriteDisk, AssetDisk, DiskOperationSize, ServerMemory, RequestMemory, ServerRestart, HealthCheckType, HealthGrace, HealthPoll, LaunchTime, UserDataTime,
    InstanceWarmup, TargetTracking, ScalingMetric, TargetCpu, TargetRequests, ScaleIn, LowAlarmRatio, CloudwatchDelay,
    SecondMetric, TargetNetwork, AlarmPolicy, AlarmMetric, HighThreshold, LowThreshold, EvaluationPeriods, AdjustmentType,
    MinAdjustment, ScaleOutSteps, ScaleInSteps, Cooldown, ScheduledActions, ScheduledDelay, PredictiveScaling,
    PredictiveMetric, PredictiveForecast, SchedulingBuffer, IncreaseMaxCapacity, MaxCapacityBuffer, DetailedMonitoring, MetricPeriod,
    MaintenancePolicy, MinHealthy, MaxHealthy, MaxInstanceLifetime, TerminationPolicy, ScaleInProtection, LaunchHook,
    LaunchHookTime, LaunchHookTimeout, LaunchHookResult, TerminateHook, TerminateHookTime, TerminateHookTimeout, WarmPool,
    WarmPoolState, MaxPrepared, WarmPoolMin, OnDemandBase, SpotShare, CapacityRebalancing, GroupZonalShift,
    ReplaceShifted, ImpairedWait, OnDemandQuota,
    ServerThreads, ServerMaxConnections, ServerAcceptCount, ReadCpu, WriteCpu, AssetCpu, PublicAddress,
    ReadWait, WriteWait, AssetWait, DemandDistribution, DemandVariation, QueueOrder, QueueLimit, DropOlder,
    DropCountsService, Rejection, ServerKeepAlive, ServerKeepAliveRequests, ServerTlsKey, TlsResumption,
    CallTimeout, CallTries, CallBackoff, CallJitter, CallsPerRequest, CallShare, Queries, QueryTries,
    ExternalLatency, ExternalDistribution, ExternalVariation, ExternalRoundTrip, ExternalCapacity, ExternalFailures,
    PoolSize, PoolWait, DriverConnectTimeout, DriverSocketTimeout, PoolMaxLifetime, ApplicationDnsCache,
    DatabaseEngine, DatabaseClass, MultiAz, PrimaryZone, MaxConnections, DatabaseReadCpu, DatabaseWriteCpu,
    StorageLatency, StandbyWrite, FailoverMin, FailoverMax, RecoveryTime, StandbyRebuild, EndpointTtl,
    CacheNodeType, CacheReplicas, CacheMultiAz, CacheTtl, CacheItems, CacheZipf, CacheItemBytes, CacheFilled,
    MaxmemoryPolicy, ReservedMemory, CacheMaxConnections, CacheCommand, CacheFailoverMin, CacheFailoverMax,
    VisibilityTimeout, MessageRetention, ReceiveWait, DeadLetterQueue, MaxReceiveCount, InFlightMessages,
    MessagesAtStart, QueueEndpoint, QueueLatency, ConsumerConcurrency, ConsumerPause, PoisonMessages, BacklogPerInstance,
    CacheReplacement, CacheReplicationLag, CacheTimeout, CacheReconnect, CacheConnections, CacheOnWrite,
    DatabaseCluster, AuroraReplicas, FailoverTiers, ClassMemory, ClusterFailoverMin, ClusterFailoverMax, EngineUpgrade, BackupPause, BackupRetention, BackupWindow, RestoreTime,
    StorageType, AllocatedStorage, ProvisionedIops, StorageThroughput, MaxAllocatedStorage, StorageUsed, BurstStart,
    BufferHits, WriteIos, IoSize, WriteSize,
    BorrowTimeout, IdleClientTimeout, ProxyConnections, ProxyIdleConnections, PinnedConnections, ProxyLatency,
    FailoverReduction, ProxyFailoverMin, ProxyFailoverMax, ProxyRecovery, ReaderLag,
    ReplicaOf, ApplyRate, BaseLag, Promotion, ReadsAtWriter, ReaderEndpoint,
    NoteText,
}
