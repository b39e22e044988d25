//! Resizing and bending by keyboard.

use ninepins_canvas::{Direction, bend_by_key, resize_by_key};
use ninepins_model::{Change, PartId, WireId};
use ninepins_words::{announce_resized, shaping_texts};

use super::surface::Surface;
use crate::state::{Selected, announce_now};

impl Surface {
    /// Moves the right or lower edge of the only selected part, or the bend of the only selected wire.
    pub(super) fn shape(&self, direction: Direction) -> bool {
        let selected = self.selected();
        match (selected.len(), selected.first()) {
            (1, Some(Selected::Part(id))) => self.resize_selected(id, direction),
            (1, Some(Selected::Wire(id))) => self.bend_selected(id, direction),
            _ => return false,
        }
        true
    }

    fn resize_selected(&self, id: &PartId, direction: Direction) {
        let stage = self.stage.borrow().clone();
        if let Some((rect, edit)) = resize_by_key(&stage.design, &stage.layout, id, direction) {
            self.commit(Change::Resize, edit);
            announce_now(&announce_resized(
                self.language(),
                stage.design.display_name(id),
                rect.width as u32,
                rect.height as u32,
            ));
        }
    }

    fn bend_selected(&self, id: &WireId, direction: Direction) {
        let stage = self.stage.borrow().clone();
        if let Some(edit) = bend_by_key(&stage.design, &stage.layout, &stage.routes, id, direction) {
            self.commit(Change::Move, edit);
            announce_now(shaping_texts(self.language()).announce_bent);
        }
    }
}
