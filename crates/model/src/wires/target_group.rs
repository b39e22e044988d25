//! A target group of a load balancer, with the listener rule that leads to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A target group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TargetGroup {
    /// How a target is chosen (ALB-25).
    pub algorithm: Algorithm,
    /// How targets are checked.
    pub health_check: HealthCheck,
    /// Seconds that requests in flight may still take after deregistration (ALB-29).
    pub deregistration_delay_s: f64,
    /// Whether a node uses targets of all zones (ALB-20).
    pub cross_zone: bool,
    /// Seconds between registration and the first health check (not published).
    pub registration_delay_s: f64,
}

/// How a target is chosen (ALB-25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Algorithm {
    /// In turn.
    RoundRobin,
    /// The target with the fewest requests in progress (ALB-26).
    LeastOutstandingRequests,
}

/// Health checks of a target group (ALB-01 to ALB-09).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct HealthCheck {
    /// Seconds between two checks of one target by one node.
    pub interval_s: f64,
    /// Seconds after which a check without answer has failed.
    pub timeout_s: f64,
    /// Consecutive successes that turn an unhealthy target healthy.
    pub healthy_threshold: u32,
    /// Consecutive failures that turn a target unhealthy.
    pub unhealthy_threshold: u32,
    /// What the checked path does.
    pub depth: HealthCheckDepth,
}

/// What the checked path does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HealthCheckDepth {
    /// It answers from the application server alone.
    Shallow,
    /// It also queries the database, so a database outage makes every target unhealthy.
    Deep,
}

impl Default for TargetGroup {
    fn default() -> Self {
        TargetGroup {
            algorithm: Algorithm::RoundRobin,
            health_check: HealthCheck::default(),
            deregistration_delay_s: fact::DEREGISTRATION_DELAY.value,
            cross_zone: true,
            registration_delay_s: fact::REGISTRATION_DELAY.value,
        }
    }
}

impl Default for HealthCheck {
    fn default() -> Self {
        HealthCheck {
            interval_s: fact::HEALTH_INTERVAL.value,
            timeout_s: fact::HEALTH_TIMEOUT.value,
            healthy_threshold: fact::HEALTHY_THRESHOLD.whole(),
            unhealthy_threshold: fact::UNHEALTHY_THRESHOLD.whole(),
            depth: HealthCheckDepth::Shallow,
        }
    }
}

/// The settings of a target group.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(
        SettingKey::Algorithm,
        "algorithm",
        Section::General,
        Control::Choice(&["round_robin", "least_outstanding_requests"]),
    ),
    setting(SettingKey::CrossZone, "cross_zone", Section::General, Control::Toggle),
    setting(
        SettingKey::DeregistrationDelay,
        "deregistration_delay_s",
        Section::General,
        Control::Decimal(&fact::DEREGISTRATION_DELAY),
    ),
    setting(
        SettingKey::HealthInterval,
        "health_check.interval_s",
        Section::Health,
        Control::Decimal(&fact::HEALTH_INTERVAL),
    ),
    setting(
        SettingKey::HealthTimeout,
        "health_check.timeout_s",
        Section::Health,
        Control::Decimal(&fact::HEALTH_TIMEOUT),
    ),
    setting(
        SettingKey::HealthyThreshold,
        "health_check.healthy_threshold",
        Section::Health,
        Control::Integer(&fact::HEALTHY_THRESHOLD),
    ),
    setting(
        SettingKey::UnhealthyThreshold,
        "health_check.unhealthy_threshold",
        Section::Health,
        Control::Integer(&fact::UNHEALTHY_THRESHOLD),
    ),
    setting(SettingKey::HealthCheckDepth, "health_check.depth", Section::Health, Control::Choice(&["shallow", "deep"])),
    setting(
        SettingKey::RegistrationDelay,
        "registration_delay_s",
        Section::Assumptions,
        Control::Decimal(&fact::REGISTRATION_DELAY),
    ),
];
