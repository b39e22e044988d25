//! `cargo xtask test`: everything that must hold, cheap first.

mod browser_tests;
mod dependencies;
mod generated;
mod licences;
mod rust_checks;
mod stages;
mod sweep;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::Args;

use crate::progress;
use crate::project::Project;
use stages::{STAGES, Stage};

#[derive(Args)]
pub(crate) struct Options {
    /// Run only this stage (may be repeated)
    #[arg(long, value_name = "STAGE")]
    only: Vec<String>,
    /// Leave this stage out (may be repeated)
    #[arg(long, value_name = "STAGE")]
    skip: Vec<String>,
    /// List the stages and run nothing
    #[arg(long)]
    list: bool,
    /// Run the other stages too when one fails
    #[arg(long)]
    keep_going: bool,
}

/// The last line says how many stages passed and failed, and the exit code agrees.
pub(crate) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    let chosen = choose(options)?;
    if options.list {
        for stage in chosen {
            progress::detail(&format!("{:<14} {}", stage.name, stage.about));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let started = Instant::now();
    let (passed, failed) = run_stages(project, &chosen, options.keep_going);
    progress::step(&format!("All that ran took {}", progress::duration(started.elapsed())));
    progress::plain(&format!("{passed} passed, {failed} failed"));
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_stages(project: &Project, chosen: &[&Stage], keep_going: bool) -> (usize, usize) {
    progress::step("Looking for what the tests need");
    // All of it first, so that nobody waits ten minutes to learn that a browser is missing.
    for stage in chosen {
        if let Err(error) = (stage.set_up)(project) {
            progress::step(&format!("Setting up {} failed: {error:#}", stage.name));
            return (0, 1);
        }
    }
    let (mut passed, mut failed) = (0, 0);
    for stage in chosen {
        progress::step(&format!("{}: {}", stage.name, stage.about));
        let started = Instant::now();
        let outcome = (stage.run)(project);
        let time = progress::duration(started.elapsed());
        match outcome {
            Ok(()) => {
                passed += 1;
                progress::step(&format!("{} passed in {time}", stage.name));
            }
            Err(error) => {
                failed += 1;
                progress::step(&format!("{} FAILED in {time}: {error:#}", stage.name));
                progress::detail(&format!("to run it alone: cargo xtask test --only {}", stage.name));
                if !keep_going {
                    break;
                }
            }
        }
    }
    (passed, failed)
}

fn choose(options: &Options) -> Result<Vec<&'static Stage>> {
    for name in options.only.iter().chain(&options.skip) {
        if !STAGES.iter().any(|stage| stage.name == name) {
            let names: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
            bail!("there is no stage {name:?}; the stages are {}", names.join(", "));
        }
    }
    Ok(STAGES
        .iter()
        .filter(|stage| options.only.is_empty() || options.only.iter().any(|name| name == stage.name))
        .filter(|stage| !options.skip.iter().any(|name| name == stage.name))
        .collect())
}
