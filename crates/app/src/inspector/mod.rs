//! What is selected: how it does, how to knock it over, what can be set on it.

mod controls;
mod fault_buttons;
mod faults;
mod metrics;
mod offers;
mod overview;
mod owner;
mod part_panel;
mod rules;
mod scenario_fields;
mod setting_row;
mod settings_form;
mod tabs;
mod wire_panel;

pub(crate) use faults::faults_of;
use ninepins_words::{page_texts, selected_count};
use overview::Overview;
pub(crate) use part_panel::PartPanel;
pub(crate) use wire_panel::WirePanel;
use yew::prelude::*;

use crate::later::{Later, View};
use crate::state::{Selected, use_language, use_selection};

/// The inspector.
#[component]
pub(crate) fn Inspector() -> Html {
    let language = use_language();
    let selection = use_selection();
    match selection.only() {
        Some(Selected::Part(id)) => html! { <Later view={View::Part(id.clone())} /> },
        Some(Selected::Wire(id)) => html! { <Later view={View::Wire(id.clone())} /> },
        None if selection.selected.is_empty() => html! { <Overview /> },
        None => html! {
            <div class="inspector-body">
                <h2 class="panel-heading">{ selected_count(language, selection.selected.len()) }</h2>
                <p class="help">{ page_texts(language).several_selected }</p>
            </div>
        },
    }
}
