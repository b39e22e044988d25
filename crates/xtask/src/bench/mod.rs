//! Measures the engine natively and in a browser's worker and prints one table. Nothing is asserted of a time.

mod browser;
mod canvas;
mod canvas_table;
mod native;
mod table;

use anyhow::{Context, Result};
use clap::Args;
use serde::Deserialize;

use crate::progress;
use crate::project::Project;
use browser::Browser;
use native::Native;

#[derive(Args)]
pub(crate) struct Options {
    /// Measure no WebAssembly, which needs a browser
    #[arg(long)]
    native_only: bool,
    /// Measure the canvas beside React Flow instead of the engine
    #[arg(long)]
    canvas: bool,
    /// How often each workload is measured; the table holds medians
    #[arg(long, default_value_t = 5)]
    rounds: u32,
    /// Only the workloads or gestures whose name contains this
    #[arg(long, default_value = "")]
    only: String,
}

/// A workload of crates/bench.
struct Workload {
    name: &'static str,
    about: &'static str,
}

const fn workload(name: &'static str, about: &'static str) -> Workload {
    Workload { name, about }
}

const WORKLOADS: &[Workload] = &[
    workload("mm4", "M/M/4, load 0.8"),
    workload("tandem-round-robin", "tandem, round robin"),
    workload("tandem-least-outstanding", "tandem, least outstanding"),
    workload("seed", "seed architecture, own rate"),
    workload("seed-1000", "seed architecture, 1,000 req/s"),
    workload("seed-10000", "seed architecture enlarged, 10,000 req/s"),
];

/// What one run of a workload measured.
#[derive(Deserialize)]
struct Sample {
    seconds: f64,
    requests: f64,
    api_requests: f64,
    failed: f64,
    events: f64,
    hops: f64,
    simulated_ns: f64,
    /// Microseconds to go back to the last checkpoint.
    rewind_us: Option<f64>,
    bytes: Option<f64>,
    checksum: String,
}

/// All runs of one workload on one machine, native or WebAssembly.
struct Samples<'a> {
    workload: &'a Workload,
    machine: &'static str,
    samples: Vec<Sample>,
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if options.canvas {
        return canvas::measure(project, options.rounds, &options.only);
    }
    let native = Native::build(project)?;
    let mut browser = if options.native_only { None } else { Some(Browser::start(project)?) };
    let mut results: Vec<Samples> = Vec::new();
    for workload in WORKLOADS.iter().filter(|workload| workload.name.contains(&options.only)) {
        results.push(Samples { workload, machine: "native", samples: Vec::new() });
        if browser.is_some() {
            results.push(Samples { workload, machine: "WASM", samples: Vec::new() });
        }
    }
    for round in 1..=options.rounds {
        progress::step(&format!("Round {round} of {}", options.rounds));
        // Interleaved, so that what else the machine does meets all of them.
        for result in &mut results {
            let name = result.workload.name;
            let text = match &mut browser {
                Some(browser) if result.machine == "WASM" => browser.measure(name)?,
                _ => native.measure(project, name)?,
            };
            let sample: Sample = serde_json::from_str(&text).with_context(|| format!("reading {text:?}"))?;
            let rate = sample.requests / sample.seconds;
            progress::detail(&format!("{name}, {}: {} requests per second", result.machine, table::count(rate)));
            result.samples.push(sample);
        }
    }
    progress::step(&format!("Medians of {} rounds; in brackets the best round", options.rounds));
    table::print(&results);
    Ok(())
}
