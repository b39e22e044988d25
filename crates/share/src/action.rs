//! An action alone, as it travels between the page and the worker.

use ninepins_model::{Action, to_json};

use crate::error::ReadError;
use crate::notice::Notices;
use crate::parse::action;
use crate::path::Path;
use crate::read::decode;
use crate::{clean, json_text, repair};

/// The action as in an event of the document, without `at_ms`.
pub fn action_json(action: &Action) -> String {
    json_text::minified_document(&to_json(action))
}

/// The action in this text, repaired like a document.
///
/// # Errors
/// It is no action.
pub fn parse_action(text: &[u8]) -> Result<Action, ReadError> {
    let mut value = decode(text)?;
    let mut notices = Notices::default();
    let path = Path::ROOT.key("action");
    clean::clean(&mut value, path, &mut notices)?;
    repair::action(&mut value, path, &mut notices);
    action(&value, path)
}
