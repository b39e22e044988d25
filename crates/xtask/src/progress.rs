//! What a person at the terminal reads while a task runs.
#![allow(
    clippy::print_stdout,
    reason = "the terminal is this program's only interface, and only this module writes to it"
)]

use std::time::Duration;

/// Announces a piece of work that may take a while.
pub(crate) fn step(text: &str) {
    println!("==> {text}");
}

/// A detail under the current step.
pub(crate) fn detail(text: &str) {
    println!("    {text}");
}

/// A line that other programs read, so nothing is added to it.
pub(crate) fn plain(text: &str) {
    println!("{text}");
}

/// What went wrong and, below it, why. Without the trace of this program that anyhow would add.
pub(crate) fn failure(error: &anyhow::Error) {
    eprintln!("error: {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
}

/// Seconds for short work, minutes and seconds for long.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} m {:02} s", seconds / 60, seconds % 60)
    }
}
