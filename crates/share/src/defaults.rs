//! Every default of the document, frozen for each version in `tests/links/`.

use ninepins_model::{Kind, PartSettings, Scenario, WIRE_SETTINGS, WireSettings, to_json};
use serde_json::{Map, Value};

/// The defaults of every kind of part and wire and of the scenario. A change of one is a change of the format.
pub fn defaults() -> Value {
    let parts: Map<String, Value> =
        Kind::ALL.into_iter().map(|kind| (kind.as_str().to_owned(), to_json(&PartSettings::new(kind)))).collect();
    let wires: Map<String, Value> = WIRE_SETTINGS
        .into_iter()
        .filter_map(|(key, kind)| Some((key.to_owned(), WireSettings::new(kind)?.to_json())))
        .collect();
    Value::Object(Map::from_iter([
        ("parts".to_owned(), Value::Object(parts)),
        ("wires".to_owned(), Value::Object(wires)),
        ("scenario".to_owned(), to_json(&Scenario::default())),
    ]))
}
