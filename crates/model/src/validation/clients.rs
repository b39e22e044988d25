//! What is wrong with traffic and records.

use super::balancer::{applications_behind, listens, other_path, serves};
use super::{Found, ProblemKind, Severity, Subject, record_name};
use crate::parts::{Population, Shape, Users};
use crate::wires::{FailoverRole, Record, RecordCheckType, RoutingPolicy};
use crate::{Kind, Part, PartId, PartSettings, Wire, WireId, fact};

impl Found<'_> {
    pub(super) fn traffic(&mut self, id: &PartId, users: &Users) {
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

    pub(super) fn record(&mut self, id: &WireId, wire: &Wire, target: &Part) {
        let record = wire.record();
        let Some(PartSettings::Route53(zone)) = self.design.parts.get(&wire.from).map(|part| &part.settings) else {
            return;
        };
        let name = record_name(wire, &zone.zone);
        let is_alias = record.alias && target.kind() != Kind::Ec2;
        if !is_alias && target.kind() != Kind::Ec2 && name == zone.zone {
            self.record_problem(id, Severity::Error, ProblemKind::CnameAtApex);
        }
        if is_alias && record.evaluate_target_health && target.kind() == Kind::Cloudfront {
            self.record_problem(id, Severity::Error, ProblemKind::TargetHealthOfDistribution);
        }
        let Some(named) = self.index.records.named(&wire.from, &name) else { return };
        if named.policy != record.policy {
            self.record_problem(id, Severity::Error, ProblemKind::MixedPolicies);
        } else if self.index.records.refuses(id) {
            self.record_problem(id, Severity::Error, ProblemKind::DuplicateRecord);
        }
        if named.policy == RoutingPolicy::Geolocation && !named.has_default && named.first == id {
            self.record_problem(id, Severity::Warning, ProblemKind::NoDefaultLocation);
        }
        self.record_check(id, &record, target, is_alias, named.count == 1);
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
        let applications = applications_behind(self.index, &self.design.wires.get(id)?.to);
        let listens = |port: u32| match target.kind() {
            Kind::Ec2 => applications.iter().any(|one| listens(one, port)),
            Kind::Cloudfront | Kind::S3 => port == 443 || port == 80,
            _ => port == if https { 443 } else { 80 },
        };
        let asks = matches!(check.kind, RecordCheckType::Http | RecordCheckType::Https);
        if (asks || check.kind == RecordCheckType::Tcp) && check.port != 0 && !listens(check.port) {
            return Some(ProblemKind::CheckPortClosed { port: check.port });
        }
        let port = if target.kind() == Kind::Ec2 { check.port } else { 0 };
        let is_served = applications.iter().any(|one| serves(one, &check.path, port));
        let first = applications.first().filter(|_| asks && !is_served)?;
        match (other_path(first), target.kind()) {
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
