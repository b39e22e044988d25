//! Tabs above a panel. Arrows move between them.

use yew::prelude::*;

use crate::browser;

/// The tabs and which is chosen.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The id of each button, which tests find it by as well, and its name.
    pub(crate) tabs: Vec<(&'static str, &'static str)>,
    /// The place of the chosen one.
    pub(crate) chosen: usize,
    /// The id of the panel.
    pub(crate) panel: &'static str,
    /// Classes of the list.
    pub(crate) class: &'static str,
    /// Chooses another, by its place.
    pub(crate) onchoose: Callback<usize>,
}

/// The tabs.
#[component]
pub(crate) fn TabList(props: &Props) -> Html {
    let ids: Vec<&'static str> = props.tabs.iter().map(|(id, _)| *id).collect();
    let onkeydown =
        use_callback((ids, props.chosen, props.onchoose.clone()), |event: KeyboardEvent, (ids, chosen, onchoose)| {
            let other = match event.key().as_str() {
                "ArrowLeft" => (chosen + ids.len() - 1) % ids.len(),
                "ArrowRight" => (chosen + 1) % ids.len(),
                _ => return,
            };
            event.prevent_default();
            onchoose.emit(other);
            browser::focus(&format!("#{}", ids[other]));
        });
    html! {
        <div class={props.class} role="tablist" {onkeydown}>
            for (place, (id, name)) in props.tabs.iter().copied().enumerate() {
                <button
                    key={id}
                    type="button"
                    class="tab"
                    role="tab"
                    {id}
                    aria-selected={(props.chosen == place).to_string()}
                    aria-controls={props.panel}
                    tabindex={if props.chosen == place { "0" } else { "-1" }}
                    data-testid={id}
                    onclick={
                        let onchoose = props.onchoose.clone();
                        move |_| onchoose.emit(place)
                    }
                >
                    { name }
                </button>
            }
        </div>
    }
}
