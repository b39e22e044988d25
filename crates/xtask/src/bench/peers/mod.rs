//! Ninepins beside other simulators on the same queueing networks in the same run.

mod install;
mod table;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::{Engines, Options};
use crate::command::output;
use crate::progress;
use crate::project::Project;
use install::{PEERS, Peer, Program};

/// A queueing network.
struct Network {
    /// Its name to the peers and, of what is built from the kernel's blocks, to the workloads.
    name: &'static str,
    about: &'static str,
    /// The workload built from the product's parts.
    parts: &'static str,
    /// Mean time in it, in milliseconds: by theory or, without a formula, of 20 runs of a million requests.
    mean_ms: f64,
    /// Whether the product's parts make the same network, once their delays are off.
    has_parts: bool,
}

const NETWORKS: [Network; 3] = [
    // Erlang C: 10 ms of service and 7.45541 ms of waiting.
    Network { name: "mm4", about: "M/M/4", parts: "parts-mm4", mean_ms: 17.455_41, has_parts: true },
    Network {
        name: "tandem-round-robin",
        about: "tandem, round robin",
        parts: "parts-tandem-round-robin",
        mean_ms: 28.194,
        has_parts: false,
    },
    Network {
        name: "tandem-least-outstanding",
        about: "tandem, least outstanding",
        parts: "parts-tandem-least-outstanding",
        mean_ms: 22.012,
        has_parts: false,
    },
];

/// The product's tandem network with instances chosen at random, and its mean time by theory.
const RANDOM: (&str, f64) = ("parts-tandem-random", 36.293);

/// What one run measured.
#[derive(Deserialize)]
struct Sample {
    requests: f64,
    seconds: f64,
    cpu_seconds: Option<f64>,
    mean_ms: f64,
    bytes: Option<f64>,
}

/// All runs of one network in one simulator.
struct Samples<'a> {
    network: &'a Network,
    tool: String,
    /// Which of ours it is, as a column of the table.
    ours: Option<usize>,
    /// What its mean time is compared with, if that is the same network.
    theory: Option<f64>,
    how: How<'a>,
    samples: Vec<Sample>,
    /// Why it is not measured any more.
    failure: Option<anyhow::Error>,
}

enum How<'a> {
    Native(&'a str),
    Browser(&'a str),
    Peer(&'a Peer, &'a Program),
}

pub(super) fn measure(project: &Project, options: &Options) -> Result<()> {
    let programs = PEERS.each_ref().map(|peer| peer.install(project));
    let mut engines = Engines::start(project, options.native_only)?;
    let mut results = subjects(&programs, engines.browser.is_some(), &options.only);
    for round in 1..=options.rounds {
        progress::step(&format!("Round {round} of {}", options.rounds));
        // Interleaved, so that what else the machine does meets all of them.
        for result in results.iter_mut().filter(|result| result.failure.is_none()) {
            match one_run(project, &mut engines, result, round) {
                Ok(sample) => {
                    let rate = super::table::count(sample.requests / sample.seconds);
                    progress::detail(&format!("{}, {}: {rate} requests per second", result.network.about, result.tool));
                    result.samples.push(sample);
                }
                // The others go on.
                Err(error) if result.ours.is_none() => result.failure = Some(error),
                Err(error) => return Err(error),
            }
        }
    }
    // Of ours, the networks without the delays that they have and a queueing network has not.
    for result in &mut results {
        if let How::Native(workload) | How::Browser(workload) = result.how
            && workload == result.network.parts
        {
            let mean_ms = without_delays(project, &engines, workload)?;
            result.samples.iter_mut().for_each(|sample| sample.mean_ms = mean_ms);
        }
    }
    progress::step(&format!("Medians of {} rounds", options.rounds));
    table::print(results.iter().filter(|result| result.failure.is_none()), options.cpu_time);
    let (workload, theory) = RANDOM;
    let mean_ms = without_delays(project, &engines, workload)?;
    progress::plain(&format!(
        "\nThe product's tandem network with instances chosen at random, without delays: {mean_ms:.2} ms, by theory \
         {theory} ms ({:+.2} %).",
        (mean_ms / theory - 1.0) * 100.0
    ));
    let not_installed =
        PEERS.iter().zip(&programs).filter_map(|(peer, program)| Some((peer.name, program.as_ref().err()?)));
    let stopped = results.iter().filter_map(|result| Some((result.tool.as_str(), result.failure.as_ref()?)));
    for (name, error) in not_installed.chain(stopped) {
        progress::plain(&format!("\n{name} is not in the table: {error:#}."));
    }
    Ok(())
}

fn subjects<'a>(programs: &'a [Result<Program>; PEERS.len()], has_browser: bool, only: &str) -> Vec<Samples<'a>> {
    let mut results = Vec::new();
    for network in NETWORKS.iter().filter(|network| network.name.contains(only)) {
        let subject = |tool: &str, ours, theory, how| Samples {
            network,
            tool: tool.to_owned(),
            ours,
            theory,
            how,
            samples: Vec::new(),
            failure: None,
        };
        let theory = Some(network.mean_ms);
        let of_parts = theory.filter(|_| network.has_parts);
        results.push(subject("**Ninepins**, kernel, native", Some(0), theory, How::Native(network.name)));
        if has_browser {
            results.push(subject("**Ninepins**, kernel, WASM", Some(1), theory, How::Browser(network.name)));
        }
        results.push(subject("**Ninepins**, parts, native", Some(2), of_parts, How::Native(network.parts)));
        if has_browser {
            results.push(subject("**Ninepins**, parts, WASM", Some(3), of_parts, How::Browser(network.parts)));
        }
        for (peer, program) in PEERS.iter().zip(programs) {
            let Ok(program) = program else { continue };
            let theory = theory.filter(|_| peer.is_same_work);
            results.push(subject(peer.name, None, theory, How::Peer(peer, program)));
        }
    }
    results
}

fn one_run(project: &Project, engines: &mut Engines, subject: &Samples, round: u32) -> Result<Sample> {
    let text = match subject.how {
        How::Native(workload) => engines.native.measure(project, &[workload])?,
        How::Browser(workload) => {
            engines.browser.as_mut().context("there is no browser to measure in")?.measure(workload)?
        }
        How::Peer(peer, program) => {
            let mut command = project.command(&program.program.to_string_lossy())?;
            let arguments = [subject.network.name.to_owned(), peer.requests.to_string(), round.to_string()];
            output(command.args(&program.arguments).args(arguments))?
        }
    };
    serde_json::from_str(&text).with_context(|| format!("reading {text:?}"))
}

/// Mean time in milliseconds of a workload from the product's parts without its delays.
fn without_delays(project: &Project, engines: &Engines, workload: &str) -> Result<f64> {
    let text = engines.native.measure(project, &[workload, "--without-delays"])?;
    let sample: Sample = serde_json::from_str(&text).with_context(|| format!("reading {text:?}"))?;
    Ok(sample.mean_ms)
}
