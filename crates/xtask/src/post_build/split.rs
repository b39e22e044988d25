//! Divides a program's module, so that its start does not wait for what comes later.
//!
//! What only functions marked `#[wasm_split]` or `#[later]` need goes into modules of their own. Trunk knows nothing of
//! this, so its output is replaced: split, bind, shrink.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};

use crate::command::run;
use crate::metadata::Metadata;
use crate::project::Project;

/// What Rust's WebAssembly target turns on; the modules split off no longer say it themselves.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// A program of the page that is divided.
pub(super) struct Program {
    /// Its name, as in its manifest.
    pub name: &'static str,
    /// The profile it is built with.
    pub profile: &'static str,
    /// What loads the modules that were split off. The program's script imports it.
    pub loader: &'static str,
    /// The text of the loader, where the tool's own does not serve.
    pub loader_text: Option<&'static str>,
    /// How `wasm-opt` shrinks it, if at all.
    pub shrink: Option<&'static str>,
}

impl Program {
    /// Makes the program's modules and scripts in a folder of their own, and returns their paths.
    pub(super) fn divide(&self, project: &Project, folder: &Path) -> Result<Vec<PathBuf>> {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        self.split(&self.built_module(project)?, folder)?;
        if let Some(text) = self.loader_text {
            let loader = folder.join(self.loader);
            fs::write(&loader, text).with_context(|| format!("writing {}", loader.display()))?;
        }
        self.bind(project, folder)?;
        let files = sorted_files(folder)?;
        if let Some(level) = self.shrink {
            for module in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "wasm")) {
                // Until nothing shrinks any more: what one pass gains depends on the order of functions.
                let mut shrink = project.command("wasm-opt")?;
                shrink.args([level, "--converge"]).args(FEATURES).arg("-o").arg(module).arg(module);
                run(&mut shrink).with_context(|| format!("shrinking {}", self.name))?;
            }
        }
        Ok(files)
    }

    /// What Cargo made, before Trunk's own binding.
    fn built_module(&self, project: &Project) -> Result<PathBuf> {
        let target = Metadata::of_target(project, None)?.target_directory;
        Ok(target.join("wasm32-unknown-unknown").join(self.profile).join(format!("{}.wasm", self.name)))
    }

    /// Writes the main module, the modules split off, and their loader.
    fn split(&self, module: &Path, folder: &Path) -> Result<()> {
        let bytes = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
        let main = folder.join("main.wasm");
        let link_name = format!("./{}", self.loader);
        let main_module = format!("./{}.js", self.name);
        let mut options = wasm_split_cli_support::Options::new(&bytes);
        options.output_dir = folder;
        options.main_out_path = &main;
        options.link_name = &link_name;
        options.main_module = &main_module;
        let made = wasm_split_cli_support::transform(options)
            .map_err(|error| anyhow!("splitting {}: {error:#}", self.name))?;
        ensure!(!made.split_modules.is_empty(), "nothing was split off {}", module.display());
        Ok(())
    }

    /// Only the main module needs JavaScript around it; it keeps the exports that the others use.
    fn bind(&self, project: &Project, folder: &Path) -> Result<()> {
        let main = folder.join("main.wasm");
        run(project
            .command("wasm-bindgen")?
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", self.name, "--out-dir"])
            .arg(folder)
            .arg(&main))
        .with_context(|| format!("binding {}", self.name))?;
        fs::remove_file(&main).with_context(|| format!("removing {}", main.display()))
    }
}

/// In one order on every machine, because folders are named by what is in them.
pub(super) fn sorted_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)
        .with_context(|| format!("listing {}", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<Vec<_>>>()
        .with_context(|| format!("listing {}", folder.display()))?;
    files.sort();
    Ok(files)
}
