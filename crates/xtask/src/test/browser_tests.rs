//! The tests that need a browser.

use std::env;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::command::run;
use crate::metadata::Metadata;
use crate::project::Project;
use crate::setup;

/// Root, as in a container, may not use the sandbox; a test machine has no GPU and needs no updates.
const BROWSER_ARGUMENTS: &[&str] =
    &["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];

pub(crate) fn set_up_wasm(project: &Project) -> Result<()> {
    setup::rust::wasm_target()?;
    setup::cargo_tools::wasm_bindgen(project)?;
    setup::browser::find_or_install(project).map(|_| ())
}

/// Runs the tests of every crate that has wasm-bindgen-test among its development dependencies.
pub(crate) fn wasm(project: &Project) -> Result<()> {
    let metadata = Metadata::of_target(project, None)?;
    let crates: Vec<&str> = metadata
        .members()
        .filter(|package| package.is_tested_with("wasm-bindgen-test"))
        .map(|package| package.name.as_str())
        .collect();
    ensure!(!crates.is_empty(), "no crate has wasm-bindgen-test among its development dependencies");
    let browser = setup::browser::find_or_install(project)?;
    let capabilities = project.root().join("target/webdriver.json");
    let text = json!({
        "goog:chromeOptions": { "binary": browser.browser, "args": BROWSER_ARGUMENTS }
    });
    fs::create_dir_all(project.root().join("target")).context("making target/")?;
    fs::write(&capabilities, text.to_string()).with_context(|| format!("writing {}", capabilities.display()))?;
    let mut command = project.cargo()?;
    command
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
        .args(["test", "--target", "wasm32-unknown-unknown"]);
    for name in crates {
        command.args(["--package", name]);
    }
    run(&mut command)
}

pub(crate) fn set_up_journeys(project: &Project) -> Result<()> {
    setup::node::packages(project)?;
    setup::browser::find_or_install(project).map(|_| ())
}

pub(crate) fn journeys(project: &Project) -> Result<()> {
    let browser = setup::browser::find_or_install(project)?;
    ensure!(
        project.dist().join("index.html").is_file(),
        "there is no release build in dist/: run `cargo xtask build` first"
    );
    // Taken and given back together, so that they differ.
    let sockets = [free_socket()?, free_socket()?];
    let [root, under] = [port_of(&sockets[0])?, port_of(&sockets[1])?];
    drop(sockets);
    run(project
        .command("node")?
        .current_dir(project.end_to_end())
        .env("CHROME", &browser.browser)
        .env("NINEPINS_XTASK", env::current_exe().context("finding this program")?)
        .env("NINEPINS_ROOT_PORT", root)
        .env("NINEPINS_UNDER_PORT", under)
        .args(["node_modules/@playwright/test/cli.js", "test"]))
}

fn free_socket() -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("finding a free port")
}

fn port_of(socket: &TcpListener) -> Result<String> {
    let address = socket.local_addr().context("asking for a free port's number")?;
    Ok(address.port().to_string())
}
