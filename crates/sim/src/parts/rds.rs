//! RDS: a database's members, queries, the synchronous standby, failover (RDS-01 to RDS-08) and recovery.

use ninepins_report::{Because, CauseKind, Class, LogFact, MemberRole, PartIndex};

use crate::attempt::{NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Admission, SimTime, Slot, Span, Station, Stream};
use crate::network::Place;

/// A database: an RDS instance with its standby, or a read replica.
#[derive(Clone, Debug)]
pub(crate) struct Database {
    pub(crate) part: PartIndex,
    /// The member that the endpoint's DNS record names.
    pub(crate) endpoint: u32,
    /// The synchronous standby, or [`NONE`].
    pub(crate) standby: u32,
    pub(crate) is_replica: bool,
    pub(crate) endpoint_ttl: Span,
    pub(crate) failover: (Span, Span),
    pub(crate) recovery: Span,
    pub(crate) standby_rebuild: Span,
    pub(crate) standby_write: Span,
    /// What happens next.
    pub(crate) phase: Phase,
    /// Counts steps, so that one of an overtaken plan is dropped.
    pub(crate) step: u32,
    /// When the primary stopped answering.
    pub(crate) lost_at: SimTime,
    /// How long this failover takes.
    pub(crate) failover_takes: Span,
    pub(crate) because: Because,
    pub(crate) queries: u32,
    /// Events that make it answer queries with errors, and for which share of them.
    pub(crate) errors: Vec<(u32, f64)>,
    pub(crate) failures: Stream,
    /// Replicas that follow it, by index.
    pub(crate) followers: Vec<u32>,
    pub(crate) plans: Stream,
}

/// Phases of a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The endpoint's member serves.
    Available,
    /// The primary is lost; nobody has noticed.
    Undetected,
    /// The standby is being promoted.
    Promoting,
    /// The host recovers or is replaced.
    Recovering,
    /// Waiting for the zone's power.
    WithoutPower,
}

/// A member of a database.
#[derive(Clone, Debug)]
pub(crate) struct DatabaseMember {
    pub(crate) part: PartIndex,
    pub(crate) database: u32,
    pub(crate) number: u32,
    pub(crate) role: MemberRole,
    pub(crate) place: Place,
    /// Whether its host runs.
    pub(crate) alive: bool,
    /// Whether a standby is in step.
    pub(crate) in_sync: bool,
    /// Events that cut it off the network.
    pub(crate) cuts: Vec<u32>,
    /// Why it is as it is.
    pub(crate) because: Because,
    /// Changes whenever its connections are lost.
    pub(crate) epoch: u32,
    pub(crate) cpu: Station,
    pub(crate) connections: u32,
    pub(crate) max_connections: u32,
    pub(crate) read: Span,
    pub(crate) write: Span,
    pub(crate) storage: Span,
    pub(crate) second_mark: u128,
    pub(crate) load: f32,
    pub(crate) service: Stream,
}

impl DatabaseMember {
    /// Why packets to it vanish, if they do.
    pub(crate) fn unreachable(&self) -> Option<Because> {
        if !self.alive {
            return Some(self.because);
        }
        self.cuts.first().map(|event| Because::Event(*event))
    }

    /// What is wrong with it then.
    pub(crate) fn unreachable_kind(&self) -> CauseKind {
        if self.alive && !self.cuts.is_empty() { CauseKind::ReplicaCutOff } else { CauseKind::DatabaseDown }
    }
}

impl Engine {
    /// A query reaches a database member.
    pub(crate) fn at_database(&mut self, slot: Slot) {
        self.totals.hops += 1;
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if attempt.step != Step::Querying {
            return;
        }
        let member = &mut self.members[attempt.member as usize];
        if member.epoch != attempt.member_epoch || member.unreachable().is_some() {
            attempt.step = Step::QueryLost;
            attempt.cause =
                cause(member.unreachable_kind(), member.part, member.unreachable().unwrap_or(member.because));
            if attempt.instance == NONE {
                self.free(slot); // nobody on the instance waits for it any more
            }
            return;
        }
        let (part, database) = (member.part, member.database as usize);
        attempt.reached_database = now;
        let admission = member.cpu.arrive(now, slot);
        self.record.arrived(part);
        self.databases[database].queries += 1;
        if admission == Admission::Started {
            self.query_runs(slot);
        }
    }

    fn query_runs(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let member = &mut self.members[attempt.member as usize];
        let mean = if attempt.class == Class::Write { member.write } else { member.read };
        let demand = member.service.exponential_span(mean);
        self.queue.push(now + demand, Kind::DatabaseCpuDone as u8, slot.generation, slot.index);
    }

    /// A query's CPU is done: storage, the standby's acknowledgement, the way back.
    pub(crate) fn database_cpu_done(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let index = attempt.member as usize;
        if attempt.member == NONE || self.members[index].epoch != attempt.member_epoch {
            return;
        }
        if let Some(next) = self.members[index].cpu.depart(now) {
            self.query_runs(next);
        }
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let is_write = attempt.class == Class::Write && attempt.origin != Origin::Check;
        let member = &self.members[index];
        let (place, database) = (member.place, member.database as usize);
        let mut wait = member.storage;
        if is_write {
            wait += self.commit_wait(database, place);
            self.replicate(database);
        }
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        self.record.finished(self.members[index].part, now - attempt.reached_database + wait);
        if attempt.instance == NONE {
            return self.free(slot); // nobody on the instance waits for it any more
        }
        let back = self.network.one_way(place, self.instances[attempt.instance as usize].place);
        self.queue.push(now + wait + back, Kind::QueryAnswered as u8, slot.generation, slot.index);
    }

    /// What a commit waits for: the standby, while it is in step (RDS-07).
    fn commit_wait(&self, database: usize, place: Place) -> Span {
        let database = &self.databases[database];
        match self.members.get(database.standby as usize) {
            Some(standby)
                if standby.alive && standby.in_sync && self.network.cut(place, Some(standby.place)).is_none() =>
            {
                self.network.round_trip(place, standby.place) + database.standby_write
            }
            _ => Span::ZERO,
        }
    }

    /// Separates the application's side of a query from the database's, which goes on. Returns the application's slot.
    pub(crate) fn leave_query(&mut self, slot: Slot) -> Slot {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return slot };
        if attempt.step != Step::Querying || self.members[attempt.member as usize].epoch != attempt.member_epoch {
            return slot;
        }
        let application = attempt.clone();
        attempt.orphan = true;
        attempt.instance = NONE;
        attempt.on_instance = false;
        attempt.has_thread = false;
        attempt.outstanding = false;
        attempt.connection = NONE;
        attempt.client_deadline = SimTime::NEVER;
        attempt.edge_deadline = SimTime::NEVER;
        attempt.balancer_deadline = SimTime::NEVER;
        attempt.database_deadline = SimTime::NEVER;
        let slot = self.insert(application);
        self.arm(slot.index);
        slot
    }

    /// Everything on a member is lost. `reset` says whether its clients learn of it at once.
    pub(crate) fn crash_member(&mut self, index: u32, because: Because, reset: bool) {
        let now = self.now;
        let member = &mut self.members[index as usize];
        let epoch = member.epoch;
        member.epoch += 1;
        member.alive = reset;
        member.because = because;
        member.connections = 0;
        let mut lost = Vec::new();
        member.cpu.crash(now, &mut lost);
        let why = cause(CauseKind::DatabaseDown, member.part, because);
        let slots: Vec<Slot> = self
            .attempts
            .iter()
            .filter(|(_, attempt)| {
                attempt.member == index && attempt.member_epoch == epoch && attempt.step == Step::Querying
            })
            .map(|(slot, _)| slot)
            .collect();
        for slot in slots {
            let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { continue };
            attempt.step = Step::QueryLost;
            attempt.cause = why;
            if attempt.instance == NONE {
                self.free(slot);
            } else if reset {
                self.break_connection(slot);
                if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                    attempt.database_deadline = SimTime::NEVER;
                }
                self.query_failed(slot, why);
            }
        }
    }

    /// Queries at a member that was cut off get no answer; the host itself goes on.
    pub(crate) fn lose_queries(&mut self, index: u32, because: Because) {
        let part = self.members[index as usize].part;
        let why = cause(CauseKind::ReplicaCutOff, part, because);
        for (_, attempt) in self.attempts.iter_mut() {
            if attempt.member == index && attempt.step == Step::Querying && attempt.instance != NONE {
                attempt.cause = why;
            }
        }
    }

    /// The primary, or a replica, stops answering: failover to the standby, or recovery where there is none.
    pub(crate) fn endpoint_lost(&mut self, index: u32, because: Because, reset: bool) {
        let now = self.now;
        let database = &mut self.databases[index as usize];
        let endpoint = database.endpoint;
        if database.phase == Phase::Available {
            database.lost_at = now;
        }
        database.because = because;
        let standby_ready =
            self.members.get(database.standby as usize).is_some_and(|standby| standby.alive && standby.in_sync);
        let (low, high) = database.failover;
        database.step = (database.step + 1) & 0x00ff_ffff;
        if standby_ready {
            database.failover_takes = database.plans.uniform_span(low, high.max(low));
            database.phase = Phase::Undetected;
            // About two fifths of a failover is noticing (assumed; the whole is RDS-02).
            let detection = if reset { Span::ZERO } else { database.failover_takes.scaled(0.4) };
            let step = database.step;
            self.queue.push(now + detection, Kind::DatabaseStep as u8, step, index);
        } else {
            self.plan_recovery(index, endpoint);
        }
        self.crash_member(endpoint, because, reset);
    }

    fn plan_recovery(&mut self, index: u32, member: u32) {
        let now = self.now;
        let has_power = self.network.outage(self.members[member as usize].place.zone).is_none();
        let database = &mut self.databases[index as usize];
        let (part, because, is_replica) = (database.part, database.because, database.is_replica);
        database.phase = if has_power { Phase::Recovering } else { Phase::WithoutPower };
        if has_power {
            let (recovery, step) = (database.recovery, database.step);
            self.queue.push(now + recovery, Kind::DatabaseStep as u8, step, index);
            self.log(Some(part), None, LogFact::DatabaseRecovering, because);
        } else if !is_replica {
            self.log(Some(part), None, LogFact::NoStandby, because);
        }
    }

    /// The next step of a failover or recovery.
    pub(crate) fn database_step(&mut self, index: u32, step: u32) {
        if self.databases[index as usize].step != step {
            return;
        }
        match self.databases[index as usize].phase {
            Phase::Undetected => self.promote(index),
            Phase::Promoting => self.switch_endpoint(index),
            Phase::Recovering => self.recovered(index),
            Phase::Available => self.standby_ready(index),
            Phase::WithoutPower => {}
        }
    }

    fn promote(&mut self, index: u32) {
        let now = self.now;
        let database = &mut self.databases[index as usize];
        database.phase = Phase::Promoting;
        let (part, because, step) = (database.part, database.because, database.step);
        let (lost_at, takes) = (database.lost_at, database.failover_takes);
        let after_s = (now - lost_at).as_s_f64() as f32;
        let lost = self.log(Some(part), None, LogFact::PrimaryLost { after_s }, because);
        self.log(Some(part), None, LogFact::StandbyPromoting, Because::Decision(lost));
        self.databases[index as usize].because = Because::Decision(lost);
        let switch = (lost_at + takes).max(now);
        self.queue.push(switch, Kind::DatabaseStep as u8, step, index);
    }

    fn switch_endpoint(&mut self, index: u32) {
        let now = self.now;
        let database = &self.databases[index as usize];
        let (part, because, old, new, lost_at) =
            (database.part, database.because, database.endpoint, database.standby, database.lost_at);
        if !self.members[new as usize].alive {
            return self.plan_recovery(index, old);
        }
        let database = &mut self.databases[index as usize];
        database.endpoint = new;
        database.standby = old;
        database.phase = Phase::Available;
        self.members[new as usize].role = MemberRole::Primary;
        self.members[new as usize].because = because;
        let standby = &mut self.members[old as usize];
        standby.role = MemberRole::Standby;
        standby.in_sync = false;
        let zone = self.network.zones[usize::from(self.members[new as usize].place.zone)].part;
        let number = self.members[new as usize].number;
        let after_s = (now - lost_at).as_s_f64() as f32;
        self.log(Some(part), Some(number), LogFact::EndpointMoved { after_s, zone }, because);
        self.rebuild_standby(index);
    }

    /// Starts to rebuild a lost standby if its zone has power (RDS-08).
    fn rebuild_standby(&mut self, index: u32) {
        let now = self.now;
        let database = &mut self.databases[index as usize];
        let Some(standby) = self.members.get_mut(database.standby as usize) else { return };
        if self.network.outage(standby.place.zone).is_some() {
            return;
        }
        // An old primary whose host was only rebooted is in step at once.
        if standby.alive {
            standby.in_sync = true;
            return;
        }
        database.step = (database.step + 1) & 0x00ff_ffff;
        let (rebuild, step) = (database.standby_rebuild, database.step);
        self.queue.push(now + rebuild, Kind::DatabaseStep as u8, step, index);
    }

    fn standby_ready(&mut self, index: u32) {
        let database = &self.databases[index as usize];
        let (part, standby) = (database.part, database.standby);
        let Some(member) = self.members.get_mut(standby as usize) else { return };
        if self.network.outage(member.place.zone).is_some() || member.in_sync {
            return;
        }
        member.alive = true;
        member.in_sync = true;
        let (number, because) = (member.number, member.because);
        self.log(Some(part), Some(number), LogFact::StandbyReady, because);
    }

    fn recovered(&mut self, index: u32) {
        let now = self.now;
        let database = &mut self.databases[index as usize];
        database.phase = Phase::Available;
        let (part, endpoint, because, lost_at) = (database.part, database.endpoint, database.because, database.lost_at);
        self.members[endpoint as usize].alive = true;
        let after_s = (now - lost_at).as_s_f64() as f32;
        self.log(Some(part), None, LogFact::DatabaseAvailable { after_s }, because);
        self.rebuild_standby(index);
    }

    /// A zone lost its power: members in it stop.
    pub(crate) fn database_zone_lost(&mut self, zone: u16, because: Because) -> u32 {
        let hit: Vec<u32> = (0..self.members.len() as u32)
            .filter(|index| {
                let member = &self.members[*index as usize];
                member.place.zone == zone && member.alive
            })
            .collect();
        for index in &hit {
            let database = self.members[*index as usize].database;
            if self.databases[database as usize].endpoint == *index {
                self.endpoint_lost(database, because, false);
            } else {
                let member = &mut self.members[*index as usize];
                member.in_sync = false;
                self.crash_member(*index, because, false);
            }
        }
        hit.len() as u32
    }

    /// A zone is cut off the network: where a standby in step lies outside, it takes over (RDS-03); a standby inside falls
    /// out of step. Other members live and wait to be reached again.
    pub(crate) fn database_zone_cut(&mut self, zone: u16, because: Because) -> u32 {
        let mut hit = 0;
        for index in 0..self.members.len() as u32 {
            let member = &self.members[index as usize];
            if member.place.zone != zone || !member.alive {
                continue;
            }
            hit += 1;
            let database_index = member.database;
            let database = &self.databases[database_index as usize];
            let is_endpoint = database.endpoint == index;
            let standby = self.members.get(database.standby as usize);
            let takes_over = standby.is_some_and(|standby| {
                standby.alive && standby.in_sync && self.network.outage(standby.place.zone).is_none()
            });
            if is_endpoint && takes_over && database.phase == Phase::Available {
                self.endpoint_lost(database_index, because, false);
            } else if !is_endpoint {
                self.members[index as usize].in_sync = false;
            }
        }
        hit
    }

    /// A zone has power again, or a network: what waits for it recovers.
    pub(crate) fn database_zone_back(&mut self, zone: u16) {
        for index in 0..self.databases.len() as u32 {
            let database = &self.databases[index as usize];
            let endpoint = database.endpoint;
            let standby_zone = self.members.get(database.standby as usize).map(|member| member.place.zone);
            if database.phase == Phase::WithoutPower && self.members[endpoint as usize].place.zone == zone {
                let database = &mut self.databases[index as usize];
                database.step = (database.step + 1) & 0x00ff_ffff;
                self.plan_recovery(index, endpoint);
            } else if standby_zone == Some(zone) && self.databases[index as usize].phase == Phase::Available {
                self.rebuild_standby(index);
            }
        }
    }
}
