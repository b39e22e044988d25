//! A CloudFront origin and the behaviour that leads to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// An origin of a distribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Origin {
    /// Path pattern of the behaviour: `/*` is the default behaviour, `/api/*` takes the API. API requests are not
    /// cached (CF-03).
    pub path: String,
    /// Seconds to wait for one TCP connection (CF-05).
    pub connection_timeout_s: f64,
    /// How often to try to connect (CF-06).
    pub connection_attempts: u32,
    /// Seconds to wait for the answer (CF-07).
    pub response_timeout_s: f64,
    /// Round trip between edge and origin in milliseconds (LAT-09).
    pub rtt_ms: f64,
}

impl Default for Origin {
    fn default() -> Self {
        Origin {
            path: "/*".into(),
            connection_timeout_s: fact::ORIGIN_CONNECTION_TIMEOUT.value,
            connection_attempts: fact::ORIGIN_CONNECTION_ATTEMPTS.whole(),
            response_timeout_s: fact::ORIGIN_RESPONSE_TIMEOUT.value,
            rtt_ms: fact::ORIGIN_ROUND_TRIP.value,
        }
    }
}

/// The settings of an origin.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::OriginPath, "path", Section::General, Control::Choice(&["/*", "/api/*"])),
    setting(
        SettingKey::OriginConnectionTimeout,
        "connection_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::ORIGIN_CONNECTION_TIMEOUT),
    ),
    setting(
        SettingKey::OriginConnectionAttempts,
        "connection_attempts",
        Section::Connections,
        Control::Integer(&fact::ORIGIN_CONNECTION_ATTEMPTS),
    ),
    setting(
        SettingKey::OriginResponseTimeout,
        "response_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::ORIGIN_RESPONSE_TIMEOUT),
    ),
    setting(SettingKey::OriginRoundTrip, "rtt_ms", Section::Assumptions, Control::Decimal(&fact::ORIGIN_ROUND_TRIP)),
];
