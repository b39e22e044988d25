//! What page and worker have agreed on: generations, credits, the time asked for. No browser in here.

use std::rc::Rc;

use ninepins_model::{Action, Design, Event};
use ninepins_protocol::{PROTOCOL, ToWorker};
use ninepins_report::{Frame, RunState};

use super::speed::HeldSpeed;
use crate::state::Clock;

/// Credits that may be with the worker at once: one it works on, one waiting.
const CREDITS: u32 = 2;
/// Wall milliseconds that one credit may take.
const BUDGET_MS: u32 = 10;
/// Wall milliseconds between two askings for gauges.
const GAUGES_EVERY_MS: f64 = 100.0;
/// Wall milliseconds without an answer after which the worker counts as lost.
const SILENCE_MS: f64 = 5_000.0;
/// Wall milliseconds for which the clock tells that the run had to start anew.
const RESTART_TOLD_MS: f64 = 4_000.0;
/// Wall milliseconds that its program may take to arrive before the page tells of it.
const SHORT_LOADING_MS: f64 = 1_000.0;
/// Simulated milliseconds of a run's first frame. At the end of the first second the worker needs the rest of its program, and
/// until that has arrived nothing more is heard of it.
const FIRST_FRAME_MS: f64 = 300.0;
/// A frame that took longer is of a page that was hidden, or of no smooth animation: no more of it than this is run.
const LONGEST_FRAME_MS: f64 = 100.0;
/// Wall milliseconds whose simulated time may be owed, for frames and answers that come late. A worker that falls further
/// behind cannot hold the speed, and what is beyond is given up.
const OWED_MS: f64 = 250.0;
/// Beyond so many wall milliseconds, more than a frame, a second credit waits while the worker works on the first.
const BEHIND_MS: f64 = 25.0;
/// While hands move something the worker is asked for so many wall milliseconds at once: each message costs the page time.
const ASKED_WHILE_BUSY_MS: f64 = 45.0;

/// How much a run of one design differs from that of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Difference {
    /// Not at all.
    None,
    /// The same parts and wires with other values, or another timeline.
    Values,
    /// Other parts, containers or wires.
    Structure,
}

/// The state of the conversation.
pub(super) struct Session {
    design: Rc<Design>,
    generation: u32,
    greeted: bool,
    /// The worker's program, or the rest of it, is on its way, which takes as long as the network does.
    loading: bool,
    credits: u32,
    playing: bool,
    speed: f64,
    held: HeldSpeed,
    /// Simulated milliseconds asked for.
    wanted_ms: f64,
    /// Where a catch-up goes.
    target_ms: u64,
    now_ns: u64,
    state: RunState,
    /// Something changed that the next frame must show, though it may be paused.
    stale: bool,
    /// Actions the worker was asked for, as sent, until it answers.
    unanswered: Vec<(Vec<u8>, Action)>,
    /// When another architecture made the run start anew.
    restarted_ms: Option<f64>,
    last_tick_ms: Option<f64>,
    last_gauges_ms: f64,
    waiting_ms: f64,
}

impl Session {
    pub(super) fn new(design: Rc<Design>, speed: f64) -> Self {
        Session {
            design,
            generation: 0,
            greeted: false,
            loading: false,
            credits: 0,
            playing: true,
            speed,
            held: HeldSpeed::default(),
            wanted_ms: 0.0,
            target_ms: 0,
            now_ns: 0,
            state: RunState::Running,
            stale: true,
            unanswered: Vec::new(),
            restarted_ms: None,
            last_tick_ms: None,
            last_gauges_ms: f64::NEG_INFINITY,
            waiting_ms: 0.0,
        }
    }

    pub(super) fn is_playing(&self) -> bool {
        self.playing
    }

    pub(super) fn set_playing(&mut self, playing: bool) {
        self.playing = playing;
        self.wanted_ms = self.now_ms();
        self.held.forget();
    }

    pub(super) fn set_speed(&mut self, speed: f64) {
        self.speed = speed;
        self.wanted_ms = self.wanted_ms.min(self.now_ms());
        self.held.forget();
    }

    pub(super) fn step(&mut self) {
        self.playing = false;
        self.wanted_ms = (self.now_ms() + 1_000.0).min(self.end_ms());
    }

    pub(super) fn seek(&mut self, at_ms: u64) -> ToWorker {
        self.forget_actions();
        let at_ms = at_ms.min(self.end_ms() as u64);
        self.turn_to(at_ms);
        ToWorker::Seek { generation: self.generation, at_ms }
    }

    pub(super) fn act(&mut self, action: &Action) -> ToWorker {
        let bytes = ninepins_share::action_json(action).into_bytes();
        self.unanswered.push((bytes.clone(), action.clone()));
        self.stale = true;
        ToWorker::Act { generation: self.generation, action: bytes }
    }

    /// The actions whose answers a new generation no longer waits for, asked for again.
    pub(super) fn act_again(&self) -> Vec<ToWorker> {
        let again =
            |(action, _): &(Vec<u8>, Action)| ToWorker::Act { generation: self.generation, action: action.clone() };
        self.unanswered.iter().map(again).collect()
    }

    /// Nothing that was asked for matters any more.
    pub(super) fn forget_actions(&mut self) {
        self.unanswered.clear();
    }

    pub(super) fn open(&mut self, design: Rc<Design>, at_ms: u64) -> ToWorker {
        self.design = design;
        let at_ms = at_ms.min(self.end_ms() as u64);
        self.turn_to(at_ms);
        self.opening(at_ms)
    }

    /// Starts anew with another architecture, and tells of it where there was a run to lose.
    pub(super) fn start_anew(&mut self, design: Rc<Design>) -> ToWorker {
        if self.now_ms() >= 1_000.0 {
            self.restarted_ms = self.last_tick_ms;
        }
        self.open(design, 0)
    }

    pub(super) fn open_at_now(&mut self, design: Rc<Design>) -> ToWorker {
        self.open(design, self.present_ms())
    }

    pub(super) fn difference(&self, design: &Design) -> Difference {
        if self.design.runs_like(design) {
            Difference::None
        } else if has_same_structure(&self.design, design) {
            Difference::Values
        } else {
            Difference::Structure
        }
    }

    pub(super) fn hello(&self) -> ToWorker {
        ToWorker::Hello { protocol: PROTOCOL }
    }

    /// Before the handshake nothing else may be said; the design follows it.
    pub(super) fn may_post(&self, message: &ToWorker) -> bool {
        self.greeted || matches!(message, ToWorker::Hello { .. })
    }

    /// The worker answered the handshake for the first time.
    pub(super) fn greeted(&mut self) -> Option<ToWorker> {
        self.hear();
        if std::mem::replace(&mut self.greeted, true) {
            return None;
        }
        Some(self.opening(self.present_ms()))
    }

    /// A worker begins to load, or to load the rest of itself.
    pub(super) fn load(&mut self) {
        self.loading = true;
        self.waiting_ms = 0.0;
        self.held.forget();
    }

    pub(super) fn is_loading(&self) -> bool {
        self.loading
    }

    /// The worker is gone; the next one starts where this one was.
    pub(super) fn lose_worker(&mut self) {
        self.turn_to(self.present_ms());
        self.greeted = false;
        self.loading = false;
        self.credits = 0;
        self.waiting_ms = 0.0;
    }

    /// A worker that loads is not silent, however long that takes: it, or the browser, tells when that fails.
    pub(super) fn is_silent(&self) -> bool {
        self.greeted && !self.loading && self.waiting_ms > SILENCE_MS
    }

    /// The worker said something.
    pub(super) fn hear(&mut self) {
        self.loading = false;
        self.waiting_ms = 0.0;
    }

    /// One frame of the page, in which hands may move something: what to send.
    pub(super) fn tick(&mut self, wall_ms: f64, busy: bool) -> Vec<ToWorker> {
        let passed_ms = self.last_tick_ms.replace(wall_ms).map_or(0.0, |last| (wall_ms - last).max(0.0));
        if self.credits > 0 || !self.greeted {
            // A page that was away has not been waiting.
            self.waiting_ms += passed_ms.min(1_000.0);
        }
        if !self.greeted {
            return Vec::new();
        }
        if self.playing && self.state == RunState::Running {
            let step_ms = passed_ms.min(LONGEST_FRAME_MS) * self.speed;
            let farthest_ms = self.now_ms() + OWED_MS * self.speed;
            self.wanted_ms = (self.wanted_ms + step_ms).min(farthest_ms).min(self.end_ms());
            if self.now_ns == 0 {
                self.wanted_ms = self.wanted_ms.min(FIRST_FRAME_MS);
            }
            if !self.loading {
                self.held.measure(wall_ms, self.now_ms(), self.speed);
            }
        }
        let most = if busy { 1 } else { CREDITS };
        let more = if self.is_behind() { most } else { 1 };
        self.give(more.min(most.saturating_sub(self.credits)), wall_ms, busy)
    }

    /// What to send as soon as an answer is here: a worker that has more to do does not wait for the page's next frame, which
    /// may be late. Only frames move the time that is asked for, so a page that is hidden comes to rest.
    pub(super) fn go_on(&mut self, busy: bool) -> Vec<ToWorker> {
        let Some(wall_ms) = self.last_tick_ms.filter(|_| self.greeted) else { return Vec::new() };
        let least = if self.is_behind() && !busy { CREDITS } else { 1 };
        self.give(least.saturating_sub(self.credits), wall_ms, busy)
    }

    fn give(&mut self, credits: u32, wall_ms: f64, busy: bool) -> Vec<ToWorker> {
        let waits = busy && !self.stale && self.wanted_ms - self.now_ms() < ASKED_WHILE_BUSY_MS * self.speed;
        let credits = if self.has_work() && !waits { credits } else { 0 };
        (0..credits).map(|_| self.advance(wall_ms)).collect()
    }

    fn is_behind(&self) -> bool {
        self.state == RunState::CatchingUp || self.wanted_ms - self.now_ms() > BEHIND_MS * self.speed
    }

    fn has_work(&self) -> bool {
        self.stale
            || self.state == RunState::CatchingUp
            || (self.state == RunState::Running && self.wanted_ms.floor() > self.now_ms())
    }

    fn advance(&mut self, wall_ms: f64) -> ToWorker {
        let gauges = self.stale || wall_ms - self.last_gauges_ms >= GAUGES_EVERY_MS;
        if gauges {
            self.last_gauges_ms = wall_ms;
        }
        self.stale = false;
        self.credits += 1;
        ToWorker::Advance { generation: self.generation, until_ms: self.wanted_ms as u64, budget_ms: BUDGET_MS, gauges }
    }

    /// Whether the frame belongs to what runs now.
    pub(super) fn receive_frame(&mut self, generation: u32, frame: &Frame) -> bool {
        self.hear();
        self.credits = self.credits.saturating_sub(1);
        if generation != self.generation {
            return false;
        }
        let was_behind = self.state == RunState::CatchingUp;
        self.now_ns = frame.now_ns;
        self.state = frame.state;
        if was_behind && frame.state != RunState::CatchingUp {
            self.stale = true;
            self.held.forget();
            self.wanted_ms = self.now_ms();
        }
        if matches!(frame.state, RunState::Finished | RunState::Stopped) {
            self.stale |= self.playing;
            self.playing = false;
        }
        true
    }

    /// An action took effect. Its event, when it belongs to what runs now; it is then part of the design.
    pub(super) fn receive_event(&mut self, generation: u32, at_ms: u64, action: &[u8]) -> Option<Event> {
        self.hear();
        if generation != self.generation {
            return None;
        }
        let place = self.unanswered.iter().position(|(sent, _)| sent == action)?;
        let event = Event { at_ms, action: self.unanswered.remove(place).1 };
        let mut design = (*self.design).clone();
        design.scenario.events = with_event(&design.scenario.events, event.clone());
        self.design = Rc::new(design);
        self.stale = true;
        Some(event)
    }

    pub(super) fn clock(&self) -> Clock {
        Clock {
            now_ns: self.now_ns,
            state: self.state,
            playing: self.playing,
            held_speed: self.held.below(self.speed),
            loading: self.loading && self.waiting_ms > SHORT_LOADING_MS,
            restarted: self.restarted_ms.zip(self.last_tick_ms).is_some_and(|(then, now)| now - then < RESTART_TOLD_MS),
        }
    }

    fn opening(&self, at_ms: u64) -> ToWorker {
        let design = ninepins_share::write(&self.design).into_bytes();
        ToWorker::Open { generation: self.generation, design, at_ms }
    }

    fn turn_to(&mut self, at_ms: u64) {
        self.generation = self.generation.wrapping_add(1);
        self.wanted_ms = at_ms as f64;
        self.target_ms = at_ms;
        self.now_ns = at_ms * 1_000_000;
        self.state = RunState::CatchingUp;
        self.stale = true;
        self.held.forget();
    }

    /// Where the run is, or will be once it has caught up.
    fn present_ms(&self) -> u64 {
        if self.state == RunState::CatchingUp { self.target_ms } else { self.now_ms() as u64 }
    }

    fn now_ms(&self) -> f64 {
        self.now_ns as f64 / 1e6
    }

    fn end_ms(&self) -> f64 {
        f64::from(self.design.scenario.duration_s) * 1_000.0
    }
}

/// A timeline with one more event, in the order of time, after those of the same time.
pub(crate) fn with_event(events: &[Event], event: Event) -> Vec<Event> {
    let mut events = events.to_vec();
    let place = events.partition_point(|other| other.at_ms <= event.at_ms);
    events.insert(place, event);
    events
}

fn has_same_structure(one: &Design, other: &Design) -> bool {
    let parts = |design: &Design| -> Vec<_> {
        design.running_parts().map(|(id, part)| (id.clone(), part.kind(), part.container.clone())).collect()
    };
    let wires = |design: &Design| -> Vec<_> {
        design.wires.iter().map(|(id, wire)| (id.clone(), wire.from.clone(), wire.to.clone())).collect()
    };
    parts(one) == parts(other) && wires(one) == wires(other)
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
