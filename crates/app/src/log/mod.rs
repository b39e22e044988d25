//! What happened and why.

mod about;
mod announcing;
mod log_row;
mod log_rows;

pub(crate) use log_rows::LogRows;
use ninepins_words::{guidance_texts, texts};
use yew::prelude::*;

use crate::later::{Later, View};
use crate::pulse::use_pulse;
use crate::state::{use_findings, use_language, use_live, use_live_store};

/// Least wall milliseconds between two renderings.
const EVERY_MS: u32 = 200;

/// The log, newest first. Its sentences arrive after the first frame, when there are none yet.
#[component]
pub(crate) fn Log() -> Html {
    let language = use_language();
    let t = texts(language);
    let live = use_live_store();
    use_pulse(|live| &live.log, EVERY_MS);
    let playing = use_live(|live| &live.clock, (), |clock, ()| clock.playing);
    let count = live.log.get().entries.len();
    let has_sentences = use_findings().all().is_some();
    html! {
        <section class="log" aria-label={t.log} data-testid="log">
            <h2 class="panel-title">
                { t.log }
                <span class="muted count">{ count }</span>
                if count > 1 {
                    <span class="muted order">{ t.newest_first }</span>
                }
            </h2>
            if count == 0 {
                <p class="help empty">{ if playing { guidance_texts(language).empty_log_playing } else { t.empty_log } }</p>
            }
            if has_sentences {
                <Later view={View::LogRows} />
            }
        </section>
    }
}
