//! Links open for ever, and stay short enough to be sent.
//!
//! After a change of a preset or a default before the first release:
//! `cargo test -p ninepins-share --test links -- --ignored` writes the golden files anew.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use std::fs;
use std::path::PathBuf;

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, DOCUMENT_VERSION, Design, Event, PartId};
use ninepins_share::{defaults, from_link, pretty, read, to_link_fragment, write};
use serde_json::Value;

/// Longest link of the seed architecture, in characters of the fragment.
const SEED_BUDGET: usize = 1_100;
/// Longest link of a design of fifty parts: it fits in one chat message.
const FIFTY_PARTS_BUDGET: usize = 1_900;

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/links").join(name)
}

fn measured(name: &str, design: &Design, budget: usize) -> bool {
    let link = to_link_fragment(design).len() + 1;
    eprintln!("{name}: {} parts, {} characters of JSON, {link} of link", design.parts.len(), write(design).len());
    link <= budget
}

/// The seed architecture in two Regions, with thirteen more services and some faults.
fn fifty_parts() -> Design {
    let mut design = seed_architecture();
    let seoul = design.with_content(&"seoul".parse().unwrap());
    let mut document: Value = serde_json::from_str(&write(&design)).unwrap();
    for id in &seoul {
        let copy = in_tokyo(&document["parts"][id.as_str()], &seoul);
        document["parts"][format!("{id}-tokyo")] = copy;
    }
    for number in 3..8 {
        let copy = in_tokyo(&document["wires"][format!("w{number}")], &seoul);
        document["wires"][format!("w{}", number + 10)] = copy;
    }
    design = read(document.to_string().as_bytes()).unwrap().design;
    for number in 0..13 {
        let mut part = design.parts[&"api".parse().unwrap()].clone();
        part.at = [16, 300 + 64 * number];
        design.parts.insert(format!("service-{number}").parse().unwrap(), part);
    }
    let part = || "db".parse().unwrap();
    design.scenario.events = vec![
        Event { at_ms: 120_000, action: Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 600 } },
        Event { at_ms: 900_000, action: Action::PrimaryFailure { part: part() } },
        Event { at_ms: 1_200_000, action: Action::RebootWithFailover { part: part() } },
    ];
    design
}

fn in_tokyo(value: &Value, ids: &[PartId]) -> Value {
    match value {
        Value::String(text) if ids.iter().any(|id| id.as_str() == text) => format!("{text}-tokyo").into(),
        Value::String(text) => text.replace("ap-northeast-2", "ap-northeast-1").into(),
        Value::Array(items) => items.iter().map(|item| in_tokyo(item, ids)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), if key == "kind" { value.clone() } else { in_tokyo(value, ids) }))
            .collect(),
        other => other.clone(),
    }
}

#[test]
fn the_seed_architecture_fits_its_link_budget() {
    assert!(measured("seed architecture", &seed_architecture(), SEED_BUDGET));
}

#[test]
fn fifty_parts_fit_in_a_chat_message() {
    let design = fifty_parts();
    assert!(design.parts.len() >= 50);
    assert!(measured("two Regions", &design, FIFTY_PARTS_BUDGET));
}

#[test]
fn the_golden_link_still_opens_as_the_seed_architecture() {
    let opened = from_link(&fs::read_to_string(golden("seed-1.txt")).unwrap()).unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(opened.design, seed_architecture());
}

/// A changed default changes what old links mean, so it takes a new document version and a migration.
#[test]
fn the_defaults_are_those_frozen_for_this_version() {
    let frozen = fs::read_to_string(golden(&format!("defaults-{DOCUMENT_VERSION}.json"))).unwrap();
    let now = pretty(&defaults());
    let changed: Vec<_> = now.lines().zip(frozen.lines()).filter(|(now, frozen)| now != frozen).collect();
    assert_eq!((changed, now.lines().count()), (Vec::new(), frozen.lines().count()));
}

#[test]
#[ignore = "writes the golden files anew"]
fn write_the_golden_files_anew() {
    fs::write(golden("seed-1.txt"), format!("#{}\n", to_link_fragment(&seed_architecture()))).unwrap();
    fs::write(golden(&format!("defaults-{DOCUMENT_VERSION}.json")), pretty(&defaults())).unwrap();
}
