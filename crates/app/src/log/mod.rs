//! What happened and why.

mod announcing;
mod log_row;

use announcing::use_announcing;
use log_row::LogRow;
use ninepins_words::{guidance_texts, page_texts, texts};
use yew::prelude::*;

use crate::pulse::use_pulse;
use crate::state::{use_language, use_live, use_live_store};

/// Entries shown at first, and more with each press.
const SHOWN: usize = 300;
/// Least wall milliseconds between two renderings.
const EVERY_MS: u32 = 200;

/// The log, newest first.
#[component]
pub(crate) fn Log() -> Html {
    let language = use_language();
    let t = texts(language);
    let live = use_live_store();
    use_pulse(|live| &live.log, EVERY_MS);
    use_announcing();
    let playing = use_live(|live| &live.clock, (), |clock, ()| clock.playing);
    let shown = use_state(|| SHOWN);
    let more = use_callback(shown.clone(), |_: MouseEvent, shown| shown.set(**shown + SHOWN));
    let book = live.log.get();
    let first = book.entries.len().saturating_sub(*shown);
    html! {
        <section class="log" aria-label={t.log} data-testid="log">
            <h2 class="panel-title">
                { t.log }
                <span class="muted count">{ book.entries.len() }</span>
            </h2>
            if book.entries.is_empty() {
                <p class="help empty">{ if playing { guidance_texts(language).empty_log_playing } else { t.empty_log } }</p>
            } else {
                <div class="log-scroll" tabindex="0" role="group" aria-label={t.log}>
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
        </section>
    }
}
