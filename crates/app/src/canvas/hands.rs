//! What a person does on the canvas. The first picture does without it: it arrives with the views.

use yew::prelude::*;

use super::name_editor::NameEditor;
use super::notice::NoticeBubble;
use super::surface::surface;
use super::viewport::use_listeners;
use super::wiring_hint::WiringHint;
use crate::commands::use_clipboard;
use crate::layout::use_layout;

/// Listens to pointers on the canvas and to the clipboard, and shows what stands beside the pointer.
#[component]
pub(crate) fn Hands() -> Html {
    let sheet = use_layout().sheet;
    // Once the page has drawn the sheet: what it speaks of stays above it.
    use_effect_with(sheet, |sheet| {
        if sheet.is_some()
            && let Some(id) = surface().selected_parts().first()
        {
            surface().reveal_soon(id);
        }
    });
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
