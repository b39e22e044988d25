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
    /// The system's, with the strongest contrasts.
    Contrast,
}

/// What the operating system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct System {
    /// Dark colours.
    pub(crate) dark: bool,
    /// Strong contrasts.
    pub(crate) contrast: bool,
}

/// All preferences.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Preferences {
    /// Language of every text.
    pub(crate) language: Language,
    /// Colours as chosen.
    pub(crate) theme: Theme,
    /// What the system asks for.
    pub(crate) system: System,
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
    System(System),
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
            PreferencesAction::Theme(theme) => next.theme = theme,
            PreferencesAction::System(system) => next.system = system,
            PreferencesAction::ReducedMotion(reduced) => next.reduced_motion = reduced,
            PreferencesAction::Speed(speed) => next.speed = speed,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

impl Preferences {
    /// Whether the colours in force are dark: the choice, or the system's.
    pub(crate) const fn is_dark(&self) -> bool {
        match self.theme {
            Theme::System | Theme::Contrast => self.system.dark,
            Theme::Light => false,
            Theme::Dark => true,
        }
    }

    /// Whether the contrasts in force are the strongest. The system's wish counts whatever colours were chosen.
    pub(crate) const fn has_contrast(&self) -> bool {
        self.system.contrast || matches!(self.theme, Theme::Contrast)
    }
}

impl Theme {
    /// Every choice, in the order shown.
    pub(crate) const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast];

    /// Its name in storage and in tests.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
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
