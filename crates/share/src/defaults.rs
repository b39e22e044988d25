//! Every default of the document, frozen for each version in `tests/links/`.

use ninepins_model::{Kind, PartSettings, Scenario, WireSettings};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::repair::WIRE_SETTINGS;

/// The defaults of every kind of part and wire and of the scenario. A change of one is a change of the format.
pub fn defaults() -> Value {
    let parts: Map<String, Value> =
        Kind::ALL.into_iter().map(|kind| (kind.as_str().to_owned(), json(&PartSettings::new(kind)))).collect();
    let wires: Map<String, Value> = WIRE_SETTINGS
        .into_iter()
        .filter_map(|(key, kind)| Some((key.to_owned(), WireSettings::new(kind)?.to_json())))
        .collect();
    Value::Object(Map::from_iter([
        ("parts".to_owned(), Value::Object(parts)),
        ("wires".to_owned(), Value::Object(wires)),
        ("scenario".to_owned(), json(&Scenario::default())),
    ]))
}

/// A value of the model as JSON. The model has only text keys and finite numbers, so this cannot fail.
pub(crate) fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
