//! Reads JSON. The same as serde_json's reader gives, in a fifth of the code and without its tables of powers, which do not
//! compress: a document's numbers are few and short, so that the rare long one may take its time.

use serde_json::{Map, Value};

mod decimal;

use decimal::Decimal;

/// Most lists and objects within each other.
const DEPTH: usize = 127;

/// Parses JSON.
///
/// # Errors
/// The line and the column, from 1, where it stops being JSON.
pub(crate) fn parse(text: &[u8]) -> Result<Value, (usize, usize)> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0);
    reader.skip_space();
    match value {
        Some(value) if reader.at == text.len() => Ok(value),
        _ => {
            let read = &text[..reader.at.min(text.len())];
            let lines = read.iter().filter(|byte| **byte == b'\n').count();
            let column = read.iter().rev().take_while(|byte| **byte != b'\n').count();
            Err((lines + 1, column + usize::from(reader.at < text.len())))
        }
    }
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn takes_all(&mut self, word: &str) -> Option<()> {
        word.bytes().all(|byte| self.takes(byte)).then_some(())
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// The value here, within this many lists and objects.
    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip_space();
        match self.peek()? {
            b'n' => self.takes_all("null").map(|()| Value::Null),
            b't' => self.takes_all("true").map(|()| Value::Bool(true)),
            b'f' => self.takes_all("false").map(|()| Value::Bool(false)),
            b'"' => self.text().map(Value::String),
            b'[' if depth < DEPTH => self.list(depth + 1),
            b'{' if depth < DEPTH => self.object(depth + 1),
            b'-' | b'0'..=b'9' => self.number(),
            _ => None,
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.takes(b']') {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.skip_space();
            if self.takes(b']') {
                return Some(Value::Array(items));
            }
            self.takes(b',').then_some(())?;
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut fields = Map::new();
        self.at += 1;
        self.skip_space();
        if self.takes(b'}') {
            return Some(Value::Object(fields));
        }
        loop {
            self.skip_space();
            let key = self.text()?;
            self.skip_space();
            self.takes(b':').then_some(())?;
            fields.insert(key, self.value(depth)?);
            self.skip_space();
            if self.takes(b'}') {
                return Some(Value::Object(fields));
            }
            self.takes(b',').then_some(())?;
        }
    }

    fn text(&mut self) -> Option<String> {
        self.takes(b'"').then_some(())?;
        let mut bytes = Vec::new();
        loop {
            let byte = self.peek().filter(|byte| *byte >= b' ')?;
            self.at += 1;
            match byte {
                b'"' => return String::from_utf8(bytes).ok(),
                b'\\' => {
                    let letter = self.escaped()?;
                    bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                }
                byte => bytes.push(byte),
            }
        }
    }

    /// What follows a backslash.
    fn escaped(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hexadecimal()?;
                let code = match first {
                    // Half of a pair.
                    0xd800..0xdc00 => {
                        self.takes_all("\\u")?;
                        let second = self.hexadecimal()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                        0x1_0000 + ((first - 0xd800) << 10) + second
                    }
                    code => code,
                };
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(code)
    }

    fn number(&mut self) -> Option<Value> {
        let is_negative = self.takes(b'-');
        let mut number = Decimal::default();
        let start = self.at;
        self.digits(&mut number, false);
        if self.at == start || (self.text[start] == b'0' && self.at > start + 1) {
            return None;
        }
        let mut is_whole = true;
        if self.takes(b'.') {
            is_whole = false;
            let start = self.at;
            self.digits(&mut number, true);
            (self.at > start).then_some(())?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            is_whole = false;
            number.exponent = number.exponent.saturating_add(self.exponent()?);
        }
        if is_whole && let Some(whole) = number.whole() {
            match (is_negative, whole) {
                (false, whole) => return Some(Value::from(whole)),
                (true, 1..=0x8000_0000_0000_0000) => return Some(Value::from((whole as i64).wrapping_neg())),
                (true, _) => {}
            }
        }
        let size = number.nearest()?;
        Some(Value::from(if is_negative { -size } else { size }))
    }

    fn digits(&mut self, number: &mut Decimal, is_fraction: bool) {
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            number.push(digit - b'0', is_fraction);
        }
    }

    fn exponent(&mut self) -> Option<i32> {
        let is_negative = self.takes(b'-');
        if !is_negative {
            self.takes(b'+');
        }
        let start = self.at;
        let mut exponent: i32 = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            exponent = exponent.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
        }
        (self.at > start).then_some(if is_negative { -exponent } else { exponent })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::parse;

    /// What is no JSON, or the value as serde_json writes it, which tells -0 from 0 and 1 from 1.0.
    fn both(text: &[u8]) -> [Option<String>; 2] {
        let theirs: Option<Value> = serde_json::from_slice(text).ok();
        [parse(text).ok(), theirs].map(|value| value.map(|value| value.to_string()))
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..8)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_written_value_is_read(value in values()) {
            let text = serde_json::to_vec_pretty(&value).unwrap();
            let [ours, theirs] = both(&text);
            prop_assert!(ours.is_some());
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn a_changed_text_is_read_or_refused_as_by_serde_json(value in values(), place in any::<prop::sample::Index>(), byte: u8) {
            let mut text = serde_json::to_vec(&value).unwrap();
            let place = place.index(text.len());
            text[place] = byte;
            let [ours, theirs] = both(&text);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn a_number_is_the_nearest(text in "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,3})?") {
            let [ours, theirs] = both(text.as_bytes());
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn a_number_of_many_digits_is_the_nearest(bits in 0_u64..0x7fe0_0000_0000_0000) {
            // All the digits of a number, the same and a little more, and the fewest that say it.
            let number = f64::from_bits(bits);
            for text in [format!("{number:.1080}"), format!("{number:.1080}1"), format!("{number:e}"), format!("{number:.16e}")] {
                let [ours, theirs] = both(text.as_bytes());
                prop_assert_eq!(ours, theirs);
            }
        }

        #[test]
        fn escapes_are_read_as_by_serde_json(text in r#""([a-z]|\\["\\/bfnrtux]|\\u[0-9a-fA-F]{4}|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}){0,6}""#) {
            let [ours, theirs] = both(text.as_bytes());
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn ties_and_limits_are_read_as_by_serde_json() {
        let ties = [
            "9007199254740993",
            "9007199254740993.0",
            "9007199254740993.00000000000000000000000001",
            "5e-324",
            "2e-324",
        ];
        let limits =
            ["1.7976931348623157e308", "1.7976931348623159e308", "1e400", "1e-400", "0e999999999999", "-0", "-0.0"];
        let whole = ["18446744073709551615", "18446744073709551616", "-9223372036854775808", "-9223372036854775809"];
        let half = ["2.4703282292062327e-324", "2.4703282292062328e-324", "2.2250738585072011e-308"];
        let wrong =
            ["01", "1.", ".5", "1e", "+1", "-", "1 2", "", "[1,]", "{\"a\":1,}", "nul", "\"\u{1}\"", "\"\\ud800\""];
        for text in ties.iter().chain(&limits).chain(&whole).chain(&half).chain(&wrong) {
            let [ours, theirs] = both(text.as_bytes());
            assert_eq!(ours, theirs, "{text}");
        }
    }

    #[test]
    fn depth_is_limited_as_by_serde_json() {
        for depth in [126, 127, 128, 100_000] {
            let text = ["[".repeat(depth), "]".repeat(depth)].concat();
            let [ours, theirs] = both(text.as_bytes());
            assert_eq!(ours, theirs, "{depth}");
        }
    }

    #[test]
    fn a_mistake_has_a_line_and_a_column() {
        assert_eq!(parse(b"{\n \"a\": ?\n}"), Err((2, 7)));
        assert_eq!(parse(b"[1, 2"), Err((1, 5)));
    }
}
