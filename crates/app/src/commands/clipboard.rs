//! Copy, cut and paste as the browser's own events, so that no permission is asked for; and files dropped on the page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use ninepins_share::Opened;
use ninepins_words::command_texts;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DragEvent, Element, Event};
use yew::prelude::*;

use super::keys::is_text;
use super::{Desk, desk};
use crate::canvas::surface;
use crate::later::{self, NotLoaded, documents};
use crate::state::{Message, MessagesAction, announce_now};
use crate::{browser, opening};

/// Listens for the clipboard and for files.
#[hook]
pub(crate) fn use_clipboard() {
    use_effect_with((), |()| {
        let on = |name: &'static str, act: fn(&Event, &Desk)| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document(), name, options, move |event| {
                if let Some(desk) = desk() {
                    act(event, &desk);
                }
            })
        };
        let listeners = [
            on("copy", |event, _| {
                copy(event);
            }),
            on("cut", |event, _| {
                if copy(event) {
                    surface().remove_selected();
                }
            }),
            on("paste", paste),
            // Without this the browser would leave the page for the file.
            on("dragover", |event, _| event.prevent_default()),
            on("drop", drop_file),
        ];
        move || drop(listeners)
    });
}

/// Whether the event belongs to a text or a dialog rather than to the canvas.
fn is_elsewhere(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let marked = browser::has_marked_text();
    let in_dialog = desk().is_some_and(|desk| desk.layout.dialog.is_some());
    in_dialog || marked || target.is_some_and(|target| is_text(&target))
}

fn copy(event: &Event) -> bool {
    if is_elsewhere(event) {
        return false;
    }
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let (Some(copied), Some(data)) = (surface().fragment(), data) else { return false };
    if data.set_data("text/plain", &ninepins_share::write_pretty(&copied)).is_err() {
        return false;
    }
    event.prevent_default();
    surface().copied(&copied);
    true
}

fn paste(event: &Event, desk: &Desk) {
    if is_elsewhere(event) {
        return;
    }
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let text = data.and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    event.prevent_default();
    let c = command_texts(desk.language());
    if text.trim().is_empty() {
        return announce_now(c.nothing_to_paste);
    }
    let (messages, said) = (desk.messages.dispatcher(), c.not_a_design);
    let at = surface().paste_place();
    spawn_local(async move {
        match documents::read(text.into_bytes()).await {
            Ok(Ok(Opened { design, .. })) => later::paste(design, at),
            Ok(Err(error)) => {
                announce_now(said);
                messages.dispatch(MessagesAction::Tell(Message::BrokenPaste(error)));
            }
            Err(NotLoaded) => messages.dispatch(MessagesAction::Tell(Message::NotLoaded)),
        }
    });
}

fn drop_file(event: &Event, desk: &Desk) {
    event.prevent_default();
    let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let (store, messages) = (desk.store.dispatcher(), desk.messages.dispatcher());
    spawn_local(opening::open_file(file, store, messages));
}
