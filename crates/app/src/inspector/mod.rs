//! What is selected: how it does, how to knock it over, what can be set on it.

mod controls;
mod cost;
mod fault_button;
mod fault_buttons;
mod faults;
mod field_problems;
mod metrics;
mod offers;
mod overview;
mod owner;
mod part_panel;
mod part_row;
mod paused_hint;
mod rules;
mod scenario_fields;
mod setting_row;
mod settings_form;
mod several_faults;
mod several_panel;
mod wire_panel;

pub(crate) use faults::faults_of;
use gloo::utils::document;
use overview::Overview;
pub(crate) use owner::Owner;
pub(crate) use part_panel::PartPanel;
pub(crate) use setting_row::SettingRow;
pub(crate) use several_panel::SeveralPanel;
pub(crate) use wire_panel::WirePanel;
use yew::prelude::*;

use crate::later::{Later, View};
use crate::state::{Selected, use_selection};

/// The inspector.
#[component]
pub(crate) fn Inspector() -> Html {
    let selection = use_selection();
    // What is selected next is read from its top.
    use_effect_with(selection.only().cloned(), |_| {
        if let Some(panel) = document().query_selector(".inspector-panel").ok().flatten() {
            panel.set_scroll_top(0);
        }
    });
    match selection.only() {
        Some(Selected::Part(id)) => html! { <Later view={View::Part(id.clone())} /> },
        Some(Selected::Wire(id)) => html! { <Later view={View::Wire(id.clone())} /> },
        None if selection.selected.is_empty() => html! { <Overview /> },
        None => html! { <Later view={View::Several} /> },
    }
}
