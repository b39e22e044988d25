//! What a screen reader says without being asked: moves, runs, errors.

use gloo::utils::document;
use yew::prelude::*;

const POLITE: &str = "announcements";
const ASSERTIVE: &str = "announcements-now";
/// Where both are said while a dialog is open: what lies outside it is out of reach of a screen reader then.
const IN_DIALOG: &str = "announcements-in-dialog";

/// The two live regions. Rendered once by the page; their text is written straight into the DOM.
#[component]
pub(crate) fn Announcer() -> Html {
    html! {
        <div class="visually-hidden">
            <div id={POLITE} aria-live="polite"></div>
            <div id={ASSERTIVE} aria-live="assertive"></div>
        </div>
    }
}

/// The live region of a dialog. Rendered once by its frame.
#[component]
pub(crate) fn DialogAnnouncer() -> Html {
    html! { <div id={IN_DIALOG} class="visually-hidden" aria-live="assertive"></div> }
}

/// Says this when the reader has finished its sentence.
pub(crate) fn announce(text: &str) {
    write(POLITE, text);
}

/// Says this at once: for moves made with the keyboard and for errors.
pub(crate) fn announce_now(text: &str) {
    write(ASSERTIVE, text);
}

fn write(id: &str, text: &str) {
    let region = document().get_element_by_id(IN_DIALOG).or_else(|| document().get_element_by_id(id));
    if let Some(region) = region {
        // The same text twice is said twice only if it differs.
        let again = region.text_content().as_deref() == Some(text);
        region.set_text_content(Some(&if again { format!("{text}\u{a0}") } else { text.to_owned() }));
    }
}
