//! What a person wrote on a wire.

use ninepins_canvas::{Point, Rect};
use yew::prelude::*;

use super::rectangle::rectangle;
use super::text::{fitted, width};

/// Size of the text, and the most room that it takes.
const SIZE: f64 = 11.0;
const ROOM: f64 = 220.0;
/// Height of its ground, and the room on both sides of the text.
const HEIGHT: f64 = 18.0;
const MARGIN: f64 = 6.0;

/// The text, on a ground of its own, with its middle at a point.
pub(super) fn wire_label(label: &str, middle: Point) -> Html {
    let ground = label_ground(label, middle);
    let (x, y) = (middle.x.round(), middle.y.round() + 4.0);
    html! {
        <g class="wire-label">
            { rectangle("wire-label-ground", ground, 5.0) }
            <text x={x.to_string()} y={y.to_string()} text-anchor="middle">{ fitted(label, ROOM, SIZE) }</text>
        </g>
    }
}

/// What it lies on. No dot of the traffic runs over that.
pub(super) fn label_ground(label: &str, middle: Point) -> Rect {
    let wide = (width(&fitted(label, ROOM, SIZE)) * SIZE + 2.0 * MARGIN).round();
    Rect::new((middle.x - wide / 2.0).round(), middle.y.round() - HEIGHT / 2.0, wide, HEIGHT)
}
