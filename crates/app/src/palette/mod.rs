//! The blocks that can be added.

use yew::prelude::*;

/// The palette.
#[component]
pub(crate) fn Palette() -> Html {
    html! { <div class="palette"></div> }
}
