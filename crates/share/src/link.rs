//! A design in the fragment of an address: `#d1=` and the minified document, deflated, in base64 for addresses. The
//! fragment never reaches a server.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use ninepins_model::{Design, limits};

use crate::error::{LinkError, ReadError};
use crate::read::{Opened, read};
use crate::write::write;

/// The version of the envelope that this build writes.
const ENVELOPE: &str = "1";

/// miniz_oxide's strongest compression.
const LEVEL: u8 = 10;

/// The fragment of a link that carries this design, without the `#`.
pub fn to_link_fragment(design: &Design) -> String {
    let deflated = compress_to_vec(write(design).as_bytes(), LEVEL);
    format!("d{ENVELOPE}={}", URL_SAFE_NO_PAD.encode(deflated))
}

/// Opens a link: a whole address, its fragment with the `#`, or without.
///
/// # Errors
/// It is too long, carries no design, is damaged, or the document in it is refused.
pub fn from_link(text: &str) -> Result<Opened, LinkError> {
    if text.len() > limits::LINK_BYTES {
        return Err(LinkError::TooLong);
    }
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let (version, data) = fragment.trim().split('&').find_map(envelope).ok_or(LinkError::NotALink)?;
    if version != ENVELOPE {
        return Err(LinkError::NewerVersion { version: version.to_owned() });
    }
    // Sentences end after a pasted link.
    let data = data.trim_end_matches(|character: char| !character.is_ascii_alphanumeric() && !"-_".contains(character));
    let deflated = URL_SAFE_NO_PAD.decode(data).map_err(|_| LinkError::Damaged)?;
    let document =
        decompress_to_vec_with_limit(&deflated, limits::DOCUMENT_BYTES).map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => LinkError::Document(ReadError::TooLarge),
            _ => LinkError::Damaged,
        })?;
    read(&document).map_err(|error| match error {
        // What was never written as JSON was changed on its way.
        ReadError::NotJson { .. } => LinkError::Damaged,
        error => LinkError::Document(error),
    })
}

/// The version and the data of `d<version>=<data>`.
fn envelope(field: &str) -> Option<(&str, &str)> {
    let (name, data) = field.split_once('=')?;
    let version = name.strip_prefix('d')?;
    let is_number = !version.is_empty() && version.len() <= 9 && version.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((version, data))
}
