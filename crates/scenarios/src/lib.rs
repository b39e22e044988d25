//! Reference scenarios: a design, what is measured of its runs, and what must come out.
//!
//! A scenario is a folder of `tests/scenarios` with two files: `design.json`, the document, and `expect.json`, whose
//! vocabulary `docs/scenarios.md` explains. The command line and the tests read the same files and measure the same way.
#![warn(missing_docs)]

mod expect;
mod measure;
mod verdict;

pub use expect::{Case, Expectation, Expected, Scenario, ScenarioError};
pub use measure::{measure, measured_run};
pub use verdict::{Verdict, judge};
