//! Node and the packages of the browser tests.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::command::{answer, run};
use crate::progress;
use crate::project::Project;

const OLDEST_NODE: u32 = 20;

/// Fails with a remedy when there is no Node new enough.
pub(crate) fn require() -> Result<()> {
    let version = answer("node", &["--version"])
        .context("Node is missing: install Node 20 or newer, with npm, and run this again")?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|number| number.parse::<u32>().ok())
        .with_context(|| format!("reading Node's version {version:?}"))?;
    ensure!(major >= OLDEST_NODE, "Node {version} is too old: install Node {OLDEST_NODE} or newer and run this again");
    ensure!(answer("npm", &["--version"]).is_some(), "npm is missing: install it beside Node and run this again");
    Ok(())
}

/// Installs Playwright and axe exactly as locked, without Playwright's own browsers.
pub(crate) fn packages(project: &Project) -> Result<()> {
    require()?;
    let folder = project.end_to_end();
    let lock = fs::read_to_string(folder.join("package-lock.json")).context("reading tests/e2e/package-lock.json")?;
    let stamp = folder.join("node_modules/.installed-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    progress::step(&format!("Installing Playwright and axe into {}", folder.join("node_modules").display()));
    run(project.command("npm")?.current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").args([
        "ci",
        "--no-audit",
        "--no-fund",
    ]))
    .context("installing the browser tests' packages; it needs the npm registry")?;
    fs::write(&stamp, lock).with_context(|| format!("writing {}", stamp.display()))
}
