//! What AWS promises for the services of a design together (SLA-01 to SLA-10): a product of those that a request needs,
//! and of the failures of those that stand in for each other. A cache beside a database is not needed: what it does not
//! answer the database does. The whole is a refund promise, not a prediction (SLA-07).

use std::collections::BTreeSet;

use crate::fact::{self, Fact};
use crate::parts::Deployment;
use crate::wires::{OriginRole, RoutingPolicy};
use crate::{Design, Kind, Part, PartId, PartSettings, Wire, limits};

/// What is promised, with what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// Availability, 0 to 1.
    pub availability: f64,
    /// Each part that counts, with its own promise, in the order in which requests meet them.
    pub parts: Vec<(PartId, &'static Fact)>,
}

/// The promise for the requests of all users; `None` where they meet no AWS service.
pub fn promise(design: &Design) -> Option<Promise> {
    let users = design.parts.iter().filter(|(_, part)| part.kind() == Kind::Users);
    let mut walk = Walk { design, met: BTreeSet::new(), parts: Vec::new() };
    let availability = users.map(|(id, _)| walk.beyond(id, 0)).product();
    if walk.parts.is_empty() { None } else { Some(Promise { availability, parts: walk.parts }) }
}

struct Walk<'a> {
    design: &'a Design,
    /// What counts already: a part that two others need counts once.
    met: BTreeSet<PartId>,
    parts: Vec<(PartId, &'static Fact)>,
}

impl Walk<'_> {
    /// A part and all that lies behind it.
    fn at(&mut self, id: &PartId, depth: usize) -> f64 {
        let Some(part) = self.design.parts.get(id).filter(|_| depth < limits::NESTING) else { return 1.0 };
        if !self.met.insert(id.clone()) {
            return 1.0;
        }
        let own = own_promise(self.design, part);
        self.parts.extend(own.map(|fact| (id.clone(), fact)));
        // A request waits for a queue to take its message, not for those who work on it.
        let beyond = if part.kind() == Kind::Sqs { 1.0 } else { self.beyond(id, depth + 1) };
        own.map_or(1.0, share) * beyond
    }

    /// All that lies behind a part: a product over what it needs.
    fn beyond(&mut self, id: &PartId, depth: usize) -> f64 {
        if matches!(self.kind(id), Some(Kind::Alb | Kind::Nlb)) {
            return self.targets(id, depth);
        }
        let mut left: Vec<&Wire> = self.design.wires.values().filter(|wire| wire.from == *id).collect();
        let has_primary = left.iter().any(|wire| matches!(self.kind(&wire.to), Some(Kind::Rds | Kind::RdsProxy)));
        // Reads alone go to a replica beside its primary; what it does not answer fails no write.
        left.retain(|wire| !(has_primary && self.kind(&wire.to) == Some(Kind::ReadReplica)));
        let mut product = 1.0;
        while let Some(first) = left.first().copied() {
            let (together, rest): (Vec<&Wire>, Vec<&Wire>) =
                left.iter().copied().partition(|wire| std::ptr::eq(*wire, first) || self.stands_in(first, wire));
            left = rest;
            product *= self.any_of(&together, depth);
        }
        product
    }

    /// The targets of a load balancer: in two zones they have one promise (SLA-01), in one zone each has its own.
    fn targets(&mut self, balancer: &PartId, depth: usize) -> f64 {
        let design = self.design;
        let wires = design.wires.values().filter(|wire| wire.from == *balancer);
        let targets: Vec<(&PartId, &Part)> = wires.filter_map(|wire| design.parts.get_key_value(&wire.to)).collect();
        let zones: BTreeSet<&str> = targets.iter().flat_map(|(id, part)| zones_of(design, id, part)).collect();
        let fact = if zones.len() > 1 { &fact::SLA_EC2 } else { &fact::SLA_INSTANCE };
        let mut failing = 1.0;
        for (id, _) in &targets {
            self.met.insert((*id).clone());
            self.parts.push(((*id).clone(), fact));
            failing *= 1.0 - share(fact);
        }
        let own = match targets.len() {
            0 => 1.0,
            _ if zones.len() > 1 => share(fact),
            _ => 1.0 - failing,
        };
        own * targets.iter().map(|(id, _)| self.beyond(id, depth + 1)).product::<f64>()
    }

    /// What stands in for each other fails only together (SLA-10).
    fn any_of(&mut self, wires: &[&Wire], depth: usize) -> f64 {
        if let [only] = wires {
            return self.at(&only.to, depth);
        }
        let mut failing = 1.0;
        let before = self.met.clone();
        let mut met = BTreeSet::new();
        for wire in wires {
            self.met.clone_from(&before);
            failing *= 1.0 - self.at(&wire.to, depth);
            met.append(&mut self.met);
        }
        self.met = met;
        1.0 - failing
    }

    /// Whether two wires of one part lead to what can stand in for each other.
    fn stands_in(&self, one: &Wire, other: &Wire) -> bool {
        match (self.kind(&one.from), self.kind(&one.to), self.kind(&other.to)) {
            (Some(Kind::Route53), ..) => {
                let (one, other) = (one.record(), other.record());
                one.name == other.name && one.policy == other.policy && one.policy != RoutingPolicy::Simple
            }
            (Some(Kind::Cloudfront), ..) => {
                let (one, other) = (one.origin(), other.origin());
                one.path == other.path && (one.role == OriginRole::Secondary) != (other.role == OriginRole::Secondary)
            }
            _ => false,
        }
    }

    fn kind(&self, id: &PartId) -> Option<Kind> {
        self.design.parts.get(id).map(Part::kind)
    }
}

/// The zones that a part's members are in.
fn zones_of<'a>(design: &'a Design, id: &PartId, part: &'a Part) -> Vec<&'a str> {
    let spanned = part.subnets().iter().filter_map(|subnet| design.zone_name(subnet));
    spanned.chain(design.zone_name(id)).collect()
}

fn share(fact: &'static Fact) -> f64 {
    fact.value / 100.0
}

/// What AWS promises for a part alone.
fn own_promise(design: &Design, part: &Part) -> Option<&'static Fact> {
    let zones: BTreeSet<&str> = part.subnets().iter().filter_map(|subnet| design.zone_name(subnet)).collect();
    let spans = zones.len() > 1;
    Some(match &part.settings {
        PartSettings::Route53(_) => &fact::SLA_ROUTE53,
        PartSettings::Cloudfront(_) => &fact::SLA_CLOUDFRONT,
        PartSettings::S3(_) => &fact::SLA_S3,
        PartSettings::Sqs(_) => &fact::SLA_QUEUE,
        PartSettings::Alb(_) | PartSettings::Nlb(_) if spans => &fact::SLA_BALANCER,
        PartSettings::Alb(_) | PartSettings::Nlb(_) => &fact::SLA_BALANCER_ONE_ZONE,
        PartSettings::Asg(_) if spans => &fact::SLA_EC2,
        PartSettings::Asg(_) | PartSettings::Ec2(_) => &fact::SLA_INSTANCE,
        PartSettings::Rds(database) if spans => match database.deployment() {
            Deployment::SingleAz | Deployment::Cluster(0) => &fact::SLA_DATABASE,
            Deployment::Cluster(_) if database.engine.is_aurora() => &fact::SLA_AURORA,
            Deployment::MultiAz | Deployment::Cluster(_) => &fact::SLA_MULTI_AZ,
        },
        PartSettings::Rds(_) | PartSettings::ReadReplica(_) => &fact::SLA_DATABASE,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets::Preset;

    /// Hundred-thousandths of a per cent.
    fn promised(design: &Design) -> i64 {
        (promise(design).unwrap().availability * 1e7).round() as i64
    }

    #[test]
    fn services_in_series_multiply() {
        // Route 53 1, CloudFront .999, S3 .999, load balancer .9999, EC2 .9999, RDS Multi-AZ .9995.
        let expected = 0.999 * 0.999 * 0.9999 * 0.9999 * 0.9995;
        assert_eq!(promised(&Preset::SeedArchitecture.design()), (expected * 1e7_f64).round() as i64);
    }

    #[test]
    fn one_zone_is_promised_less() {
        let design = Preset::TwoTierOneAz.design();
        let facts: Vec<&str> = promise(&design).unwrap().parts.iter().map(|(_, fact)| fact.id).collect();
        assert_eq!(facts, ["SLA-02", "SLA-01-INSTANCE", "SLA-03-SINGLE"]);
    }

    #[test]
    fn two_regions_fail_only_together() {
        let design = Preset::TwoRegions.design();
        let one = 0.9999 * 0.9999;
        let expected = 1.0 - (1.0 - one) * (1.0 - one);
        assert_eq!(promised(&design), (expected * 1e7_f64).round() as i64);
    }

    #[test]
    fn two_instances_of_one_zone_fail_only_together() {
        let mut design = Preset::TwoTierOneAz.design();
        let group = design.wires.values().find(|wire| wire.from.as_str() == "alb").unwrap().clone();
        let second = design.free_part_id(Kind::Asg);
        design.parts.insert(second.clone(), design.parts[&group.to].clone());
        design.wires.insert(design.free_wire_id(), Wire::new(group.from, second));
        let expected = 0.9999 * (1.0 - 0.005 * 0.005) * 0.995;
        assert_eq!(promised(&design), (expected * 1e7_f64).round() as i64);
    }

    #[test]
    fn aurora_with_a_replica_is_promised_more_than_a_standby() {
        let mut design = Preset::SeedArchitecture.design();
        let before = promise(&design).unwrap().availability;
        let database = "db".parse().unwrap();
        if let Some(PartSettings::Rds(rds)) = design.parts.get_mut(&database).map(|part| &mut part.settings) {
            rds.engine = crate::parts::DatabaseEngine::AuroraPostgresql;
        }
        assert!((promise(&design).unwrap().availability / before - 0.9999 / 0.9995).abs() < 1e-9);
    }

    #[test]
    fn users_alone_are_promised_nothing() {
        assert_eq!(promise(&Design::default()), None);
    }
}
