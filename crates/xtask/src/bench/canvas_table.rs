//! The canvas's results as a table in Markdown, ours beside React Flow's.

use super::canvas::Sample;
use super::table::median;
use crate::progress;

const OWN: &str = "ninepins";
const LIVE: &str = "react-flow";
const STATIC: &str = "react-flow-static";
const HEAD: [&str; 9] = [
    "parts / wires",
    "gesture",
    "ms a frame, median (95th percentile)",
    "React Flow, figures",
    "React Flow, static",
    "ours / React Flow with figures",
    "by the clock: ours",
    "React Flow, figures",
    "tasks > 50 ms: ours, React Flow with figures, static",
];

pub(super) fn print(samples: &[Sample]) {
    let starts: Vec<f64> =
        samples.iter().filter(|sample| sample.gesture == "start").flat_map(|s| s.wall.clone()).collect();
    if !starts.is_empty() {
        let text = starts.iter().map(|ms| format!("{:.2}", ms / 1000.0)).collect::<Vec<_>>().join(", ");
        let middle = median(starts.into_iter()) / 1000.0;
        progress::plain(&format!(
            "From navigation to the first running frame, processor 4 times as slow: {middle:.2} s ({text})\n"
        ));
    }
    progress::plain(&line(HEAD.map(str::to_owned)));
    progress::plain(&line(HEAD.map(|name| if name == "gesture" { "---".into() } else { "---:".into() })));
    let mut rows: Vec<(u32, u32, &str)> = Vec::new();
    for sample in samples.iter().filter(|sample| sample.gesture != "start") {
        let row = (sample.parts, sample.wires, sample.gesture.as_str());
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows.sort_by_key(|row| row.0);
    for (parts, wires, gesture) in rows {
        let of = |subject| Rounds::of(samples, subject, parts, gesture);
        progress::plain(&line(cells(&format!("{parts} / {wires}"), gesture, [of(OWN), of(LIVE), of(STATIC)])));
    }
}

fn line(cells: [String; HEAD.len()]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn cells(size: &str, gesture: &str, [own, live, still]: [Rounds; 3]) -> [String; HEAD.len()] {
    [
        size.into(),
        gesture.into(),
        own.cpu(),
        live.cpu(),
        still.cpu(),
        own.ratio(&live),
        own.wall(),
        live.wall(),
        format!("{}, {}, {}", own.long(), live.long(), still.long()),
    ]
}

/// All rounds of one gesture on one canvas.
struct Rounds<'a>(Vec<&'a Sample>);

impl<'a> Rounds<'a> {
    fn of(samples: &'a [Sample], subject: &str, parts: u32, gesture: &str) -> Self {
        let is_own = |sample: &&Sample| sample.subject == subject && sample.parts == parts && sample.gesture == gesture;
        Rounds(samples.iter().filter(is_own).collect())
    }

    /// The median over the rounds of a share of each round's frames.
    fn at(&self, share: f64, times: fn(&Sample) -> &[f64]) -> f64 {
        median(self.0.iter().map(|sample| percentile(times(sample), share)))
    }

    fn pair(&self, times: fn(&Sample) -> &[f64]) -> String {
        format!("{:.1} ({:.1})", self.at(0.5, times), self.at(0.95, times))
    }

    fn cpu(&self) -> String {
        self.pair(|sample| &sample.cpu)
    }

    fn wall(&self) -> String {
        self.pair(|sample| &sample.wall)
    }

    fn long(&self) -> String {
        self.0.iter().map(|sample| sample.long).sum::<u32>().to_string()
    }

    /// Medians and 95th percentiles: the ratio within each round, then the median over the rounds.
    fn ratio(&self, other: &Self) -> String {
        let of = |share| {
            let pairs = self.0.iter().zip(&other.0);
            median(pairs.map(move |(own, other)| percentile(&own.cpu, share) / percentile(&other.cpu, share)))
        };
        format!("{:.2} ({:.2})", of(0.5), of(0.95))
    }
}

fn percentile(times: &[f64], share: f64) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let place = (times.len() as f64 * share) as usize;
    times.get(place.min(times.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::percentile;

    #[test]
    fn the_95th_percentile_leaves_a_twentieth_above() {
        let times: Vec<f64> = (0..100).map(f64::from).collect();
        assert_eq!(percentile(&times, 0.95), 95.0);
    }
}
