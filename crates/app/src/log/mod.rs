//! Log.

use yew::prelude::*;

/// Log.
#[component]
pub(crate) fn Log() -> Html {
    html! { <div></div> }
}
