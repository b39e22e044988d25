//! The worker's program. Trunk hashes the names of the page's files but not of a worker's. Under its plain name a worker
//! could come from a browser's cache and be older than its page, so its files go into a folder named by their content.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::split::Program;
use super::{folder_by_content, replace_in_page};
use crate::project::Project;

/// What index.html holds where the loader's address goes.
const PLACEHOLDER: &str = "__SIM_WORKER__";
/// What Trunk made of the worker, which what is made here replaces.
const TRUNK_FILES: &[&str] = &["ninepins-worker.js", "ninepins-worker_bg.wasm"];
const LOADER: &str = "loader.js";

/// Divides the worker, puts it into its folder and the folder's name into the page.
pub(super) fn place(project: &Project, staging: &Path, release: bool) -> Result<()> {
    let program = Program {
        name: "ninepins-worker",
        profile: if release { "worker" } else { "debug" },
        loader: LOADER,
        loader_text: Some(include_str!("worker.js")),
        shrink: release.then_some("-O3"),
    };
    let work = staging.join("worker");
    let folder = folder_by_content(staging, "sim", &program.divide(project, &work)?)?;
    fs::remove_dir(&work).with_context(|| format!("removing {}", work.display()))?;
    for name in TRUNK_FILES {
        fs::remove_file(staging.join(name)).with_context(|| format!("removing Trunk's {name}"))?;
    }
    replace_in_page(staging, PLACEHOLDER, &format!("./{folder}/{LOADER}"))
}
