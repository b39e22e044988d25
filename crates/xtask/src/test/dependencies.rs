//! Holds the crates to their places: what they may use of ours, and that the pure ones stay pure.

use anyhow::{Context, Result, bail};

use crate::layout::{CrateRule, Place, RULES};
use crate::metadata::{Metadata, Package};
use crate::progress;
use crate::project::Project;

/// What would let a browser, its clock or its chance into a pure crate.
const IMPURE: &[&str] = &["chrono", "getrandom", "gloo", "js-sys", "wasm-bindgen", "web-sys", "web-time"];

pub(crate) fn check(project: &Project) -> Result<()> {
    let metadata = Metadata::of_target(project, Some("wasm32-unknown-unknown"))?;
    let ours: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let mut faults = Vec::new();
    for package in metadata.members() {
        let rule = RULES
            .iter()
            .find(|rule| rule.name == package.name)
            .with_context(|| format!("finding the rule of {} in layout.rs", package.name))?;
        faults.extend(forbidden_of_ours(package, rule, &ours));
        if rule.place == Place::Pure {
            faults.extend(impurities(&metadata, package));
        }
    }
    for fault in &faults {
        progress::detail(fault);
    }
    if !faults.is_empty() {
        bail!("{} dependencies break the rules", faults.len());
    }
    Ok(())
}

fn forbidden_of_ours(package: &Package, rule: &CrateRule, ours: &[&str]) -> Vec<String> {
    package
        .direct_dependencies()
        .filter(|name| ours.contains(name) && !rule.may_use.contains(name))
        .map(|name| format!("{} must not depend on {name}", package.name))
        .collect()
}

fn impurities(metadata: &Metadata, package: &Package) -> Vec<String> {
    metadata
        .built_into(package)
        .into_iter()
        .filter(|name| IMPURE.contains(name))
        .map(|name| format!("{} is pure, but {name} is built into it", package.name))
        .collect()
}
