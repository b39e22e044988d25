//! The entries of the log.

use ninepins_words::{page_texts, texts};
use yew::prelude::*;

use super::EVERY_MS;
use super::announcing::use_announcing;
use super::log_row::LogRow;
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
            <ol class="log-rows" reversed=true>
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
