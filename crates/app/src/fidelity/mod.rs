//! The fidelity page: self-tests run here and now, what is modelled, and every fact with its source.

mod fact_list;
mod model_list;
mod results;
mod test_row;
mod tests_panel;

use std::cell::Cell;

use fact_list::FactList;
use gloo::utils::document;
use model_list::ModelList;
use ninepins_words::fidelity_texts;
use tests_panel::TestsPanel;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::commands::desk;
use crate::layout::{Dialog, LayoutAction};
use crate::state::use_language;

thread_local! {
    /// The fact that the page opens at, for the next time.
    static WANTED: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Opens the page at a fact.
pub(crate) fn show_fact(id: &'static str) {
    WANTED.set(Some(id));
    if let Some(desk) = desk() {
        desk.layout.dispatch(LayoutAction::Open(Dialog::Fidelity));
    }
}

/// A side of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Tests,
    Model,
    Facts,
}

const TABS: [Tab; 3] = [Tab::Tests, Tab::Model, Tab::Facts];

impl Tab {
    /// The id of its button.
    const fn id(self) -> &'static str {
        match self {
            Tab::Tests => "fidelity-tab-tests",
            Tab::Model => "fidelity-tab-model",
            Tab::Facts => "fidelity-tab-facts",
        }
    }
}

/// The page.
#[component]
pub(crate) fn FidelityPage() -> Html {
    let wanted = use_memo((), |()| WANTED.take());
    let chosen = use_state(|| if wanted.is_some() { Tab::Facts } else { Tab::Tests });
    let onchoose = use_callback(chosen.setter(), |tab: Tab, chosen| chosen.set(tab));
    html! {
        <div class="fidelity" data-testid="fidelity">
            <FidelityTabs chosen={*chosen} {onchoose} />
            <div class="fidelity-panel" role="tabpanel" id="fidelity-panel" aria-labelledby={(*chosen).id()} tabindex="0">
                // Results are kept while another side is looked at.
                <div hidden={*chosen != Tab::Tests}><TestsPanel /></div>
                if *chosen == Tab::Model {
                    <ModelList key="model" />
                } else if *chosen == Tab::Facts {
                    <FactList key="facts" wanted={*wanted} />
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TabsProps {
    chosen: Tab,
    onchoose: Callback<Tab>,
}

/// The tabs. Arrows move between them.
#[component]
fn FidelityTabs(props: &TabsProps) -> Html {
    let t = fidelity_texts(use_language());
    let onkeydown = use_callback((props.chosen, props.onchoose.clone()), |event: KeyboardEvent, (chosen, onchoose)| {
        let place = TABS.iter().position(|tab| tab == chosen).unwrap_or_default();
        let other = match event.key().as_str() {
            "ArrowLeft" => TABS[(place + TABS.len() - 1) % TABS.len()],
            "ArrowRight" => TABS[(place + 1) % TABS.len()],
            _ => return,
        };
        event.prevent_default();
        onchoose.emit(other);
        focus(other);
    });
    html! {
        <div class="tabs fidelity-tabs" role="tablist" {onkeydown}>
            for (tab, name) in [(Tab::Tests, t.tab_tests), (Tab::Model, t.tab_model), (Tab::Facts, t.tab_facts)] {
                <button
                    key={tab.id()}
                    type="button"
                    class="tab"
                    role="tab"
                    id={tab.id()}
                    aria-selected={(props.chosen == tab).to_string()}
                    aria-controls="fidelity-panel"
                    tabindex={if props.chosen == tab { "0" } else { "-1" }}
                    data-testid={tab.id()}
                    onclick={
                        let onchoose = props.onchoose.clone();
                        move |_| onchoose.emit(tab)
                    }
                >
                    { name }
                </button>
            }
        </div>
    }
}

fn focus(tab: Tab) {
    let button = document().get_element_by_id(tab.id());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // A tab that takes no focus leaves it where it was.
        let _ = button.focus();
    }
}
