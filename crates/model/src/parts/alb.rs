//! Application Load Balancer: one node in each of its subnets' zones. Its wires are its target groups.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::PartId;
use crate::fact;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// An Application Load Balancer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
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
    /// Seconds after which a client's connection is closed, however busy it is (ALB-36).
    pub client_keep_alive_s: f64,
    /// Whether a zonal shift is allowed with cross-zone balancing (ALB-56).
    pub zonal_shift: bool,
    /// Reserved capacity in LCUs, spread evenly over the zones (ALB-51).
    pub capacity_reservation_lcu: f64,
    /// Capacity in LCUs at the start (not published).
    pub starting_capacity_lcu: f64,
    /// Per cent by which the capacity grows in five minutes while traffic asks for it (ALB-50).
    pub capacity_growth_percent: f64,
    /// Milliseconds for which a node still uses a connection that its target has just closed (ALB-35).
    pub keep_alive_race_ms: f64,
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
            client_keep_alive_s: fact::CLIENT_CONNECTION_LIFE.value,
            zonal_shift: false,
            capacity_reservation_lcu: fact::CAPACITY_RESERVATION.value,
            starting_capacity_lcu: fact::STARTING_CAPACITY.value,
            capacity_growth_percent: fact::CAPACITY_GROWTH.value,
            keep_alive_race_ms: fact::KEEP_ALIVE_RACE.value,
            added_latency_ms: fact::ADDED_LATENCY.value,
            node_detection_s: fact::NODE_DETECTION.value,
        }
    }
}

/// LCUs of so many new connections a second, active connections, gigabytes an hour and rule evaluations a second: the
/// largest of the four counts (ALB-49).
pub fn lcus(new_connections: f64, active: f64, gigabytes: f64, rule_evaluations: f64) -> f64 {
    (new_connections / 25.0).max(active / 3000.0).max(gigabytes).max(rule_evaluations / 1000.0)
}

/// The settings of a load balancer.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::Certificate, "certificate", Section::General, Control::Certificate),
    setting(SettingKey::InternetFacing, "internet_facing", Section::Network, Control::Toggle),
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(SettingKey::IdleTimeout, "idle_timeout_s", Section::Connections, Control::Decimal(&fact::IDLE_TIMEOUT)),
    setting(
        SettingKey::ClientConnectionLife,
        "client_keep_alive_s",
        Section::Connections,
        Control::Decimal(&fact::CLIENT_CONNECTION_LIFE),
    ),
    setting(SettingKey::ZonalShift, "zonal_shift", Section::Availability, Control::Toggle),
    setting(
        SettingKey::CapacityReservation,
        "capacity_reservation_lcu",
        Section::Capacity,
        Control::Decimal(&fact::CAPACITY_RESERVATION),
    ),
    setting(
        SettingKey::StartingCapacity,
        "starting_capacity_lcu",
        Section::Assumptions,
        Control::Decimal(&fact::STARTING_CAPACITY),
    ),
    setting(
        SettingKey::CapacityGrowth,
        "capacity_growth_percent",
        Section::Assumptions,
        Control::Decimal(&fact::CAPACITY_GROWTH),
    ),
    setting(
        SettingKey::KeepAliveRace,
        "keep_alive_race_ms",
        Section::Assumptions,
        Control::Decimal(&fact::KEEP_ALIVE_RACE),
    ),
    setting(SettingKey::AddedLatency, "added_latency_ms", Section::Assumptions, Control::Decimal(&fact::ADDED_LATENCY)),
    setting(
        SettingKey::NodeDetection,
        "node_detection_s",
        Section::Assumptions,
        Control::Decimal(&fact::NODE_DETECTION),
    ),
];

#[cfg(test)]
mod tests {
    use super::lcus;

    #[test]
    fn a_hundred_new_connections_a_second_are_four_lcus() {
        assert_eq!(lcus(100.0, 9000.0, 2.0, 500.0), 4.0);
    }
}
