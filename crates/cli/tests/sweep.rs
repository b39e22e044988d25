//! Sweeps: who makes a run, and when, changes nothing.
#![allow(clippy::unwrap_used, reason = "a test that cannot start the program or write a file has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PLAN: &str = r#"{
  "design": "seed.json",
  "for": "40s",
  "seeds": { "from": 1, "count": 3 },
  "settings": [{ "path": "parts.users.traffic.rps", "values": [50, 100] }],
  "faults": {
    "none": [],
    "zone": [{ "at_ms": 10000, "do": "zone_power_loss", "zone": "ap-northeast-2a", "for_s": 600 }]
  }
}"#;

fn ninepins(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ninepins")).current_dir(folder).args(arguments).output().unwrap()
}

fn well(folder: &Path, arguments: &[&str]) -> String {
    let output = ninepins(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", complaint(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with the seed architecture and a plan of twelve runs.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ninepins-sweep-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("seed.json"), well(&folder, &["preset", "seed_architecture"])).unwrap();
    fs::write(folder.join("plan.json"), PLAN).unwrap();
    folder
}

#[test]
fn threads_shards_and_restarts_give_the_same_lines() {
    let folder = folder("same");
    well(&folder, &["sweep", "plan.json", "--out", "whole.jsonl", "--threads", "1"]);
    let whole = fs::read_to_string(folder.join("whole.jsonl")).unwrap();
    assert_eq!(whole.lines().count(), 13, "a title and twelve runs");
    assert_eq!(well(&folder, &["merge", "whole.jsonl"]), whole, "one thread writes them in order");

    well(&folder, &["sweep", "plan.json", "--out", "threads.jsonl", "--threads", "3"]);
    assert_eq!(well(&folder, &["merge", "threads.jsonl"]), whole);

    for shard in ["0/5", "1/5", "2/5", "3/5", "4/5"] {
        well(&folder, &["sweep", "plan.json", "--out", &format!("{}.jsonl", &shard[..1]), "--shard", shard]);
    }
    assert_eq!(well(&folder, &["merge", "3.jsonl", "1.jsonl", "0.jsonl", "4.jsonl", "2.jsonl"]), whole);

    // A process that was killed in the middle of a line.
    let (fifth, _) = whole.match_indices('\n').nth(4).unwrap();
    fs::write(folder.join("cut.jsonl"), &whole[..fifth + 40]).unwrap();
    let output = ninepins(&folder, &["sweep", "plan.json", "--out", "cut.jsonl"]);
    assert!(complaint(&output).contains("goes on after 4 of 12 runs"), "{}", complaint(&output));
    assert_eq!(well(&folder, &["merge", "cut.jsonl"]), whole);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_run_of_a_sweep_is_the_run_of_its_design() {
    let folder = folder("run");
    well(&folder, &["sweep", "plan.json", "--out", "all.jsonl"]);
    let lines = well(&folder, &["merge", "all.jsonl"]);
    // The second seed, at 50 requests a second and with no fault.
    let line: serde_json::Value = serde_json::from_str(lines.lines().nth(2).unwrap()).unwrap();
    let mut design: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("seed.json")).unwrap()).unwrap();
    design["parts"]["users"]["traffic"]["rps"] = 50.into();
    fs::write(folder.join("one.json"), design.to_string()).unwrap();
    let report = well(&folder, &["run", "one.json", "--for", "40s", "--seed", "2", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!((&line["digest"], &line["ok"]), (&report["digest"], &report["totals"]["ok"]));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_table_has_a_row_for_each_combination() {
    let folder = folder("table");
    well(&folder, &["sweep", "plan.json", "--out", "all.jsonl"]);
    let table = well(&folder, &["merge", "--table", "all.jsonl"]);
    assert_eq!(table.lines().count(), 5, "{table}");
    let faulty = table.lines().find(|row| row.contains("zone")).unwrap();
    assert!(table.lines().nth(1).unwrap().contains("100.000"), "{table}");
    assert!(!faulty.contains("100.000"), "{table}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn missing_runs_are_named_and_give_exit_code_1() {
    let folder = folder("missing");
    well(&folder, &["sweep", "plan.json", "--out", "0.jsonl", "--shard", "0/2"]);
    let output = ninepins(&folder, &["merge", "0.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint(&output).contains("6 of 12 runs are missing: 1, 3, 5, 7, 9, 11"), "{}", complaint(&output));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_cannot_be_run_is_refused_before_the_first_run() {
    let folder = folder("refused");
    let refused = |from: &str, to: &str, says: &str| {
        fs::write(folder.join("bad.json"), PLAN.replace(from, to)).unwrap();
        let output = ninepins(&folder, &["sweep", "bad.json", "--out", "bad.jsonl"]);
        assert_eq!(output.status.code(), Some(2), "{from} -> {to}");
        assert!(complaint(&output).contains(says), "{}", complaint(&output));
        assert!(!folder.join("bad.jsonl").exists());
    };
    refused("parts.users.traffic.rps", "parts.users.traffic.rpm", "rpm is not known here");
    refused("parts.users.", "parts.nobody.", "the design has no nobody");
    refused("[50, 100]", "[50, -3]", "was -3");
    refused("[50, 100]", "[]", "is empty");
    refused("zone_power_loss", "zone_power_los", "zone_power_los");
    refused("\"for\": \"40s\"", "\"for\": \"40\"", "write a duration");
    refused("\"seeds\"", "\"seed\"", "unknown field");
    refused("seed.json", "nothing.json", "cannot be read");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn results_of_another_sweep_are_neither_continued_nor_joined() {
    let folder = folder("other");
    well(&folder, &["sweep", "plan.json", "--out", "all.jsonl"]);
    fs::write(folder.join("other.json"), PLAN.replace("40s", "41s")).unwrap();
    let continued = ninepins(&folder, &["sweep", "other.json", "--out", "all.jsonl"]);
    assert!(complaint(&continued).contains("another sweep"), "{}", complaint(&continued));
    well(&folder, &["sweep", "other.json", "--out", "other.jsonl"]);
    let joined = ninepins(&folder, &["merge", "all.jsonl", "other.jsonl"]);
    assert!(complaint(&joined).contains("another sweep"), "{}", complaint(&joined));
    fs::remove_dir_all(folder).unwrap();
}
