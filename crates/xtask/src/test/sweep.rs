//! A sweep that is spread over processes.

use anyhow::{Context, Result};

use crate::command::run;
use crate::metadata::Metadata;
use crate::project::Project;
use crate::setup::python;

/// Two workers, one of which is killed on the way, give what one process gives.
pub(crate) fn spread(project: &Project) -> Result<()> {
    run(project.cargo()?.args(["build", "--quiet", "--package", "ninepins"])).context("building the command line")?;
    let program = Metadata::of_target(project, None)?.target_directory.join("debug/ninepins");
    let script = project.root().join("tests/spread_sweep.py");
    run(std::process::Command::new(python::interpreter(project))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg(script)
        .arg(program))
    .context("spreading a sweep over two worker processes")
}
