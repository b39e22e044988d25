//! Language and colours.

use ninepins_words::texts;
use yew::prelude::*;

use super::glyph::Glyph;
use super::icon_button::IconButton;
use crate::state::{Language, PreferencesAction, Theme, use_preferences};

/// The two switches.
#[component]
pub(crate) fn PreferenceButtons() -> Html {
    let preferences = use_preferences();
    let t = texts(preferences.language);
    let other = match preferences.language {
        Language::English => Language::Korean,
        Language::Korean => Language::English,
    };
    let switch_language = use_callback((preferences.dispatcher(), other), |_: MouseEvent, (dispatcher, other)| {
        dispatcher.dispatch(PreferencesAction::Language(*other));
    });
    let theme = if preferences.dark { Theme::Light } else { Theme::Dark };
    let switch_theme = use_callback((preferences.dispatcher(), theme), |_, (dispatcher, theme)| {
        dispatcher.dispatch(PreferencesAction::Theme(*theme));
    });
    let short = if other == Language::Korean { "한" } else { "EN" };
    let theme_name = if preferences.dark { t.theme_light } else { t.theme_dark };
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
                { short }
            </button>
            <IconButton
                name={format!("{}: {theme_name}", t.theme)}
                glyph={Glyph::Theme}
                onclick={switch_theme}
                testid="theme"
            />
        </>
    }
}
