//! Cards out of sight keep their ground and their names for assistive technology, and draw nothing else: a zoom lays out
//! every text that is drawn, wherever it is.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::document;
use ninepins_canvas::{Point, View};

use super::stage::Stage;

/// So much more than the view is drawn on each side, as a share of its size.
const MARGIN: f64 = 0.2;

/// Which cards are marked as out of sight.
#[derive(Default)]
pub(super) struct Away {
    /// For each card in the order of the layout.
    marked: RefCell<Vec<bool>>,
    stage: RefCell<Rc<Stage>>,
}

impl Away {
    /// Marks the cards that a view of this size does not show.
    pub(super) fn follow(&self, stage: &Rc<Stage>, view: View, size: Point) {
        let mut marked = self.marked.borrow_mut();
        let is_new = !Rc::ptr_eq(&self.stage.borrow(), stage);
        if is_new {
            *self.stage.borrow_mut() = stage.clone();
            *marked = vec![false; stage.layout.cards().len()];
        }
        let seen = view.visible(size);
        let drawn = seen.grown(seen.width.max(seen.height) * MARGIN);
        for (id, was_away) in stage.layout.cards().iter().zip(marked.iter_mut()) {
            let is_away = stage.layout.rect(id).is_some_and(|rect| !rect.overlaps(drawn));
            if is_new || is_away != *was_away {
                *was_away = is_away;
                if let Some(card) = document().get_element_by_id(&format!("part-{id}")) {
                    // A card that cannot be marked is drawn, which only costs.
                    let _ = card.toggle_attribute_with_force("data-away", is_away);
                }
            }
        }
    }
}
