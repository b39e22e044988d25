//! Opens a document: decode, migrate, repair, parse.

use std::collections::BTreeMap;

use ninepins_model::{
    DOCUMENT_VERSION, Design, ENGINE_VERSION, Part, PartId, Scenario, SecurityGroup, Wire, WireId, WireSettings, limits,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::error::ReadError;
use crate::notice::{Notice, Notices};
use crate::path::Path;
use crate::{clean, migrate, repair, structure, unknown};

/// A document that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The design in it.
    pub design: Design,
    /// What was repaired or should be known.
    pub notices: Vec<Notice>,
}

/// Opens a document.
///
/// # Errors
/// It is too large, no document, of a newer version, or holds something that cannot be understood.
pub fn read(text: &[u8]) -> Result<Opened, ReadError> {
    let mut document = decode(text)?;
    let mut notices = Notices::default();
    check_versions(&mut document, &mut notices)?;
    check_counts(&document)?;
    clean::clean(&mut document, Path::ROOT, &mut notices)?;
    let Value::Object(mut fields) = document else { return Err(ReadError::NotADocument) };
    let mut design = Design {
        name: take(&mut fields, "name", &mut notices, |_, _, _| {})?,
        parts: parts(&mut fields, &mut notices)?,
        wires: wires(&mut fields, &mut notices)?,
        security_groups: security_groups(&mut fields, &mut notices)?,
        scenario: scenario(&mut fields, &mut notices)?,
        ..Design::default()
    };
    for key in fields.keys().filter(|key| !matches!(key.as_str(), "ninepins" | "engine" | "$schema")) {
        notices.add(|| Notice::UnknownField { path: key.clone() });
    }
    structure::repair(&mut design, &mut notices)?;
    Ok(Opened { design, notices: notices.into_list() })
}

/// Parses JSON under the limit of size. A byte order mark, as some editors write it, is no error.
pub(crate) fn decode(text: &[u8]) -> Result<Value, ReadError> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    if text.len() > limits::DOCUMENT_BYTES {
        return Err(ReadError::TooLarge);
    }
    serde_json::from_slice(text).map_err(|error| ReadError::NotJson { line: error.line(), column: error.column() })
}

fn check_versions(document: &mut Value, notices: &mut Notices) -> Result<(), ReadError> {
    let version = match document.get("ninepins").and_then(Value::as_u64) {
        None | Some(0) => return Err(ReadError::NotADocument),
        Some(version) => version,
    };
    let version = u32::try_from(version)
        .ok()
        .filter(|version| *version <= DOCUMENT_VERSION)
        .ok_or(ReadError::NewerVersion { version })?;
    match document.get("engine").and_then(Value::as_u64) {
        Some(theirs) if theirs != u64::from(ENGINE_VERSION) => {
            notices.add(|| Notice::OtherEngine { theirs, ours: ENGINE_VERSION });
        }
        _ => {}
    }
    migrate::migrate(document, version, migrate::STEPS);
    Ok(())
}

fn check_counts(document: &Value) -> Result<(), ReadError> {
    let count = |pointer: &str| match document.pointer(pointer) {
        Some(Value::Object(object)) => object.len(),
        Some(Value::Array(items)) => items.len(),
        _ => 0,
    };
    match (count("/parts"), count("/wires"), count("/scenario/events")) {
        (count, _, _) if count > limits::PARTS => Err(ReadError::TooManyParts { count }),
        (_, count, _) if count > limits::WIRES => Err(ReadError::TooManyWires { count }),
        (_, _, count) if count > limits::EVENTS => Err(ReadError::TooManyEvents { count }),
        _ => Ok(()),
    }
}

fn parts(fields: &mut Map<String, Value>, notices: &mut Notices) -> Result<BTreeMap<PartId, Part>, ReadError> {
    each(object(fields, "parts")?, "parts", |mut value, path| {
        repair::part(&mut value, path, notices);
        understood(&value, path, notices)
    })
}

fn wires(fields: &mut Map<String, Value>, notices: &mut Notices) -> Result<BTreeMap<WireId, Wire>, ReadError> {
    each(object(fields, "wires")?, "wires", |mut value, path| {
        repair::wire(&mut value, path, notices);
        wire_settings(&value, path)?;
        understood(&value, path, notices)
    })
}

/// Settings that cannot be understood would vanish without a word, because they are optional; so they are parsed alone.
fn wire_settings(wire: &Value, path: Path<'_>) -> Result<(), ReadError> {
    for (key, _) in repair::WIRE_SETTINGS {
        if let Some(settings) = wire.get(key) {
            let alone = Value::Object(Map::from_iter([(key.to_owned(), settings.clone())]));
            parse::<WireSettings>(&alone, path.key(key))?;
        }
    }
    Ok(())
}

fn security_groups(
    fields: &mut Map<String, Value>,
    notices: &mut Notices,
) -> Result<BTreeMap<String, SecurityGroup>, ReadError> {
    each(object(fields, "security_groups")?, "security_groups", |mut value, path| {
        repair::security_group(&mut value, path, notices);
        understood(&value, path, notices)
    })
}

fn scenario(fields: &mut Map<String, Value>, notices: &mut Notices) -> Result<Scenario, ReadError> {
    let events = fields.get_mut("scenario").and_then(|scenario| scenario.get_mut("events"));
    let events = match events.map(Value::take) {
        Some(Value::Array(events)) => events,
        None | Some(Value::Null) => Vec::new(),
        Some(_) => return Err(bad("scenario.events", "a list is expected")),
    };
    if let Some(Value::Object(scenario)) = fields.get_mut("scenario") {
        scenario.remove("events");
    }
    let mut scenario: Scenario = take(fields, "scenario", notices, repair::scenario)?;
    let path = Path::ROOT.key("scenario");
    let path = path.key("events");
    for (place, mut event) in events.into_iter().enumerate() {
        repair::event(&mut event, path.place(place), notices);
        scenario.events.push(understood(&event, path.place(place), notices)?);
    }
    Ok(scenario)
}

/// A field of the document, or its default.
fn take<T: DeserializeOwned + Serialize + Default>(
    fields: &mut Map<String, Value>,
    key: &str,
    notices: &mut Notices,
    repair: fn(&mut Value, Path<'_>, &mut Notices),
) -> Result<T, ReadError> {
    let Some(mut value) = fields.remove(key) else { return Ok(T::default()) };
    let path = Path::ROOT.key(key);
    repair(&mut value, path, notices);
    understood(&value, path, notices)
}

fn object(fields: &mut Map<String, Value>, key: &str) -> Result<Map<String, Value>, ReadError> {
    match fields.remove(key) {
        None => Ok(Map::new()),
        Some(Value::Object(object)) => Ok(object),
        Some(_) => Err(bad(key, "an object is expected")),
    }
}

/// Parses every value of an object and its key.
fn each<K: Ord + TryFrom<String, Error: ToString>, V>(
    values: Map<String, Value>,
    place: &str,
    mut parse: impl FnMut(Value, Path<'_>) -> Result<V, ReadError>,
) -> Result<BTreeMap<K, V>, ReadError> {
    let path = Path::ROOT.key(place);
    let mut found = BTreeMap::new();
    for (key, value) in values {
        let parsed = parse(value, path.key(&key))?;
        let id = K::try_from(key.clone()).map_err(|error| bad(path.key(&key), error))?;
        found.insert(id, parsed);
    }
    Ok(found)
}

/// Parses a value and tells what of it was not understood.
pub(crate) fn understood<T: DeserializeOwned + Serialize>(
    value: &Value,
    path: Path<'_>,
    notices: &mut Notices,
) -> Result<T, ReadError> {
    let parsed: T = parse(value, path)?;
    if let Ok(written) = serde_json::to_value(&parsed) {
        unknown::report(value, &written, path, notices);
    }
    Ok(parsed)
}

fn parse<T: DeserializeOwned>(value: &Value, path: Path<'_>) -> Result<T, ReadError> {
    T::deserialize(value).map_err(|error| bad(path, error))
}

fn bad(place: impl ToString, reason: impl ToString) -> ReadError {
    ReadError::Bad { place: place.to_string(), reason: reason.to_string() }
}
