//! A station: servers that each serve one job at a time, and one line of jobs that wait for them, in order of arrival
//! unless told otherwise.
//!
//! It keeps the line and the counts; how long a job is served is the caller's to choose, and so are the events. A CPU, a
//! thread pool, a connection pool and a disk are all stations.

use super::ring::Ring;
use super::series::TimeWeighted;
use super::slab::Slot;
use super::time::SimTime;

/// What became of a job that arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// A server took it at once: the caller schedules its departure.
    Started,
    /// It waits; a later [`Station::depart`] or [`Station::start_next`] hands it out.
    Queued,
    /// The line is full; the station did not take it.
    Refused,
}

/// `servers` servers and a line of at most `limit` waiting jobs, first come, first served unless it is last in, first out.
#[derive(Clone, Debug)]
pub struct Station {
    servers: u32,
    limit: u32,
    newest_first: bool,
    queue: Ring<Slot>,
    busy: TimeWeighted,
    waiting: TimeWeighted,
}

impl Station {
    /// A line without a limit.
    pub const UNLIMITED: u32 = u32::MAX;

    /// An idle station of `servers` servers (0 or more) where at most `limit` jobs may wait.
    pub const fn new(now: SimTime, servers: u32, limit: u32) -> Self {
        let (busy, waiting) = (TimeWeighted::new(now, 0), TimeWeighted::new(now, 0));
        Self { servers, limit, newest_first: false, queue: Ring::new(), busy, waiting }
    }

    /// The same with the job that came last as the next one.
    pub fn newest_first(mut self, newest_first: bool) -> Self {
        self.newest_first = newest_first;
        self
    }

    #[inline]
    fn take_next(&mut self) -> Option<Slot> {
        if self.newest_first { self.queue.pop_back() } else { self.queue.pop_front() }
    }

    /// A job arrives: it starts if a server is free, else it waits, else it is refused.
    #[inline]
    pub fn arrive(&mut self, now: SimTime, job: Slot) -> Admission {
        // After a growth the caller may not have started the waiting jobs yet: nobody may overtake them.
        if self.queue.is_empty() && self.busy.value() < u64::from(self.servers) {
            self.busy.set(now, self.busy.value() + 1);
            return Admission::Started;
        }
        if self.queue.len() >= self.limit as usize {
            return Admission::Refused;
        }
        self.queue.push_back(job);
        self.waiting.add(now, 1);
        Admission::Queued
    }

    /// One running job ends, finished or given up. Returns the job that starts in its place, if any.
    #[inline]
    pub fn depart(&mut self, now: SimTime) -> Option<Slot> {
        let busy = self.busy.value();
        debug_assert!(busy > 0, "nothing is running here");
        if busy <= u64::from(self.servers)
            && let Some(next) = self.take_next()
        {
            // The server goes from one job to the next: the number of busy servers does not change.
            self.waiting.add(now, -1);
            return Some(next);
        }
        self.busy.set(now, busy.saturating_sub(1));
        None
    }

    /// Starts the next job if a server is free. To be called until it gives nothing after
    /// [`Station::set_servers`].
    #[inline]
    pub fn start_next(&mut self, now: SimTime) -> Option<Slot> {
        if self.busy.value() >= u64::from(self.servers) {
            return None;
        }
        let next = self.take_next()?;
        self.waiting.add(now, -1);
        self.busy.add(now, 1);
        Some(next)
    }

    /// Changes the number of servers. Running jobs go on even if there are more of them than servers now; jobs that may
    /// start are handed out by [`Station::start_next`].
    pub fn set_servers(&mut self, servers: u32) {
        self.servers = servers;
    }

    /// Changes how many jobs may wait. Those that wait already stay.
    pub fn set_limit(&mut self, limit: u32) {
        self.limit = limit;
    }

    /// A waiting job gives up. Returns whether it was waiting. The search starts with the job that has waited longest,
    /// which is nearly always the one whose time is over.
    pub fn withdraw(&mut self, now: SimTime, job: Slot) -> bool {
        let Some(offset) = self.queue.iter().position(|waiting| waiting == job) else {
            return false;
        };
        self.queue.remove(offset);
        self.waiting.add(now, -1);
        true
    }

    /// A crash: nothing runs and nothing waits any more. Puts the waiting jobs, in order, at the end of `lost` and returns
    /// how many were running. The station does not keep who is running: the caller's jobs know where they are.
    pub fn crash(&mut self, now: SimTime, lost: &mut Vec<Slot>) -> u32 {
        let running = self.running();
        lost.extend(self.queue.iter());
        self.queue.clear();
        self.waiting.set(now, 0);
        self.busy.set(now, 0);
        running
    }

    /// How many servers there are, whether busy or not.
    #[inline]
    pub const fn servers(&self) -> u32 {
        self.servers
    }

    /// How many jobs may wait at most.
    #[inline]
    pub const fn limit(&self) -> u32 {
        self.limit
    }

    /// How many jobs are being served.
    #[inline]
    pub const fn running(&self) -> u32 {
        self.busy.value() as u32
    }

    /// How many jobs wait.
    #[inline]
    pub const fn queued(&self) -> u32 {
        self.queue.len() as u32
    }

    /// The waiting jobs, the one that has waited longest first.
    pub fn waiting_jobs(&self) -> impl Iterator<Item = Slot> + '_ {
        self.queue.iter()
    }

    /// Busy servers over time; its integral is the work done, in server-nanoseconds.
    #[inline]
    pub const fn busy(&self) -> &TimeWeighted {
        &self.busy
    }

    /// Waiting jobs over time.
    #[inline]
    pub const fn waiting(&self) -> &TimeWeighted {
        &self.waiting
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn job(index: u32) -> Slot {
        Slot { index, generation: 0 }
    }

    fn at(ms: u64) -> SimTime {
        SimTime::from_ms(ms)
    }

    /// One server, and the given number of jobs arrived at 0 ms.
    fn station_with(jobs: u32, limit: u32) -> Station {
        let mut station = Station::new(SimTime::ZERO, 1, limit);
        (0..jobs).for_each(|index| {
            station.arrive(at(0), job(index));
        });
        station
    }

    #[test]
    fn a_job_that_finds_a_free_server_starts() {
        assert_eq!(station_with(0, 5).arrive(at(0), job(0)), Admission::Started);
    }

    #[test]
    fn a_job_that_finds_all_servers_busy_waits() {
        assert_eq!(station_with(1, 5).arrive(at(0), job(1)), Admission::Queued);
    }

    #[test]
    fn a_job_that_finds_the_line_full_is_refused() {
        assert_eq!(station_with(3, 2).arrive(at(0), job(3)), Admission::Refused);
    }

    #[test]
    fn the_job_that_has_waited_longest_is_next() {
        assert_eq!(station_with(3, 5).depart(at(1)), Some(job(1)));
    }

    #[test]
    fn where_the_newest_is_first_the_job_that_came_last_is_next() {
        let mut station = station_with(3, 5).newest_first(true);
        assert_eq!([station.depart(at(1)), station.depart(at(2))], [Some(job(2)), Some(job(1))]);
    }

    #[test]
    fn nothing_starts_where_the_servers_were_taken_away() {
        let mut station = station_with(3, 5);
        station.set_servers(0);
        assert_eq!(station.depart(at(1)), None);
    }

    #[test]
    fn a_new_server_starts_the_job_that_has_waited_longest() {
        let mut station = station_with(3, 5);
        station.set_servers(2);
        assert_eq!(station.start_next(at(1)), Some(job(1)));
    }

    #[test]
    fn a_newcomer_does_not_overtake_those_who_wait_for_a_new_server() {
        let mut station = station_with(3, 5);
        station.set_servers(2);
        assert_eq!(station.arrive(at(1), job(9)), Admission::Queued);
    }

    #[test]
    fn a_crash_gives_back_the_waiting_jobs_in_order() {
        let mut lost = Vec::new();
        station_with(3, 5).crash(at(1), &mut lost);
        assert_eq!(lost, [job(1), job(2)]);
    }

    #[test]
    fn a_withdrawn_job_is_passed_over() {
        let mut station = station_with(3, 5);
        station.withdraw(at(1), job(1));
        assert_eq!(station.depart(at(2)), Some(job(2)));
    }

    #[test]
    fn three_milliseconds_of_one_server_are_three_milliseconds_of_work() {
        let mut station = station_with(1, 5);
        station.depart(at(3));
        assert_eq!(station.busy().integral(at(10)), 3_000_000);
    }

    proptest! {
        #[test]
        fn every_job_is_running_waiting_gone_or_refused_and_no_server_idles_while_one_waits(
            actions in prop::collection::vec((0_u8..6, 0_u32..4), 0..200),
        ) {
            let mut station = Station::new(SimTime::ZERO, 2, 5);
            let (mut now, mut accepted, mut gone) = (0, 0, 0);
            for (action, amount) in actions {
                now += 1;
                match action {
                    0 if station.running() > 0 => {
                        station.depart(at(now));
                        gone += 1;
                    }
                    1 => station.set_servers(amount),
                    2 if amount == 0 => {
                        let mut lost = Vec::new();
                        gone += station.crash(at(now), &mut lost) + lost.len() as u32;
                    }
                    _ => accepted += u32::from(station.arrive(at(now), job(now as u32)) != Admission::Refused),
                }
                while station.start_next(at(now)).is_some() {}
                prop_assert_eq!(accepted, gone + station.running() + station.queued());
                prop_assert!(station.queued() == 0 || station.running() >= station.servers());
                prop_assert_eq!(u64::from(station.queued()), station.waiting().value());
            }
        }
    }
}
