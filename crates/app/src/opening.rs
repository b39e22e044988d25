//! Where the first design comes from: the link, else what was saved in this browser, else the example.

use ninepins_model::Design;
use ninepins_model::presets::seed_architecture;
use ninepins_share::{LinkError, Opened, from_link};

use crate::state::Message;
use crate::{browser, storage};

/// The design to start with, and what to tell about it.
pub(crate) fn first_design() -> (Design, Vec<Message>) {
    match link_in_address() {
        Some(Ok(Opened { design, notices })) => {
            let messages = if notices.is_empty() { Vec::new() } else { vec![Message::Repaired(notices)] };
            (design, messages)
        }
        Some(Err(error)) => {
            let (design, mut messages) = without_link();
            messages.insert(0, Message::BrokenLink(error));
            (design, messages)
        }
        None => without_link(),
    }
}

/// The design in the page's address. An address without a fragment carries none; that is no error.
pub(crate) fn link_in_address() -> Option<Result<Opened, LinkError>> {
    let fragment = browser::fragment();
    if fragment.is_empty() { None } else { Some(from_link(&fragment)) }
}

fn without_link() -> (Design, Vec<Message>) {
    match storage::load_design() {
        Some(Ok(design)) => (design, Vec::new()),
        Some(Err(_)) => (seed_architecture(), vec![Message::BrokenAutosave]),
        None => (seed_architecture(), Vec::new()),
    }
}
