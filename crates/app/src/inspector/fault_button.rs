//! A button that knocks something over, and how long what it does lasts.

use ninepins_model::Action;
use ninepins_words::{Language, fault_help, number, page_texts};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::faults::test_name;
use crate::chrome::knock;
use crate::runner::Runner;

/// Durations to choose from, in seconds; 0 is to the end.
const DURATIONS: [u32; 5] = [60, 300, 600, 1_800, 0];

/// How long a fault lasts where nobody has chosen, in seconds.
pub(super) const USUAL_S: u32 = 300;

/// The button of a fault, done to each of some parts, with what it does.
pub(super) fn fault_button(language: Language, runner: &Runner, label: String, actions: Vec<Action>) -> Html {
    let Some(first) = actions.first() else { return Html::default() };
    let help = fault_help(language, first);
    let (name, runner) = (test_name(first), runner.clone());
    html! {
        <button
            key={name.clone()}
            type="button"
            class="button fault"
            title={help}
            data-testid={name}
            onclick={move |_| knock(&runner, language, &actions)}
        >
            <span>{ label }</span>
            // As much as has room; the title says all of it.
            <span class="fault-help" aria-hidden="true">{ help }</span>
        </button>
    }
}

/// How long faults last, to choose.
pub(super) fn fault_duration(language: Language, for_s: &UseStateHandle<u32>) -> Html {
    let set = for_s.setter();
    let onchange = move |event: Event| {
        set.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0));
    };
    html! {
        <label class="inline-field">
            <span>{ page_texts(language).lasting }</span>
            <select data-testid="fault-duration" {onchange}>
                for seconds in DURATIONS {
                    <option key={seconds} value={seconds.to_string()} selected={seconds == **for_s}>
                        { duration_name(language, seconds) }
                    </option>
                }
            </select>
        </label>
    }
}

fn duration_name(language: Language, seconds: u32) -> String {
    match seconds {
        0 => page_texts(language).to_the_end.into(),
        seconds => number::duration(language, f64::from(seconds)),
    }
}
