//! Keys as the tables name them.

use web_sys::KeyboardEvent;

/// The keys of an event: `Mod+Shift+Z`, `Alt+A`, `?`.
pub(crate) fn chord(event: &KeyboardEvent) -> String {
    let (code, key) = (event.code(), event.key());
    let plain = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit"));
    let command = event.ctrl_key() || event.meta_key();
    // With Alt, or Shift and a digit, layouts write other characters: the place of the key counts.
    let by_place = event.alt_key() || (event.shift_key() && code.starts_with("Digit"));
    let name = match key.as_str() {
        " " => "Space".to_owned(),
        _ if by_place && plain.is_some() => plain.unwrap_or_default().to_owned(),
        _ => key.to_ascii_uppercase(),
    };
    let name = if key.len() > 1 && !by_place { key } else { name };
    let is_letter = name.len() == 1 && name.as_bytes()[0].is_ascii_uppercase();
    let mut keys = String::new();
    if command {
        keys += "Mod+";
    }
    if event.alt_key() {
        keys += "Alt+";
    }
    // What Shift makes of other characters is in the character.
    if event.shift_key() && (is_letter || by_place || name.len() > 1) {
        keys += "Shift+";
    }
    keys + &name
}

/// Keys as this system writes them: `⌘ Z` on a Mac, `Ctrl Z` elsewhere.
pub(crate) fn shown_keys(keys: &str) -> Vec<String> {
    let is_mac = gloo::utils::window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"));
    let shown = |key: &str| match (key, is_mac) {
        ("Mod", true) => "⌘".to_owned(),
        ("Mod", false) => "Ctrl".to_owned(),
        ("Alt", true) => "⌥".to_owned(),
        ("Shift", true) => "⇧".to_owned(),
        (key, _) => key.to_owned(),
    };
    // A plus sign that is a key itself stands alone.
    if keys == "+" { vec![keys.to_owned()] } else { keys.split('+').map(shown).collect() }
}
