//! The choice of colours.

use ninepins_words::{Language, inspector_texts, texts};
use yew::prelude::*;

use super::glyph::{Glyph, Icon};
use super::popover::Popover;
use crate::state::{PreferencesAction, Theme, announce, use_preferences};

/// The button, and the list of choices.
#[component]
pub(super) fn ThemeMenu() -> Html {
    let preferences = use_preferences();
    let language = preferences.language;
    let t = texts(language);
    let name = format!("{}: {}", t.theme, theme_name(language, preferences.theme));
    let button = html! { <><Icon glyph={Glyph::Theme} /><span class="visually-hidden">{ name.clone() }</span></> };
    html! {
        <Popover {button} {name} class="icon-button" testid="theme" closes_on_click=true>
            <div class="menu theme-menu">
                for theme in Theme::ALL {
                    <button
                        key={theme.as_str()}
                        type="button"
                        class="menu-item"
                        aria-pressed={(theme == preferences.theme).to_string()}
                        data-testid={format!("theme-{}", theme.as_str())}
                        onclick={
                            let dispatcher = preferences.dispatcher();
                            move |_: MouseEvent| {
                                dispatcher.dispatch(PreferencesAction::Theme(theme));
                                announce(&format!("{}: {}", t.theme, theme_name(language, theme)));
                            }
                        }
                    >
                        <span class="menu-tick" aria-hidden="true"></span>
                        { theme_name(language, theme) }
                    </button>
                }
            </div>
        </Popover>
    }
}

const fn theme_name(language: Language, theme: Theme) -> &'static str {
    match theme {
        Theme::System => inspector_texts(language).theme_system,
        Theme::Light => texts(language).theme_light,
        Theme::Dark => texts(language).theme_dark,
        Theme::Contrast => inspector_texts(language).theme_contrast,
    }
}
