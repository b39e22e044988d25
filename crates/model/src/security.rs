//! Security groups: stateful allow rules (VPC-16 to VPC-19).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::{Design, Kind, Part, PartId};

/// A security group. A new one admits nothing and lets everything out (VPC-17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct SecurityGroup {
    /// Inbound allow rules.
    pub inbound: Vec<SecurityRule>,
    /// Outbound allow rules.
    #[serde(skip_serializing_if = "lets_everything_out")]
    pub outbound: Vec<OutboundRule>,
}

/// One inbound allow rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
pub struct SecurityRule {
    /// Who may connect: a range such as `0.0.0.0/0`, the name of a security group, or the id of a part.
    pub from: String,
    /// The port that may be reached; 0 for all.
    pub port: u16,
}

/// One outbound allow rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
pub struct OutboundRule {
    /// What may be reached: a range such as `0.0.0.0/0`, the name of a security group, or the id of a part.
    pub to: String,
    /// The port that may be reached; 0 for all.
    #[serde(default)]
    pub port: u16,
}

impl Default for SecurityGroup {
    fn default() -> Self {
        SecurityGroup { inbound: Vec::new(), outbound: vec![OutboundRule { to: ANYWHERE.to_owned(), port: 0 }] }
    }
}

fn lets_everything_out(rules: &[OutboundRule]) -> bool {
    matches!(rules, [rule] if rule.to == ANYWHERE && rule.port == 0)
}

/// Anyone on the internet.
pub const ANYWHERE: &str = "0.0.0.0/0";

/// The port that a part of this kind listens on. `https` matters to a load balancer only.
pub const fn listening_port(kind: Kind, https: bool) -> u16 {
    match kind {
        Kind::Alb | Kind::Nlb if https => 443,
        Kind::Alb | Kind::Nlb => 80,
        Kind::Rds | Kind::ReadReplica | Kind::RdsProxy => 5432,
        Kind::Elasticache => 6379,
        _ => 8080,
    }
}

/// The rules of the security groups that a part names. Where it names none, rules derived from its wires are in force, which
/// admit the traffic and the health checks of each.
pub(crate) fn rules_of_groups<'a>(design: &'a Design, part: &Part) -> Option<Vec<&'a SecurityRule>> {
    let groups = part.security_groups();
    let known = groups.iter().filter_map(|name| design.security_groups.get(name));
    (!groups.is_empty()).then(|| known.flat_map(|group| &group.inbound).collect())
}

/// The rules in force on a part: those of its security groups, or, when it names none, rules derived from its wires.
pub fn effective_rules(design: &Design, part_id: &PartId) -> Vec<SecurityRule> {
    let Some(part) = design.parts.get(part_id) else { return Vec::new() };
    if let Some(rules) = rules_of_groups(design, part) {
        return rules.into_iter().cloned().collect();
    }
    let mut rules: Vec<SecurityRule> = Vec::new();
    for wire in design.wires.values().filter(|wire| &wire.to == part_id) {
        let Some(client) = design.parts.get(&wire.from) else { continue };
        // Those who work on a queue's messages come for them.
        if client.kind() == Kind::Sqs {
            continue;
        }
        let from = match client.kind() {
            Kind::Users | Kind::Route53 | Kind::Cloudfront => ANYWHERE.to_owned(),
            // Targets that see the clients' addresses must admit them (NLB-09).
            Kind::Nlb if wire.nlb_target_group().preserve_client_ip => ANYWHERE.to_owned(),
            _ => wire.from.to_string(),
        };
        let ports: &[u16] = if matches!(part.kind(), Kind::Alb | Kind::Nlb) {
            &[443, 80]
        } else {
            &[listening_port(part.kind(), true)]
        };
        for &port in ports {
            let rule = SecurityRule { from: from.clone(), port };
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        // Health checks come from the load balancer itself (ALB-54).
        let rule = SecurityRule { from: wire.from.to_string(), port: check_port(design, wire) };
        if rule.port != 0 && !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    rules
}

/// The port of a wire's health checks, where that is not the traffic port; else 0 (ALB-07).
pub(crate) fn check_port(design: &Design, wire: &crate::Wire) -> u16 {
    let port = match design.parts.get(&wire.from).map(crate::Part::kind) {
        Some(Kind::Alb) => wire.target_group().health_check.port,
        Some(Kind::Nlb) => wire.nlb_target_group().health_check.port,
        _ => 0,
    };
    let traffic = design.parts.get(&wire.to).map(|target| listening_port(target.kind(), true));
    u16::try_from(port).ok().filter(|port| Some(*port) != traffic).unwrap_or(0)
}

/// The outbound rules in force on a part: those of its security groups (VPC-18); without groups everything may leave.
pub fn effective_outbound(design: &Design, part_id: &PartId) -> Vec<OutboundRule> {
    let groups = design.parts.get(part_id).map_or(&[][..], crate::Part::security_groups);
    if groups.is_empty() {
        return SecurityGroup::default().outbound;
    }
    let known = groups.iter().filter_map(|name| design.security_groups.get(name));
    known.flat_map(|group| group.outbound.iter().cloned()).collect()
}

/// Whether what a rule names is this part: by its id, by a group it carries (VPC-19), or by the range of one of its subnets.
pub fn names(design: &Design, named: &str, part_id: &PartId) -> bool {
    let Some(part) = design.parts.get(part_id) else { return false };
    if named == ANYWHERE || named == part_id.as_str() || part.security_groups().iter().any(|group| group == named) {
        return true;
    }
    let Some(range) = crate::Cidr::parse(named) else { return false };
    let own = part.container.iter().chain(part.subnets());
    own.filter_map(|subnet| match &design.parts.get(subnet)?.settings {
        crate::PartSettings::Subnet(subnet) => crate::Cidr::parse(&subnet.cidr),
        _ => None,
    })
    .any(|subnet| subnet.overlaps(range))
}

/// Whether a rule for `rule_port` is for this port.
pub const fn is_for(rule_port: u16, port: u16) -> bool {
    rule_port == 0 || rule_port == port
}
