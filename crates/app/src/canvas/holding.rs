//! What is held: a finger that stays where it is, which is what Shift is to a mouse, and the space bar.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::surface::{Surface, surface};

/// So long a finger stays down before it counts as held.
const HOLD_MS: u32 = 450;

impl Surface {
    /// A finger went down. Whether it is still there and has not moved is known when the time is over.
    pub(super) fn watch_hold(&self, pointer: i32) {
        let held = Timeout::new(HOLD_MS, move || surface().step(|gesture, scene| gesture.held(scene, pointer)));
        *self.hold.borrow_mut() = Some(held);
    }

    /// Whether a key that went down leaves the space bar to the surface: the keyboard is nowhere, on the surface, or on a
    /// button that was only pressed with a pointer.
    pub(super) fn leaves_space(&self, event: &KeyboardEvent) -> bool {
        if event.key() == "Tab" {
            self.pointed.set(false);
        }
        let nowhere = "body, .canvas-surface, .canvas-surface [data-part][aria-current]";
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| {
            target.matches(nowhere).unwrap_or(false) || (self.pointed.get() && target.tag_name() == "BUTTON")
        })
    }

    /// Whether an element is a button of the page that has the keyboard only because a pointer pressed it. What is pressed
    /// next is meant for the canvas; a menu or a dialog keeps its keys.
    pub(crate) fn was_only_pointed_at(&self, focus: &Element) -> bool {
        self.pointed.get()
            && focus.tag_name() == "BUTTON"
            && focus.closest(".popover-panel, [role=dialog]").is_ok_and(|around| around.is_none())
    }
}
