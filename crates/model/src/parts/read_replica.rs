//! RDS read replica: asynchronous, with its own endpoint; it takes the reads of the clients wired to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use super::{CpuCredits, cpu_credits};
use crate::PartId;
use crate::fact;
use crate::instance_types::RDS_NAMES;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A read replica in the subnet it lies in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct ReadReplica {
    /// The database it replicates (RDS-15).
    pub replica_of: Option<PartId>,
    /// Instance class.
    pub instance_class: String,
    /// CPU credits, for a burstable class.
    pub cpu_credits: CpuCredits,
    /// Security groups; empty means rules derived from the wires.
    pub security_groups: Vec<String>,
    /// Most connections; 0 takes what the engine derives from the class's memory.
    pub max_connections: u32,
    /// Mean CPU milliseconds of a read query, exponentially distributed.
    pub read_cpu_ms: f64,
    /// Storage latency of a query in milliseconds (RDS-31).
    pub storage_ms: f64,
    /// Writes per second that it can apply (not published).
    pub apply_rps: f64,
    /// Lag of an idle replica in milliseconds (not published).
    pub base_lag_ms: f64,
    /// Seconds of crash recovery or host replacement (RDS-09).
    pub recovery_s: f64,
    /// Seconds that its promotion takes (RDS-17).
    pub promotion_s: f64,
}

impl Default for ReadReplica {
    fn default() -> Self {
        ReadReplica {
            replica_of: None,
            instance_class: "db.m6g.large".into(),
            cpu_credits: CpuCredits::default(),
            security_groups: Vec::new(),
            max_connections: fact::MAX_CONNECTIONS.whole(),
            read_cpu_ms: fact::DATABASE_READ_CPU.value,
            storage_ms: fact::STORAGE_LATENCY.value,
            apply_rps: fact::APPLY_RATE.value,
            base_lag_ms: fact::BASE_LAG.value,
            recovery_s: fact::RECOVERY_TIME.value,
            promotion_s: fact::PROMOTION.value,
        }
    }
}

/// The settings of a read replica.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(SettingKey::ReplicaOf, "replica_of", Section::General, Control::Database),
    setting(SettingKey::DatabaseClass, "instance_class", Section::Capacity, Control::Choice(RDS_NAMES)),
    cpu_credits::CREDIT_SPECIFICATION,
    cpu_credits::CREDIT_START,
    setting(SettingKey::MaxConnections, "max_connections", Section::Capacity, Control::Integer(&fact::MAX_CONNECTIONS)),
    setting(SettingKey::DatabaseReadCpu, "read_cpu_ms", Section::Capacity, Control::Decimal(&fact::DATABASE_READ_CPU)),
    setting(SettingKey::StorageLatency, "storage_ms", Section::Capacity, Control::Decimal(&fact::STORAGE_LATENCY)),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(SettingKey::ApplyRate, "apply_rps", Section::Assumptions, Control::Decimal(&fact::APPLY_RATE)),
    setting(SettingKey::BaseLag, "base_lag_ms", Section::Assumptions, Control::Decimal(&fact::BASE_LAG)),
    setting(SettingKey::RecoveryTime, "recovery_s", Section::Assumptions, Control::Decimal(&fact::RECOVERY_TIME)),
    setting(SettingKey::Promotion, "promotion_s", Section::Assumptions, Control::Decimal(&fact::PROMOTION)),
];
