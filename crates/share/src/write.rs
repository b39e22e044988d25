//! Writes a document: only what differs from the defaults.

use ninepins_model::{Design, Event, Part, Scenario, Wire, WireSettings, to_json};
use serde_json::{Map, Value};

use crate::json_text;

/// The document in as few characters as JSON allows.
pub fn write(design: &Design) -> String {
    json_text::minified_document(&document(design))
}

/// The document for people: one part, wire or event a line.
pub fn write_pretty(design: &Design) -> String {
    json_text::pretty_document(&document(design))
}

/// The document with only what differs from the defaults.
fn document(design: &Design) -> Value {
    let mut fields = identity(design);
    let parts: Map<String, Value> =
        design.parts.iter().map(|(id, value)| (id.to_string(), brief_part(value))).collect();
    let wires: Map<String, Value> =
        design.wires.iter().map(|(id, value)| (id.to_string(), brief_wire(value))).collect();
    let groups = security_groups(design);
    let scenario = brief_scenario(&design.scenario);
    for (key, object) in [("parts", parts), ("wires", wires), ("security_groups", groups), ("scenario", scenario)] {
        if !object.is_empty() {
            fields.insert(key.into(), Value::Object(object));
        }
    }
    Value::Object(fields)
}

/// The document with everything in it.
pub(crate) fn complete(design: &Design) -> Value {
    let mut fields = identity(design);
    let parts = design.parts.iter().map(|(id, part)| (id.to_string(), to_json(part))).collect();
    let wires = design.wires.iter().map(|(id, wire)| (id.to_string(), to_json(wire))).collect();
    fields.insert("parts".into(), Value::Object(parts));
    fields.insert("wires".into(), Value::Object(wires));
    fields.insert("security_groups".into(), Value::Object(security_groups(design)));
    fields.insert("scenario".into(), to_json(&design.scenario));
    Value::Object(fields)
}

fn identity(design: &Design) -> Map<String, Value> {
    let mut fields = Map::new();
    fields.insert("ninepins".into(), design.ninepins.into());
    fields.insert("engine".into(), design.engine.into());
    if !design.name.is_empty() {
        fields.insert("name".into(), design.name.clone().into());
    }
    fields
}

fn security_groups(design: &Design) -> Map<String, Value> {
    design.security_groups.iter().map(|(name, group)| (name.clone(), to_json(group))).collect()
}

fn brief_part(part: &Part) -> Value {
    let default = to_json(&Part::new(part.kind()));
    let mut own = differing(to_json(part), &default).unwrap_or_default();
    own.insert("kind".into(), part.kind().as_str().into());
    Value::Object(own)
}

fn brief_wire(wire: &Wire) -> Value {
    let mut value = to_json(wire);
    if let Value::Object(fields) = &mut value
        && let Some(settings) = &wire.settings
        && let Some(default) = WireSettings::new(settings.kind())
    {
        // The key stays when all settings are the defaults: a wire with them differs from one without.
        let own = differing(settings.to_json(), &default.to_json()).unwrap_or_default();
        fields.insert(settings.key().into(), Value::Object(own));
    }
    value
}

fn brief_scenario(scenario: &Scenario) -> Map<String, Value> {
    let bare = Scenario { events: Vec::new(), ..*scenario };
    let mut own = differing(to_json(&bare), &to_json(&Scenario::default())).unwrap_or_default();
    if !scenario.events.is_empty() {
        own.insert("events".into(), Value::Array(scenario.events.iter().map(event).collect()));
    }
    own
}

fn event(event: &Event) -> Value {
    let mut value = to_json(event);
    if event.action.for_s() == Some(0)
        && let Value::Object(fields) = &mut value
    {
        fields.remove("for_s");
    }
    value
}

/// The fields of an object that differ from the default's, at every level. `None`: no field does, or it is no object.
fn differing(value: Value, default: &Value) -> Option<Map<String, Value>> {
    let (Value::Object(value), Value::Object(default)) = (value, default) else { return None };
    let own: Map<String, Value> = value
        .into_iter()
        .filter_map(|(key, value)| match default.get(&key) {
            Some(default) if default == &value => None,
            Some(default @ Value::Object(_)) => Some((key, Value::Object(differing(value, default)?))),
            _ => Some((key, value)),
        })
        .collect();
    (!own.is_empty()).then_some(own)
}
