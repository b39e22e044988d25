//! Nothing yet.

use crate::{Action, Design};

/// An empty design.
pub fn empty_canvas() -> Design {
    Design::default()
}

/// There is nothing to try yet.
pub(super) fn experiments() -> Vec<Action> {
    Vec::new()
}
