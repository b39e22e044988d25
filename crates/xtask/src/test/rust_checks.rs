//! The checks that Cargo's own tools make.

use anyhow::{Context, Result};

use crate::command::run;
use crate::layout;
use crate::progress;
use crate::project::Project;

pub(crate) fn format(project: &Project) -> Result<()> {
    run(project.cargo()?.args(["fmt", "--all", "--check"])).context("`cargo fmt` repairs this")
}

pub(crate) fn lints(project: &Project) -> Result<()> {
    run(project.cargo()?.args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-Dwarnings"]))
}

pub(crate) fn lints_wasm(project: &Project) -> Result<()> {
    let mut command = project.cargo()?;
    command.args(["clippy", "--quiet", "--target", "wasm32-unknown-unknown"]);
    for name in layout::browser_crates() {
        command.args(["--package", name]);
    }
    run(command.args(["--", "-Dwarnings"]))
}

pub(crate) fn tests(project: &Project) -> Result<()> {
    if project.find_program("cargo-nextest").is_some() {
        run(project.cargo()?.args(["nextest", "run", "--workspace", "--no-fail-fast", "--status-level=slow"]))?;
        // nextest runs all but the examples in the documentation.
        run(project.cargo()?.args(["test", "--quiet", "--workspace", "--doc"]))
    } else {
        progress::detail("cargo-nextest is not on PATH, so `cargo test` runs them");
        run(project.cargo()?.args(["test", "--quiet", "--workspace", "--no-fail-fast"]))
    }
}

pub(crate) fn docs(project: &Project) -> Result<()> {
    run(project.cargo()?.env("RUSTDOCFLAGS", "-Dwarnings").args(["doc", "--quiet", "--no-deps", "--workspace"]))
}
