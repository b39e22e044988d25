//! Long runs: what is kept of them does not grow for ever, and nothing that was counted is lost.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_model::presets::{seed_architecture, single_instance};
use ninepins_model::{Action, Design, PartSettings};
use ninepins_report::Window;
use ninepins_sim::Run;

const SECOND: u64 = 1_000_000_000;
const DAY_S: u32 = 86_400;
/// Seconds after which old windows have been merged, twice.
const LONG_S: u32 = 12_000;

fn with_rate(mut design: Design, rps: f64, duration_s: u32) -> Design {
    design.scenario.duration_s = duration_s;
    for part in design.parts.values_mut() {
        if let PartSettings::Users(users) = &mut part.settings {
            (users.traffic.rps, users.clients) = (rps, 20);
        }
    }
    design
}

fn run_to(run: &mut Run, second: u32) {
    run.advance(u64::from(second) * SECOND, u64::MAX);
}

/// Panics unless every second up to now is in one window.
fn assert_no_gaps(run: &Run) {
    let mut until = 0;
    for window in run.windows() {
        assert_eq!(window.start_s, until, "at {} ns", run.now_ns());
        until = window.end_s();
    }
    assert_eq!(u64::from(until), run.now_ns() / SECOND);
}

#[test]
fn windows_that_are_merged_lose_neither_totals_nor_the_worst() {
    let mut run = Run::new(with_rate(single_instance(), 2.0, LONG_S));
    let mut all: Vec<Window> = Vec::new();
    for second in 1..=LONG_S {
        run_to(&mut run, second);
        all.push(run.windows().last().unwrap().clone());
    }
    assert!(run.windows().len() < all.len() / 2 + 3_700, "{}", run.windows().len());
    assert_no_gaps(&run);
    for window in run.windows() {
        let seconds = &all[window.start_s as usize..window.end_s() as usize];
        let sum = |of: fn(&Window) -> u32| seconds.iter().map(of).sum::<u32>();
        let worst = |of: fn(&Window) -> u32| seconds.iter().map(of).max().unwrap();
        assert_eq!(window.started.iter().sum::<u32>(), sum(|one| one.started.iter().sum()));
        assert_eq!((window.ok_total(), window.failed_total()), (sum(Window::ok_total), sum(Window::failed_total)));
        assert_eq!(window.attempts, sum(|one| one.attempts));
        let in_flight = seconds.iter().map(|one| one.in_flight);
        assert_eq!(window.range().in_flight, [in_flight.clone().min().unwrap(), in_flight.max().unwrap()]);
        let least = |of: fn(&Window) -> u32| seconds.iter().map(of).min().unwrap();
        assert_eq!(
            window.range().least_us,
            [least(|one| one.p50_us), least(|one| one.p95_us), least(|one| one.p99_us)]
        );
        for sample in &window.parts {
            for (place, (metric, mean)) in sample.metrics.iter().enumerate() {
                let values = || seconds.iter().filter_map(|one| one.metric(sample.part, *metric));
                let range = [values().fold(f32::MAX, f32::min), values().fold(f32::MIN, f32::max)];
                assert_eq!(sample.range(place), range, "{metric:?}");
                let exact = values().map(f64::from).sum::<f64>() / values().count() as f64;
                assert!((f64::from(*mean) - exact).abs() <= exact.abs() * 1e-4 + 1e-4, "{metric:?}: {mean} {exact}");
            }
        }
        assert_eq!(
            (window.p50_us, window.p95_us, window.p99_us),
            (worst(|one| one.p50_us), worst(|one| one.p95_us), worst(|one| one.p99_us))
        );
    }
    let started: u32 = run.windows().iter().flat_map(|window| window.started).sum();
    assert_eq!(u64::from(started), run.totals().generated);
}

#[test]
fn a_long_run_that_went_back_and_forth_is_the_run_in_one_go() {
    let design = with_rate(single_instance(), 0.2, LONG_S);
    let mut straight = Run::new(design.clone());
    run_to(&mut straight, LONG_S);
    let mut run = Run::new(design);
    run_to(&mut run, 11_000);
    for second in [9_999, 1, 3_601, 10_500, 2_047, 11_500, 7_777, 11_999, 0, 5_003] {
        run.seek(u64::from(second) * SECOND);
        run_to(&mut run, second);
        assert_eq!(run.now_ns(), u64::from(second) * SECOND);
        assert_no_gaps(&run);
    }
    run.seek(u64::from(LONG_S) * SECOND);
    run_to(&mut run, LONG_S);
    assert_eq!((run.digest(), run.windows(), run.log()), (straight.digest(), straight.windows(), straight.log()));
}

#[test]
fn what_changes_long_ago_leaves_no_gap_in_the_series() {
    let mut run = Run::new(with_rate(single_instance(), 0.2, LONG_S));
    run_to(&mut run, LONG_S);
    run.seek(2_047 * SECOND);
    run_to(&mut run, 2_047);
    let users = run.design().parts.iter().find(|(_, part)| matches!(part.settings, PartSettings::Users(_)));
    let users = users.unwrap().0.clone();
    run.act(Action::Traffic { part: users, factor: 2.0, for_s: 600 });
    run_to(&mut run, 4_000);
    assert_no_gaps(&run);
    let started: u32 = run.windows().iter().flat_map(|window| window.started).sum();
    assert_eq!(u64::from(started), run.totals().generated);
    let mut straight = Run::new(run.design().clone());
    run_to(&mut straight, 4_000);
    assert_eq!(run.digest(), straight.digest());
}

/// Bytes of this process, on Linux.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}

#[test]
fn a_day_takes_no_more_memory_than_its_first_hours() {
    let mut run = Run::new(with_rate(seed_architecture(), 3.0, DAY_S));
    let at = |run: &mut Run, second: u32| {
        run_to(run, second);
        let windows: usize = run.windows().len();
        (run.state().estimated_bytes(), windows, resident())
    };
    let first = at(&mut run, 600);
    let marks = [3_600, 7_300, 21_600, DAY_S].map(|second| at(&mut run, second));
    assert!(run.totals().generated > 250_000);
    for (bytes, windows, _) in marks {
        // What a checkpoint holds is what is there, not what has been.
        assert!(bytes < first.0 + first.0 / 10, "{bytes} and {} after ten minutes", first.0);
        assert!(windows <= 7_200, "{windows}");
    }
    // What is long ago is still told in minutes, and the last half an hour in seconds.
    assert!(run.windows().iter().all(|window| window.length_s <= 128));
    assert!(run.windows().iter().rev().take(1_600).all(|window| window.length_s == 1));
    assert_no_gaps(&run);
    if let (Some(after_an_hour), Some(after_a_day)) = (marks[0].2, marks[3].2) {
        assert!(after_a_day < after_an_hour + (16 << 20), "{after_an_hour} and {after_a_day}");
    }
}
