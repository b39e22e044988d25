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

/// A document in as few characters as JSON allows.
pub(crate) fn minified_document(value: &Value) -> String {
    let mut text = String::new();
    Style { comma: ",", colon: ":", brace: "", rank: document_rank }.inline(value, &mut text);
    text
}

/// A document for people.
pub(crate) fn pretty_document(value: &Value) -> String {
    Style { rank: document_rank, ..Style::SORTED }.broken_up(value)
}

/// Any JSON for people, its fields sorted by name. What fits in a line stays in one.
pub fn pretty(value: &Value) -> String {
    Style::SORTED.broken_up(value)
}

fn document_rank(key: &str) -> usize {
    let place = |list: &[&str]| list.iter().position(|known| *known == key);
    match place(&FIRST) {
        Some(place) => place,
        None => FIRST.len() + place(&LAST).map_or(0, |place| place + 1),
    }
}

#[derive(Clone, Copy)]
struct Style {
    comma: &'static str,
    colon: &'static str,
    brace: &'static str,
    /// Fields are ordered by this, then by name.
    rank: fn(&str) -> usize,
}

impl Style {
    const SORTED: Style = Style { comma: ", ", colon: ": ", brace: " ", rank: |_| 0 };

    fn broken_up(&self, value: &Value) -> String {
        let mut text = String::new();
        self.lines(value, 0, &mut text);
        text.push('\n');
        text
    }

    fn inline(&self, value: &Value, text: &mut String) {
        match value {
            Value::Object(object) if object.is_empty() => text.push_str("{}"),
            Value::Object(object) => {
                text.push('{');
                text.push_str(self.brace);
                for (place, (key, value)) in self.in_order(object).into_iter().enumerate() {
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

    fn lines(&self, value: &Value, level: usize, text: &mut String) {
        let mut line = String::new();
        self.inline(value, &mut line);
        let fits = level > 0 && line.len() + 2 * level <= WIDTH;
        match value {
            Value::Object(object) if !fits && !object.is_empty() => {
                text.push('{');
                for (place, (key, value)) in self.in_order(object).into_iter().enumerate() {
                    new_line(place, level + 1, text);
                    quoted(key, text);
                    text.push_str(": ");
                    self.lines(value, level + 1, text);
                }
                new_line(0, level, text);
                text.push('}');
            }
            Value::Array(items) if !fits && !items.is_empty() => {
                text.push('[');
                for (place, item) in items.iter().enumerate() {
                    new_line(place, level + 1, text);
                    self.lines(item, level + 1, text);
                }
                new_line(0, level, text);
                text.push(']');
            }
            _ => text.push_str(&line),
        }
    }

    fn in_order<'a>(&self, object: &'a Map<String, Value>) -> Vec<(&'a String, &'a Value)> {
        let mut fields: Vec<_> = object.iter().collect();
        fields
            .sort_by(|(left, _), (right, _)| (self.rank)(left).cmp(&(self.rank)(right)).then_with(|| left.cmp(right)));
        fields
    }
}

fn new_line(place: usize, level: usize, text: &mut String) {
    text.push_str(if place == 0 { "\n" } else { ",\n" });
    text.extend(std::iter::repeat_n("  ", level));
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
        assert_eq!(minified_document(&json!([400.0, 0.9, -0.0, 1e300])), "[400,0.9,0,1e+300]");
    }

    #[test]
    fn what_a_part_is_comes_first_and_where_it_lies_last() {
        assert_eq!(
            minified_document(&json!({ "desired": 4, "at": [1, 2], "kind": "asg" })),
            r#"{"kind":"asg","desired":4,"at":[1,2]}"#
        );
    }

    #[test]
    fn a_record_that_fits_stays_in_its_line() {
        let text =
            pretty_document(&json!({ "ninepins": 1, "parts": { "users": { "kind": "users", "at": [40, 300] } } }));
        let expected =
            "{\n  \"ninepins\": 1,\n  \"parts\": { \"users\": { \"kind\": \"users\", \"at\": [40, 300] } }\n}\n";
        assert_eq!(text, expected);
    }
}
