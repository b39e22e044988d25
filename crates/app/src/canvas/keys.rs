//! The surface by keyboard: walking, selecting, moving, wiring, removing, zooming.

use ninepins_canvas::{
    Button, Device, Direction, Gesture, Pick, Point, Press, first_in_reading_order, gathered, nearest, nearest_among,
    nearest_end, nearest_from, nudge,
};
use ninepins_model::{Change, PartId};
use ninepins_words::announce_wiring;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, SvgElement};

use super::effects::refusal_text;
use super::pointer::focus_inspector;
use super::surface::{Surface, put};
use crate::state::{Selected, SelectionAction, announce, announce_now};

/// How many steps Shift makes of one.
const FAR: u32 = 4;
/// How far one key zooms.
const ZOOM: f64 = 1.25;
/// How far one key moves the view, in client pixels.
const PAN: f64 = 64.0;

impl Surface {
    /// A key went down inside the surface.
    pub(crate) fn on_key(&self, event: &KeyboardEvent) {
        if event.default_prevented() {
            return;
        }
        let command = event.ctrl_key() || event.meta_key();
        let handled = match (command, event.key().as_str()) {
            (_, key) if event.alt_key() => {
                event.shift_key() && !command && arrow(key).is_some_and(|direction| self.shape(direction))
            }
            (true, "a" | "A") => self.select_everything(),
            (true, key) => arrow(key).is_some_and(|direction| self.walk(direction)),
            (_, "Enter" | " ") if event.shift_key() => self.toggle_focused(),
            (_, "Escape") => self.escape(),
            (_, "Delete" | "Backspace") => self.remove(),
            (_, "Enter") => self.enter(),
            (_, " ") => self.choose(),
            (_, "w" | "W") => self.is_at_open_canvas() || self.start_wiring(),
            (_, "F2") => self.rename_focused(),
            (_, "+" | "=") => self.zoomed(ZOOM),
            (_, "-" | "_") => self.zoomed(1.0 / ZOOM),
            (_, "0") => {
                self.fit_or_all();
                true
            }
            (_, "Home") => self.walk_to(first_in_reading_order(&self.stage.borrow().layout)),
            (_, key) => arrow(key).is_some_and(|direction| self.arrow(direction, event.shift_key())),
        };
        if handled {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// The part that the keyboard is at.
    pub(super) fn focused(&self) -> Option<PartId> {
        let stage = self.stage.borrow();
        let focus = self.focus.get();
        let focused = (*focus).clone().filter(|id| stage.layout.place(id).is_some());
        focused.or_else(|| first_in_reading_order(&stage.layout))
    }

    /// Whether the keyboard is at the canvas itself and at no part: after a press where there is none.
    fn is_at_open_canvas(&self) -> bool {
        let active = gloo::utils::document().active_element();
        active.is_some_and(|active| active.matches(".canvas-surface").unwrap_or(false))
    }

    /// What keys act on that need one part: the one that the keyboard is at; at the open canvas the only selected one.
    fn at_hand(&self) -> Option<PartId> {
        if !self.is_at_open_canvas() {
            return self.focused();
        }
        let selected = self.selected_parts();
        selected.first().filter(|_| selected.len() == 1).cloned()
    }

    fn zoomed(&self, factor: f64) -> bool {
        self.zoom(factor);
        true
    }

    fn escape(&self) -> bool {
        if self.cancel() {
            return true;
        }
        let had_selection = !self.selected().is_empty();
        self.select(SelectionAction::Clear);
        had_selection
    }

    /// Renames the only selected thing, else the part that the keyboard is at.
    fn rename_focused(&self) -> bool {
        let selected = self.selected();
        let thing = if selected.len() == 1 { selected.first().cloned() } else { self.at_hand().map(Selected::Part) };
        if let Some(thing) = thing {
            self.rename(thing);
        }
        true
    }

    fn remove(&self) -> bool {
        self.remove_and_focus();
        true
    }

    fn select_everything(&self) -> bool {
        let all = gathered(self.design().parts.keys().cloned().map(Selected::Part));
        self.select(SelectionAction::SelectAll(all));
        true
    }

    /// Ends a wire, opens what is selected, or selects.
    fn enter(&self) -> bool {
        let wiring = match &*self.gesture.borrow() {
            Gesture::Wiring { last, .. } => Some(*last),
            _ => None,
        };
        if let Some(at) = wiring {
            let button = Button::Primary;
            let press = Press { pointer: 0, at, device: Device::Mouse, button, adds: false, pans: false };
            self.step(|gesture, scene| gesture.pressed(scene, press));
            return true;
        }
        let Some(focused) = self.at_hand() else { return false };
        if self.selected_parts().contains(&focused) {
            focus_inspector();
            return true;
        }
        self.choose()
    }

    fn choose(&self) -> bool {
        let Some(focused) = self.at_hand() else { return false };
        // What is selected already leaves the key to the page.
        if self.selected_parts().contains(&focused) {
            return false;
        }
        self.pick(Pick::Part(focused));
        true
    }

    /// Walks, moves what is selected, or chooses a wire's target. At the open canvas, with nothing selected, it moves the view.
    fn arrow(&self, direction: Direction, far: bool) -> bool {
        let is_wiring = matches!(*self.gesture.borrow(), Gesture::Wiring { .. });
        if is_wiring {
            return self.aim(direction);
        }
        let steps = if far { FAR } else { 1 };
        let selected = self.selected_parts();
        let moves = match self.is_at_open_canvas() {
            true if self.selected().is_empty() => return self.pan(direction, steps),
            true => !selected.is_empty(),
            false => self.focused().is_some_and(|focused| selected.contains(&focused)),
        };
        if !moves {
            return self.walk(direction);
        }
        let stage = self.stage.borrow().clone();
        let plan = nudge(&stage.design, &stage.layout, &selected, direction, steps);
        if let Some(edit) = plan.edit(&stage.design) {
            self.commit(Change::Move, edit);
        }
        true
    }

    /// Shows what lies in a direction.
    fn pan(&self, direction: Direction, steps: u32) -> bool {
        self.own_view.set(true);
        put(&self.view, self.view.get().panned(direction.step() * (-PAN * f64::from(steps))));
        true
    }

    /// Goes to the next part, whatever is selected: from the part that the keyboard is at; at the open canvas from the
    /// selected wire, else from the middle of what is shown.
    fn walk(&self, direction: Direction) -> bool {
        let stage = self.stage.borrow().clone();
        if self.is_at_open_canvas() {
            let selected = self.selected();
            let wire = match selected.first() {
                Some(Selected::Wire(id)) => stage.routes.get(id).map(|route| route.middle()),
                _ => None,
            };
            let start = wire.unwrap_or_else(|| self.view.get().to_world(self.free() * 0.5));
            return self.walk_to(nearest_from(&stage.layout, start, direction));
        }
        let Some(focused) = self.focused() else { return false };
        self.walk_to(nearest(&stage.layout, &focused, direction))
    }

    /// Adds the part that the keyboard is at to the selection, or takes it out.
    fn toggle_focused(&self) -> bool {
        let Some(focused) = self.at_hand() else { return false };
        self.pick(Pick::TogglePart(focused));
        true
    }

    fn walk_to(&self, next: Option<PartId>) -> bool {
        if let Some(next) = next {
            self.reveal(&next);
            put(&self.focus, Some(next));
            self.focus_element_soon();
        }
        true
    }

    /// Selects a part that another panel names and brings it into view. The keyboard comes along where nothing else has it.
    pub(crate) fn show(&self, id: &PartId) {
        self.pick(Pick::Part(id.clone()));
        self.walk_to(Some(id.clone()));
    }

    /// A part is about to be drawn by another element, which would lose the browser's focus.
    pub(super) fn keep_focus(&self) {
        let focus = gloo::utils::document().active_element();
        if focus.is_some_and(|focus| focus.matches(".canvas-surface *").unwrap_or(false)) {
            self.focus_element_soon();
        }
    }

    /// Puts the browser's focus on the part that the keyboard is at, once it is there; on the surface where there is none.
    pub(super) fn focus_element_soon(&self) {
        gloo::timers::callback::Timeout::new(0, || {
            // Whoever went on to another part of the page by now, or types a name, is left there.
            let focus = gloo::utils::document().active_element();
            let own = "body, .canvas, .canvas :not(.name-editor)";
            if focus.is_some_and(|focus| !focus.matches(own).unwrap_or(false)) {
                return;
            }
            let surface = super::surface::surface();
            let Some(id) = surface.focused() else {
                let element = surface.element.borrow().clone();
                if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                    // A surface that takes no focus leaves it where it was.
                    let _ = element.focus();
                }
                return;
            };
            if let Some(element) = gloo::utils::document().get_element_by_id(&format!("part-{id}")) {
                // An element that takes no focus leaves it where it was.
                let _ = match element.dyn_into::<SvgElement>() {
                    Ok(element) => element.focus(),
                    Err(element) => element.dyn_into::<HtmlElement>().map_or(Ok(()), |element| element.focus()),
                };
            }
        })
        .forget();
    }

    pub(super) fn start_wiring(&self) -> bool {
        let Some(from) = self.focused() else { return false };
        let stage = self.stage.borrow().clone();
        let Some(place) = stage.layout.place(&from).filter(|place| place.is_wirable()) else { return false };
        let at = self.view.get().to_client(place.rect.center());
        announce_now(&announce_wiring(self.language(), stage.design.display_name(&from)));
        *self.gesture.borrow_mut() = Gesture::wiring(from.clone(), at);
        self.suggests.set(false);
        if let Some(target) = nearest_end(&stage.design, &stage.layout, &from) {
            self.suggests.set(true);
            self.point_at(&target);
        } else {
            self.show_preview();
        }
        true
    }

    /// Points the wire that is being drawn at a part.
    fn point_at(&self, target: &PartId) {
        let Some(rect) = self.stage.borrow().layout.rect(target) else { return };
        self.reveal(target);
        let at: Point = self.view.get().to_client(rect.center());
        self.pointer.set(at);
        self.step(|gesture, scene| gesture.moved(scene, 0, Some(at)));
        let stage = self.stage.borrow().clone();
        let name = stage.design.display_name(target);
        match &*self.gesture.borrow() {
            Gesture::Wiring { target: Some((_, Err(refusal))), .. } => {
                announce_now(&format!("{name}. {}", refusal_text(self.language(), refusal)));
            }
            _ if self.suggests.get() => announce(name),
            _ => announce_now(name),
        }
    }

    /// Points the wire that is being drawn at the next card in a direction.
    fn aim(&self, direction: Direction) -> bool {
        let stage = self.stage.borrow().clone();
        let is_suggested = self.suggests.replace(false);
        let next = match &*self.gesture.borrow() {
            Gesture::Wiring { from, target, .. } => {
                let next = |start: &PartId| {
                    nearest_among(&stage.layout, start, direction, |place| place.is_wirable())
                        .filter(|next| next != from)
                };
                let aimed = target.as_ref().filter(|_| !is_suggested).map(|(id, _)| id);
                aimed.and_then(next).or_else(|| next(from))
            }
            _ => None,
        };
        match next {
            Some(next) => self.point_at(&next),
            None => self.suggests.set(is_suggested),
        }
        true
    }
}

fn arrow(key: &str) -> Option<Direction> {
    match key {
        "ArrowLeft" => Some(Direction::Left),
        "ArrowRight" => Some(Direction::Right),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    }
}
