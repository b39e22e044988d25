//! Where things are: the checkout, its tools, and what is built in it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The checkout this program was built in.
pub(crate) struct Project {
    root: PathBuf,
    tools: PathBuf,
}

impl Project {
    pub(crate) fn find() -> Result<Self> {
        // Cargo sets the variable when it runs the program, so a moved checkout is still found.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .filter(|path| Path::new(path).ends_with("crates/xtask"))
            .unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).ancestors().nth(2).context("finding the top of the checkout")?.to_path_buf();
        let tools = match env::var_os("NINEPINS_TOOLS") {
            Some(path) => env::current_dir().context("finding the current directory")?.join(path),
            None => root.join("target/tools"),
        };
        Ok(Self { root, tools })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where the tools that no package manager of the machine holds are installed.
    pub(crate) fn tools(&self) -> &Path {
        &self.tools
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    pub(crate) fn end_to_end(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// A program run at the top of the checkout that finds our tools before the machine's.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("PATH", self.search_path()?)
            // Cargo sets these for this program, not for the builds it starts.
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("CARGO_MANIFEST_PATH");
        Ok(command)
    }

    pub(crate) fn cargo(&self) -> Result<Command> {
        self.command("cargo")
    }

    fn search_path(&self) -> Result<OsString> {
        let own = [self.tools.join("bin"), self.tools.join("binaryen/node_modules/.bin")];
        let machine = env::var_os("PATH").unwrap_or_default();
        env::join_paths(own.into_iter().chain(env::split_paths(&machine)))
            .context("putting the tools on the search path")
    }

    /// The first program of this name: our tools first, then the machine's.
    pub(crate) fn find_program(&self, name: &str) -> Option<PathBuf> {
        let path = self.search_path().ok()?;
        env::split_paths(&path).map(|folder| folder.join(name)).find(|candidate| candidate.is_file())
    }
}
