//! The whole design, small, with what is shown of it; pressing it goes there. Where all of it is shown, the map is not.

use std::rc::Rc;

use ninepins_canvas::{Point, Rect, View};
use ninepins_model::Design;
use ninepins_words::command_texts;
use web_sys::Element;
use yew::prelude::*;

use super::surface::{Surface, put, surface, use_topic};
use crate::state::{use_design_store, use_language};

/// Width and height.
const SIZE: Point = Point::new(168.0, 108.0);
/// Space around the design.
const MARGIN: f64 = 6.0;

/// The map.
#[component]
pub(crate) fn Minimap() -> Html {
    let language = use_language();
    // Drawn anew with the design; the frame follows the view.
    let store = use_design_store();
    let held = use_state(|| false);
    let (down, up) = (held.setter(), held.setter());
    let is_held = *held;
    let onpointerdown = move |event: PointerEvent| {
        event.stop_propagation();
        event.prevent_default();
        if let Some(map) = event.current_target().and_then(|map| wasm_bindgen::JsCast::dyn_into::<Element>(map).ok()) {
            // Without it a drag beyond the map stops there.
            let _ = map.set_pointer_capture(event.pointer_id());
        }
        down.set(true);
        go(&event);
    };
    let onpointermove = move |event: PointerEvent| {
        if is_held {
            go(&event);
        }
    };
    let is_needed = use_reaching_out(&store.design);
    let Some(map) = map().filter(|_| is_needed) else { return Html::default() };
    let stage = surface().stage.borrow().clone();
    let boxes = stage.layout.containers().iter().filter_map(|id| stage.layout.rect(id));
    let cards = stage.layout.cards().iter().filter_map(|id| stage.layout.rect(id));
    html! {
        <svg
            class="minimap"
            width={SIZE.x.to_string()}
            height={SIZE.y.to_string()}
            role="img"
            aria-label={command_texts(language).minimap_name}
            data-testid="minimap"
            {onpointerdown}
            {onpointermove}
            onpointerup={move |_: PointerEvent| up.set(false)}
        >
            <g>
                { for boxes.map(|rect| shape("minimap-box", map.rect_to_client(rect))) }
                { for cards.map(|rect| shape("minimap-card", map.rect_to_client(rect))) }
            </g>
            <Shown />
        </svg>
    }
}

/// Whether some of the design lies outside of what is shown; renders again only when that changes.
#[hook]
fn use_reaching_out(design: &Rc<Design>) -> bool {
    let render_again = use_force_update();
    let shown = use_mut_ref(|| false);
    let now = reaches_out();
    *shown.borrow_mut() = now;
    use_effect_with(Rc::as_ptr(design), move |_| {
        let subscription = surface().view.subscribe(move || {
            if *shown.borrow() != reaches_out() {
                render_again.force_update();
            }
        });
        move || drop(subscription)
    });
    now
}

fn reaches_out() -> bool {
    let surface = surface();
    let all = surface.stage.borrow().layout.rects().reduce(Rect::union);
    all.is_some_and(|all| !surface.view.get().visible(surface.size.get()).encloses(all))
}

/// What is shown, as a frame.
#[component]
fn Shown() -> Html {
    let view = use_topic(|surface| &surface.view);
    let Some(map) = map() else { return Html::default() };
    let all = Rect::new(1.0, 1.0, SIZE.x - 2.0, SIZE.y - 2.0);
    let shown = map.rect_to_client(view.visible(surface().size.get()));
    let left_top = Point::new(shown.x.max(all.x), shown.y.max(all.y));
    let right_bottom = Point::new(shown.right().min(all.right()), shown.bottom().min(all.bottom()));
    if right_bottom.x <= left_top.x || right_bottom.y <= left_top.y {
        return Html::default();
    }
    shape("minimap-shown", Rect::between(left_top, right_bottom))
}

fn shape(class: &'static str, rect: Rect) -> Html {
    let rounded = |value: f64| (value * 10.0).round() / 10.0;
    html! {
        <rect
            {class}
            x={rounded(rect.x).to_string()}
            y={rounded(rect.y).to_string()}
            width={rounded(rect.width).to_string()}
            height={rounded(rect.height).to_string()}
            rx="1.5"
        />
    }
}

/// How the design is shown on the map.
fn map() -> Option<View> {
    let stage = surface().stage.borrow().clone();
    View::fitted(stage.layout.rects(), SIZE, MARGIN)
}

fn go(event: &PointerEvent) {
    let Some(map) = map() else { return };
    let at = map.to_world(Point::new(f64::from(event.offset_x()), f64::from(event.offset_y())));
    surface().center_on(at);
}

impl Surface {
    /// Shows a point of the canvas in the middle.
    fn center_on(&self, at: Point) {
        let view = *self.view.get();
        let middle = view.to_client(at);
        self.own_view.set(true);
        put(&self.view, view.panned(self.size.get() * 0.5 - middle));
    }
}
