//! Route 53: a hosted zone. Its wires are its records.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A public hosted zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Route53 {
    /// The domain.
    pub zone: String,
    /// Milliseconds that a lookup takes when no cache has the answer.
    pub lookup_ms: f64,
    /// Milliseconds of a round trip between a health checker and what it checks (not published).
    pub checker_rtt_ms: f64,
    /// Seconds after which a resolver gives up on name servers that do not answer (not AWS's to say).
    pub resolver_timeout_s: f64,
}

impl Default for Route53 {
    fn default() -> Self {
        Route53 {
            zone: "example.com".into(),
            lookup_ms: fact::LOOKUP_TIME.value,
            checker_rtt_ms: fact::CHECKER_ROUND_TRIP.value,
            resolver_timeout_s: fact::RESOLVER_TIMEOUT.value,
        }
    }
}

/// The settings of a hosted zone.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::HostedZone, "zone", Section::General, Control::Text),
    setting(SettingKey::LookupTime, "lookup_ms", Section::Assumptions, Control::Decimal(&fact::LOOKUP_TIME)),
    setting(
        SettingKey::CheckerRoundTrip,
        "checker_rtt_ms",
        Section::Assumptions,
        Control::Decimal(&fact::CHECKER_ROUND_TRIP),
    ),
    setting(
        SettingKey::ResolverTimeout,
        "resolver_timeout_s",
        Section::Assumptions,
        Control::Decimal(&fact::RESOLVER_TIMEOUT),
    ),
];
