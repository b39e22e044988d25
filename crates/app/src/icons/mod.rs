//! Icons of the kinds of parts.

use ninepins_model::Kind;
use yew::prelude::*;

/// What to draw.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The kind of part.
    pub(crate) kind: Kind,
}

/// The icon of a kind, 1.75em square and coloured by AWS's category.
#[component]
pub(crate) fn KindIcon(props: &Props) -> Html {
    html! { <svg class={classes!("kind-icon", props.kind.as_str())} viewBox="0 0 24 24" aria-hidden="true"></svg> }
}
