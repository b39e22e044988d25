//! Fetches what the machine lacks. Every function may be repeated and does nothing when all is there.

pub(crate) mod binaryen;
pub(crate) mod browser;
pub(crate) mod cargo_tools;
pub(crate) mod node;
pub(crate) mod python;
pub(crate) mod rust;

use anyhow::Result;

use crate::project::Project;

/// What a development build of the page needs.
pub(crate) fn for_build(project: &Project) -> Result<()> {
    rust::wasm_target()?;
    cargo_tools::trunk(project)?;
    cargo_tools::wasm_bindgen(project)
}

/// What a release build of the page needs.
pub(crate) fn for_release(project: &Project) -> Result<()> {
    for_build(project)?;
    binaryen::wasm_opt(project)
}
