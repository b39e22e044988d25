//! Finds what a document says that this version does not know: what was read is written again and the keys are compared.

use serde_json::Value;

use crate::notice::{Notice, Notices};
use crate::path::Path;

/// Where editors look up the schema.
const SCHEMA: &str = "$schema";

/// Fields that are not written when they are empty, so that their absence says nothing.
const UNWRITTEN: [&str; 7] = ["name", "in", "size", "security_groups", "collapsed", "label", "bend"];

/// Adds a notice for each key of `given` that `understood` lacks.
pub(crate) fn report(given: &Value, understood: &Value, path: Path<'_>, notices: &mut Notices) {
    match (given, understood) {
        (Value::Object(given), Value::Object(understood)) => {
            for (key, value) in given {
                match understood.get(key) {
                    Some(known) => report(value, known, path.key(key), notices),
                    None if key == SCHEMA => {}
                    None if is_empty(value) && UNWRITTEN.contains(&key.as_str()) => {}
                    None => notices.add(|| Notice::UnknownField { path: path.key(key).to_string() }),
                }
            }
        }
        (Value::Array(given), Value::Array(understood)) => {
            for (place, (given, understood)) in given.iter().zip(understood).enumerate() {
                report(given, understood, path.place(place), notices);
            }
        }
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}
