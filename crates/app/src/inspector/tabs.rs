//! The two sides of a part: how it does now, and what can be set.

use ninepins_words::texts;
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
            onchoose.emit(if *chosen == Tab::Now { Tab::Settings } else { Tab::Now });
        }
    });
    html! {
        <div class="tabs" role="tablist" {onkeydown}>
            for (tab, name, testid) in [(Tab::Now, t.metrics_now, "tab-now"), (Tab::Settings, t.settings, "tab-settings")] {
                <button
                    key={testid}
                    type="button"
                    class="tab"
                    role="tab"
                    id={testid}
                    aria-selected={(props.chosen == tab).to_string()}
                    aria-controls="tab-panel"
                    data-testid={testid}
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
