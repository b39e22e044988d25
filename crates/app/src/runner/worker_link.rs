//! The worker itself: a module worker from the address that the build put into the page.

use std::rc::Rc;

use gloo::utils::document;
use js_sys::{Array, Reflect, Uint8Array};
use ninepins_protocol::{FromWorker, ToWorker, decode, encode};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, HtmlLinkElement, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Something from the worker.
pub(crate) enum Arrival {
    /// A message.
    Message(Box<FromWorker>),
    /// It fetches the rest of its program, and answers nothing until that is here.
    Fetching,
    /// The rest is here.
    Fetched,
    /// Its program, or the rest of it, could not be fetched: this worker will not answer.
    NotFetched,
    /// Something else.
    Unreadable,
}

/// A running worker; dropping it ends it.
pub(crate) struct WorkerLink {
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

impl WorkerLink {
    /// Starts a worker.
    pub(crate) fn spawn(
        on_arrival: impl Fn(Arrival) + 'static,
        on_failure: impl Fn() + 'static,
    ) -> Result<Self, JsValue> {
        let (worker, said) = match started_with_the_page() {
            Some(started) => started,
            None => (start()?, Array::new()),
        };
        let on_arrival = Rc::new(on_arrival);
        let not_fetched = on_arrival.clone();
        let on_message =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| on_arrival(read(&event.data())));
        // A script that did not arrive is told by an event without an error.
        let on_error = Closure::<dyn Fn(Event)>::new(move |event: Event| match event.dyn_ref::<ErrorEvent>() {
            Some(_) => on_failure(),
            None => not_fetched(Arrival::NotFetched),
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        repeat(&worker, said);
        Ok(WorkerLink { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a message.
    pub(crate) fn post(&self, message: &ToWorker) {
        let posted = encode(message)
            .map_err(|error| JsValue::from_str(&error.to_string()))
            .and_then(|bytes| self.worker.post_message(&Uint8Array::from(bytes.as_slice())));
        if let Err(error) = posted {
            gloo::console::error!("a message did not reach the simulation:", error);
        }
    }
}

fn start() -> Result<Worker, JsValue> {
    let link = document()
        .get_element_by_id("sim-worker")
        .and_then(|link| link.dyn_into::<HtmlLinkElement>().ok())
        .ok_or_else(|| JsValue::from_str("the page names no worker"))?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&link.href(), &options)
}

/// The worker that www/boot.js started while this module was on its way, for whoever asks first, and its events so far.
fn started_with_the_page() -> Option<(Worker, Array)> {
    let (name, page) = (JsValue::from_str("startedWorker"), js_sys::global());
    let started = Reflect::get(&page, &name).ok()?;
    Reflect::delete_property(&page, &name).ok()?;
    let worker = Reflect::get(&started, &"worker".into()).ok()?.dyn_into().ok()?;
    let said = Reflect::get(&started, &"said".into()).ok()?.dyn_into().ok()?;
    Some((worker, said))
}

/// Delivers events again, once the caller has its link.
fn repeat(worker: &Worker, said: Array) {
    let worker = worker.clone();
    wasm_bindgen_futures::spawn_local(async move {
        for event in said.iter() {
            let _ = worker.dispatch_event(event.unchecked_ref());
        }
    });
}

impl Drop for WorkerLink {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The engine's messages are bytes. Words are its loader's (crates/xtask/src/post_build/worker.js).
fn read(data: &JsValue) -> Arrival {
    let Some(bytes) = data.dyn_ref::<Uint8Array>() else {
        return match data.as_string().as_deref() {
            Some("fetching") => Arrival::Fetching,
            Some("fetched") => Arrival::Fetched,
            Some("not fetched") => Arrival::NotFetched,
            _ => Arrival::Unreadable,
        };
    };
    decode(&bytes.to_vec()).map_or(Arrival::Unreadable, |message| Arrival::Message(Box::new(message)))
}
