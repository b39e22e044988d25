//! A link, a file and the design itself give the same run, bit for bit.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Design, Event};
use ninepins_share::{from_link, read, to_link_fragment, write_pretty};
use ninepins_sim::Run;

fn digest(design: &Design) -> u64 {
    let mut run = Run::new(design.clone());
    run.advance(run.end_ns(), u64::MAX);
    run.digest()
}

fn power_loss() -> Design {
    let mut design = seed_architecture();
    design.scenario.duration_s = 120;
    let action = Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 30 };
    design.scenario.events = vec![Event { at_ms: 30_000, action }];
    design
}

#[test]
fn who_opens_the_link_sees_the_same_run() {
    let opened = from_link(&to_link_fragment(&power_loss())).unwrap();
    assert_eq!(digest(&opened.design), digest(&power_loss()));
}

#[test]
fn who_opens_the_file_sees_the_same_run() {
    let opened = read(write_pretty(&power_loss()).as_bytes()).unwrap();
    assert_eq!(digest(&opened.design), digest(&power_loss()));
}

#[test]
fn names_and_positions_are_no_part_of_the_run() {
    let mut moved = power_loss();
    for part in moved.parts.values_mut() {
        part.name = "renamed".into();
        part.at = [part.at[0] + 40, part.at[1]];
    }
    assert_eq!(digest(&moved), digest(&power_loss()));
}

#[test]
fn another_seed_is_another_run() {
    let mut other = power_loss();
    other.scenario.seed += 1;
    assert_ne!(digest(&other), digest(&power_loss()));
}
