//! The button that mends a problem.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use ninepins_model::{Change, Problem, fix};
use ninepins_words::{announce_fixed, fix_label};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::glyph::{Glyph, Icon};
use crate::canvas::use_rest;
use crate::state::{DesignAction, announce, use_design_store, use_language};

/// Where the focus looks for the next button, once this one is gone with its problem.
const AROUND: &str = ".problems-panel, [data-testid='inspector']";

/// Which problem.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// It.
    pub(crate) problem: Problem,
}

/// The button, where the problem has an obvious fix: one step of the history.
#[component]
pub(crate) fn FixButton(props: &Props) -> Html {
    let language = use_language();
    let store = use_design_store();
    // Whether it mends the problem takes all checks of the design again.
    let is_at_rest = use_rest((store.design.clone(), props.problem.clone()));
    let found = use_memo((is_at_rest, store.design.clone(), props.problem.clone()), |(is_at_rest, design, problem)| {
        if *is_at_rest { fix(design, problem) } else { None }
    });
    let Some(found) = found.as_ref() else { return Html::default() };
    let label = fix_label(language, &store.design, &found.kind);
    let onclick = {
        let (dispatcher, edit, said) = (store.dispatcher(), found.edit.clone(), announce_fixed(language, &label));
        move |event: MouseEvent| {
            // The list stays open: there may be more to mend.
            event.stop_propagation();
            let around = event.target_unchecked_into::<Element>().closest(AROUND).ok().flatten();
            dispatcher.dispatch(DesignAction::Commit(Change::Fix, edit.clone()));
            announce(&said);
            Timeout::new(0, move || focus_next(around)).forget();
        }
    };
    html! {
        <button type="button" class="button small fix" data-testid="fix" {onclick}>
            <Icon glyph={Glyph::Fix} />
            { label }
        </button>
    }
}

/// The next fix, or else the button of the problems.
fn focus_next(around: Option<Element>) {
    let next = around.and_then(|around| around.query_selector("button.fix").ok().flatten());
    let next = next.or_else(|| document().query_selector("[data-testid='problems']").ok().flatten());
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        // A button that takes no focus leaves it where it is.
        let _ = next.focus();
    }
}
