//! Loss of a database's primary: failover to a standby or a reader (RDS-02 to RDS-04, RDS-13, AUR-01), recovery where there is
//! none (RDS-09, AUR-02), and the rebuilding of what was lost (RDS-08).

use ninepins_report::{Because, CauseKind, LogFact, MemberRole};

use crate::attempt::{NONE, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span};
use crate::parts::rds::{Form, Phase, Plan};

impl Engine {
    /// Everything on a member is lost. `reset` says whether its clients learn of it at once.
    pub(super) fn crash_member(&mut self, index: u32, because: Because, reset: bool) {
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
            let pool = attempt.pool;
            if attempt.instance == NONE {
                self.free(slot);
            } else if reset && self.proxy_of(pool).is_some() {
                self.fail_over_proxy(slot, why);
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
    pub(super) fn lose_queries(&mut self, index: u32, because: Because) {
        let part = self.members[index as usize].part;
        let why = cause(CauseKind::ReplicaCutOff, part, because);
        for (_, attempt) in self.attempts.iter_mut() {
            if attempt.member == index && attempt.step == Step::Querying && attempt.instance != NONE {
                attempt.cause = why;
            }
        }
    }

    /// The primary, or a replica, stops answering: failover to the standby, or recovery where there is none.
    pub(super) fn endpoint_lost(&mut self, index: u32, because: Because, reset: bool) {
        let now = self.now;
        let database = &mut self.databases[index as usize];
        let endpoint = database.endpoint;
        if database.phase == Phase::Available {
            database.lost_at = now;
        }
        database.because = because;
        // What held the locks is gone with everything else.
        database.locks.clear();
        database.locked.clear();
        (database.plan, database.step) = (Plan::Nothing, (database.step + 1) & 0x00ff_ffff);
        let (low, high) = database.failover;
        if self.bring_forward(index) {
            let database = &mut self.databases[index as usize];
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

    /// Puts a member that can take over at the head of the standbys. Says whether there is one.
    fn bring_forward(&mut self, index: u32) -> bool {
        let standbys = &mut self.databases[index as usize].standbys;
        let can_take_over = |standby: &(usize, &u32)| {
            let standby = &self.members[*standby.1 as usize];
            standby.alive && standby.in_sync
        };
        let fit = standbys.iter().enumerate().filter(can_take_over);
        // Of equal ones the first in line.
        let found = fit.min_by_key(|(_, standby)| self.members[**standby as usize].tier).map(|(place, _)| place);
        if let Some(place) = found {
            standbys.swap(0, place);
        }
        found.is_some()
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
            Phase::Available => match self.databases[index as usize].plan {
                Plan::Nothing => self.standby_ready(index),
                Plan::Patch(because) => self.patched(index, because),
                Plan::Promote(because, lost) => self.promoted(index, because, lost),
            },
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
        let (part, because, old, lost_at) = (database.part, database.because, database.endpoint, database.lost_at);
        if !self.bring_forward(index) {
            return self.plan_recovery(index, old);
        }
        let database = &mut self.databases[index as usize];
        let new = std::mem::replace(&mut database.standbys[0], old);
        // Another reader is asked before the one that has just failed.
        database.standbys.rotate_left(1);
        database.endpoint = new;
        let is_readable = database.form != Form::Instance;
        database.phase = Phase::Available;
        self.members[new as usize].role = MemberRole::Primary;
        self.members[new as usize].because = because;
        let standby = &mut self.members[old as usize];
        standby.role = if is_readable { MemberRole::Replica } else { MemberRole::Standby };
        standby.in_sync = false;
        // It restarts as the writer, unless a proxy has found it already.
        if is_readable && !self.proxies.iter().any(|proxy| proxy.backend.0 == new) {
            self.crash_member(new, because, true);
        }
        self.take_class(index, old);
        self.limit_proxies(index);
        let zone = self.network.zones[usize::from(self.members[new as usize].place.zone)].part;
        let number = self.members[new as usize].number;
        let after_s = (now - lost_at).as_s_f64() as f32;
        self.log(Some(part), Some(number), LogFact::EndpointMoved { after_s, zone }, because);
        self.rebuild_standby(index);
    }

    /// Starts to rebuild lost standbys where their zones have power (RDS-08).
    pub(super) fn rebuild_standby(&mut self, index: u32) {
        let now = self.now;
        let database = &mut self.databases[index as usize];
        let mut is_lost = false;
        for standby in &database.standbys {
            let member = &mut self.members[*standby as usize];
            if member.in_sync || self.network.outage(member.place.zone).is_some() {
                continue;
            }
            // One whose host was only rebooted is in step at once.
            member.in_sync = member.alive;
            is_lost |= !member.alive;
        }
        if is_lost && database.plan == Plan::Nothing {
            database.step = (database.step + 1) & 0x00ff_ffff;
            let rebuild = if database.form == Form::Aurora { database.recovery } else { database.standby_rebuild };
            self.queue.push(now + rebuild, Kind::DatabaseStep as u8, database.step, index);
        }
    }

    fn standby_ready(&mut self, index: u32) {
        let part = self.databases[index as usize].part;
        for place in 0..self.databases[index as usize].standbys.len() {
            let standby = self.databases[index as usize].standbys[place];
            let member = &mut self.members[standby as usize];
            if self.network.outage(member.place.zone).is_some() || member.in_sync {
                continue;
            }
            member.alive = true;
            member.in_sync = true;
            self.take_class(index, standby);
            let member = &self.members[standby as usize];
            let (number, because) = (member.number, member.because);
            self.log(Some(part), Some(number), LogFact::StandbyReady, because);
        }
    }

    fn recovered(&mut self, index: u32) {
        let now = self.now;
        let database = &mut self.databases[index as usize];
        database.phase = Phase::Available;
        let (part, endpoint, because, lost_at) = (database.part, database.endpoint, database.because, database.lost_at);
        self.members[endpoint as usize].alive = true;
        self.take_class(index, endpoint);
        self.limit_proxies(index);
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
            let takes_over = database.standbys.iter().any(|standby| {
                let standby = &self.members[*standby as usize];
                let is_reached = standby.place.zone != zone && self.network.outage(standby.place.zone).is_none();
                standby.alive && standby.in_sync && is_reached
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
            let mut standbys = database.standbys.iter();
            let has_standby = standbys.any(|standby| self.members[*standby as usize].place.zone == zone);
            if database.phase == Phase::WithoutPower && self.members[endpoint as usize].place.zone == zone {
                let database = &mut self.databases[index as usize];
                database.step = (database.step + 1) & 0x00ff_ffff;
                self.plan_recovery(index, endpoint);
            } else if has_standby && self.databases[index as usize].phase == Phase::Available {
                self.rebuild_standby(index);
            }
        }
    }
}
