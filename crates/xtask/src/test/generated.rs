//! Files that are written by a program and kept in the repository for people to read.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::command::output;
use crate::project::Project;

const SCHEMA: &str = "docs/design.schema.json";

/// The schema of the document is what the command line says it is.
pub(crate) fn check(project: &Project) -> Result<()> {
    let told = output(project.cargo()?.args(["run", "--quiet", "--package", "ninepins", "--", "schema"]))
        .context("asking for the document's schema")?;
    let kept = fs::read_to_string(project.root().join(SCHEMA)).with_context(|| format!("reading {SCHEMA}"))?;
    ensure!(
        told == kept,
        "{SCHEMA} is out of date; to write it anew: cargo run --package ninepins -- schema > {SCHEMA}"
    );
    Ok(())
}
