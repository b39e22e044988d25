//! The commands as a person or a script calls them.
#![allow(clippy::unwrap_used, reason = "a test that cannot start the program has failed")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn ninepins(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ninepins"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", complaint(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn seed() -> String {
    text(&ninepins(&["preset", "seed_architecture"], ""))
}

#[test]
fn a_document_survives_its_way_through_a_link() {
    let link = text(&ninepins(&["link", "encode", "-"], &seed()));
    assert_eq!(text(&ninepins(&["link", "decode", link.trim()], "")), seed());
}

#[test]
fn a_link_on_standard_input_is_opened_too() {
    let link = text(&ninepins(&["link", "encode", "-"], &seed()));
    assert_eq!(text(&ninepins(&["link", "decode", "-"], &link)), seed());
}

#[test]
fn every_design_of_the_gallery_can_be_printed() {
    for preset in ninepins_model::presets::Preset::ALL {
        let design = text(&ninepins(&["preset", preset.id()], ""));
        assert!(design.starts_with('{'), "{}: {design}", preset.id());
    }
}

#[test]
fn the_preset_has_no_problems() {
    assert_eq!(text(&ninepins(&["check", "-"], &seed())), "");
}

#[test]
fn a_design_that_must_fail_is_explained_and_gives_exit_code_1() {
    let output = ninepins(&["check", "-"], r#"{ "ninepins": 1, "parts": { "u": { "kind": "users" } } }"#);
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stdout.is_empty());
}

#[test]
fn what_cannot_be_opened_is_one_sentence_and_exit_code_2() {
    let output = ninepins(&["run", "-"], "{}");
    let expected = "ninepins: this is not a Ninepins document: it has no “ninepins” version\n";
    assert_eq!((output.status.code(), complaint(&output).as_str()), (Some(2), expected));
}

#[test]
fn repairs_are_told_on_standard_error() {
    let document = r#"{ "ninepins": 1, "parts": { "alb": { "kind": "alb", "idle_timeout_s": 9000 } } }"#;
    let output = ninepins(&["link", "encode", "-"], document);
    assert_eq!(complaint(&output), "ninepins: repaired: parts.alb.idle_timeout_s was 9000 and is now 4000\n");
}

#[test]
fn the_report_says_what_was_run() {
    let arguments = ["run", "-", "--for", "20s", "--seed", "3", "--json", "--windows"];
    let report: Value = serde_json::from_str(&text(&ninepins(&arguments, &seed()))).unwrap();
    assert_eq!((&report["seed"], &report["simulated_s"]), (&Value::from(3), &Value::from(20)));
    assert_eq!(report["digest"].as_str().unwrap().len(), 16);
    assert!(report["windows"].as_array().unwrap().len() >= 20);
}

#[test]
fn the_report_names_its_parts() {
    let report: Value =
        serde_json::from_str(&text(&ninepins(&["run", "-", "--for", "20s", "--json"], &seed()))).unwrap();
    let course = &report["parts"]["alb"]["RequestCount"];
    assert!(course["min"].as_f64() <= course["mean"].as_f64() && course["mean"].as_f64() <= course["max"].as_f64());
}

#[test]
fn the_same_run_gives_the_same_report() {
    let report = || text(&ninepins(&["run", "-", "--for", "20s", "--json"], &seed()));
    assert_eq!(report(), report());
}

#[test]
fn a_run_is_summarised_for_people() {
    let summary = text(&ninepins(&["run", "-", "--for", "20s"], &seed()));
    assert!(summary.contains("00:00:20") && summary.contains("requests"), "{summary}");
}
