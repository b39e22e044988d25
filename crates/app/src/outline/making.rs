//! Making an edit and saying so.

use ninepins_model::{Change, Edit};
use ninepins_words::{announce_removed, kind_name};
use yew::prelude::*;

use crate::state::{DesignAction, DesignState, DesignStore, Language, announce_now};
use ninepins_model::{Design, PartId};

/// Makes an edit as one step of the history and says what it was.
pub(super) fn make(store: &UseReducerDispatcher<DesignState>, change: Change, edit: Edit, said: &str) {
    store.dispatch(DesignAction::Commit(change, edit));
    announce_now(said);
}

/// Removes a part with its content and wires.
pub(super) fn remove(store: &DesignStore, language: Language, id: &PartId) {
    let said = announce_removed(language, store.design.display_name(id));
    make(&store.dispatcher(), Change::Remove, store.design.remove_parts(std::slice::from_ref(id)), &said);
}

/// A container as it is offered: its kind and its name.
pub(super) fn container_name(language: Language, design: &Design, id: &PartId) -> String {
    let name = design.display_name(id);
    match design.parts.get(id) {
        Some(part) => format!("{} {name}", kind_name(language, part.kind())),
        None => name.to_owned(),
    }
}
