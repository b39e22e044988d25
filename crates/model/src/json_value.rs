//! Reads the types of the model from JSON values, and only these: an object gives a struct, never a list by position. The
//! programs in the browser are a third smaller than with serde_json's own deserialiser, and an error knows its place.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Value, map};

/// A value that the model is read from.
#[derive(Clone, Copy)]
pub struct Json<'a>(pub &'a Value);

/// Why a value does not fit, and where below the value that was read.
#[derive(Debug)]
pub struct Mismatch {
    /// Where below the value that was read, levels joined by dots; empty for the value itself.
    pub place: String,
    /// What is expected there.
    pub reason: String,
}

impl Mismatch {
    fn within(mut self, level: &str) -> Self {
        self.place = if self.place.is_empty() { level.to_owned() } else { format!("{level}.{}", self.place) };
        self
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.reason)
    }
}

impl std::error::Error for Mismatch {}

impl Error for Mismatch {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Mismatch { place: String::new(), reason: reason.to_string() }
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Error::custom(format_args!("{expected} is expected"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Error::custom(format_args!("{expected} is expected"))
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Error::custom(format_args!("{expected} is expected"))
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Error::custom(format_args!("“{variant}” is none of {}", expected.join(", ")))
    }
}

fn expected<T>(what: &'static str) -> Result<T, Mismatch> {
    Err(Mismatch { place: String::new(), reason: format!("{what} is expected") })
}

impl<'a> Json<'a> {
    fn text(self) -> Result<&'a str, Mismatch> {
        self.0.as_str().map_or_else(|| expected("a text"), Ok)
    }
}

macro_rules! numbers {
    ($($method:ident: $what:literal, $as:ident => $visit:ident;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
            match self.0.$as() {
                Some(number) => visitor.$visit(number),
                None => expected($what),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Json<'de> {
    type Error = Mismatch;

    numbers! {
        deserialize_bool: "true or false", as_bool => visit_bool;
        deserialize_u16: "a whole number", as_u64 => visit_u64;
        deserialize_u32: "a whole number", as_u64 => visit_u64;
        deserialize_u64: "a whole number", as_u64 => visit_u64;
        deserialize_i32: "a whole number", as_i64 => visit_i64;
        deserialize_f64: "a number", as_f64 => visit_f64;
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let Some(items) = self.0.as_array() else { return expected("a list") };
        let mut items = Items(items.iter());
        let value = visitor.visit_seq(&mut items)?;
        if items.0.next().is_some() { expected("a shorter list") } else { Ok(value) }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let Some(fields) = self.0.as_object() else { return expected("an object") };
        visitor.visit_map(Fields { fields: fields.iter(), value: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        let text: StrDeserializer<'_, Mismatch> = self.text()?.into_deserializer();
        visitor.visit_enum(text)
    }

    /// A field that the type does not have. It is told elsewhere.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }

    /// Nothing of the model asks for a value whose type it does not know.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Mismatch> {
        expected("another value")
    }

    forward_to_deserialize_any! {
        u8 u128 i8 i16 i64 i128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple_struct identifier
    }
}

struct Items<'a>(std::slice::Iter<'a, Value>);

impl<'de> SeqAccess<'de> for &mut Items<'de> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        self.0.next().map(|item| seed.deserialize(Json(item))).transpose()
    }
}

struct Fields<'a> {
    fields: map::Iter<'a>,
    /// The field whose key was read last.
    value: Option<(&'a str, &'a Value)>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Mismatch> {
        let Some((key, value)) = self.fields.next() else { return Ok(None) };
        self.value = Some((key, value));
        let key: StrDeserializer<'_, Mismatch> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Mismatch> {
        let (key, value) = self.value.take().unwrap_or(("", &Value::Null));
        seed.deserialize(Json(value)).map_err(|error| error.within(key))
    }
}
