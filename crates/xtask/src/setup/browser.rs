//! Chrome or Chromium and its driver, for the tests in a browser.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::command::{answer, run};
use crate::progress;
use crate::project::Project;

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser and the driver of the same version.
pub(crate) struct Browser {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// Finds both by `CHROME` and `CHROMEDRIVER` or on PATH, else installs Debian's.
pub(crate) fn find_or_install(project: &Project) -> Result<Browser> {
    let found = match find(project)? {
        Some(found) => found,
        None => {
            install()?;
            find(project)?.context("Chromium was installed, but neither it nor its driver is on PATH")?
        }
    };
    check_versions(&found)?;
    Ok(found)
}

fn find(project: &Project) -> Result<Option<Browser>> {
    let Some(driver) = named_by("CHROMEDRIVER")?.or_else(|| project.find_program("chromedriver")) else {
        return Ok(None);
    };
    let browsers: Vec<PathBuf> = match named_by("CHROME")? {
        Some(browser) => vec![browser],
        None => BROWSERS.iter().filter_map(|name| project.find_program(name)).collect(),
    };
    let driven = major_version(&driver)?;
    let fitting = browsers.iter().find(|browser| major_version(browser).is_ok_and(|version| version == driven));
    Ok(fitting.or(browsers.first()).map(|browser| Browser { browser: browser.clone(), driver }))
}

fn named_by(variable: &str) -> Result<Option<PathBuf>> {
    let Some(value) = env::var_os(variable).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let path = PathBuf::from(value);
    ensure!(path.is_file(), "{variable} names {}, which is not a file", path.display());
    Ok(Some(path))
}

fn install() -> Result<()> {
    let root = answer("id", &["-u"]).is_some_and(|user| user == "0");
    let debian = answer("apt-get", &["--version"]).is_some();
    if !root || !debian {
        bail!(
            "the browser tests need Chrome or Chromium and the ChromeDriver of the same version. \
             On Debian: sudo apt-get install chromium chromium-driver. Elsewhere: put both on PATH, \
             or name them in the environment variables CHROME and CHROMEDRIVER"
        );
    }
    progress::step("Installing Debian's packages chromium and chromium-driver with apt-get");
    run(Command::new("apt-get").args(["-qq", "update"])).context("updating apt's package lists")?;
    run(Command::new("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["-qq", "install", "--yes", "--no-install-recommends"])
        .args(["chromium", "chromium-driver"]))
    .context("installing chromium and chromium-driver")
}

/// A driver refuses a browser of another major version with an error that does not say so.
fn check_versions(found: &Browser) -> Result<()> {
    let browser = major_version(&found.browser)?;
    let driver = major_version(&found.driver)?;
    ensure!(
        browser == driver,
        "{} is version {browser} but {} is version {driver}: they must be the same; name a fitting \
         pair in CHROME and CHROMEDRIVER",
        found.browser.display(),
        found.driver.display()
    );
    Ok(())
}

fn major_version(program: &Path) -> Result<u32> {
    let text =
        answer(program, &["--version"]).with_context(|| format!("asking {} for its version", program.display()))?;
    text.split_whitespace()
        .find_map(|word| word.split('.').next()?.parse().ok())
        .with_context(|| format!("reading the version in {text:?}"))
}
