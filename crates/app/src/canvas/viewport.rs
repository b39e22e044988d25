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
use web_sys::{Element, KeyboardEvent, ResizeObserver};
use yew::prelude::*;

use super::away::Away;
use super::pointer::listen;
use super::stage::Stage;
use super::surface::{Surface, surface};
use crate::runner::Runner;
use crate::state::use_language;

/// Below this zoom the cards show only what can be read: their names.
const FAR: f64 = 0.6;
/// Below this zoom no name can be read either: the icons say what it is.
const DISTANT: f64 = 0.38;
/// So long after the last move the view is at rest.
const STILL_MS: u32 = 150;

type Frame = Rc<RefCell<Option<AnimationFrame>>>;
type Rest = Rc<RefCell<Option<Timeout>>>;

/// Writes the view into the picture.
#[hook]
pub(super) fn use_viewport(svg: &NodeRef, world: &NodeRef, grid: &NodeRef, stage: &Rc<Stage>) {
    let (svg, world, grid) = (svg.clone(), world.clone(), grid.clone());
    let picture = use_memo((), move |()| Picture { svg, world, grid, zoom: Cell::default(), away: Away::default() });
    let shown = picture.clone();
    use_effect_with(stage.clone(), move |_| shown.write());
    use_effect_with((), move |()| {
        let (frame, still) = (Frame::default(), Rest::default());
        // Once a frame: a wheel turns several times in it, and each event would lay out anew what the last one changed.
        let subscription = surface().view.subscribe(move || {
            if frame.borrow().is_some() {
                return;
            }
            let (picture, still, written) = (picture.clone(), still.clone(), frame.clone());
            *frame.borrow_mut() = Some(request_animation_frame(move |_| {
                written.take();
                picture.write();
                *still.borrow_mut() = Some(Timeout::new(STILL_MS, move || set(&picture.world, "class", "world")));
            }));
        });
        move || drop(subscription)
    });
}

/// The elements that show the view.
struct Picture {
    svg: NodeRef,
    world: NodeRef,
    grid: NodeRef,
    /// The zoom that was written last.
    zoom: Cell<f64>,
    away: Away,
}

impl Picture {
    fn write(&self) {
        let surface = surface();
        let view = *surface.view.get();
        // What only moves is drawn once and moved; at another zoom it is drawn anew.
        let only_moves = self.zoom.replace(view.zoom) == view.zoom;
        set(&self.world, "class", if only_moves { "world moving" } else { "world" });
        set(&self.world, "transform", &transform(view, view.zoom));
        set(&self.grid, "patternTransform", &grid_transform(view));
        let class = match view.zoom {
            zoom if zoom < DISTANT => "canvas-svg far distant",
            zoom if zoom < FAR => "canvas-svg far",
            _ => "canvas-svg",
        };
        set(&self.svg, "class", class);
        self.away.follow(&surface.stage.borrow(), view, surface.size.get());
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

/// The grid keeps about the same distance at every zoom.
fn grid_transform(view: View) -> String {
    let mut scale = view.zoom;
    while scale < 0.7 {
        scale *= 2.0;
    }
    transform(view, scale)
}

fn transform(view: View, scale: f64) -> String {
    format!("translate({} {}) scale({})", fixed(view.x, 2), fixed(view.y, 2), fixed(scale, 4))
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
        move || drop((down, pointed, up))
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
    let size = Point::new(f64::from(element.client_width()), f64::from(element.client_height()));
    if surface.size.replace(size) != size && !surface.own_view.get() {
        surface.fit();
    }
}
