//! What a person does on the canvas. The first picture does without it: it arrives with the views.

use yew::prelude::*;

use super::name_editor::NameEditor;
use super::notice::NoticeBubble;
use super::viewport::use_listeners;
use super::wiring_hint::WiringHint;
use crate::commands::use_clipboard;

/// Listens to pointers on the canvas and to the clipboard, and shows what stands beside the pointer.
#[component]
pub(crate) fn Hands() -> Html {
    use_listeners();
    use_clipboard();
    html! {
        <>
            <NameEditor />
            <NoticeBubble />
            <WiringHint />
        </>
    }
}
