//! What the page hears for what it says.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use std::cell::Cell;

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Design, Event};
use ninepins_protocol::{FromWorker, PROTOCOL, ToWorker, encode};
use ninepins_report::{Frame, RunState};
use ninepins_share::{action_json, write};
use ninepins_worker::Session;

/// A clock that never advances, so that a credit ends only where it was to end.
fn stopped() -> f64 {
    0.0
}

fn power_loss(at_ms: u64) -> Event {
    Event { at_ms, action: Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 5 } }
}

fn design_with(events: &[Event]) -> Design {
    let mut design = seed_architecture();
    design.scenario.duration_s = 60;
    design.scenario.events = events.to_vec();
    design
}

fn open(session: &mut Session, generation: u32, design: &Design, at_ms: u64) {
    let message = ToWorker::Open { generation, design: write(design).into_bytes(), at_ms };
    assert_eq!(session.handle(message, stopped), []);
}

fn advance(session: &mut Session, generation: u32, until_ms: u64) -> Frame {
    let message = ToWorker::Advance { generation, until_ms, budget_ms: 8, gauges: false };
    frame_of(session.handle(message, stopped))
}

fn frame_of(answers: Vec<FromWorker>) -> Frame {
    let [FromWorker::Frame { frame, .. }] = <[FromWorker; 1]>::try_from(answers).unwrap() else {
        panic!("a credit is answered by something other than a frame")
    };
    frame
}

fn running(design: &Design) -> Session {
    let mut session = Session::default();
    open(&mut session, 1, design, 0);
    session
}

#[test]
fn a_greeting_is_answered() {
    let answer = Session::default().handle(ToWorker::Hello { protocol: 99 }, stopped);
    assert_eq!(answer, [FromWorker::Hello { protocol: PROTOCOL }]);
}

#[test]
fn bytes_that_are_no_message_are_refused() {
    let answer = Session::default().handle_bytes(&[255, 255, 3], stopped);
    assert!(matches!(answer[..], [FromWorker::Refused { .. }]));
}

#[test]
fn a_message_is_followed_from_its_bytes() {
    let bytes = encode(&ToWorker::Hello { protocol: PROTOCOL }).unwrap();
    assert_eq!(Session::default().handle_bytes(&bytes, stopped), [FromWorker::Hello { protocol: PROTOCOL }]);
}

#[test]
fn a_credit_is_answered_by_a_frame_when_nothing_runs() {
    assert_eq!(advance(&mut Session::default(), 7, 1000).state, RunState::Finished);
}

#[test]
fn a_run_goes_as_far_as_the_page_asks() {
    let frame = advance(&mut running(&design_with(&[])), 1, 12_500);
    assert_eq!((frame.now_ns, frame.state), (12_500_000_000, RunState::Running));
}

#[test]
fn a_run_ends_with_its_scenario() {
    let frame = advance(&mut running(&design_with(&[])), 1, 90_000);
    assert_eq!((frame.now_ns, frame.state), (60_000_000_000, RunState::Finished));
}

#[test]
fn a_frame_carries_only_what_is_new() {
    let mut session = running(&design_with(&[]));
    let first = advance(&mut session, 1, 10_000);
    let second = advance(&mut session, 1, 20_000);
    assert_eq!((first.rewound, second.rewound), (true, false));
    assert_eq!(second.windows.first().unwrap().start_s, first.windows.last().unwrap().start_s + 1);
}

#[test]
fn gauges_come_when_they_are_asked_for() {
    let mut session = running(&design_with(&[]));
    let message = |gauges| ToWorker::Advance { generation: 1, until_ms: 1000, budget_ms: 8, gauges };
    let asked = frame_of(session.handle(message(true), stopped));
    let unasked = frame_of(session.handle(message(false), stopped));
    assert_eq!((asked.gauges.is_some(), unasked.gauges.is_some()), (true, false));
}

#[test]
fn a_credit_without_time_makes_some_progress_and_catches_up_later() {
    let clock = Cell::new(0.0);
    let tick = || {
        clock.set(clock.get() + 5.0);
        clock.get()
    };
    let mut session = Session::default();
    open(&mut session, 1, &design_with(&[]), 60_000);
    let message = ToWorker::Advance { generation: 1, until_ms: 60_000, budget_ms: 1, gauges: false };
    let frame = frame_of(session.handle(message, tick));
    assert_eq!(frame.state, RunState::CatchingUp);
    assert!(frame.now_ns > 0 && frame.now_ns < 60_000_000_000, "at {}", frame.now_ns);
}

#[test]
fn where_credits_end_changes_nothing() {
    let events = [power_loss(10_000)];
    let mut at_once = running(&design_with(&events));
    let mut in_steps = running(&design_with(&events));
    for until_ms in (0..40_000).step_by(37) {
        advance(&mut in_steps, 1, until_ms);
    }
    assert_eq!(advance(&mut at_once, 1, 40_000).digest, advance(&mut in_steps, 1, 40_000).digest);
}

#[test]
fn seeking_back_and_running_again_gives_the_same_run() {
    let mut session = running(&design_with(&[power_loss(10_000)]));
    let before = advance(&mut session, 1, 40_000);
    assert_eq!(session.handle(ToWorker::Seek { generation: 2, at_ms: 15_000 }, stopped), []);
    let rewound = advance(&mut session, 2, 15_000);
    assert_eq!((rewound.now_ns, rewound.rewound), (15_000_000_000, true));
    assert_eq!(advance(&mut session, 2, 40_000).digest, before.digest);
}

#[test]
fn an_action_happens_now_and_is_kept_in_the_timeline() {
    let mut session = running(&design_with(&[]));
    advance(&mut session, 1, 10_000);
    let action = action_json(&power_loss(0).action).into_bytes();
    let answer = session.handle(ToWorker::Act { generation: 1, action: action.clone() }, stopped);
    let [FromWorker::Acted { at_ms, action: echo, .. }] = &answer[..] else { panic!("{answer:?}") };
    assert_eq!((at_ms - 10_000 <= 1, echo), (true, &action));
    let acted = advance(&mut session, 1, 40_000);
    let written = advance(&mut running(&design_with(&[power_loss(*at_ms)])), 1, 40_000);
    assert_eq!(acted.digest, written.digest);
}

#[test]
fn an_action_that_is_none_is_refused() {
    let mut session = running(&design_with(&[]));
    let answer = session.handle(ToWorker::Act { generation: 1, action: b"{}".to_vec() }, stopped);
    assert!(matches!(answer[..], [FromWorker::Refused { .. }]));
}

#[test]
fn an_event_put_into_the_past_gives_the_run_it_would_always_have_given() {
    let mut session = running(&design_with(&[]));
    advance(&mut session, 1, 40_000);
    open(&mut session, 2, &design_with(&[power_loss(10_000)]), 40_000);
    let edited = advance(&mut session, 2, 40_000);
    let fresh = advance(&mut running(&design_with(&[power_loss(10_000)])), 1, 40_000);
    assert_eq!((edited.digest, edited.rewound), (fresh.digest, true));
}

#[test]
fn another_design_starts_anew() {
    let mut session = running(&design_with(&[]));
    advance(&mut session, 1, 10_000);
    let mut other = design_with(&[]);
    other.scenario.seed += 1;
    open(&mut session, 2, &other, 10_000);
    assert_eq!(advance(&mut session, 2, 10_000).digest, advance(&mut running(&other), 1, 10_000).digest);
}

#[test]
fn a_design_that_cannot_be_opened_changes_nothing() {
    let mut session = running(&design_with(&[]));
    let message = ToWorker::Open { generation: 2, design: b"{}".to_vec(), at_ms: 0 };
    assert!(matches!(session.handle(message, stopped)[..], [FromWorker::Refused { .. }]));
    assert_eq!(advance(&mut session, 1, 5_000).now_ns, 5_000_000_000);
}
