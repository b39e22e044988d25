//! What is shown: the only listener to the view, which sets one attribute; and the view's first fit.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::Array;
use ninepins_canvas::{Point, View};
use ninepins_words::number::fixed;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent, ResizeObserver};
use yew::prelude::*;

use super::pointer::listen;
use super::surface::{Surface, surface};
use crate::runner::Runner;
use crate::state::{SelectionAction, use_language};

/// Below this zoom the cards show only what can be read: their names.
const FAR: f64 = 0.6;
/// Below this zoom no name can be read either: the icons say what it is.
const DISTANT: f64 = 0.38;
/// Distance of the grid's dots on the canvas, and the least scale at which they are shown. The style sheet has both.
const GRID_STEP: f64 = 24.0;
const LEAST_GRID: f64 = 0.7;
/// So long after the last move the view is at rest.
const STILL_MS: u32 = 150;
/// A glide is over by then. The style sheet has how long it takes.
const GLIDE_MS: u32 = 250;

type Frame = Rc<RefCell<Option<AnimationFrame>>>;
type Rest = Rc<RefCell<Option<Timeout>>>;

/// The elements that show the view. While it moves each is moved and scaled as a whole, as a layer of its own, so that
/// nothing in them is laid out or painted anew.
#[derive(Default)]
pub(super) struct Shown {
    /// The dots behind the picture.
    pub(super) grid: NodeRef,
    /// What holds the picture. It is no part of an SVG: there each new scale would lay out every shape and text anew.
    pub(super) world: NodeRef,
    /// The picture.
    pub(super) picture: NodeRef,
    /// What lies over it: few shapes, with lines as thick at every zoom.
    pub(super) over: NodeRef,
    /// Those shapes, drawn for the view at rest.
    pub(super) drawn_over: NodeRef,
    /// That view.
    at_rest: Cell<View>,
}

/// Elements into which the view is written.
#[hook]
pub(super) fn use_viewport() -> Rc<Shown> {
    let shown = use_memo((), |()| Shown::default());
    let written = shown.clone();
    use_effect_with((), move |()| {
        let (frame, still) = (Frame::default(), Rest::default());
        written.write();
        written.rest();
        // Once a frame: a wheel turns several times in it.
        let subscription = surface().view.subscribe(move || {
            if frame.borrow().is_some() {
                return;
            }
            let (shown, still, drawn) = (written.clone(), still.clone(), frame.clone());
            *frame.borrow_mut() = Some(request_animation_frame(move |_| {
                drawn.take();
                let glides = surface().glides.take();
                mark_moving(true);
                mark("data-gliding", glides);
                shown.write();
                let still_ms = if glides { GLIDE_MS } else { STILL_MS };
                *still.borrow_mut() = Some(Timeout::new(still_ms, move || shown.rest()));
            }));
        });
        move || drop(subscription)
    });
    shown
}

impl Shown {
    fn write(&self) {
        let view = *surface().view.get();
        place(&self.world, Point::new(view.x, view.y), view.zoom);
        place_grid(&self.grid, view);
        let drawn_for = self.at_rest.get();
        let scale = view.zoom / drawn_for.zoom;
        place(&self.over, Point::new(view.x - scale * drawn_for.x, view.y - scale * drawn_for.y), scale);
    }

    /// What was drawn is moved and scaled while the view moves; at rest it is drawn anew, and as much of it as can be read.
    fn rest(&self) {
        let view = *surface().view.get();
        let class = match view.zoom {
            zoom if zoom < DISTANT => "canvas-svg far distant",
            zoom if zoom < FAR => "canvas-svg far",
            _ => "canvas-svg",
        };
        set(&self.picture, "class", class);
        self.at_rest.set(view);
        set(&self.drawn_over, "transform", &transform(Point::new(view.x, view.y), view.zoom, ""));
        mark("data-gliding", false);
        self.write();
        mark_moving(false);
    }
}

/// The style sheet makes layers of what moves.
fn mark_moving(moving: bool) {
    surface().moving.set(moving);
    mark("data-moving", moving);
}

fn mark(attribute: &str, is: bool) {
    if let Some(element) = surface().element.borrow().as_ref() {
        // Without it moving costs more, or is a leap.
        let _ = element.toggle_attribute_with_force(attribute, is);
    }
}

fn set(node: &NodeRef, attribute: &str, value: &str) {
    if let Some(element) = node.cast::<Element>()
        && element.get_attribute(attribute).as_deref() != Some(value)
    {
        // An attribute that cannot be set leaves the picture as it was.
        let _ = element.set_attribute(attribute, value);
    }
}

/// Moves and scales an element as a whole.
fn place(node: &NodeRef, at: Point, scale: f64) {
    if let Some(element) = node.get() {
        // An SVG has a style as well. One that cannot be set leaves the picture as it was.
        let _ = element.unchecked_ref::<HtmlElement>().style().set_property("transform", &transform(at, scale, "px"));
    }
}

/// The grid keeps about the same distance at every zoom, and is the same again one of its steps further.
fn place_grid(node: &NodeRef, view: View) {
    let mut scale = view.zoom;
    while scale < LEAST_GRID {
        scale *= 2.0;
    }
    let step = GRID_STEP * scale;
    // Not a remainder, which would bring along a library of long division.
    let within = |at: f64| at - (at / step).floor() * step - step;
    place(node, Point::new(within(view.x), within(view.y)), scale);
}

/// As an attribute, which has no units, or as a style, which has.
fn transform(at: Point, scale: f64, unit: &str) -> String {
    format!("translate({}{unit}, {}{unit}) scale({})", fixed(at.x, 2), fixed(at.y, 2), fixed(scale, 4))
}

/// Listens to pointers on the surface, and to keys wherever the keyboard is while a gesture is under way.
#[hook]
pub(super) fn use_listeners() {
    let runner = use_context::<Runner>();
    let language = use_language();
    use_effect_with((), move |()| {
        let listeners = surface().element.borrow().as_ref().map(listen);
        move || drop(listeners)
    });
    use_effect_with((runner, language), move |(runner, language)| {
        let (runner, language) = (runner.clone(), *language);
        let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: false };
        let down = EventListener::new_with_options(&document(), "keydown", options, |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                on_key_anywhere(&surface(), event);
            }
        });
        // Where nothing else takes the key.
        let deselect = EventListener::new(&document(), "keydown", |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && event.key() == "Escape"
                && !event.default_prevented()
                && is_passed_by(event)
            {
                surface().select(SelectionAction::Clear);
            }
        });
        let pointed =
            EventListener::new_with_options(&document(), "pointerdown", options, |_| surface().pointed.set(true));
        let up = EventListener::new_with_options(&document(), "keyup", options, move |event| {
            let is_space = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == " ");
            let used = if is_space { surface().space.take() } else { None };
            if used.is_some() {
                // Firefox presses the button that has the keyboard when the key goes up.
                event.prevent_default();
            }
            if let (Some(false), Some(runner)) = (used, &runner) {
                crate::chrome::toggle_playing(runner, language);
            }
        });
        move || drop((down, deselect, pointed, up))
    });
}

/// Escape ends the gesture, wherever the keyboard is. Space over the surface pans while it is held with a button; alone
/// it plays and pauses, when it is let go.
fn on_key_anywhere(surface: &Surface, event: &KeyboardEvent) {
    if event.key() == "Escape" && surface.cancel() {
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    let is_free = surface.leaves_space(event);
    let is_over = surface.element.borrow().as_ref().is_some_and(|element| element.matches(":hover").unwrap_or(false));
    if event.key() == " " && is_free && is_over {
        surface.hold_space(event);
    }
}

/// Whether the keyboard is at no part of the page, or at a button beside the picture that was pressed in passing: Escape is
/// the selection's there.
fn is_passed_by(event: &KeyboardEvent) -> bool {
    let focus = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_open = document().query_selector(".tour-card").is_ok_and(|callout| callout.is_some());
    let passing = "body, .toolbar button, .canvas-controls button, .selection-bar button";
    !is_open && focus.is_some_and(|focus| focus.matches(passing).unwrap_or(false))
}

/// Fits the view when a document is opened and while nobody has chosen another, whatever size the surface takes.
#[hook]
pub(super) fn use_sized_view(element: &NodeRef, opened: u32) {
    let node = element.clone();
    use_effect_with((), move |()| {
        let measured = node.clone();
        let on_size = Closure::<dyn FnMut(Array)>::new(move |_: Array| {
            if let Some(element) = measured.cast::<Element>() {
                measure(&element);
            }
        });
        let observer = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, node.cast::<Element>()) {
            measure(&element);
            observer.observe(&element);
            *surface().element.borrow_mut() = Some(element);
        }
        let kept = Rc::new(RefCell::new(Some(on_size)));
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            kept.take();
        }
    });
    use_effect_with(opened, |_| surface().fit());
}

fn measure(element: &Element) {
    let surface = surface();
    surface.find_corner();
    let size = Point::new(f64::from(element.client_width()), f64::from(element.client_height()));
    if surface.size.replace(size) != size && !surface.own_view.get() {
        surface.fit();
    }
}
