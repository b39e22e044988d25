//! The speeds as a table in Markdown, so that it can be kept as it is.

use super::{Sample, Samples};
use crate::progress;

const HEAD: [&str; 11] = [
    "workload",
    "",
    "requests/s",
    "API requests/s",
    "events/s",
    "hops/s",
    "simulated s per s",
    "failed",
    "peak memory MiB",
    "WASM/native",
    "same bits",
];

pub(super) fn print(results: &[Samples], cpu_time: bool) {
    let rows = results.iter().map(|result| {
        let native = results.iter().find(|other| other.workload.name == result.workload.name).unwrap_or(result);
        cells(result, native, cpu_time)
    });
    print_table(&HEAD, rows);
}

/// Prints a table whose first column is text and whose others are numbers.
pub(super) fn print_table<const COLUMNS: usize>(head: &[&str; COLUMNS], rows: impl Iterator<Item = [String; COLUMNS]>) {
    let line = |cells: &[String]| progress::plain(&format!("| {} |", cells.join(" | ")));
    line(&head.map(str::to_owned));
    let mut columns = head.map(|_| "---:".to_owned());
    columns[0] = "---".into();
    line(&columns);
    rows.for_each(|row| line(&row));
}

fn cells(result: &Samples, native: &Samples, cpu_time: bool) -> [String; HEAD.len()] {
    let samples = &result.samples;
    let is_architecture = samples.iter().any(|sample| sample.hops > 0.0);
    let rates = |amount: fn(&Sample) -> f64| samples.iter().map(move |sample| amount(sample) / time(sample, cpu_time));
    let rate = |amount| count(median(rates(amount)));
    let best = count(rates(|sample| sample.requests).fold(0.0, f64::max));
    let rate_of_architecture = |amount| if is_architecture { rate(amount) } else { "–".into() };
    let failed = median_of(samples, |sample| (sample.hops > 0.0).then(|| sample.failed / sample.requests * 100.0));
    [
        result.workload.about.into(),
        result.machine.into(),
        format!("{} ({best})", rate(|sample| sample.requests)),
        rate_of_architecture(|sample: &Sample| sample.api_requests),
        rate(|sample| sample.events),
        rate_of_architecture(|sample: &Sample| sample.hops),
        rate_of_architecture(|sample: &Sample| sample.simulated_ns / 1e9),
        or_dash(failed.map(|percent| format!("{percent:.3} %"))),
        or_dash(median_of(samples, |sample| sample.bytes).map(mebibytes)),
        or_dash(
            (result.machine != native.machine).then(|| format!("{:.2}", ratio(samples, &native.samples, cpu_time))),
        ),
        if samples.iter().chain(&native.samples).all(|sample| sample.checksum == samples[0].checksum) {
            "yes".into()
        } else {
            "NO".into()
        },
    ]
}

fn time(sample: &Sample, cpu_time: bool) -> f64 {
    if cpu_time { sample.cpu_seconds.unwrap_or(sample.seconds) } else { sample.seconds }
}

/// Median of the ratios of neighbouring runs: what slowed the machine slowed both.
fn ratio(wasm: &[Sample], native: &[Sample], cpu_time: bool) -> f64 {
    median(wasm.iter().zip(native).map(|(wasm, native)| time(native, cpu_time) / time(wasm, cpu_time)))
}

pub(super) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Median of a value that not every sample has.
pub(super) fn median_of(samples: &[Sample], value: impl Fn(&Sample) -> Option<f64>) -> Option<f64> {
    let values: Vec<f64> = samples.iter().filter_map(value).collect();
    if values.is_empty() { None } else { Some(median(values.into_iter())) }
}

pub(super) fn or_dash(text: Option<String>) -> String {
    text.unwrap_or_else(|| "–".into())
}

/// A number as one reads it: millions and thousands.
pub(super) fn count(value: f64) -> String {
    match value {
        value if value >= 1e6 => format!("{:.2} M", value / 1e6),
        value if value >= 1e4 => format!("{:.0} k", value / 1e3),
        value => format!("{value:.0}"),
    }
}

pub(super) fn mebibytes(bytes: f64) -> String {
    format!("{:.1}", bytes / f64::from(1 << 20))
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
