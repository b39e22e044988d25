//! Keys that work everywhere but in a text.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use ninepins_words::{redo_change, texts, undo_change};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Command, Desk, chord, desk};
use crate::canvas::surface;
use crate::chrome::toggle_playing;
use crate::later;
use crate::layout::{Dialog, LayoutAction};
use crate::state::{DesignAction, announce};

/// Listens for the keys.
#[hook]
pub(crate) fn use_shortcuts() {
    use_effect_with((), |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&document(), "keydown", options, |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let Some(desk) = desk() else { return };
            if let Some(command) = command_of(event, &desk) {
                event.prevent_default();
                run_key(command, &desk);
            }
        });
        move || drop(listener)
    });
}

/// What runs at once; the rest arrives with the views.
fn run_key(command: Command, desk: &Desk) {
    match command {
        Command::Play => toggle_playing(&desk.runner, desk.language()),
        Command::Undo => undo(desk),
        Command::Redo => redo(desk),
        Command::Open(dialog) => desk.layout.dispatch(LayoutAction::Open(dialog)),
        other => later::run(other),
    }
}

pub(super) fn undo(desk: &Desk) {
    let language = desk.language();
    let said = desk.store.history.undoable().map(|change| undo_change(language, change));
    announce(&said.unwrap_or_else(|| texts(language).announce_nothing_to_undo.into()));
    desk.store.dispatch(DesignAction::Undo);
}

pub(super) fn redo(desk: &Desk) {
    let language = desk.language();
    let said = desk.store.history.redoable().map(|change| redo_change(language, change));
    announce(&said.unwrap_or_else(|| texts(language).announce_nothing_to_redo.into()));
    desk.store.dispatch(DesignAction::Redo);
}

/// The command that the keys of an event run where the keyboard is.
fn command_of(event: &KeyboardEvent, desk: &Desk) -> Option<Command> {
    if event.default_prevented() || event.is_composing() {
        return None;
    }
    let chord = chord(event);
    let focus = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let mut candidates = Command::all();
    // In a dialog the keys are its own, but what it does can be taken back.
    if desk.layout.dialog.is_some() {
        candidates.retain(|command| matches!(command, Command::Undo | Command::Redo));
    }
    // These come as events of their own, with the clipboard's content.
    candidates.retain(|command| !matches!(command, Command::Copy | Command::Cut));
    let command = candidates.into_iter().find(|command| command.keys().contains(&chord.as_str()))?;
    if event.repeat() && !matches!(command, Command::ZoomIn | Command::ZoomOut | Command::Undo | Command::Redo) {
        return None;
    }
    may_run(&command, &chord, focus.as_ref()).then_some(command)
}

fn may_run(command: &Command, chord: &str, focus: Option<&Element>) -> bool {
    if focus.is_some_and(is_text) {
        // The palette of commands opens from everywhere.
        return matches!(command, Command::Open(Dialog::Commands));
    }
    match command {
        Command::Play => !focus.is_some_and(takes_space),
        Command::Rename => true,
        _ if chord.contains("Mod+") || chord.contains("Alt+") || chord.contains("Shift+") || chord == "?" => true,
        // Keys alone belong to the control that has the keyboard, unless a pointer only pressed it in passing.
        _ => focus.is_none_or(|focus| {
            focus.matches("body, .canvas-surface, .canvas-surface *").unwrap_or(false)
                || surface().was_only_pointed_at(focus)
        }),
    }
}

/// Whether an element takes what is typed as text.
pub(crate) fn is_text(focus: &Element) -> bool {
    let input_type = focus.get_attribute("type").unwrap_or_default();
    match focus.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(input_type.as_str(), "checkbox" | "radio" | "range" | "file"),
        _ => focus.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable),
    }
}

fn takes_space(focus: &Element) -> bool {
    matches!(focus.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "BUTTON" | "A" | "SUMMARY")
        || matches!(focus.get_attribute("role").as_deref(), Some("button" | "tab" | "checkbox" | "switch" | "option"))
}
