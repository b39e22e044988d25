//! What is modelled, what is simplified, what is assumed.

use ninepins_words::{MODELLED, SIMPLIFIED, assumed, fact_name, fact_value, fidelity_texts};
use yew::prelude::*;

use crate::state::{Language, use_language};

/// The three lists.
#[component]
pub(super) fn ModelList() -> Html {
    let language = use_language();
    let t = fidelity_texts(language);
    let sentences = |list: &'static [(&'static str, &'static str)]| {
        let sentence = |(english, korean): &(&'static str, &'static str)| match language {
            Language::English => *english,
            Language::Korean => *korean,
        };
        html! {
            <ul class="fidelity-list">
                for (index, both) in list.iter().enumerate() {
                    <li key={index}>{ for pieces(sentence(both)) }</li>
                }
            </ul>
        }
    };
    html! {
        <div class="fidelity-lists">
            <section><h3>{ t.modelled }</h3>{ sentences(MODELLED) }</section>
            <section><h3>{ t.simplified }</h3>{ sentences(SIMPLIFIED) }</section>
            <section>
                <h3>{ t.assumed }</h3>
                <p class="help">{ t.assumed_note }</p>
                <ul class="fidelity-assumed">
                    for (index, fact) in assumed().enumerate() {
                        <li key={index}>
                            <span>{ fact_name(language, fact) }</span>
                            <span class="fidelity-value">{ fact_value(language, fact) }</span>
                            <span class="fact-code">{ fact.id }</span>
                        </li>
                    }
                </ul>
            </section>
        </div>
    }
}

/// A sentence whose paths are written as code.
fn pieces(sentence: &'static str) -> Vec<Html> {
    let piece = |(index, text): (usize, &'static str)| match index % 2 {
        0 => html! { { text } },
        _ => html! { <code>{ text }</code> },
    };
    sentence.split('`').enumerate().map(piece).collect()
}
