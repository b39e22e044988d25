//! Databases: where they are, what takes over from them, and what they are asked for.

use std::collections::BTreeSet;

use super::{Found, ProblemKind, Severity, Subject};
use crate::parts::{DatabaseEngine, Deployment, Population, Rds, StorageType, failover_tier};
use crate::{Kind, Part, PartId, PartSettings, Wire};

/// Share of its capacity from which on a database has nothing to spare.
const HARDLY_ANY_LEFT: f64 = 0.9;
/// Zones that a Multi-AZ DB cluster needs (RDS-12).
const CLUSTER_ZONES: usize = 3;
/// Below this size nothing can be provisioned with gp3 (RDS-28).
const PROVISIONED_FROM_GIB: u32 = 400;

/// Read replicas that a database may have (RDS-15).
const MOST_REPLICAS: usize = 15;

/// What can be wrong with a database, a replica or a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatabaseProblem {
    /// It is in one zone while those who need it are in several (RDS-10).
    SingleZone,
    /// Nothing reads from a replica of a database without a standby: it is no standby (RDS-17).
    ReplicaAsStandby,
    /// Reads alone are more than the primary can serve, and the standby serves none (RDS-01).
    StandbyServesNoReads {
        /// CPU that queries need, in per cent of what the primary has.
        load: u32,
    },
    /// Queries need more I/O operations than the storage does for long.
    StorageShort {
        /// I/O operations a second that they need.
        needed: u32,
        /// What the storage does.
        limit: u32,
    },
    /// IOPS or throughput cannot be provisioned for gp3 of this size (RDS-28).
    NotProvisioned,
    /// A Multi-AZ DB cluster needs subnets in three zones (RDS-12).
    ClusterZones,
    /// Multi-AZ DB clusters exist for MySQL and PostgreSQL only.
    ClusterEngine,
    /// A proxy is wired to no database.
    ProxyOfNothing,
    /// A database has more read replicas than AWS allows (RDS-15).
    TooManyReplicas {
        /// How many.
        count: u32,
    },
    /// A line is no failover tier (AUR-01).
    BadFailoverTier,
    /// A database with read replicas keeps no backups, which they need (RDS-15).
    ReplicasNeedBackups,
    /// A pool asks for the reader endpoint of a database that has no readers.
    NoReaders,
}

/// Queries a second, by estimate.
#[derive(Clone, Copy, Default)]
struct Demand {
    reads: f64,
    writes: f64,
}

impl Found<'_> {
    fn of_database(&mut self, id: &PartId, severity: Severity, problem: DatabaseProblem) {
        self.add(Subject::Part(id.clone()), severity, ProblemKind::Database(problem));
    }

    /// What is wrong with a database itself.
    pub(super) fn database(&mut self, id: &PartId, rds: &Rds) {
        if rds.cluster && !rds.engine.is_aurora() {
            if !matches!(rds.engine, DatabaseEngine::Mysql | DatabaseEngine::Postgres) {
                self.of_database(id, Severity::Error, DatabaseProblem::ClusterEngine);
            }
            if self.zones_of(&rds.subnets).len() < CLUSTER_ZONES {
                self.of_database(id, Severity::Error, DatabaseProblem::ClusterZones);
            }
        }
        let is_alone = matches!(rds.deployment(), Deployment::SingleAz | Deployment::Cluster(0));
        if is_alone && self.is_needed_in_several_zones(id) {
            self.of_database(id, Severity::Warning, DatabaseProblem::SingleZone);
        }
        if rds.engine.is_aurora() && rds.failover_tiers.iter().any(|line| failover_tier(line).is_none()) {
            self.of_database(id, Severity::Warning, DatabaseProblem::BadFailoverTier);
        }
        let storage = &rds.storage;
        let is_small = storage.allocated_gib < PROVISIONED_FROM_GIB && storage.storage_type == StorageType::Gp3;
        if is_small && !rds.engine.is_aurora() && (storage.iops > 0 || storage.throughput_mibps > 0) {
            self.of_database(id, Severity::Warning, DatabaseProblem::NotProvisioned);
        }
        let count = self.index.beside(id).replicas;
        if count > MOST_REPLICAS {
            self.of_database(id, Severity::Error, DatabaseProblem::TooManyReplicas { count: count as u32 });
        }
        if count > 0 && rds.backup_retention_days == 0 {
            self.of_database(id, Severity::Error, DatabaseProblem::ReplicasNeedBackups);
        }
        self.load(id, rds);
    }

    /// Whether the demand that the users' rates tell of is more than the database can serve.
    fn load(&mut self, id: &PartId, rds: &Rds) {
        let demand = self.demand(id);
        let vcpus = crate::instance_types::rds(&rds.instance_class).map_or(2, |class| class.vcpus);
        let cpu_s = (demand.reads * rds.read_cpu_ms + demand.writes * rds.write_cpu_ms) / 1e3;
        let load = cpu_s / f64::from(vcpus);
        let reads_weigh = demand.reads * rds.read_cpu_ms > demand.writes * rds.write_cpu_ms;
        if load > HARDLY_ANY_LEFT && reads_weigh && rds.deployment() == Deployment::MultiAz {
            let load = (load * 100.0).min(1e6) as u32;
            self.of_database(id, Severity::Warning, DatabaseProblem::StandbyServesNoReads { load });
        }
        if rds.engine.is_aurora() {
            return;
        }
        let misses = 1.0 - rds.storage.buffer_hit_percent / 100.0;
        let needed = demand.reads * misses + demand.writes * rds.storage.write_ios;
        let limits = rds.storage.limits(rds.storage.allocated_gib);
        let limit = limits.iops.min(limits.throughput_mibps * 1024.0 / rds.storage.io_kib.max(1.0));
        if needed > HARDLY_ANY_LEFT * limit {
            let (needed, limit) = (needed.min(1e9) as u32, limit as u32);
            self.of_database(id, Severity::Warning, DatabaseProblem::StorageShort { needed, limit });
        }
    }

    /// A replica that nothing reads from, of a database that nothing takes over from.
    pub(super) fn replica(&mut self, id: &PartId, source: &Rds) {
        if self.index.wires_to(id).is_empty() && source.deployment() == Deployment::SingleAz {
            self.of_database(id, Severity::Warning, DatabaseProblem::ReplicaAsStandby);
        }
    }

    /// A proxy without a database.
    pub(super) fn proxy(&mut self, id: &PartId) {
        let is_database = |target: &PartId| self.index.kind(target) == Some(Kind::Rds);
        if !self.index.wires_from(id).iter().any(|(_, wire)| is_database(&wire.to)) {
            self.of_database(id, Severity::Error, DatabaseProblem::ProxyOfNothing);
        }
    }

    /// A pool for readers that are not there.
    pub(super) fn pool_wire(&mut self, subject: Subject, wire: &Wire, to: &Part) {
        let has_readers = match &to.settings {
            PartSettings::Rds(rds) => matches!(rds.deployment(), Deployment::Cluster(readers) if readers > 0),
            _ => false,
        };
        if wire.pool().reader_endpoint && !has_readers {
            self.add(subject, Severity::Warning, ProblemKind::Database(DatabaseProblem::NoReaders));
        }
    }

    fn zones_of<'a>(&'a self, subnets: &'a [PartId]) -> BTreeSet<&'a str> {
        subnets.iter().filter_map(|subnet| self.design.zone_name(subnet)).collect()
    }

    /// Whether the clients of a database lie in more than one zone.
    fn is_needed_in_several_zones(&self, id: &PartId) -> bool {
        let mut zones: BTreeSet<&str> = BTreeSet::new();
        for (_, wire) in self.index.wires_to(id) {
            let Some(client) = self.design.parts.get(&wire.from) else { continue };
            zones.extend(self.zones_of(client.subnets()));
            zones.extend(self.design.zone_name(&wire.from));
        }
        zones.len() > 1
    }

    /// Queries that the users' rates lead to, where all of them need this database.
    fn demand(&self, id: &PartId) -> Demand {
        let clients = self.index.wires_to(id);
        let is_database = matches!(self.index.kind(id), Some(Kind::Rds | Kind::RdsProxy));
        if clients.is_empty() || self.index.count(Kind::Rds) > 1 || !is_database {
            return Demand::default();
        }
        // Replicas take reads off it, and so does a cache.
        let reads_elsewhere = self.design.wires.values().any(|wire| {
            matches!(self.index.kind(&wire.to), Some(Kind::ReadReplica | Kind::Elasticache))
                || wire.pool().reader_endpoint
        });
        let queries = clients.iter().map(|(_, wire)| wire.pool().queries).max();
        let queries = f64::from(queries.unwrap_or(1));
        let mut demand = Demand::default();
        for (_, users) in &self.index.users {
            let mix = &users.mix;
            let all = mix.assets + mix.reads + mix.writes;
            if all > 0.0 && users.traffic.population == Population::Open {
                // All queries of a write but its last read.
                let writes = users.traffic.rps * mix.writes / all;
                demand.writes += writes;
                let reads = if reads_elsewhere { 0.0 } else { users.traffic.rps * mix.reads / all };
                demand.reads += reads * queries + writes * (queries - 1.0);
            }
        }
        demand
    }
}
