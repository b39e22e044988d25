//! What stays in the browser between visits. Storage may be missing, full or hold nonsense; nothing depends on it.

use gloo::utils::window;
use ninepins_model::Design;
use ninepins_share::ReadError;
use ninepins_words::Language;
use web_sys::Storage;

use crate::state::Theme;

const DESIGN: &str = "ninepins.design";
const BROKEN_DESIGN: &str = "ninepins.design.broken";
const LANGUAGE: &str = "ninepins.language";
const THEME: &str = "ninepins.theme";
const SPEED: &str = "ninepins.speed";

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

/// The design that was kept. One that cannot be read is put aside.
pub(crate) fn load_design() -> Option<Result<Design, ReadError>> {
    let storage = storage().ok()?;
    let text = storage.get_item(DESIGN).ok().flatten()?;
    let opened = ninepins_share::read(text.as_bytes());
    if opened.is_err() {
        // It is the copy that matters least: where there is no room for it, the page still opens.
        let _ = storage.set_item(BROKEN_DESIGN, &text);
        let _ = storage.remove_item(DESIGN);
    }
    Some(opened.map(|opened| opened.design))
}

/// The language that was chosen.
pub(crate) fn language() -> Option<Language> {
    get(LANGUAGE).and_then(|code| Language::from_code(&code))
}

/// The colours that were chosen.
pub(crate) fn theme() -> Option<Theme> {
    match get(THEME)?.as_str() {
        "light" => Some(Theme::Light),
        "dark" => Some(Theme::Dark),
        _ => None,
    }
}

/// The speed that was chosen.
pub(crate) fn speed() -> Option<u32> {
    get(SPEED)?.parse().ok().filter(|speed| [1, 10, 60, 600].contains(speed))
}

/// Keeps what was chosen. A browser that does not allow it asks again at the next visit.
pub(crate) fn save_preferences(language: Language, theme: Theme, speed: u32) {
    set(LANGUAGE, language.code());
    set(SPEED, &speed.to_string());
    match theme {
        Theme::System => {}
        Theme::Light => set(THEME, "light"),
        Theme::Dark => set(THEME, "dark"),
    }
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
