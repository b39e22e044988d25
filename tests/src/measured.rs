//! A run that is over, and what is asked of it.

use std::collections::BTreeMap;
use std::ops::{Deref, Range};

use ninepins_model::Design;
use ninepins_report::{Class, LogEntry, LogFact, Metric, Outcome, PartIndex, Window};
use ninepins_sim::Run;

use crate::draft::pid;

/// A run at its end.
#[derive(Debug)]
pub struct Measured {
    run: Run,
}

/// Requests that ended in a span of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tally {
    /// Ended ok, by class.
    pub ok: [u64; 3],
    /// Failed, by class.
    pub failed: [u64; 3],
    /// Started.
    pub started: u64,
    /// Failed, by outcome.
    pub failures: BTreeMap<Outcome, u64>,
}

impl Deref for Measured {
    type Target = Run;
    fn deref(&self) -> &Run {
        &self.run
    }
}

impl Measured {
    /// Runs a design to its end.
    ///
    /// # Panics
    /// If anything does not add up at the end.
    pub fn new(design: &Design) -> Self {
        let mut run = Run::new(design.clone());
        run.advance(run.end_ns(), u64::MAX);
        assert_eq!(run.violations(), Vec::<String>::new());
        Measured { run }
    }

    /// The index of a part.
    ///
    /// # Panics
    /// If the design has no such part.
    pub fn part(&self, id: &str) -> PartIndex {
        let id = pid(id);
        self.run.design().parts.keys().position(|other| *other == id).expect("the part exists") as PartIndex
    }

    /// The windows of these seconds.
    pub fn within(&self, seconds: Range<u32>) -> impl Iterator<Item = &Window> {
        self.run.windows().iter().filter(move |window| seconds.contains(&window.start_s))
    }

    /// What ended in these seconds.
    pub fn tally(&self, seconds: Range<u32>) -> Tally {
        let mut tally = Tally::default();
        for window in self.within(seconds) {
            for class in 0..3 {
                tally.ok[class] += u64::from(window.ok[class]);
                tally.failed[class] += u64::from(window.failed[class]);
                tally.started += u64::from(window.started[class]);
            }
            for failure in &window.failures {
                *tally.failures.entry(failure.outcome).or_default() += u64::from(failure.count);
            }
        }
        tally
    }

    /// Values of a part's metric in these seconds.
    ///
    /// # Panics
    /// If the part does not exist.
    pub fn values(&self, id: &str, metric: Metric, seconds: Range<u32>) -> Vec<f64> {
        let part = self.part(id);
        self.within(seconds).filter_map(|window| window.metric(part, metric)).map(f64::from).collect()
    }

    /// Mean of a part's metric over these seconds.
    pub fn mean(&self, id: &str, metric: Metric, seconds: Range<u32>) -> f64 {
        let values = self.values(id, metric, seconds);
        values.iter().sum::<f64>() / values.len() as f64
    }

    /// When the log first says this from a second on, in seconds since that second.
    pub fn first(&self, from: u32, says: impl Fn(&LogEntry) -> bool) -> Option<f64> {
        let mut entries = self.run.log().iter().filter(|entry| entry.at_ns >= u64::from(from) * 1_000_000_000);
        entries.find(|entry| says(entry)).map(|entry| entry.at_ns as f64 / 1e9 - f64::from(from))
    }

    /// The same for a fact alone.
    pub fn first_fact(&self, from: u32, says: impl Fn(&LogFact) -> bool) -> Option<f64> {
        self.first(from, |entry| says(&entry.fact))
    }

    /// How often the log says this.
    pub fn count(&self, says: impl Fn(&LogFact) -> bool) -> usize {
        self.run.log().iter().filter(|entry| says(&entry.fact)).count()
    }

    /// Mean latency in milliseconds of all requests that ended ok.
    pub fn mean_ms(&self) -> f64 {
        self.run.summary().latency[0].mean_us / 1e3
    }

    /// Mean latency in milliseconds of the requests of a class that ended ok.
    pub fn class_mean_ms(&self, class: Class) -> f64 {
        self.run.summary().latency[1 + class as usize].mean_us / 1e3
    }
}

impl Tally {
    /// All that ended.
    pub fn ended(&self) -> u64 {
        self.ok.iter().sum::<u64>() + self.failed.iter().sum::<u64>()
    }

    /// Share that failed, 0 to 1.
    pub fn error_share(&self) -> f64 {
        self.failed.iter().sum::<u64>() as f64 / self.ended().max(1) as f64
    }

    /// Share of a class that ended ok, 0 to 1.
    pub fn success_of(&self, class: Class) -> f64 {
        let (ok, failed) = (self.ok[class as usize], self.failed[class as usize]);
        ok as f64 / (ok + failed).max(1) as f64
    }

    /// The outcomes that failures had.
    pub fn kinds(&self) -> Vec<Outcome> {
        self.failures.keys().copied().collect()
    }
}
