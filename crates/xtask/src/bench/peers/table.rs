//! The comparison as a table in Markdown.

use super::{Sample, Samples};
use crate::bench::table::{count, mebibytes, median, print_table};

const HEAD: [&str; 10] = [
    "network",
    "simulator",
    "requests/s",
    "requests",
    "kernel native ×",
    "kernel WASM ×",
    "parts native ×",
    "memory MiB",
    "mean ms",
    "off theory",
];

/// Which of ours the others are compared with: the columns between.
const COMPARED: [usize; 3] = [0, 1, 2];

pub(super) fn print<'a>(results: impl Iterator<Item = &'a Samples<'a>> + Clone, cpu_time: bool) {
    let rows = results.clone().map(|result| {
        let ratios = COMPARED.map(|ours| {
            let reference = results
                .clone()
                .find(|other| other.network.name == result.network.name && other.ours == Some(ours))
                .filter(|_| result.ours.is_none_or(|own| own != ours));
            reference.map_or_else(|| "–".into(), |reference| times(ratio(reference, result, cpu_time)))
        });
        let [kernel, in_browser, parts] = ratios;
        let samples = &result.samples;
        let mean = samples.iter().map(|sample| sample.mean_ms).sum::<f64>() / samples.len() as f64;
        let bytes: Vec<f64> = samples.iter().filter_map(|sample| sample.bytes).collect();
        [
            result.network.about.to_owned(),
            result.tool.clone(),
            count(median(samples.iter().map(|sample| rate(sample, cpu_time)))),
            count(median(samples.iter().map(|sample| sample.requests))),
            kernel,
            in_browser,
            parts,
            if bytes.is_empty() { "–".into() } else { mebibytes(median(bytes.into_iter())) },
            format!("{mean:.2}"),
            result.theory.map_or_else(|| "–".into(), |theory| format!("{:+.2} %", (mean / theory - 1.0) * 100.0)),
        ]
    });
    print_table(&HEAD, rows);
}

fn rate(sample: &Sample, cpu_time: bool) -> f64 {
    sample.requests / if cpu_time { sample.cpu_seconds.unwrap_or(sample.seconds) } else { sample.seconds }
}

/// Median of the ratios of the runs of one round: what slowed the machine slowed both.
fn ratio(ours: &Samples, other: &Samples, cpu_time: bool) -> f64 {
    let pairs = ours.samples.iter().zip(&other.samples);
    median(pairs.map(|(ours, other)| rate(ours, cpu_time) / rate(other, cpu_time)))
}

fn times(ratio: f64) -> String {
    if ratio >= 10.0 { format!("{ratio:.0}") } else { format!("{ratio:.2}") }
}
