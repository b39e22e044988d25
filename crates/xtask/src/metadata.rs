//! What Cargo knows of the workspace's packages and what they depend on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::command::output;
use crate::project::Project;

#[derive(Deserialize)]
pub(crate) struct Metadata {
    pub packages: Vec<Package>,
    pub target_directory: PathBuf,
    workspace_members: BTreeSet<String>,
    resolve: Resolve,
}

#[derive(Deserialize)]
pub(crate) struct Package {
    id: String,
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// Nothing for a dependency of the package itself, else `dev` or `build`.
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<EdgeKind>,
}

#[derive(Deserialize)]
struct EdgeKind {
    kind: Option<String>,
}

impl Metadata {
    /// For one target, so that a dependency of another platform does not count.
    pub(crate) fn of_target(project: &Project, target: Option<&str>) -> Result<Self> {
        let mut command = project.cargo()?;
        command.args(["metadata", "--format-version", "1"]);
        if let Some(target) = target {
            command.args(["--filter-platform", target]);
        }
        let text = output(&mut command).context("asking Cargo for the workspace's packages")?;
        serde_json::from_str(&text).context("parsing what `cargo metadata` wrote")
    }

    pub(crate) fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| self.workspace_members.contains(&package.id))
    }

    /// The names of everything that ends up in a build of the package, its tests left out.
    pub(crate) fn built_into(&self, package: &Package) -> BTreeSet<&str> {
        let nodes: BTreeMap<&str, &Node> = self.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let mut seen = BTreeSet::new();
        let mut waiting = vec![package.id.as_str()];
        while let Some(id) = waiting.pop() {
            let Some(node) = nodes.get(id) else { continue };
            for edge in &node.deps {
                let built_in = edge.dep_kinds.iter().any(|kind| kind.kind.is_none());
                if built_in && seen.insert(edge.pkg.as_str()) {
                    waiting.push(&edge.pkg);
                }
            }
        }
        self.packages
            .iter()
            .filter(|candidate| seen.contains(candidate.id.as_str()))
            .map(|candidate| candidate.name.as_str())
            .collect()
    }
}

impl Package {
    /// What its manifest names, for its own build and not for its tests.
    pub(crate) fn direct_dependencies(&self) -> impl Iterator<Item = &str> {
        self.dependencies
            .iter()
            .filter(|dependency| dependency.kind.is_none())
            .map(|dependency| dependency.name.as_str())
    }

    pub(crate) fn is_tested_with(&self, name: &str) -> bool {
        self.dependencies.iter().any(|dependency| dependency.kind.as_deref() == Some("dev") && dependency.name == name)
    }
}
