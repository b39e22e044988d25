//! The run beside the page: owns the worker, hands out time once a frame, and puts what comes back into the live store.
//!
//! The page never waits for it. A worker that stops answering is replaced and catches up from the document.

mod books;
mod pool;
mod session;
mod speed;
mod worker_link;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use ninepins_model::{Action, Design, Event};
use ninepins_protocol::{FromWorker, ToWorker};
use ninepins_report::{Frame, Gauges, RunState};
pub(crate) use pool::{Pool, PoolEvent};
use session::Session;
pub(crate) use session::with_event;
use worker_link::{Arrival, WorkerLink};
use yew::prelude::*;

use crate::canvas::surface;
use crate::state::Live;

/// What the page must know at once.
pub(crate) enum RunnerEvent {
    /// An action took effect; this event belongs on the timeline.
    Acted(Event),
    /// The worker was started again: it had failed, or (`silent`) stopped answering.
    Restarted {
        /// Whether it only said nothing.
        silent: bool,
    },
    /// The worker's program, or the rest of it, could not be fetched.
    NotLoaded,
    /// The worker cannot be started, or stops again and again.
    GaveUp,
    /// Page and worker are of different versions.
    WrongVersion,
}

/// The run, to control it.
#[derive(Clone)]
pub(crate) struct Runner(Rc<Inner>);

struct Inner {
    live: Live,
    on_event: Callback<RunnerEvent>,
    session: RefCell<Session>,
    worker: RefCell<Option<WorkerLink>>,
    lost: Cell<Option<Loss>>,
    restarts: Cell<u32>,
    frame: RefCell<Option<AnimationFrame>>,
    /// What has arrived and is not shown yet, and when something was last, by the clock of the page's frames.
    arrived: RefCell<Vec<Frame>>,
    shown_ms: Cell<f64>,
}

/// Why a worker is of no use any more.
#[derive(Clone, Copy, PartialEq)]
enum Loss {
    /// It stopped with an error.
    Failed,
    /// It does not answer.
    Silent,
    /// It is not all here.
    NotLoaded,
}

/// While hands move something on the canvas, figures and charts change so seldom: hands come first.
const SHOWN_WHILE_BUSY_MS: f64 = 250.0;

/// After so many restarts without a full minute of work between them, it stays stopped.
const RESTARTS: u32 = 3;

impl PartialEq for Runner {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Runner {
    /// Starts the worker and runs this design.
    pub(crate) fn start(live: Live, design: Rc<Design>, speed: u32, on_event: Callback<RunnerEvent>) -> Self {
        let runner = Runner(Rc::new(Inner {
            live,
            on_event,
            session: RefCell::new(Session::new(design, f64::from(speed))),
            worker: RefCell::default(),
            lost: Cell::default(),
            restarts: Cell::new(0),
            frame: RefCell::default(),
            arrived: RefCell::default(),
            shown_ms: Cell::default(),
        }));
        runner.spawn();
        runner.schedule();
        runner
    }

    /// Goes on, or holds.
    pub(crate) fn set_playing(&self, playing: bool) {
        self.0.session.borrow_mut().set_playing(playing);
        // Whoever has dismissed the message that the worker is gone has this way to another.
        if playing && self.0.worker.borrow().is_none() {
            self.try_again();
        }
        self.show_clock();
    }

    /// Whether it goes on.
    pub(crate) fn is_playing(&self) -> bool {
        self.0.session.borrow().is_playing()
    }

    /// Whether there is nothing left to run.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.0.live.clock.get().state, RunState::Finished | RunState::Stopped)
    }

    /// Whether nothing has run yet.
    pub(crate) fn is_at_start(&self) -> bool {
        self.0.live.clock.get().now_ns == 0
    }

    /// Holds, and runs one second.
    pub(crate) fn step(&self) {
        self.0.session.borrow_mut().step();
        self.show_clock();
    }

    /// Simulated seconds per second.
    pub(crate) fn set_speed(&self, speed: u32) {
        self.0.session.borrow_mut().set_speed(f64::from(speed));
    }

    /// Back to the start, and on.
    pub(crate) fn restart(&self) {
        self.0.session.borrow_mut().set_playing(true);
        self.seek(0);
    }

    /// Goes to this time.
    pub(crate) fn seek(&self, at_ms: u64) {
        let message = self.0.session.borrow_mut().seek(at_ms);
        self.post(message);
        self.show_clock();
    }

    /// Does this now.
    pub(crate) fn act(&self, action: &Action) {
        let message = self.0.session.borrow_mut().act(action);
        self.post(message);
    }

    /// Runs another document from its start.
    pub(crate) fn open(&self, design: Rc<Design>) {
        // An empty canvas is for building: its run waits for Play.
        self.0.session.borrow_mut().set_playing(!design.parts.is_empty());
        self.forget();
        self.0.session.borrow_mut().forget_actions();
        let message = self.0.session.borrow_mut().open(design, 0);
        self.post(message);
        self.show_clock();
    }

    /// Follows an edit: nothing where the run does not differ, recomputed up to now where settings or the timeline do, and
    /// from the start where parts or wires do.
    pub(crate) fn follow(&self, design: Rc<Design>) {
        let differs = self.0.session.borrow().difference(&design);
        let message = match differs {
            session::Difference::None => return,
            session::Difference::Values => self.0.session.borrow_mut().open_at_now(design),
            session::Difference::Structure => {
                self.forget();
                self.0.session.borrow_mut().start_anew(design)
            }
        };
        self.post(message);
        self.act_again();
    }

    fn act_again(&self) {
        let again = self.0.session.borrow().act_again();
        again.into_iter().for_each(|message| self.post(message));
    }

    /// Starts the worker again after it was given up, or did not arrive.
    pub(crate) fn try_again(&self) {
        self.0.restarts.set(0);
        self.spawn();
    }

    fn forget(&self) {
        self.0.arrived.take();
        self.0.live.gauges.set(Gauges::default());
        self.0.live.windows.change(books::clear_windows);
        self.0.live.log.change(books::clear_log);
    }

    fn spawn(&self) {
        let (arrivals, failures) = (self.clone(), self.clone());
        let link = WorkerLink::spawn(move |arrival| arrivals.receive(arrival), move || failures.lose(Loss::Failed));
        self.0.session.borrow_mut().load();
        match link {
            Ok(link) => *self.0.worker.borrow_mut() = Some(link),
            Err(_) => self.0.on_event.emit(RunnerEvent::GaveUp),
        }
    }

    fn schedule(&self) {
        let runner = self.clone();
        let frame = request_animation_frame(move |wall_ms| {
            runner.tick(wall_ms);
            runner.schedule();
        });
        *self.0.frame.borrow_mut() = Some(frame);
    }

    fn tick(&self, wall_ms: f64) {
        let (messages, silent, loading) = {
            let mut session = self.0.session.borrow_mut();
            (session.tick(wall_ms, surface().is_busy()), session.is_silent(), session.is_loading())
        };
        messages.into_iter().for_each(|message| self.post(message));
        self.show_arrived(wall_ms);
        if loading {
            self.show_clock();
        }
        if let Some(loss) = self.0.lost.take().or(silent.then_some(Loss::Silent)) {
            self.replace_worker(loss);
        }
    }

    /// The first reason is the right one: what did not arrive fails when it is called.
    fn lose(&self, loss: Loss) {
        self.0.lost.set(self.0.lost.get().or(Some(loss)));
    }

    /// Not from inside the worker's own callbacks: they end with it.
    fn replace_worker(&self, loss: Loss) {
        *self.0.worker.borrow_mut() = None;
        self.0.session.borrow_mut().lose_worker();
        if loss == Loss::NotLoaded {
            // The network will not be better at once: a person tries again.
            self.show_clock();
            return self.0.on_event.emit(RunnerEvent::NotLoaded);
        }
        self.0.restarts.set(self.0.restarts.get() + 1);
        if self.0.restarts.get() > RESTARTS {
            self.0.session.borrow_mut().set_playing(false);
            self.show_clock();
            return self.0.on_event.emit(RunnerEvent::GaveUp);
        }
        self.0.on_event.emit(RunnerEvent::Restarted { silent: loss == Loss::Silent });
        self.spawn();
    }

    fn receive(&self, arrival: Arrival) {
        let message = match arrival {
            Arrival::Message(message) => message,
            Arrival::Fetching => return self.0.session.borrow_mut().load(),
            Arrival::Fetched => return self.0.session.borrow_mut().hear(),
            Arrival::NotFetched => return self.lose(Loss::NotLoaded),
            Arrival::Unreadable => return gloo::console::error!("a message of the simulation was not understood"),
        };
        match *message {
            FromWorker::Hello { protocol } => self.greeted(protocol),
            FromWorker::Frame { generation, frame } => {
                let is_of_this_run = self.0.session.borrow_mut().receive_frame(generation, &frame);
                let more = self.0.session.borrow_mut().go_on(surface().is_busy());
                more.into_iter().for_each(|message| self.post(message));
                if is_of_this_run {
                    self.0.arrived.borrow_mut().push(frame);
                }
            }
            FromWorker::Acted { generation, at_ms, action } => {
                let event = self.0.session.borrow_mut().receive_event(generation, at_ms, &action);
                if let Some(event) = event {
                    self.0.on_event.emit(RunnerEvent::Acted(event));
                }
            }
            FromWorker::Refused { reason } => {
                self.0.session.borrow_mut().hear();
                gloo::console::error!("the simulation refused a message:", reason);
            }
        }
    }

    fn greeted(&self, protocol: u32) {
        if protocol != ninepins_protocol::PROTOCOL {
            return self.0.on_event.emit(RunnerEvent::WrongVersion);
        }
        let message = self.0.session.borrow_mut().greeted();
        if let Some(message) = message {
            let hello = self.0.session.borrow().hello();
            self.post(hello);
            self.post(message);
            self.act_again();
        }
    }

    fn show_arrived(&self, wall_ms: f64) {
        if surface().is_busy() && wall_ms - self.0.shown_ms.get() < SHOWN_WHILE_BUSY_MS {
            return;
        }
        for frame in self.0.arrived.take() {
            self.0.shown_ms.set(wall_ms);
            self.show(frame);
        }
    }

    fn show(&self, frame: Frame) {
        let live = &self.0.live;
        if frame.rewound || frame.gauges.is_some() || !frame.windows.is_empty() {
            live.windows.change(|book| {
                book.totals = frame.totals;
                if frame.rewound || !frame.windows.is_empty() {
                    books::add_windows(book, frame.windows, frame.rewound);
                }
            });
        }
        if frame.rewound || !frame.log.is_empty() {
            live.log.change(|book| books::add_entries(book, frame.log, frame.rewound));
        }
        if let Some(mut gauges) = frame.gauges {
            books::put_in_order(&mut gauges);
            live.gauges.set(gauges);
        }
        self.show_clock();
    }

    fn show_clock(&self) {
        let clock = self.0.session.borrow().clock();
        if *self.0.live.clock.get() != clock {
            self.0.live.clock.set(clock);
        }
    }

    fn post(&self, message: ToWorker) {
        if !self.0.session.borrow_mut().may_post(&message) {
            return;
        }
        if let Some(worker) = self.0.worker.borrow().as_ref() {
            worker.post(&message);
        }
    }
}

/// The run, from its context.
#[hook]
pub(crate) fn use_runner() -> Runner {
    use_context::<Runner>().expect("the page provides the runner")
}
