//! What a run's state costs: copies of it, and frames that tell the page of it.

use ninepins_protocol::{FromWorker, decode, encode};
use ninepins_report::{Frame, RunState};
use ninepins_sim::Run;

/// The frame of a run, as the page's worker sends one ten times a second; with everything since the start, as after a seek.
pub(crate) fn frame(run: &Run, everything: bool) -> FromWorker {
    let windows = run.windows();
    let first = if everything { 0 } else { windows.len().saturating_sub(1) };
    let log = if everything { run.log().to_vec() } else { Vec::new() };
    let frame = Frame {
        now_ns: run.now_ns(),
        state: RunState::Running,
        totals: run.totals(),
        windows: windows[first..].to_vec(),
        log,
        rewound: everything,
        gauges: Some(run.gauges()),
        digest: run.digest(),
    };
    FromWorker::Frame { generation: 1, frame }
}

/// The frame's bytes; none only if it cannot be written, which a test excludes.
pub(crate) fn to_bytes(frame: &FromWorker) -> Vec<u8> {
    encode(frame).unwrap_or_default()
}

/// Reads a frame's bytes as the page does. Returns whether they are one.
pub(crate) fn is_read(bytes: &[u8]) -> bool {
    matches!(decode::<FromWorker>(bytes), Ok(FromWorker::Frame { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ninepins_model::presets::seed_architecture;

    #[test]
    fn a_frame_with_everything_is_read_back_and_larger_than_one_with_the_last_second() {
        let mut run = Run::new(seed_architecture());
        run.advance(30_000_000_000, u64::MAX);
        let [last, everything] = [false, true].map(|everything| to_bytes(&frame(&run, everything)));
        assert!(is_read(&last) && is_read(&everything));
        assert!(everything.len() > 2 * last.len());
    }
}
