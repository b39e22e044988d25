//! RDS: a database instance, optionally with a synchronous standby in another zone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use super::{CpuCredits, DatabaseStorage, cpu_credits, database_storage};
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
    /// CPU credits, for a burstable class; a db.t2 is always in standard mode (EC2-05).
    pub cpu_credits: CpuCredits,
    /// Whether a synchronous standby exists in another zone; it serves no reads (RDS-01).
    pub multi_az: bool,
    /// Whether it is a Multi-AZ DB cluster: a writer and two readable standbys in three zones (RDS-12). Wins over `multi_az`.
    pub cluster: bool,
    /// Aurora Replicas; `multi_az` asks for at least one (AUR-03).
    pub aurora_replicas: u32,
    /// Failover tier of each instance of an Aurora cluster, one a line, the first writer's in front: the lowest of those that
    /// are well is promoted. What has no line is in tier 1 (AUR-01).
    pub failover_tiers: Vec<String>,
    /// Zone of the primary; empty takes the first subnet's.
    pub primary_zone: String,
    /// Security groups; empty means rules derived from the wires.
    pub security_groups: Vec<String>,
    /// Most connections; 0 takes what the engine derives from the class's memory.
    pub max_connections: u32,
    /// The memory that the engine's formula is given.
    pub class_memory: ClassMemory,
    /// Mean CPU milliseconds of a read query, exponentially distributed.
    pub read_cpu_ms: f64,
    /// Mean CPU milliseconds of a write query, exponentially distributed.
    pub write_cpu_ms: f64,
    /// Storage latency of a query in milliseconds (RDS-31).
    pub storage_ms: f64,
    /// Its volume.
    pub storage: DatabaseStorage,
    /// Log write of the standby in milliseconds, on top of a cross-zone round trip (RDS-07).
    pub standby_write_ms: f64,
    /// Milliseconds by which the readers of a cluster are behind its writer (AUR-03); a read within it after a write is
    /// stale.
    pub reader_lag_ms: f64,
    /// Shortest failover in seconds (RDS-02).
    pub failover_min_s: f64,
    /// Longest failover in seconds (RDS-02).
    pub failover_max_s: f64,
    /// Shortest failover of a cluster in seconds (RDS-13, AUR-01).
    pub cluster_failover_min_s: f64,
    /// Longest failover of a cluster in seconds (RDS-13, AUR-01).
    pub cluster_failover_max_s: f64,
    /// TTL of the endpoint in seconds (RDS-05).
    pub endpoint_ttl_s: f64,
    /// Seconds of crash recovery or host replacement without a standby (RDS-09).
    pub recovery_s: f64,
    /// Seconds to rebuild a lost standby (RDS-08).
    pub standby_rebuild_s: f64,
    /// Seconds that an upgrade of the engine takes (RDS-37).
    pub upgrade_s: f64,
    /// Seconds for which a backup pauses the I/O of a database without a standby (RDS-34).
    pub backup_pause_s: f64,
    /// Days for which automated backups are kept; 0 is off (RDS-33).
    pub backup_retention_days: u32,
    /// Seconds from the start of each day of the run to its backup window, in which an automated backup begins (RDS-35).
    pub backup_window_s: u32,
    /// Seconds that a restore from backups takes (RDS-10).
    pub restore_s: f64,
}

/// Database engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum DatabaseEngine {
    /// PostgreSQL.
    Postgres,
    /// MySQL.
    Mysql,
    /// MariaDB.
    Mariadb,
    /// Amazon Aurora MySQL.
    AuroraMysql,
    /// Amazon Aurora PostgreSQL.
    AuroraPostgresql,
}

impl DatabaseEngine {
    /// Whether it is Aurora, whose instances share one storage (AUR-04).
    pub const fn is_aurora(self) -> bool {
        matches!(self, DatabaseEngine::AuroraMysql | DatabaseEngine::AuroraPostgresql)
    }
}

/// The memory that the formulas of `max_connections` are given (RDS-19).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum ClassMemory {
    /// What the operating system and RDS leave of it, by limits that people saw (RDS-23, RDS-46).
    Observed,
    /// All that the class has: the upper bound (RDS-22).
    Nominal,
}

/// How a database is spread over instances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deployment {
    /// One instance.
    SingleAz,
    /// A primary with a standby that serves nothing (RDS-01).
    MultiAz,
    /// A writer with so many readers: a Multi-AZ DB cluster or Aurora.
    Cluster(u32),
}

/// Highest failover tier, and the one of an instance of which nothing is said (AUR-01).
const LAST_TIER: u8 = 15;
const USUAL_TIER: u8 = 1;

/// A failover tier from a line, or `None` if it is none.
pub fn failover_tier(line: &str) -> Option<u8> {
    line.trim().parse().ok().filter(|tier| *tier <= LAST_TIER)
}

impl Rds {
    /// The failover tier of an instance of an Aurora cluster, by its number from 1 (AUR-01).
    pub fn tier(&self, number: u32) -> u8 {
        let line = self.failover_tiers.get(number.saturating_sub(1) as usize).filter(|_| self.engine.is_aurora());
        line.and_then(|line| failover_tier(line)).unwrap_or(USUAL_TIER)
    }

    /// How it is spread over instances.
    pub const fn deployment(&self) -> Deployment {
        if self.engine.is_aurora() {
            let least = if self.multi_az { 1 } else { 0 };
            let most = fact::AURORA_REPLICAS.max as u32;
            let asked = if self.aurora_replicas > most { most } else { self.aurora_replicas };
            return Deployment::Cluster(if asked > least { asked } else { least });
        }
        match (self.cluster, self.multi_az) {
            (true, _) => Deployment::Cluster(2),
            (false, true) => Deployment::MultiAz,
            (false, false) => Deployment::SingleAz,
        }
    }
}

impl Default for Rds {
    fn default() -> Self {
        Rds {
            subnets: Vec::new(),
            engine: DatabaseEngine::Postgres,
            instance_class: "db.m6g.large".into(),
            cpu_credits: CpuCredits::default(),
            multi_az: false,
            cluster: false,
            aurora_replicas: fact::AURORA_REPLICAS.whole(),
            failover_tiers: Vec::new(),
            primary_zone: String::new(),
            security_groups: Vec::new(),
            max_connections: fact::MAX_CONNECTIONS.whole(),
            class_memory: ClassMemory::Observed,
            read_cpu_ms: fact::DATABASE_READ_CPU.value,
            write_cpu_ms: fact::DATABASE_WRITE_CPU.value,
            storage_ms: fact::STORAGE_LATENCY.value,
            storage: DatabaseStorage::default(),
            standby_write_ms: fact::STANDBY_WRITE.value,
            reader_lag_ms: fact::READER_LAG.value,
            failover_min_s: fact::FAILOVER_MIN.value,
            failover_max_s: fact::FAILOVER_MAX.value,
            cluster_failover_min_s: fact::CLUSTER_FAILOVER_MIN.value,
            cluster_failover_max_s: fact::CLUSTER_FAILOVER_MAX.value,
            endpoint_ttl_s: fact::ENDPOINT_TTL.value,
            recovery_s: fact::RECOVERY_TIME.value,
            standby_rebuild_s: fact::STANDBY_REBUILD.value,
            upgrade_s: fact::ENGINE_UPGRADE.value,
            backup_pause_s: fact::BACKUP_PAUSE.value,
            backup_retention_days: fact::BACKUP_RETENTION.whole(),
            backup_window_s: fact::BACKUP_WINDOW.whole(),
            restore_s: fact::RESTORE_TIME.value,
        }
    }
}

/// The settings of a database.
pub(crate) const SETTINGS: &[Setting] = &[
    setting(
        SettingKey::DatabaseEngine,
        "engine",
        Section::General,
        Control::Choice(&["postgres", "mysql", "mariadb", "aurora_mysql", "aurora_postgresql"]),
    ),
    setting(SettingKey::DatabaseClass, "instance_class", Section::Capacity, Control::Choice(RDS_NAMES)),
    cpu_credits::CREDIT_SPECIFICATION,
    cpu_credits::CREDIT_START,
    setting(SettingKey::MaxConnections, "max_connections", Section::Capacity, Control::Integer(&fact::MAX_CONNECTIONS)),
    setting(SettingKey::DatabaseReadCpu, "read_cpu_ms", Section::Capacity, Control::Decimal(&fact::DATABASE_READ_CPU)),
    setting(SettingKey::ClassMemory, "class_memory", Section::Capacity, Control::Choice(&["observed", "nominal"])),
    setting(
        SettingKey::DatabaseWriteCpu,
        "write_cpu_ms",
        Section::Capacity,
        Control::Decimal(&fact::DATABASE_WRITE_CPU),
    ),
    setting(SettingKey::StorageLatency, "storage_ms", Section::Capacity, Control::Decimal(&fact::STORAGE_LATENCY)),
    database_storage::SETTINGS[0],
    database_storage::SETTINGS[1],
    database_storage::SETTINGS[2],
    database_storage::SETTINGS[3],
    database_storage::SETTINGS[4],
    database_storage::SETTINGS[5],
    database_storage::SETTINGS[6],
    database_storage::SETTINGS[7],
    database_storage::SETTINGS[8],
    database_storage::SETTINGS[9],
    database_storage::SETTINGS[10],
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(SettingKey::MultiAz, "multi_az", Section::Availability, Control::Toggle),
    setting(SettingKey::DatabaseCluster, "cluster", Section::Availability, Control::Toggle),
    setting(
        SettingKey::AuroraReplicas,
        "aurora_replicas",
        Section::Availability,
        Control::Integer(&fact::AURORA_REPLICAS),
    ),
    setting(SettingKey::FailoverTiers, "failover_tiers", Section::Availability, Control::Texts),
    setting(SettingKey::PrimaryZone, "primary_zone", Section::Availability, Control::Zone),
    setting(SettingKey::FailoverMin, "failover_min_s", Section::Availability, Control::Decimal(&fact::FAILOVER_MIN)),
    setting(SettingKey::FailoverMax, "failover_max_s", Section::Availability, Control::Decimal(&fact::FAILOVER_MAX)),
    setting(
        SettingKey::ClusterFailoverMin,
        "cluster_failover_min_s",
        Section::Availability,
        Control::Decimal(&fact::CLUSTER_FAILOVER_MIN),
    ),
    setting(
        SettingKey::ClusterFailoverMax,
        "cluster_failover_max_s",
        Section::Availability,
        Control::Decimal(&fact::CLUSTER_FAILOVER_MAX),
    ),
    setting(SettingKey::EndpointTtl, "endpoint_ttl_s", Section::Availability, Control::Decimal(&fact::ENDPOINT_TTL)),
    setting(SettingKey::StandbyWrite, "standby_write_ms", Section::Assumptions, Control::Decimal(&fact::STANDBY_WRITE)),
    setting(SettingKey::ReaderLag, "reader_lag_ms", Section::Assumptions, Control::Decimal(&fact::READER_LAG)),
    setting(SettingKey::RecoveryTime, "recovery_s", Section::Assumptions, Control::Decimal(&fact::RECOVERY_TIME)),
    setting(
        SettingKey::StandbyRebuild,
        "standby_rebuild_s",
        Section::Assumptions,
        Control::Decimal(&fact::STANDBY_REBUILD),
    ),
    setting(SettingKey::EngineUpgrade, "upgrade_s", Section::Assumptions, Control::Decimal(&fact::ENGINE_UPGRADE)),
    setting(SettingKey::BackupPause, "backup_pause_s", Section::Assumptions, Control::Decimal(&fact::BACKUP_PAUSE)),
    setting(
        SettingKey::BackupRetention,
        "backup_retention_days",
        Section::Availability,
        Control::Integer(&fact::BACKUP_RETENTION),
    ),
    setting(SettingKey::BackupWindow, "backup_window_s", Section::Availability, Control::Integer(&fact::BACKUP_WINDOW)),
    setting(SettingKey::RestoreTime, "restore_s", Section::Assumptions, Control::Decimal(&fact::RESTORE_TIME)),
];
