//! The document as a file and as a link.
//!
//! Nothing that comes from outside is trusted: it is decoded under limits, brought to this version, repaired, and refused
//! with a reason where it cannot be. Every repair is told as a [`Notice`].
#![warn(missing_docs)]

mod action;
mod clean;
mod defaults;
mod error;
mod json_reader;
mod json_text;
mod link;
mod migrate;
mod notice;
mod parse;
mod path;
mod read;
mod repair;
mod structure;
mod unknown;
mod write;

pub use action::{action_json, parse_action};
pub use defaults::defaults;
pub use error::{LinkError, ReadError};
pub use json_text::pretty;
pub use link::{from_link, to_link_fragment};
pub use notice::Notice;
pub use read::{Opened, read, read_design};
pub use write::{write, write_pretty};
