//! What gestures and keys bring about: edits, selection, the view, and what is said about it.

use gloo::timers::callback::Timeout;
use ninepins_canvas::{Effect, Gesture, Pick, Point, Refusal, Scene, frame_around, gathered, place_near};
use ninepins_model::{Change, Edit, Kind, PartId};
use ninepins_words::{
    announce_added, announce_moved, announce_removed, announce_selected, announce_unwired, announce_wired,
    refused_already_wired, refused_belongs_in, refused_belongs_outside, refused_gone, refused_in_order, refused_needs,
    refused_no_room, refused_no_zone_left, refused_same_part, refused_wire, selected_count, texts,
};

use super::surface::{Notice, Offer, Surface, put};
use crate::state::{DesignAction, Language, Selected, SelectionAction, announce, announce_now};

/// How long a refusal stays readable.
const NOTICE_MS: u32 = 5_000;

impl Surface {
    /// One step of the gesture, from where the pointer is.
    pub(super) fn step(&self, step: impl FnOnce(Gesture, &Scene) -> (Gesture, Vec<Effect>)) {
        self.catch_up();
        let gesture = self.gesture.take();
        let (gesture, effects) = self.with_scene(|scene| step(gesture, scene));
        *self.gesture.borrow_mut() = gesture;
        for effect in effects {
            self.run(effect);
        }
        self.show_preview();
    }

    /// Shows what the gesture under way shows.
    pub(super) fn show_preview(&self) {
        let preview = self.with_scene(|scene| self.gesture.borrow().preview(scene));
        put(&self.preview, preview);
    }

    /// Back to before the gesture. Says whether there was one.
    pub(super) fn cancel(&self) -> bool {
        self.ahead.take();
        let gesture = self.gesture.take();
        let was_idle = gesture.is_idle();
        if matches!(gesture, Gesture::Wiring { .. }) {
            announce_now(texts(self.language()).announce_wiring_cancelled);
        }
        *self.gesture.borrow_mut() = gesture.cancelled();
        self.show_preview();
        self.show_cursor();
        put(&self.notice, None);
        put(&self.offer, None);
        !was_idle
    }

    pub(super) fn run(&self, effect: Effect) {
        match effect {
            Effect::View(view) => {
                self.own_view.set(true);
                put(&self.view, view);
            }
            Effect::Pick(pick) => self.pick(pick),
            Effect::Commit(change, edit) => {
                // What gave way to a new part stands before it.
                let added = match (change, flattened(&edit).last()) {
                    (Change::Add, Some(Edit::Part { id, to: Some(part) })) => Some((part.kind(), id.clone())),
                    _ => None,
                };
                self.commit(change, edit);
                if let Some((kind, id)) = added {
                    self.added(kind, &id);
                }
            }
            Effect::Refused(refusal) => self.refuse_or_offer(refusal, self.view.get().to_world(self.pointer.get())),
            Effect::Next { from, at } => put(&self.offer, Some(Offer::Next { from, at })),
        }
    }

    /// Makes an edit and says what it was.
    pub(super) fn commit(&self, change: Change, edit: Edit) {
        let said = self.said(change, &edit);
        self.dispatch(DesignAction::Commit(change, edit));
        if let Some(said) = said {
            announce_now(&said);
        }
        put(&self.notice, None);
    }

    pub(super) fn dispatch(&self, action: DesignAction) {
        if let Some(environment) = self.environment.borrow().as_ref() {
            environment.store.dispatch(action);
        }
    }

    pub(super) fn select(&self, action: SelectionAction) {
        if let Some(environment) = self.environment.borrow().as_ref() {
            environment.selection.dispatch(action);
        }
    }

    pub(super) fn pick(&self, pick: Pick) {
        let language = self.language();
        let action = match pick {
            Pick::Nothing => SelectionAction::Clear,
            Pick::Part(id) => {
                announce(&announce_selected(language, self.design().display_name(&id)));
                put(&self.focus, Some(id.clone()));
                SelectionAction::Select(Selected::Part(id))
            }
            Pick::TogglePart(id) => SelectionAction::Toggle(Selected::Part(id)),
            Pick::Wire(id) => SelectionAction::Select(Selected::Wire(id)),
            Pick::ToggleWire(id) => SelectionAction::Toggle(Selected::Wire(id)),
            Pick::Parts(ids) => {
                announce(&selected_count(language, ids.len()));
                SelectionAction::SelectAll(gathered(ids.into_iter().map(Selected::Part)))
            }
        };
        self.select(action);
    }

    /// Says why something cannot be, beside the pointer and aloud.
    pub(super) fn refuse(&self, refusal: Refusal) {
        announce_now(&refusal_text(self.language(), &refusal));
        let notice = Some(Notice { refusal, at: self.pointer.get() });
        put(&self.notice, notice.clone());
        Timeout::new(NOTICE_MS, move || {
            let surface = super::surface::surface();
            if *surface.notice.get() == notice {
                surface.notice.set(None);
            }
        })
        .forget();
    }

    /// Adds a part where it fits best near the middle of what is shown.
    pub(crate) fn add(&self, kind: Kind) {
        let middle = self.view.get().to_world(self.free() * 0.5);
        let stage = self.stage.borrow().clone();
        let around = (kind == Kind::Frame).then(|| frame_around(&stage.design, &stage.layout, &self.selected_parts()));
        match around.flatten().map_or_else(|| place_near(&stage.design, kind, middle), Ok) {
            Ok(placement) => {
                let id = placement.id.clone();
                self.commit(Change::Add, placement.edit);
                self.pick(Pick::Part(placement.id));
                self.focus_element_soon();
                self.pointer.set(self.free() * 0.5);
                self.added(kind, &id);
            }
            Err(refusal) => {
                self.pointer.set(self.free() * 0.5);
                self.refuse_or_offer(refusal, middle);
            }
        }
    }

    /// Shows a new part that came to lie outside the view, and asks for what it may want beside itself.
    fn added(&self, kind: Kind, id: &PartId) {
        self.reveal_soon(id);
        if kind == Kind::Vpc {
            put(&self.offer, Some(Offer::Network(id.clone())));
        }
        if kind.is_annotation() {
            // Once the page has drawn it. What it says is what matters about it.
            let id = id.clone();
            Timeout::new(0, move || super::surface::surface().rename(Selected::Part(id))).forget();
        }
    }

    /// Moves the view to a part once the page has drawn it, as little as needed.
    pub(super) fn reveal_soon(&self, id: &PartId) {
        let id = id.clone();
        Timeout::new(0, move || super::surface::surface().reveal(&id)).forget();
    }

    /// Offers the containers that a part lacks; says why where that is not the reason.
    fn refuse_or_offer(&self, refusal: Refusal, at: Point) {
        match refusal {
            Refusal::Needs { kind, .. } => {
                announce_now(&refusal_text(self.language(), &refusal));
                put(&self.offer, Some(Offer::Containers { kind, at }));
            }
            refusal => self.refuse(refusal),
        }
    }

    /// Removes what is selected, from wherever that is asked for: the keyboard goes to the canvas.
    pub(crate) fn remove_and_focus(&self) {
        self.remove_selected();
        self.focus_element_soon();
    }

    /// Removes what is selected. The focus goes to what is next in reading order.
    pub(crate) fn remove_selected(&self) {
        let selected = self.selected();
        if selected.is_empty() {
            return;
        }
        let design = self.design();
        let mut parts: Vec<PartId> = Vec::new();
        let mut edits: Vec<Edit> = Vec::new();
        for thing in selected {
            match thing {
                Selected::Part(id) => parts.push(id),
                Selected::Wire(id) => edits.push(Edit::Wire { id, to: None }),
            }
        }
        let change = if parts.is_empty() { Change::Unwire } else { Change::Remove };
        let at = parts.first().and_then(|id| self.stage.borrow().layout.rect(id)).map(|rect| rect.center());
        if !parts.is_empty() {
            edits.push(design.remove_parts(&parts));
        }
        self.commit(change, Edit::Batch(edits));
        self.select(SelectionAction::Clear);
        if let Some(at) = at {
            self.focus_after(&parts, at);
        }
    }

    fn focus_after(&self, gone: &[PartId], at: Point) {
        let mut after = (*self.design()).clone();
        let removal = after.remove_parts(gone);
        if after.apply(removal).is_ok() {
            let layout = ninepins_canvas::Layout::of(&after);
            put(&self.focus, ninepins_canvas::next_in_reading_order(&layout, at));
        }
    }

    /// What a screen reader says about an edit.
    fn said(&self, change: Change, edit: &Edit) -> Option<String> {
        let (language, design) = (self.language(), self.design());
        let steps = flattened(edit);
        match change {
            Change::Add => steps.iter().rev().find_map(|step| match step {
                Edit::Part { id, to: Some(part) } => {
                    let container = part.container.as_ref().map(|id| design.display_name(id));
                    Some(announce_added(language, id.as_str(), container))
                }
                _ => None,
            }),
            Change::Move => steps.iter().find_map(|step| match step {
                Edit::Part { id, to: Some(part) } => {
                    let container = part.container.as_ref().map(|id| design.display_name(id));
                    Some(announce_moved(language, design.display_name(id), container, part.at))
                }
                _ => None,
            }),
            Change::Remove => {
                let names: Vec<String> =
                    self.selected_parts().iter().map(|id| design.display_name(id).to_owned()).collect();
                Some(announce_removed(language, &names.join(", ")))
            }
            Change::Wire => steps.iter().find_map(|step| match step {
                Edit::Wire { to: Some(wire), .. } => {
                    Some(announce_wired(language, design.display_name(&wire.from), design.display_name(&wire.to)))
                }
                _ => None,
            }),
            Change::Unwire => steps.iter().find_map(|step| match step {
                Edit::Wire { id, to: None } => {
                    let wire = design.wires.get(id)?;
                    Some(announce_unwired(language, design.display_name(&wire.from), design.display_name(&wire.to)))
                }
                _ => None,
            }),
            _ => None,
        }
    }
}

fn flattened(edit: &Edit) -> Vec<&Edit> {
    match edit {
        Edit::Batch(edits) => edits.iter().flat_map(flattened).collect(),
        edit => vec![edit],
    }
}

/// Why, as a sentence.
pub(crate) fn refusal_text(language: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Needs { kind, container } => refused_needs(language, *kind, *container),
        Refusal::BelongsIn { kind, container } => refused_belongs_in(language, *kind, *container),
        Refusal::BelongsOutside { kind } => refused_belongs_outside(language, *kind),
        Refusal::NoZoneLeft => refused_no_zone_left(language).into(),
        Refusal::NoRoom { kind } => refused_no_room(language, *kind),
        Refusal::SamePart => refused_same_part(language).into(),
        Refusal::AlreadyWired => refused_already_wired(language).into(),
        Refusal::NoSuchWire { from, to } => refused_wire(language, *from, *to),
        Refusal::Gone(_) => refused_gone(language).into(),
        Refusal::InOrder => refused_in_order(language).into(),
    }
}

impl Surface {
    /// Begins a gesture that starts outside the surface.
    pub(crate) fn take(&self, gesture: Gesture) {
        self.cancel();
        *self.gesture.borrow_mut() = gesture;
    }

    /// A new part from the palette is over this point of the window. Says whether that is the surface.
    pub(crate) fn place_over(&self, pointer: i32, x: i32, y: i32) -> bool {
        let (at, inside) = self.client(x, y);
        self.pointer.set(at);
        // Escape has put it away.
        if matches!(*self.gesture.borrow(), Gesture::Placing { .. }) {
            self.step(|gesture, scene| gesture.moved(scene, pointer, inside.then_some(at)));
        }
        inside
    }

    /// It is let go.
    pub(crate) fn place_end(&self, pointer: i32, x: i32, y: i32) {
        let (at, inside) = self.client(x, y);
        if matches!(*self.gesture.borrow(), Gesture::Placing { .. }) {
            self.step(|gesture, scene| gesture.released(scene, pointer, inside.then_some(at)));
        }
    }

    /// Puts the gesture away.
    pub(crate) fn drop_gesture(&self) {
        self.cancel();
    }
}
