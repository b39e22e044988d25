//! A service on the internet, outside AWS, that the architecture depends on: a payment provider, a mail sender.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use super::application::{DISTRIBUTIONS, Distribution};
use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// What is known of it from outside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct ExternalService {
    /// Mean milliseconds until it answers, without the network.
    pub latency_ms: f64,
    /// How that time is spread around its mean.
    pub distribution: Distribution,
    /// Standard deviation over mean of a log-normal time.
    pub variation: f64,
    /// Round trip between the Region and the service over the internet, in milliseconds.
    pub rtt_ms: f64,
    /// Requests per second that it answers; it turns the others away with 429.
    pub capacity_rps: f64,
    /// Per cent of the requests that it answers with an error.
    pub failure_percent: f64,
}

impl Default for ExternalService {
    fn default() -> Self {
        ExternalService {
            latency_ms: fact::EXTERNAL_LATENCY.value,
            distribution: Distribution::Lognormal,
            variation: fact::DEMAND_VARIATION.value,
            rtt_ms: fact::EXTERNAL_ROUND_TRIP.value,
            capacity_rps: fact::EXTERNAL_CAPACITY.value,
            failure_percent: fact::EXTERNAL_FAILURES.value,
        }
    }
}

/// The settings of an external service.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::ExternalLatency, "latency_ms", Section::General, Control::Decimal(&fact::EXTERNAL_LATENCY)),
    setting(SettingKey::ExternalDistribution, "distribution", Section::General, Control::Choice(DISTRIBUTIONS)),
    setting(SettingKey::ExternalVariation, "variation", Section::General, Control::Decimal(&fact::DEMAND_VARIATION)),
    setting(
        SettingKey::ExternalCapacity,
        "capacity_rps",
        Section::Capacity,
        Control::Decimal(&fact::EXTERNAL_CAPACITY),
    ),
    setting(
        SettingKey::ExternalFailures,
        "failure_percent",
        Section::General,
        Control::Decimal(&fact::EXTERNAL_FAILURES),
    ),
    setting(
        SettingKey::ExternalRoundTrip,
        "rtt_ms",
        Section::Assumptions,
        Control::Decimal(&fact::EXTERNAL_ROUND_TRIP),
    ),
];
