//! How a burstable instance pays for what it uses beyond its baseline (EC2-05).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// CPU credits of burstable instances; other types have none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct CpuCredits {
    /// What happens once they are spent.
    pub specification: CreditSpecification,
    /// Balance of the instances that run at the start, in per cent of the largest; those launched later have none,
    /// or a t2's launch credits (EC2-07).
    pub start_percent: f64,
}

/// What happens once the credits are spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum CreditSpecification {
    /// As the type has it: unlimited, but standard for a t2 (EC2-05).
    TypeDefault,
    /// Surplus credits are borrowed, and paid for (EC2-05, EC2-06).
    Unlimited,
    /// The instance is held at its baseline (EC2-09, EC2-13).
    Standard,
}

impl Default for CpuCredits {
    fn default() -> Self {
        CpuCredits { specification: CreditSpecification::TypeDefault, start_percent: fact::CREDIT_START.value }
    }
}

/// What happens once the credits are spent, on whatever has instances.
pub(super) const CREDIT_SPECIFICATION: Setting = setting(
    SettingKey::CreditSpecification,
    "cpu_credits.specification",
    Section::Capacity,
    Control::Choice(&["type_default", "unlimited", "standard"]),
);

/// The balance at the start, on whatever has instances.
pub(super) const CREDIT_START: Setting = setting(
    SettingKey::CreditStart,
    "cpu_credits.start_percent",
    Section::Capacity,
    Control::Decimal(&fact::CREDIT_START),
);
