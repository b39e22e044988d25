//! Windows and log entries as they add up on the page. Both stay bounded.

use ninepins_report::{Gauges, LogEntry, PartView, Totals, Window};

use crate::state::{LogBook, WindowBook};

/// Most windows kept; then those of the older half are merged in pairs.
const WINDOWS: usize = 4_096;
/// Most log entries kept; the engine caps its own log as well.
const ENTRIES: usize = 10_000;

pub(super) fn clear_windows(book: &mut WindowBook) {
    book.windows.clear();
    book.totals = Totals::default();
    book.version += 1;
}

pub(super) fn clear_log(book: &mut LogBook) {
    book.entries.clear();
    book.epoch += 1;
    book.version += 1;
}

/// Adds new windows; `rewound` ones replace all.
pub(super) fn add_windows(book: &mut WindowBook, windows: Vec<Window>, rewound: bool) {
    if rewound {
        book.windows.clear();
    }
    book.windows.extend(windows);
    while book.windows.len() > WINDOWS {
        merge_older_half(&mut book.windows);
    }
    book.version += 1;
}

/// Adds new entries; `rewound` ones replace all.
pub(super) fn add_entries(book: &mut LogBook, entries: Vec<LogEntry>, rewound: bool) {
    if rewound {
        book.entries.clear();
        book.epoch += 1;
    }
    book.entries.extend(entries);
    if book.entries.len() > ENTRIES {
        let surplus = book.entries.len() - ENTRIES;
        book.entries.drain(..surplus);
    }
    book.version += 1;
}

/// The parts in the order of their numbers, so that each card finds its own at once. The wires come in order.
pub(super) fn put_in_order(gauges: &mut Gauges) {
    let most = gauges.parts.iter().map(|view| usize::from(view.part) + 1).max().unwrap_or_default();
    let mut places: Vec<Option<PartView>> = Vec::new();
    places.resize_with(most, || None);
    for view in gauges.parts.drain(..) {
        let place = usize::from(view.part);
        places[place] = Some(view);
    }
    gauges.parts.extend(places.into_iter().flatten());
}

fn merge_older_half(windows: &mut Vec<Window>) {
    let newer = windows.split_off(windows.len() / 2);
    let older = std::mem::take(windows);
    let mut pairs = older.into_iter();
    while let Some(mut first) = pairs.next() {
        if let Some(second) = pairs.next() {
            first.merge(&second);
        }
        windows.push(first);
    }
    windows.extend(newer);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(start_s: u32) -> Window {
        Window {
            start_s,
            length_s: 1,
            started: [1, 0, 0],
            ok: [1, 0, 0],
            failed: [0; 3],
            attempts: 1,
            in_flight: 0,
            p50_us: 0,
            p95_us: 0,
            p99_us: 0,
            failures: Vec::new(),
            parts: Vec::new(),
            extremes: None,
        }
    }

    #[test]
    fn a_long_run_keeps_every_second_in_a_bounded_number_of_windows() {
        let mut book = WindowBook::default();
        for start_s in 0..10_000 {
            add_windows(&mut book, vec![window(start_s)], false);
        }
        assert!(book.windows.len() <= WINDOWS);
        assert_eq!(book.windows.iter().map(|window| window.ok_total()).sum::<u32>(), 10_000);
    }

    #[test]
    fn parts_come_into_order() {
        let view = |part| PartView {
            part,
            health: ninepins_report::Health::Idle,
            reason: None,
            rate: 0.0,
            failing: 0.0,
            latency_ms: 0.0,
        };
        let mut gauges = Gauges { parts: [5, 0, 3].map(view).into(), ..Gauges::default() };
        put_in_order(&mut gauges);
        assert_eq!(gauges.parts.iter().map(|view| view.part).collect::<Vec<_>>(), [0, 3, 5]);
    }

    #[test]
    fn after_a_rewind_only_the_new_windows_remain() {
        let mut book = WindowBook::default();
        add_windows(&mut book, vec![window(0), window(1)], false);
        add_windows(&mut book, vec![window(0)], true);
        assert_eq!(book.windows, [window(0)]);
    }
}
