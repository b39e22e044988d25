//! Renders a component again when a topic has changed, but not more often than it can be read.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::state::{LiveStore, Topic, use_live_store};

/// Renders again after changes of a topic, at most once in `every_ms`; the last change is never missed.
#[hook]
pub(crate) fn use_pulse<T: 'static>(topic: fn(&LiveStore) -> &Topic<T>, every_ms: u32) {
    let live = use_live_store();
    let render_again = use_force_update();
    let pending = use_mut_ref(|| None::<Timeout>);
    use_effect_with(live, move |live| {
        let waiting = pending.clone();
        let subscription = topic(live).subscribe(move || {
            let mut slot = waiting.borrow_mut();
            if slot.is_some() {
                return;
            }
            let (waiting, render_again) = (waiting.clone(), render_again.clone());
            *slot = Some(Timeout::new(every_ms, move || {
                *waiting.borrow_mut() = None;
                render_again.force_update();
            }));
        });
        move || {
            drop(subscription);
            pending.borrow_mut().take();
        }
    });
}
