//! Inspector.

use yew::prelude::*;

/// Inspector.
#[component]
pub(crate) fn Inspector() -> Html {
    html! { <div></div> }
}
