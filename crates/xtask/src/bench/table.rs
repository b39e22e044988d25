//! The results as a table in Markdown, so that it can be kept as it is.

use super::{Sample, Samples};
use crate::progress;

const HEAD: [&str; 12] = [
    "workload",
    "",
    "requests/s",
    "API requests/s",
    "events/s",
    "hops/s",
    "simulated s per s",
    "failed",
    "rewind µs",
    "memory MiB",
    "WASM/native",
    "same bits",
];

pub(super) fn print(results: &[Samples]) {
    progress::plain(&line(HEAD.map(str::to_owned)));
    progress::plain(&line(HEAD.map(|name| if name == "workload" { "---".into() } else { "---:".into() })));
    for result in results {
        let native = results.iter().find(|other| other.workload.name == result.workload.name).unwrap_or(result);
        progress::plain(&line(cells(result, native)));
    }
}

fn line(cells: [String; HEAD.len()]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn cells(result: &Samples, native: &Samples) -> [String; HEAD.len()] {
    let samples = &result.samples;
    let is_architecture = samples.iter().any(|sample| sample.hops > 0.0);
    let rates = |amount: fn(&Sample) -> f64| samples.iter().map(move |sample| amount(sample) / sample.seconds);
    let rate = |amount| count(median(rates(amount)));
    let best = count(rates(|sample| sample.requests).fold(0.0, f64::max));
    let rate_of_architecture = |amount| if is_architecture { rate(amount) } else { "–".into() };
    let median_of = |value: fn(&Sample) -> Option<f64>| {
        let values: Vec<f64> = samples.iter().filter_map(value).collect();
        if values.is_empty() { None } else { Some(median(values.into_iter())) }
    };
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".into());
    let failed = median_of(|sample| (sample.hops > 0.0).then(|| sample.failed / sample.requests * 100.0));
    [
        result.workload.about.into(),
        result.machine.into(),
        format!("{} ({best})", rate(|sample| sample.requests)),
        rate_of_architecture(|sample: &Sample| sample.api_requests),
        rate(|sample| sample.events),
        rate_of_architecture(|sample: &Sample| sample.hops),
        rate_of_architecture(|sample: &Sample| sample.simulated_ns / 1e9),
        or_dash(failed.map(|percent| format!("{percent:.3} %"))),
        or_dash(median_of(|sample| sample.rewind_us).map(|time| format!("{time:.0}"))),
        or_dash(median_of(|sample| sample.bytes).map(|bytes| format!("{:.1}", bytes / f64::from(1 << 20)))),
        or_dash((result.machine != native.machine).then(|| format!("{:.2}", ratio(samples, &native.samples)))),
        if samples.iter().chain(&native.samples).all(|sample| sample.checksum == samples[0].checksum) {
            "yes".into()
        } else {
            "NO".into()
        },
    ]
}

/// Median of the ratios of neighbouring runs: what slowed the machine slowed both.
fn ratio(wasm: &[Sample], native: &[Sample]) -> f64 {
    median(wasm.iter().zip(native).map(|(wasm, native)| native.seconds / wasm.seconds))
}

pub(super) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// A number as one reads it: millions and thousands.
pub(super) fn count(value: f64) -> String {
    match value {
        value if value >= 1e6 => format!("{:.2} M", value / 1e6),
        value if value >= 1e4 => format!("{:.0} k", value / 1e3),
        value => format!("{value:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, median};

    #[test]
    fn the_median_is_not_moved_by_one_slow_run() {
        assert_eq!(median([1.0, 900.0, 2.0].into_iter()), 2.0);
    }

    #[test]
    fn large_numbers_are_shortened() {
        assert_eq!([1_234_567.0, 87_600.0, 1234.0].map(count), ["1.23 M", "88 k", "1234"]);
    }
}
