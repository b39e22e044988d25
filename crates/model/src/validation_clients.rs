//! What is wrong with traffic, records and certificates.

use crate::parts::{Certificate, CertificateSource, Population, Shape, Users};
use crate::validation::{Found, ProblemKind, Severity, Subject};
use crate::wires::{FailoverRole, Record, RecordCheckType, RoutingPolicy};
use crate::{Kind, Part, PartId, PartSettings, Wire, WireId, fact, record_name, validation_balancer};

impl Found<'_> {
    pub(crate) fn traffic(&mut self, id: &PartId, users: &Users) {
        let traffic = &users.traffic;
        if traffic.population == Population::Open && traffic.shape == Shape::Table && traffic.points.is_empty() {
            self.error(id, ProblemKind::EmptyTable);
        }
        let fits = |point: &[f64; 2]| {
            (0.0..=fact::DURATION.max).contains(&point[0]) && (0.0..=fact::REQUESTS_PER_SECOND.max).contains(&point[1])
        };
        let in_order = traffic.points.windows(2).all(|pair| pair[0][0] <= pair[1][0]);
        if !in_order || !traffic.points.iter().all(fits) {
            self.error(id, ProblemKind::UnorderedTable);
        }
    }

    /// A certificate that will not be renewed in time (ACM-06, ACM-08).
    pub(crate) fn renewal(&mut self, id: &PartId, certificate: &Certificate) {
        let run_days = f64::from(self.design.scenario.duration_s) / 86_400.0;
        let is_renewed = certificate.source == CertificateSource::Issued && certificate.validation_record;
        if certificate.expires_in_days < run_days && !is_renewed {
            self.warn(id, ProblemKind::CertificateNotRenewed);
        }
    }

    pub(crate) fn record(&mut self, id: &WireId, wire: &Wire, target: &Part) {
        let record = wire.record();
        let Some(PartSettings::Route53(zone)) = self.design.parts.get(&wire.from).map(|part| &part.settings) else {
            return;
        };
        let name = record_name(wire, &zone.zone);
        let is_alias = record.alias && target.kind() != Kind::Ec2;
        if !is_alias && target.kind() != Kind::Ec2 && name == zone.zone {
            self.record_problem(id, Severity::Error, ProblemKind::CnameAtApex);
        }
        if record.evaluate_target_health && target.kind() == Kind::Cloudfront {
            self.record_problem(id, Severity::Error, ProblemKind::TargetHealthOfDistribution);
        }
        let group: Vec<(&WireId, &Wire, Record)> = self
            .design
            .wires
            .iter()
            .filter(|(_, other)| other.from == wire.from && record_name(other, &zone.zone) == name)
            .map(|(id, other)| (id, other, other.record()))
            .collect();
        let policy = group.first().map_or(record.policy, |(_, _, first)| first.policy);
        let is_mixed = policy != record.policy;
        let is_duplicate = group
            .iter()
            .take_while(|(other, _, _)| *other != id)
            .any(|(_, other, earlier)| self.refuses(wire, other, &record, earlier));
        let has_default = group.iter().any(|(_, _, other)| other.location == "*");
        let is_first = group.first().is_some_and(|(first, _, _)| *first == id);
        let alone = group.len() == 1;
        if is_mixed {
            self.record_problem(id, Severity::Error, ProblemKind::MixedPolicies);
        } else if is_duplicate {
            self.record_problem(id, Severity::Error, ProblemKind::DuplicateRecord);
        }
        if policy == RoutingPolicy::Geolocation && !has_default && is_first {
            self.record_problem(id, Severity::Warning, ProblemKind::NoDefaultLocation);
        }
        self.record_check(id, &record, target, is_alias, alone);
    }

    /// Whether Route 53 refuses a record beside an earlier one of its name and policy.
    fn refuses(&self, wire: &Wire, other: &Wire, record: &Record, earlier: &Record) -> bool {
        match record.policy {
            RoutingPolicy::Simple => {
                let is_instance =
                    |wire: &Wire| self.design.parts.get(&wire.to).is_some_and(|part| part.kind() == Kind::Ec2);
                !(is_instance(wire) && is_instance(other))
            }
            RoutingPolicy::Weighted | RoutingPolicy::Multivalue => false,
            RoutingPolicy::Latency => {
                self.design.region_code(&wire.to).is_some()
                    && self.design.region_code(&wire.to) == self.design.region_code(&other.to)
            }
            RoutingPolicy::Failover => record.failover == earlier.failover,
            RoutingPolicy::Geolocation => record.location == earlier.location,
        }
    }

    fn record_check(&mut self, id: &WireId, record: &Record, target: &Part, is_alias: bool, alone: bool) {
        let kind = record.health_check.kind;
        if kind == RecordCheckType::None {
            return;
        }
        // A distribution listens for both.
        let https = target.certificate().is_some();
        let is_other_port = match kind {
            RecordCheckType::Http => https && target.kind() != Kind::Cloudfront,
            RecordCheckType::Https => !https,
            _ => false,
        };
        if is_other_port {
            self.record_problem(id, Severity::Warning, ProblemKind::CheckOfOtherPort);
        } else if let Some(kind) = self.record_endpoint(id, record, target, https) {
            self.record_problem(id, Severity::Warning, kind);
        }
        let is_last = record.policy == RoutingPolicy::Failover && record.failover == FailoverRole::Secondary;
        if alone && !is_last {
            self.record_problem(id, Severity::Warning, ProblemKind::LoneHealthCheck);
        }
        if !is_alias && record.ttl_s > 60.0 {
            self.record_problem(id, Severity::Warning, ProblemKind::LongTtl);
        }
    }

    /// What is wrong with the path or the port of a record's check.
    fn record_endpoint(&self, id: &WireId, record: &Record, target: &Part, https: bool) -> Option<ProblemKind> {
        let check = &record.health_check;
        let applications = validation_balancer::applications_behind(self.design, &self.design.wires.get(id)?.to);
        let listens = |port: u32| match target.kind() {
            Kind::Ec2 => applications.iter().any(|one| validation_balancer::listens(one, port)),
            Kind::Cloudfront | Kind::S3 => port == 443 || port == 80,
            _ => port == if https { 443 } else { 80 },
        };
        let asks = matches!(check.kind, RecordCheckType::Http | RecordCheckType::Https);
        if (asks || check.kind == RecordCheckType::Tcp) && check.port != 0 && !listens(check.port) {
            return Some(ProblemKind::CheckPortClosed { port: check.port });
        }
        let port = if target.kind() == Kind::Ec2 { check.port } else { 0 };
        let is_served = applications.iter().any(|one| validation_balancer::serves(one, &check.path, port));
        let first = applications.first().filter(|_| asks && !is_served)?;
        match (validation_balancer::other_path(first), target.kind()) {
            // A load balancer listens where it does, whatever its targets do.
            (ProblemKind::CheckOfOtherPath { path, .. }, kind) if kind != Kind::Ec2 => {
                Some(ProblemKind::CheckOfOtherPath { path, port: 0 })
            }
            (problem, _) => Some(problem),
        }
    }

    fn record_problem(&mut self, id: &WireId, severity: Severity, kind: ProblemKind) {
        self.add(Subject::Wire(id.clone()), severity, kind);
    }
}

#[cfg(test)]
mod tests {
    use crate::presets::two_regions;
    use crate::wires::RoutingPolicy;
    use crate::{Design, PartSettings, ProblemKind, WireSettings, problems};

    fn found(change: impl FnOnce(&mut Design)) -> Vec<ProblemKind> {
        let mut design = two_regions();
        change(&mut design);
        problems(&design).into_iter().map(|problem| problem.kind).collect()
    }

    fn with_record(wire: &str, change: impl FnOnce(&mut crate::wires::Record)) -> Vec<ProblemKind> {
        found(|design| {
            let wire = design.wires.get_mut(&wire.parse().unwrap()).unwrap();
            if let Some(WireSettings::Record(record)) = &mut wire.settings {
                change(record);
            }
        })
    }

    #[test]
    fn records_that_route_53_refuses_are_named() {
        assert_eq!(with_record("w3", |record| record.policy = RoutingPolicy::Weighted), [ProblemKind::MixedPolicies]);
        assert_eq!(
            with_record("w3", |record| record.failover = crate::wires::FailoverRole::Primary),
            [ProblemKind::DuplicateRecord]
        );
        let apex = with_record("w3", |record| (record.alias, record.name) = (false, String::new()));
        assert!(apex.contains(&ProblemKind::CnameAtApex), "{apex:?}");
    }

    #[test]
    fn a_check_that_cannot_pass_or_change_anything_is_named() {
        let http = with_record("w2", |record| record.health_check.kind = crate::wires::RecordCheckType::Http);
        assert_eq!(http, [ProblemKind::CheckOfOtherPort]);
        let alone = found(|design| {
            design.wires.remove(&"w3".parse().unwrap());
        });
        assert_eq!(alone, [ProblemKind::Cost(crate::CostProblem::UnusedBalancer), ProblemKind::LoneHealthCheck]);
    }

    #[test]
    fn a_table_that_is_empty_or_out_of_order_is_named() {
        let with_points = |points: &[[f64; 2]]| {
            found(|design| {
                if let Some(PartSettings::Users(users)) =
                    design.parts.get_mut(&"users".parse().unwrap()).map(|part| &mut part.settings)
                {
                    users.traffic.shape = crate::parts::Shape::Table;
                    users.traffic.points = points.to_vec();
                }
            })
        };
        assert_eq!(with_points(&[]), [ProblemKind::EmptyTable]);
        assert_eq!(with_points(&[[5.0, 1.0], [4.0, 1.0]]), [ProblemKind::UnorderedTable]);
        assert_eq!(with_points(&[[4.0, 1.0], [4.0, 2.0]]), []);
    }
}
