//! The page while its engine works hard: which speed is held, and what the main thread does in a frame.

use anyhow::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::native::Native;
use super::page_script;
use super::table::{count, median, print_table};
use crate::build;
use crate::progress;
use crate::project::Project;

/// Workloads with the speed that is asked for: more than can be held, and what must be.
const RUNS: [(&str, &str, u32); 3] = [
    ("seed", "seed architecture, own rate", 600),
    ("seed-1000", "seed architecture, 1,000 req/s", 600),
    ("seed-10000", "seed architecture enlarged, 10,000 req/s", 60),
];
const HEAD: [&str; 7] =
    ["workload", "speed", "held", "requests/s", "ms a frame, median", "95th percentile", "tasks > 50 ms"];

/// One run.
#[derive(Deserialize)]
struct Sample {
    name: String,
    /// Simulated seconds in a second.
    held: f64,
    requests_per_s: f64,
    /// Milliseconds of the main thread in each frame.
    cpu: Vec<f64>,
    /// Tasks of more than 50 ms.
    long: f64,
}

pub(super) fn measure(project: &Project, rounds: u32) -> Result<()> {
    build::release(project)?;
    let native = Native::build(project)?;
    let mut runs = Vec::new();
    for (name, _, speed) in RUNS {
        let design: Value = serde_json::from_str(&native.measure(project, &[name, "--design"])?)?;
        runs.push(json!({ "name": name, "speed": speed, "design": design }));
    }
    progress::step(&format!("The page with its engine at work, {rounds} times"));
    let samples: Vec<Sample> = page_script::samples(project, "full-speed.mjs", rounds, &Value::from(runs).to_string())?;
    print_table(&HEAD, RUNS.iter().map(|run| cells(run, &samples)));
    Ok(())
}

fn cells((name, about, speed): &(&str, &str, u32), samples: &[Sample]) -> [String; HEAD.len()] {
    let usual = |value: &dyn Fn(&Sample) -> f64| median(samples.iter().filter(|run| run.name == *name).map(value));
    [
        (*about).into(),
        format!("{speed}×"),
        format!("{:.0}×", usual(&|run| run.held)),
        count(usual(&|run| run.requests_per_s)),
        format!("{:.1}", usual(&|run| quantile(&run.cpu, 0.5))),
        format!("{:.1}", usual(&|run| quantile(&run.cpu, 0.95))),
        format!("{:.0}", usual(&|run| run.long)),
    ]
}

fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = share * sorted.len().saturating_sub(1) as f64;
    sorted.get(place as usize).copied().unwrap_or_default()
}
