//! What is wrong with a design, as typed facts. `words` says them. A design with problems still opens and runs: what AWS
//! would do then happens.

use crate::setting::Setting;
use crate::validation_cloudfront::{self, CloudfrontProblem};
use crate::{Design, Kind, Part, PartId, PartSettings, Wire, WireId, limits};

mod cost;
mod database;
mod elasticache;
mod network;
mod numbers;
mod placement;
mod quotas;
mod reach;
mod scaling;
mod sqs;
mod wires;

pub use cost::CostProblem;
pub use database::DatabaseProblem;
pub use elasticache::CacheProblem;
pub use scaling::ScalingProblem;
pub use sqs::QueueProblem;

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

/// Every problem of the design, errors first, then in the order of parts, wires and events.
pub fn problems(design: &Design) -> Vec<Problem> {
    let mut found = Found { design, problems: Vec::new() };
    for (id, part) in &design.parts {
        found.placement(id, part);
        found.ranges(Subject::Part(id.clone()), part.settings_table(), &part.settings.to_json());
        found.subnets(id, part);
        found.certificate(id, part);
        found.part(id, part);
        validation_cloudfront::check(design, id, part, &mut |subject, severity, problem| {
            found.add(subject, severity, ProblemKind::Cloudfront(problem));
        });
        found.quotas(id, part);
        found.cost(id, part);
    }
    for (id, wire) in &design.wires {
        found.wire(id, wire);
    }
    crate::validation_balancer::add_problems(design, &mut found.problems);
    crate::validation_application::problems(design, &mut found.problems);
    for (index, event) in design.scenario.events.iter().enumerate() {
        if !found.event_has_target(&event.action) {
            found.add(Subject::Event(index), Severity::Warning, ProblemKind::EventWithoutTarget);
        }
    }
    if let Some(crate::TooLarge { part, mib }) = design.too_large() {
        found.error(&part, ProblemKind::TooLarge { mib });
    }
    found.problems.sort_by_key(|problem| problem.severity);
    found.problems
}

pub(crate) struct Found<'a> {
    pub(crate) design: &'a Design,
    problems: Vec<Problem>,
}

impl Found<'_> {
    pub(crate) fn add(&mut self, subject: Subject, severity: Severity, kind: ProblemKind) {
        self.problems.push(Problem { subject, severity, kind });
    }

    pub(crate) fn error(&mut self, id: &PartId, kind: ProblemKind) {
        self.add(Subject::Part(id.clone()), Severity::Error, kind);
    }

    pub(crate) fn warn(&mut self, id: &PartId, kind: ProblemKind) {
        self.add(Subject::Part(id.clone()), Severity::Warning, kind);
    }

    fn certificate(&mut self, id: &PartId, part: &Part) {
        let needed = match part.kind() {
            Kind::Cloudfront => Some("us-east-1".to_owned()),
            Kind::Alb => self.design.region_code(id).map(str::to_owned),
            Kind::Nlb if part.ends_tls() => self.design.region_code(id).map(str::to_owned),
            _ => return,
        };
        let hosts = self.hosts_served_with_tls(id);
        let Some(certificate_id) = part.certificate() else {
            if !hosts.is_empty() {
                self.error(id, ProblemKind::NoCertificate);
            }
            return;
        };
        let Some(PartSettings::Certificate(certificate)) =
            self.design.parts.get(certificate_id).map(|part| &part.settings)
        else {
            return self.error(id, ProblemKind::NoCertificate);
        };
        if self.design.region_code(certificate_id) != needed.as_deref() {
            return self.error(id, ProblemKind::CertificateRegion { needed: needed.unwrap_or_default() });
        }
        for host in hosts {
            if !certificate.covers(&host) {
                self.error(id, ProblemKind::CertificateName { host });
            }
        }
    }

    /// The names of records that lead to this part.
    fn hosts_served_with_tls(&self, id: &PartId) -> Vec<String> {
        self.design
            .wires
            .values()
            .filter(|wire| &wire.to == id)
            .filter_map(|wire| match &self.design.parts.get(&wire.from)?.settings {
                PartSettings::Route53(zone) => Some(record_name(wire, &zone.zone)),
                _ => None,
            })
            .collect()
    }

    fn part(&mut self, id: &PartId, part: &Part) {
        let targets: Vec<&PartId> =
            self.design.wires.values().filter(|wire| &wire.from == id).map(|wire| &wire.to).collect();
        match &part.settings {
            PartSettings::Users(users) => {
                if targets.is_empty() {
                    self.error(id, ProblemKind::NoTargetForUsers);
                }
                self.traffic(id, users);
                for (host, weight) in
                    [(&users.web_host, users.mix.assets), (&users.api_host, users.mix.reads + users.mix.writes)]
                {
                    if weight > 0.0 {
                        self.record_exists(id, host, &targets);
                    }
                }
            }
            PartSettings::Alb(alb) => {
                if targets.is_empty() {
                    self.error(id, ProblemKind::NoTargets);
                }
                if alb.internet_facing {
                    self.public_subnets(id, &alb.subnets);
                }
            }
            PartSettings::Nlb(nlb) => {
                if targets.is_empty() {
                    self.error(id, ProblemKind::NoTargets);
                }
                if nlb.internet_facing {
                    self.public_subnets(id, &nlb.subnets);
                }
            }
            PartSettings::Cloudfront(_) if targets.is_empty() => self.error(id, ProblemKind::NoOrigin),
            PartSettings::Ec2(ec2) => self.instance(id, part, ec2),
            PartSettings::Asg(asg) => {
                if asg.min > asg.desired || asg.desired > asg.max {
                    self.error(id, ProblemKind::CapacityOrder);
                }
                self.addresses(id, asg);
                self.scaling(id, asg);
                self.way_out(id, &asg.subnets, asg.application.launch_needs, false);
            }
            PartSettings::Rds(rds) => {
                if rds.subnets.iter().any(|subnet| self.is_public(subnet)) {
                    self.warn(id, ProblemKind::PublicDatabase);
                }
                self.pools(id, rds, &rds.instance_class, rds.max_connections);
                self.database(id, rds);
            }
            PartSettings::Elasticache(cache) => self.cache(id, cache),
            PartSettings::Sqs(queue) => self.queue(id, queue),
            PartSettings::RdsProxy(_) => self.proxy(id),
            PartSettings::ReadReplica(replica) => {
                let source = replica.replica_of.as_ref().and_then(|source| self.design.parts.get(source));
                match source.map(|part| &part.settings) {
                    Some(PartSettings::Rds(rds)) => {
                        self.pools(id, rds, &replica.instance_class, replica.max_connections);
                        self.replica(id, rds);
                    }
                    _ => self.error(id, ProblemKind::ReplicaOfNothing),
                }
            }
            PartSettings::Certificate(certificate) => self.renewal(id, certificate),
            PartSettings::Az(az) => self.zone(id, part, &az.zone),
            PartSettings::Vpc(vpc) => self.vpc(id, vpc),
            PartSettings::Subnet(subnet) => self.subnet(id, subnet),
            PartSettings::NatGateway(_) => self.nat_gateway(id, part),
            _ => {}
        }
    }

    fn record_exists(&mut self, id: &PartId, host: &str, targets: &[&PartId]) {
        let zones: Vec<&PartId> = targets
            .iter()
            .copied()
            .filter(|target| self.design.parts.get(*target).is_some_and(|part| part.kind() == Kind::Route53))
            .collect();
        let direct = targets.len() > zones.len();
        let has_record = self.design.wires.values().any(|wire| {
            zones.contains(&&wire.from)
                && matches!(self.design.parts.get(&wire.from).map(|part| &part.settings),
                    Some(PartSettings::Route53(zone)) if name_matches(&record_name(wire, &zone.zone), host))
        });
        if !direct && !targets.is_empty() && !has_record {
            self.error(id, ProblemKind::NoRecord { host: host.to_owned() });
        }
    }

    /// Whether what runs on a part uses its disk, or writes to it.
    fn uses_disk(&self, id: &PartId, writes: bool) -> bool {
        crate::validation_balancer::applications_behind(self.design, id).first().is_some_and(|application| {
            let reads = application.read_disk_operations + application.asset_disk_operations;
            application.write_disk_operations > 0 || (!writes && reads > 0)
        })
    }

    fn event_has_target(&self, action: &crate::Action) -> bool {
        use crate::Action;
        let kind = action.part().and_then(|id| self.design.parts.get(id)).map(Part::kind);
        match action {
            Action::ZonePowerLoss { zone, .. }
            | Action::ZoneNetworkCut { zone, .. }
            | Action::InsufficientInstanceCapacity { zone, .. } => self.design.zones().contains(zone),
            Action::RegionLoss { .. } => kind == Some(Kind::Region),
            Action::NetworkLatency { .. } | Action::PacketLoss { .. } => kind.is_some_and(Kind::is_networked),
            Action::Partition { other, .. } => {
                let other = self.design.parts.get(other).map(Part::kind);
                kind.is_some_and(Kind::is_networked) && other.is_some_and(Kind::is_networked)
            }
            Action::NetworkAclDeny { .. } => kind == Some(Kind::Subnet),
            Action::RouteRemoval { part, destination, .. } => {
                matches!(self.design.parts.get(part).map(|part| &part.settings),
                    Some(PartSettings::Subnet(subnet)) if subnet.routes.contains_key(destination))
                    || matches!(self.design.parts.get(part).map(|part| &part.settings),
                    Some(PartSettings::Vpc(vpc)) if vpc.main_routes.contains_key(destination))
            }
            Action::NatGatewayLoss { .. } => kind == Some(Kind::NatGateway),
            Action::TerminateInstance { .. }
            | Action::StopInstance { .. }
            | Action::HangInstance { .. }
            | Action::CpuStress { .. }
            | Action::MemoryStress { .. }
            | Action::ApplicationCrash { .. } => {
                matches!(kind, Some(Kind::Asg | Kind::Ec2))
            }
            Action::IoStress { target, .. }
            | Action::VolumeIoPause { target, .. }
            | Action::VolumeIoLatency { target, .. } => self.uses_disk(&target.part, false),
            Action::DiskFill { target, .. } => self.uses_disk(&target.part, true),
            Action::Errors { .. } => {
                matches!(kind, Some(Kind::Asg | Kind::Ec2 | Kind::Rds | Kind::ReadReplica | Kind::ExternalService))
            }
            Action::ExternalServiceOutage { .. } => kind == Some(Kind::ExternalService),
            Action::PrimaryFailure { .. } | Action::RebootWithFailover { .. } => kind == Some(Kind::Rds),
            Action::CacheNodeFailure { .. } => kind == Some(Kind::Elasticache),
            Action::CacheZoneInterruption { zone, .. } => {
                kind == Some(Kind::Elasticache) && self.design.zones().contains(zone)
            }
            Action::ReplicaCut { .. } | Action::ReplicaLag { .. } | Action::PromoteReplica { .. } => {
                kind == Some(Kind::ReadReplica)
            }
            Action::DatabaseLock { .. }
            | Action::StorageFull { .. }
            | Action::DatabaseMaintenance { .. }
            | Action::EngineUpgrade { .. }
            | Action::DatabaseRestore { .. }
            | Action::DatabaseBackup { .. } => kind == Some(Kind::Rds),
            Action::DatabaseClassChange { instance_class, .. } => {
                kind == Some(Kind::Rds) && crate::instance_types::rds(instance_class).is_some()
            }
            Action::SlowQueries { .. } => matches!(kind, Some(Kind::Rds | Kind::ReadReplica)),
            Action::ConnectionLeak { .. } => matches!(kind, Some(Kind::Asg | Kind::Ec2)),
            Action::CertificateExpiry { .. } | Action::ValidationRecordRemoval { .. } => {
                kind == Some(Kind::Certificate)
            }
            Action::DnsOutage { .. } => kind == Some(Kind::Route53),
            Action::WrongRecord { part, to, instead, .. } => {
                let instead = instead.as_ref().map(|instead| self.design.parts.get(instead).map(Part::kind));
                let has_address =
                    |kind| matches!(kind, Some(Kind::Alb | Kind::Nlb | Kind::Cloudfront | Kind::Ec2 | Kind::S3));
                kind == Some(Kind::Route53)
                    && instead.is_none_or(has_address)
                    && self.design.wires.values().any(|wire| &wire.from == part && &wire.to == to)
            }
            Action::SecurityGroupRuleRemoval { .. } => kind.is_some(),
            Action::ZonalShift { part, zone, .. } if kind == Some(Kind::Asg) => {
                let group = self.design.parts.get(part).map(|part| &part.settings);
                matches!(group, Some(PartSettings::Asg(group)) if group.impairment_policy.zonal_shift)
                    && self.design.zones().contains(zone)
            }
            Action::NodeLoss { zone, .. } | Action::ZonalShift { zone, .. } => {
                matches!(kind, Some(Kind::Alb | Kind::Nlb)) && self.design.zones().contains(zone)
            }
            Action::BadHealthCheck { .. } | Action::TargetDeregistration { .. } | Action::TargetGroupWeight { .. } => {
                matches!(kind, Some(Kind::Asg | Kind::Ec2))
            }
            Action::CacheFlush { .. } => matches!(kind, Some(Kind::Cloudfront | Kind::Elasticache)),
            Action::Invalidation { .. } | Action::EdgeLocationLoss { .. } => kind == Some(Kind::Cloudfront),
            Action::S3Throttling { .. } | Action::BucketAccessDenied { .. } => kind == Some(Kind::S3),
            Action::Traffic { .. } => kind == Some(Kind::Users),
            Action::SetDesiredCapacity { .. }
            | Action::InstanceRefresh { .. }
            | Action::ProcessSuspension { .. }
            | Action::SpotInterruption { .. } => kind == Some(Kind::Asg),
            Action::OnDemandQuota { .. } => kind == Some(Kind::Region),
        }
    }
}

/// The full name of a record: its own, or the zone's apex.
pub fn record_name(wire: &Wire, zone: &str) -> String {
    let name = wire.record().name;
    if name.is_empty() { zone.to_owned() } else { name }
}

/// Whether a record of this name answers for a host: its own, or any below it where its first label is `*`.
pub fn name_matches(record: &str, host: &str) -> bool {
    match record.strip_prefix('*') {
        Some(rest) if rest.starts_with('.') => host.ends_with(rest) && host.len() > rest.len(),
        _ => record == host,
    }
}

/// Deepest nesting in the design, for refusing what is too deep.
pub fn nesting(design: &Design) -> usize {
    design.parts.keys().map(|id| design.ancestors(id).take(limits::NESTING + 1).count()).max().unwrap_or(0)
}
