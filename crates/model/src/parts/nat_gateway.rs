//! NAT gateway: the way out for subnets without public addresses (VPC-07 to VPC-14).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A NAT gateway. In a public subnet it is zonal and lost with its zone (VPC-07, VPC-08); directly in a VPC it is a
/// regional one, which has no zone to lose and needs no public subnet (VPC-09).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct NatGateway {
    /// Public addresses: each gives 55,000 connections to one destination (VPC-12).
    pub addresses: u32,
    /// Seconds after which it doubles its bandwidth and packet rate under load (not published).
    pub scaling_s: f64,
}

impl Default for NatGateway {
    fn default() -> Self {
        NatGateway { addresses: fact::NAT_ADDRESSES.whole(), scaling_s: fact::NAT_SCALING.value }
    }
}

/// The settings of a NAT gateway.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::NatAddresses, "addresses", Section::Connections, Control::Integer(&fact::NAT_ADDRESSES)),
    setting(SettingKey::NatScaling, "scaling_s", Section::Assumptions, Control::Decimal(&fact::NAT_SCALING)),
];
