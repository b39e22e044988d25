//! A target group of a Network Load Balancer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use super::health_check::{CHECK_PATH, GroupHealth, HealthCheckDepth, with_health_settings};
use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A target group of instances: flows go to a target of the node's zone and stay there (NLB-01, NLB-03).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct NlbTargetGroup {
    /// Whether a node uses targets of all zones (NLB-03).
    pub cross_zone: bool,
    /// Whether targets see the clients' addresses, so that their security groups must admit them (NLB-09).
    pub preserve_client_ip: bool,
    /// How targets are checked.
    pub health_check: NlbHealthCheck,
    /// How few healthy targets are too few (NLB-12).
    pub group_health: GroupHealth,
    /// Seconds that a deregistered target stays registered for its flows (NLB-11).
    pub deregistration_delay_s: f64,
    /// Whether flows of a deregistered target are reset when the delay ends (NLB-11).
    pub connection_termination: bool,
    /// Whether flows of a target that became unhealthy are reset (NLB-13).
    pub unhealthy_connection_termination: bool,
    /// Seconds that registering a target takes (NLB-07).
    pub registration_delay_s: f64,
}

/// Health checks of a Network Load Balancer (NLB-06).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct NlbHealthCheck {
    /// What is checked.
    pub protocol: CheckProtocol,
    /// Seconds between two checks of one target by one node.
    pub interval_s: f64,
    /// Seconds after which a check without answer has failed.
    pub timeout_s: f64,
    /// Consecutive successes that turn an unhealthy target healthy.
    pub healthy_threshold: u32,
    /// Consecutive failures that turn a target unhealthy.
    pub unhealthy_threshold: u32,
    /// The path asked for, for an HTTP check (ALB-07).
    pub path: String,
    /// The port connected to; 0 is the traffic port.
    pub port: u32,
    /// What the checked path does, for an HTTP check.
    pub depth: HealthCheckDepth,
    /// Answers that count as a pass, for an HTTP check.
    pub success_codes: String,
    /// Status that the checked path answers while all is well, for an HTTP check.
    pub status: u32,
}

/// What a health check asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum CheckProtocol {
    /// A connection: a target that accepts it passes, even if its application hangs.
    Tcp,
    /// An answer to an HTTP request.
    Http,
}

impl Default for NlbTargetGroup {
    fn default() -> Self {
        NlbTargetGroup {
            cross_zone: false,
            preserve_client_ip: true,
            health_check: NlbHealthCheck::default(),
            group_health: GroupHealth::default(),
            deregistration_delay_s: fact::DEREGISTRATION_DELAY.value,
            connection_termination: false,
            unhealthy_connection_termination: true,
            registration_delay_s: fact::FLOW_REGISTRATION.value,
        }
    }
}

impl Default for NlbHealthCheck {
    fn default() -> Self {
        NlbHealthCheck {
            protocol: CheckProtocol::Tcp,
            interval_s: fact::HEALTH_INTERVAL.value,
            timeout_s: fact::FLOW_CHECK_TIMEOUT.value,
            healthy_threshold: fact::HEALTHY_THRESHOLD.whole(),
            unhealthy_threshold: fact::UNHEALTHY_THRESHOLD.whole(),
            path: CHECK_PATH.into(),
            port: fact::CHECK_PORT.whole(),
            depth: HealthCheckDepth::Shallow,
            success_codes: "200-399".into(),
            status: fact::CHECK_STATUS.whole(),
        }
    }
}

/// The settings of a target group of a Network Load Balancer.
pub(crate) const SETTINGS: &[Setting] = with_health_settings![
    [
        setting(SettingKey::CrossZone, "cross_zone", Section::General, Control::Toggle),
        setting(SettingKey::PreserveClientIp, "preserve_client_ip", Section::General, Control::Toggle),
        setting(
            SettingKey::DeregistrationDelay,
            "deregistration_delay_s",
            Section::General,
            Control::Decimal(&fact::DEREGISTRATION_DELAY),
        ),
        setting(SettingKey::ConnectionTermination, "connection_termination", Section::General, Control::Toggle),
        setting(
            SettingKey::UnhealthyConnectionTermination,
            "unhealthy_connection_termination",
            Section::General,
            Control::Toggle,
        ),
        setting(SettingKey::CheckProtocol, "health_check.protocol", Section::Health, Control::Choice(&["tcp", "http"])),
    ],
    fact::FLOW_CHECK_TIMEOUT,
    [setting(
        SettingKey::RegistrationDelay,
        "registration_delay_s",
        Section::Assumptions,
        Control::Decimal(&fact::FLOW_REGISTRATION),
    ),]
];
