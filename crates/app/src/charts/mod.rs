//! Charts.

use yew::prelude::*;

/// Charts.
#[component]
pub(crate) fn Charts() -> Html {
    html! { <div></div> }
}
