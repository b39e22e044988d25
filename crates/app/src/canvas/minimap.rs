//! The whole design, small, with what is shown of it; pressing it goes there. Where all of it is shown, the map is not;
//! where it would cover what a person is at, it stands in another corner.

use std::rc::Rc;

use ninepins_canvas::{Point, Rect, View};
use ninepins_model::{Design, PartId};
use ninepins_words::command_texts;
use web_sys::Element;
use yew::prelude::*;

use super::surface::{Surface, put, surface, use_topic};
use crate::state::{use_design_store, use_language, use_live, use_selection};

/// Width and height.
const SIZE: Point = Point::new(168.0, 108.0);
/// Space around the design.
const MARGIN: f64 = 6.0;
/// How far the map stands from the edges of the canvas.
const EDGE: f64 = 12.0;

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
    let stage = surface().stage.borrow().clone();
    let dark = use_live(|live| &live.gauges, stage.clone(), |gauges, stage| stage.dark_zones(gauges));
    let Some((corner, map)) = use_corner(&store.design).zip(map()) else { return Html::default() };
    let is_dark = |id: &PartId| stage.zone_of(id).is_some_and(|zone| dark.contains(&zone));
    let boxes = stage.layout.containers().iter().filter_map(|id| Some((stage.layout.rect(id)?, is_dark(id))));
    let cards = stage.layout.cards().iter().filter_map(|id| stage.layout.rect(id));
    html! {
        <svg
            class={classes!("minimap", corner)}
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
                { for boxes.map(|(rect, dark)| shape(if dark { "minimap-box dark" } else { "minimap-box" }, map.rect_to_client(rect))) }
                { for cards.map(|rect| shape("minimap-card", map.rect_to_client(rect))) }
            </g>
            <Shown />
        </svg>
    }
}

/// Where the map stands; renders again only when that changes. None where it is not needed.
#[hook]
fn use_corner(design: &Rc<Design>) -> Option<&'static str> {
    // It gives way to what is selected and to what the keyboard is at.
    let (_, _) = (use_selection(), use_topic(|surface| &surface.focus));
    let render_again = use_force_update();
    let shown = use_mut_ref(|| None);
    let now = corner();
    *shown.borrow_mut() = now;
    use_effect_with(Rc::as_ptr(design), move |_| {
        let subscription = surface().view.subscribe(move || {
            if *shown.borrow() != corner() {
                render_again.force_update();
            }
        });
        move || drop(subscription)
    });
    now
}

/// The first corner in which the map covers nothing that a person is at; none where all of the design is shown.
fn corner() -> Option<&'static str> {
    let surface = surface();
    let (view, size, layout) = (*surface.view.get(), surface.size.get(), &surface.stage.borrow().layout);
    let all = layout.rects().reduce(Rect::union)?;
    if view.visible(size).encloses(all) {
        return None;
    }
    let selected = surface.selected_parts();
    let focus = surface.focus.get();
    let places = selected.iter().chain(focus.iter()).filter_map(|id| layout.place(id));
    let kept_free: Vec<Rect> =
        places.filter(|place| !place.is_box()).map(|place| view.rect_to_client(place.rect)).collect();
    let (right, bottom) = (size.x - SIZE.x - EDGE, size.y - SIZE.y - EDGE);
    let corners = [("bottom-left", EDGE, bottom), ("top-left", EDGE, EDGE), ("top-right", right, EDGE)];
    let is_free = |(_, x, y): &(&str, f64, f64)| {
        let map = Rect::new(*x, *y, SIZE.x, SIZE.y).grown(MARGIN);
        !kept_free.iter().any(|rect| rect.overlaps(map))
    };
    corners.into_iter().find(is_free).map(|(name, _, _)| name)
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
