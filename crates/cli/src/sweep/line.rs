//! One run's result as a line of JSON.

use std::collections::BTreeMap;

use ninepins_report::{bill, total_usd};
use ninepins_sim::Run;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::plan::Variation;
use crate::json::{Names, name, rounded, seconds};

/// The line. Counts are whole and fractions are rounded, so the same run is the same text wherever it was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    /// Its number in the sweep.
    pub(super) run: usize,
    pub(super) seed: u32,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) settings: BTreeMap<String, Value>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) faults: String,
    pub(super) simulated_s: f64,
    /// Whether it stopped before its end, because too many requests were in flight.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) stopped: bool,
    pub(super) generated: u64,
    pub(super) ok: u64,
    pub(super) failed: u64,
    /// Milliseconds of requests that ended ok.
    pub(super) p50_ms: f64,
    pub(super) p95_ms: f64,
    pub(super) p99_ms: f64,
    /// Failed requests by outcome, cause and part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) failures: Vec<Failed>,
    pub(super) cost_usd: f64,
    pub(super) digest: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Failed {
    pub(super) outcome: String,
    pub(super) cause: String,
    pub(super) part: String,
    pub(super) count: u64,
}

impl Line {
    pub(super) fn of(number: usize, variation: &Variation<'_>, run: &Run, stopped: bool) -> Line {
        let (totals, summary, names) = (run.totals(), run.summary(), Names::of(run));
        let milliseconds = |us: u64| rounded(us as f64 / 1e3);
        let mut failures: BTreeMap<[String; 3], u64> = BTreeMap::new();
        for (outcome, cause, count) in &summary.failures {
            let key = [name(outcome), name(&cause.kind), names.part(cause.part).to_owned()];
            *failures.entry(key).or_default() += count;
        }
        let failures = failures.into_iter();
        let all = &summary.latency[0];
        Line {
            run: number,
            seed: variation.seed,
            settings: variation.settings.iter().map(|(path, value)| ((*path).to_owned(), (*value).clone())).collect(),
            faults: variation.faults.to_owned(),
            simulated_s: seconds(run.now_ns()),
            stopped,
            generated: totals.generated,
            ok: totals.ok,
            failed: totals.failed,
            p50_ms: milliseconds(all.p50_us),
            p95_ms: milliseconds(all.p95_us),
            p99_ms: milliseconds(all.p99_us),
            failures: failures.map(|([outcome, cause, part], count)| Failed { outcome, cause, part, count }).collect(),
            cost_usd: rounded(total_usd(&bill(run.design(), &run.gauges().usage, seconds(run.now_ns())))),
            digest: format!("{:016x}", run.digest()),
        }
    }
}
