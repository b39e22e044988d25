//! Runs the reference scenarios over many seeds: `scenarios [seeds [seeds of means [filter [document]]]]`. Writes
//! target/scenarios.md, or the results of a document, from their heading on.
#![allow(clippy::print_stdout, reason = "its output is for the person who started it")]

use std::process::ExitCode;

use ninepins_scenarios::ScenarioError;
use ninepins_tests::report::{Seeds, folders, markdown, measured};

/// Seeds without an argument.
const SEEDS: u32 = 20;
/// What the results stand under in a document.
const HEADING: &str = "## Results\n";
/// What is said of them.
const NOTE: &str = "\
`cargo xtask scenarios --seeds 20 --mean-seeds 200 --document`: 20 seeds where a window is expected, 200 where a mean is, unless the
scenario says `most_seeds`. It takes thirteen minutes of processor time.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let count = |place: usize| arguments.get(place).and_then(|text| text.parse().ok());
    let windows = count(0).unwrap_or(SEEDS).max(1);
    let seeds = Seeds { windows, means: count(1).unwrap_or(windows).max(1) };
    let filter = arguments.get(2).map_or("", String::as_str);
    match report(seeds, filter, arguments.get(3).map(String::as_str)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether everything is as expected.
fn report(seeds: Seeds, filter: &str, document: Option<&str>) -> Result<bool, ScenarioError> {
    let folders = folders(filter)?;
    let lines = measured(&folders, seeds)?;
    let text = markdown(&lines);
    println!("{text}");
    let broken = |path: &str, error: std::io::Error| ScenarioError(format!("{path}: {error}"));
    let (path, text) = match document {
        Some(path) => {
            let present = std::fs::read_to_string(path).map_err(|error| broken(path, error))?;
            let head = present.split(HEADING).next().unwrap_or_default();
            (path, format!("{head}{HEADING}\n{NOTE}\n{text}"))
        }
        None => {
            std::fs::create_dir_all("target").map_err(|error| broken("target", error))?;
            ("target/scenarios.md", format!("# Reference scenarios\n\n{text}"))
        }
    };
    std::fs::write(path, text).map_err(|error| broken(path, error))?;
    Ok(lines.iter().all(|line| line.is_fine()))
}
