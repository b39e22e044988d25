//! Opens a design from a file, a link or standard input.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use ninepins_model::limits;
use ninepins_share::{Opened, from_link, read};

use crate::failure::Failure;

/// Opens a design. A file or standard input may hold a document or a link.
pub(crate) fn open(source: &str) -> Result<Opened, Failure> {
    let unreadable = |error| Failure::Unreadable { source_name: source.to_owned(), error };
    if source == "-" {
        return open_text(&beginning(std::io::stdin().lock()).map_err(unreadable)?);
    }
    if is_link(source) && !Path::new(source).exists() {
        return Ok(from_link(source)?);
    }
    open_text(&File::open(source).and_then(beginning).map_err(unreadable)?)
}

fn open_text(text: &[u8]) -> Result<Opened, Failure> {
    match std::str::from_utf8(text) {
        Ok(link) if !link.trim_start().starts_with('{') && is_link(link.trim()) => Ok(from_link(link.trim())?),
        _ => Ok(read(text)?),
    }
}

/// As much as shows that it is too long.
fn beginning(source: impl Read) -> std::io::Result<Vec<u8>> {
    let mut text = Vec::new();
    source.take(limits::DOCUMENT_BYTES as u64 + 4).read_to_end(&mut text)?;
    Ok(text)
}

/// Whether this looks like an address with a design, or its fragment.
pub(crate) fn is_link(text: &str) -> bool {
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let digits = fragment.strip_prefix('d').and_then(|rest| rest.split_once('=')).map(|(digits, _)| digits);
    text.starts_with("https://") || digits.is_some_and(|digits| digits.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::is_link;

    #[test]
    fn an_address_a_fragment_and_its_content_are_links_and_a_file_name_is_not() {
        let texts = ["https://example.com/#d1=abc", "#d1=abc", "d1=abc", "designs/d1.json"];
        assert_eq!(texts.map(is_link), [true, true, true, false]);
    }
}
