//! The other simulators, and how each is installed into the target folder. Ours is only what they run: `tests/peers`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::run;
use crate::metadata::Metadata;
use crate::progress;
use crate::project::Project;
use crate::setup::node;
use crate::setup::python::Environment;

/// Another simulator.
pub(super) struct Peer {
    pub(super) name: &'static str,
    /// Requests of a run: a few seconds of it.
    pub(super) requests: u32,
    /// Whether it simulates the same networks. If not, its times have no theory to be compared with.
    pub(super) is_same_work: bool,
    kind: Kind,
}

enum Kind {
    Python { environment: Environment, model: &'static str },
    Node,
    Rust,
}

/// What runs a network: a program and its first arguments.
pub(super) struct Program {
    pub(super) program: PathBuf,
    pub(super) arguments: Vec<PathBuf>,
}

const fn environment(
    name: &'static str,
    requirements: &'static str,
    by_itself: Option<&'static str>,
    model: &'static str,
) -> Kind {
    Kind::Python { environment: Environment { name, requirements, by_itself }, model }
}

pub(super) const PEERS: [Peer; 5] = [
    Peer {
        name: "SimPy 4.1.2",
        requests: 200_000,
        is_same_work: true,
        kind: environment("peers/simpy", "tests/peers/python/simpy.txt", None, "simpy_networks.py"),
    },
    Peer {
        name: "Ciw 3.2.7",
        requests: 50_000,
        is_same_work: true,
        kind: environment("peers/ciw", "tests/peers/python/ciw.txt", None, "ciw_networks.py"),
    },
    Peer {
        name: "AsyncFlow 0.1.1",
        requests: 20_000,
        is_same_work: false,
        // Its metadata ask for Python 3.12; its code runs on 3.11.
        kind: environment(
            "peers/asyncflow",
            "tests/peers/python/asyncflow.txt",
            Some("asyncflow-sim==0.1.1"),
            "asyncflow_networks.py",
        ),
    },
    Peer { name: "NeXosim 1.0.0", requests: 1_000_000, is_same_work: true, kind: Kind::Rust },
    Peer { name: "SIM.JS 2.0.3", requests: 500_000, is_same_work: true, kind: Kind::Node },
];

impl Peer {
    pub(super) fn install(&self, project: &Project) -> Result<Program> {
        match &self.kind {
            Kind::Python { environment, model } => {
                environment.install(project)?;
                let model = project.root().join("tests/peers/python").join(model);
                // Without its cache beside the sources.
                Ok(Program { program: environment.interpreter(project), arguments: vec!["-B".into(), model] })
            }
            Kind::Node => simjs(project),
            Kind::Rust => nexosim(project),
        }
    }
}

fn simjs(project: &Project) -> Result<Program> {
    node::require()?;
    let sources = project.root().join("tests/peers/simjs");
    let folder = project.tools().join("peers/simjs");
    let model = folder.join("networks.js");
    let lock = folder.join("package-lock.json");
    let is_installed = folder.join("node_modules").is_dir()
        && fs::read(&lock).ok() == fs::read(sources.join("package-lock.json")).ok();
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    for name in ["package.json", "package-lock.json", "networks.js"] {
        copy(&sources.join(name), &folder.join(name))?;
    }
    if !is_installed {
        progress::step(&format!("Installing SIM.JS from npm into {}", folder.display()));
        run(project.command("npm")?.current_dir(&folder).args(["ci", "--no-audit", "--no-fund"]))
            .context("installing SIM.JS; it needs the npm registry")?;
    }
    Ok(Program { program: "node".into(), arguments: vec![model] })
}

fn nexosim(project: &Project) -> Result<Program> {
    progress::step("Building NeXosim's networks, in a workspace of their own");
    let folder = Metadata::of_target(project, None)?.target_directory.join("peers/nexosim");
    let manifest = project.root().join("tests/peers/nexosim/Cargo.toml");
    run(project
        .cargo()?
        .args(["build", "--release", "--locked", "--manifest-path"])
        .arg(manifest)
        .arg("--target-dir")
        .arg(&folder))
    .context("building NeXosim's networks; it needs the registry of Rust's packages")?;
    Ok(Program { program: folder.join("release/nexosim-networks"), arguments: Vec::new() })
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    Ok(())
}
