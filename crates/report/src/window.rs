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
    /// What its seconds ranged over, where it was merged.
    pub extremes: Option<Extremes>,
}

/// What the seconds of a merged window ranged over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extremes {
    /// Least and most requests in flight at a second's end.
    pub in_flight: [u32; 2],
    /// The best second's median, 95th and 99th percentile in microseconds; the window itself has the worst second's.
    pub least_us: [u32; 3],
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
    /// Its metrics; in a merged window their means.
    pub metrics: Vec<(Metric, f32)>,
    /// In a merged window the least and the most of each metric, in the same order; else empty.
    pub extremes: Vec<[f32; 2]>,
}

impl PartSample {
    /// The least and the most that the metric at this place was in a second.
    pub fn range(&self, place: usize) -> [f32; 2] {
        let value = self.metrics.get(place).map_or(0.0, |(_, value)| *value);
        self.extremes.get(place).copied().unwrap_or([value; 2])
    }

    /// Merges what follows, given how long both are in seconds.
    fn merge(&mut self, next: &PartSample, lengths: [u32; 2]) {
        self.extremes = (0..self.metrics.len()).map(|place| self.range(place)).collect();
        for (place, (metric, value)) in next.metrics.iter().enumerate() {
            let [low, high] = next.range(place);
            let Some(own) = self.metrics.iter().position(|(name, _)| name == metric) else {
                self.metrics.push((*metric, *value));
                self.extremes.push([low, high]);
                continue;
            };
            let [first, second] = lengths.map(|length| length as f32);
            let mean = &mut self.metrics[own].1;
            // What stays the same is not rounded.
            if mean != value {
                *mean = (*mean * first + value * second) / (first + second);
            }
            let range = &mut self.extremes[own];
            *range = [range[0].min(low), range[1].max(high)];
        }
    }
}

impl Window {
    /// End in whole simulated seconds.
    pub const fn end_s(&self) -> u32 {
        self.start_s + self.length_s
    }

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

    /// Bytes that it takes with the extremes of its parts' metrics, by estimate, which is the same on every machine.
    pub fn bytes_once_merged(&self) -> usize {
        let of_parts = self.parts.iter().map(|sample| 96 + 16 * sample.metrics.len());
        224 + of_parts.sum::<usize>()
    }

    /// What its seconds ranged over.
    pub fn range(&self) -> Extremes {
        let own = Extremes { in_flight: [self.in_flight; 2], least_us: [self.p50_us, self.p95_us, self.p99_us] };
        self.extremes.unwrap_or(own)
    }

    /// Merges the window that follows into this one: counts add up, percentiles keep the worst, requests in flight the later,
    /// metrics of parts their mean; the extremes of all are kept.
    pub fn merge(&mut self, next: &Window) {
        let lengths = [self.length_s, next.length_s];
        let ([one, other], mut least_us) = ([self.range(), next.range()], [0; 3]);
        for (place, least) in least_us.iter_mut().enumerate() {
            *least = one.least_us[place].min(other.least_us[place]);
        }
        let in_flight = [one.in_flight[0].min(other.in_flight[0]), one.in_flight[1].max(other.in_flight[1])];
        self.extremes = Some(Extremes { in_flight, least_us });
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
        for sample in &next.parts {
            match self.parts.iter_mut().find(|own| own.part == sample.part) {
                Some(own) => own.merge(sample, lengths),
                None => self.parts.push(sample.clone()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(start_s: u32, in_flight: u32, p95_us: u32, cpu: f32) -> Window {
        Window {
            start_s,
            length_s: 1,
            started: [2, 1, 0],
            ok: [1, 1, 0],
            failed: [1, 0, 0],
            attempts: 4,
            in_flight,
            p50_us: 10,
            p95_us,
            p99_us: 900,
            failures: Vec::new(),
            parts: vec![PartSample { part: 3, metrics: vec![(Metric::CpuUtilization, cpu)], extremes: Vec::new() }],
            extremes: None,
        }
    }

    fn merged(seconds: &[Window]) -> Window {
        let mut all = seconds[0].clone();
        seconds[1..].iter().for_each(|next| all.merge(next));
        all
    }

    #[test]
    fn what_is_merged_keeps_totals_means_and_extremes_in_whatever_steps() {
        let seconds =
            [second(0, 5, 300, 10.0), second(1, 9, 100, 90.0), second(2, 1, 200, 20.0), second(3, 4, 250, 40.0)];
        let at_once = merged(&seconds);
        let in_pairs = merged(&[merged(&seconds[..2]), merged(&seconds[2..])]);
        for all in [at_once, in_pairs] {
            assert_eq!((all.start_s, all.end_s(), all.started, all.attempts), (0, 4, [8, 4, 0], 16));
            assert_eq!((all.in_flight, all.p95_us), (4, 300));
            assert_eq!(all.extremes, Some(Extremes { in_flight: [1, 9], least_us: [10, 100, 900] }));
            assert_eq!(all.metric(3, Metric::CpuUtilization), Some(40.0));
            assert_eq!(all.parts[0].range(0), [10.0, 90.0]);
        }
    }

    #[test]
    fn a_metric_that_begins_later_is_kept() {
        let mut before = second(0, 0, 0, 1.0);
        before.parts.clear();
        assert_eq!(merged(&[before, second(1, 0, 0, 7.0)]).metric(3, Metric::CpuUtilization), Some(7.0));
    }
}
