//! Everything that an event can do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MemberTarget, ScalingProcess};
use crate::fields::Fields;
use crate::{PartId, fact};

/// A fault, a change of traffic or an operator's action. `for_s` of 0 lasts to the end of the run; overlapping events
/// of the same kind add up as layers, each of which ends by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    /// Terminates an instance (FIS-02).
    TerminateInstance {
        /// Which.
        target: MemberTarget,
    },
    /// Stops an instance and starts it again after `for_s` (FIS-01). One of a group is replaced instead (ASG-25).
    StopInstance {
        /// Which.
        target: MemberTarget,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The application on an instance stops answering but keeps its connections open.
    HangInstance {
        /// Which.
        target: MemberTarget,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The process of the application on an instance dies: its port is closed, the instance goes on. It is started again
    /// after `for_s`.
    ApplicationCrash {
        /// Which.
        target: MemberTarget,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Something else runs on every vCPU of an instance (FIS-18, CPU-Stress).
    CpuStress {
        /// Which.
        target: MemberTarget,
        /// For how many per cent of the time, 0 to 100.
        #[serde(default = "all_of_it")]
        percent: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Something else takes memory of an instance (FIS-18, Memory-Stress); where nothing is left, the kernel kills the
    /// application's process.
    MemoryStress {
        /// Which.
        target: MemberTarget,
        /// Per cent of the memory, 0 to 100.
        #[serde(default = "most_of_it")]
        percent: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Something else uses the root volume of an instance (FIS-18, IO-Stress).
    IoStress {
        /// Which.
        target: MemberTarget,
        /// Per cent of its operations, 0 to 99.
        #[serde(default = "most_of_it")]
        percent: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The root volume of an instance fills up (FIS-18, Disk-Fill): at 100 % nothing can be written.
    DiskFill {
        /// Which.
        target: MemberTarget,
        /// Per cent of it in use, 0 to 100.
        #[serde(default = "all_of_it")]
        percent: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The root volume of an instance stops: operations hang (FIS-06, EBS-11).
    VolumeIoPause {
        /// Which.
        target: MemberTarget,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Operations of an instance's root volume take longer (FIS-07).
    VolumeIoLatency {
        /// Which.
        target: MemberTarget,
        /// By so many milliseconds.
        latency_ms: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A bug makes a part answer a share of its requests, or queries, with an error.
    Errors {
        /// The group, instance, database or external service.
        part: PartId,
        /// Per cent of the requests, 0 to 100.
        percent: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A service outside AWS cannot be reached: packets to it vanish.
    ExternalServiceOutage {
        /// The service.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A zone loses power: everything in it, in every VPC, vanishes from the network (VPC-31).
    ZonePowerLoss {
        /// AWS's name of the zone.
        zone: String,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The network of a zone is cut off: what is in it lives, but nothing passes its border (FIS-08, scope
    /// `availability-zone` or `all`).
    ZoneNetworkCut {
        /// AWS's name of the zone.
        zone: String,
        /// Whether nothing passes inside the zone either.
        #[serde(default)]
        within: bool,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// EC2 has no capacity left in a zone: Auto Scaling groups cannot launch there (FIS-05).
    InsufficientInstanceCapacity {
        /// AWS's name of the zone.
        zone: String,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A whole Region stops; the edge and Route 53 stay.
    RegionLoss {
        /// The Region.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Packets to and from a part, or whatever lies in it, take longer (FIS-18, Network-Latency).
    NetworkLatency {
        /// A part, or a container.
        part: PartId,
        /// Milliseconds that each message takes longer.
        latency_ms: f64,
        /// Most milliseconds more or less than that.
        #[serde(default)]
        jitter_ms: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Packets to and from a part, or whatever lies in it, are lost and sent again (FIS-18, Network-Packet-Loss).
    PacketLoss {
        /// A part, or a container.
        part: PartId,
        /// How many of a hundred.
        percent: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Nothing passes between two parts, or what lies in them.
    Partition {
        /// A part, or a container.
        part: PartId,
        /// The other one.
        other: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Someone puts a deny rule before all others of a subnet's network ACL (VPC-23, VPC-32).
    NetworkAclDeny {
        /// The subnet.
        part: PartId,
        /// Whether it is for packets that leave the subnet, rather than for those that enter.
        #[serde(default)]
        outbound: bool,
        /// First port.
        #[serde(default)]
        from_port: u16,
        /// Last port.
        #[serde(default = "last_port")]
        to_port: u16,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Someone removes a route of a subnet, or of a VPC's main route table.
    RouteRemoval {
        /// The subnet or the VPC.
        part: PartId,
        /// The destination of the route.
        destination: String,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A NAT gateway stops working.
    NatGatewayLoss {
        /// The NAT gateway.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The host of a database's primary fails (RDS-03).
    PrimaryFailure {
        /// The database.
        part: PartId,
    },
    /// An operator reboots the database with failover (FIS-11).
    RebootWithFailover {
        /// The database.
        part: PartId,
    },
    /// A read replica is cut off from the network.
    ReplicaCut {
        /// The replica.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The host of a cache's primary node fails; it is replaced, or a replica is promoted (EC-01, EC-02).
    CacheNodeFailure {
        /// The cache.
        part: PartId,
    },
    /// The nodes of a cache in one zone lose their power, and none comes back there meanwhile (FIS-12).
    CacheZoneInterruption {
        /// The cache.
        part: PartId,
        /// AWS's name of the zone.
        zone: String,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A share of a database's queries takes many times its CPU: a missing index, a bad plan.
    SlowQueries {
        /// The database or replica.
        part: PartId,
        /// Per cent of the queries, 0 to 100.
        percent: f64,
        /// How many times the CPU, 1 to 10,000.
        factor: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A session holds a lock that every write of a database needs; reads go on.
    DatabaseLock {
        /// The database.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The storage of a database fills up: nothing can be written (RDS-44).
    StorageFull {
        /// The database.
        part: PartId,
        /// For how many seconds, until there is room again.
        #[serde(default)]
        for_s: u32,
    },
    /// A bug keeps an application from giving connections back to its pools.
    ConnectionLeak {
        /// The group or instance.
        part: PartId,
        /// Per cent of the queries whose connection is kept, 0 to 100.
        percent: f64,
        /// For how many seconds; then the connections are closed.
        #[serde(default)]
        for_s: u32,
    },
    /// A long transaction keeps a read replica from applying writes (RDS-16).
    ReplicaLag {
        /// The replica.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// AWS patches the operating system of a database in its maintenance window (RDS-36).
    DatabaseMaintenance {
        /// The database.
        part: PartId,
    },
    /// The engine of a database is upgraded (RDS-37).
    EngineUpgrade {
        /// The database.
        part: PartId,
    },
    /// An operator changes the instance class of a database (RDS-39).
    DatabaseClassChange {
        /// The database.
        part: PartId,
        /// The new class.
        instance_class: String,
    },
    /// A backup of a database begins (RDS-34).
    DatabaseBackup {
        /// The database.
        part: PartId,
    },
    /// An operator restores a lost database from its backups, as a new instance, and points its applications at it (RDS-10).
    DatabaseRestore {
        /// The database.
        part: PartId,
    },
    /// An operator promotes a read replica and points its applications at it (RDS-17).
    PromoteReplica {
        /// The replica.
        part: PartId,
    },
    /// A certificate expires (ACM-08) and is replaced after `for_s`.
    CertificateExpiry {
        /// The certificate.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Someone removes the CNAME that validates a certificate's domain, so that it is not renewed (ACM-06).
    ValidationRecordRemoval {
        /// The certificate.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The name servers of a hosted zone do not answer; what caches hold lives on.
    DnsOutage {
        /// The hosted zone.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Someone changes the records of a hosted zone that lead to a part: they lead to another one, or to an address where
    /// nobody answers.
    WrongRecord {
        /// The hosted zone.
        part: PartId,
        /// The part that the records led to.
        to: PartId,
        /// The part that they lead to instead; without one nobody answers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<PartId>,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Someone removes the rules of a part's security groups that admit `from`.
    SecurityGroupRuleRemoval {
        /// The part that the rules protect.
        part: PartId,
        /// The source named in the rules.
        from: String,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A node of a load balancer is lost; after `for_s` it is replaced.
    NodeLoss {
        /// The load balancer.
        part: PartId,
        /// AWS's name of the zone the node is in.
        zone: String,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// An operator shifts a load balancer's traffic away from a zone (ALB-56).
    ZonalShift {
        /// The load balancer.
        part: PartId,
        /// AWS's name of the zone.
        zone: String,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The path that health checks ask for answers with another status, while all else works.
    BadHealthCheck {
        /// The group or instance.
        part: PartId,
        /// What it answers.
        #[serde(default = "internal_error")]
        status: u32,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// An operator takes an instance out of its target groups and registers it again after `for_s` (ALB-29).
    TargetDeregistration {
        /// Which.
        target: MemberTarget,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// An operator changes the weight of the target group that a part is in (CI-06); it lasts `for_s`.
    TargetGroupWeight {
        /// The part in the target group.
        part: PartId,
        /// The weight, 0 to 999.
        weight: u32,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// Everything leaves the caches of a distribution (CF-31), or a cache in memory.
    CacheFlush {
        /// The distribution or cache.
        part: PartId,
    },
    /// An operator invalidates a path in the caches of a distribution, which takes its time (CF-31).
    Invalidation {
        /// The distribution.
        part: PartId,
        /// The path, or a pattern that ends in `*`.
        path: String,
    },
    /// An edge location that serves the clients of a distribution vanishes from the network, until DNS leads them to
    /// another.
    EdgeLocationLoss {
        /// The distribution.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A bucket serves only a share of its request rates (S3-03).
    S3Throttling {
        /// The bucket.
        part: PartId,
        /// The share that is left, 0 to 1.
        remaining: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// A mistake in a bucket's policy denies everybody (S3-08).
    BucketAccessDenied {
        /// The bucket.
        part: PartId,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// The traffic of a source is multiplied.
    Traffic {
        /// The source.
        part: PartId,
        /// By how much, 0 to 1,000.
        factor: f64,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// EC2 takes a Spot Instance back: at once a rebalance recommendation, two minutes before the end the notice (FIS-03).
    SpotInterruption {
        /// Which; only Spot Instances count.
        target: MemberTarget,
        /// Seconds until it is taken.
        #[serde(default = "spot_notice")]
        after_s: u32,
    },
    /// An account's quota in a Region is lower (EC2-28).
    OnDemandQuota {
        /// The Region.
        part: PartId,
        /// vCPUs of On-Demand Instances that may run.
        vcpus: u32,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// An operator suspends a process of a group (ASG-65).
    ProcessSuspension {
        /// The group.
        part: PartId,
        /// Which process.
        process: ScalingProcess,
        /// For how many seconds.
        #[serde(default)]
        for_s: u32,
    },
    /// An operator starts an instance refresh: every instance is replaced by one of a new launch template (ASG-44).
    InstanceRefresh {
        /// The group.
        part: PartId,
    },
    /// An operator sets the desired capacity of a group.
    SetDesiredCapacity {
        /// The group.
        part: PartId,
        /// Instances wanted; kept between the group's minimum and maximum.
        desired: u32,
    },
}

const fn spot_notice() -> u32 {
    fact::SPOT_NOTICE.whole()
}

const fn last_port() -> u16 {
    u16::MAX
}

const fn all_of_it() -> f64 {
    100.0
}

/// What stress takes where nothing else is said.
const fn most_of_it() -> f64 {
    80.0
}

/// The status of a [`Action::BadHealthCheck`] that names none.
const fn internal_error() -> u32 {
    500
}

impl Action {
    fn unknown(name: &str) -> String {
        format!("“{name}” is nothing that an event does")
    }
}
