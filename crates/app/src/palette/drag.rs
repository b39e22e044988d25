//! Dragging a block from the palette, by pointer events on the window: the surface shows where it would go.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use ninepins_canvas::{Gesture, Point, THRESHOLD};
use ninepins_model::Kind;
use ninepins_words::number::fixed;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::canvas::surface;
use crate::later;

/// What a block needs to be dragged.
#[derive(Clone, Default)]
pub(crate) struct Drag {
    /// Whether the press that is ending was a drag.
    pub(super) dragged: Rc<Cell<bool>>,
    /// What follows the pointer.
    listeners: Rc<RefCell<Vec<EventListener>>>,
}

/// Lets a block be dragged. Fingers scroll the palette instead; they add by a tap.
#[hook]
pub(super) fn use_drag(kind: Kind) -> (Drag, Callback<PointerEvent>) {
    let drag = use_mut_ref(Drag::default).borrow().clone();
    let pressed = drag.clone();
    let onpointerdown = use_callback(kind, move |event: PointerEvent, kind| {
        pressed.dragged.set(false);
        if event.button() == 0 && event.pointer_type() != "touch" {
            later::drag(*kind, &event, &pressed);
        }
    });
    (drag, onpointerdown)
}

/// Follows the pointer from a press on a block until it is let go.
pub(crate) fn follow(kind: Kind, press: &PointerEvent, drag: &Drag) {
    let (dragged, listeners) = (drag.dragged.clone(), &drag.listeners);
    let start = Point::new(f64::from(press.client_x()), f64::from(press.client_y()));
    let chip: Rc<RefCell<Option<Chip>>> = Rc::default();
    let source = press.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let on_move = {
        let (dragged, chip) = (dragged.clone(), chip.clone());
        EventListener::new(&window(), "pointermove", move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let at = Point::new(f64::from(event.client_x()), f64::from(event.client_y()));
            if !dragged.get() {
                if start.distance(at) < THRESHOLD {
                    return;
                }
                dragged.set(true);
                surface().take(Gesture::placing(kind));
                *chip.borrow_mut() = source.as_ref().and_then(Chip::of);
            }
            let over = surface().place_over(event.pointer_id(), event.client_x(), event.client_y());
            if let Some(chip) = chip.borrow().as_ref() {
                chip.show(at, over);
            }
        })
    };
    let end = |name: &'static str| {
        let (chip, listeners) = (chip.clone(), Rc::downgrade(listeners));
        EventListener::new(&window(), name, move |event| {
            chip.take();
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                if event.type_() == "pointerup" {
                    surface().place_end(event.pointer_id(), event.client_x(), event.client_y());
                } else {
                    surface().drop_gesture();
                }
            }
            if let Some(listeners) = listeners.upgrade() {
                // Not while this one runs.
                gloo::timers::callback::Timeout::new(0, move || listeners.borrow_mut().clear()).forget();
            }
        })
    };
    *listeners.borrow_mut() = vec![on_move, end("pointerup"), end("pointercancel")];
}

/// The block's icon, which follows the pointer until it is over the surface.
struct Chip(HtmlElement);

impl Chip {
    fn of(source: &web_sys::Element) -> Option<Chip> {
        let block = source.closest(".palette-block").ok().flatten()?;
        let chip = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
        chip.set_class_name("palette-chip");
        chip.set_attribute("aria-hidden", "true").ok()?;
        let icon = block.query_selector(".kind-icon").ok().flatten()?.clone_node_with_deep(true).ok()?;
        chip.append_child(&icon).ok()?;
        document().body()?.append_child(&chip).ok()?;
        Some(Chip(chip))
    }

    fn show(&self, at: Point, over_surface: bool) {
        self.0.set_hidden(over_surface);
        // Where it cannot be placed it stays where it was.
        let _ =
            self.0.style().set_property("transform", &format!("translate({}px, {}px)", fixed(at.x, 0), fixed(at.y, 0)));
    }
}

impl Drop for Chip {
    fn drop(&mut self) {
        self.0.remove();
    }
}
