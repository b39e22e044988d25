//! Runs in Trunk's build, before its output replaces the last one.

mod page;
mod split;
mod worker;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::project::Project;

pub(crate) fn run(project: &Project) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("reading TRUNK_STAGING_DIR: this is a step of Trunk's build and not run by hand")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    worker::place(project, &staging, release)?;
    page::place(project, &staging, release)
}

/// Moves files into a new folder of the staging folder that is named by what they hold. Returns its name.
fn folder_by_content(staging: &Path, prefix: &str, files: &[PathBuf]) -> Result<String> {
    let mut digest = Sha256::new();
    for path in files {
        digest.update(fs::read(path).with_context(|| format!("reading {}", path.display()))?);
    }
    let name = format!("{prefix}-{}", hexadecimal(&digest.finalize()[..8]));
    let folder = staging.join(&name);
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    for path in files {
        let target = folder.join(path.file_name().unwrap_or_default());
        fs::rename(path, &target).with_context(|| format!("moving {} into {name}", path.display()))?;
    }
    Ok(name)
}

/// Puts an address into index.html, which must name the placeholder.
fn replace_in_page(staging: &Path, placeholder: &str, address: &str) -> Result<()> {
    let path = staging.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    ensure!(page.contains(placeholder), "index.html must name {placeholder}");
    fs::write(&path, page.replace(placeholder, address)).with_context(|| format!("writing {}", path.display()))
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
        fs::write(folder.join("module.wasm"), module).unwrap();
        folder
    }

    #[test]
    fn a_folder_holds_its_files_and_they_are_nowhere_else() {
        let staging = staging("moved", "module");
        let name = folder_by_content(&staging, "sim", &[staging.join("module.wasm")]).unwrap();
        assert!(staging.join(name).join("module.wasm").is_file());
        assert!(!staging.join("module.wasm").exists());
        fs::remove_dir_all(staging).unwrap();
    }

    #[test]
    fn the_folder_changes_with_the_content_alone() {
        let folders = ["one", "two", "one"].map(|module| {
            let staging = staging("content", module);
            let folder = folder_by_content(&staging, "sim", &[staging.join("module.wasm")]).unwrap();
            fs::remove_dir_all(staging).unwrap();
            folder
        });
        assert_eq!(folders[0], folders[2]);
        assert_ne!(folders[0], folders[1]);
    }

    #[test]
    fn a_page_that_names_no_placeholder_is_refused() {
        let staging = staging("page", "module");
        fs::write(staging.join("index.html"), "<link href=\"elsewhere\">").unwrap();
        assert!(replace_in_page(&staging, "__SIM_WORKER__", "./sim/loader.js").is_err());
        fs::remove_dir_all(staging).unwrap();
    }
}
