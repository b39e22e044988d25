//! Whatever the design and the timeline: everything adds up, nothing panics, and how a run is watched, sliced, steered
//! and rewound never changes it.

use ninepins_model::Design;
use ninepins_sim::{Progress, Run};
use ninepins_tests::chaos::{self, Tape};
use proptest::prelude::*;

/// As many cases as fit into a few seconds.
const CASES: u32 = 120;

fn tape() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), 0..1200)
}

/// More events than any of these runs can have unless it goes round in circles.
const MANY_EVENTS: u64 = 4_000_000;

fn finished(design: &Design) -> Run {
    let mut run = Run::new(design.clone());
    let progress = run.advance(run.end_ns(), MANY_EVENTS);
    assert_ne!(progress, Progress::EventLimit, "{:?}", run.totals());
    run
}

/// What two runs that are the same have in common.
fn trace(run: &Run) -> (u64, String) {
    (run.digest(), format!("{:?} {:?} {:?} {:?}", run.totals(), run.log(), run.windows(), run.summary()))
}

/// Everything adds up.
fn check(run: &Run) {
    assert_eq!(run.violations(), Vec::<String>::new());
    let totals = run.totals();
    assert_eq!(totals.generated, totals.ok + totals.failed + totals.in_flight);
}

/// Looks at everything that can be looked at.
fn watch(run: &Run) {
    std::hint::black_box((run.gauges(), run.summary(), run.windows().len(), run.log().len(), run.totals()));
}

/// Advances in random slices, some by time and some by events.
fn advance_in_slices(run: &mut Run, until_ns: u64, tape: &mut Tape<'_>) {
    let mut before = run.now_ns();
    loop {
        let progress = match tape.below(3) {
            0 => run.advance(until_ns, 1 + tape.below(5000) as u64),
            _ => run.advance((run.now_ns() + 1 + tape.below(7_000_000_000u64 as usize) as u64).min(until_ns), u64::MAX),
        };
        check(run);
        watch(run);
        assert!(run.now_ns() >= before, "time went back from {before} to {}", run.now_ns());
        before = run.now_ns();
        let is_there = run.now_ns() >= until_ns && progress != Progress::EventLimit;
        if is_there || matches!(progress, Progress::Finished | Progress::Stopped) {
            return;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, max_shrink_iters: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_run_in_slices_that_is_watched_is_the_run_in_one_go(numbers in tape(), slices in tape()) {
        let design = chaos::design(&mut Tape::new(&numbers));
        let whole = finished(&design);
        let mut sliced = Run::new(design.clone());
        let end = sliced.end_ns();
        advance_in_slices(&mut sliced, end, &mut Tape::new(&slices));
        prop_assert_eq!(trace(&sliced), trace(&whole));
    }

    #[test]
    fn a_run_that_was_acted_on_is_the_run_of_its_timeline(numbers in tape(), acts in tape()) {
        let mut live = Run::new(chaos::design(&mut Tape::new(&numbers)));
        let mut acts = Tape::new(&acts);
        let end = live.end_ns();
        for _ in 0..acts.below(8) {
            let until = live.now_ns() + acts.below(20_000_000_000u64 as usize) as u64;
            live.advance(until, u64::MAX);
            let now = live.now_ns();
            let at_ms = live.act(chaos::action(&mut acts));
            prop_assert!(at_ms * 1_000_000 > now);
            check(&live);
        }
        live.advance(end, u64::MAX);
        prop_assert_eq!(trace(&live), trace(&finished(live.design())));
    }

    #[test]
    fn a_changed_timeline_gives_the_run_that_had_it_from_the_start(numbers in tape(), edits in tape()) {
        let mut edited = Run::new(chaos::design(&mut Tape::new(&numbers)));
        let mut edits = Tape::new(&edits);
        let end = edited.end_ns();
        for _ in 0..1 + edits.below(4) {
            edited.advance(edits.below(90_000_000_000u64 as usize) as u64, u64::MAX);
            let mut events = edited.design().scenario.events.clone();
            if edits.below(2) == 0 && !events.is_empty() {
                events.remove(edits.below(events.len()));
            } else {
                let count = edits.below(4);
                events.extend(chaos::timeline(&mut edits, count, (end / 1_000_000_000) as u32));
            }
            edited.set_events(events);
            check(&edited);
        }
        edited.advance(end, u64::MAX);
        prop_assert_eq!(trace(&edited), trace(&finished(edited.design())));
    }

    #[test]
    fn going_back_and_forth_finds_the_same_moments(numbers in tape(), jumps in tape()) {
        let design = chaos::design(&mut Tape::new(&numbers));
        let mut run = Run::new(design.clone());
        let mut jumps = Tape::new(&jumps);
        for _ in 0..6 {
            let at = jumps.below(run.end_ns() as usize + 1) as u64;
            run.seek(at);
            run.advance(at, u64::MAX);
            check(&run);
            let mut straight = Run::new(design.clone());
            straight.advance(at, u64::MAX);
            prop_assert_eq!(trace(&run), trace(&straight));
        }
    }

    #[test]
    fn what_is_changed_on_the_way_back_and_forth_changes_only_what_comes_after(numbers in tape(), jumps in tape()) {
        let mut run = Run::new(chaos::design(&mut Tape::new(&numbers)));
        let mut jumps = Tape::new(&jumps);
        let end = run.end_ns();
        for _ in 0..8 {
            let at = jumps.below(end as usize + 1) as u64;
            run.seek(at);
            run.advance(at, u64::MAX);
            match jumps.below(4) {
                0 => {
                    run.act(chaos::action(&mut jumps));
                }
                1 => {
                    let mut events = run.design().scenario.events.clone();
                    events.extend(chaos::timeline(&mut jumps, 1, (end / 1_000_000_000) as u32));
                    run.set_events(events);
                }
                _ => {}
            }
            run.advance(run.now_ns(), u64::MAX);
            check(&run);
            let mut straight = Run::new(run.design().clone());
            straight.advance(run.now_ns(), u64::MAX);
            prop_assert_eq!(trace(&run), trace(&straight));
        }
    }
}
