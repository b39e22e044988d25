//! Where the first design comes from: the link, else what was saved in this browser, else the example.

use ninepins_model::Design;
use ninepins_model::presets::seed_architecture;
use ninepins_share::Opened;
use web_sys::File;
use yew::prelude::*;

use crate::later::{NotLoaded, documents};
use crate::state::{DesignAction, DesignState, Message, MessagesAction, MessagesState};
use crate::{browser, storage};

/// The design to start with, and what to tell about it.
pub(crate) async fn first_design() -> (Design, Vec<Message>) {
    match link_in_address().await {
        Some(Ok(Opened { design, notices })) => {
            let messages = if notices.is_empty() { Vec::new() } else { vec![Message::Repaired(notices)] };
            (design, messages)
        }
        Some(Err(message)) => {
            let (design, mut messages) = without_link().await;
            messages.insert(0, message);
            (design, messages)
        }
        None => without_link().await,
    }
}

/// Shows what was read in place of the present design, and tells what had to be repaired.
pub(crate) fn open(
    store: &UseReducerDispatcher<DesignState>,
    messages: &UseReducerDispatcher<MessagesState>,
    opened: Opened,
) {
    store.dispatch(DesignAction::Open(Box::new(opened.design)));
    if !opened.notices.is_empty() {
        messages.dispatch(MessagesAction::Tell(Message::Repaired(opened.notices)));
    }
}

/// Reads a file and opens it; a refusal is a message, and the present design stays.
pub(crate) async fn open_file(
    file: File,
    store: UseReducerDispatcher<DesignState>,
    messages: UseReducerDispatcher<MessagesState>,
) {
    let Ok(text) = browser::read_file(&file).await else { return };
    match documents::read(text).await {
        Ok(Ok(opened)) => open(&store, &messages, opened),
        Ok(Err(error)) => messages.dispatch(MessagesAction::Tell(Message::BrokenFile(error))),
        Err(NotLoaded) => messages.dispatch(MessagesAction::Tell(Message::NotLoaded)),
    }
}

/// The design in the page's address. An address without a fragment carries none; that is no error.
pub(crate) async fn link_in_address() -> Option<Result<Opened, Message>> {
    let fragment = browser::fragment();
    if fragment.is_empty() {
        return None;
    }
    Some(match documents::read_link(fragment).await {
        Ok(read) => read.map_err(Message::BrokenLink),
        Err(NotLoaded) => Err(Message::NotLoaded),
    })
}

async fn without_link() -> (Design, Vec<Message>) {
    let Some(text) = storage::load_design() else { return (seed_architecture(), Vec::new()) };
    match documents::read(text.clone().into_bytes()).await {
        Ok(Ok(opened)) if opened.design == seed_architecture() => (opened.design, Vec::new()),
        Ok(Ok(opened)) => (opened.design, vec![Message::Restored]),
        Ok(Err(_)) => {
            storage::put_design_aside(&text);
            (seed_architecture(), vec![Message::BrokenAutosave])
        }
        Err(NotLoaded) => (seed_architecture(), vec![Message::NotLoaded]),
    }
}
