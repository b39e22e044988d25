//! The canvas beside React Flow: main-thread work of each frame in Chromium, under the same gestures on the same document.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::browser::serve;
use super::canvas_table;
use crate::build;
use crate::command::{output, run};
use crate::metadata::Metadata;
use crate::progress;
use crate::project::Project;
use crate::setup;

/// The files of the page that draws the document with React Flow.
const SOURCES: [&str; 5] = ["package.json", "package-lock.json", "index.html", "app.jsx", "app.css"];

/// One gesture on one canvas in one round.
#[derive(Deserialize)]
pub(super) struct Sample {
    pub(super) subject: String,
    pub(super) gesture: String,
    pub(super) parts: u32,
    pub(super) wires: u32,
    /// Milliseconds of the processor, of each frame.
    pub(super) cpu: Vec<f64>,
    /// Milliseconds by the clock, of each frame.
    pub(super) wall: Vec<f64>,
    /// Tasks of more than 50 ms.
    pub(super) long: u32,
}

/// Measures and prints one table.
pub(super) fn measure(project: &Project, rounds: u32, only: &str) -> Result<()> {
    setup::node::packages(project)?;
    let browser = setup::browser::find_or_install(project)?;
    build::release(project)?;
    let own = serve(project, &project.dist())?;
    let other = serve(project, &react_flow(project)?)?;
    progress::step(&format!("Measuring {rounds} rounds of every gesture, interleaved"));
    let text = output(
        project
            .command("node")?
            .current_dir(project.end_to_end())
            .env("CHROME", &browser.browser)
            .env("NINEPINS_BENCH_ADDRESS", format!("http://localhost:{own}/"))
            .env("NINEPINS_BENCH_REACT_FLOW", format!("http://localhost:{other}/"))
            .env("NINEPINS_BENCH_ROUNDS", rounds.to_string())
            .env("NINEPINS_BENCH_ONLY", only)
            .arg("canvas-bench/main.mjs"),
    )?;
    let read = |line| serde_json::from_str::<Sample>(line).with_context(|| format!("reading {line:?}"));
    let samples = text.lines().map(read).collect::<Result<Vec<_>>>()?;
    ensure!(!samples.is_empty(), "nothing was measured: no gesture's name contains {only:?}");
    canvas_table::print(&samples);
    Ok(())
}

/// Installs React Flow exactly as locked, and bundles the page that uses it, in the target folder.
fn react_flow(project: &Project) -> Result<PathBuf> {
    progress::step("Bundling React Flow");
    let sources = project.end_to_end().join("canvas-bench/react-flow");
    let folder = Metadata::of_target(project, None)?.target_directory.join("react-flow");
    let site = folder.join("site");
    fs::create_dir_all(&site).with_context(|| format!("making {}", site.display()))?;
    for name in SOURCES {
        copy(&sources.join(name), &folder.join(name))?;
    }
    copy(&sources.join("index.html"), &site.join("index.html"))?;
    run(project.command("npm")?.current_dir(&folder).args(["ci", "--no-audit", "--no-fund"]))
        .context("installing React Flow; it needs the npm registry")?;
    run(project.command("npx")?.current_dir(&folder).args([
        "esbuild",
        "app.jsx",
        "--bundle",
        "--minify",
        "--format=esm",
        "--jsx=automatic",
        "--define:process.env.NODE_ENV=\"production\"",
        "--outfile=site/app.js",
    ]))
    .context("bundling React Flow")?;
    Ok(site)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    Ok(())
}
