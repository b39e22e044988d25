//! Runs the reference scenarios over many seeds: `scenarios [seeds] [filter]`. Writes target/scenarios.md.
#![allow(clippy::print_stdout, reason = "its output is for the person who started it")]

use std::process::ExitCode;

use ninepins_tests::report::{folders, markdown, measured};

/// Seeds without an argument.
const SEEDS: u32 = 20;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let seeds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(SEEDS).max(1);
    let filter = arguments.next().unwrap_or_default();
    let report = folders(&filter).and_then(|folders| {
        let lines = measured(&folders, seeds)?;
        Ok((markdown(&lines, seeds), lines.iter().all(|line| line.is_fine())))
    });
    let (text, is_fine) = match report {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    println!("{text}");
    if let Err(error) = std::fs::create_dir_all("target").and_then(|()| std::fs::write("target/scenarios.md", &text)) {
        eprintln!("target/scenarios.md: {error}");
        return ExitCode::FAILURE;
    }
    if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
