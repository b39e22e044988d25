//! The engine gives the same bits natively and in a browser's worker.
//!
//! After a change of results, which after the first release raises `ENGINE_VERSION`:
//! `cargo test -p ninepins-worker --test digest -- --ignored` writes the digest anew.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Design, Event};
use ninepins_sim::Run;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// What every machine must give.
const DIGEST: &str = include_str!("digest.txt");

/// The seed architecture through a power loss, a flood of traffic and a failure of the database's primary.
fn design_with_faults() -> Design {
    let mut design = seed_architecture();
    let part = |id: &str| id.parse().unwrap();
    design.scenario.duration_s = 420;
    design.scenario.events = vec![
        Event { at_ms: 60_000, action: Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 90 } },
        Event { at_ms: 200_000, action: Action::Traffic { part: part("users"), factor: 5.0, for_s: 30 } },
        Event { at_ms: 270_000, action: Action::PrimaryFailure { part: part("db") } },
    ];
    design
}

fn digest() -> String {
    let mut run = Run::new(design_with_faults());
    run.advance(run.end_ns(), u64::MAX);
    let totals = run.totals();
    assert!(totals.ok > 0 && totals.failed > 0, "{totals:?}");
    format!("{:016x}\n", run.digest())
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_engine_gives_the_same_run_on_every_machine() {
    assert_eq!(digest(), DIGEST);
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
#[ignore = "writes the digest anew"]
fn write_the_digest_anew() {
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/digest.txt"), digest()).unwrap();
}
