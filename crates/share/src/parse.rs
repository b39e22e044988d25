//! Turns the JSON of a document into a design. What cannot be understood has a place.

use ninepins_model::{Action, Design, Mismatch, Slot, from_json};
use serde_json::Value;

use crate::error::ReadError;
use crate::path::Path;

/// The design in a document, as this version and engine's.
pub(crate) fn understood(document: &Value) -> Result<Design, ReadError> {
    let mut design = Design::default();
    let slots: [(&str, &mut dyn Slot); 5] = [
        ("name", &mut design.name),
        ("parts", &mut design.parts),
        ("wires", &mut design.wires),
        ("security_groups", &mut design.security_groups),
        ("scenario", &mut design.scenario),
    ];
    for (key, slot) in slots {
        if let Some(value) = document.get(key) {
            slot.read(value).map_err(|mismatch| misfit(Path::ROOT.key(key), &mismatch))?;
        }
    }
    Ok(design)
}

/// The action of an event.
pub(crate) fn action(value: &Value, path: Path<'_>) -> Result<Action, ReadError> {
    from_json(value).map_err(|mismatch| misfit(path, &mismatch))
}

fn misfit(path: Path<'_>, mismatch: &Mismatch) -> ReadError {
    let path = if mismatch.place.is_empty() { path } else { path.key(&mismatch.place) };
    ReadError::Bad { place: path.to_string(), reason: mismatch.reason.clone() }
}
