//! Environments of Python: Dask, for the test that spreads a sweep over processes, and simulators to compare with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::{answer, run};
use crate::progress;
use crate::project::Project;

const OLDEST_MINOR: u32 = 10;

/// An environment beside the other tools, with what it needs.
pub(crate) struct Environment {
    /// Its folder among the tools.
    pub name: &'static str,
    /// The file, in the checkout, that lists the packages.
    pub requirements: &'static str,
    /// A package to install by itself, whatever its metadata say of packages and of Python's version.
    pub by_itself: Option<&'static str>,
}

const DASK: Environment = Environment { name: "dask", requirements: "examples/dask/requirements.txt", by_itself: None };

/// The Python that has what the example needs.
pub(crate) fn interpreter(project: &Project) -> PathBuf {
    DASK.interpreter(project)
}

/// Installs the packages of `examples/dask/requirements.txt`.
pub(crate) fn dask(project: &Project) -> Result<()> {
    DASK.install(project)
}

impl Environment {
    /// Its Python.
    pub(crate) fn interpreter(&self, project: &Project) -> PathBuf {
        self.folder(project).join("bin/python")
    }

    fn folder(&self, project: &Project) -> PathBuf {
        project.tools().join(self.name)
    }

    /// Makes it, unless it is there as wanted.
    pub(crate) fn install(&self, project: &Project) -> Result<()> {
        let requirements = project.root().join(self.requirements);
        let wanted =
            fs::read_to_string(&requirements).with_context(|| format!("reading {}", requirements.display()))?;
        let wanted = wanted + self.by_itself.unwrap_or_default();
        let folder = self.folder(project);
        let stamp = folder.join(".installed");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        require()?;
        progress::step(&format!("Installing {} from Python's registry into {}", self.name, folder.display()));
        run(project.command("python3")?.args(["-m", "venv", "--clear"]).arg(&folder))
            .context("making a Python environment; on Debian it needs the package python3-venv")?;
        run(pip(&folder).arg("-r").arg(&requirements))
            .with_context(|| format!("installing {}; it needs Python's package registry", self.name))?;
        if let Some(package) = self.by_itself {
            run(pip(&folder).args(["--no-deps", "--ignore-requires-python", package]))
                .with_context(|| format!("installing {package}; it needs Python's package registry"))?;
        }
        fs::write(&stamp, wanted).with_context(|| format!("writing {}", stamp.display()))
    }
}

fn pip(folder: &Path) -> Command {
    let mut command = Command::new(folder.join("bin/pip"));
    command.args(["install", "--quiet", "--disable-pip-version-check"]);
    command
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
