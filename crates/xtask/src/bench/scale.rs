//! How the cost grows with the model's size and with the simulated time, as tables.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::native::Native;
use super::table::{count, mebibytes, median, or_dash, print_table};
use crate::progress;
use crate::project::Project;

const HEAD: [&str; 6] = [
    "model",
    "ns per request",
    "without what it costs idle",
    "events per request",
    "idle µs per simulated second",
    "state KiB",
];

const DAY: [&str; 3] = ["simulated, up to", "requests", "most memory MiB since the last row"];

/// What the requests cost at a size of the model.
#[derive(Deserialize)]
struct Size {
    what: String,
    count: u32,
    ns_per_request: f64,
    ns_without_idle: f64,
    events_per_request: f64,
    idle_us_per_s: f64,
    state_bytes: f64,
}

/// A moment of a simulated day.
#[derive(Deserialize)]
struct Mark {
    s: u32,
    requests: f64,
    bytes: Option<f64>,
}

pub(super) fn measure(project: &Project, rounds: u32) -> Result<()> {
    let native = Native::build(project)?;
    let (mut sizes, mut days): (Vec<Vec<Size>>, Vec<Vec<Mark>>) = (Vec::new(), Vec::new());
    for round in 1..=rounds.max(1) {
        progress::step(&format!("Round {round} of {rounds}"));
        let text = native.measure(project, &["sizes"])?;
        sizes.push(serde_json::from_str(&text).with_context(|| format!("reading {text:?}"))?);
        let text = native.measure(project, &["day"])?;
        days.push(serde_json::from_str(&text).with_context(|| format!("reading {text:?}"))?);
    }
    progress::step("The same 1,000 requests per second through larger models; medians, of the processor's time");
    print_table(&HEAD, (0..sizes[0].len()).map(|place| size_cells(&sizes, place)));
    progress::step("A simulated day of the seed architecture at its own rate");
    print_table(&DAY, (0..days[0].len()).map(|place| day_cells(&days, place)));
    Ok(())
}

fn size_cells(rounds: &[Vec<Size>], place: usize) -> [String; HEAD.len()] {
    let size = &rounds[0][place];
    let value = |number: fn(&Size) -> f64| median(rounds.iter().map(|sizes| number(&sizes[place])));
    [
        format!("{} {}", size.count, size.what),
        format!("{:.0}", value(|size| size.ns_per_request)),
        format!("{:.0}", value(|size| size.ns_without_idle)),
        format!("{:.1}", value(|size| size.events_per_request)),
        format!("{:.1}", value(|size| size.idle_us_per_s)),
        format!("{:.0}", value(|size| size.state_bytes) / 1024.0),
    ]
}

fn day_cells(rounds: &[Vec<Mark>], place: usize) -> [String; DAY.len()] {
    let mark = &rounds[0][place];
    let bytes = mark.bytes.map(|_| median(rounds.iter().filter_map(|day| day[place].bytes)));
    let simulated = if mark.s < 3_600 { format!("{} min", mark.s / 60) } else { format!("{} h", mark.s / 3_600) };
    [simulated, count(mark.requests), or_dash(bytes.map(mebibytes))]
}
