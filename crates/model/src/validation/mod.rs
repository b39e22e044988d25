//! What is wrong with a design, as typed facts. `words` says them. A design with problems still opens and runs: what AWS
//! would do then happens.

use index::{Index, Link};

use crate::{Design, Kind, Part, PartId, PartSettings, Wire, limits};

mod application;
mod balancer;
mod certificate;
mod clients;
mod cloudfront;
mod cost;
mod database;
mod elasticache;
mod events;
mod index;
mod network;
mod numbers;
mod placement;
mod problem;
mod quotas;
mod reach;
mod records;
mod scaling;
mod sqs;
mod wires;

pub use application::is_called_in_a_circle;
pub(crate) use balancer::FORWARDED_LIMIT;
pub use cloudfront::CloudfrontProblem;
pub use cost::CostProblem;
pub use database::DatabaseProblem;
pub use elasticache::CacheProblem;
pub use problem::{Problem, ProblemKind, Quota, Severity, Subject};
pub use scaling::ScalingProblem;
pub use sqs::QueueProblem;

/// Every problem of the design, errors first, then in the order of parts, wires and events.
pub fn problems(design: &Design) -> Vec<Problem> {
    let index = Index::of(design);
    let mut found = Found { design, index: &index, problems: Vec::new() };
    for (id, part) in &design.parts {
        found.placement(id, part);
        found.ranges(Subject::Part(id.clone()), part.settings_table(), &part.settings.to_json());
        found.subnets(id, part);
        found.certificate(id, part);
        found.part(id, part);
        cloudfront::check(&index, id, part, &mut |subject, severity, problem| {
            found.add(subject, severity, ProblemKind::Cloudfront(problem));
        });
        found.quotas(id, part);
        found.cost(id, part);
    }
    for (id, wire) in &design.wires {
        found.wire(id, wire);
    }
    balancer::add_problems(&index, &mut found.problems);
    application::add_problems(design, &mut found.problems);
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

struct Found<'a> {
    design: &'a Design,
    index: &'a Index<'a>,
    problems: Vec<Problem>,
}

impl Found<'_> {
    fn add(&mut self, subject: Subject, severity: Severity, kind: ProblemKind) {
        self.problems.push(Problem { subject, severity, kind });
    }

    fn error(&mut self, id: &PartId, kind: ProblemKind) {
        self.add(Subject::Part(id.clone()), Severity::Error, kind);
    }

    fn warn(&mut self, id: &PartId, kind: ProblemKind) {
        self.add(Subject::Part(id.clone()), Severity::Warning, kind);
    }

    fn part(&mut self, id: &PartId, part: &Part) {
        let targets = self.index.wires_from(id);
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
                        self.record_exists(id, host, targets);
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
            PartSettings::Ec2(ec2) => {
                self.serves(id);
                self.instance(id, part, ec2);
            }
            PartSettings::Asg(asg) => {
                self.serves(id);
                if asg.min > asg.desired || asg.desired > asg.max {
                    self.error(id, ProblemKind::CapacityOrder);
                }
                self.addresses(id, asg);
                self.scaling(id, asg);
                self.way_out(id, &asg.subnets, asg.application.launch_needs, false);
            }
            PartSettings::Rds(rds) => {
                self.serves(id);
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
            PartSettings::Az(az) => self.zone(id, &az.zone),
            PartSettings::Vpc(vpc) => self.vpc(id, vpc),
            PartSettings::Subnet(subnet) => self.subnet(id, subnet),
            PartSettings::NatGateway(_) => self.nat_gateway(id, part),
            _ => {}
        }
    }

    /// Whether anything reaches what does nothing by itself.
    fn serves(&mut self, id: &PartId) {
        if self.index.wires_to(id).is_empty() {
            self.warn(id, ProblemKind::NothingLeadsHere);
        }
    }

    fn record_exists(&mut self, id: &PartId, host: &str, targets: &[Link<'_>]) {
        let is_zone = |target: &PartId| self.index.kind(target) == Some(Kind::Route53);
        let is_answered = |target: &PartId| !is_zone(target) || self.index.records.answers(target, host);
        if !targets.is_empty() && !targets.iter().any(|(_, wire)| is_answered(&wire.to)) {
            self.error(id, ProblemKind::NoRecord { host: host.to_owned() });
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
