//! Independent runs on workers of their own, beside the page's run, which goes on undisturbed.
//!
//! Which worker makes a run, and when, changes nothing of it: whoever asked sorts the results.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use gloo::utils::window;
use ninepins_model::Design;
use ninepins_protocol::{FromWorker, PROTOCOL, ToWorker};
use ninepins_report::{Frame, RunState, Told, Totals};
use yew::prelude::*;

use super::{Arrival, WorkerLink};

/// Wall milliseconds that one credit may take: long enough to lose little to messages, short enough to show progress.
const BUDGET_MS: u32 = 60;
/// Most workers: each keeps a run's checkpoints.
const WORKERS: usize = 4;

/// What happens to the runs of a pool.
pub(crate) enum PoolEvent<Job> {
    /// One is so far, from 0 to 1.
    Progress(Job, f64),
    /// One has ended.
    Ended(Job, Box<Ran>),
    /// A worker could not be started, or stopped; nothing runs any more.
    Broken,
}

/// A run that has ended.
pub(crate) struct Ran {
    /// What was run.
    pub(crate) design: Design,
    /// What it told on the way.
    pub(crate) told: Told,
    /// Its totals.
    pub(crate) totals: Totals,
    /// Whether it stopped before its end, because too many requests were in flight.
    pub(crate) stopped: bool,
}

/// The pool. Its workers end with it.
pub(crate) struct Pool<Job>(Rc<Inner<Job>>);

struct Inner<Job> {
    design: Box<dyn Fn(Job) -> Design>,
    on_event: Callback<PoolEvent<Job>>,
    workers: RefCell<Vec<Rc<Worker<Job>>>>,
    waiting: RefCell<VecDeque<Job>>,
}

struct Worker<Job> {
    pool: Weak<Inner<Job>>,
    link: RefCell<Option<WorkerLink>>,
    greeted: Cell<bool>,
    generation: Cell<u32>,
    present: RefCell<Option<(Job, Ran)>>,
}

impl<Job: Copy + 'static> Pool<Job> {
    /// A pool in which nothing runs yet. `design` says what a job runs.
    pub(crate) fn new(design: impl Fn(Job) -> Design + 'static, on_event: Callback<PoolEvent<Job>>) -> Self {
        Pool(Rc::new(Inner {
            design: Box::new(design),
            on_event,
            workers: RefCell::default(),
            waiting: RefCell::default(),
        }))
    }

    /// Runs these after what waits already.
    pub(crate) fn run(&self, jobs: impl IntoIterator<Item = Job>) {
        let inner = &self.0;
        inner.waiting.borrow_mut().extend(jobs);
        let missing = size().min(inner.waiting.borrow().len()).saturating_sub(inner.workers.borrow().len());
        for _ in 0..missing {
            inner.spawn();
        }
        let workers = inner.workers.borrow().clone();
        workers.iter().filter(|worker| worker.is_idle()).for_each(|worker| worker.next());
    }

    /// Stops what runs and forgets what waits. Not from inside the pool's own events: the workers end with it.
    pub(crate) fn cancel(&self) {
        self.0.stop();
    }
}

/// One worker for each processor but the one that draws the page.
fn size() -> usize {
    (window().navigator().hardware_concurrency() as usize).saturating_sub(1).clamp(1, WORKERS)
}

impl<Job: Copy + 'static> Inner<Job> {
    fn spawn(self: &Rc<Self>) {
        let worker = Rc::new(Worker {
            pool: Rc::downgrade(self),
            link: RefCell::default(),
            greeted: Cell::new(false),
            generation: Cell::new(0),
            present: RefCell::default(),
        });
        let (arrivals, failures) = (Rc::downgrade(&worker), Rc::downgrade(self));
        let link = WorkerLink::spawn(
            move |arrival| {
                if let Some(worker) = arrivals.upgrade() {
                    worker.receive(arrival);
                }
            },
            move || {
                if let Some(inner) = failures.upgrade() {
                    inner.fail();
                }
            },
        );
        match link {
            Ok(link) => {
                *worker.link.borrow_mut() = Some(link);
                self.workers.borrow_mut().push(worker);
            }
            Err(_) => self.fail(),
        }
    }

    fn stop(&self) {
        self.waiting.borrow_mut().clear();
        self.workers.borrow_mut().clear();
    }

    fn fail(self: &Rc<Self>) {
        self.waiting.borrow_mut().clear();
        self.on_event.emit(PoolEvent::Broken);
        // A worker's callbacks must not end from inside themselves.
        let inner = self.clone();
        gloo::timers::callback::Timeout::new(0, move || inner.stop()).forget();
    }
}

impl<Job: Copy + 'static> Worker<Job> {
    fn is_idle(&self) -> bool {
        self.greeted.get() && self.present.borrow().is_none()
    }

    fn receive(&self, arrival: Arrival) {
        let Some(pool) = self.pool.upgrade() else { return };
        let message = match arrival {
            Arrival::Message(message) => message,
            Arrival::Fetching | Arrival::Fetched => return,
            Arrival::NotFetched | Arrival::Unreadable => return pool.fail(),
        };
        match *message {
            FromWorker::Hello { protocol } if protocol != PROTOCOL => pool.fail(),
            FromWorker::Hello { .. } => {
                if !self.greeted.replace(true) {
                    self.post(&ToWorker::Hello { protocol: PROTOCOL });
                    self.next();
                }
            }
            FromWorker::Frame { generation, frame } if generation == self.generation.get() => self.take(&pool, frame),
            FromWorker::Refused { .. } => pool.fail(),
            FromWorker::Frame { .. } | FromWorker::Acted { .. } => {}
        }
    }

    /// Begins the next run that waits.
    fn next(&self) {
        let Some(pool) = self.pool.upgrade() else { return };
        let Some(job) = pool.waiting.borrow_mut().pop_front() else { return };
        let design = (pool.design)(job);
        self.generation.set(self.generation.get().wrapping_add(1));
        let text = ninepins_share::write(&design).into_bytes();
        self.post(&ToWorker::Open { generation: self.generation.get(), design: text, at_ms: 0 });
        self.advance(&design);
        let ran = Ran { design, told: Told::default(), totals: Totals::default(), stopped: false };
        *self.present.borrow_mut() = Some((job, ran));
        pool.on_event.emit(PoolEvent::Progress(job, 0.0));
    }

    fn advance(&self, design: &Design) {
        self.post(&ToWorker::Advance {
            generation: self.generation.get(),
            until_ms: u64::from(design.scenario.duration_s) * 1000,
            budget_ms: BUDGET_MS,
            gauges: false,
        });
    }

    /// Takes what the present run tells.
    fn take(&self, pool: &Rc<Inner<Job>>, frame: Frame) {
        let (now_ns, state) = (frame.now_ns, frame.state);
        let Some((job, mut ran)) = self.present.borrow_mut().take() else { return };
        ran.totals = frame.totals;
        ran.stopped = matches!(state, RunState::Stopped);
        ran.told.add(frame);
        if matches!(state, RunState::Running | RunState::CatchingUp) {
            self.advance(&ran.design);
            let done = now_ns as f64 / 1e9 / f64::from(ran.design.scenario.duration_s);
            *self.present.borrow_mut() = Some((job, ran));
            return pool.on_event.emit(PoolEvent::Progress(job, done));
        }
        pool.on_event.emit(PoolEvent::Ended(job, Box::new(ran)));
        self.next();
    }

    fn post(&self, message: &ToWorker) {
        if let Some(link) = self.link.borrow().as_ref() {
            link.post(message);
        }
    }
}
