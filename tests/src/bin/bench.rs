//! Runs one workload of `cargo xtask bench` natively and writes what it measured as one line of JSON.
#![allow(clippy::print_stdout, reason = "its output is for the program that started it")]

use std::fs;
use std::process::ExitCode;
use std::time::Instant;

use ninepins_bench::{Bench, Workload};
use serde_json::json;

const REWINDS: u32 = 32;

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    let Some(workload) = Workload::named(&name) else {
        eprintln!("no workload is named {name:?}; there are: {}", Workload::ALL.map(Workload::name).join(", "));
        return ExitCode::FAILURE;
    };
    println!("{}", measure(workload));
    ExitCode::SUCCESS
}

fn measure(workload: Workload) -> serde_json::Value {
    let mut bench = Bench::new(workload);
    (0..workload.warm_up_slices()).for_each(|_| bench.slice());
    let before = bench.counts();
    let started = Instant::now();
    (0..workload.measured_slices()).for_each(|_| bench.slice());
    let seconds = started.elapsed().as_secs_f64();
    let counts = bench.counts() - before;
    let checksum = bench.checksum();
    let bytes = peak_bytes();
    json!({
        "workload": workload.name(),
        "seconds": seconds,
        "requests": counts.requests,
        "api_requests": counts.api_requests,
        "failed": counts.failed,
        "events": counts.events,
        "hops": counts.hops,
        "simulated_ns": counts.simulated_ns,
        "checksum": format!("{checksum:016x}"),
        "rewind_us": rewind_us(&mut bench),
        "bytes": bytes,
    })
}

/// Microseconds to go back to the last checkpoint.
fn rewind_us(bench: &mut Bench) -> Option<f64> {
    if !bench.rewind() {
        return None;
    }
    let started = Instant::now();
    (0..REWINDS).for_each(|_| {
        bench.rewind();
    });
    Some(started.elapsed().as_secs_f64() * 1e6 / f64::from(REWINDS))
}

/// The most memory this process ever had, on Linux.
fn peak_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}
