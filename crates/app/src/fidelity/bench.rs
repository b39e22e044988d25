//! Where the self-tests run: a worker of the run's kind, beside it, so that the run goes on undisturbed.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use ninepins_model::Design;
use ninepins_model::self_tests::SelfTest;
use ninepins_protocol::{FromWorker, PROTOCOL, ToWorker};
use ninepins_report::{Frame, RunState, Told};
use yew::prelude::*;

use super::results::Happened;
use crate::runner::{Arrival, WorkerLink};

/// Wall milliseconds that one credit may take: long enough to lose little to messages, short enough to show progress.
const BUDGET_MS: u32 = 60;

/// The bench. Its worker ends with it.
#[derive(Clone)]
pub(super) struct Bench(Rc<Inner>);

struct Inner {
    on_event: Callback<Happened>,
    worker: RefCell<Option<WorkerLink>>,
    greeted: Cell<bool>,
    waiting: RefCell<VecDeque<SelfTest>>,
    present: RefCell<Option<Present>>,
    generation: Cell<u32>,
}

/// The test that runs.
struct Present {
    test: SelfTest,
    design: Design,
    told: Told,
}

impl PartialEq for Bench {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Bench {
    /// A bench on which nothing runs yet.
    pub(super) fn new(on_event: Callback<Happened>) -> Self {
        Bench(Rc::new(Inner {
            on_event,
            worker: RefCell::default(),
            greeted: Cell::new(false),
            waiting: RefCell::default(),
            present: RefCell::default(),
            generation: Cell::new(0),
        }))
    }

    /// Runs these after what waits already.
    pub(super) fn run(&self, tests: Vec<SelfTest>) {
        let inner = &self.0;
        let idle = inner.present.borrow().is_none();
        inner.waiting.borrow_mut().extend(tests.iter().copied());
        inner.on_event.emit(Happened::Asked(tests));
        if inner.worker.borrow().is_none() {
            inner.spawn();
        } else if idle && inner.greeted.get() {
            inner.next();
        }
    }

    /// Stops what runs and forgets what waits. Not from inside the worker's own callbacks: they end with it.
    pub(super) fn cancel(&self) {
        self.0.stop();
        self.0.on_event.emit(Happened::Cancelled);
    }
}

impl Inner {
    fn spawn(self: &Rc<Self>) {
        let (arrivals, failures): (Weak<Inner>, Weak<Inner>) = (Rc::downgrade(self), Rc::downgrade(self));
        let link = WorkerLink::spawn(
            move |arrival| {
                if let Some(inner) = arrivals.upgrade() {
                    inner.receive(arrival);
                }
            },
            move || {
                if let Some(inner) = failures.upgrade() {
                    inner.fail();
                }
            },
        );
        match link {
            Ok(link) => *self.worker.borrow_mut() = Some(link),
            Err(_) => self.fail(),
        }
    }

    fn stop(&self) {
        self.waiting.borrow_mut().clear();
        *self.present.borrow_mut() = None;
        *self.worker.borrow_mut() = None;
        self.greeted.set(false);
    }

    fn fail(self: &Rc<Self>) {
        self.on_event.emit(Happened::Broken);
        // The worker's callbacks must not end from inside themselves.
        let inner = self.clone();
        gloo::timers::callback::Timeout::new(0, move || inner.stop()).forget();
    }

    fn receive(self: &Rc<Self>, arrival: Arrival) {
        let Arrival::Message(message) = arrival else { return self.fail() };
        match *message {
            FromWorker::Hello { protocol } if protocol != PROTOCOL => self.fail(),
            FromWorker::Hello { .. } => {
                if !self.greeted.replace(true) {
                    self.post(&ToWorker::Hello { protocol: PROTOCOL });
                    self.next();
                }
            }
            FromWorker::Frame { generation, frame } if generation == self.generation.get() => self.take(frame),
            FromWorker::Refused { .. } => self.fail(),
            FromWorker::Frame { .. } | FromWorker::Acted { .. } => {}
        }
    }

    /// Begins the next test.
    fn next(&self) {
        let Some(test) = self.waiting.borrow_mut().pop_front() else { return };
        let design = test.design();
        self.generation.set(self.generation.get().wrapping_add(1));
        let text = ninepins_share::write(&design).into_bytes();
        self.post(&ToWorker::Open { generation: self.generation.get(), design: text, at_ms: 0 });
        self.advance(&design);
        *self.present.borrow_mut() = Some(Present { test, design, told: Told::default() });
        self.on_event.emit(Happened::Progress(test, 0.0));
    }

    fn advance(&self, design: &Design) {
        self.post(&ToWorker::Advance {
            generation: self.generation.get(),
            until_ms: u64::from(design.scenario.duration_s) * 1000,
            budget_ms: BUDGET_MS,
            gauges: false,
        });
    }

    /// Takes what the run of the present test tells.
    fn take(&self, frame: Frame) {
        let (now_ns, state) = (frame.now_ns, frame.state);
        let Some(mut present) = self.present.borrow_mut().take() else { return };
        present.told.add(frame);
        if matches!(state, RunState::Running | RunState::CatchingUp) {
            self.advance(&present.design);
            let done = now_ns as f64 / 1e9 / f64::from(present.design.scenario.duration_s);
            let test = present.test;
            *self.present.borrow_mut() = Some(present);
            return self.on_event.emit(Happened::Progress(test, done));
        }
        let measured = present.told.measure(present.test, &present.design);
        self.on_event.emit(Happened::Ended(present.test, measured));
        self.next();
    }

    fn post(&self, message: &ToWorker) {
        if let Some(worker) = self.worker.borrow().as_ref() {
            worker.post(message);
        }
    }
}
