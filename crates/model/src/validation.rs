//! What is wrong with a design, as typed facts. `words` says them. A design with problems still opens and runs: what AWS
//! would do then happens.

use serde_json::Value;

use crate::parts::RouteTarget;
use crate::setting::{Control, Setting};
use crate::{Design, Kind, Part, PartId, PartSettings, Wire, WireId, WireKind, limits};

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
    /// An internet-facing part sits in a subnet without a route to the internet gateway (VPC-03).
    NotPublic(PartId),
    /// A subnet routes to an internet gateway that the VPC does not have.
    NoInternetGateway,
    /// A database sits in a public subnet.
    PublicDatabase,
    /// A read replica replicates nothing.
    ReplicaOfNothing,
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
    /// An event names a part that does not exist or cannot do this, so it will have no effect.
    EventWithoutTarget,
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
    }
    for (id, wire) in &design.wires {
        found.wire(id, wire);
    }
    crate::validation_application::problems(design, &mut found.problems);
    for (index, event) in design.scenario.events.iter().enumerate() {
        if !found.event_has_target(&event.action) {
            found.add(Subject::Event(index), Severity::Warning, ProblemKind::EventWithoutTarget);
        }
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

    fn placement(&mut self, id: &PartId, part: &Part) {
        let container = part.container.as_ref().map(|container| self.design.parts.get(container));
        let fits = match container {
            None => part.kind().may_lie_in(None),
            Some(None) => false,
            Some(Some(container)) => part.kind().may_lie_in(Some(container.kind())),
        };
        if !fits {
            self.error(id, ProblemKind::WrongContainer);
        }
        for name in part.security_groups() {
            if !self.design.security_groups.contains_key(name) {
                self.error(id, ProblemKind::NoSecurityGroup(name.clone()));
            }
        }
    }

    fn ranges(&mut self, subject: Subject, table: &[Setting], value: &Value) {
        for setting in table {
            let Some(found) = setting.path.split('.').try_fold(value, |place, level| place.get(level)) else {
                continue;
            };
            match setting.control {
                Control::Integer(fact) | Control::Decimal(fact) => {
                    let number = found.as_f64().unwrap_or(f64::NAN);
                    if !(fact.min..=fact.max).contains(&number) {
                        let kind = ProblemKind::OutOfRange { setting: *setting, value: number };
                        self.add(subject.clone(), Severity::Error, kind);
                    }
                }
                Control::Choice(options) => {
                    let text = found.as_str().unwrap_or_default();
                    if !options.contains(&text) {
                        let kind = ProblemKind::UnknownChoice { setting: *setting, value: text.to_owned() };
                        self.add(subject.clone(), Severity::Error, kind);
                    }
                }
                _ => {}
            }
        }
    }

    fn subnets(&mut self, id: &PartId, part: &Part) {
        if !part.kind().spans_subnets() {
            return;
        }
        if part.subnets().is_empty() {
            return self.error(id, ProblemKind::NoSubnets);
        }
        let vpc = self.design.vpc_of(id);
        for subnet in part.subnets() {
            let is_subnet = self.design.parts.get(subnet).is_some_and(|part| part.kind() == Kind::Subnet);
            if !is_subnet || self.design.vpc_of(subnet) != vpc {
                self.error(id, ProblemKind::ForeignSubnet(subnet.clone()));
            }
        }
        let mut zones: Vec<&str> = part.subnets().iter().filter_map(|subnet| self.design.zone_name(subnet)).collect();
        zones.sort_unstable();
        zones.dedup();
        if zones.len() < 2 {
            match &part.settings {
                PartSettings::Alb(_) => self.error(id, ProblemKind::OneZone),
                PartSettings::Rds(rds) if rds.multi_az => self.error(id, ProblemKind::NoZoneForStandby),
                PartSettings::Rds(_) => self.error(id, ProblemKind::OneZone),
                _ => self.warn(id, ProblemKind::OneZone),
            }
        }
    }

    fn certificate(&mut self, id: &PartId, part: &Part) {
        let needed = match part.kind() {
            Kind::Cloudfront => Some("us-east-1".to_owned()),
            Kind::Alb => self.design.region_code(id).map(str::to_owned),
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
            PartSettings::Cloudfront(_) if targets.is_empty() => self.error(id, ProblemKind::NoOrigin),
            PartSettings::Ec2(ec2) if ec2.public_address => {
                let subnet: Vec<PartId> = part.container.iter().cloned().collect();
                self.public_subnets(id, &subnet);
            }
            PartSettings::Asg(asg) if asg.min > asg.desired || asg.desired > asg.max => {
                self.error(id, ProblemKind::CapacityOrder);
            }
            PartSettings::Rds(rds) => {
                if rds.subnets.iter().any(|subnet| self.is_public(subnet)) {
                    self.warn(id, ProblemKind::PublicDatabase);
                }
                self.pools(id, rds.engine, &rds.instance_class, rds.max_connections);
            }
            PartSettings::ReadReplica(replica) => {
                let source = replica.replica_of.as_ref().and_then(|source| self.design.parts.get(source));
                match source.map(|part| &part.settings) {
                    Some(PartSettings::Rds(rds)) => {
                        self.pools(id, rds.engine, &replica.instance_class, replica.max_connections);
                    }
                    _ => self.error(id, ProblemKind::ReplicaOfNothing),
                }
            }
            PartSettings::Certificate(certificate) => self.renewal(id, certificate),
            PartSettings::Az(az) => self.zone(id, part, &az.zone),
            PartSettings::Subnet(subnet) => {
                let to_gateway = subnet.routes.values().any(|target| *target == RouteTarget::InternetGateway);
                let gateway = matches!(self.design.enclosing(id, Kind::Vpc).map(|(_, part)| &part.settings),
                    Some(PartSettings::Vpc(vpc)) if vpc.internet_gateway);
                if to_gateway && !gateway {
                    self.warn(id, ProblemKind::NoInternetGateway);
                }
            }
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

    fn is_public(&self, subnet: &PartId) -> bool {
        let routed = matches!(self.design.parts.get(subnet).map(|part| &part.settings),
            Some(PartSettings::Subnet(subnet)) if subnet.is_public());
        let gateway = matches!(self.design.enclosing(subnet, Kind::Vpc).map(|(_, part)| &part.settings),
            Some(PartSettings::Vpc(vpc)) if vpc.internet_gateway);
        routed && gateway
    }

    fn public_subnets(&mut self, id: &PartId, subnets: &[PartId]) {
        for subnet in subnets {
            if self.design.parts.contains_key(subnet) && !self.is_public(subnet) {
                self.error(id, ProblemKind::NotPublic(subnet.clone()));
            }
        }
    }

    fn pools(&mut self, id: &PartId, engine: crate::parts::DatabaseEngine, class: &str, own_limit: u32) {
        let limit = match (own_limit, crate::instance_types::rds(class)) {
            (0, Some(class)) => crate::instance_types::max_connections(engine, class),
            (0, None) => return,
            (limit, _) => limit,
        };
        let pools = self.design.wires.values().filter(|wire| &wire.to == id).fold(0_u32, |sum, wire| {
            let instances = match self.design.parts.get(&wire.from).map(|part| &part.settings) {
                Some(PartSettings::Asg(asg)) => asg.max,
                Some(PartSettings::Ec2(_)) => 1,
                _ => 0,
            };
            sum.saturating_add(instances.saturating_mul(wire.pool().max))
        });
        if pools > limit {
            self.warn(id, ProblemKind::PoolsOverLimit { pools, limit });
        }
    }

    fn zone(&mut self, id: &PartId, part: &Part, zone: &str) {
        if zone.is_empty() {
            return self.error(id, ProblemKind::NoZoneName);
        }
        if let Some(region) = self.design.region_code(id)
            && !zone.starts_with(region)
        {
            self.warn(id, ProblemKind::ZoneOutsideRegion(zone.to_owned()));
        }
        let twin = self.design.parts.iter().any(|(other, candidate)| {
            other < id
                && candidate.container == part.container
                && matches!(&candidate.settings, PartSettings::Az(az) if az.zone == zone)
        });
        if twin {
            self.error(id, ProblemKind::DuplicateZone(zone.to_owned()));
        }
    }

    fn wire(&mut self, id: &WireId, wire: &Wire) {
        let subject = Subject::Wire(id.clone());
        let ends = (self.design.parts.get(&wire.from), self.design.parts.get(&wire.to));
        let (Some(from), Some(to)) = ends else {
            return self.add(subject, Severity::Error, ProblemKind::WireToNothing);
        };
        let Some(kind) = from.kind().wire_to(to.kind()) else {
            let kind = ProblemKind::WireWithoutMeaning { from: from.kind(), to: to.kind() };
            return self.add(subject, Severity::Error, kind);
        };
        if kind == WireKind::Record {
            self.record(id, wire, to);
        }
        if let Some(settings) = self.design.effective_wire_settings(id) {
            self.ranges(subject.clone(), crate::wires::settings_of(kind), &settings.to_json());
        }
        if matches!(kind, WireKind::TargetGroup | WireKind::Pool | WireKind::Call) && to.kind() != Kind::ExternalService
        {
            let port = crate::security::listening_port(to.kind(), true);
            let admitted = crate::effective_rules(self.design, &wire.to)
                .iter()
                .any(|rule| crate::security::admits(rule, &wire.from, from.security_groups(), port));
            if !admitted {
                self.add(subject, Severity::Error, ProblemKind::NotAdmitted);
            }
        }
    }

    fn event_has_target(&self, action: &crate::Action) -> bool {
        use crate::Action;
        let kind = action.part().and_then(|id| self.design.parts.get(id)).map(Part::kind);
        match action {
            Action::ZonePowerLoss { zone, .. } => self.design.zones().contains(zone),
            Action::TerminateInstance { .. } | Action::HangInstance { .. } | Action::ApplicationCrash { .. } => {
                matches!(kind, Some(Kind::Asg | Kind::Ec2))
            }
            Action::Errors { .. } => {
                matches!(kind, Some(Kind::Asg | Kind::Ec2 | Kind::Rds | Kind::ReadReplica | Kind::ExternalService))
            }
            Action::ExternalServiceOutage { .. } => kind == Some(Kind::ExternalService),
            Action::PrimaryFailure { .. } | Action::RebootWithFailover { .. } => kind == Some(Kind::Rds),
            Action::ReplicaCut { .. } => kind == Some(Kind::ReadReplica),
            Action::CertificateExpiry { .. } | Action::ValidationRecordRemoval { .. } => {
                kind == Some(Kind::Certificate)
            }
            Action::DnsOutage { .. } => kind == Some(Kind::Route53),
            Action::WrongRecord { part, to, .. } => {
                kind == Some(Kind::Route53)
                    && self.design.wires.values().any(|wire| &wire.from == part && &wire.to == to)
            }
            Action::SecurityGroupRuleRemoval { .. } => kind.is_some(),
            Action::CacheFlush { .. } => kind == Some(Kind::Cloudfront),
            Action::Traffic { .. } => kind == Some(Kind::Users),
            Action::SetDesiredCapacity { .. } => kind == Some(Kind::Asg),
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
