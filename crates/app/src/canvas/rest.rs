//! Work that waits until nobody's hands are at work on the canvas.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::surface::surface;

/// A press becomes a drag within this time.
const WAIT_MS: u32 = 250;

/// Whether hands have been at rest since this value was new. What takes long is computed only then.
#[hook]
pub(crate) fn use_rest<Value: PartialEq + Clone + 'static>(value: Value) -> bool {
    let rested = use_state(|| None);
    let setter = rested.setter();
    let is_at_rest = rested.as_ref() == Some(&value);
    use_effect_with(value, move |value| {
        let waiting = Rc::<RefCell<Option<Timeout>>>::default();
        let value = value.clone();
        wait(&waiting, Rc::new(move || setter.set(Some(value.clone()))));
        move || drop(waiting.take())
    });
    is_at_rest
}

fn wait(waiting: &Rc<RefCell<Option<Timeout>>>, then: Rc<dyn Fn()>) {
    let again = waiting.clone();
    *waiting.borrow_mut() = Some(Timeout::new(WAIT_MS, move || {
        let surface = surface();
        if surface.is_busy() || !surface.gesture.borrow().is_idle() { wait(&again, then) } else { then() }
    }));
}
