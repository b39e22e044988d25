//! What was measured over a window of simulated time.

use serde::{Deserialize, Serialize};

use crate::{Cause, Metric, Outcome, PartIndex};

/// One closed window. Everything in it was counted from requests that ended, or started, inside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// Start in whole simulated seconds.
    pub start_s: u32,
    /// Length in seconds: 1, or more where old windows were merged.
    pub length_s: u32,
    /// Client requests that started, by class.
    pub started: [u32; 3],
    /// Client requests that ended ok, by class.
    pub ok: [u32; 3],
    /// Client requests that failed, by class.
    pub failed: [u32; 3],
    /// Attempts sent: first ones and retries.
    pub attempts: u32,
    /// Requests in flight at the end.
    pub in_flight: u32,
    /// Latency of requests that ended ok, in microseconds: median. In a merged window the worst second's.
    pub p50_us: u32,
    /// 95th percentile.
    pub p95_us: u32,
    /// 99th percentile.
    pub p99_us: u32,
    /// Failures by outcome and cause.
    pub failures: Vec<FailureCount>,
    /// Metrics of the parts.
    pub parts: Vec<PartSample>,
}

/// Failures of one outcome and cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailureCount {
    /// How the requests ended.
    pub outcome: Outcome,
    /// Why.
    pub cause: Cause,
    /// How many.
    pub count: u32,
}

/// Metrics of one part over a window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartSample {
    /// The part.
    pub part: PartIndex,
    /// Its metrics.
    pub metrics: Vec<(Metric, f32)>,
}

impl Window {
    /// All requests that ended ok.
    pub fn ok_total(&self) -> u32 {
        self.ok.iter().sum()
    }

    /// All requests that failed.
    pub fn failed_total(&self) -> u32 {
        self.failed.iter().sum()
    }

    /// A part's metric.
    pub fn metric(&self, part: PartIndex, metric: Metric) -> Option<f32> {
        let sample = self.parts.iter().find(|sample| sample.part == part)?;
        sample.metrics.iter().find(|(name, _)| *name == metric).map(|(_, value)| *value)
    }

    /// Merges the window that follows into this one: counts add up, percentiles keep the worst, gauges the later.
    pub fn merge(&mut self, next: &Window) {
        self.length_s += next.length_s;
        for class in 0..3 {
            self.started[class] += next.started[class];
            self.ok[class] += next.ok[class];
            self.failed[class] += next.failed[class];
        }
        self.attempts += next.attempts;
        self.in_flight = next.in_flight;
        self.p50_us = self.p50_us.max(next.p50_us);
        self.p95_us = self.p95_us.max(next.p95_us);
        self.p99_us = self.p99_us.max(next.p99_us);
        for failure in &next.failures {
            match self.failures.iter_mut().find(|own| own.outcome == failure.outcome && own.cause == failure.cause) {
                Some(own) => own.count += failure.count,
                None => self.failures.push(*failure),
            }
        }
        self.parts.clone_from(&next.parts);
    }
}
