//! Network ACL: stateless, ordered allow and deny rules at a subnet's boundary (VPC-23 to VPC-28).

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::{Blank, Fields};

use crate::Cidr;

/// The network ACL of a subnet. The first rule that matches decides; what no rule matches is denied (VPC-23).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct NetworkAcl {
    /// Rules for packets that enter the subnet.
    pub inbound: Vec<AclRule>,
    /// Rules for packets that leave it.
    pub outbound: Vec<AclRule>,
}

/// One rule: `100 allow 0.0.0.0/0 1024-65535`. Without ports it is for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct AclRule {
    /// Its number; lower ones are looked at first.
    pub number: u16,
    /// Whether it allows, or denies.
    pub allow: bool,
    /// The other end: the source of inbound packets, the destination of outbound ones.
    pub range: Cidr,
    /// First and last destination port.
    pub ports: (u16, u16),
}

/// Every port.
pub const ALL_PORTS: (u16, u16) = (0, u16::MAX);
/// Ports that answers may return to (VPC-25).
pub const EPHEMERAL_PORTS: (u16, u16) = (1024, u16::MAX);

impl Default for NetworkAcl {
    /// The default network ACL of a VPC allows everything (VPC-24).
    fn default() -> Self {
        let rule = AclRule { number: 100, allow: true, range: Cidr { first: 0, prefix: 0 }, ports: ALL_PORTS };
        NetworkAcl { inbound: vec![rule.clone()], outbound: vec![rule] }
    }
}

impl Blank for AclRule {
    fn blank() -> Self {
        AclRule { number: 0, allow: false, range: Cidr { first: 0, prefix: 0 }, ports: ALL_PORTS }
    }
}

impl AclRule {
    /// Whether it is for packets to this port of this address.
    pub const fn matches(&self, address: u32, port: u16) -> bool {
        self.range.contains(address) && self.ports.0 <= port && port <= self.ports.1
    }
}

impl fmt::Display for AclRule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d] = self.range.first.to_be_bytes();
        let action = if self.allow { "allow" } else { "deny" };
        write!(formatter, "{} {action} {a}.{b}.{c}.{d}/{}", self.number, self.range.prefix)?;
        match self.ports {
            ALL_PORTS => Ok(()),
            (first, last) if first == last => write!(formatter, " {first}"),
            (first, last) => write!(formatter, " {first}-{last}"),
        }
    }
}

impl FromStr for AclRule {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let mut words = text.split_whitespace();
        let mut rule = || {
            let number = words.next()?.parse().ok()?;
            let allow = match words.next()? {
                "allow" => true,
                "deny" => false,
                _ => return None,
            };
            let range = Cidr::parse(words.next()?)?;
            let ports = match words.next() {
                None => ALL_PORTS,
                Some(ports) => {
                    let (first, last) = ports.split_once('-').unwrap_or((ports, ports));
                    (first.parse().ok()?, last.parse().ok()?)
                }
            };
            (words.next().is_none() && ports.0 <= ports.1).then_some(AclRule { number, allow, range, ports })
        };
        rule().ok_or_else(|| format!("“{text}” is no rule: write 100 allow 0.0.0.0/0 1024-65535"))
    }
}

impl TryFrom<String> for AclRule {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<AclRule> for String {
    fn from(rule: AclRule) -> String {
        rule.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::AclRule;

    #[test]
    fn a_rule_reads_as_it_is_written() {
        for text in ["100 allow 0.0.0.0/0", "90 deny 10.0.1.0/24 80", "1 allow 10.0.0.0/16 1024-65535"] {
            assert_eq!(text.parse::<AclRule>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for text in ["", "100", "allow 0.0.0.0/0", "100 permit 0.0.0.0/0", "100 allow all", "1 allow 0.0.0.0/0 9-8"] {
            assert!(text.parse::<AclRule>().is_err(), "{text}");
        }
    }
}
