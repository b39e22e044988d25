use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Kind, Part};

use ninepins_report::Totals;

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
    let sent: usize = (0..10).map(|frame| session.tick(f64::from(frame) * 16.0, false).len()).sum();
    assert_eq!(sent, 2);
}

#[test]
fn a_frame_gives_its_credit_back_even_from_an_older_generation() {
    let mut session = running();
    session.tick(0.0, false);
    session.tick(16.0, false);
    session.seek(5_000);
    assert!(!session.receive_frame(0, &frame(10, RunState::Running)));
    assert_eq!(session.tick(32.0, false).len(), 1);
}

#[test]
fn the_clock_tells_for_four_seconds_that_another_architecture_made_the_run_start_anew() {
    let mut session = running_from_one_second();
    session.start_anew(Rc::new(Design::default()));
    assert!(session.clock().restarted);
    session.tick(3_900.0, false);
    assert!(session.clock().restarted);
    session.tick(4_100.0, false);
    assert!(!session.clock().restarted);
    session.start_anew(Rc::new(seed_architecture()));
    assert!(!session.clock().restarted, "nothing was lost at the start");
}

#[test]
fn ten_times_asks_for_ten_milliseconds_each() {
    let mut session = running();
    session.tick(0.0, false);
    let asked = session.tick(16.0, false);
    assert!(matches!(asked[..], [ToWorker::Advance { until_ms: 160, .. }]), "{asked:?}");
}

/// A run at ten times the clock's speed that is at its first second when the clock is at zero, and has answered everything.
fn running_from_one_second() -> Session {
    let mut session = running();
    session.seek(1_000);
    session.tick(0.0, false);
    session.receive_frame(1, &frame(1_000, RunState::Running));
    session.receive_frame(1, &frame(1_000, RunState::Running));
    session.tick(0.0, false);
    session.receive_frame(1, &frame(1_000, RunState::Running));
    session
}

/// Where credits go.
fn asked(credits: &[ToWorker]) -> Vec<u64> {
    let until = |message: &ToWorker| match message {
        ToWorker::Advance { until_ms, .. } => *until_ms,
        other => panic!("{other:?}"),
    };
    credits.iter().map(until).collect()
}

#[test]
fn a_frame_that_comes_late_is_made_up_for() {
    let mut session = running_from_one_second();
    assert_eq!(asked(&session.tick(16.0, false)), [1_160]);
    session.receive_frame(1, &frame(1_160, RunState::Running));
    assert_eq!(asked(&session.tick(98.0, false)), [1_980, 1_980]);
}

#[test]
fn an_answer_that_comes_late_is_made_up_for() {
    let mut session = running_from_one_second();
    let sent: Vec<u64> = (1..=10).flat_map(|frame| asked(&session.tick(f64::from(frame) * 20.0, false))).collect();
    assert_eq!(sent, [1_200, 1_400]);
    session.receive_frame(1, &frame(1_200, RunState::Running));
    assert_eq!(asked(&session.go_on(false)), [3_000]);
    session.receive_frame(1, &frame(1_400, RunState::Running));
    assert_eq!(asked(&session.go_on(false)), [3_000]);
    session.receive_frame(1, &frame(3_000, RunState::Running));
    assert_eq!(asked(&session.go_on(false)), [] as [u64; 0]);
}

#[test]
fn a_worker_that_has_more_to_do_does_not_wait_for_a_frame_and_one_that_is_done_does() {
    let mut session = running_from_one_second();
    assert_eq!(asked(&session.tick(16.0, false)), [1_160]);
    session.receive_frame(1, &frame(1_100, RunState::Running));
    assert_eq!(asked(&session.go_on(false)), [1_160]);
    session.receive_frame(1, &frame(1_160, RunState::Running));
    assert_eq!(asked(&session.go_on(false)), [] as [u64; 0]);
}

#[test]
fn a_worker_that_cannot_hold_the_speed_owes_a_quarter_of_a_second_and_the_speed_held_is_told() {
    let mut session = running_from_one_second();
    let (mut now_ms, mut farthest_ms) = (1_000, 0);
    for number in 1..=300 {
        let sent = asked(&session.tick(f64::from(number) * 20.0, false));
        if let Some(until) = sent.first() {
            farthest_ms = *until - now_ms;
            now_ms += 100;
            session.receive_frame(1, &frame(now_ms, RunState::Running));
        }
    }
    assert_eq!(farthest_ms, 2_500);
    assert_eq!(session.clock().held_speed, Some(5.0));
}

#[test]
fn a_page_that_was_hidden_goes_on_where_it_was() {
    let mut session = running_from_one_second();
    assert_eq!(asked(&session.tick(16.0, false)), [1_160]);
    session.receive_frame(1, &frame(1_160, RunState::Running));
    assert_eq!(asked(&session.tick(60_000.0, false)), [2_160, 2_160]);
}

#[test]
fn what_is_owed_at_a_pause_is_not_made_up_for_after_it() {
    let mut session = running_from_one_second();
    (1..=10).for_each(|frame| drop(session.tick(f64::from(frame) * 20.0, false)));
    session.set_playing(false);
    session.receive_frame(1, &frame(1_200, RunState::Running));
    session.receive_frame(1, &frame(1_400, RunState::Running));
    assert_eq!(asked(&session.go_on(false)), [] as [u64; 0]);
    session.tick(220.0, false);
    session.set_playing(true);
    assert_eq!(asked(&session.tick(240.0, false)), [1_600]);
}

#[test]
fn while_hands_move_something_the_worker_is_asked_for_three_frames_at_once() {
    let mut session = running_from_one_second();
    let sent: Vec<Vec<u64>> = (1..=4).map(|frame| asked(&session.tick(f64::from(frame) * 16.0, true))).collect();
    assert_eq!(sent, [vec![], vec![], vec![1_480], vec![]]);
    session.receive_frame(1, &frame(1_480, RunState::Running));
    assert_eq!(asked(&session.go_on(true)), [] as [u64; 0]);
    assert_eq!(asked(&session.go_on(false)), [1_640]);
}

#[test]
fn answers_bring_no_more_than_two_credits() {
    let mut session = running_from_one_second();
    let mut outstanding = 0;
    for number in 1..=100_u32 {
        outstanding += session.tick(f64::from(number) * 20.0, false).len();
        assert!(outstanding <= 2, "{outstanding}");
        session.receive_frame(1, &frame(1_000 + u64::from(number) * 10, RunState::Running));
        outstanding = outstanding.saturating_sub(1) + session.go_on(false).len();
        assert!(outstanding <= 2, "{outstanding}");
    }
    assert_eq!(outstanding, 2);
}

#[test]
fn a_paused_run_that_shows_the_present_asks_for_nothing() {
    let mut session = running();
    session.set_playing(false);
    session.tick(0.0, false);
    session.receive_frame(0, &frame(0, RunState::Running));
    assert_eq!(session.tick(16.0, false), Vec::new());
}

#[test]
fn silence_counts_only_while_an_answer_is_due() {
    let mut session = running();
    session.set_playing(false);
    session.tick(0.0, false);
    session.receive_frame(0, &frame(0, RunState::Running));
    (1..20).for_each(|second| drop(session.tick(f64::from(second) * 1_000.0, false)));
    assert!(!session.is_silent());
    session.set_playing(true);
    (20..40).for_each(|second| drop(session.tick(f64::from(second) * 1_000.0, false)));
    assert!(session.is_silent());
}

#[test]
fn a_worker_that_loads_is_never_silent_and_the_page_tells_that_it_waits() {
    let seconds = |session: &mut Session, from: u32| {
        (from..from + 100).for_each(|second| drop(session.tick(f64::from(second) * 1_000.0, false)));
    };
    let mut session = Session::new(Rc::new(seed_architecture()), 10.0);
    session.load();
    assert!(!session.clock().loading);
    seconds(&mut session, 0);
    assert!(!session.is_silent() && session.clock().loading);
    session.greeted();
    assert!(!session.clock().loading);
    session.tick(100_000.0, false);
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
    (0..100).for_each(|second| drop(session.tick(f64::from(second) * 1_000.0, false)));
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
