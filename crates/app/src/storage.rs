//! What stays in the browser between visits. Storage may be missing, full or hold nonsense; nothing depends on it.

use gloo::utils::window;
use ninepins_model::Design;
use ninepins_words::Language;
use web_sys::Storage;

use crate::state::Theme;

const DESIGN: &str = "ninepins.design";
const BROKEN_DESIGN: &str = "ninepins.design.broken";
const LANGUAGE: &str = "ninepins.language";
const THEME: &str = "ninepins.theme";
const SPEED: &str = "ninepins.speed";
const TOUR: &str = "ninepins.tour";

/// Why something was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StorageError {
    /// The browser does not allow it.
    Unavailable,
    /// There is no more room.
    Full,
}

/// Keeps the design.
///
/// # Errors
/// See [`StorageError`].
pub(crate) fn save_design(design: &Design) -> Result<(), StorageError> {
    storage()?.set_item(DESIGN, &ninepins_share::write(design)).map_err(|_| StorageError::Full)
}

/// The text of the design that was kept.
pub(crate) fn load_design() -> Option<String> {
    get(DESIGN)
}

/// Puts the kept design aside, because it cannot be read.
pub(crate) fn put_design_aside(text: &str) {
    // It is the copy that matters least: where there is no room for it, the page still opens.
    set(BROKEN_DESIGN, text);
    if let Ok(storage) = storage() {
        let _ = storage.remove_item(DESIGN);
    }
}

/// The language that was chosen.
pub(crate) fn language() -> Option<Language> {
    get(LANGUAGE).and_then(|code| Language::from_code(&code))
}

/// The colours that were chosen.
pub(crate) fn theme() -> Option<Theme> {
    let kept = get(THEME)?;
    Theme::ALL.into_iter().find(|theme| theme.as_str() == kept)
}

/// The speed that was chosen.
pub(crate) fn speed() -> Option<u32> {
    get(SPEED)?.parse().ok().filter(|speed| [1, 10, 60, 600].contains(speed))
}

/// Keeps what was chosen. A browser that does not allow it asks again at the next visit.
pub(crate) fn save_preferences(language: Language, theme: Theme, speed: u32) {
    set(LANGUAGE, language.code());
    set(SPEED, &speed.to_string());
    set(THEME, theme.as_str());
}

/// Whether the tour was taken or declined, or need not be offered for another reason.
pub(crate) fn tour_is_settled() -> bool {
    get(TOUR).is_some()
}

/// Remembers that the tour need not be offered again.
pub(crate) fn settle_tour() {
    set(TOUR, "settled");
}

fn storage() -> Result<Storage, StorageError> {
    window().local_storage().ok().flatten().ok_or(StorageError::Unavailable)
}

fn get(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok().flatten()
}

fn set(key: &str, value: &str) {
    if let Ok(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
