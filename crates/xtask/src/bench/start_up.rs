//! The start of the page, step by step, from navigation to the first frame of a running clock.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Deserialize;

use super::page_script;
use super::table::{median, print_table};
use crate::build;
use crate::progress;
use crate::project::Project;

/// The steps in the order in which they usually come, with what they are.
const STEPS: [(&str, &str); 8] = [
    ("page_fetched", "the page's module is there"),
    ("page_compiled", "it is compiled"),
    ("page_drawn", "the page is drawn"),
    ("worker_asked_for", "the page asks for its worker"),
    ("worker_fetched", "the worker's first module is there"),
    ("worker_answers", "the worker's first message: it is compiled and runs"),
    ("worker_later_fetched", "the worker's second module is there"),
    ("clock_runs", "the first frame of a running clock"),
];
const HEAD: [&str; 3] = ["step", "ms from navigation", "fastest"];

/// One start.
#[derive(Deserialize)]
struct Start {
    marks: BTreeMap<String, f64>,
}

pub(super) fn measure(project: &Project, rounds: u32) -> Result<()> {
    build::release(project)?;
    progress::step(&format!("Starting the page {rounds} times, its main thread slowed four times"));
    let starts: Vec<Start> = page_script::samples(project, "start.mjs", rounds, "")?;
    print_table(
        &HEAD,
        STEPS.iter().map(|(name, about)| {
            let times: Vec<f64> = starts.iter().filter_map(|start| start.marks.get(*name).copied()).collect();
            let text = |value: Option<f64>| value.map_or_else(|| "–".into(), |ms| format!("{ms:.0}"));
            let usual = (!times.is_empty()).then(|| median(times.iter().copied()));
            [(*about).into(), text(usual), text(times.iter().copied().reduce(f64::min))]
        }),
    );
    Ok(())
}
