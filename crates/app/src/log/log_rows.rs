//! The entries of the log.

use ninepins_words::{page_texts, texts};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::EVERY_MS;
use super::announcing::use_announcing;
use super::log_row::{LEADS, LogRow};
use crate::browser;
use crate::pulse::use_pulse;
use crate::state::{use_language, use_live_store};

/// Entries shown at first, and more with each press.
const SHOWN: usize = 300;

/// The entries, newest first; nothing when there are none.
#[component]
pub(crate) fn LogRows() -> Html {
    let language = use_language();
    let live = use_live_store();
    use_pulse(|live| &live.log, EVERY_MS);
    use_announcing();
    let shown = use_state(|| SHOWN);
    let more = use_callback(shown.clone(), |_: MouseEvent, shown| shown.set(**shown + SHOWN));
    let book = live.log.get();
    if book.entries.is_empty() {
        return Html::default();
    }
    let first = book.entries.len().saturating_sub(*shown);
    html! {
        <div class="log-scroll" tabindex="0" role="group" aria-label={texts(language).log}>
            <ol class="log-rows" reversed=true onclick={on_press}>
                for index in (first..book.entries.len()).rev() {
                    <LogRow key={index} {index} epoch={book.epoch} />
                }
            </ol>
            if first > 0 {
                <button type="button" class="button small older" onclick={more}>
                    { page_texts(language).older_entries }
                </button>
            }
        </div>
    }
}

/// A press anywhere in a row is one of the row's own button, which the keyboard reaches. Its other controls stay what they
/// are, and a sentence can be marked.
fn on_press(event: MouseEvent) {
    let Some(pressed) = event.target_dyn_into::<Element>() else { return };
    let around = |selector: &str| pressed.closest(selector).ok().flatten();
    if around("a, button").is_some() || browser::has_marked_text() {
        return;
    }
    let button = around(".log-row").and_then(|row| row.query_selector(&format!(".{LEADS}")).ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}
