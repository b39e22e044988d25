//! What commands do to the picture: copy, line up, tidy, collapse, and show.

use ninepins_canvas::{
    Alignment, Axis, Pasted, Pick, Point, Refusal, View, align, bend_edit, distribute, fragment, paste, tidy,
};
use ninepins_model::{Change, Design, Edit, Part, PartId, WireId};
use ninepins_words::{announce_copied, announce_pasted};

use super::surface::{CONTROLS, Surface, fit_margin, put};
use crate::browser;
use crate::state::{Selected, announce, announce_now};

impl Surface {
    /// The selection as a document of its own; none when no part is selected.
    pub(crate) fn fragment(&self) -> Option<Design> {
        let ids = self.selected_parts();
        let stage = self.stage.borrow().clone();
        (!ids.is_empty()).then(|| fragment(&stage.design, &stage.layout, &ids))
    }

    /// Puts the selection on the clipboard, and removes it.
    pub(crate) fn copy_to_clipboard(&self, cut: bool) {
        let Some(copied) = self.fragment() else { return };
        let text = ninepins_share::write_pretty(&copied);
        wasm_bindgen_futures::spawn_local(async move {
            if let Err(error) = browser::copy(text).await {
                gloo::console::error!("the clipboard took nothing:", error);
            }
        });
        self.copied(&copied);
        if cut {
            self.remove_selected();
        }
    }

    /// Says what was copied.
    pub(crate) fn copied(&self, copied: &Design) {
        announce(&announce_copied(self.language(), copied.parts.len()));
    }

    /// Adds a copy of the selection beside it.
    pub(crate) fn duplicate(&self) {
        if let Some(copied) = self.fragment() {
            self.paste(&copied, None);
        }
    }

    /// Adds a copy of a document's parts, and shows it: beside their originals, or with their middle at a point of the canvas.
    pub(crate) fn paste(&self, copied: &Design, at: Option<Point>) {
        let stage = self.stage.borrow().clone();
        match paste(&stage.design, &stage.layout, copied, at) {
            Ok(Pasted { tops, edit }) => {
                self.commit(Change::Paste, edit);
                announce_now(&announce_pasted(self.language(), copied.parts.len()));
                if let Some(first) = tops.first() {
                    self.reveal_soon(first);
                }
                self.pick(Pick::Parts(tops));
            }
            Err(refusal) => self.refuse_in_middle(refusal),
        }
    }

    /// Where something pasted goes: where the pointer is, else in the middle.
    pub(crate) fn paste_place(&self) -> Point {
        let (pointer, size) = (self.pointer.get(), self.size.get());
        let is_over = pointer.x > 0.0 && pointer.y > 0.0 && pointer.x < size.x && pointer.y < size.y;
        self.view.get().to_world(if is_over { pointer } else { size * 0.5 })
    }

    pub(super) fn refuse_in_middle(&self, refusal: Refusal) {
        self.pointer.set(self.size.get() * 0.5);
        self.refuse(refusal);
    }

    /// Lines the selection up.
    pub(crate) fn align(&self, alignment: Alignment) {
        let stage = self.stage.borrow().clone();
        self.commit_some(Change::Arrange, align(&stage.design, &stage.layout, &self.selected_parts(), alignment));
    }

    /// Spaces the selection evenly.
    pub(crate) fn distribute(&self, axis: Axis) {
        let stage = self.stage.borrow().clone();
        self.commit_some(Change::Arrange, distribute(&stage.design, &stage.layout, &self.selected_parts(), axis));
    }

    /// Lays out anew what is not in order, and shows all of the design.
    pub(crate) fn tidy(&self) {
        match tidy(&self.design()) {
            Some(edit) => self.commit(Change::Arrange, edit),
            None => self.refuse_in_middle(Refusal::InOrder),
        }
        self.fit_soon();
    }

    fn commit_some(&self, change: Change, edit: Option<Edit>) {
        if let Some(edit) = edit {
            self.commit(change, edit);
        }
    }

    /// Collapses the selected containers, or expands them when all are collapsed.
    pub(crate) fn collapse_selected(&self) {
        let design = self.design();
        let selected = self.selected_parts();
        let containers: Vec<(&PartId, &Part)> = selected
            .iter()
            .filter_map(|id| design.parts.get_key_value(id))
            .filter(|(_, part)| part.kind().is_container())
            .collect();
        let collapsed = containers.iter().any(|(_, part)| !part.collapsed);
        let edits = containers.into_iter().map(|(id, part)| {
            let part = Part { collapsed, ..part.clone() };
            Edit::Part { id: id.clone(), to: Some(Box::new(part)) }
        });
        let edits: Vec<Edit> = edits.collect();
        self.commit_some(Change::Collapse, (!edits.is_empty()).then_some(Edit::Batch(edits)));
        self.keep_focus();
    }

    /// Lets a wire find its own way again.
    pub(super) fn straighten(&self, id: &WireId) {
        self.commit_some(Change::Move, bend_edit(&self.design(), id, None));
    }

    /// Renames the only selected thing.
    pub(crate) fn rename_selected(&self) {
        let selected = self.selected();
        if let (1, Some(thing)) = (selected.len(), selected.first()) {
            self.rename(thing.clone());
        }
    }

    /// Starts a wire at the selected part.
    pub(crate) fn connect_selected(&self) {
        if let Some(id) = self.selected_parts().first() {
            put(&self.focus, Some(id.clone()));
            self.start_wiring();
        }
    }

    /// Shows the selection as large as it fits.
    pub(crate) fn fit_selection(&self) {
        let stage = self.stage.borrow().clone();
        let rects: Vec<_> = self
            .selected()
            .iter()
            .flat_map(|thing| match thing {
                Selected::Part(id) => vec![stage.layout.rect(id)],
                Selected::Wire(id) => {
                    let wire = stage.design.wires.get(id);
                    wire.map(|wire| vec![stage.layout.rect(&wire.from), stage.layout.rect(&wire.to)])
                        .unwrap_or_default()
                }
            })
            .flatten()
            .collect();
        let size = self.size.get();
        let free = Point::new(size.x, size.y - CONTROLS);
        if let Some(view) = View::fitted(rects, free, fit_margin(size) * 2.0) {
            self.own_view.set(true);
            self.glide(view);
        }
    }
}
