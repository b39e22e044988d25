//! What operators and AWS do to a database, and faults of its queries: patches, upgrades, backups, promotion, locks.

use ninepins_macros::rare;
use ninepins_model::PartId;
use ninepins_report::{Because, LogFact, MemberRole};

use crate::attempt::NONE;
use crate::engine::Engine;
use crate::event::Kind;
use crate::layer::{lay, share};
use crate::parts::rds::{Form, Phase, Plan};

#[rare]
impl Engine {
    /// The database of a part; a proxy is none.
    pub(super) fn database_of(&self, id: &PartId) -> Option<usize> {
        let part = self.part_index(id)?;
        self.databases.iter().position(|database| database.part == part && database.proxy == NONE)
    }

    /// The operating system is patched: the standby first, then it takes over; without one the database is away (RDS-36).
    pub(crate) fn patch_database(&mut self, id: &PartId, because: Because) -> u32 {
        let Some(index) = self.database_of(id) else { return 0 };
        let database = &mut self.databases[index];
        if database.phase != Phase::Available || database.plan != Plan::Nothing {
            return 0;
        }
        let ready = database.standbys.iter().find(|standby| self.members[**standby as usize].in_sync);
        let Some(standby) = ready else {
            self.endpoint_lost(index as u32, because, true);
            return 1;
        };
        self.members[*standby as usize].in_sync = false;
        database.plan = Plan::Patch(because);
        database.step = (database.step + 1) & 0x00ff_ffff;
        let (recovery, step) = (database.recovery, database.step);
        self.queue.push(self.now + recovery, Kind::DatabaseStep as u8, step, index as u32);
        1
    }

    /// The standby is patched.
    pub(super) fn patched(&mut self, index: u32, because: Because) {
        self.databases[index as usize].plan = Plan::Nothing;
        for standby in self.databases[index as usize].standbys.clone() {
            self.take_class(index, standby);
        }
        self.rebuild_standby(index);
        self.endpoint_lost(index, because, true);
    }

    /// The engine is upgraded: primary and standby at once (RDS-37); of a cluster the readers first, then one takes over.
    pub(crate) fn upgrade_database(&mut self, id: &PartId, because: Because) -> u32 {
        let Some(index) = self.database_of(id) else { return 0 };
        let database = &self.databases[index];
        if database.phase != Phase::Available || database.plan != Plan::Nothing {
            return 0;
        }
        if database.form == Form::Cluster {
            return self.patch_database(id, because);
        }
        let (part, endpoint, standbys, takes) =
            (database.part, database.endpoint, database.standbys.clone(), database.upgrade);
        self.log(Some(part), None, LogFact::EngineUpgrading, because);
        let database = &mut self.databases[index];
        (database.phase, database.because, database.lost_at) = (Phase::Recovering, because, self.now);
        database.step = (database.step + 1) & 0x00ff_ffff;
        let step = database.step;
        self.queue.push(self.now + takes, Kind::DatabaseStep as u8, step, index as u32);
        for member in standbys.iter().copied().chain([endpoint]) {
            if self.members[member as usize].alive {
                self.crash_member(member, because, true);
            }
        }
        1 + standbys.len() as u32
    }

    /// A backup pauses the I/O of an instance without a standby; a standby takes it for its primary (RDS-34).
    pub(crate) fn back_up_database(&mut self, id: &PartId, because: Because) -> u32 {
        self.database_of(id).map_or(0, |index| self.begin_backup(index, because))
    }

    /// The same of a database by its index.
    pub(super) fn begin_backup(&mut self, index: usize, because: Because) -> u32 {
        let database = &self.databases[index];
        let is_spared = database.form != Form::Instance || !database.standbys.is_empty();
        if is_spared || database.backup_pause.is_zero() {
            return 0;
        }
        let until = self.now + database.backup_pause;
        self.members[database.endpoint as usize].volume.pause(until, because);
        1
    }

    /// A read replica is to become a database of its own: it follows its source no longer (RDS-17).
    pub(crate) fn promote_replica(&mut self, id: &PartId, because: Because) -> u32 {
        let Some(index) = self.database_of(id) else { return 0 };
        let database = &self.databases[index];
        let is_ready = database.is_replica && database.phase == Phase::Available && database.plan == Plan::Nothing;
        let follower = self.replications.iter().position(|replication| replication.database as usize == index);
        let Some(follower) = follower.filter(|_| is_ready) else { return 0 };
        let lost = self.replications[follower].behind_by();
        for source in &mut self.databases {
            if source.followers.contains(&(follower as u32)) {
                source.followers.retain(|other| *other != follower as u32);
                source.is_left = true;
            }
        }
        self.replications[follower].has_ended = true;
        let database = &mut self.databases[index];
        database.plan = Plan::Promote(because, lost);
        database.step = (database.step + 1) & 0x00ff_ffff;
        let (takes, step) = (database.promotion, database.step);
        self.queue.push(self.now + takes, Kind::DatabaseStep as u8, step, index as u32);
        1
    }

    /// A replica reboots as a database of its own, and applications write to it.
    pub(super) fn promoted(&mut self, index: u32, because: Because, lost_writes: u32) {
        let database = &mut self.databases[index as usize];
        (database.plan, database.is_replica) = (Plan::Nothing, false);
        let (part, endpoint) = (database.part, database.endpoint);
        self.crash_member(endpoint, because, true);
        let member = &mut self.members[endpoint as usize];
        member.role = MemberRole::Primary;
        let entry = self.log(Some(part), Some(1), LogFact::ReplicaPromoted { lost_writes }, because);
        self.databases[index as usize].because = Because::Decision(entry);
        self.point_pools();
    }

    /// Someone locks what writes need; readers read on.
    pub(crate) fn lock_database(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let Some(index) = self.database_of(id) else { return 0 };
        let database = &mut self.databases[index];
        lay(&mut database.locks, event, on);
        if database.locks.is_empty() {
            for slot in std::mem::take(&mut database.locked) {
                self.unlocked(slot);
            }
        }
        1
    }

    /// A share of the queries takes so many times its CPU.
    pub(crate) fn slow_queries(&mut self, id: &PartId, (percent, factor): (f64, f64), event: u32, on: bool) -> u32 {
        let Some(index) = self.database_of(id) else { return 0 };
        let slow = &mut self.databases[index].slow;
        slow.retain(|(layer, ..)| *layer != event);
        if on {
            let share = share(percent);
            let factor = if factor.is_finite() { factor.clamp(1.0, 10_000.0) } else { 1.0 };
            slow.push((event, share, factor));
        }
        1
    }

    /// Something fills the volume, until an operator makes room.
    pub(crate) fn fill_storage(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let Some(index) = self.database_of(id) else { return 0 };
        let space = &mut self.databases[index].space;
        if space.is_shared {
            return 0;
        }
        lay(&mut space.full, event, on);
        1
    }

    /// A long transaction keeps a replica from applying what it receives.
    pub(crate) fn hold_replica(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let Some(index) = self.database_of(id) else { return 0 };
        let found = self.replications.iter_mut().find(|replication| replication.database as usize == index);
        let Some(replication) = found.filter(|replication| !replication.has_ended) else { return 0 };
        lay(&mut replication.holds, event, on);
        1
    }

    /// The host of a database's endpoint fails, or is rebooted with failover: then its connections are reset.
    pub(crate) fn lose_primary(&mut self, id: &PartId, because: Because, reset: bool) -> u32 {
        let part = self.part_index(id);
        let found = self
            .databases
            .iter()
            .position(|database| Some(database.part) == part && !database.is_replica && database.proxy == NONE);
        match found {
            Some(index) if self.members[self.databases[index].endpoint as usize].alive => {
                self.endpoint_lost(index as u32, because, reset);
                1
            }
            _ => 0,
        }
    }

    /// A replica is cut off from the network, or is back.
    pub(crate) fn cut_replica(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(database) = self.databases.iter().find(|database| Some(database.part) == part && database.is_replica)
        else {
            return 0;
        };
        let endpoint = database.endpoint;
        let member = &mut self.members[endpoint as usize];
        lay(&mut member.cuts, event, on);
        if on {
            self.lose_queries(endpoint, Because::Event(event));
        }
        1
    }
}
