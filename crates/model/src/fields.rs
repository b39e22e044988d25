//! Reads the types of the model from JSON values and writes them, by lists of their fields.
//!
//! `#[derive(Fields)]` makes such a list of a type from serde's attributes; what is done with a field is here, once for every
//! kind of value. An object gives a struct, never a list by position; a field that a document leaves out keeps what it is; one
//! that the type does not have is told elsewhere; an error knows its place.

use std::collections::BTreeMap;

pub(crate) use ninepins_macros::Fields;
use serde_json::{Map, Value};

use crate::gathered;

/// Why a value does not fit, and where below the value that was read.
#[derive(Debug)]
pub struct Mismatch {
    /// Where below the value that was read, levels joined by dots; empty for the value itself.
    pub place: String,
    /// What is expected there.
    pub reason: String,
}

/// What comes of reading a value. The error is boxed, because it is rare and every kind of value can give it.
pub(crate) type Read = Result<(), Box<Mismatch>>;

impl Mismatch {
    pub(crate) fn new(reason: String) -> Box<Self> {
        Box::new(Mismatch { place: String::new(), reason })
    }

    pub(crate) fn missing(name: &str) -> Box<Self> {
        Mismatch::new(format!("“{name}” is missing"))
    }

    pub(crate) fn within(mut self: Box<Self>, level: &str) -> Box<Self> {
        if !self.place.is_empty() && !level.is_empty() {
            self.place.insert(0, '.');
        }
        self.place.insert_str(0, level);
        self
    }
}

/// A value of the model that is read in place.
pub trait Slot {
    /// Becomes what the document says.
    ///
    /// # Errors
    /// Something does not fit; the value may then be half read.
    fn read(&mut self, from: &Value) -> Read;

    /// What a document says of it. It stays as it is; that it is borrowed mutably lets one list of fields serve both ways.
    fn write(&mut self) -> Value;
}

/// Something with fields.
pub trait Fields {
    /// Shows the visitor each field.
    fn each(&mut self, visitor: &mut Visitor<'_>);
}

/// What a value is before it is read. It need not be valid, so only what reads it then sees it.
pub trait Blank {
    /// The value.
    fn blank() -> Self;
}

impl<T: Fields> Slot for T {
    fn read(&mut self, from: &Value) -> Read {
        read_fields(self, from)
    }

    fn write(&mut self) -> Value {
        write_fields(self)
    }
}

/// A value with fields as a document says it, with all its fields.
pub fn to_json<T: Fields + Clone>(value: &T) -> Value {
    write_fields(&mut value.clone())
}

/// A value with fields from a document.
///
/// # Errors
/// Something is missing or does not fit.
pub fn from_json<T: Fields + Blank>(from: &Value) -> Result<T, Box<Mismatch>> {
    let mut value = T::blank();
    read_fields(&mut value, from)?;
    Ok(value)
}

/// What goes through the fields of a value.
pub struct Visitor<'a>(Visit<'a>);

enum Visit<'a> {
    Reading {
        from: &'a Map<String, Value>,
        /// The wrong field that comes first in the document, whose fields are in the order of their names.
        wrong: Option<(&'static str, Box<Mismatch>)>,
        missing: Option<&'static str>,
    },
    Writing(Map<String, Value>),
}

impl<'a> Visitor<'a> {
    /// Whether this is being read from the document.
    pub fn reads(&self, name: &str) -> bool {
        matches!(self.0, Visit::Reading { from, .. } if from.contains_key(name))
    }

    /// A field that may be left out.
    pub fn field(&mut self, name: &'static str, slot: &mut dyn Slot) {
        self.visit(name, false, slot);
    }

    /// A field that must be there.
    pub fn required(&mut self, name: &'static str, slot: &mut dyn Slot) {
        self.visit(name, true, slot);
    }

    /// A field that is not written now.
    pub fn unless(&mut self, name: &'static str, unwritten: bool, slot: &mut dyn Slot) {
        if !(unwritten && matches!(self.0, Visit::Writing(_))) {
            self.visit(name, false, slot);
        }
    }

    /// The name of a variant: writes it, or gives the one that is read in its place.
    pub fn variant(&mut self, tag: &'static str, name: &'static str) -> Option<&'a str> {
        match &mut self.0 {
            Visit::Writing(to) => {
                to.insert(tag.to_owned(), Value::String(name.to_owned()));
            }
            Visit::Reading { from, wrong, .. } => match from.get(tag).map(text) {
                Some(Ok(name)) => return Some(name),
                Some(Err(mismatch)) => *wrong = Some(("", mismatch.within(tag))),
                None => *wrong = Some(("", Mismatch::missing(tag))),
            },
        }
        None
    }

    /// No variant has the name that was read; what it is no name of is the `reason`.
    pub fn unknown(&mut self, reason: String) {
        if let Visit::Reading { wrong, .. } = &mut self.0 {
            *wrong = Some(("", Mismatch::new(reason)));
        }
    }

    #[inline(never)]
    fn visit(&mut self, name: &'static str, required: bool, slot: &mut dyn Slot) {
        match &mut self.0 {
            Visit::Writing(to) => {
                to.insert(name.to_owned(), slot.write());
            }
            Visit::Reading { from, wrong, missing } => match from.get(name) {
                None if required => {
                    missing.get_or_insert(name);
                }
                None => {}
                Some(value) => {
                    if let Err(mismatch) = slot.read(value)
                        && wrong.as_ref().is_none_or(|(first, _)| name < *first)
                    {
                        *wrong = Some((name, mismatch));
                    }
                }
            },
        }
    }
}

#[inline(never)]
pub(crate) fn read_fields(fields: &mut dyn Fields, from: &Value) -> Read {
    let Some(from) = from.as_object() else { return expected("an object") };
    let mut visitor = Visitor(Visit::Reading { from, wrong: None, missing: None });
    fields.each(&mut visitor);
    match visitor.0 {
        Visit::Reading { wrong: Some((name, mismatch)), .. } => Err(mismatch.within(name)),
        Visit::Reading { missing: Some(name), .. } => Err(Mismatch::missing(name)),
        _ => Ok(()),
    }
}

#[inline(never)]
pub(crate) fn write_fields(fields: &mut dyn Fields) -> Value {
    let mut visitor = Visitor(Visit::Writing(Map::new()));
    fields.each(&mut visitor);
    match visitor.0 {
        Visit::Writing(to) => Value::Object(to),
        Visit::Reading { .. } => Value::Null,
    }
}

#[cold]
#[inline(never)]
pub(crate) fn expected<T>(what: &str) -> Result<T, Box<Mismatch>> {
    Err(Mismatch::new(format!("{what} is expected")))
}

pub(crate) fn text(from: &Value) -> Result<&str, Box<Mismatch>> {
    from.as_str().map_or_else(|| expected("a text"), Ok)
}

/// The place of a choice among the names.
pub(crate) fn choice(names: &[&str], from: &Value) -> Result<usize, Box<Mismatch>> {
    let text = text(from)?;
    let place = names.iter().position(|name| *name == text);
    place.ok_or_else(|| Mismatch::new(format!("“{text}” is none of {}", names.join(", "))))
}

/// The choice at this place among the names.
pub(crate) fn name(names: &[&str], place: usize) -> Value {
    Value::String(names.get(place).copied().unwrap_or_default().to_owned())
}

/// A value that is a text with a form of its own.
pub(crate) fn read_text<T: TryFrom<String, Error: ToString>>(slot: &mut T, from: &Value) -> Read {
    match T::try_from(text(from)?.to_owned()) {
        Ok(value) => *slot = value,
        Err(error) => return Err(Mismatch::new(error.to_string())),
    }
    Ok(())
}

fn list(from: &Value) -> Result<&[Value], Box<Mismatch>> {
    from.as_array().map_or_else(|| expected("a list"), |items| Ok(items.as_slice()))
}

/// A whole number up to the largest of its type.
fn whole(from: &Value, largest: u64, name: &str) -> Result<u64, Box<Mismatch>> {
    match from.as_u64() {
        None => expected("a whole number"),
        Some(number) if number > largest => expected(name),
        Some(number) => Ok(number),
    }
}

macro_rules! whole_numbers {
    ($($number:ident),*) => {$(
        impl Slot for $number {
            fn read(&mut self, from: &Value) -> Read {
                *self = whole(from, $number::MAX as u64, stringify!($number))? as $number;
                Ok(())
            }

            fn write(&mut self) -> Value {
                Value::from(*self)
            }
        }
    )*};
}

whole_numbers!(u16, u32, u64);

impl Slot for i32 {
    fn read(&mut self, from: &Value) -> Read {
        match from.as_i64() {
            None => expected("a whole number"),
            Some(number) => match i32::try_from(number) {
                Ok(number) => {
                    *self = number;
                    Ok(())
                }
                Err(_) => expected("i32"),
            },
        }
    }

    fn write(&mut self) -> Value {
        Value::from(*self)
    }
}

impl Slot for f64 {
    fn read(&mut self, from: &Value) -> Read {
        match from.as_f64() {
            Some(number) => *self = number,
            None => return expected("a number"),
        }
        Ok(())
    }

    fn write(&mut self) -> Value {
        Value::from(*self)
    }
}

impl Slot for bool {
    fn read(&mut self, from: &Value) -> Read {
        match from.as_bool() {
            Some(value) => *self = value,
            None => return expected("true or false"),
        }
        Ok(())
    }

    fn write(&mut self) -> Value {
        Value::Bool(*self)
    }
}

impl Slot for String {
    fn read(&mut self, from: &Value) -> Read {
        *self = text(from)?.to_owned();
        Ok(())
    }

    fn write(&mut self) -> Value {
        Value::String(self.clone())
    }
}

macro_rules! blank_by_default {
    ($($value:ty),*) => {$(
        impl Blank for $value {
            fn blank() -> Self {
                Self::default()
            }
        }
    )*};
}

blank_by_default!(u16, u32, u64, i32, f64, bool, String, [i32; 2], [f64; 2]);

#[inline(never)]
fn read_item<T: Slot + Blank>(from: &Value) -> Result<T, Box<Mismatch>> {
    let mut item = T::blank();
    item.read(from)?;
    Ok(item)
}

impl<T: Slot + Blank> Slot for Option<T> {
    fn read(&mut self, from: &Value) -> Read {
        *self = if from.is_null() { None } else { Some(read_item(from)?) };
        Ok(())
    }

    fn write(&mut self) -> Value {
        self.as_mut().map_or(Value::Null, T::write)
    }
}

impl<T> Blank for Option<T> {
    fn blank() -> Self {
        None
    }
}

impl<T: Slot + Blank> Slot for Vec<T> {
    fn read(&mut self, from: &Value) -> Read {
        let items = list(from)?;
        self.clear();
        for (place, item) in items.iter().enumerate() {
            self.push(read_item(item).map_err(|mismatch| mismatch.within(&place.to_string()))?);
        }
        Ok(())
    }

    fn write(&mut self) -> Value {
        Value::Array(self.iter_mut().map(T::write).collect())
    }
}

impl<T> Blank for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }
}

impl<T: Slot, const N: usize> Slot for [T; N] {
    fn read(&mut self, from: &Value) -> Read {
        let items = list(from)?;
        for (slot, item) in self.iter_mut().zip(items) {
            slot.read(item)?;
        }
        match items.len() {
            length if length < N => expected(&format!("an array of length {N}")),
            length if length > N => expected("a shorter list"),
            _ => Ok(()),
        }
    }

    fn write(&mut self) -> Value {
        Value::Array(self.iter_mut().map(T::write).collect())
    }
}

impl<K: TryFrom<String, Error: ToString> + ToString + Ord, T: Slot + Blank> Slot for BTreeMap<K, T> {
    fn read(&mut self, from: &Value) -> Read {
        let Some(from) = from.as_object() else { return expected("an object") };
        self.clear();
        for (name, value) in from {
            let key = K::try_from(name.clone()).map_err(|error| Mismatch::new(error.to_string()).within(name))?;
            self.insert(key, read_item(value).map_err(|mismatch| mismatch.within(name))?);
        }
        Ok(())
    }

    fn write(&mut self) -> Value {
        Value::Object(gathered(self.iter_mut().map(|(key, value)| (key.to_string(), value.write()))))
    }
}

impl<K, T> Blank for BTreeMap<K, T> {
    fn blank() -> Self {
        BTreeMap::new()
    }
}
