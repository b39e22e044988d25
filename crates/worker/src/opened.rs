//! A design that runs, and what the page has been told of it.

use ninepins_model::{Action, Design, Event};
use ninepins_report::{Frame, LogEntry, RunState, Window};
use ninepins_sim::{Progress, Run};

/// Events between two looks at the clock: well under a millisecond.
const SLICE_EVENTS: u64 = 4000;

const NANOSECONDS: u64 = 1_000_000;

/// A run and the page's view of it.
pub(crate) struct Opened {
    generation: u32,
    run: Run,
    /// Where an opening or a seek asked to go, until that time is reached.
    target_ns: Option<u64>,
    stopped: bool,
    told: Told,
}

/// How much of the run the page has. Each generation starts anew, because the page drops frames of older ones.
#[derive(Default)]
struct Told {
    something: bool,
    /// End of the last window, in simulated seconds.
    until_s: u32,
    log: usize,
}

impl Opened {
    pub(crate) fn new(generation: u32, design: Design, at_ms: u64) -> Self {
        let run = Run::new(design);
        let mut opened = Opened { generation, run, target_ns: None, stopped: false, told: Told::default() };
        opened.seek(generation, at_ms);
        opened
    }

    pub(crate) fn generation(&self) -> u32 {
        self.generation
    }

    /// Whether what came before the first different event can be kept.
    pub(crate) fn differs_only_in_events(&self, design: &Design) -> bool {
        self.run.design().runs_like_until_events(design)
    }

    pub(crate) fn replace_events(&mut self, generation: u32, events: Vec<Event>, at_ms: u64) {
        self.run.set_events(events);
        self.seek(generation, at_ms);
    }

    pub(crate) fn seek(&mut self, generation: u32, at_ms: u64) {
        let at_ns = at_ms.saturating_mul(NANOSECONDS).min(self.run.end_ns());
        self.run.seek(at_ns);
        self.generation = generation;
        self.target_ns = Some(at_ns);
        self.stopped = false;
        self.told = Told::default();
    }

    pub(crate) fn act(&mut self, action: Action) -> u64 {
        self.run.act(action)
    }

    /// Runs to the end of a catch-up, then towards `until_ms`, while there is time. Where it stops changes no result.
    pub(crate) fn advance(&mut self, until_ms: u64, has_time: impl Fn() -> bool) {
        loop {
            let until_ns = self.target_ns.unwrap_or(until_ms.saturating_mul(NANOSECONDS)).min(self.run.end_ns());
            let reached = until_ns <= self.run.now_ns() || {
                let progress = self.run.advance(until_ns, SLICE_EVENTS);
                self.stopped = matches!(progress, Progress::Stopped);
                !matches!(progress, Progress::EventLimit)
            };
            let was_catching_up = reached && self.target_ns.take().is_some();
            if self.stopped || (reached && !was_catching_up) || !has_time() {
                return;
            }
        }
    }

    /// What is new since the last frame of this generation.
    pub(crate) fn frame(&mut self, gauges: bool) -> Frame {
        let rewound = !self.told.something || self.told.cuts_a_window(self.run.windows());
        if rewound {
            self.told = Told { something: true, ..Told::default() };
        }
        let (windows, log) = self.told.news(self.run.windows(), self.run.log());
        Frame {
            now_ns: self.run.now_ns(),
            state: self.state(),
            totals: self.run.totals(),
            windows,
            log,
            rewound,
            gauges: gauges.then(|| self.run.gauges()),
            digest: self.run.digest(),
        }
    }

    fn state(&self) -> RunState {
        if self.stopped {
            RunState::Stopped
        } else if self.target_ns.is_some() {
            RunState::CatchingUp
        } else if self.run.now_ns() >= self.run.end_ns() {
            RunState::Finished
        } else {
            RunState::Running
        }
    }
}

impl Told {
    /// Whether old windows were merged across the last one told, so that no window continues from it.
    fn cuts_a_window(&self, windows: &[Window]) -> bool {
        let next = windows.partition_point(|window| window.start_s + window.length_s <= self.until_s);
        windows.get(next).is_some_and(|window| window.start_s < self.until_s)
    }

    fn news(&mut self, windows: &[Window], log: &[LogEntry]) -> (Vec<Window>, Vec<LogEntry>) {
        let next = windows.partition_point(|window| window.start_s < self.until_s);
        let windows = windows[next..].to_vec();
        if let Some(last) = windows.last() {
            self.until_s = last.start_s + last.length_s;
        }
        let log = log[self.log.min(log.len())..].to_vec();
        self.log += log.len();
        (windows, log)
    }
}
