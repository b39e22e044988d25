//! Documents are read and written by `Fields`; the schema comes from serde's derived code. Both must say the same.

use ninepins_model::{
    Action, Design, Event, Kind, Part, Scenario, WIRE_SETTINGS, Wire, WireSettings, from_json, to_json,
};
use ninepins_tests::chaos::{self, Tape};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Whether a value is written as serde writes it.
fn is_written_alike<T: Serialize>(value: &T, written: &Value) -> Result<(), TestCaseError> {
    let theirs = serde_json::to_value(value).ok();
    prop_assert_eq!(theirs.as_ref(), Some(written));
    Ok(())
}

/// Whether a document is read, or refused, as serde does it.
fn is_read_alike<T: DeserializeOwned + PartialEq + std::fmt::Debug>(
    document: &Value,
    read: Option<T>,
) -> Result<(), TestCaseError> {
    let theirs: Option<T> = serde_json::from_value(document.clone()).ok();
    prop_assert_eq!(read, theirs, "{}", document);
    Ok(())
}

fn design_is_alike(design: &Design) -> Result<(), TestCaseError> {
    for part in design.parts.values() {
        let written = to_json(part);
        is_written_alike(part, &written)?;
        prop_assert_eq!(from_json::<Part>(&written).ok(), Some(part.clone()));
    }
    for wire in design.wires.values() {
        let written = to_json(wire);
        is_written_alike(wire, &written)?;
        prop_assert_eq!(from_json::<Wire>(&written).ok(), Some(wire.clone()));
    }
    for group in design.security_groups.values() {
        is_written_alike(group, &to_json(group))?;
    }
    let written = to_json(&design.scenario);
    is_written_alike(&design.scenario, &written)?;
    prop_assert_eq!(from_json::<Scenario>(&written).ok(), Some(design.scenario.clone()));
    Ok(())
}

/// Every place in a value, as a JSON pointer.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    found.push(place.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| places(value, &format!("{place}/{}", key.replace('/', "~1")), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| places(value, &format!("{place}/{index}"), found));
        }
        _ => {}
    }
}

/// What stands in documents by mistake.
const WRONG: fn() -> [Value; 13] = || {
    [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(70_000),
        json!(5_000_000_000_u64),
        json!(1.5),
        json!(""),
        json!("web"),
        json!("no such choice"),
        json!([]),
        json!([1, 2, 3]),
        json!({}),
    ]
};

/// The value with something else at one place, or without it. serde reads an object from a list as
/// well, and the name of a variant from its number, which we do not.
fn changed(value: &Value, tape: &mut Tape<'_>) -> Value {
    let mut found = Vec::new();
    places(value, "", &mut found);
    let place = found.swap_remove(tape.below(found.len()));
    let mut value = value.clone();
    let wrong = WRONG();
    let choice = tape.below(wrong.len() + 2);
    match wrong.into_iter().nth(choice) {
        Some(wrong) => {
            if let Some(slot) = value.pointer_mut(&place) {
                let is_tag = place.ends_with("/kind") || place.ends_with("/do");
                let is_lenient = (slot.is_object() && wrong.is_array()) || (is_tag && wrong.is_number());
                *slot = if is_lenient { Value::Null } else { wrong };
            }
        }
        None => {
            let (parent, field) = place.rsplit_once('/').unwrap_or_default();
            if let Some(Value::Object(fields)) = value.pointer_mut(parent) {
                fields.remove(field);
            }
        }
    }
    value
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_design_is_written_and_read_as_by_serde(numbers in prop::collection::vec(any::<u32>(), 0..400)) {
        let mut tape = Tape::new(&numbers);
        let mut design = chaos::design(&mut tape);
        design.scenario.events = chaos::timeline(&mut tape, 8, 60);
        design_is_alike(&design)?;
    }

    #[test]
    fn a_part_with_a_mistake_is_read_or_refused_as_by_serde(numbers in prop::collection::vec(any::<u32>(), 200..400)) {
        let mut tape = Tape::new(&numbers[100..]);
        let design = chaos::design(&mut Tape::new(&numbers[..100]));
        for value in design.parts.values() {
            let document = changed(&to_json(value), &mut tape);
            is_read_alike(&document, from_json::<Part>(&document).ok())?;
        }
    }

    #[test]
    fn a_scenario_with_a_mistake_is_read_or_refused_as_by_serde(numbers in prop::collection::vec(any::<u32>(), 200..400)) {
        let mut tape = Tape::new(&numbers);
        let events = chaos::timeline(&mut tape, 6, 60);
        let document = changed(&to_json(&Scenario { events, ..Scenario::default() }), &mut tape);
        is_read_alike(&document, from_json::<Scenario>(&document).ok())?;
    }

    #[test]
    fn an_action_with_a_mistake_is_read_or_refused_as_by_serde(numbers in prop::collection::vec(any::<u32>(), 20..40)) {
        let mut tape = Tape::new(&numbers);
        let action = chaos::action(&mut tape);
        let written = to_json(&action);
        is_written_alike(&action, &written)?;
        is_written_alike(&Event { at_ms: 5, action: action.clone() }, &to_json(&Event { at_ms: 5, action }))?;
        let document = changed(&written, &mut tape);
        is_read_alike(&document, from_json::<Action>(&document).ok())?;
    }

    #[test]
    fn settings_of_a_wire_with_a_mistake_are_read_or_refused_as_by_serde(numbers in prop::collection::vec(any::<u32>(), 10..20)) {
        let mut tape = Tape::new(&numbers);
        for (key, kind) in WIRE_SETTINGS {
            let settings = WireSettings::new(kind).unwrap().to_json();
            let document = changed(&settings, &mut tape);
            is_read_alike(&json!({ key: document }), WireSettings::from_json(kind, &document).ok().flatten())?;
        }
    }
}

#[test]
fn the_defaults_of_every_kind_are_written_as_by_serde() {
    for kind in Kind::ALL {
        let part = Part::new(kind);
        assert_eq!(to_json(&part), serde_json::to_value(&part).unwrap(), "{kind:?}");
    }
    for (key, kind) in WIRE_SETTINGS {
        let settings = WireSettings::new(kind).unwrap();
        assert_eq!(json!({ key: settings.to_json() }), serde_json::to_value(&settings).unwrap());
    }
}
