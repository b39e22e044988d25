//! The history as a list: every step that can be undone or made again, in words. Choosing one goes there.

mod steps;

use ninepins_words::{Language, announce_travelled, history_step, history_texts};
use steps::{Told, told};
use yew::prelude::*;

use crate::chrome::{focus_first, walk};
use crate::state::{DesignAction, DesignStore, announce_now, use_design_store, use_language};

/// The list, newest first, with the present marked.
#[component]
pub(crate) fn HistorySteps() -> Html {
    let language = use_language();
    let t = history_texts(language);
    let store = use_design_store();
    let list = use_node_ref();
    use_effect_with(list.clone(), |list| focus_first(list, "[aria-current]"));
    let onkeydown = use_callback(list.clone(), |event: KeyboardEvent, list| walk(&event, list, "button"));
    let (done, undone) = told(language, &store.design, &store.history);
    if done.is_empty() && undone.is_empty() {
        return html! { <p class="help history-empty">{ t.empty }</p> };
    }
    // What is done counts down to the state at the start.
    let first = undone.len() as i32;
    let steps = undone.iter().rev().chain(&done).map(Some).chain([None]);
    html! {
        <div class="history">
            <p class="help">{ t.help }</p>
            <ol class="history-steps" ref={list} reversed=true aria-label={t.list} {onkeydown}>
                for (place, step) in steps.enumerate() {
                    { row(language, &store, step, first - place as i32) }
                }
            </ol>
        </div>
    }
}

/// One step; `away` is how many steps must be made again, or undone, to come to the state after it.
fn row(language: Language, store: &DesignStore, step: Option<&Told>, away: i32) -> Html {
    let t = history_texts(language);
    let is_present = away == 0;
    let text = step.map_or_else(|| t.start.to_owned(), |told| history_step(language, told.change, &told.about));
    let dispatcher = store.dispatcher();
    let onclick = move |_: MouseEvent| {
        if away != 0 {
            dispatcher.dispatch(DesignAction::Travel(away));
            announce_now(&announce_travelled(language, away));
        }
    };
    // Counted from the start, a step keeps its row however far the present is from it.
    let number = store.history.done().len() as i32 + away;
    html! {
        <li key={number}>
            <button
                type="button"
                class={classes!("history-step", (away > 0).then_some("undone"))}
                aria-current={is_present.then_some("step")}
                tabindex={if is_present { "0" } else { "-1" }}
                data-testid={format!("history-{number}")}
                {onclick}
            >
                <span class="history-mark" aria-hidden="true"></span>
                <bdi>{ text }</bdi>
                if is_present {
                    <span class="history-note">{ t.present }</span>
                } else if away > 0 {
                    <span class="muted">{ t.undone }</span>
                }
            </button>
        </li>
    }
}
