//! The workloads in a process of their own each, so that the peak of its memory is that of the workload.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::metadata::Metadata;
use crate::progress;
use crate::project::Project;

pub(crate) struct Native {
    program: PathBuf,
}

impl Native {
    pub(crate) fn build(project: &Project) -> Result<Self> {
        progress::step("Building the native workloads");
        run(project.cargo()?.args(["build", "--profile", "native", "--package", "ninepins-tests", "--bin", "bench"]))
            .context("building the native workloads")?;
        let program = Metadata::of_target(project, None)?.target_directory.join("native/bench");
        Ok(Self { program })
    }

    /// Runs a workload, with options behind its name.
    pub(crate) fn measure(&self, project: &Project, arguments: &[&str]) -> Result<String> {
        output(project.command(&self.program.to_string_lossy())?.args(arguments))
    }
}
