//! Databases, their members and replicas.

use ninepins_macros::rare;
use ninepins_model::{PartId, PartSettings, instance_types, parts as model};
use ninepins_report::{Because, MemberRole, PartIndex};

use super::{Compiler, ms, s};
use crate::attempt::NONE;
use crate::kernel::{Purpose, SimTime, Span, Station, Stream, stable_hash};
use crate::network::Place;
use crate::parts::rds::{Database, DatabaseMember, Phase};
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
        let class = instance_types::rds(&rds.instance_class).unwrap_or(instance_types::RDS[0]);
        let limit = match rds.max_connections {
            0 => instance_types::max_connections(rds.engine, class),
            limit => limit,
        };
        let demands = (ms(rds.read_cpu_ms), ms(rds.write_cpu_ms), ms(rds.storage_ms));
        let primary = self.member(part, index, 1, MemberRole::Primary, home, class.vcpus, limit, demands, id);
        let standby_place = places.iter().copied().find(|place| place.zone != home.zone);
        let standby = match standby_place {
            Some(place) if rds.multi_az => {
                self.member(part, index, 2, MemberRole::Standby, place, class.vcpus, limit, demands, id)
            }
            _ => NONE,
        };
        self.slots[usize::from(part)] = index;
        self.engine.databases.push(Database {
            part,
            endpoint: primary,
            standby,
            is_replica: false,
            endpoint_ttl: s(rds.endpoint_ttl_s),
            failover: (s(rds.failover_min_s), s(rds.failover_max_s)),
            recovery: s(rds.recovery_s),
            standby_rebuild: s(rds.standby_rebuild_s),
            standby_write: ms(rds.standby_write_ms),
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
        });
    }

    pub(super) fn replica(&mut self, part: PartIndex, id: &PartId, replica: &model::ReadReplica) {
        let Some(place) = self.engine.network.place(part) else { return };
        let source = replica.replica_of.as_ref().and_then(|source| self.slot(source));
        let Some(source) = source else { return };
        let engine_kind =
            match replica.replica_of.as_ref().and_then(|id| self.design.parts.get(id)).map(|part| &part.settings) {
                Some(PartSettings::Rds(rds)) => rds.engine,
                _ => return,
            };
        let index = self.engine.databases.len() as u32;
        let class = instance_types::rds(&replica.instance_class).unwrap_or(instance_types::RDS[0]);
        let limit = match replica.max_connections {
            0 => instance_types::max_connections(engine_kind, class),
            limit => limit,
        };
        let demands = (ms(replica.read_cpu_ms), ms(replica.read_cpu_ms), ms(replica.storage_ms));
        let member = self.member(part, index, 1, MemberRole::Replica, place, class.vcpus, limit, demands, id);
        self.slots[usize::from(part)] = index;
        let follower = self.engine.replications.len() as u32;
        self.engine.replications.push(Replication::new(index, replica.apply_rps, ms(replica.base_lag_ms)));
        self.engine.databases[source as usize].followers.push(follower);
        let endpoint_ttl = self.engine.databases[source as usize].endpoint_ttl;
        self.engine.databases.push(Database {
            part,
            endpoint: member,
            standby: NONE,
            is_replica: true,
            endpoint_ttl,
            failover: (Span::ZERO, Span::ZERO),
            recovery: s(replica.recovery_s),
            standby_rebuild: Span::ZERO,
            standby_write: Span::ZERO,
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
        });
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one place builds members; a struct of the same fields would say it twice"
    )]
    pub(super) fn member(
        &mut self,
        part: PartIndex,
        database: u32,
        number: u32,
        role: MemberRole,
        place: Place,
        vcpus: u32,
        max_connections: u32,
        (read, write, storage): (Span, Span, Span),
        id: &PartId,
    ) -> u32 {
        let index = self.engine.members.len() as u32;
        let place = self.engine.network.take_address(place).unwrap_or(place);
        let place = Place { has_public_address: false, ..place };
        self.engine.members.push(DatabaseMember {
            part,
            database,
            number,
            role,
            place,
            alive: true,
            in_sync: true,
            cuts: Vec::new(),
            because: Because::Configuration,
            epoch: 0,
            cpu: Station::new(SimTime::ZERO, vcpus, Station::UNLIMITED),
            connections: 0,
            max_connections,
            read,
            write,
            storage,
            second_mark: 0,
            load: 0.0,
            service: Stream::new(self.engine.seed, stable_hash(&format!("{id}/{number}")), Purpose::SERVICE),
        });
        index
    }
}
