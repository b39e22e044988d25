//! RDS: a database's members, the way of a query, and what a commit waits for (RDS-07, RDS-12, AUR-04).

pub(crate) mod class;
pub(crate) mod failover;
pub(crate) mod operations;
mod restore;
pub(crate) mod volume;

use ninepins_report::{Because, Cause, CauseKind, Class, MemberRole, PartIndex};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Admission, SimTime, Slot, Span, Station, Stream};
use crate::network::Place;
use crate::parts::credits::Credits;
use crate::parts::rds::class::ClassTerms;
use crate::parts::rds::volume::{Space, Volume};

/// A database: an RDS instance with its standby, a cluster, or a read replica.
#[derive(Clone, Debug)]
pub(crate) struct Database {
    pub(crate) part: PartIndex,
    /// The member that the endpoint's DNS record names.
    pub(crate) endpoint: u32,
    /// The members that can take over, the one that is asked first in front: a standby, or the readers of a cluster.
    pub(crate) standbys: Vec<u32>,
    pub(crate) form: Form,
    pub(crate) is_replica: bool,
    /// Its place among the replications, for a read replica, or [`NONE`].
    pub(crate) follows: u32,
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
    /// The proxy that it is the front of, or [`NONE`].
    pub(crate) proxy: u32,
    /// What an operator or AWS has begun and not ended.
    pub(crate) plan: Plan,
    /// The class that members take when they start anew, by number; 0 leaves them theirs.
    pub(crate) new_class: u8,
    /// The class that it was designed with.
    pub(crate) first_class: u8,
    pub(crate) terms: ClassTerms,
    pub(crate) upgrade: Span,
    pub(crate) backup_pause: Span,
    pub(crate) promotion: Span,
    /// How long a restore takes, where there are backups, and the one under way: when it ends, and why it began (RDS-10).
    pub(crate) restore_takes: Option<Span>,
    /// Where in each day an automated backup begins (RDS-35).
    pub(crate) backup_window: Span,
    pub(crate) restore: Option<(SimTime, Because)>,
    /// Writes since the last log that was kept.
    pub(crate) unkept: u32,
    /// Whose turn it is among the readers at the reader endpoint (AUR-06).
    pub(crate) reader_turn: u32,
    /// A place in another zone, where a commit of Aurora is stored as well.
    pub(crate) far: Option<Place>,
    /// Events that lock what writes need, and the writes that wait for it.
    pub(crate) locks: Vec<u32>,
    pub(crate) locked: Vec<Slot>,
    /// Events that make a share of the queries take so many times their CPU.
    pub(crate) slow: Vec<(u32, f64, f64)>,
    pub(crate) space: Space,
    /// Reads of this second that may have missed a write.
    pub(crate) stale_reads: u32,
    /// How far the readers of a cluster are behind, and when its writer last committed (AUR-03).
    pub(crate) reader_lag: Span,
    pub(crate) last_commit: SimTime,
    /// Whether applications were pointed at a promoted replica in its place.
    pub(crate) is_left: bool,
}

/// How a database is spread over members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// An instance, with a standby or without.
    Instance,
    /// A Multi-AZ DB cluster: a commit waits for one of its readers (RDS-12).
    Cluster,
    /// Aurora: one storage in three zones (AUR-04).
    Aurora,
}

/// Work on a database that ends with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plan {
    Nothing,
    /// The standby is patched, then it takes over (RDS-36).
    Patch(Because),
    /// A replica becomes a database of its own (RDS-17); so many writes will be missing.
    Promote(Because, u32),
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
    /// The lower, the sooner it takes over (AUR-01).
    pub(crate) tier: u8,
    /// Its class, by number.
    pub(crate) class: u8,
    pub(crate) cpu: Station,
    pub(crate) connections: u32,
    pub(crate) max_connections: u32,
    pub(crate) read: Span,
    pub(crate) write: Span,
    pub(crate) storage: Span,
    pub(crate) second_mark: u128,
    pub(crate) load: f32,
    pub(crate) service: Stream,
    pub(crate) volume: Volume,
    /// Which reads the buffer pool answers.
    pub(crate) hits: Stream,
    pub(crate) credits: Option<Credits>,
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
                self.return_borrowed(slot);
                self.free(slot); // nobody on the instance waits for it any more
            }
            return;
        }
        let (part, database) = (member.part, member.database as usize);
        if self.databases[database].proxy != NONE {
            self.record.arrived(part);
            self.databases[database].queries += 1;
            return self.at_proxy(slot, self.databases[database].proxy as usize);
        }
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
        let mean = if attempt.is_write() { member.write } else { member.read };
        let mut demand = member.service.exponential_span(mean);
        if let Some(credits) = &member.credits {
            demand = demand.scaled(1.0 / credits.speed());
        }
        let database = &mut self.databases[member.database as usize];
        for (_, share, factor) in &database.slow {
            if database.failures.chance(*share) {
                demand = demand.scaled(*factor);
            }
        }
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
        let database = &mut self.databases[self.members[index].database as usize];
        if attempt.is_write() && !database.locks.is_empty() {
            return database.locked.push(slot);
        }
        self.query_stores(slot);
    }

    /// A query has its CPU and its locks: storage, the standby's acknowledgement, the way back.
    fn query_stores(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (index, is_write) = (attempt.member as usize, attempt.is_write());
        let member = &mut self.members[index];
        let (place, database) = (member.place, member.database as usize);
        let mut wait = member.storage;
        if !is_write {
            if member.volume.misses(&mut member.hits) {
                wait += member.volume.take(now, 1.0, false);
            }
            self.note_stale_read(database, index as u32);
        } else if !self.databases[database].space.is_full() {
            let ios = self.databases[database].space.write_ios;
            wait += member.volume.take(now, ios, true) + self.commit_wait(database, (index as u32, place), ios);
            self.databases[database].space.used_bytes += self.databases[database].space.write_bytes;
            self.databases[database].last_commit = now;
            self.databases[database].unkept += 1;
            self.replicate(database);
        }
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        self.record.finished(self.members[index].part, now - attempt.reached_database + wait);
        if attempt.instance == NONE {
            self.return_borrowed(slot);
            return self.free(slot); // nobody on the instance waits for it any more
        }
        let client = self.instances[attempt.instance as usize].place;
        let back = match self.proxy_of(attempt.pool) {
            None => self.network.one_way(place, client),
            Some(proxy) => {
                let front = self.databases[self.proxies[proxy].front as usize].endpoint;
                let between = self.members[front as usize].place;
                self.network.one_way(place, between) + self.network.one_way(between, client)
            }
        };
        self.queue.push(now + wait + back, Kind::QueryAnswered as u8, slot.generation, slot.index);
    }

    /// The lock that a write waited for is gone.
    fn unlocked(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.step == Step::Querying && self.members[attempt.member as usize].epoch == attempt.member_epoch {
            self.query_stores(slot);
        }
    }

    /// What a commit waits for beyond its own volume: the standby while it is in step (RDS-07), the first of a cluster's
    /// readers (RDS-12), or Aurora's storage in another zone (AUR-04).
    fn commit_wait(&mut self, index: usize, (own, place): (u32, Place), ios: f64) -> Span {
        let database = &self.databases[index];
        if database.form == Form::Aurora {
            let far = database.far.filter(|far| self.network.cut(place, Some(*far)).is_none());
            return far.map_or(Span::ZERO, |far| self.network.round_trip(place, far));
        }
        let mut soonest: Option<Span> = None;
        for standby in database.standbys.iter().filter(|standby| **standby != own) {
            let standby = &mut self.members[*standby as usize];
            if standby.alive && standby.in_sync && self.network.cut(place, Some(standby.place)).is_none() {
                let stored = standby.volume.take(self.now, ios, true);
                let wait = self.network.round_trip(place, standby.place) + database.standby_write + stored;
                soonest = Some(soonest.map_or(wait, |other| other.min(wait)));
            }
        }
        soonest.unwrap_or(Span::ZERO)
    }

    /// What a query that is at its database waits for.
    pub(crate) fn querying_cause(&self, attempt: &Attempt) -> Cause {
        let member = &self.members[attempt.member as usize];
        let database = &self.databases[member.database as usize];
        if database.proxy != NONE {
            return self.proxy_cause(database.proxy as usize);
        }
        let (kind, because) = match (database.locks.first(), database.slow.first()) {
            (Some(event), _) if attempt.is_write() => (CauseKind::DatabaseLocked, Because::Event(*event)),
            (_, Some((event, ..))) => (CauseKind::DatabaseCpu, Because::Event(*event)),
            _ => match member.volume.delay(self.now) {
                Some(because) => (CauseKind::DatabaseStorage, because),
                None if member.credits.is_some_and(|credits| credits.is_throttled) => {
                    (CauseKind::CreditsSpent, Because::Demand)
                }
                None => (CauseKind::DatabaseCpu, self.missing_cache(attempt.instance).unwrap_or(Because::Demand)),
            },
        };
        cause(kind, member.part, because)
    }

    /// Separates the application's side of a query from the database's, which goes on. Returns the application's slot.
    pub(crate) fn leave_query(&mut self, slot: Slot) -> Slot {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return slot };
        if attempt.step != Step::Querying || self.members[attempt.member as usize].epoch != attempt.member_epoch {
            return slot;
        }
        let mut application = attempt.clone();
        application.borrowed = false; // what is left behind holds it
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
}

impl Attempt {
    /// Whether its query commits something: the last of a request that writes.
    fn is_write(&self) -> bool {
        self.class == Class::Write && self.queries_left == 0 && self.origin != Origin::Check
    }
}
