//! Network Load Balancer: one node with a static address in each of its subnets' zones. Its wires are its target groups.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::PartId;
use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A Network Load Balancer with one TCP or TLS listener.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct Nlb {
    /// The subnets its nodes live in, one per zone, each with a static address (NLB-02).
    pub subnets: Vec<PartId>,
    /// What it listens for.
    pub listener: NlbListener,
    /// The certificate of a TLS listener; it must lie in the load balancer's Region (ACM-02).
    pub certificate: Option<PartId>,
    /// Security groups; empty means rules derived from the wires (NLB-14).
    pub security_groups: Vec<String>,
    /// Whether its nodes have public addresses.
    pub internet_facing: bool,
    /// Idle seconds after which a flow is forgotten; a TLS listener always takes 350 (NLB-04).
    pub idle_timeout_s: f64,
    /// Whether a zonal shift is allowed with cross-zone balancing (ALB-56).
    pub zonal_shift: bool,
    /// Milliseconds that a node adds (not published).
    pub added_latency_ms: f64,
    /// Seconds until a lost node leaves DNS (not published).
    pub node_detection_s: f64,
}

/// What a Network Load Balancer listens for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum NlbListener {
    /// TCP: what the bytes mean, TLS among it, is the targets' business.
    Tcp,
    /// TLS, ended at the load balancer with its certificate.
    Tls,
}

impl Default for Nlb {
    fn default() -> Self {
        Nlb {
            subnets: Vec::new(),
            listener: NlbListener::Tcp,
            certificate: None,
            security_groups: Vec::new(),
            internet_facing: true,
            idle_timeout_s: fact::FLOW_IDLE_TIMEOUT.value,
            zonal_shift: false,
            added_latency_ms: fact::FLOW_LATENCY.value,
            node_detection_s: fact::NODE_DETECTION.value,
        }
    }
}

/// NLCUs of so many new flows a second, active flows and gigabytes an hour, over TCP (NLB-15).
pub fn nlcus(new_flows: f64, active: f64, gigabytes: f64) -> f64 {
    (new_flows / 800.0).max(active / 100_000.0).max(gigabytes)
}

/// The settings of a Network Load Balancer.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::NlbListener, "listener", Section::General, Control::Choice(&["tcp", "tls"])),
    setting(SettingKey::Certificate, "certificate", Section::General, Control::Certificate),
    setting(SettingKey::InternetFacing, "internet_facing", Section::Network, Control::Toggle),
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(
        SettingKey::IdleTimeout,
        "idle_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::FLOW_IDLE_TIMEOUT),
    ),
    setting(SettingKey::ZonalShift, "zonal_shift", Section::Availability, Control::Toggle),
    setting(SettingKey::AddedLatency, "added_latency_ms", Section::Assumptions, Control::Decimal(&fact::FLOW_LATENCY)),
    setting(
        SettingKey::NodeDetection,
        "node_detection_s",
        Section::Assumptions,
        Control::Decimal(&fact::NODE_DETECTION),
    ),
];
