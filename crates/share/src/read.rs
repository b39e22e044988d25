//! Opens a document: decode, migrate, repair, parse.

use ninepins_model::{DOCUMENT_VERSION, Design, ENGINE_VERSION, limits};
use serde_json::Value;

use crate::error::ReadError;
use crate::notice::{Notice, Notices};
use crate::parse::understood;
use crate::path::Path;
use crate::write::complete;
use crate::{clean, json_reader, migrate, repair, structure, unknown};

/// A document that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The design in it.
    pub design: Design,
    /// What was repaired or should be known.
    pub notices: Vec<Notice>,
}

/// Opens a document.
///
/// # Errors
/// It is too large, no document, of a newer version, or holds something that cannot be understood.
pub fn read(text: &[u8]) -> Result<Opened, ReadError> {
    let mut notices = Notices::default();
    let document = repaired(text, &mut notices)?;
    let mut design = understood(&document)?;
    unknown::report(&document, &complete(&design), Path::ROOT, &mut notices);
    structure::repair(&mut design, &mut notices)?;
    Ok(Opened { design, notices: notices.into_list() })
}

/// Opens a document for a reader that tells nobody what was repaired; what that takes stays out of its program.
///
/// # Errors
/// As [`read`].
pub fn read_design(text: &[u8]) -> Result<Design, ReadError> {
    let mut notices = Notices::default();
    let mut design = understood(&repaired(text, &mut notices)?)?;
    structure::repair(&mut design, &mut notices)?;
    Ok(design)
}

/// A document of this version within every limit and range.
fn repaired(text: &[u8], notices: &mut Notices) -> Result<Value, ReadError> {
    let mut document = decode(text)?;
    check_versions(&mut document, notices)?;
    check_counts(&document)?;
    clean::clean(&mut document, Path::ROOT, notices)?;
    repair::document(&mut document, notices);
    Ok(document)
}

/// Parses JSON under the limit of size. A byte order mark, as some editors write it, is no error.
pub(crate) fn decode(text: &[u8]) -> Result<Value, ReadError> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    if text.len() > limits::DOCUMENT_BYTES {
        return Err(ReadError::TooLarge);
    }
    json_reader::parse(text).map_err(|(line, column)| ReadError::NotJson { line, column })
}

fn check_versions(document: &mut Value, notices: &mut Notices) -> Result<(), ReadError> {
    let version = match document.get("ninepins").and_then(Value::as_u64) {
        None | Some(0) => return Err(ReadError::NotADocument),
        Some(version) => version,
    };
    let version = u32::try_from(version)
        .ok()
        .filter(|version| *version <= DOCUMENT_VERSION)
        .ok_or(ReadError::NewerVersion { version })?;
    match document.get("engine").and_then(Value::as_u64) {
        Some(theirs) if theirs != u64::from(ENGINE_VERSION) => {
            notices.add(|| Notice::OtherEngine { theirs, ours: ENGINE_VERSION });
        }
        _ => {}
    }
    migrate::migrate(document, version, migrate::STEPS);
    Ok(())
}

fn check_counts(document: &Value) -> Result<(), ReadError> {
    let count = |list: Option<&Value>| match list {
        Some(Value::Object(object)) => object.len(),
        Some(Value::Array(items)) => items.len(),
        _ => 0,
    };
    let events = document.get("scenario").and_then(|scenario| scenario.get("events"));
    match (count(document.get("parts")), count(document.get("wires")), count(events)) {
        (count, _, _) if count > limits::PARTS => Err(ReadError::TooManyParts { count }),
        (_, count, _) if count > limits::WIRES => Err(ReadError::TooManyWires { count }),
        (_, _, count) if count > limits::EVENTS => Err(ReadError::TooManyEvents { count }),
        _ => Ok(()),
    }
}
