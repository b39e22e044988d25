//! Splits the page's module, so that the first screen does not wait for what is opened later.
//!
//! A function marked `#[wasm_split(name)]` goes into a module of its own, with all that only it needs. Trunk knows
//! nothing of this, so its output for the page is replaced: split, bind, shrink, and put into a folder named by content.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};

use super::{folder_by_content, replace_in_page};
use crate::command::run;
use crate::metadata::Metadata;
use crate::project::Project;

/// The name of the page's program, as in its manifest.
const PROGRAM: &str = "ninepins-app";
/// What loads the modules that were split off. The page's script imports it.
const LOADER: &str = "modules.js";

/// What Rust's WebAssembly target turns on; the modules split off no longer say it themselves.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

pub(super) fn place(project: &Project, staging: &Path, release: bool) -> Result<()> {
    let module = built_module(project, release)?;
    let work = staging.join("split");
    fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;
    split(&module, &work)?;
    bind(project, &work)?;
    let files = sorted_files(&work)?;
    if release {
        for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "wasm")) {
            shrink(project, file)?;
        }
    }
    let folder = folder_by_content(staging, "page", &files)?;
    fs::remove_dir(&work).with_context(|| format!("removing {}", work.display()))?;
    name_in_page(staging, &folder)
}

/// What Cargo made, before Trunk's own binding.
fn built_module(project: &Project, release: bool) -> Result<PathBuf> {
    let profile = if release { "release" } else { "debug" };
    let target = Metadata::of_target(project, None)?.target_directory;
    Ok(target.join("wasm32-unknown-unknown").join(profile).join(format!("{PROGRAM}.wasm")))
}

/// Writes the main module, the modules split off, and their loader.
fn split(module: &Path, work: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let main = work.join("main.wasm");
    let link_name = format!("./{LOADER}");
    let main_module = format!("./{PROGRAM}.js");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = work;
    options.main_out_path = &main;
    options.link_name = &link_name;
    options.main_module = &main_module;
    let made = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("splitting the page: {error:#}"))?;
    ensure!(!made.split_modules.is_empty(), "nothing was split off {}", module.display());
    Ok(())
}

/// Only the main module needs JavaScript around it; it keeps the exports that the others use.
fn bind(project: &Project, work: &Path) -> Result<()> {
    let main = work.join("main.wasm");
    run(project
        .command("wasm-bindgen")?
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", PROGRAM, "--out-dir"])
        .arg(work)
        .arg(&main))
    .context("binding the page")?;
    fs::remove_file(&main).with_context(|| format!("removing {}", main.display()))
}

fn shrink(project: &Project, module: &Path) -> Result<()> {
    run(project.command("wasm-opt")?.arg("-Oz").args(FEATURES).arg("-o").arg(module).arg(module))
        .context("shrinking the page")
}

/// In one order on every machine, because the folder's name is made from them.
fn sorted_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)
        .with_context(|| format!("listing {}", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<Vec<_>>>()
        .with_context(|| format!("listing {}", folder.display()))?;
    files.sort();
    Ok(files)
}

/// The page names the new files in place of Trunk's, which are removed.
fn name_in_page(staging: &Path, folder: &str) -> Result<()> {
    for suffix in [".js", "_bg.wasm"] {
        let replaced = trunk_file(staging, suffix)?;
        replace_in_page(staging, &replaced, &format!("{folder}/{PROGRAM}{suffix}"))?;
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
        .find(|name| name.starts_with(PROGRAM) && name.ends_with(suffix))
        .map(str::to_owned)
        .with_context(|| format!("finding Trunk's {PROGRAM}…{suffix}"))
}
