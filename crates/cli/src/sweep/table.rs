//! The results of a sweep for a person: a row for each combination of settings and faults, over its seeds.

use std::collections::BTreeMap;

use super::book::Results;
use super::line::Line;

/// Columns after what was varied.
const MEASURED: [&str; 7] = ["runs", "success %", "least %", "p95 ms", "worst p95", "p99 ms", "USD"];

pub(super) fn table(results: &Results) -> String {
    let mut groups: BTreeMap<usize, (Vec<String>, Vec<&Line>)> = BTreeMap::new();
    let mut places: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for line in results.lines.values() {
        let varied: Vec<String> =
            line.settings.values().map(ToString::to_string).chain([line.faults.clone()]).collect();
        let next = places.len();
        let place = *places.entry(varied.clone()).or_insert(next);
        groups.entry(place).or_insert_with(|| (varied, Vec::new())).1.push(line);
    }
    let first = results.lines.values().next();
    let titles = first.into_iter().flat_map(|line| line.settings.keys().cloned()).chain(["faults".to_owned()]);
    let titles: Vec<String> = titles.chain(MEASURED.map(str::to_owned)).collect();
    let rows = groups.into_values().map(|(varied, lines)| varied.into_iter().chain(measured(&lines)).collect());
    aligned(titles, rows.collect())
}

fn measured(lines: &[&Line]) -> [String; 7] {
    let share = |line: &Line| 100.0 * line.ok as f64 / (line.ok + line.failed).max(1) as f64;
    let mean = |value: fn(&Line) -> f64| lines.iter().map(|line| value(line)).sum::<f64>() / lines.len() as f64;
    let (ok, all) = lines.iter().fold((0, 0), |(ok, all), line| (ok + line.ok, all + line.ok + line.failed));
    [
        lines.len().to_string(),
        format!("{:.3}", 100.0 * ok as f64 / all.max(1) as f64),
        format!("{:.3}", lines.iter().map(|line| share(line)).fold(f64::INFINITY, f64::min)),
        format!("{:.1}", mean(|line| line.p95_ms)),
        format!("{:.1}", lines.iter().map(|line| line.p95_ms).fold(0.0, f64::max)),
        format!("{:.1}", mean(|line| line.p99_ms)),
        format!("{:.4}", mean(|line| line.cost_usd)),
    ]
}

fn aligned(titles: Vec<String>, rows: Vec<Vec<String>>) -> String {
    let all: Vec<Vec<String>> = [titles].into_iter().chain(rows).collect();
    // A column in which nothing is written is left out.
    let is_written = |column: usize| all.iter().skip(1).any(|row| !row[column].is_empty());
    let columns: Vec<usize> = (0..all[0].len()).filter(|column| is_written(*column)).collect();
    let width = |column: usize| all.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<(usize, usize)> = columns.into_iter().map(|column| (column, width(column))).collect();
    let row = |row: &Vec<String>| {
        let cells = widths.iter().map(|(column, width)| format!("{:>width$}", row[*column]));
        cells.collect::<Vec<_>>().join("  ") + "\n"
    };
    all.iter().map(row).collect()
}
