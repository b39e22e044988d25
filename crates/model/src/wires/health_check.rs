//! Health checks of a target group, and how few healthy targets are too few.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;

/// Health checks of a target group (ALB-01 to ALB-09).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
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
    /// The path asked for (ALB-07). Where it is not the application's health endpoint, the answer is 404.
    pub path: String,
    /// The port connected to; 0 is the traffic port (ALB-07). Where nothing listens, the connection is refused.
    pub port: u32,
    /// What the checked path does.
    pub depth: HealthCheckDepth,
    /// Answers that count as a pass: `200`, `200,302` or `200-399` (ALB-06).
    pub success_codes: String,
    /// Status that the checked path answers while all is well.
    pub status: u32,
}

/// What the checked path does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum HealthCheckDepth {
    /// It answers from the application server alone.
    Shallow,
    /// It also queries the database, so a database outage makes every target unhealthy.
    Deep,
}

/// The path that health checks ask for by default (ALB-07).
pub const CHECK_PATH: &str = "/";

impl Default for HealthCheck {
    fn default() -> Self {
        HealthCheck {
            interval_s: fact::HEALTH_INTERVAL.value,
            timeout_s: fact::HEALTH_TIMEOUT.value,
            healthy_threshold: fact::HEALTHY_THRESHOLD.whole(),
            unhealthy_threshold: fact::UNHEALTHY_THRESHOLD.whole(),
            path: CHECK_PATH.into(),
            port: fact::CHECK_PORT.whole(),
            depth: HealthCheckDepth::Shallow,
            success_codes: "200".into(),
            status: fact::CHECK_STATUS.whole(),
        }
    }
}

/// The settings of a target group: those of its health checks, with the default timeout, between what comes before and after.
macro_rules! with_health_settings {
    ([$($before:expr),* $(,)?], $timeout:expr, [$($after:expr),* $(,)?] $(,)?) => {
        &[
            $($before,)*
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
                Control::Decimal(&$timeout),
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
            setting(SettingKey::CheckPath, "health_check.path", Section::Health, Control::Text),
            setting(SettingKey::CheckPort, "health_check.port", Section::Health, Control::Integer(&fact::CHECK_PORT)),
            setting(SettingKey::HealthCheckDepth, "health_check.depth", Section::Health, Control::Choice(&["shallow", "deep"])),
            setting(SettingKey::SuccessCodes, "health_check.success_codes", Section::Health, Control::Text),
            setting(SettingKey::CheckStatus, "health_check.status", Section::Health, Control::Integer(&fact::CHECK_STATUS)),
            setting(
                SettingKey::RoutingHealthyCount,
                "group_health.routing_count",
                Section::Health,
                Control::Integer(&fact::ROUTING_HEALTHY_COUNT),
            ),
            setting(
                SettingKey::RoutingHealthyPercent,
                "group_health.routing_percent",
                Section::Health,
                Control::Decimal(&fact::ROUTING_HEALTHY_PERCENT),
            ),
            setting(
                SettingKey::DnsHealthyCount,
                "group_health.dns_count",
                Section::Health,
                Control::Integer(&fact::DNS_HEALTHY_COUNT),
            ),
            setting(
                SettingKey::DnsHealthyPercent,
                "group_health.dns_percent",
                Section::Health,
                Control::Decimal(&fact::DNS_HEALTHY_PERCENT),
            ),
            $($after,)*
        ]
    };
}
pub(super) use with_health_settings;

/// Whether a matcher, such as `200,302` or `200-399`, takes a status. A matcher that cannot be read takes none.
pub fn is_success(codes: &str, status: u32) -> bool {
    codes.split(',').any(|part| {
        let (low, high) = part.split_once('-').unwrap_or((part, part));
        let code = |text: &str| text.trim().parse::<u32>().ok();
        matches!((code(low), code(high)), (Some(low), Some(high)) if (low..=high).contains(&status))
    })
}

/// Whether a check of a path asks for an endpoint; what stands after a `?` is not part of the path.
pub fn is_path(asked: &str, endpoint: &str) -> bool {
    let path = |text: &str| text.split('?').next().unwrap_or_default().len();
    asked[..path(asked)] == endpoint[..path(endpoint)]
}

/// How few healthy targets are too few, of a zone, or of the load balancer with cross-zone balancing. Either threshold
/// being missed is enough.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct GroupHealth {
    /// Fewer healthy targets: requests go to all targets, healthy or not (ALB-14).
    pub routing_count: u32,
    /// A smaller percentage of healthy targets: the same; 0 is off (ALB-15).
    pub routing_percent: f64,
    /// Fewer healthy targets: the zone leaves DNS (ALB-16).
    pub dns_count: u32,
    /// A smaller percentage of healthy targets: the same; 0 is off (ALB-16).
    pub dns_percent: f64,
}

impl Default for GroupHealth {
    fn default() -> Self {
        GroupHealth {
            routing_count: fact::ROUTING_HEALTHY_COUNT.whole(),
            routing_percent: fact::ROUTING_HEALTHY_PERCENT.value,
            dns_count: fact::DNS_HEALTHY_COUNT.whole(),
            dns_percent: fact::DNS_HEALTHY_PERCENT.value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_success;

    #[test]
    fn a_matcher_lists_codes_and_ranges() {
        assert!(is_success("200, 301-303", 302) && is_success("200", 200));
        assert!(!is_success("200,301-303", 304) && !is_success("", 200) && !is_success("ok", 200));
    }
}
