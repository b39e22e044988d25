//! The start of the page, step by step, from navigation to the first frame of a running clock.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::browser::serve;
use super::table::{median, print_table};
use crate::build;
use crate::command::output;
use crate::progress;
use crate::project::Project;
use crate::setup;

/// The steps in the order in which they usually come, with what they are.
const STEPS: [(&str, &str); 8] = [
    ("page_fetched", "the page's module is there"),
    ("page_compiled", "it is compiled"),
    ("page_drawn", "the page is drawn"),
    ("worker_asked_for", "the page asks for its worker"),
    ("worker_fetched", "the worker's first module is there"),
    ("worker_answers", "the worker's first message: it is compiled and runs"),
    ("worker_later_fetched", "the worker's second module is there"),
    ("clock_runs", "the first frame of a running clock"),
];
const HEAD: [&str; 3] = ["step", "ms from navigation", "fastest"];

/// One start.
#[derive(Deserialize)]
struct Start {
    marks: BTreeMap<String, f64>,
}

pub(super) fn measure(project: &Project, rounds: u32) -> Result<()> {
    setup::node::packages(project)?;
    let browser = setup::browser::find_or_install(project)?;
    build::release(project)?;
    let port = serve(project, &project.dist())?;
    progress::step(&format!("Starting the page {rounds} times, its main thread slowed four times"));
    let text = output(
        project
            .command("node")?
            .current_dir(project.end_to_end())
            .env("CHROME", &browser.browser)
            .env("NINEPINS_BENCH_ADDRESS", format!("http://localhost:{port}/"))
            .env("NINEPINS_BENCH_ROUNDS", rounds.to_string())
            .arg("canvas-bench/start.mjs"),
    )?;
    let read = |line| serde_json::from_str::<Start>(line).with_context(|| format!("reading {line:?}"));
    let starts = text.lines().map(read).collect::<Result<Vec<_>>>()?;
    ensure!(!starts.is_empty(), "the browser told nothing");
    print_table(
        &HEAD,
        STEPS.iter().map(|(name, about)| {
            let times: Vec<f64> = starts.iter().filter_map(|start| start.marks.get(*name).copied()).collect();
            let text = |value: Option<f64>| value.map_or_else(|| "–".into(), |ms| format!("{ms:.0}"));
            let usual = (!times.is_empty()).then(|| median(times.iter().copied()));
            [(*about).into(), text(usual), text(times.iter().copied().reduce(f64::min))]
        }),
    );
    Ok(())
}
