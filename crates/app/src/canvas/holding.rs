//! A finger that stays where it is: what Shift is to a mouse.

use gloo::timers::callback::Timeout;

use super::surface::{Surface, surface};

/// So long a finger stays down before it counts as held.
const HOLD_MS: u32 = 450;

impl Surface {
    /// A finger went down. Whether it is still there and has not moved is known when the time is over.
    pub(super) fn watch_hold(&self, pointer: i32) {
        let held = Timeout::new(HOLD_MS, move || surface().step(|gesture, scene| gesture.held(scene, pointer)));
        *self.hold.borrow_mut() = Some(held);
    }
}
