//! The fidelity page: self-tests run here and now, what is modelled, and every fact with its source.

mod fact_list;
mod model_list;
mod results;
mod rule_link;
mod test_row;
mod tests_panel;

use std::cell::Cell;

use fact_list::FactList;
use model_list::ModelList;
use ninepins_words::fidelity_texts;
pub(crate) use rule_link::{CauseRule, rule_link};
use tests_panel::TestsPanel;
use yew::prelude::*;

use crate::chrome::TabList;
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

/// The sides of the page by the ids of their buttons.
const TABS: [&str; 3] = ["fidelity-tab-tests", "fidelity-tab-model", "fidelity-tab-facts"];
const TESTS: usize = 0;
const MODEL: usize = 1;
const FACTS: usize = 2;

/// The page.
#[component]
pub(crate) fn FidelityPage() -> Html {
    let wanted = use_memo((), |()| WANTED.take());
    let chosen = use_state(|| if wanted.is_some() { FACTS } else { TESTS });
    let onchoose = use_callback(chosen.setter(), |tab, chosen| chosen.set(tab));
    let t = fidelity_texts(use_language());
    let tabs = vec![(TABS[TESTS], t.tab_tests), (TABS[MODEL], t.tab_model), (TABS[FACTS], t.tab_facts)];
    html! {
        <div class="fidelity" data-testid="fidelity">
            <TabList {tabs} chosen={*chosen} panel="fidelity-panel" class="tabs fidelity-tabs" {onchoose} />
            <div class="fidelity-panel" role="tabpanel" id="fidelity-panel" aria-labelledby={TABS[*chosen]} tabindex="0">
                // Results are kept while another side is looked at.
                <div hidden={*chosen != TESTS}><TestsPanel /></div>
                if *chosen == MODEL {
                    <ModelList key="model" />
                } else if *chosen == FACTS {
                    <FactList key="facts" wanted={*wanted} />
                }
            </div>
        </div>
    }
}
