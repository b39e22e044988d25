//! Application Load Balancer: one node in each of its subnets' zones. Its wires are its target groups.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PartId;
use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// An Application Load Balancer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Alb {
    /// The subnets its nodes live in, one per zone (ALB-46).
    pub subnets: Vec<PartId>,
    /// The certificate of its HTTPS listener; it must lie in the load balancer's Region (ACM-02).
    pub certificate: Option<PartId>,
    /// Security groups; empty means rules derived from the wires.
    pub security_groups: Vec<String>,
    /// Whether its nodes have public addresses.
    pub internet_facing: bool,
    /// Idle timeout in seconds (ALB-34).
    pub idle_timeout_s: f64,
    /// Milliseconds that a node adds (ALB-57).
    pub added_latency_ms: f64,
    /// Seconds until a lost node leaves DNS (not published).
    pub node_detection_s: f64,
}

impl Default for Alb {
    fn default() -> Self {
        Alb {
            subnets: Vec::new(),
            certificate: None,
            security_groups: Vec::new(),
            internet_facing: true,
            idle_timeout_s: fact::IDLE_TIMEOUT.value,
            added_latency_ms: fact::ADDED_LATENCY.value,
            node_detection_s: fact::NODE_DETECTION.value,
        }
    }
}

/// The settings of a load balancer.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::Certificate, "certificate", Section::General, Control::Certificate),
    setting(SettingKey::InternetFacing, "internet_facing", Section::Network, Control::Toggle),
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(SettingKey::IdleTimeout, "idle_timeout_s", Section::Connections, Control::Decimal(&fact::IDLE_TIMEOUT)),
    setting(SettingKey::AddedLatency, "added_latency_ms", Section::Assumptions, Control::Decimal(&fact::ADDED_LATENCY)),
    setting(
        SettingKey::NodeDetection,
        "node_detection_s",
        Section::Assumptions,
        Control::Decimal(&fact::NODE_DETECTION),
    ),
];
