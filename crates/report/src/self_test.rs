//! What a self-test measures of its run: the same reading natively and on the page.

use ninepins_model::Design;
use ninepins_model::self_tests::{FAULT_AT_S, SelfTest, part_index};

use crate::{Frame, LogEntry, LogFact, Metric, Window};

/// Seconds at the start of a run that are left out where a system fills up first.
const FILLING_S: u32 = 60;

/// What a run has told so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    windows: Vec<Window>,
    log: Vec<LogEntry>,
}

impl Told {
    /// Adds what a frame tells.
    pub fn add(&mut self, frame: Frame) {
        if frame.rewound {
            self.windows.clear();
            self.log.clear();
        }
        self.windows.extend(frame.windows);
        self.log.extend(frame.log);
    }

    /// What a whole run told.
    pub fn new(windows: &[Window], log: &[LogEntry]) -> Self {
        Told { windows: windows.to_vec(), log: log.to_vec() }
    }

    /// The windows of its measurements.
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// What the test measures; nothing if what it waits for did not happen.
    pub fn measure(&self, test: SelfTest, design: &Design) -> Option<f64> {
        match test {
            SelfTest::OneServerHalfBusy
            | SelfTest::OneServerFourFifthsBusy
            | SelfTest::TwoServers
            | SelfTest::EightServers
            | SelfTest::ConstantService
            | SelfTest::VariedService => self.response_ms(part_index(design, "alb")?),
            SelfTest::LittlesLaw => self.inside_by_rate_and_time(design),
            SelfTest::Conservation => Some(self.unaccounted()),
            SelfTest::HitRatio => self.hit_ratio(part_index(design, "cdn")?),
            SelfTest::EveryAttemptFails | SelfTest::HalfOfAttemptsFail => {
                let attempts: u32 = self.windows.iter().map(|window| window.attempts).sum();
                share(f64::from(attempts), self.started())
            }
            SelfTest::TargetDetection => self.first(|fact| matches!(fact, LogFact::TargetUnhealthy { .. })),
            SelfTest::DatabaseFailover => {
                let failing = self.windows.iter().rev().find(|window| window.failed_total() > 0)?;
                Some(f64::from(failing.start_s + failing.length_s) - f64::from(FAULT_AT_S))
            }
            SelfTest::ScalingAlarm => self.first(|fact| matches!(fact, LogFact::AlarmHigh { .. })),
        }
    }

    /// Mean time from the load balancer to a target and back, over all requests that ended ok.
    fn response_ms(&self, part: u16) -> Option<f64> {
        let (mut time, mut requests) = (0.0, 0.0);
        for window in self.steady() {
            let ok = f64::from(window.ok_total());
            time += ok * f64::from(window.metric(part, Metric::TargetResponseTime).unwrap_or_default());
            requests += ok;
        }
        share(time, requests)
    }

    /// Requests inside the servers, by what Little's law says of their rate and time.
    fn inside_by_rate_and_time(&self, design: &Design) -> Option<f64> {
        let servers = part_index(design, "servers")?;
        let (mut inside, mut rate, mut seconds) = (0.0, 0.0, 0.0);
        for window in self.steady() {
            inside += f64::from(window.metric(servers, Metric::ActiveRequests).unwrap_or_default());
            rate += f64::from(window.metric(servers, Metric::RequestCount).unwrap_or_default());
            seconds += 1.0;
        }
        let time_s = self.response_ms(part_index(design, "alb")?)? / 1000.0;
        share(inside / f64::max(seconds, 1.0), rate / f64::max(seconds, 1.0) * time_s)
    }

    fn hit_ratio(&self, cdn: u16) -> Option<f64> {
        let (mut requests, mut fetches) = (0.0, 0.0);
        for window in self.steady() {
            requests += f64::from(window.ok_total());
            fetches += f64::from(window.metric(cdn, Metric::OriginRequests).unwrap_or_default());
        }
        share(100.0 * (requests - fetches), requests)
    }

    /// Requests that started and never ended, or the other way round.
    fn unaccounted(&self) -> f64 {
        let ended: u32 = self.windows.iter().map(|window| window.ok_total() + window.failed_total()).sum();
        (self.started() - f64::from(ended)).abs()
    }

    fn started(&self) -> f64 {
        self.windows.iter().map(|window| window.started.iter().sum::<u32>()).map(f64::from).sum()
    }

    fn steady(&self) -> impl Iterator<Item = &Window> {
        self.windows.iter().filter(|window| window.start_s >= FILLING_S)
    }

    /// Seconds from the fault until the log first says this.
    fn first(&self, says: impl Fn(&LogFact) -> bool) -> Option<f64> {
        let fault_ns = u64::from(FAULT_AT_S) * 1_000_000_000;
        let entry = self.log.iter().find(|entry| entry.at_ns >= fault_ns && says(&entry.fact))?;
        Some((entry.at_ns - fault_ns) as f64 / 1e9)
    }
}

fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}
