//! Turns the JSON of a document into a design, part by part, so that what cannot be understood has a place.
//!
//! Each value is deserialised by itself with its kind known, not through the flattened and tagged types of the whole: the
//! program is much smaller so, and settings of a wire that cannot be understood do not vanish as if there were none.

use std::collections::BTreeMap;

use ninepins_model::{Design, Event, Json, Kind, Mismatch, Part, PartSettings, Scenario, Wire, WireSettings};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::error::ReadError;
use crate::parse_action::action;
use crate::path::Path;
use crate::repair::WIRE_SETTINGS;

const ROOT: Path<'_> = Path::ROOT;

/// The design in a document, as this version and engine's.
pub(crate) fn understood(document: &Value) -> Result<Design, ReadError> {
    Ok(Design {
        name: optional(document, "name", ROOT)?,
        parts: each(document, "parts", part)?,
        wires: each(document, "wires", wire)?,
        security_groups: each(document, "security_groups", |value, path| parse(value, path))?,
        scenario: scenario(document)?,
        ..Design::default()
    })
}

fn part(value: &Value, path: Path<'_>) -> Result<Part, ReadError> {
    let name: String = required(value, "kind", path)?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == name);
    let kind = kind.ok_or_else(|| bad(path, format_args!("“{name}” is no kind of part")))?;
    Ok(Part {
        settings: PartSettings::deserialize_as(kind, Json(value)).map_err(|mismatch| misfit(path, mismatch))?,
        name: optional(value, "name", path)?,
        container: optional(value, "in", path)?,
        at: optional(value, "at", path)?,
        size: optional(value, "size", path)?,
        collapsed: optional(value, "collapsed", path)?,
    })
}

fn wire(value: &Value, path: Path<'_>) -> Result<Wire, ReadError> {
    let settings = WIRE_SETTINGS.into_iter().find_map(|(key, kind)| Some((key, kind, value.get(key)?)));
    Ok(Wire {
        from: required(value, "from", path)?,
        to: required(value, "to", path)?,
        label: optional(value, "label", path)?,
        bend: optional(value, "bend", path)?,
        settings: match settings {
            Some((key, kind, value)) => {
                WireSettings::deserialize_as(kind, Json(value)).map_err(|mismatch| misfit(path.key(key), mismatch))?
            }
            None => None,
        },
    })
}

fn scenario(document: &Value) -> Result<Scenario, ReadError> {
    let default = Scenario::default();
    let Some(value) = document.get("scenario") else { return Ok(default) };
    let path = ROOT.key("scenario");
    if !value.is_object() {
        return Err(bad(path, "an object is expected"));
    }
    let events = match value.get("events") {
        None => &[][..],
        Some(Value::Array(events)) => events,
        Some(_) => return Err(bad(path.key("events"), "a list is expected")),
    };
    let number = |key, default| value.get(key).map_or(Ok(default), |number| parse(number, path.key(key)));
    let path = path.key("events");
    let events = events.iter().enumerate().map(|(place, value)| event(value, path.place(place)));
    Ok(Scenario {
        seed: number("seed", default.seed)?,
        duration_s: number("duration_s", default.duration_s)?,
        events: events.collect::<Result<_, _>>()?,
    })
}

fn event(value: &Value, path: Path<'_>) -> Result<Event, ReadError> {
    Ok(Event { at_ms: required(value, "at_ms", path)?, action: action(value, path)? })
}

/// Parses every value of an object and its key.
fn each<K: Ord + TryFrom<String, Error: ToString>, V>(
    document: &Value,
    key: &str,
    parse: for<'a> fn(&'a Value, Path<'_>) -> Result<V, ReadError>,
) -> Result<BTreeMap<K, V>, ReadError> {
    let path = ROOT.key(key);
    let none = Map::new();
    let values = match document.get(key) {
        None => &none,
        Some(Value::Object(values)) => values,
        Some(_) => return Err(bad(path, "an object is expected")),
    };
    let mut found = BTreeMap::new();
    for (key, value) in values {
        let id = K::try_from(key.clone()).map_err(|error| bad(path.key(key), error.to_string()))?;
        found.insert(id, parse(value, path.key(key))?);
    }
    Ok(found)
}

/// A field that an object must have.
pub(crate) fn required<'a, T: Deserialize<'a>>(value: &'a Value, key: &str, path: Path<'_>) -> Result<T, ReadError> {
    match value.get(key) {
        Some(value) => parse(value, path.key(key)),
        None => Err(bad(path, format_args!("“{key}” is missing"))),
    }
}

/// A field of an object, or its default.
pub(crate) fn optional<'a, T: Deserialize<'a> + Default>(
    value: &'a Value,
    key: &str,
    path: Path<'_>,
) -> Result<T, ReadError> {
    value.get(key).map_or_else(|| Ok(T::default()), |value| parse(value, path.key(key)))
}

fn parse<'a, T: Deserialize<'a>>(value: &'a Value, path: Path<'_>) -> Result<T, ReadError> {
    T::deserialize(Json(value)).map_err(|mismatch| misfit(path, mismatch))
}

fn misfit(path: Path<'_>, mismatch: Mismatch) -> ReadError {
    if mismatch.place.is_empty() { bad(path, mismatch.reason) } else { bad(path.key(&mismatch.place), mismatch.reason) }
}

pub(crate) fn bad(place: Path<'_>, reason: impl std::fmt::Display) -> ReadError {
    ReadError::Bad { place: place.to_string(), reason: reason.to_string() }
}
