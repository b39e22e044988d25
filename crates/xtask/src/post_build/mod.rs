//! Runs in Trunk's build, before its output replaces the last one.

mod page;
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
    worker::place(&staging)?;
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
