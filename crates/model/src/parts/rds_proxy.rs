//! RDS Proxy: keeps the applications' connections and shares the database's among them (PRX-01 to PRX-07).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PartId;
use crate::fact;
use crate::fields::Fields;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A proxy between applications and the database it is wired to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct RdsProxy {
    /// The subnets it is in, of two zones at least.
    pub subnets: Vec<PartId>,
    /// Security groups; empty means rules derived from the wires.
    pub security_groups: Vec<String>,
    /// `ConnectionBorrowTimeout`: seconds a query waits for a database connection (PRX-01).
    pub borrow_timeout_s: f64,
    /// `IdleClientTimeout`: seconds after which an idle client connection is closed (PRX-02).
    pub idle_client_timeout_s: f64,
    /// `MaxConnectionsPercent`: of the database's `max_connections` (PRX-03).
    pub max_connections_percent: f64,
    /// `MaxIdleConnectionsPercent`: of `max_connections`, that stay open while nobody uses them (PRX-03).
    pub max_idle_connections_percent: f64,
    /// Per cent of the client connections that are pinned to a database connection (PRX-06).
    pub pinned_percent: f64,
    /// Milliseconds that it adds to a query (PRX-07).
    pub latency_ms: f64,
    /// Per cent by which failovers are shorter for its clients (PRX-05).
    pub failover_reduction_percent: f64,
    /// Shortest time in which its clients find another of its hosts, in seconds (not published).
    pub host_failover_min_s: f64,
    /// Longest time in which they do, in seconds (not published).
    pub host_failover_max_s: f64,
    /// Seconds until a lost host of the proxy is back (not published).
    pub host_recovery_s: f64,
}

impl Default for RdsProxy {
    fn default() -> Self {
        RdsProxy {
            subnets: Vec::new(),
            security_groups: Vec::new(),
            borrow_timeout_s: fact::BORROW_TIMEOUT.value,
            idle_client_timeout_s: fact::IDLE_CLIENT_TIMEOUT.value,
            max_connections_percent: fact::PROXY_CONNECTIONS.value,
            max_idle_connections_percent: fact::PROXY_IDLE_CONNECTIONS.value,
            pinned_percent: fact::PINNED_CONNECTIONS.value,
            latency_ms: fact::PROXY_LATENCY.value,
            failover_reduction_percent: fact::FAILOVER_REDUCTION.value,
            host_failover_min_s: fact::PROXY_FAILOVER_MIN.value,
            host_failover_max_s: fact::PROXY_FAILOVER_MAX.value,
            host_recovery_s: fact::PROXY_RECOVERY.value,
        }
    }
}

/// The settings of a proxy.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(
        SettingKey::BorrowTimeout,
        "borrow_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::BORROW_TIMEOUT),
    ),
    setting(
        SettingKey::IdleClientTimeout,
        "idle_client_timeout_s",
        Section::Connections,
        Control::Decimal(&fact::IDLE_CLIENT_TIMEOUT),
    ),
    setting(
        SettingKey::ProxyConnections,
        "max_connections_percent",
        Section::Connections,
        Control::Decimal(&fact::PROXY_CONNECTIONS),
    ),
    setting(
        SettingKey::ProxyIdleConnections,
        "max_idle_connections_percent",
        Section::Connections,
        Control::Decimal(&fact::PROXY_IDLE_CONNECTIONS),
    ),
    setting(
        SettingKey::PinnedConnections,
        "pinned_percent",
        Section::Connections,
        Control::Decimal(&fact::PINNED_CONNECTIONS),
    ),
    setting(SettingKey::ProxyLatency, "latency_ms", Section::Assumptions, Control::Decimal(&fact::PROXY_LATENCY)),
    setting(
        SettingKey::FailoverReduction,
        "failover_reduction_percent",
        Section::Availability,
        Control::Decimal(&fact::FAILOVER_REDUCTION),
    ),
    setting(
        SettingKey::ProxyFailoverMin,
        "host_failover_min_s",
        Section::Assumptions,
        Control::Decimal(&fact::PROXY_FAILOVER_MIN),
    ),
    setting(
        SettingKey::ProxyFailoverMax,
        "host_failover_max_s",
        Section::Assumptions,
        Control::Decimal(&fact::PROXY_FAILOVER_MAX),
    ),
    setting(
        SettingKey::ProxyRecovery,
        "host_recovery_s",
        Section::Assumptions,
        Control::Decimal(&fact::PROXY_RECOVERY),
    ),
];
