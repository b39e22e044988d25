//! RDS: a database instance, optionally with a synchronous standby in another zone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::PartId;
use crate::fact;
use crate::instance_types::RDS_NAMES;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A database instance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Rds {
    /// The DB subnet group (RDS-45).
    pub subnets: Vec<PartId>,
    /// Engine; it decides the connections that memory allows (RDS-19, RDS-20).
    pub engine: DatabaseEngine,
    /// Instance class.
    pub instance_class: String,
    /// Whether a synchronous standby exists in another zone; it serves no reads (RDS-01).
    pub multi_az: bool,
    /// Zone of the primary; empty takes the first subnet's.
    pub primary_zone: String,
    /// Security groups; empty means rules derived from the wires.
    pub security_groups: Vec<String>,
    /// Most connections; 0 takes what the engine derives from the class's memory.
    pub max_connections: u32,
    /// Mean CPU milliseconds of a read query, exponentially distributed.
    pub read_cpu_ms: f64,
    /// Mean CPU milliseconds of a write query, exponentially distributed.
    pub write_cpu_ms: f64,
    /// Storage latency of a query in milliseconds (RDS-31).
    pub storage_ms: f64,
    /// Log write of the standby in milliseconds, on top of a cross-zone round trip (RDS-07).
    pub standby_write_ms: f64,
    /// Shortest failover in seconds (RDS-02).
    pub failover_min_s: f64,
    /// Longest failover in seconds (RDS-02).
    pub failover_max_s: f64,
    /// TTL of the endpoint in seconds (RDS-05).
    pub endpoint_ttl_s: f64,
    /// Seconds of crash recovery or host replacement without a standby (RDS-09).
    pub recovery_s: f64,
    /// Seconds to rebuild a lost standby (RDS-08).
    pub standby_rebuild_s: f64,
}

/// Database engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum DatabaseEngine {
    /// PostgreSQL.
    Postgres,
    /// MySQL.
    Mysql,
}

impl Default for Rds {
    fn default() -> Self {
        Rds {
            subnets: Vec::new(),
            engine: DatabaseEngine::Postgres,
            instance_class: "db.m6g.large".into(),
            multi_az: false,
            primary_zone: String::new(),
            security_groups: Vec::new(),
            max_connections: fact::MAX_CONNECTIONS.whole(),
            read_cpu_ms: fact::DATABASE_READ_CPU.value,
            write_cpu_ms: fact::DATABASE_WRITE_CPU.value,
            storage_ms: fact::STORAGE_LATENCY.value,
            standby_write_ms: fact::STANDBY_WRITE.value,
            failover_min_s: fact::FAILOVER_MIN.value,
            failover_max_s: fact::FAILOVER_MAX.value,
            endpoint_ttl_s: fact::ENDPOINT_TTL.value,
            recovery_s: fact::RECOVERY_TIME.value,
            standby_rebuild_s: fact::STANDBY_REBUILD.value,
        }
    }
}

/// The settings of a database.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::DatabaseEngine, "engine", Section::General, Control::Choice(&["postgres", "mysql"])),
    setting(SettingKey::DatabaseClass, "instance_class", Section::Capacity, Control::Choice(RDS_NAMES)),
    setting(SettingKey::MaxConnections, "max_connections", Section::Capacity, Control::Integer(&fact::MAX_CONNECTIONS)),
    setting(SettingKey::DatabaseReadCpu, "read_cpu_ms", Section::Capacity, Control::Decimal(&fact::DATABASE_READ_CPU)),
    setting(
        SettingKey::DatabaseWriteCpu,
        "write_cpu_ms",
        Section::Capacity,
        Control::Decimal(&fact::DATABASE_WRITE_CPU),
    ),
    setting(SettingKey::StorageLatency, "storage_ms", Section::Capacity, Control::Decimal(&fact::STORAGE_LATENCY)),
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(SettingKey::MultiAz, "multi_az", Section::Availability, Control::Toggle),
    setting(SettingKey::PrimaryZone, "primary_zone", Section::Availability, Control::Zone),
    setting(SettingKey::FailoverMin, "failover_min_s", Section::Availability, Control::Decimal(&fact::FAILOVER_MIN)),
    setting(SettingKey::FailoverMax, "failover_max_s", Section::Availability, Control::Decimal(&fact::FAILOVER_MAX)),
    setting(SettingKey::EndpointTtl, "endpoint_ttl_s", Section::Availability, Control::Decimal(&fact::ENDPOINT_TTL)),
    setting(SettingKey::StandbyWrite, "standby_write_ms", Section::Assumptions, Control::Decimal(&fact::STANDBY_WRITE)),
    setting(SettingKey::RecoveryTime, "recovery_s", Section::Assumptions, Control::Decimal(&fact::RECOVERY_TIME)),
    setting(
        SettingKey::StandbyRebuild,
        "standby_rebuild_s",
        Section::Assumptions,
        Control::Decimal(&fact::STANDBY_REBUILD),
    ),
];
