//! A rectangle as an element.

use ninepins_canvas::Rect;
use yew::prelude::*;

/// A rectangle of a class, with rounded corners.
pub(crate) fn rectangle(class: &'static str, rect: Rect, radius: f64) -> Html {
    html! {
        <rect
            {class}
            x={rect.x.to_string()}
            y={rect.y.to_string()}
            width={rect.width.to_string()}
            height={rect.height.to_string()}
            rx={radius.to_string()}
        />
    }
}
