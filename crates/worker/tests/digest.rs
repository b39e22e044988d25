//! The engine gives the same bits natively and in a browser's worker.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Design, Event};
use ninepins_sim::Run;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// What every machine must give. Another value means that results changed: after the first release that raises
/// `ENGINE_VERSION`.
const DIGEST: u64 = 0;

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

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_engine_gives_the_same_run_on_every_machine() {
    let mut run = Run::new(&design_with_faults());
    run.advance(run.end_ns(), u64::MAX);
    let totals = run.totals();
    assert!(totals.ok > 0 && totals.failed > 0, "{totals:?}");
    assert_eq!(format!("{:016x}", run.digest()), format!("{DIGEST:016x}"), "the engine's results changed: {totals:?}");
}
