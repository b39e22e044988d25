//! Python and Dask, for the test that spreads a sweep over processes.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::command::{answer, run};
use crate::progress;
use crate::project::Project;

const OLDEST_MINOR: u32 = 10;
const REQUIREMENTS: &str = "examples/dask/requirements.txt";

/// The Python that has what the example needs: an environment of its own beside the other tools.
pub(crate) fn interpreter(project: &Project) -> PathBuf {
    folder(project).join("bin/python")
}

fn folder(project: &Project) -> PathBuf {
    project.tools().join("dask")
}

/// Installs the packages of `examples/dask/requirements.txt`.
pub(crate) fn dask(project: &Project) -> Result<()> {
    let wanted = fs::read_to_string(project.root().join(REQUIREMENTS)).context("reading the example's requirements")?;
    let folder = folder(project);
    let stamp = folder.join(".installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    require()?;
    progress::step(&format!("Installing Dask from Python's registry into {}", folder.display()));
    run(project.command("python3")?.args(["-m", "venv", "--clear"]).arg(&folder))
        .context("making a Python environment; on Debian it needs the package python3-venv")?;
    run(std::process::Command::new(folder.join("bin/pip"))
        .args(["install", "--quiet", "--disable-pip-version-check", "-r"])
        .arg(project.root().join(REQUIREMENTS)))
    .context("installing Dask; it needs Python's package registry")?;
    fs::write(&stamp, wanted).with_context(|| format!("writing {}", stamp.display()))
}

fn require() -> Result<()> {
    let version = answer("python3", &["--version"])
        .with_context(|| format!("Python is missing: install Python 3.{OLDEST_MINOR} or newer and run this again"))?;
    let minor = version.split('.').nth(1).and_then(|minor| minor.parse::<u32>().ok());
    ensure!(
        minor.is_some_and(|minor| minor >= OLDEST_MINOR),
        "{version} is too old: install Python 3.{OLDEST_MINOR} or newer and run this again"
    );
    Ok(())
}
