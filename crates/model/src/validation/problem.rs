//! A problem: where, how bad, what.

use super::{CacheProblem, CloudfrontProblem, CostProblem, DatabaseProblem, QueueProblem, ScalingProblem};
use crate::setting::Setting;
use crate::{Kind, PartId, WireId};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// AWS would refuse this, or requests must fail.
    Error,
    /// It works, but not as its author may think.
    Warning,
}

/// What a problem is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A part.
    Part(PartId),
    /// A wire.
    Wire(WireId),
    /// An event of the timeline, by its place.
    Event(usize),
}

/// One problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where.
    pub subject: Subject,
    /// How bad.
    pub severity: Severity,
    /// What.
    pub kind: ProblemKind,
}

/// Quotas of a VPC, with AWS's defaults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quota {
    /// Rules of a network ACL in one direction (VPC-26).
    AclRules,
    /// Inbound or outbound rules of a security group (VPC-27).
    GroupRules,
    /// Security groups of a part (VPC-27).
    Groups,
    /// VPCs of a Region (VPC-29).
    Vpcs,
    /// NAT gateways of a zone (VPC-14).
    NatGateways,
}

impl Quota {
    /// How many AWS allows.
    pub const fn limit(self) -> usize {
        match self {
            Quota::AclRules => 20,
            Quota::GroupRules => 60,
            Quota::Groups | Quota::Vpcs | Quota::NatGateways => 5,
        }
    }
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// The container does not exist or cannot hold this kind.
    WrongContainer,
    /// A wire starts or ends at a part that does not exist.
    WireToNothing,
    /// No wire of this kind exists between the two kinds.
    WireWithoutMeaning {
        /// Kind at the start.
        from: Kind,
        /// Kind at the end.
        to: Kind,
    },
    /// A part that spans zones names no subnet.
    NoSubnets,
    /// A subnet named is not in the same VPC, or is no subnet.
    ForeignSubnet(PartId),
    /// A load balancer or a database needs subnets in two zones (ALB-46, RDS-45).
    OneZone,
    /// HTTPS is expected but no certificate is attached.
    NoCertificate,
    /// The certificate lies in the wrong Region (ACM-01, ACM-02), so AWS would not attach it.
    CertificateRegion {
        /// The Region it must lie in.
        needed: String,
    },
    /// The certificate does not cover a host that clients use.
    CertificateName {
        /// The host.
        host: String,
    },
    /// No record of the zone has the name that clients ask for.
    NoRecord {
        /// The host.
        host: String,
    },
    /// Users have nowhere to send their requests.
    NoTargetForUsers,
    /// A load balancer has no target group, so it answers 503.
    NoTargets,
    /// A distribution has no origin.
    NoOrigin,
    /// No wire leads to a server, so it costs and serves nobody.
    NothingLeadsHere,
    /// Something of a cache.
    Cache(CacheProblem),
    /// Something of a queue.
    Queue(QueueProblem),
    /// Something of an Auto Scaling group.
    Scaling(ScalingProblem),
    /// Something of a distribution, its behaviours or its buckets.
    Cloudfront(CloudfrontProblem),
    /// An internet-facing part sits in a subnet without a route to the internet gateway (VPC-03).
    NotPublic(PartId),
    /// A subnet routes to an internet gateway that the VPC does not have.
    NoInternetGateway,
    /// An address range cannot be read, or is not between /16 and /28 (VPC-01).
    BadRange,
    /// A subnet's range does not lie inside its VPC's (VPC-01).
    RangeOutsideVpc,
    /// A subnet's range shares addresses with another's.
    RangeOverlaps(PartId),
    /// Subnets have fewer addresses than the group may have instances (VPC-02).
    TooFewAddresses {
        /// Most instances of the group.
        instances: u32,
        /// Addresses of its subnets.
        addresses: u32,
    },
    /// A route leads to a NAT gateway that the VPC does not have, so packets vanish.
    MissingNatGateway(PartId),
    /// Subnets of other zones route to a NAT gateway that is lost with its zone (VPC-08).
    SharedNatGateway,
    /// An instance in a public subnet has no public address, so it is not reached and reaches nothing (VPC-03).
    NoPublicAddress,
    /// A subnet hands out public addresses without a route to an internet gateway (VPC-03).
    AddressesWithoutRoute,
    /// New instances in this subnet cannot reach what their user data needs (VPC-15).
    NoWayOut(PartId),
    /// A subnet's network ACL blocks the traffic of a wire, there or back (VPC-23, VPC-25).
    AclBlocks(PartId),
    /// There are more of something than AWS allows until it is asked for more.
    OverQuota {
        /// Of what.
        quota: Quota,
        /// How many there are.
        count: usize,
    },
    /// The ends of a wire lie in different VPCs, between which there is no route.
    DifferentVpcs,
    /// A database sits in a public subnet.
    PublicDatabase,
    /// A read replica replicates nothing.
    ReplicaOfNothing,
    /// Something of a database, a replica or a proxy.
    Database(DatabaseProblem),
    /// Something that costs more than it need.
    Cost(CostProblem),
    /// Two boxes of one VPC have the same zone.
    DuplicateZone(String),
    /// A zone has no name.
    NoZoneName,
    /// The zone's name does not belong to the Region.
    ZoneOutsideRegion(String),
    /// The group's minimum, desired and maximum are not in order.
    CapacityOrder,
    /// A Multi-AZ database has no subnet in a second zone for its standby.
    NoZoneForStandby,
    /// A security group named does not exist.
    NoSecurityGroup(String),
    /// No rule of the target admits the wire's traffic, so packets are dropped.
    NotAdmitted,
    /// A number is outside its range.
    OutOfRange {
        /// Which setting.
        setting: Setting,
        /// The number.
        value: f64,
    },
    /// A value is none of the choices.
    UnknownChoice {
        /// Which setting.
        setting: Setting,
        /// The value.
        value: String,
    },
    /// All pools together may open more connections than the database allows (RDS-19 to RDS-21).
    PoolsOverLimit {
        /// Connections that the pools may open.
        pools: u32,
        /// Connections that the database allows.
        limit: u32,
    },
    /// A call leads back to the service that makes it, so it is not made.
    CallsInACircle,
    /// A service in another VPC is called by a private address, and nothing leads there.
    CallAcrossVpcs,
    /// Retries on the way from the users multiply (TRF-04).
    RetriesMultiply {
        /// Attempts that one request may become on this wire.
        attempts: u32,
    },
    /// A call may take longer than somebody before it waits (TRF-10).
    TimeoutLongerDownstream {
        /// Seconds that the caller's own caller waits.
        upstream_s: f64,
        /// Seconds that the call may take.
        downstream_s: f64,
    },
    /// A pool has more connections than there are threads to use them (APP-01, APP-07).
    PoolOverThreads {
        /// Connections.
        pool: u32,
        /// Threads.
        threads: u32,
    },
    /// A CNAME may not stand at the apex of a zone (R53-21), so Route 53 refuses it.
    CnameAtApex,
    /// Records of one name have different policies, so Route 53 refuses those that differ from the first.
    MixedPolicies,
    /// A second alias with simple routing, or a second primary, secondary, Region or location of one name, which Route 53
    /// refuses.
    DuplicateRecord,
    /// Target health cannot be evaluated for a distribution (R53-23).
    TargetHealthOfDistribution,
    /// No other record answers when this one's target is unhealthy, so its health check has no effect (R53-13).
    LoneHealthCheck,
    /// The health check's protocol is not the one that the target listens for, so it always fails.
    CheckOfOtherPort,
    /// No geolocation record is the default, so clients elsewhere get no answer.
    NoDefaultLocation,
    /// A record with a health check lives longer in caches than is recommended (R53-25).
    LongTtl,
    /// A table of rates has no points, so nothing arrives.
    EmptyTable,
    /// The points of a table of rates are not in the order of time, or out of range.
    UnorderedTable,
    /// An imported certificate, or one whose validation record is missing, expires in the run (ACM-06, ACM-08).
    CertificateNotRenewed,
    /// The application closes idle connections before the load balancer does, so some requests meet a 502 (ALB-35).
    KeepAliveShort {
        /// The application's keep-alive timeout in seconds.
        keep_alive_s: f64,
        /// The load balancer's idle timeout in seconds.
        idle_s: f64,
    },
    /// Stickiness needs cross-zone balancing (ALB-20, ALB-32).
    StickinessWithoutCrossZone,
    /// Slow start works with round robin only (ALB-26, ALB-27).
    SlowStartNotInTurn,
    /// Anomaly mitigation works with weighted random only (ALB-27).
    AnomalyMitigationUnused,
    /// A health check's timeout is not below its interval (ALB-01, ALB-02).
    CheckTimeoutLong,
    /// A health check queries the database, so a database outage fails every target (ALB-13).
    DeepHealthCheck,
    /// The checked path's answer is none of the success codes, so no target becomes healthy (ALB-06).
    CheckNeverPasses {
        /// What the path answers.
        status: u32,
    },
    /// A health check asks for a path that is not the application's health endpoint, so it gets 404 (ALB-06, ALB-07).
    CheckOfOtherPath {
        /// The endpoint's path.
        path: String,
        /// Its port; 0 is the traffic port.
        port: u32,
    },
    /// A health check connects to a port where nothing listens (ALB-07).
    CheckPortClosed {
        /// The port.
        port: u32,
    },
    /// No rule of the target admits the load balancer's health checks (ALB-54).
    CheckNotAdmitted {
        /// Their port.
        port: u16,
    },
    /// A threshold for DNS is below the one for routing (ALB-16).
    DnsBelowRouting,
    /// Without cross-zone balancing a zone of the load balancer has no targets (ALB-21).
    ZoneWithoutTargets(String),
    /// AWS uses no target in a zone where the load balancer has no subnet (ALB-12).
    TargetsOutsideZones(String),
    /// Targets see the clients' addresses, and no rule admits them (NLB-09).
    ClientAddressesNotAdmitted,
    /// A listener rule authenticates, or targets speak HTTP/2 or gRPC, which takes an HTTPS listener (ALB-42).
    NeedsHttpsListener,
    /// Clients do not speak the version of the protocol that the target group expects, so they get 464 (ALB-42).
    OtherProtocolVersion,
    /// Requests have more addresses in X-Forwarded-For than a load balancer takes, so they get 463 (ALB-42).
    TooManyForwarded {
        /// How many they have.
        count: u32,
    },
    /// No listener rule is the default: requests that none takes get 404.
    NoDefaultRule,
    /// All target groups of a listener rule have the weight 0, so its requests get 503.
    NoWeight,
    /// An event names a part that does not exist or cannot do this, so it will have no effect.
    EventWithoutTarget,
    /// A run would begin with more memory than there is room for, most of it for this part.
    TooLarge {
        /// MiB for all parts.
        mib: u32,
    },
}
