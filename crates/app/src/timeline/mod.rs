//! Timeline.

use yew::prelude::*;

/// Timeline.
#[component]
pub(crate) fn Timeline() -> Html {
    html! { <div></div> }
}
