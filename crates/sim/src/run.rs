//! A run: the engine with its history, checkpoints and timeline.

use ninepins_macros::{later, rare};
use ninepins_model::{Action, Design, Event};
use ninepins_report::{Cause, Gauges, LogEntry, LogFact, Outcome, Totals, Window};

use crate::engine::Engine;
use crate::kernel::{Histogram, SimTime};

/// Most and fewest windows that old ones are merged beyond, and the memory between, in bytes by estimate.
const WINDOWS: usize = 7_200;
const FEWEST_WINDOWS: usize = 256;
const WINDOW_BYTES: usize = 6 << 20;
/// Most log entries kept.
const LOG_ENTRIES: usize = 20_000;
/// Most checkpoints kept, less those in whose room there are windows; beyond it every second one goes and the interval doubles.
const CHECKPOINTS: usize = 120;
/// Memory that all checkpoints and windows may take, in bytes, by estimate.
const CHECKPOINT_BYTES: usize = 64 << 20;
/// First interval between checkpoints.
const CHECKPOINT_INTERVAL: SimTime = SimTime::from_s(5);

/// How an advance ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// At the time asked for.
    Reached,
    /// After the number of events asked for; there is more to do.
    EventLimit,
    /// At the end of the scenario.
    Finished,
    /// Stopped: too many requests in flight.
    Stopped,
}

/// How long requests took.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LatencySummary {
    /// How many.
    pub count: u64,
    /// Mean in microseconds.
    pub mean_us: f64,
    /// Smallest, in microseconds.
    pub min_us: u64,
    /// Median in microseconds; percentiles are nearest-rank within 0.4 %.
    pub p50_us: u64,
    /// 95th percentile in microseconds.
    pub p95_us: u64,
    /// 99th percentile in microseconds.
    pub p99_us: u64,
    /// Largest, in microseconds.
    pub max_us: u64,
}

/// Results since the start of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Failed requests by outcome and cause.
    pub failures: Vec<(Outcome, Cause, u64)>,
    /// Latency of all requests, then of assets, reads and writes.
    pub latency: [LatencySummary; 4],
    /// Time until requests failed, by outcome.
    pub failure_latency: Vec<(Outcome, LatencySummary)>,
}

/// A checkpoint: the engine's state at one time, and the bytes that it takes by estimate.
#[derive(Debug)]
struct Checkpoint {
    engine: Engine,
    bytes: usize,
}

/// The engine's state at one time.
#[derive(Debug)]
pub struct State(Engine);

#[rare]
impl State {
    /// Bytes that it takes, by the estimate that limits how many checkpoints are kept.
    pub fn estimated_bytes(&self) -> usize {
        self.0.estimated_bytes()
    }

    /// The most attempts that were in flight at one time since the start: requests of clients, fetches of edges, health
    /// checks.
    pub fn most_in_flight(&self) -> u32 {
        self.0.attempts.slots()
    }
}

/// A simulation of a design.
///
/// A run that went back keeps what it knows of its future, checkpoints and history, until something changes that future: it
/// goes forward again from the nearest checkpoint.
#[derive(Debug)]
pub struct Run {
    design: Design,
    pub(crate) engine: Engine,
    /// Closed windows up to now.
    windows: Vec<Window>,
    /// Those known already that end after now, the earliest last. Where old ones were merged, the first of them may have begun
    /// before now; its seconds are among `windows` until it is over.
    ahead: Vec<Window>,
    /// Everything known, also what is logged after now. An entry's place is its number.
    log: Vec<LogEntry>,
    /// The engine at several times, before and after now, the earliest first.
    checkpoints: Vec<Checkpoint>,
    interval: SimTime,
}

#[rare]
impl Run {
    /// A run of this design at its start. Any design runs: what is wrong with it happens.
    pub fn new(design: Design) -> Run {
        let design = design.without_annotations();
        let engine = Engine::compile(&design);
        let mut run = Run {
            design,
            engine,
            windows: Vec::new(),
            ahead: Vec::new(),
            log: Vec::new(),
            checkpoints: Vec::new(),
            interval: CHECKPOINT_INTERVAL,
        };
        run.collect();
        run
    }

    /// The design as it runs, with its timeline.
    pub fn design(&self) -> &Design {
        &self.design
    }

    /// Simulated time in nanoseconds.
    pub fn now_ns(&self) -> u64 {
        self.engine.now.as_ns()
    }

    /// The end of the scenario in nanoseconds.
    pub fn end_ns(&self) -> u64 {
        self.engine.end.as_ns()
    }

    /// Runs to `until_ns`, or until `max_events` events have happened. Where a slice ends never changes the result.
    pub fn advance(&mut self, until_ns: u64, max_events: u64) -> Progress {
        let until = SimTime::from_ns(until_ns).min(self.engine.end);
        let mut budget = max_events;
        // A slice may end in the middle of an instant: the rest of it comes first.
        while (self.engine.now < until || !self.engine.settled) && budget > 0 && !self.engine.stopped {
            let next = self.next_checkpoint().min(until);
            let before = self.engine.totals.events;
            let reached = self.engine.advance(next, budget, Engine::rarely);
            budget = budget.saturating_sub((self.engine.totals.events - before).max(1));
            self.collect();
            if reached && next == self.next_checkpoint() && !self.engine.stopped {
                self.keep_checkpoint();
            }
        }
        match () {
            () if self.engine.stopped => Progress::Stopped,
            () if !self.engine.settled => Progress::EventLimit,
            () if self.engine.now >= self.engine.end => Progress::Finished,
            () if self.engine.now >= until => Progress::Reached,
            () => Progress::EventLimit,
        }
    }

    /// Does something at the first whole millisecond that is still ahead, and returns it.
    pub fn act(&mut self, action: Action) -> u64 {
        let at_ms = self.engine.act(action);
        self.design.scenario.events.clone_from(&self.engine.events);
        self.forget_from(SimTime::from_ms(at_ms));
        at_ms
    }

    /// Goes to the last checkpoint at or before this time, back or forward, if that is nearer than now; the caller then advances.
    pub fn seek(&mut self, at_ns: u64) {
        let at = SimTime::from_ns(at_ns);
        if at < self.engine.now || self.checkpoints.last().is_some_and(|last| last.engine.now > self.engine.now) {
            self.go_to(at);
        }
    }

    /// Replaces the timeline. What came before the first difference is kept; if that lies in the past, the run goes back
    /// to a checkpoint before it, and the caller advances again.
    pub fn set_events(&mut self, events: Vec<Event>) {
        let mut events = events;
        Event::put_in_order(&mut events);
        let old = &self.engine.events;
        let same = old.iter().zip(&events).take_while(|(old, new)| old == new).count();
        let first_change = [old.get(same), events.get(same)].into_iter().flatten().map(|event| event.at_ms).min();
        let Some(at_ms) = first_change else { return };
        self.design.scenario.events.clone_from(&events);
        if SimTime::from_ms(at_ms) <= self.engine.now {
            let before = SimTime::from_ms(at_ms).as_ns().saturating_sub(1);
            self.turn_to(self.checkpoint_for(SimTime::from_ns(before)));
        }
        self.forget_from(SimTime::from_ms(at_ms));
        self.engine.events = events;
        self.collect();
    }

    /// Totals since the start.
    pub fn totals(&self) -> Totals {
        let totals = self.engine.totals;
        Totals { in_flight: totals.generated - totals.ok - totals.failed, ..totals }
    }

    /// The digest: every outcome and every control decision, hashed in order.
    pub fn digest(&self) -> u64 {
        self.engine.digest.value()
    }

    /// Closed windows from the start to now, the oldest merged where there are many.
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// The log from the start to now.
    pub fn log(&self) -> &[LogEntry] {
        &self.log[..self.log.len().min(self.engine.next_log as usize)]
    }

    /// The present state of parts, wires and members.
    pub fn gauges(&self) -> Gauges {
        self.engine.gauges()
    }

    /// A copy of the engine's state, as a checkpoint keeps one. For measurements.
    pub fn state(&self) -> State {
        State(self.engine.clone())
    }

    /// What does not add up; empty when all is well. For tests.
    pub fn violations(&self) -> Vec<String> {
        self.engine.violations()
    }

    /// Results since the start.
    pub fn summary(&self) -> Summary {
        let record = &self.engine.record;
        let failures = record.all_failures.iter().map(|((outcome, why), count)| (*outcome, *why, *count)).collect();
        let mut all = Histogram::new();
        for class in &record.latencies {
            all.merge(class);
        }
        let [asset, read, write] = &record.latencies;
        let failed = record.failure_latencies.iter();
        let failure_latency = failed.map(|(outcome, histogram)| (*outcome, summarise(histogram))).collect();
        Summary { failures, latency: [&all, asset, read, write].map(summarise), failure_latency }
    }

    fn next_checkpoint(&self) -> SimTime {
        let last = self.checkpoints.last().map_or(SimTime::ZERO, |checkpoint| checkpoint.engine.now);
        SimTime::from_ns(last.as_ns().saturating_add(self.interval.as_ns()))
    }

    /// Takes what the engine has recorded into the history.
    fn collect(&mut self) {
        for window in std::mem::take(&mut self.engine.record.fresh_windows) {
            if !self.ahead.is_empty() {
                self.meet_known_window(window);
                continue;
            }
            self.windows.push(window);
            if self.windows.len() > FEWEST_WINDOWS {
                self.thin_windows();
            }
        }
        for entry in self.engine.fresh_log.drain(..) {
            match self.log.len() {
                length if (entry.id as usize) < length => {}
                LOG_ENTRIES => self.log.push(LogEntry { fact: LogFact::LogFull, ..entry }),
                length if length < LOG_ENTRIES => self.log.push(entry),
                _ => {}
            }
        }
    }
}

#[later]
impl Run {
    /// Merges windows in the older half if all together take too much memory: into a quarter as many as are kept.
    fn thin_windows(&mut self) {
        let Some(last) = self.windows.last() else { return };
        let most = (WINDOW_BYTES / last.bytes_once_merged()).clamp(FEWEST_WINDOWS, WINDOWS);
        if self.windows.len() <= most {
            return;
        }
        let resolution_s = last.end_s().div_ceil(most as u32 / 4).next_power_of_two();
        let half = self.windows.len() / 2;
        let recent = self.windows.split_off(half);
        let mut thinned: Vec<Window> = Vec::with_capacity(half);
        for window in self.windows.drain(..) {
            match thinned.last_mut() {
                Some(last) if last.length_s + window.length_s <= resolution_s => last.merge(&window),
                _ => thinned.push(window),
            }
        }
        self.windows = thinned;
        self.windows.extend(recent);
    }

    fn keep_checkpoint(&mut self) {
        let bytes = self.engine.estimated_bytes();
        if bytes > CHECKPOINT_BYTES / 4 {
            // Too large to keep another: the run can still be replayed from an earlier one.
            self.interval = SimTime::from_ns(self.interval.as_ns().saturating_mul(2));
            return;
        }
        self.checkpoints.push(Checkpoint { engine: self.engine.clone(), bytes });
        let total: usize = self.checkpoints.iter().map(|checkpoint| checkpoint.bytes).sum();
        if total > self.room_for_checkpoints(total / self.checkpoints.len()) {
            let mut index = 0;
            // Those at even multiples of the interval stay, where windows that are merged end too.
            self.checkpoints.retain(|_| {
                index += 1;
                index % 2 == 0
            });
            self.interval = SimTime::from_ns(self.interval.as_ns().saturating_mul(2));
        }
    }

    /// Bytes for checkpoints of which one takes so many on average. Windows become more in the first hour of a run, and
    /// checkpoints fewer by as much, down to half, so that both together take no more than before.
    fn room_for_checkpoints(&self, mean: usize) -> usize {
        let room = CHECKPOINT_BYTES.min(CHECKPOINTS * mean);
        let windows = self.windows.last().map_or(0, |last| self.windows.len() * last.bytes_once_merged());
        room - windows.min(room / 2)
    }

    /// Goes to the last checkpoint at or before a time, unless now is nearer; before the first one the run starts anew.
    fn go_to(&mut self, at: SimTime) {
        let place = self.checkpoint_for(at);
        let now = self.engine.now;
        if at < now || place.is_some_and(|place| self.checkpoints[place].engine.now > now) {
            self.turn_to(place);
            self.collect();
        }
    }

    fn turn_to(&mut self, place: Option<usize>) {
        let events = std::mem::take(&mut self.engine.events);
        self.engine = match place {
            Some(place) => self.checkpoints[place].engine.resumed(),
            None => Engine::compile(&self.design),
        };
        self.engine.events = events;
        self.divide_windows();
    }

    /// The last checkpoint at or before a time at which a window ends: what is inside a merged window cannot be told apart.
    fn checkpoint_for(&self, at: SimTime) -> Option<usize> {
        let whole = &self.windows[..self.whole_windows()];
        let is_end = |second: u32| {
            whole.binary_search_by_key(&second, Window::end_s).is_ok()
                || self.ahead.binary_search_by(|window| second.cmp(&window.end_s())).is_ok()
        };
        let earlier = self.checkpoints.partition_point(|checkpoint| checkpoint.engine.now <= at);
        (0..earlier).rev().find(|place| is_end(seconds(self.checkpoints[*place].engine.now)))
    }

    /// How many of the windows up to now do not belong to one that lies ahead.
    fn whole_windows(&self) -> usize {
        let next = self.ahead.last().map_or(u32::MAX, |window| window.start_s);
        self.windows.partition_point(|window| window.start_s < next)
    }

    /// Divides the windows into those up to now and those ahead.
    fn divide_windows(&mut self) {
        let now = seconds(self.engine.now);
        self.windows.truncate(self.whole_windows());
        let past = self.windows.partition_point(|window| window.end_s() <= now);
        self.ahead.extend(self.windows.drain(past..).rev());
        while let Some(window) = self.ahead.pop_if(|window| window.end_s() <= now) {
            self.windows.push(window);
        }
    }

    /// A window was closed again: the known one that ends with it takes its place.
    fn meet_known_window(&mut self, window: Window) {
        match self.ahead.pop_if(|known| known.end_s() <= window.end_s()) {
            Some(known) => {
                self.windows.truncate(self.windows.partition_point(|window| window.start_s < known.start_s));
                self.windows.push(known);
            }
            None => self.windows.push(window),
        }
    }

    /// What was known from this time on, which is after now, is no longer so.
    fn forget_from(&mut self, at: SimTime) {
        self.checkpoints.retain(|checkpoint| checkpoint.engine.now < at);
        self.ahead.retain(|window| SimTime::from_s(u64::from(window.end_s())) < at);
        self.log.truncate(self.log.partition_point(|entry| entry.at_ns < at.as_ns()));
    }
}

/// Whole seconds up to a time.
fn seconds(time: SimTime) -> u32 {
    (time.as_ms() / 1000) as u32
}

#[rare]
fn summarise(histogram: &Histogram) -> LatencySummary {
    LatencySummary {
        count: histogram.count(),
        mean_us: histogram.mean().as_ns() as f64 / 1e3,
        min_us: histogram.min().as_us(),
        p50_us: histogram.quantile(0.5).as_us(),
        p95_us: histogram.quantile(0.95).as_us(),
        p99_us: histogram.quantile(0.99).as_us(),
        max_us: histogram.max().as_us(),
    }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
