//! Scripts that measure the built page in a browser.

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;

use super::browser::serve;
use crate::command::output;
use crate::project::Project;
use crate::setup;

/// Runs a script of `tests/e2e/canvas-bench`, which writes a line of JSON a sample. `runs` says what it measures, where it asks.
pub(super) fn samples<T: DeserializeOwned>(project: &Project, script: &str, rounds: u32, runs: &str) -> Result<Vec<T>> {
    setup::node::packages(project)?;
    let browser = setup::browser::find_or_install(project)?;
    let port = serve(project, &project.dist())?;
    let text = output(
        project
            .command("node")?
            .current_dir(project.end_to_end())
            .env("CHROME", &browser.browser)
            .env("NINEPINS_BENCH_ADDRESS", format!("http://localhost:{port}/"))
            .env("NINEPINS_BENCH_ROUNDS", rounds.to_string())
            .env("NINEPINS_BENCH_RUNS", runs)
            .arg(format!("canvas-bench/{script}")),
    )?;
    let read = |line| serde_json::from_str(line).with_context(|| format!("reading {line:?}"));
    let samples = text.lines().map(read).collect::<Result<Vec<T>>>()?;
    ensure!(!samples.is_empty(), "the browser told nothing");
    Ok(samples)
}
