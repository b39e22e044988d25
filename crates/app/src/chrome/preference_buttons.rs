//! Language and colours.

use yew::prelude::*;

use super::glyph::{Glyph, Icon};
use super::theme_menu::ThemeMenu;
use crate::state::{Language, PreferencesAction, use_preferences};

/// The switch of languages and the choice of colours.
#[component]
pub(crate) fn PreferenceButtons() -> Html {
    let preferences = use_preferences();
    let other = match preferences.language {
        Language::English => Language::Korean,
        Language::Korean => Language::English,
    };
    let switch_language = use_callback((preferences.dispatcher(), other), |_: MouseEvent, (dispatcher, other)| {
        dispatcher.dispatch(PreferencesAction::Language(*other));
    });
    // A letter that not every system has a font for is drawn.
    let (short, sign) = match other {
        Language::Korean => ("한", html! { <Icon glyph={Glyph::Hangul} /> }),
        Language::English => ("EN", html! { "EN" }),
    };
    html! {
        <>
            // It says where it leads, in the language of those who want to get there.
            <button
                type="button"
                class="button language-button"
                lang={other.code()}
                title={other.name()}
                aria-label={format!("{short}, {}", other.name())}
                data-testid="language"
                onclick={switch_language}
            >
                { sign }
            </button>
            <ThemeMenu />
        </>
    }
}
