//! Trunk and wasm-bindgen's command line, built from the crate registry.

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::command::{answer, run};
use crate::progress;
use crate::project::Project;

/// The newest Trunk that Rust 1.95 builds.
const TRUNK_VERSION: &str = "0.21.14";

struct Tool<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    /// Whether the package's own lock file is to be used.
    locked: bool,
    usual_time: &'a str,
}

pub(crate) fn trunk(project: &Project) -> Result<()> {
    ensure(
        project,
        &Tool {
            program: "trunk",
            package: "trunk",
            version: TRUNK_VERSION,
            locked: true,
            usual_time: "3 minutes on 2 cores",
        },
    )
}

/// The command line must have the library's version, because their shared format changes with each.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<()> {
    let lock = project.root().join("Cargo.lock");
    let text = fs::read_to_string(&lock).with_context(|| format!("reading {}", lock.display()))?;
    let version = locked_version(&text, "wasm-bindgen").context("finding wasm-bindgen's version in Cargo.lock")?;
    ensure(
        project,
        &Tool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version,
            // Its lock file names versions that were withdrawn.
            locked: false,
            usual_time: "1 minute on 2 cores",
        },
    )
}

fn ensure(project: &Project, tool: &Tool) -> Result<()> {
    if let Some(path) = project.find_program(tool.program)
        && let Some(text) = answer(&path, &["--version"])
        && text.split_whitespace().any(|word| word == tool.version)
    {
        return Ok(());
    }
    let Tool { program, package, version, usual_time, .. } = tool;
    let folder = project.tools().join("bin");
    progress::step(&format!("Installing {program} {version} into {} (about {usual_time})", folder.display()));
    let started = Instant::now();
    // These run for seconds: an optimised build of them costs more than it gives.
    let mut install = project.cargo()?;
    install
        .args(["install", package, "--version", version, "--debug", "--force"])
        .arg("--root")
        .arg(project.tools())
        .arg("--target-dir")
        .arg(project.tools().join("build"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    if tool.locked {
        install.arg("--locked");
    }
    run(&mut install)
        .with_context(|| format!("installing {package} {version}; it needs the crate registry and a C compiler"))?;
    progress::detail(&format!("installed in {}", progress::duration(started.elapsed())));
    remove_build(project)
}

/// The tools' build folder is a gigabyte that nothing uses again.
fn remove_build(project: &Project) -> Result<()> {
    let build = project.tools().join("build");
    if build.is_dir() {
        fs::remove_dir_all(&build).with_context(|| format!("removing {}", build.display()))?;
    }
    Ok(())
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_version_is_found_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
