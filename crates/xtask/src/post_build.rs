//! Runs in Trunk's build, before its output replaces the last one.
//!
//! Trunk hashes the names of the page's files but not of a worker's. Under its plain name a worker could
//! come from a browser's cache and be older than its page, so its files go into a folder named by their content.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

/// What index.html holds where the loader's address goes.
const PLACEHOLDER: &str = "__SIM_WORKER__";
const FILES: &[&str] = &["ninepins-worker.js", "ninepins-worker_bg.wasm"];
const LOADER: &str = "ninepins-worker_loader.js";
/// Trunk's own loader hands the address over in a way that wasm-bindgen warns about. And a promise refused in a
/// worker reaches nobody, whereas an error thrown in it reaches the page's `onerror`.
const LOADER_TEXT: &str = "importScripts(\"./ninepins-worker.js\");\
    wasm_bindgen({ module_or_path: \"./ninepins-worker_bg.wasm\" })\
    .catch((error) => setTimeout(() => { throw error; }));\n";

pub(crate) fn run() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("reading TRUNK_STAGING_DIR: this is a step of Trunk's build and not run by hand")?;
    place_worker(&staging)
}

fn place_worker(staging: &Path) -> Result<()> {
    let folder = move_worker(staging)?;
    name_worker(staging, &format!("./{folder}/{LOADER}"))
}

fn move_worker(staging: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(LOADER_TEXT);
    for name in FILES {
        let path = staging.join(name);
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        digest.update(&bytes);
    }
    let folder = format!("sim-{}", hexadecimal(&digest.finalize()[..8]));
    let target = staging.join(&folder);
    fs::create_dir_all(&target).with_context(|| format!("making {}", target.display()))?;
    for name in FILES {
        fs::rename(staging.join(name), target.join(name)).with_context(|| format!("moving {name} into {folder}"))?;
    }
    fs::write(target.join(LOADER), LOADER_TEXT).with_context(|| format!("writing {LOADER} into {folder}"))?;
    Ok(folder)
}

fn name_worker(staging: &Path, address: &str) -> Result<()> {
    let path = staging.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    ensure!(page.matches(PLACEHOLDER).count() == 1, "index.html must name {PLACEHOLDER} once");
    fs::write(&path, page.replace(PLACEHOLDER, address)).with_context(|| format!("writing {}", path.display()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staging(name: &str, module: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("ninepins-post-build-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(FILES[0]), "script").unwrap();
        fs::write(folder.join(FILES[1]), module).unwrap();
        fs::write(folder.join("index.html"), "<link href=\"__SIM_WORKER__\">").unwrap();
        folder
    }

    #[test]
    fn the_page_names_a_folder_that_holds_the_worker() {
        let staging = staging("page", "module");
        place_worker(&staging).unwrap();
        let page = fs::read_to_string(staging.join("index.html")).unwrap();
        let loader = page.split('"').nth(1).unwrap();
        assert!(staging.join(loader).is_file(), "{loader}");
        assert!(staging.join(loader).with_file_name(FILES[1]).is_file());
        assert!(!staging.join(FILES[1]).exists());
        fs::remove_dir_all(staging).unwrap();
    }

    #[test]
    fn the_folder_changes_with_the_content_alone() {
        let folders = ["one", "two", "one"].map(|module| {
            let staging = staging("content", module);
            let folder = move_worker(&staging).unwrap();
            fs::remove_dir_all(staging).unwrap();
            folder
        });
        assert_eq!(folders[0], folders[2]);
        assert_ne!(folders[0], folders[1]);
    }
}
