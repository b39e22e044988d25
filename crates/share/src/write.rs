//! Writes a document: only what differs from the defaults.

use ninepins_model::{Design, Event, Part, Scenario, Wire, WireSettings};
use serde_json::{Map, Value};

use crate::defaults::json;
use crate::json_text;

/// The document in as few characters as JSON allows.
pub fn write(design: &Design) -> String {
    json_text::minified_document(&document(design))
}

/// The document for people: one part, wire or event a line.
pub fn write_pretty(design: &Design) -> String {
    json_text::pretty_document(&document(design))
}

fn document(design: &Design) -> Value {
    let mut fields = Map::new();
    fields.insert("ninepins".into(), design.ninepins.into());
    fields.insert("engine".into(), design.engine.into());
    if !design.name.is_empty() {
        fields.insert("name".into(), design.name.clone().into());
    }
    let parts: Map<String, Value> = design.parts.iter().map(|(id, value)| (id.to_string(), part(value))).collect();
    let wires: Map<String, Value> = design.wires.iter().map(|(id, value)| (id.to_string(), wire(value))).collect();
    let groups: Map<String, Value> =
        design.security_groups.iter().map(|(name, group)| (name.clone(), json(group))).collect();
    for (key, object) in
        [("parts", parts), ("wires", wires), ("security_groups", groups), ("scenario", scenario(&design.scenario))]
    {
        if !object.is_empty() {
            fields.insert(key.into(), Value::Object(object));
        }
    }
    Value::Object(fields)
}

fn part(part: &Part) -> Value {
    let mut own = differing(json(part), &json(&Part::new(part.kind()))).unwrap_or_default();
    own.insert("kind".into(), part.kind().as_str().into());
    Value::Object(own)
}

fn wire(wire: &Wire) -> Value {
    let mut fields = Map::new();
    fields.insert("from".into(), wire.from.as_str().into());
    fields.insert("to".into(), wire.to.as_str().into());
    if let Some(settings) = &wire.settings
        && let Some(default) = WireSettings::new(settings.kind())
        && let (Value::Object(own), default) = (json(settings), json(&default))
    {
        // The key stays when all settings are the defaults: a wire with them differs from one without.
        for (key, value) in own {
            let differing = default.get(&key).and_then(|default| differing(value, default)).unwrap_or_default();
            fields.insert(key, Value::Object(differing));
        }
    }
    Value::Object(fields)
}

fn scenario(scenario: &Scenario) -> Map<String, Value> {
    let bare = Scenario { events: Vec::new(), ..*scenario };
    let mut own = differing(json(&bare), &json(&Scenario::default())).unwrap_or_default();
    if !scenario.events.is_empty() {
        own.insert("events".into(), Value::Array(scenario.events.iter().map(event).collect()));
    }
    own
}

fn event(event: &Event) -> Value {
    let mut value = json(event);
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
