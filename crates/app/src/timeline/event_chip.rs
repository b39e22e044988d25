//! One event on the timeline.

use ninepins_model::{Action, Event};
use ninepins_words::number::fixed;
use ninepins_words::{action_sentence, fault_label, number};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::state::{use_design, use_language};

/// Which event.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Its place in the timeline.
    pub(crate) index: usize,
    /// It.
    pub(crate) event: Event,
    /// How long the run is, in seconds.
    pub(crate) duration_s: u32,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
    /// Chooses it.
    pub(crate) onchoose: Callback<usize>,
}

/// The event at its time, as long as it lasts.
#[component]
pub(crate) fn EventChip(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let node = use_node_ref();
    let whole_ms = f64::from(props.duration_s.max(1)) * 1_000.0;
    let start = (props.event.at_ms as f64 / whole_ms * 100.0).clamp(0.0, 100.0);
    let length = match props.event.action.for_s() {
        None => 0.0,
        Some(0) => 100.0 - start,
        Some(for_s) => (f64::from(for_s) * 1_000.0 / whole_ms * 100.0).min(100.0 - start),
    };
    use_effect_with((node.clone(), start, length), |(node, start, length)| {
        let Some(chip) = node.cast::<HtmlElement>() else { return };
        // Without them the chip stands at the start; it still says its time.
        let _ = chip.style().set_property("--start", &format!("{}%", fixed(*start, 3)));
        let _ = chip.style().set_property("--length", &format!("{}%", fixed(*length, 3)));
    });
    let onclick = use_callback((props.index, props.onchoose.clone()), |_: MouseEvent, (index, onchoose)| {
        onchoose.emit(*index);
    });
    let time = number::clock(props.event.at_ms / 1_000);
    let sentence = action_sentence(language, &design, &props.event.action);
    let label = fault_label(language, &props.event.action);
    let class = classes!("chip", tone(&props.event.action), (length == 0.0).then_some("instant"));
    html! {
        <li {class} ref={node}>
            <button
                type="button"
                title={format!("{time} {sentence}")}
                aria-label={format!("{time} {label}")}
                aria-pressed={props.chosen.to_string()}
                data-testid="event-chip"
                {onclick}
            >
                <span>{ label.clone() }</span>
            </button>
        </li>
    }
}

const fn tone(action: &Action) -> &'static str {
    match action {
        Action::Traffic { .. } => "tone-traffic",
        Action::SetDesiredCapacity { .. }
        | Action::RebootWithFailover { .. }
        | Action::CacheFlush { .. }
        | Action::Invalidation { .. } => "tone-operator",
        _ => "tone-fault",
    }
}
