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
    let was_open = use_mut_ref(|| false);
    // Once the page has drawn the sheet: what it speaks of stays above it, and what it made way for is shown again.
    use_effect_with(sheet, move |sheet| {
        let closes = was_open.replace(sheet.is_some()) && sheet.is_none();
        let surface = surface();
        match surface.selected_parts().first() {
            Some(id) if sheet.is_some() => surface.reveal_soon(id),
            _ if closes && !surface.own_view.get() => surface.fit_soon(),
            _ => {}
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
