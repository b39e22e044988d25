//! Walking through a list with the arrow keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Puts the focus on the next or the previous of what matches inside a list, on Home and End on the first and the last.
pub(crate) fn walk(event: &KeyboardEvent, list: &NodeRef, matching: &str) {
    let key = event.key();
    let step = match key.as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Home" | "End" => 0,
        _ => return,
    };
    let Some(found) = list.cast::<Element>().and_then(|list| list.query_selector_all(matching).ok()) else { return };
    let active = gloo::utils::document().active_element();
    let present = (0..found.length()).find(|place| {
        found
            .get(*place)
            .and_then(|node| node.dyn_into::<Element>().ok())
            .is_some_and(|element| Some(element) == active)
    });
    let last = i64::from(found.length()) - 1;
    let next = match (key.as_str(), present) {
        ("Home", _) => 0,
        ("End", _) => last,
        (_, Some(place)) => (i64::from(place) + step).clamp(0, last.max(0)),
        (_, None) => return,
    };
    let next = u32::try_from(next).ok().and_then(|place| found.get(place));
    if let Some(next) = next.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        // One that takes no focus leaves it where it was.
        let _ = next.focus();
    }
}

/// Puts the focus on the first that matches inside a list, once what opens around it is open.
pub(crate) fn focus_first(list: &NodeRef, matching: &str) {
    let (list, matching) = (list.clone(), matching.to_owned());
    let focus = move || {
        let found = list.cast::<Element>().and_then(|list| list.query_selector(&matching).ok().flatten());
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // One that takes no focus leaves it where it was.
            let _ = found.focus();
        }
    };
    gloo::timers::callback::Timeout::new(0, focus).forget();
}
