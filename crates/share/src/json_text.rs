//! JSON as text: identifying fields first, whole numbers without a fraction, one record a line for people.

use serde_json::{Map, Number, Value};

/// Fields that come first, in this order; others follow by name.
const FIRST: [&str; 14] = [
    "ninepins",
    "engine",
    "name",
    "parts",
    "wires",
    "security_groups",
    "kind",
    "from",
    "to",
    "at_ms",
    "do",
    "in",
    "seed",
    "duration_s",
];

/// Fields that come last: beside each other, the coordinates of one part compress better.
const LAST: [&str; 2] = ["at", "size"];

/// Longest line that is not broken up.
const WIDTH: usize = 118;

pub(crate) fn minified(value: &Value) -> String {
    let mut text = String::new();
    Style::MINIFIED.inline(value, &mut text);
    text
}

/// JSON for people: what fits in a line stays in one.
pub fn pretty(value: &Value) -> String {
    let mut text = String::new();
    broken_up(value, 0, &mut text);
    text.push('\n');
    text
}

struct Style {
    comma: &'static str,
    colon: &'static str,
    brace: &'static str,
}

impl Style {
    const MINIFIED: Style = Style { comma: ",", colon: ":", brace: "" };
    const SPACED: Style = Style { comma: ", ", colon: ": ", brace: " " };

    fn inline(&self, value: &Value, text: &mut String) {
        match value {
            Value::Object(object) if object.is_empty() => text.push_str("{}"),
            Value::Object(object) => {
                text.push('{');
                text.push_str(self.brace);
                for (place, (key, value)) in in_order(object).into_iter().enumerate() {
                    text.push_str(if place == 0 { "" } else { self.comma });
                    quoted(key, text);
                    text.push_str(self.colon);
                    self.inline(value, text);
                }
                text.push_str(self.brace);
                text.push('}');
            }
            Value::Array(items) => {
                text.push('[');
                for (place, item) in items.iter().enumerate() {
                    text.push_str(if place == 0 { "" } else { self.comma });
                    self.inline(item, text);
                }
                text.push(']');
            }
            Value::Number(number) => text.push_str(&number_text(number)),
            Value::Null | Value::Bool(_) | Value::String(_) => text.push_str(&value.to_string()),
        }
    }
}

fn broken_up(value: &Value, level: usize, text: &mut String) {
    let mut line = String::new();
    Style::SPACED.inline(value, &mut line);
    let fits = level > 0 && line.len() + 2 * level <= WIDTH;
    match value {
        Value::Object(object) if !fits && !object.is_empty() => {
            text.push('{');
            for (place, (key, value)) in in_order(object).into_iter().enumerate() {
                new_line(place, level + 1, text);
                quoted(key, text);
                text.push_str(": ");
                broken_up(value, level + 1, text);
            }
            new_line(0, level, text);
            text.push('}');
        }
        Value::Array(items) if !fits && !items.is_empty() => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                new_line(place, level + 1, text);
                broken_up(item, level + 1, text);
            }
            new_line(0, level, text);
            text.push(']');
        }
        _ => text.push_str(&line),
    }
}

fn new_line(place: usize, level: usize, text: &mut String) {
    text.push_str(if place == 0 { "\n" } else { ",\n" });
    text.extend(std::iter::repeat_n("  ", level));
}

fn in_order(object: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let place = |list: &[&str], key: &str| list.iter().position(|known| *known == key);
    let rank = |key: &str| match place(&FIRST, key) {
        Some(place) => place,
        None => FIRST.len() + place(&LAST, key).map_or(0, |place| place + 1),
    };
    let mut fields: Vec<_> = object.iter().collect();
    fields.sort_by(|(left, _), (right, _)| rank(left).cmp(&rank(right)).then_with(|| left.cmp(right)));
    fields
}

fn quoted(key: &str, text: &mut String) {
    text.push_str(&Value::from(key).to_string());
}

/// A number in its shortest form: 400, not 400.0.
fn number_text(number: &Number) -> String {
    /// From here on not every whole number is a float.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < EXACT => (float as i64).to_string(),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_whole_float_is_written_without_its_fraction() {
        assert_eq!(minified(&json!([400.0, 0.9, -0.0, 1e300])), "[400,0.9,0,1e+300]");
    }

    #[test]
    fn what_a_part_is_comes_first_and_where_it_lies_last() {
        assert_eq!(
            minified(&json!({ "desired": 4, "at": [1, 2], "kind": "asg" })),
            r#"{"kind":"asg","desired":4,"at":[1,2]}"#
        );
    }

    #[test]
    fn a_record_that_fits_stays_in_its_line() {
        let text = pretty(&json!({ "ninepins": 1, "parts": { "users": { "kind": "users", "at": [40, 300] } } }));
        let expected =
            "{\n  \"ninepins\": 1,\n  \"parts\": { \"users\": { \"kind\": \"users\", \"at\": [40, 300] } }\n}\n";
        assert_eq!(text, expected);
    }
}
