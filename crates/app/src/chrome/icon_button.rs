//! A button with an icon.

use yew::prelude::*;

use super::glyph::{Glyph, Icon};

/// A button with an icon, and a name for those who do not see it.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What it is called; also its tooltip.
    pub(crate) name: AttrValue,
    /// What it shows.
    pub(crate) glyph: Glyph,
    /// What it does.
    pub(crate) onclick: Callback<MouseEvent>,
    /// Whether there is nothing to do.
    #[prop_or_default]
    pub(crate) disabled: bool,
    /// Whether it is on, for a switch.
    #[prop_or_default]
    pub(crate) pressed: Option<bool>,
    /// Further classes.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// For tests.
    #[prop_or_default]
    pub(crate) testid: Option<AttrValue>,
    /// Keys that do the same, as `aria-keyshortcuts` wants them.
    #[prop_or_default]
    pub(crate) keys: Option<AttrValue>,
}

/// The button.
#[component]
pub(crate) fn IconButton(props: &Props) -> Html {
    html! {
        <button
            type="button"
            class={classes!("button", "icon-button", props.class.clone())}
            title={props.name.clone()}
            aria-label={props.name.clone()}
            aria-pressed={props.pressed.map(|pressed| pressed.to_string())}
            aria-keyshortcuts={props.keys.clone()}
            data-testid={props.testid.clone()}
            disabled={props.disabled}
            onclick={props.onclick.clone()}
        >
            <Icon glyph={props.glyph} />
        </button>
    }
}
