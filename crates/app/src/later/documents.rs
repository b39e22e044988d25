//! Reads documents: files, links, what was saved.

use ninepins_share::{LinkError, Opened, ReadError};
use wasm_split_helpers::wasm_split;

use super::NotLoaded;

/// Reads the text of a document.
#[wasm_split(documents, fallible)]
pub(crate) fn read(text: Vec<u8>) -> Result<Result<Opened, ReadError>, NotLoaded> {
    Ok(ninepins_share::read(&text))
}

/// Reads the fragment of a link.
#[wasm_split(documents, fallible)]
pub(crate) fn read_link(fragment: String) -> Result<Result<Opened, LinkError>, NotLoaded> {
    Ok(ninepins_share::from_link(&fragment))
}
