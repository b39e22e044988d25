//! Runs the reference scenarios of tests/scenarios: expected and measured side by side.

use anyhow::{Context, Result};
use clap::Args;

use crate::command::run as follow;
use crate::project::Project;

#[derive(Args)]
pub(crate) struct Options {
    /// Seeds of each scenario
    #[arg(long, default_value_t = 20)]
    seeds: u32,
    /// Seeds where a mean is expected, the same if it is missing; from 200 on a mean is held to its tolerance as written
    #[arg(long)]
    mean_seeds: Option<u32>,
    /// Write the results into docs/scenarios.md instead of target/scenarios.md
    #[arg(long)]
    document: bool,
    /// Only the scenarios whose folder's name contains this
    #[arg(default_value = "")]
    filter: String,
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let mut cargo = project.cargo()?;
    cargo.args(["run", "--quiet", "--package", "ninepins-tests", "--bin", "scenarios", "--"]);
    cargo.args([options.seeds, options.mean_seeds.unwrap_or(options.seeds)].map(|seeds| seeds.to_string()));
    cargo.arg(&options.filter);
    if options.document {
        cargo.arg("docs/scenarios.md");
    }
    follow(&mut cargo).context("running the scenarios")
}
