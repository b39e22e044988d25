//! The page's stores as of the last render, for what is not drawn: commands, keys, the clipboard.

use std::cell::RefCell;

use yew::prelude::*;

use crate::layout::Layout;
use crate::runner::Runner;
use crate::state::{DesignStore, Language, Messages, PreferencesStore, Selection};

/// All stores.
#[derive(Clone)]
pub(crate) struct Desk {
    /// The design.
    pub(crate) store: DesignStore,
    /// What is selected.
    pub(crate) selection: Selection,
    /// What is open.
    pub(crate) layout: Layout,
    /// What a person prefers.
    pub(crate) preferences: PreferencesStore,
    /// What there is to tell.
    pub(crate) messages: Messages,
    /// The run.
    pub(crate) runner: Runner,
}

impl Desk {
    /// The language.
    pub(crate) fn language(&self) -> Language {
        self.preferences.language
    }
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// The desk, once the page has been drawn.
pub(crate) fn desk() -> Option<Desk> {
    DESK.with_borrow(Clone::clone)
}

/// Keeps the desk as it is now.
#[hook]
pub(crate) fn use_desk(now: Desk) {
    DESK.set(Some(now));
}
