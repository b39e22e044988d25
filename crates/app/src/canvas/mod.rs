//! The drawing surface.

use yew::prelude::*;

/// The design as a picture to edit.
#[component]
pub(crate) fn Canvas() -> Html {
    html! { <div class="canvas"></div> }
}
