//! One entry of the log.

use ninepins_words::{Tone, log_sentence, log_tag, number, part_by_index};
use yew::prelude::*;

use crate::canvas::surface;
use crate::state::{use_design, use_language, use_live_store};

/// Which entry.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Its place in the log.
    pub(crate) index: usize,
    /// Changes when the log is another one.
    pub(crate) epoch: u32,
}

/// Time, tag, sentence. The tag selects the part.
#[component]
pub(crate) fn LogRow(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let live = use_live_store();
    let book = live.log.get();
    let Some(entry) = book.entries.get(props.index) else { return Html::default() };
    let (tag, tone) = log_tag(language, &design, entry);
    let class = classes!("tag", tone_class(tone));
    let part = entry.part.and_then(|part| part_by_index(&design, part)).map(|(id, _)| id.clone());
    html! {
        <li class="log-row">
            <span class="time">{ number::clock_ns(entry.at_ns) }</span>
            if let Some(id) = part {
                <button
                    type="button"
                    {class}
                    title={design.display_name(&id).to_owned()}
                    onclick={
                        let id = id.clone();
                        move |_| surface().show(&id)
                    }
                >
                    { tag }
                </button>
            } else {
                <span {class}>{ tag }</span>
            }
            <span class="sentence">{ log_sentence(language, &design, &book.entries, entry) }</span>
        </li>
    }
}

const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Change => "change",
        Tone::Neutral => "neutral",
    }
}
