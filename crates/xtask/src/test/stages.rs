//! The stages in the order they run.

use anyhow::Result;

use super::{browser_tests, dependencies, generated, licences, rust_checks, sweep};
use crate::project::Project;
use crate::{build, setup, sizes};

pub(crate) struct Stage {
    pub name: &'static str,
    pub about: &'static str,
    /// Fetches what the stage needs. May be repeated.
    pub set_up: fn(&Project) -> Result<()>,
    pub run: fn(&Project) -> Result<()>,
}

fn nothing(_: &Project) -> Result<()> {
    Ok(())
}

fn formatter_and_linter(_: &Project) -> Result<()> {
    setup::rust::formatter_and_linter()
}

fn wasm_linter(_: &Project) -> Result<()> {
    setup::rust::formatter_and_linter()?;
    setup::rust::wasm_target()
}

pub(crate) const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        about: "the code is as rustfmt writes it",
        set_up: formatter_and_linter,
        run: rust_checks::format,
    },
    Stage {
        name: "dependencies",
        about: "every crate depends only on what its place allows",
        set_up: nothing,
        run: dependencies::check,
    },
    Stage { name: "licences", about: "every dependency's licence allows ours", set_up: nothing, run: licences::check },
    Stage {
        name: "lints",
        about: "clippy has nothing to say, natively",
        set_up: formatter_and_linter,
        run: rust_checks::lints,
    },
    Stage {
        name: "lints-wasm",
        about: "clippy has nothing to say, for WebAssembly",
        set_up: wasm_linter,
        run: rust_checks::lints_wasm,
    },
    Stage { name: "tests", about: "unit, property and whole-system tests", set_up: nothing, run: rust_checks::tests },
    Stage {
        name: "generated",
        about: "the document's schema in docs/ is the program's",
        set_up: nothing,
        run: generated::check,
    },
    Stage {
        name: "sweep",
        about: "a sweep over two processes, one of them killed, gives what one process gives",
        set_up: setup::python::dask,
        run: sweep::spread,
    },
    Stage { name: "docs", about: "the documentation builds without warnings", set_up: nothing, run: rust_checks::docs },
    Stage {
        name: "wasm-tests",
        about: "tests inside a browser, such as the engine giving the native results",
        set_up: browser_tests::set_up_wasm,
        run: browser_tests::wasm,
    },
    Stage { name: "release", about: "the page builds for release", set_up: setup::for_release, run: build::release },
    Stage { name: "sizes", about: "the release build is within its size budgets", set_up: nothing, run: sizes::check },
    Stage {
        name: "journeys",
        about: "a person's ways through the release build, in a browser",
        set_up: browser_tests::set_up_journeys,
        run: browser_tests::journeys,
    },
];
