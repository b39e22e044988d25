//! Rust's own parts: the WebAssembly target, the formatter and the linter.

use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{answer, run};
use crate::progress;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes `wasm32-unknown-unknown` known to the toolchain.
pub(crate) fn wasm_target() -> Result<()> {
    let libraries = answer("rustc", &["--print", "target-libdir", "--target", WASM_TARGET])
        .context("asking rustc for its targets; install Rust 1.95 or newer with rustup")?;
    // Also right for a toolchain that does not come from rustup.
    if std::path::Path::new(&libraries).is_dir() {
        return Ok(());
    }
    progress::step(&format!("Installing Rust's {WASM_TARGET} target into the rustup toolchain"));
    run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
        .context("installing the WebAssembly target; without rustup, install it with your toolchain")
}

/// Makes `cargo fmt` and `cargo clippy` known to the toolchain.
pub(crate) fn formatter_and_linter() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if answer("cargo", &[subcommand, "--version"]).is_none() {
            progress::step(&format!("Installing {component} into the rustup toolchain"));
            run(Command::new("rustup").args(["component", "add", component]))
                .with_context(|| format!("installing {component}"))?;
        }
    }
    Ok(())
}
