//! `wasm-opt`, from npm: it shrinks the release build's modules.

use std::fs;

use anyhow::{Context, Result};

use super::node;
use crate::command::{answer, run};
use crate::progress;
use crate::project::Project;

/// npm's version is Binaryen's with two zeros.
const BINARYEN_VERSION: &str = "132";

pub(crate) fn wasm_opt(project: &Project) -> Result<()> {
    node::require()?;
    if let Some(path) = project.find_program("wasm-opt")
        && let Some(text) = answer(&path, &["--version"])
        && text.split_whitespace().any(|word| word == BINARYEN_VERSION)
    {
        return Ok(());
    }
    let folder = project.tools().join("binaryen");
    progress::step(&format!("Installing wasm-opt {BINARYEN_VERSION} from npm into {}", folder.display()));
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    // Without a package of its own, npm would install into one of the folders above.
    let manifest = folder.join("package.json");
    fs::write(&manifest, "{ \"private\": true }\n").with_context(|| format!("writing {}", manifest.display()))?;
    run(project
        .command("npm")?
        .current_dir(&folder)
        .args(["install", "--no-audit", "--no-fund", "--no-package-lock"])
        .arg(format!("binaryen@{BINARYEN_VERSION}.0.0")))
    .context("installing binaryen; it needs the npm registry")
}
