//! The engine beside the page: takes its messages, posts the answers.

use js_sys::{Array, Uint8Array};
use ninepins_protocol::{FromWorker, PROTOCOL, encode};
use ninepins_worker::Session;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, console};

fn main() {
    // The page notices that the worker has stopped and starts another; what is left to do is to say why.
    std::panic::set_hook(Box::new(|panic| console::error_1(&panic.to_string().into())));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let mut session = Session::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        // What is no array of bytes becomes an empty message, which is refused.
        let message = event.data().dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        let clock = || answering.performance().map_or(f64::INFINITY, |performance| performance.now());
        for answer in session.handle_bytes(&message, clock) {
            post(&answering, &answer);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    // A message sent before this point may be lost, so the page waits for this one.
    post(&scope, &FromWorker::Hello { protocol: PROTOCOL });
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    let posted = encode(message).map_err(|error| JsValue::from(error.to_string())).and_then(|bytes| {
        let bytes = Uint8Array::from(bytes.as_slice());
        scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()))
    });
    if let Err(error) = posted {
        console::error_1(&error);
    }
}
