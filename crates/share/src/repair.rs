//! Repairs values before they are parsed: numbers go into their ranges, unknown choices to the default.

use ninepins_model::parts::settings_of as part_settings_of;
use ninepins_model::wires::settings_of as wire_settings_of;
use ninepins_model::{Control, Kind, Setting, WIRE_SETTINGS, fact, limits};
use serde_json::{Map, Value};

use crate::notice::{Notice, Notices};
use crate::path::Path;

/// A range of numbers.
#[derive(Clone, Copy)]
struct Range {
    min: f64,
    max: f64,
    whole: bool,
}

const fn whole(min: i64, max: i64) -> Range {
    Range { min: min as f64, max: max as f64, whole: true }
}

const PLACE: Range = whole(-(limits::POSITION as i64), limits::POSITION as i64);
const SIZE: Range = whole(1, limits::POSITION as i64);
const SECONDS: Range = whole(0, limits::DURATION_S as i64);

/// Repairs one value.
type Repair = fn(&mut Value, Path<'_>, &mut Notices);

/// Repairs every value of a document that can be repaired by itself.
pub(crate) fn document(document: &mut Value, notices: &mut Notices) {
    let maps: [(&str, Repair); 3] = [("parts", part), ("wires", wire), ("security_groups", security_group)];
    for (key, repair) in maps {
        if let Some(Value::Object(values)) = document.get_mut(key) {
            let path = Path::ROOT.key(key);
            for (id, value) in values {
                repair(value, path.key(id), notices);
            }
        }
    }
    if let Some(own) = document.get_mut("scenario") {
        scenario(own, Path::ROOT.key("scenario"), notices);
    }
}

fn part(part: &mut Value, path: Path<'_>, notices: &mut Notices) {
    pair(part, "at", PLACE, path, notices);
    pair(part, "size", SIZE, path, notices);
    let kind = part.get("kind").and_then(Value::as_str);
    if let Some(kind) = Kind::ALL.into_iter().find(|known| Some(known.as_str()) == kind) {
        settings(part, part_settings_of(kind), path, notices);
    }
}

fn pair(whole: &mut Value, key: &str, range: Range, path: Path<'_>, notices: &mut Notices) {
    if let Some(Value::Array(pair)) = whole.get_mut(key) {
        for (place, number) in pair.iter_mut().enumerate() {
            fit(number, range, path.key(key).place(place), notices);
        }
    }
}

fn wire(wire: &mut Value, path: Path<'_>, notices: &mut Notices) {
    pair(wire, "bend", PLACE, path, notices);
    for (key, kind) in WIRE_SETTINGS {
        if let Some(own) = wire.get_mut(key) {
            settings(own, wire_settings_of(kind), path.key(key), notices);
        }
    }
}

fn security_group(group: &mut Value, path: Path<'_>, notices: &mut Notices) {
    for way in ["inbound", "outbound"] {
        let Some(Value::Array(rules)) = group.get_mut(way) else { continue };
        let path = path.key(way);
        for (place, rule) in rules.iter_mut().enumerate() {
            fit_field(rule, "port", whole(0, u16::MAX as i64), path.place(place), notices);
        }
    }
}

fn scenario(scenario: &mut Value, path: Path<'_>, notices: &mut Notices) {
    fit_field(scenario, "seed", whole(0, u32::MAX as i64), path, notices);
    fit_field(scenario, "duration_s", whole(1, limits::DURATION_S as i64), path, notices);
    if let Some(Value::Array(events)) = scenario.get_mut("events") {
        let path = path.key("events");
        for (place, own) in events.iter_mut().enumerate() {
            event(own, path.place(place), notices);
        }
    }
}

fn event(event: &mut Value, path: Path<'_>, notices: &mut Notices) {
    fit_field(event, "at_ms", whole(0, limits::DURATION_S as i64 * 1000), path, notices);
    action(event, path, notices);
}

pub(crate) fn action(action: &mut Value, path: Path<'_>, notices: &mut Notices) {
    fit_field(action, "for_s", SECONDS, path, notices);
    fit_field(action, "factor", Range { min: 0.0, max: 1000.0, whole: false }, path, notices);
    for (field, max) in [("latency_ms", 3_600_000.0), ("jitter_ms", 3_600_000.0), ("percent", 100.0)] {
        fit_field(action, field, Range { min: 0.0, max, whole: false }, path, notices);
    }
    for field in ["from_port", "to_port"] {
        fit_field(action, field, whole(0, u16::MAX as i64), path, notices);
    }
    fit_field(action, "remaining", Range { min: 0.0, max: 1.0, whole: false }, path, notices);
    fit_field(action, "status", whole(fact::CHECK_STATUS.min as i64, fact::CHECK_STATUS.max as i64), path, notices);
    fit_field(action, "weight", whole(0, fact::TARGET_GROUP_WEIGHT.max as i64), path, notices);
    let group = fact::GROUP_DESIRED;
    fit_field(action, "desired", Range { min: group.min, max: group.max, whole: true }, path, notices);
}

fn settings(whole: &mut Value, table: &[Setting], path: Path<'_>, notices: &mut Notices) {
    for setting in table {
        let (levels, field) = match setting.path.rsplit_once('.') {
            Some((levels, field)) => (Some(levels), field),
            None => (None, setting.path),
        };
        let object = levels.into_iter().flat_map(|levels| levels.split('.')).try_fold(&mut *whole, Value::get_mut);
        let Some(Value::Object(object)) = object else { continue };
        let path = path.key(setting.path);
        match setting.control {
            Control::Integer(fact) | Control::Decimal(fact) => {
                let whole = matches!(setting.control, Control::Integer(_));
                if let Some(number) = object.get_mut(field) {
                    fit(number, Range { min: fact.min, max: fact.max, whole }, path, notices);
                }
            }
            Control::Choice(choices) => choose(object, field, choices, path, notices),
            _ => {}
        }
    }
}

fn choose(object: &mut Map<String, Value>, field: &str, choices: &[&str], path: Path<'_>, notices: &mut Notices) {
    if let Some(Value::String(value)) = object.get(field)
        && !choices.contains(&value.as_str())
    {
        notices.add(|| Notice::UnknownChoice { path: path.to_string(), value: value.clone() });
        object.remove(field);
    }
}

fn fit_field(object: &mut Value, field: &str, range: Range, path: Path<'_>, notices: &mut Notices) {
    if let Some(number) = object.get_mut(field) {
        fit(number, range, path.key(field), notices);
    }
}

/// Brings a number into its range. What is no number is left for the parser to refuse.
fn fit(value: &mut Value, range: Range, path: Path<'_>, notices: &mut Notices) {
    let Some(from) = value.as_f64() else { return };
    // Not `clamp`: its panic would bring the printing of floats into the program.
    let mut to = from.max(range.min).min(range.max);
    if range.whole {
        to = to.round();
    }
    if from != to {
        notices.add(|| Notice::Clamped { path: path.to_string(), from, to });
    }
    if range.whole && (from != to || value.is_f64()) {
        *value = Value::from(to as i64);
    } else if from != to {
        *value = Value::from(to);
    }
}
