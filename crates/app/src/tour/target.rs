//! What the stops of the tour are on the page.

use gloo::utils::{document, window};
use ninepins_canvas::{Point, Rect, Side};
use ninepins_words::TourStop;

/// Where a stop is, in the order of preference: a panel that a small screen hides has a tab there.
const fn places(stop: TourStop) -> &'static [&'static str] {
    match stop {
        TourStop::Play => &["[data-testid=play]"],
        TourStop::Zone => &[".canvas .container.az", ".canvas .part-card"],
        TourStop::Experiments => {
            &[".inspector-panel .experiments", ".inspector-panel", ".tab-bar [data-testid=sheet-inspector]"]
        }
        TourStop::Log => &["[data-testid=log]", ".timeline", ".tab-bar [data-testid=sheet-log]"],
        TourStop::Share => &["[data-testid=share]"],
    }
}

/// Where the callout stands beside it.
pub(super) const fn preferred_side(stop: TourStop) -> Side {
    match stop {
        TourStop::Play | TourStop::Share => Side::Bottom,
        TourStop::Zone | TourStop::Experiments => Side::Left,
        TourStop::Log => Side::Top,
    }
}

/// The window's size.
pub(super) fn window_size() -> Point {
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    Point::new(number(window().inner_width()), number(window().inner_height()))
}

/// The part of the window that a stop takes; `None` where the page does not show it.
pub(super) fn rect_of(stop: TourStop) -> Option<Rect> {
    places(stop).iter().find_map(|place| {
        let element = document().query_selector(place).ok().flatten()?;
        let bounds = element.get_bounding_client_rect();
        let size = window_size();
        let (left, top) = (bounds.left().max(0.0), bounds.top().max(0.0));
        let (right, bottom) = (bounds.right().min(size.x), bounds.bottom().min(size.y));
        (right > left && bottom > top).then(|| Rect::new(left, top, right - left, bottom - top))
    })
}
