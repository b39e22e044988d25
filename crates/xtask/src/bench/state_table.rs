//! What the engine's state costs: its size, copies of it, frames, and going to another time.

use super::table::{median, median_of, or_dash, print_table};
use super::{Sample, Samples, State};
use crate::progress;

const HEAD: [&str; 12] = [
    "workload",
    "",
    "most in flight",
    "state KiB",
    "estimate KiB",
    "at start KiB",
    "bytes per request in flight (beyond the start's)",
    "checkpoint µs",
    "rewind µs",
    "frame bytes",
    "encode µs",
    "decode µs",
];

pub(super) fn print(results: &[Samples]) {
    let has_state = |result: &&Samples| result.samples.iter().any(|sample| sample.state.is_some());
    print_table(&HEAD, results.iter().filter(has_state).map(cells));
    for result in results {
        print_seeks(result);
    }
}

fn cells(result: &Samples) -> [String; HEAD.len()] {
    let samples = &result.samples;
    let value = |value: fn(&State) -> Option<f64>| {
        let of_sample = |sample: &Sample| sample.state.as_ref().and_then(value);
        let best = samples.iter().filter_map(of_sample).fold(f64::INFINITY, f64::min);
        median_of(samples, of_sample).map(|median| (median, best))
    };
    let whole = |number: fn(&State) -> Option<f64>| or_dash(value(number).map(|(median, _)| format!("{median:.0}")));
    let time = |number: fn(&State) -> Option<f64>| {
        or_dash(value(number).map(|(median, best)| format!("{median:.1} ({best:.1})")))
    };
    [
        result.workload.about.into(),
        result.machine.into(),
        whole(|state| Some(state.most_in_flight)),
        whole(|state| state.bytes.map(|bytes| bytes / 1024.0)),
        whole(|state| Some(state.estimated_bytes / 1024.0)),
        whole(|state| state.start_bytes.map(|bytes| bytes / 1024.0)),
        or_dash(whole_of_each(samples)),
        time(|state| Some(state.checkpoint_us)),
        time(|state| Some(state.rewind_us)),
        whole(|state| Some(state.frame.bytes)),
        time(|state| Some(state.frame.encode_us)),
        time(|state| Some(state.frame.decode_us)),
    ]
}

/// The state's bytes by the most requests in flight, and in brackets those that it did not have at the start.
fn whole_of_each(samples: &[Sample]) -> Option<String> {
    let state = |sample: &Sample| sample.state.as_ref().and_then(|state| Some(state.bytes? / state.most_in_flight));
    let grown = |sample: &Sample| {
        let state = sample.state.as_ref()?;
        Some((state.bytes? - state.start_bytes?).max(0.0) / state.most_in_flight)
    };
    Some(format!("{:.0} ({:.0})", median_of(samples, state)?, median_of(samples, grown)?))
}

/// One line of a workload in which seeking is measured.
fn print_seeks(result: &Samples) {
    let seeks: Vec<_> = result.samples.iter().filter_map(|sample| sample.seek.as_ref()).collect();
    if seeks.is_empty() {
        return;
    }
    // The worst of each round, so that one that another program delayed does not decide.
    let worst =
        |ms: fn(&super::Seek) -> &[f64]| median(seeks.iter().map(|seek| ms(seek).iter().copied().fold(0.0, f64::max)));
    let usual = |ms: fn(&super::Seek) -> &[f64]| median(seeks.iter().flat_map(|seek| ms(seek).iter().copied()));
    let [back, forward]: [fn(&super::Seek) -> &[f64]; 2] = [|seek| &seek.ms, |seek| &seek.forward_ms];
    let to_end = median(seeks.iter().map(|seek| seek.start_to_end_ms));
    let frame = |value: fn(&super::Frame) -> f64| median(seeks.iter().map(|seek| value(&seek.frame)));
    progress::plain(&format!(
        "\n{}, {}: back to any second of half an hour in {:.1} ms (worst {:.1} ms), forward again in {:.1} ms (worst {:.1} ms), \
         the first time from its start to its end in {to_end:.0} ms. The frame with all of it has {:.0} KiB, is encoded in \
         {:.2} ms and decoded in {:.2} ms.",
        result.workload.about,
        result.machine,
        usual(back),
        worst(back),
        usual(forward),
        worst(forward),
        frame(|frame| frame.bytes) / 1024.0,
        frame(|frame| frame.encode_us) / 1e3,
        frame(|frame| frame.decode_us) / 1e3,
    ));
}
