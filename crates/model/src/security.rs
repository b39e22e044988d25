//! Security groups: stateful allow rules (VPC-16 to VPC-19).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Design, Kind, PartId};

/// A security group: its inbound rules. Outbound traffic is allowed (VPC-17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(default)]
pub struct SecurityGroup {
    /// Inbound allow rules.
    pub inbound: Vec<SecurityRule>,
}

/// One inbound allow rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SecurityRule {
    /// Who may connect: `0.0.0.0/0`, the name of a security group, or the id of a part.
    pub from: String,
    /// The port that may be reached.
    pub port: u16,
}

/// Anyone on the internet.
pub const ANYWHERE: &str = "0.0.0.0/0";

/// The port that a part of this kind listens on. `https` matters to a load balancer only.
pub const fn listening_port(kind: Kind, https: bool) -> u16 {
    match kind {
        Kind::Alb | Kind::Nlb if https => 443,
        Kind::Alb | Kind::Nlb => 80,
        Kind::Rds | Kind::ReadReplica => 5432,
        _ => 8080,
    }
}

/// The rules in force on a part: those of its security groups, or, when it names none, rules derived from its wires.
pub fn effective_rules(design: &Design, part_id: &PartId) -> Vec<SecurityRule> {
    let Some(part) = design.parts.get(part_id) else { return Vec::new() };
    let groups = part.security_groups();
    if !groups.is_empty() {
        return groups
            .iter()
            .filter_map(|name| design.security_groups.get(name))
            .flat_map(|group| group.inbound.iter().cloned())
            .collect();
    }
    let mut rules: Vec<SecurityRule> = Vec::new();
    for wire in design.wires.values().filter(|wire| &wire.to == part_id) {
        let Some(client) = design.parts.get(&wire.from) else { continue };
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
    }
    rules
}

/// Whether a rule admits this client part on this port.
pub fn admits(rule: &SecurityRule, client_id: &PartId, client_groups: &[String], port: u16) -> bool {
    rule.port == port
        && (rule.from == ANYWHERE || rule.from == client_id.as_str() || client_groups.contains(&rule.from))
}
