//! What explains the picture and takes no part in a run: notes and frames.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields, Default)]
#[fields(later)]
#[serde(default)]
pub struct Note {
    /// What it says; at most [`crate::limits::NOTE_CHARACTERS`] characters in any number of lines.
    pub text: String,
}

/// A frame. Its name is its title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields, Default)]
#[serde(default)]
pub struct Frame {}

/// The settings of a note.
pub(crate) const NOTE_SETTINGS: &[Setting] =
    &[setting(SettingKey::NoteText, "text", Section::General, Control::Paragraph)];
