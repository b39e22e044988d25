use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Kind, Part};

use super::*;

fn running() -> Session {
    let mut session = Session::new(Rc::new(seed_architecture()), 10.0);
    session.greeted();
    session
}

fn frame(now_ms: u64, state: RunState) -> Frame {
    Frame {
        now_ns: now_ms * 1_000_000,
        state,
        totals: Totals::default(),
        windows: Vec::new(),
        log: Vec::new(),
        rewound: false,
        gauges: None,
        digest: 0,
    }
}

#[test]
fn at_most_two_credits_are_outstanding() {
    let mut session = running();
    let sent: usize = (0..10).map(|frame| session.tick(f64::from(frame) * 16.0).len()).sum();
    assert_eq!(sent, 2);
}

#[test]
fn a_frame_gives_its_credit_back_even_from_an_older_generation() {
    let mut session = running();
    session.tick(0.0);
    session.tick(16.0);
    session.seek(5_000);
    assert!(!session.receive_frame(0, &frame(10, RunState::Running)));
    assert_eq!(session.tick(32.0).len(), 1);
}

#[test]
fn ten_times_asks_for_ten_milliseconds_each() {
    let mut session = running();
    session.tick(0.0);
    let asked = session.tick(16.0);
    assert!(matches!(asked[..], [ToWorker::Advance { until_ms: 160, .. }]), "{asked:?}");
}

#[test]
fn a_paused_run_that_shows_the_present_asks_for_nothing() {
    let mut session = running();
    session.set_playing(false);
    session.tick(0.0);
    session.receive_frame(0, &frame(0, RunState::Running));
    assert_eq!(session.tick(16.0), Vec::new());
}

#[test]
fn silence_counts_only_while_an_answer_is_due() {
    let mut session = running();
    session.set_playing(false);
    session.tick(0.0);
    session.receive_frame(0, &frame(0, RunState::Running));
    (1..20).for_each(|second| drop(session.tick(f64::from(second) * 1_000.0)));
    assert!(!session.is_silent());
    session.set_playing(true);
    (20..40).for_each(|second| drop(session.tick(f64::from(second) * 1_000.0)));
    assert!(session.is_silent());
}

#[test]
fn a_worker_that_loads_is_never_silent_and_the_page_tells_that_it_waits() {
    let seconds = |session: &mut Session, from: u32| {
        (from..from + 100).for_each(|second| drop(session.tick(f64::from(second) * 1_000.0)));
    };
    let mut session = Session::new(Rc::new(seed_architecture()), 10.0);
    session.load();
    assert!(!session.clock().loading);
    seconds(&mut session, 0);
    assert!(!session.is_silent() && session.clock().loading);
    session.greeted();
    assert!(!session.clock().loading);
    session.tick(100_000.0);
    session.load();
    seconds(&mut session, 100);
    assert!(!session.is_silent() && session.clock().loading);
    assert_eq!(session.clock().held_speed, None);
    session.hear();
    seconds(&mut session, 200);
    assert!(session.is_silent() && !session.clock().loading);
}

#[test]
fn a_worker_that_is_gone_is_not_waited_for() {
    let mut session = running();
    session.lose_worker();
    (0..100).for_each(|second| drop(session.tick(f64::from(second) * 1_000.0)));
    assert!(!session.is_silent() && !session.clock().loading);
}

#[test]
fn a_moved_part_runs_on_and_a_new_one_starts_over() {
    let session = running();
    let mut moved = seed_architecture();
    moved.parts.values_mut().for_each(|part| part.at[0] += 8);
    assert_eq!(session.difference(&moved), Difference::None);
    let mut grown = seed_architecture();
    grown.parts.insert(grown.free_part_id(Kind::Users), Part::new(Kind::Users));
    assert_eq!(session.difference(&grown), Difference::Structure);
    let mut seeded = seed_architecture();
    seeded.scenario.seed += 1;
    assert_eq!(session.difference(&seeded), Difference::Values);
}

#[test]
fn an_event_comes_after_those_of_its_time() {
    let flush = |at_ms, part: &str| Event { at_ms, action: Action::CacheFlush { part: part.parse().unwrap() } };
    let events = with_event(&[flush(1, "a"), flush(2, "b"), flush(3, "c")], flush(2, "d"));
    assert_eq!(events, [flush(1, "a"), flush(2, "b"), flush(2, "d"), flush(3, "c")]);
}

#[test]
fn an_action_that_an_edit_overtakes_is_asked_for_again_and_happens_once() {
    let mut session = running();
    let action = Action::CacheFlush { part: "cdn".parse().unwrap() };
    let ToWorker::Act { generation: before, action: sent } = session.act(&action) else { panic!("an action is sent") };
    session.open_at_now(Rc::new(seed_architecture()));
    assert_eq!(session.receive_event(before, 40, &sent), None);
    let again = session.act_again();
    let [ToWorker::Act { generation, action: same }] = &again[..] else { panic!("{again:?}") };
    assert_eq!(session.receive_event(*generation, 70, same), Some(Event { at_ms: 70, action }));
    assert_eq!(session.act_again(), Vec::new());
}
