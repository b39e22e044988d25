//! What a person prefers. Kept between visits; no part of a design.

use std::rc::Rc;

pub(crate) use ninepins_words::Language;
use yew::prelude::*;

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// Those of the operating system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// All preferences.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Preferences {
    /// Language of every text.
    pub(crate) language: Language,
    /// Colours as chosen.
    pub(crate) theme: Theme,
    /// Whether the colours in force are dark: the choice, or the system's.
    pub(crate) dark: bool,
    /// Whether the system asks for little motion: no particles then.
    pub(crate) reduced_motion: bool,
    /// Simulated seconds per second.
    pub(crate) speed: u32,
}

/// What can happen to the preferences.
pub(crate) enum PreferencesAction {
    /// Another language.
    Language(Language),
    /// Other colours.
    Theme(Theme),
    /// The system's colours changed.
    SystemDark(bool),
    /// The system's wish for little motion changed.
    ReducedMotion(bool),
    /// Another speed.
    Speed(u32),
}

/// The preferences as a context.
pub(crate) type PreferencesStore = UseReducerHandle<Preferences>;

impl Reducible for Preferences {
    type Action = PreferencesAction;

    fn reduce(self: Rc<Self>, action: PreferencesAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            PreferencesAction::Language(language) => next.language = language,
            PreferencesAction::Theme(theme) => {
                next.theme = theme;
                next.dark = theme.is_dark(next.dark);
            }
            PreferencesAction::SystemDark(dark) => next.dark = next.theme.is_dark(dark),
            PreferencesAction::ReducedMotion(reduced) => next.reduced_motion = reduced,
            PreferencesAction::Speed(speed) => next.speed = speed,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

impl Theme {
    /// Whether it is dark, where the system is as given.
    pub(crate) const fn is_dark(self, system: bool) -> bool {
        match self {
            Theme::System => system,
            Theme::Light => false,
            Theme::Dark => true,
        }
    }
}

/// The preferences, to read and change them.
#[hook]
pub(crate) fn use_preferences() -> PreferencesStore {
    use_context::<PreferencesStore>().expect("the page provides the preferences")
}

/// The language alone.
#[hook]
pub(crate) fn use_language() -> Language {
    use_preferences().language
}
