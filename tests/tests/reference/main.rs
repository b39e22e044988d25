//! Reference scenarios: what AWS's documented clocks and plain arithmetic say must come out. A window holds for every
//! seed; it is recomputed from the settings of the design beside it.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

mod application;
mod balancer;
mod balancer_capacity;
mod bucket;
mod cache;
mod cdn;
mod clients;
mod cost;
mod credits;
mod database;
mod database_faults;
mod dns;
mod edge;
mod elb_codes;
mod flows;
mod groups;
mod health_checks;
mod limits;
mod machines;
mod network;
mod overload;
mod queue;
mod scaling;
mod target_groups;

use ninepins_report::LogFact;
use ninepins_tests::{Draft, Measured};

const SEEDS: [u32; 3] = [11, 22, 33];

/// Runs a draft once for each seed.
fn each_seed(draft: &Draft, check: impl Fn(&Measured)) {
    for seed in SEEDS {
        check(&Measured::new(&draft.seed(seed)));
    }
}

/// Fails unless a value lies in a window.
#[track_caller]
fn assert_within(value: impl Into<Option<f64>>, low: f64, high: f64) {
    let value = value.into().expect("it happened");
    assert!((low..=high).contains(&value), "{value} is not within {low} to {high}");
}

fn unhealthy(fact: &LogFact) -> bool {
    matches!(fact, LogFact::TargetUnhealthy { .. })
}

fn healthy(fact: &LogFact) -> bool {
    matches!(fact, LogFact::TargetHealthy { .. })
}
