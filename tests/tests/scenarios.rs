//! The reference scenarios of `tests/scenarios` with a few seeds; `cargo xtask scenarios` runs many.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_tests::report::{Seeds, folders, markdown, measured};

const SEEDS: Seeds = Seeds { windows: 3, means: 3 };

#[test]
fn every_scenario_gives_what_it_expects() {
    let folders = folders("").unwrap();
    let lines = measured(&folders, SEEDS).unwrap();
    let broken: Vec<_> = lines.into_iter().filter(|line| !line.is_fine()).collect();
    assert!(broken.is_empty(), "{}", markdown(&broken));
}
