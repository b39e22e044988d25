//! `ninepins schema`: the JSON Schema of documents, from the types, with the limits and the ranges of every setting.

use ninepins_model::{Control, Design, Kind, Setting, WIRE_SETTINGS, limits, parts, wires};
use serde_json::{Value, json};

/// The schema.
pub(crate) fn schema() -> Value {
    let mut schema = schemars::schema_for!(Design).to_value();
    schema["title"] = "A Ninepins design".into();
    schema["properties"]["parts"]["maxProperties"] = limits::PARTS.into();
    schema["properties"]["wires"]["maxProperties"] = limits::WIRES.into();
    schema["properties"]["name"]["maxLength"] = limits::NAME_CHARACTERS.into();
    let scenario = &mut schema["$defs"]["Scenario"]["properties"];
    scenario["events"]["maxItems"] = limits::EVENTS.into();
    limit(&mut scenario["duration_s"], 1, limits::DURATION_S.into());
    let part = &mut schema["$defs"]["Part"]["properties"];
    part["name"]["maxLength"] = limits::NAME_CHARACTERS.into();
    let farthest = i64::from(limits::POSITION);
    limit(&mut part["at"]["items"], -farthest, farthest);
    limit(&mut part["size"]["items"], 1, farthest);
    for kind in Kind::ALL {
        if let Some(pointer) = settings_of_part(&schema, kind) {
            add_ranges(&mut schema, &pointer, parts::settings_of(kind));
        }
    }
    for (key, kind) in WIRE_SETTINGS {
        if let Some(pointer) = settings_of_wire(&schema, key) {
            add_ranges(&mut schema, &pointer, wires::settings_of(kind));
        }
    }
    schema
}

fn limit(number: &mut Value, min: i64, max: i64) {
    number["minimum"] = min.into();
    number["maximum"] = max.into();
}

/// Where the settings of a kind of part are defined, as a JSON pointer.
fn settings_of_part(schema: &Value, kind: Kind) -> Option<String> {
    choices(schema, "Part").find(|choice| choice["properties"]["kind"]["const"] == kind.as_str()).and_then(reference)
}

/// Where the settings under this key of a wire are defined.
fn settings_of_wire(schema: &Value, key: &str) -> Option<String> {
    // They may be left out, so their choices are one of the wire's.
    let settings = choices(schema, "Wire").filter_map(|choice| choice["oneOf"].as_array()).flatten();
    settings.into_iter().find_map(|choice| choice["properties"].get(key)).and_then(reference)
}

fn choices<'a>(schema: &'a Value, definition: &str) -> impl Iterator<Item = &'a Value> {
    let definition = &schema["$defs"][definition];
    ["oneOf", "anyOf"].into_iter().filter_map(move |list| definition[list].as_array()).flatten()
}

fn reference(schema: &Value) -> Option<String> {
    let reference = schema.get("$ref").or_else(|| schema.pointer("/allOf/0/$ref"))?;
    Some(reference.as_str()?.strip_prefix('#')?.to_owned())
}

fn add_ranges(schema: &mut Value, settings: &str, table: &[Setting]) {
    for setting in table {
        let mut pointer = settings.to_owned();
        for level in setting.path.split('.') {
            let inner = schema.pointer(&pointer).and_then(reference);
            pointer = format!("{}/properties/{level}", inner.unwrap_or(pointer));
        }
        let Some(field) = schema.pointer_mut(&pointer) else { continue };
        match setting.control {
            Control::Integer(fact) => limit(field, fact.min as i64, fact.max as i64),
            Control::Decimal(fact) => {
                field["minimum"] = fact.min.into();
                field["maximum"] = fact.max.into();
            }
            Control::Choice(choices) if field["type"] == "string" => field["enum"] = json!(choices),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use ninepins_model::presets::seed_architecture;
    use ninepins_share::{pretty, write};
    use serde_json::{Value, json};

    use super::schema;

    fn accepts(document: &Value) -> bool {
        jsonschema::validator_for(&schema()).unwrap().is_valid(document)
    }

    #[test]
    fn the_published_schema_is_this_one() {
        let published = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/design.schema.json"));
        assert!(published.unwrap() == pretty(&schema()), "write it anew: ninepins schema > docs/design.schema.json");
    }

    #[test]
    fn the_settings_of_every_kind_of_wire_have_their_ranges() {
        let schema = schema();
        for (key, _) in ninepins_model::WIRE_SETTINGS {
            assert!(super::settings_of_wire(&schema, key).is_some(), "{key}");
        }
        assert_eq!(schema["$defs"]["Record"]["properties"]["ttl_s"]["maximum"], 172_800.0);
    }

    #[test]
    fn the_seed_architecture_fits_the_schema() {
        assert!(accepts(&serde_json::from_str(&write(&seed_architecture())).unwrap()));
    }

    #[test]
    fn numbers_out_of_their_range_do_not_fit_the_schema() {
        let with = |part: Value| json!({ "ninepins": 1, "engine": 1, "parts": { "p": part } });
        let fits = [
            json!({ "kind": "alb", "idle_timeout_s": 4000 }),
            json!({ "kind": "alb", "idle_timeout_s": 4001 }),
            json!({ "kind": "asg", "application": { "threads": 0 } }),
            json!({ "kind": "ec2", "instance_type": "t9.micro" }),
        ]
        .map(|part| accepts(&with(part)));
        assert_eq!(fits, [true, false, false, false]);
    }
}
