//! Takes control characters and bidirectional overrides out of texts, and cuts them to their limits. Refuses lists
//! beyond theirs.

use ninepins_model::limits;
use serde_json::{Map, Value};

use crate::error::ReadError;
use crate::notice::{Notice, Notices};
use crate::path::Path;

/// Cleans every text and every key below this value.
pub(crate) fn clean(value: &mut Value, path: Path<'_>, notices: &mut Notices) -> Result<(), ReadError> {
    match value {
        Value::String(text) => clean_text(text, limits::TEXT_CHARACTERS, path, notices),
        Value::Array(items) => {
            limit(items.len(), path)?;
            for (place, item) in items.iter_mut().enumerate() {
                clean(item, path.place(place), notices)?;
            }
        }
        Value::Object(object) => {
            limit(object.len(), path)?;
            clean_keys(object, path, notices);
            for (key, item) in object.iter_mut() {
                match item {
                    Value::String(text) if key == "name" && path.has_name() => {
                        clean_text(text, limits::NAME_CHARACTERS, path.key(key), notices);
                    }
                    Value::String(text) if key == "label" => {
                        clean_text(text, limits::LABEL_CHARACTERS, path.key(key), notices);
                    }
                    Value::String(text) if key == "text" => {
                        let mut cleaned = String::new();
                        for (place, line) in text.split('\n').enumerate() {
                            let mut line = line.to_owned();
                            clean_text(&mut line, limits::NOTE_CHARACTERS, path.key(key), notices);
                            cleaned.push_str(if place == 0 { "" } else { "\n" });
                            cleaned.push_str(&line);
                        }
                        *text = cleaned;
                        shorten(text, limits::NOTE_CHARACTERS, path.key(key), notices);
                    }
                    _ => clean(item, path.key(key), notices)?,
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

fn limit(items: usize, path: Path<'_>) -> Result<(), ReadError> {
    if items <= limits::ITEMS {
        return Ok(());
    }
    Err(ReadError::Bad {
        place: path.to_string(),
        reason: format!("{items} entries, at most {} are read", limits::ITEMS),
    })
}

fn clean_keys(object: &mut Map<String, Value>, path: Path<'_>, notices: &mut Notices) {
    let is_clean = |key: &String| !key.contains(is_hidden) && key.chars().count() <= limits::TEXT_CHARACTERS;
    if object.keys().all(is_clean) {
        return;
    }
    for (mut key, value) in std::mem::take(object) {
        clean_text(&mut key, limits::TEXT_CHARACTERS, path, notices);
        object.insert(key, value);
    }
}

fn clean_text(text: &mut String, longest: usize, path: Path<'_>, notices: &mut Notices) {
    if text.contains(is_hidden) {
        text.retain(|character| !is_hidden(character));
        notices.add(|| Notice::TextCleaned { path: path.to_string() });
    }
    shorten(text, longest, path, notices);
}

fn shorten(text: &mut String, longest: usize, path: Path<'_>, notices: &mut Notices) {
    if let Some((end, _)) = text.char_indices().nth(longest) {
        text.truncate(end);
        notices.add(|| Notice::TextShortened { path: path.to_string() });
    }
}

/// Characters that show nothing but break lines or turn the order of what follows.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
