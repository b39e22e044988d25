//! The page's program: its first screen does not wait for what is opened later.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::split::{Program, sorted_files};
use super::{folder_by_content, replace_in_page};
use crate::project::Project;

const NAME: &str = "ninepins-app";
const LOADER: &str = "modules.js";

pub(super) fn place(project: &Project, staging: &Path, release: bool) -> Result<()> {
    let program = Program {
        name: NAME,
        profile: if release { "release" } else { "debug" },
        loader: LOADER,
        loader_text: None,
        shrink: release.then_some("-Oz"),
    };
    let work = staging.join("split");
    let folder = folder_by_content(staging, "page", &program.divide(project, &work)?)?;
    fs::remove_dir(&work).with_context(|| format!("removing {}", work.display()))?;
    name_in_page(staging, &folder)
}

/// The page names the new files in place of Trunk's, which are removed.
fn name_in_page(staging: &Path, folder: &str) -> Result<()> {
    for suffix in [".js", "_bg.wasm"] {
        let replaced = trunk_file(staging, suffix)?;
        replace_in_page(staging, &replaced, &format!("{folder}/{NAME}{suffix}"))?;
        fs::remove_file(staging.join(&replaced)).with_context(|| format!("removing {replaced}"))?;
    }
    replace_in_page(
        staging,
        "<link rel=\"modulepreload\"",
        &format!("<link rel=\"modulepreload\" href=\"./{folder}/{LOADER}\"><link rel=\"modulepreload\""),
    )
}

/// The name that Trunk gave one of the page's two files.
fn trunk_file(staging: &Path, suffix: &str) -> Result<String> {
    sorted_files(staging)?
        .iter()
        .filter_map(|path| path.file_name()?.to_str())
        .find(|name| name.starts_with(NAME) && name.ends_with(suffix))
        .map(str::to_owned)
        .with_context(|| format!("finding Trunk's {NAME}…{suffix}"))
}
