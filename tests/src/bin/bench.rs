//! Runs one workload of `cargo xtask bench` natively and writes what it measured as one line of JSON.
#![allow(clippy::print_stdout, reason = "its output is for the program that started it")]

use std::fs;
use std::process::ExitCode;
use std::time::Instant;

use ninepins_bench::{Bench, Scale, Workload, state_bytes};
use serde_json::{Value, json};

const REWINDS: u32 = 32;
const SECOND: u64 = 1_000_000_000;
/// Copies of the state in a batch, and batches.
const COPIES: u32 = 32;
const BATCHES: u32 = 3;
const FRAMES: u32 = 256;
const HISTORIES: u32 = 8;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    if let "sizes" | "day" = name.as_str() {
        println!("{}", Value::from(if name == "day" { day() } else { Scale::ALL.into_iter().map(size).collect() }));
        return ExitCode::SUCCESS;
    }
    let Some(workload) = Workload::named(&name) else {
        eprintln!("no workload is named {name:?}; there are: {}", Workload::ALL.map(Workload::name).join(", "));
        return ExitCode::FAILURE;
    };
    let option = arguments.next().unwrap_or_default();
    if option == "--design" {
        println!("{}", ninepins_share::write(&workload.design()));
        return ExitCode::SUCCESS;
    }
    println!("{}", measure(workload, option == "--without-delays"));
    ExitCode::SUCCESS
}

fn measure(workload: Workload, without_delays: bool) -> Value {
    let mut bench = if without_delays { Bench::without_delays(workload) } else { Bench::new(workload) };
    (0..workload.warm_up_slices()).for_each(|_| bench.slice());
    let before = bench.counts();
    let processor = processor_seconds();
    let started = Instant::now();
    (0..workload.measured_slices()).for_each(|_| bench.slice());
    let seconds = started.elapsed().as_secs_f64();
    let cpu_seconds = processor_seconds().zip(processor).map(|(now, then)| now - then);
    let counts = bench.counts() - before;
    let checksum = bench.checksum();
    let mean_ms = bench.mean_ms();
    let bytes = status("VmHWM:");
    let state = state(&mut bench);
    json!({
        "workload": workload.name(),
        "seconds": seconds,
        "cpu_seconds": cpu_seconds,
        "requests": counts.requests,
        "api_requests": counts.api_requests,
        "failed": counts.failed,
        "events": counts.events,
        "hops": counts.hops,
        "simulated_ns": counts.simulated_ns,
        "mean_ms": mean_ms,
        "checksum": format!("{checksum:016x}"),
        "bytes": bytes,
        "state": state,
        "seek": workload.is_sought().then(|| seek(workload)),
    })
}

/// Simulated seconds before those that are measured, and those.
const WARM_UP_S: u64 = 20;
const MEASURED_S: u64 = 300;
/// Simulated seconds without requests, which cost little.
const IDLE_S: u64 = 6_000;
/// Until when each period of a simulated day lasts whose most memory is told, and how often it is looked at, in seconds.
const MARKS_S: [u64; 6] = [600, 1_800, 3_600, 7_200, 21_600, 86_400];
const LOOK_EVERY_S: usize = 10;

/// What the requests cost at a size of the model.
fn size(scale: Scale) -> Value {
    let (what, count) = match scale {
        Scale::Members(count) => ("members", count),
        Scale::Parts(count) => ("parts", count),
    };
    let measure = |with_requests, for_s| {
        let mut run = scale.run(with_requests);
        run.advance(WARM_UP_S * SECOND, u64::MAX);
        let (before, processor) = (run.totals(), processor_seconds());
        run.advance((WARM_UP_S + for_s) * SECOND, u64::MAX);
        let seconds = processor_seconds().zip(processor).map_or(0.0, |(now, then)| now - then);
        (seconds, run.totals().generated - before.generated, run.totals().events - before.events, state_bytes(&run))
    };
    let ((busy, requests, events, bytes), (idle, ..)) = (measure(true, MEASURED_S), measure(false, IDLE_S));
    json!({
        "what": what,
        "count": count,
        "ns_per_request": busy * 1e9 / requests as f64,
        "ns_without_idle": (busy - idle * MEASURED_S as f64 / IDLE_S as f64) * 1e9 / requests as f64,
        "events_per_request": events as f64 / requests as f64,
        "idle_us_per_s": idle * 1e6 / IDLE_S as f64,
        "state_bytes": bytes,
    })
}

/// The process's memory in the course of a simulated day of the seed architecture at its own rate.
fn day() -> Vec<Value> {
    let mut bench = Bench::new(Workload::Seed);
    let mut start = 0;
    let mark = |end: u64| {
        let look = |second: u64| {
            bench.seek(second as u32);
            status("VmRSS:")
        };
        let most = (start..=end).step_by(LOOK_EVERY_S).map(look).max().flatten();
        start = end;
        json!({ "s": end, "bytes": most, "requests": bench.counts().requests })
    };
    MARKS_S.into_iter().map(mark).collect()
}

/// What the engine's state costs, of a workload that has an engine.
fn state(bench: &mut Bench) -> Option<Value> {
    let copies = copies(bench);
    let (estimate, most_in_flight) = bench.last_copy()?;
    // Before those copies are dropped, whose memory would be taken.
    let start = self::copies(&mut Bench::new(bench.workload()));
    bench.drop_copies();
    bench.rewind();
    let rewind_us = microseconds(REWINDS, || {
        bench.rewind();
    });
    let frame = frame(bench, false, FRAMES);
    Some(json!({
        "most_in_flight": most_in_flight,
        "bytes": copies.bytes,
        "start_bytes": start.bytes,
        "estimated_bytes": estimate,
        "checkpoint_us": copies.us,
        "rewind_us": rewind_us,
        "frame": frame,
    }))
}

struct Copies {
    /// Of one, by what they made the process grow.
    bytes: Option<u64>,
    /// To make one, in the fastest batch.
    us: f64,
}

fn copies(bench: &mut Bench) -> Copies {
    let mut copies = Copies { bytes: None, us: f64::INFINITY };
    for _ in 0..BATCHES {
        // All are kept: the first ones take memory that was free, the last ones only new memory.
        let before = status("VmRSS:");
        let us = microseconds(COPIES, || {
            bench.copy();
        });
        copies.us = copies.us.min(us);
        copies.bytes =
            before.zip(status("VmRSS:")).map(|(before, after)| after.saturating_sub(before) / u64::from(COPIES));
    }
    copies
}

/// Bytes of a frame, and the time to write and to read it.
fn frame(bench: &mut Bench, everything: bool, times: u32) -> Value {
    bench.make_frame(everything);
    let bytes = bench.encode();
    let encode_us = microseconds(times, || {
        bench.encode();
    });
    let decode_us = microseconds(times, || {
        bench.decode();
    });
    json!({ "bytes": bytes, "encode_us": encode_us, "decode_us": decode_us })
}

/// Milliseconds of every seek through half an hour, from its end to its start, and back again.
fn seek(workload: Workload) -> Value {
    let mut bench = Bench::new(workload);
    let start_to_end_ms = microseconds(1, || bench.seek(Workload::LAST_SECOND)) / 1e3;
    let history = frame(&mut bench, true, HISTORIES);
    let mut seconds: Vec<u32> = Workload::seeks().collect();
    let mut ms = |seconds: &[u32]| -> Vec<f64> {
        seconds.iter().map(|second| microseconds(1, || bench.seek(*second)) / 1e3).collect()
    };
    let back = ms(&seconds);
    seconds.reverse();
    let forward = ms(&seconds);
    json!({ "ms": back, "forward_ms": forward, "start_to_end_ms": start_to_end_ms, "frame": history })
}

/// Mean microseconds of doing something so many times.
fn microseconds(times: u32, mut action: impl FnMut()) -> f64 {
    let started = Instant::now();
    (0..times).for_each(|_| action());
    started.elapsed().as_secs_f64() * 1e6 / f64::from(times)
}

/// Seconds that this thread has had a processor, on Linux.
fn processor_seconds() -> Option<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}

/// A size in bytes from what Linux says of this process: `VmRSS:` is its memory, `VmHWM:` the most it ever had.
fn status(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}
