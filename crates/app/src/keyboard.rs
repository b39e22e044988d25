//! Keys that work everywhere: play, undo, redo.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use ninepins_words::{redo_change, texts, undo_change};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::chrome::toggle_playing;
use crate::runner::Runner;
use crate::state::{DesignAction, DesignStore, Language, announce};

/// What a key does.
enum Shortcut {
    Play,
    Undo,
    Redo,
}

/// Listens for the keys.
#[hook]
pub(crate) fn use_shortcuts(runner: Runner, store: DesignStore, language: Language) {
    use_effect_with((runner, store, language), |(runner, store, language)| {
        let (runner, store, language) = (runner.clone(), store.clone(), *language);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let Some(shortcut) = shortcut(event) else { return };
            event.prevent_default();
            match shortcut {
                Shortcut::Play => toggle_playing(&runner, language),
                Shortcut::Undo => undo(&store, language),
                Shortcut::Redo => redo(&store, language),
            }
        });
        move || drop(listener)
    });
}

fn undo(store: &DesignStore, language: Language) {
    let said = store.history.undoable().map(|change| undo_change(language, change));
    announce(&said.unwrap_or_else(|| texts(language).announce_nothing_to_undo.into()));
    store.dispatch(DesignAction::Undo);
}

fn redo(store: &DesignStore, language: Language) {
    let said = store.history.redoable().map(|change| redo_change(language, change));
    announce(&said.unwrap_or_else(|| texts(language).announce_nothing_to_redo.into()));
    store.dispatch(DesignAction::Redo);
}

fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    if event.default_prevented() || event.alt_key() || event.repeat() {
        return None;
    }
    let focus = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let in_text = focus.as_ref().is_some_and(is_text);
    let command = event.ctrl_key() || event.meta_key();
    match (command, event.shift_key(), event.key().to_ascii_lowercase().as_str()) {
        (false, false, " ") if !focus.as_ref().is_some_and(takes_space) => Some(Shortcut::Play),
        (true, false, "z") if !in_text => Some(Shortcut::Undo),
        (true, true, "z") | (true, false, "y") if !in_text => Some(Shortcut::Redo),
        _ => None,
    }
}

fn is_text(focus: &HtmlElement) -> bool {
    let input_type = focus.get_attribute("type").unwrap_or_default();
    match focus.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(input_type.as_str(), "checkbox" | "radio" | "range" | "file"),
        _ => focus.is_content_editable(),
    }
}

fn takes_space(focus: &HtmlElement) -> bool {
    matches!(focus.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "BUTTON" | "A" | "SUMMARY")
        || focus.is_content_editable()
        || matches!(focus.get_attribute("role").as_deref(), Some("button" | "tab" | "checkbox" | "switch" | "option"))
}
