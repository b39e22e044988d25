//! The two sides of a part: how it does now, and what can be set.

use ninepins_words::texts;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::state::use_language;

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    /// How it does.
    Now,
    /// What can be set.
    Settings,
}

impl Tab {
    /// The id of its button.
    const fn id(self) -> &'static str {
        match self {
            Tab::Now => "tab-now",
            Tab::Settings => "tab-settings",
        }
    }
}

/// Puts the focus on a tab.
fn focus(tab: Tab) {
    let button = gloo::utils::document().get_element_by_id(tab.id());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // A tab that takes no focus leaves it where it was.
        let _ = button.focus();
    }
}

/// Which is chosen.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// It.
    pub(super) chosen: Tab,
    /// Chooses another.
    pub(super) onchoose: Callback<Tab>,
}

/// The tabs. Arrows move between them.
#[component]
pub(super) fn Tabs(props: &Props) -> Html {
    let t = texts(use_language());
    let onkeydown = use_callback((props.chosen, props.onchoose.clone()), |event: KeyboardEvent, (chosen, onchoose)| {
        if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
            event.prevent_default();
            let other = if *chosen == Tab::Now { Tab::Settings } else { Tab::Now };
            onchoose.emit(other);
            focus(other);
        }
    });
    html! {
        <div class="tabs" role="tablist" {onkeydown}>
            for (tab, name) in [(Tab::Now, t.metrics_now), (Tab::Settings, t.settings)] {
                <button
                    key={tab.id()}
                    type="button"
                    class="tab"
                    role="tab"
                    id={tab.id()}
                    aria-selected={(props.chosen == tab).to_string()}
                    aria-controls="tab-panel"
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
