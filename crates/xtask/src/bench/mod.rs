//! Measures the engine natively and in a browser's worker and prints tables. Nothing is asserted of a time.

mod browser;
mod canvas;
mod canvas_table;
mod crates;
mod full_speed;
mod native;
mod page_script;
mod peers;
mod scale;
mod start_up;
mod state_table;
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
    /// Measure how the cost grows with the members, with the parts and with the simulated time, natively
    #[arg(long, conflicts_with_all = ["canvas", "peers"])]
    scale: bool,
    /// Trace the start of the page in a browser, from navigation to the first frame of a running clock
    #[arg(long, conflicts_with_all = ["canvas", "peers", "scale", "sizes"])]
    start_up: bool,
    /// Measure the page while its engine works hard: the speed that is held, and the main thread's work in a frame
    #[arg(long, conflicts_with_all = ["canvas", "peers", "scale", "sizes", "start_up"])]
    full_speed: bool,
    /// Print what each crate adds to the modules that `cargo xtask build` made
    #[arg(long, conflicts_with_all = ["canvas", "peers", "scale"])]
    sizes: bool,
    /// Measure queueing networks beside SimPy, Ciw, AsyncFlow, NeXosim and SIM.JS, which it installs into target/
    #[arg(long, conflicts_with = "canvas")]
    peers: bool,
    /// Rates per second of the processor's time instead of the clock's, on a machine that does other work too
    #[arg(long)]
    cpu_time: bool,
    /// How often each workload is measured; the tables hold medians
    #[arg(long, default_value_t = 5)]
    rounds: u32,
    /// Only the workloads, networks or gestures whose name contains this
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
    workload("parts-mm4", "M/M/4 from parts"),
    workload("parts-tandem-round-robin", "tandem from parts, round robin"),
    workload("parts-tandem-least-outstanding", "tandem from parts, least outstanding"),
    workload("seed", "seed architecture, own rate"),
    workload("seed-100", "seed architecture, 100 req/s"),
    workload("seed-1000", "seed architecture, 1,000 req/s"),
    workload("seed-10000", "seed architecture enlarged, 10,000 req/s"),
    workload("seed-100000", "seed architecture enlarged, 100,000 req/s"),
];

/// What one run of a workload measured.
#[derive(Deserialize)]
struct Sample {
    seconds: f64,
    /// Of the processor.
    cpu_seconds: Option<f64>,
    requests: f64,
    api_requests: f64,
    failed: f64,
    events: f64,
    hops: f64,
    simulated_ns: f64,
    bytes: Option<f64>,
    checksum: String,
    /// Of a workload that has an engine.
    state: Option<State>,
    /// Of a workload in which seeking is measured.
    seek: Option<Seek>,
}

/// What the engine's state costs.
#[derive(Deserialize)]
struct State {
    /// The most attempts that were in flight at one time.
    most_in_flight: f64,
    /// Of a copy: what it made the process, or the module's memory, grow by.
    bytes: Option<f64>,
    /// The same of the state at the start, before any request.
    start_bytes: Option<f64>,
    /// The engine's own estimate of the first.
    estimated_bytes: f64,
    checkpoint_us: f64,
    /// To go back to the last checkpoint.
    rewind_us: f64,
    frame: Frame,
}

/// A frame from the worker to the page.
#[derive(Deserialize)]
struct Frame {
    bytes: f64,
    encode_us: f64,
    decode_us: f64,
}

/// Seeks through half an hour.
#[derive(Deserialize)]
struct Seek {
    /// Milliseconds of each seek backwards, and of each forwards again.
    ms: Vec<f64>,
    forward_ms: Vec<f64>,
    /// Milliseconds from the start of the half hour to its end.
    start_to_end_ms: f64,
    /// The frame with the whole half hour.
    frame: Frame,
}

/// All runs of one workload on one machine, native or WebAssembly.
struct Samples<'a> {
    workload: &'a Workload,
    machine: &'static str,
    samples: Vec<Sample>,
}

/// What runs workloads.
struct Engines {
    native: Native,
    browser: Option<Browser>,
}

impl Engines {
    fn start(project: &Project, native_only: bool) -> Result<Self> {
        let native = Native::build(project)?;
        let browser = if native_only { None } else { Some(Browser::start(project)?) };
        Ok(Self { native, browser })
    }
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if options.canvas {
        return canvas::measure(project, options.rounds, &options.only);
    }
    if options.peers {
        return peers::measure(project, options);
    }
    if options.start_up {
        return start_up::measure(project, options.rounds);
    }
    if options.full_speed {
        return full_speed::measure(project, options.rounds);
    }
    if options.sizes {
        return crates::print(project);
    }
    if options.scale {
        return scale::measure(project, options.rounds);
    }
    let mut engines = Engines::start(project, options.native_only)?;
    let mut results: Vec<Samples> = Vec::new();
    for workload in WORKLOADS.iter().filter(|workload| workload.name.contains(&options.only)) {
        results.push(Samples { workload, machine: "native", samples: Vec::new() });
        if engines.browser.is_some() {
            results.push(Samples { workload, machine: "WASM", samples: Vec::new() });
        }
    }
    for round in 1..=options.rounds {
        progress::step(&format!("Round {round} of {}", options.rounds));
        // Interleaved, so that what else the machine does meets all of them.
        for result in &mut results {
            let name = result.workload.name;
            let text = match &mut engines.browser {
                Some(browser) if result.machine == "WASM" => browser.measure(name)?,
                _ => engines.native.measure(project, &[name])?,
            };
            let sample: Sample = serde_json::from_str(&text).with_context(|| format!("reading {text:?}"))?;
            let rate = sample.requests / sample.seconds;
            progress::detail(&format!("{name}, {}: {} requests per second", result.machine, table::count(rate)));
            result.samples.push(sample);
        }
    }
    progress::step(&format!("Medians of {} rounds; in brackets the best round", options.rounds));
    table::print(&results, options.cpu_time);
    progress::step("The state of the workloads that have an engine; medians, and in brackets the best round");
    state_table::print(&results);
    Ok(())
}
