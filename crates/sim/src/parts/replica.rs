//! Read replicas: asynchronous replication with a lag that grows when writes outrun what the replica applies (RDS-16).

use ninepins_report::{Because, LogFact};

use crate::engine::Engine;
use crate::kernel::{Ring, SimTime, Span};

/// How far a replica has come.
#[derive(Clone, Debug)]
pub(crate) struct Replication {
    /// The replica, as an index of databases.
    pub(crate) database: u32,
    /// Writes per second it applies.
    pub(crate) apply_rps: f64,
    pub(crate) base_lag: Span,
    /// Writes committed at the source and not applied here, by tenths of a second: when, and how many.
    pub(crate) backlog: Ring<(SimTime, u32)>,
    /// Writes applied of the oldest entry, and fractions of a write.
    pub(crate) applied: f64,
    /// When the backlog was last worked off.
    pub(crate) worked_until: SimTime,
    /// Since when it has been behind by more than a second, and the largest lag since.
    pub(crate) behind: Option<(SimTime, Span)>,
    /// Writes of the present second.
    pub(crate) fresh: u32,
    /// When the source last committed one.
    last_commit: SimTime,
    /// Events that keep it from applying anything.
    pub(crate) holds: Vec<u32>,
    /// Whether it was promoted and follows nobody any more.
    pub(crate) has_ended: bool,
}

impl Replication {
    /// A replica in step.
    pub(crate) fn new(database: u32, apply_rps: f64, base_lag: Span) -> Self {
        Replication {
            database,
            apply_rps,
            base_lag,
            backlog: Ring::new(),
            applied: 0.0,
            worked_until: SimTime::ZERO,
            behind: None,
            fresh: 0,
            last_commit: SimTime::ZERO,
            holds: Vec::new(),
            has_ended: false,
        }
    }

    /// Works off the backlog up to now.
    fn work(&mut self, now: SimTime, runs: bool) {
        let elapsed = (now - self.worked_until).as_s_f64();
        self.worked_until = now;
        if !runs {
            return;
        }
        let mut budget = self.applied + elapsed * self.apply_rps;
        while let Some((_, count)) = self.backlog.front() {
            if budget < f64::from(count) {
                break;
            }
            budget -= f64::from(count);
            self.backlog.pop_front();
        }
        // What is left of the budget has been applied of the oldest entry; an idle replica saves nothing up.
        self.applied = if self.backlog.is_empty() { 0.0 } else { budget };
    }

    /// Writes committed at the source and not applied here.
    pub(crate) fn behind_by(&self) -> u32 {
        let behind: f64 = self.backlog.iter().map(|(_, count)| f64::from(count)).sum();
        (behind - self.applied).max(0.0) as u32 + self.fresh
    }

    /// Whether a read now may miss a write that was committed.
    fn may_be_stale(&self, now: SimTime) -> bool {
        !self.backlog.is_empty() || (self.last_commit > SimTime::ZERO && self.last_commit + self.base_lag > now)
    }

    /// The lag now: the age of the oldest write that is not applied.
    pub(crate) fn lag(&self, now: SimTime) -> Span {
        match self.backlog.front() {
            Some((committed, _)) => (now - committed).max(self.base_lag),
            None => self.base_lag,
        }
    }
}

impl Engine {
    /// A write was committed at the source.
    pub(crate) fn replicate(&mut self, database: usize) {
        for index in 0..self.databases[database].followers.len() {
            let follower = self.databases[database].followers[index];
            let replication = &mut self.replications[follower as usize];
            replication.fresh += 1;
            replication.last_commit = self.now;
        }
    }

    /// A read is answered: by a replica it may be older than the source's data (RDS-16), by a reader of a cluster than its
    /// writer's (AUR-03).
    pub(crate) fn note_stale_read(&mut self, database: usize, member: u32) {
        let database = &mut self.databases[database];
        let replication = self.replications.get(database.follows as usize);
        let is_behind = database.endpoint != member
            && database.last_commit > SimTime::ZERO
            && database.last_commit + database.reader_lag > self.now;
        let is_stale = replication.is_some_and(|replication| replication.may_be_stale(self.now)) || is_behind;
        database.stale_reads += u32::from(is_stale);
    }

    /// Advances replication by a second.
    pub(crate) fn replication_second(&mut self) {
        let now = self.now;
        for index in 0..self.replications.len() {
            let replication = &self.replications[index];
            if replication.has_ended {
                continue;
            }
            let database = &self.databases[replication.database as usize];
            let (part, member) = (database.part, database.endpoint as usize);
            let source = self.databases.iter().find(|source| source.followers.contains(&(index as u32)));
            let source = source.map(|source| self.members[source.endpoint as usize].place);
            let cut = self.network.cut(self.members[member].place, source.or(Some(self.members[member].place)));
            let stopped = self.members[member].unreachable().or(cut);
            let (runs, because) = (stopped.is_none(), stopped.unwrap_or(Because::Demand));
            let held = self.replications[index].holds.first().map(|event| Because::Event(*event));
            let (runs, because) = (runs && held.is_none(), held.unwrap_or(because));
            let replication = &mut self.replications[index];
            let fresh = std::mem::take(&mut replication.fresh);
            let space = &mut self.databases[replication.database as usize].space;
            space.used_bytes += f64::from(fresh) * space.write_bytes;
            // What waits for the volume delays its reads; how fast writes are applied is a setting.
            self.members[member].volume.take(now, f64::from(fresh) * space.write_ios, true);
            spread(&mut replication.backlog, now, fresh);
            replication.work(now, runs);
            let lag = replication.lag(now);
            match replication.behind {
                None if lag > Span::from_s(3) => replication.behind = Some((now, lag)),
                Some((since, largest)) if lag > Span::from_s(2) => replication.behind = Some((since, largest.max(lag))),
                Some((_, largest)) => {
                    replication.behind = None;
                    let fact = LogFact::ReplicaCaughtUp { largest_lag_s: largest.as_s_f64() as f32 };
                    self.log(Some(part), None, fact, because);
                }
                None => {}
            }
        }
    }
}

/// Puts the writes of the last second into the backlog, evenly over its tenths.
fn spread(backlog: &mut Ring<(SimTime, u32)>, now: SimTime, writes: u32) {
    for tenth in 0..10_u32 {
        let count = writes * (tenth + 1) / 10 - writes * tenth / 10;
        if count > 0 {
            backlog.push_back((now - Span::from_ms(u64::from(1000 - tenth * 100)), count));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes at one rate for a while, then at another; the lag after each second.
    fn lags(phases: &[(u32, u32)], apply_rps: f64) -> Vec<f64> {
        let mut replication = Replication::new(0, apply_rps, Span::ZERO);
        let mut now = SimTime::ZERO;
        let mut lags = Vec::new();
        for (writes, seconds) in phases {
            for _ in 0..*seconds {
                now += Span::from_s(1);
                spread(&mut replication.backlog, now, *writes);
                replication.work(now, true);
                lags.push(replication.lag(now).as_s_f64());
            }
        }
        lags
    }

    #[test]
    fn a_thousand_writes_a_second_against_eight_hundred_applied_lag_sixty_seconds_after_five_minutes() {
        let lag = lags(&[(1000, 300)], 800.0)[299];
        assert!((lag - 60.0).abs() < 1.0, "{lag}");
    }

    #[test]
    fn the_backlog_drains_in_a_hundred_and_fifty_seconds_at_four_hundred_writes() {
        let lags = lags(&[(1000, 300), (400, 200)], 800.0);
        let drained = lags[300..].iter().position(|lag| *lag < 1.1).unwrap();
        assert!((148..=152).contains(&drained), "{drained}");
    }
}
