//! What a screen reader says without being asked: moves, runs, errors.

use gloo::utils::document;
use yew::prelude::*;

const POLITE: &str = "announcements";
const ASSERTIVE: &str = "announcements-now";

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

/// Says this when the reader has finished its sentence.
pub(crate) fn announce(text: &str) {
    write(POLITE, text);
}

/// Says this at once: for moves made with the keyboard and for errors.
pub(crate) fn announce_now(text: &str) {
    write(ASSERTIVE, text);
}

fn write(id: &str, text: &str) {
    if let Some(region) = document().get_element_by_id(id) {
        // The same text twice is said twice only if it differs.
        let again = region.text_content().as_deref() == Some(text);
        region.set_text_content(Some(&if again { format!("{text}\u{a0}") } else { text.to_owned() }));
    }
}
