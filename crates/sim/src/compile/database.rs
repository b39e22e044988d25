//! Databases, their members and replicas.

use ninepins_macros::{later, rare};
use ninepins_model::instance_types::{self, InstanceType};
use ninepins_model::parts::Deployment;
use ninepins_model::{PartId, PartSettings, fact, parts as model};
use ninepins_report::{Because, MemberRole, PartIndex};

use super::{Compiler, ms, s};
use crate::attempt::NONE;
use crate::kernel::{Purpose, Ring, SimTime, Span, Station, Stream, stable_hash};
use crate::network::Place;
use crate::parts::credits::Credits;
use crate::parts::rds::class::{ClassTerms, class_number};
use crate::parts::rds::volume::{Space, Volume};
use crate::parts::rds::{Database, DatabaseMember, Form, Phase, Plan};
use crate::parts::rds_proxy::Proxy;
use crate::parts::replica::Replication;

#[rare]
impl Compiler<'_> {
    pub(super) fn databases(&mut self) {
        for (part, id, settings) in self.each() {
            if let PartSettings::Rds(rds) = settings {
                self.database(part, id, rds);
            }
        }
        for (part, id, settings) in self.each() {
            if let PartSettings::ReadReplica(replica) = settings {
                self.replica(part, id, replica);
            }
        }
        for (part, id, settings) in self.each() {
            if let PartSettings::RdsProxy(proxy) = settings {
                self.proxy(part, id, proxy);
            }
        }
    }

    pub(super) fn database(&mut self, part: PartIndex, id: &PartId, rds: &model::Rds) {
        let mut places = self.places(id, &rds.subnets);
        let wanted =
            places.iter().position(|place| self.engine.network.zones[usize::from(place.zone)].name == rds.primary_zone);
        if let Some(first) = wanted {
            places.swap(0, first);
        }
        let Some(home) = places.first().copied() else { return };
        let index = self.engine.databases.len() as u32;
        let class = class_of(&rds.instance_class);
        let terms = terms_of(rds, rds.max_connections, &rds.cpu_credits);
        let is_aurora = rds.engine.is_aurora();
        let make = Make {
            part,
            database: index,
            limit: terms.limit(class),
            class,
            credits: terms.credits(class, rds.cpu_credits.start_percent / 100.0),
            demands: [ms(rds.read_cpu_ms), ms(rds.write_cpu_ms), ms(rds.storage_ms)],
            volume: Volume::new(&rds.storage, is_aurora),
            id,
        };
        let primary = self.member(&make, 1, MemberRole::Primary, home);
        let others: Vec<Place> = places.iter().copied().filter(|place| place.zone != home.zone).collect();
        let far = others.first().copied();
        let (form, count, role) = match rds.deployment() {
            Deployment::SingleAz => (Form::Instance, 0, MemberRole::Standby),
            Deployment::MultiAz => (Form::Instance, far.map_or(0, |_| 1), MemberRole::Standby),
            Deployment::Cluster(readers) if is_aurora => (Form::Aurora, readers, MemberRole::Replica),
            Deployment::Cluster(readers) => (Form::Cluster, readers, MemberRole::Replica),
        };
        // Readers go to other zones first, each to the next one.
        let mut in_turn = others;
        in_turn.push(home);
        let standbys = (0..count).map(|number| {
            let place = in_turn[number as usize % (in_turn.len() - usize::from(far.is_some())).max(1)];
            self.member(&make, number + 2, role, place)
        });
        let standbys: Vec<u32> = standbys.collect();
        for member in standbys.iter().copied().chain([primary]) {
            let member = &mut self.engine.members[member as usize];
            member.tier = rds.tier(member.number);
        }
        let failover = match form {
            Form::Instance => (s(rds.failover_min_s), s(rds.failover_max_s)),
            Form::Cluster | Form::Aurora => (s(rds.cluster_failover_min_s), s(rds.cluster_failover_max_s)),
        };
        let space = Space::new(&rds.storage, is_aurora);
        self.slots[usize::from(part)] = index;
        let database = Database {
            standbys,
            form,
            failover,
            standby_rebuild: s(rds.standby_rebuild_s),
            standby_write: ms(rds.standby_write_ms),
            reader_lag: ms(rds.reader_lag_ms),
            upgrade: s(rds.upgrade_s),
            backup_pause: s(rds.backup_pause_s),
            backup_window: Span::from_s(u64::from(rds.backup_window_s)),
            restore_takes: (rds.backup_retention_days > 0).then(|| s(rds.restore_s)),
            far,
            first_class: class_number(class.name),
            terms,
            ..self.database_alone(part, id, primary, (s(rds.endpoint_ttl_s), s(rds.recovery_s)), space)
        };
        self.engine.databases.push(database);
    }

    /// A database of one member that nothing is said of.
    fn database_alone(
        &self,
        part: PartIndex,
        id: &PartId,
        endpoint: u32,
        (endpoint_ttl, recovery): (Span, Span),
        space: Space,
    ) -> Database {
        Database {
            part,
            endpoint,
            standbys: Vec::new(),
            form: Form::Instance,
            is_replica: false,
            follows: NONE,
            endpoint_ttl,
            failover: (Span::ZERO, Span::ZERO),
            recovery,
            standby_rebuild: Span::ZERO,
            standby_write: Span::ZERO,
            reader_lag: Span::ZERO,
            last_commit: SimTime::ZERO,
            phase: Phase::Available,
            step: 0,
            lost_at: SimTime::ZERO,
            failover_takes: Span::ZERO,
            because: Because::Configuration,
            queries: 0,
            errors: Vec::new(),
            failures: self.stream(id, Purpose::FAILURE),
            followers: Vec::new(),
            plans: self.stream(id, Purpose::CONTROL),
            proxy: NONE,
            plan: Plan::Nothing,
            new_class: 0,
            first_class: 0,
            terms: terms_of(&model::Rds::default(), 0, &model::CpuCredits::default()),
            upgrade: Span::ZERO,
            backup_pause: Span::ZERO,
            promotion: Span::ZERO,
            restore_takes: None,
            backup_window: Span::MAX,
            restore: None,
            unkept: 0,
            reader_turn: 0,
            far: None,
            locks: Vec::new(),
            locked: Vec::new(),
            slow: Vec::new(),
            space,
            stale_reads: 0,
            is_left: false,
        }
    }

    pub(super) fn replica(&mut self, part: PartIndex, id: &PartId, replica: &model::ReadReplica) {
        let Some(place) = self.engine.network.place(part) else { return };
        let source = replica.replica_of.as_ref().and_then(|source| self.slot(source));
        let Some(source) = source else { return };
        let settings = replica.replica_of.as_ref().and_then(|id| self.design.parts.get(id)).map(|part| &part.settings);
        let Some(PartSettings::Rds(rds)) = settings else { return };
        let index = self.engine.databases.len() as u32;
        let class = class_of(&replica.instance_class);
        let terms = terms_of(rds, replica.max_connections, &replica.cpu_credits);
        let is_aurora = rds.engine.is_aurora();
        let make = Make {
            part,
            database: index,
            limit: terms.limit(class),
            class,
            credits: terms.credits(class, replica.cpu_credits.start_percent / 100.0),
            demands: [ms(replica.read_cpu_ms), ms(rds.write_cpu_ms), ms(replica.storage_ms)],
            volume: Volume::new(&rds.storage, is_aurora),
            id,
        };
        let member = self.member(&make, 1, MemberRole::Replica, place);
        self.slots[usize::from(part)] = index;
        let follower = self.engine.replications.len() as u32;
        self.engine.replications.push(Replication::new(index, replica.apply_rps, ms(replica.base_lag_ms)));
        self.engine.databases[source as usize].followers.push(follower);
        let endpoint_ttl = self.engine.databases[source as usize].endpoint_ttl;
        let space = Space::new(&rds.storage, is_aurora);
        let database = Database {
            is_replica: true,
            follows: follower,
            promotion: s(replica.promotion_s),
            first_class: class_number(class.name),
            terms,
            ..self.database_alone(part, id, member, (endpoint_ttl, s(replica.recovery_s)), space)
        };
        self.engine.databases.push(database);
    }

    fn member(&mut self, make: &Make<'_>, number: u32, role: MemberRole, place: Place) -> u32 {
        let index = self.engine.members.len() as u32;
        let place = self.engine.network.take_address(place).unwrap_or(place);
        let place = Place { has_public_address: false, ..place };
        let component = stable_hash(&format!("{}/{number}", make.id));
        let [read, write, storage] = make.demands;
        self.engine.members.push(DatabaseMember {
            part: make.part,
            database: make.database,
            number,
            role,
            place,
            alive: true,
            in_sync: true,
            cuts: Vec::new(),
            because: Because::Configuration,
            epoch: 0,
            tier: 0,
            class: class_number(make.class.name),
            cpu: Station::new(SimTime::ZERO, make.class.vcpus, Station::UNLIMITED),
            connections: 0,
            max_connections: make.limit,
            read,
            write,
            storage,
            second_mark: 0,
            load: 0.0,
            service: Stream::new(self.engine.seed, component, Purpose::SERVICE),
            volume: make.volume.clone(),
            hits: Stream::new(self.engine.seed, component, Purpose::STORAGE),
            credits: make.credits,
        });
        index
    }
}

#[later]
impl Compiler<'_> {
    /// A proxy: to its clients a database with a host in each of its zones.
    fn proxy(&mut self, part: PartIndex, id: &PartId, proxy: &model::RdsProxy) {
        let behind = self.outgoing(id).into_iter().find_map(|(.., wire, _)| self.slot(&wire.to));
        let mut places = self.places(id, &proxy.subnets);
        let Some(behind) = behind else { return };
        let mut zones: Vec<u16> = Vec::new();
        places.retain(|place| {
            let is_new = !zones.contains(&place.zone);
            zones.push(place.zone);
            is_new
        });
        let database = &self.engine.databases[behind as usize];
        let limit = self.engine.members[database.endpoint as usize].max_connections;
        let index = self.engine.databases.len() as u32;
        let storage = model::DatabaseStorage::default();
        let make = Make {
            part,
            database: index,
            limit: u32::MAX,
            class: instance_types::RDS_FALLBACK,
            credits: None,
            demands: [Span::ZERO; 3],
            volume: Volume::new(&storage, true),
            id,
        };
        let hosts = places.iter().zip(1..).map(|(place, number)| {
            let role = if number == 1 { MemberRole::Primary } else { MemberRole::Standby };
            self.member(&make, number, role, *place)
        });
        let hosts: Vec<u32> = hosts.collect();
        let Some((first, others)) = hosts.split_first() else { return };
        self.slots[usize::from(part)] = index;
        let space = Space::new(&storage, true);
        let (ttl, recovery) = (s(fact::ENDPOINT_TTL.value), s(proxy.host_recovery_s));
        let front = Database {
            standbys: others.to_vec(),
            failover: (s(proxy.host_failover_min_s), s(proxy.host_failover_max_s)),
            standby_rebuild: recovery,
            proxy: self.engine.proxies.len() as u32,
            ..self.database_alone(part, id, *first, (ttl, recovery), space)
        };
        self.engine.databases.push(front);
        let mut made = Proxy {
            front: index,
            database: behind,
            borrow_timeout: s(proxy.borrow_timeout_s),
            idle_client_timeout: s(proxy.idle_client_timeout_s.max(fact::IDLE_CLIENT_TIMEOUT.min)),
            latency: ms(proxy.latency_ms),
            failover_share: 1.0 - proxy.failover_reduction_percent / 100.0,
            limits: [0; 2],
            percent: [proxy.max_connections_percent, proxy.max_idle_connections_percent],
            pinned_share: proxy.pinned_percent / 100.0,
            draws: self.stream(id, Purpose::ROUTE),
            backend: (NONE, 0),
            busy: 0,
            idle: 0,
            waiting: Ring::new(),
        };
        made.set_limits(limit);
        self.engine.proxies.push(made);
    }
}

/// What the members of a database have in common.
struct Make<'a> {
    part: PartIndex,
    database: u32,
    /// Most connections of each.
    limit: u32,
    class: InstanceType,
    credits: Option<Credits>,
    /// CPU of a read and of a write, and the storage's latency.
    demands: [Span; 3],
    volume: Volume,
    id: &'a PartId,
}

#[rare]
fn class_of(name: &str) -> InstanceType {
    instance_types::rds(name).unwrap_or(instance_types::RDS_FALLBACK)
}

/// What a database, or a replica of it with settings of its own, makes of a class.
#[rare]
fn terms_of(rds: &model::Rds, connections: u32, credits: &model::CpuCredits) -> ClassTerms {
    ClassTerms { engine: rds.engine, memory: rds.class_memory, connections, credits: credits.specification }
}
