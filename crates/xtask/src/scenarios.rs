//! Runs the reference scenarios of tests/scenarios: expected and measured side by side.

use anyhow::{Context, Result};
use clap::Args;

use crate::command::run as follow;
use crate::project::Project;

#[derive(Args)]
pub(crate) struct Options {
    /// Seeds of each scenario; from 200 on a mean is held to its tolerance as written
    #[arg(long, default_value_t = 20)]
    seeds: u32,
    /// Only the scenarios whose folder's name contains this
    #[arg(default_value = "")]
    filter: String,
}

pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let mut cargo = project.cargo()?;
    cargo.args(["run", "--quiet", "--package", "ninepins-tests", "--bin", "scenarios", "--"]);
    cargo.args([options.seeds.to_string(), options.filter.clone()]);
    follow(&mut cargo).context("running the scenarios")
}
