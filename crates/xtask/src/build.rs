//! Builds the page with Trunk.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

use crate::command::run;
use crate::progress;
use crate::project::Project;
use crate::setup;

/// Builds what is put on a host.
pub(crate) fn release(project: &Project) -> Result<()> {
    setup::for_release(project)?;
    progress::step("Building the page");
    run(trunk(project)?.args(["build", "--release"])).context("building the page")?;
    progress::step(&format!("The page is in {}", project.dist().display()));
    Ok(())
}

/// Builds for development and again after every change, and reloads the browser.
pub(crate) fn serve(project: &Project, port: u16) -> Result<()> {
    setup::for_build(project)?;
    let port = free_port_from(port)?;
    progress::step(&format!("Building, then serving on http://localhost:{port}/ (Ctrl-C ends it)"));
    // Not into dist/, so that a development build is never mistaken for a release.
    run(trunk(project)?.args(["serve", "--port", &port.to_string(), "--dist"]).arg(project.root().join("target/serve")))
        .context("serving the page")
}

fn trunk(project: &Project) -> Result<std::process::Command> {
    let mut command = project.command("trunk")?;
    command
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk rejects the values other than `true` and `false` that this convention allows.
        .env_remove("NO_COLOR");
    Ok(command)
}

fn free_port_from(first: u16) -> Result<u16> {
    (first..first.saturating_add(20))
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .with_context(|| format!("finding a free port from {first}; choose another with --port"))
}
