//! One event on the timeline: pressed, it says more; dragged, or moved with the arrow keys, it happens at another time.

use ninepins_model::{Action, Event};
use ninepins_words::number::fixed;
use ninepins_words::{action_sentence, fault_label, guidance_texts, number};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::holding::use_holding;
use super::moving::stepped_to;
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
    /// Moves it to a time in milliseconds.
    pub(crate) onmove: Callback<(usize, u64)>,
}

/// The event at its time, as long as it lasts.
#[component]
pub(crate) fn EventChip(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let node = use_node_ref();
    let onmove = {
        let (index, onmove) = (props.index, props.onmove.clone());
        Callback::from(move |at_ms: u64| onmove.emit((index, at_ms)))
    };
    let holding = use_holding(&node, props.event.at_ms, props.duration_s, onmove.clone());
    let at_ms = holding.at_ms.unwrap_or(props.event.at_ms);
    use_place(&node, at_ms, props);
    let onclick = {
        let (index, onchoose, was_drag) = (props.index, props.onchoose.clone(), holding.was_drag.clone());
        move |_: MouseEvent| {
            if !was_drag.emit(()) {
                onchoose.emit(index);
            }
        }
    };
    let onpointercancel = {
        let cancel = holding.cancel.clone();
        move |_: PointerEvent| cancel.emit(())
    };
    let onkeydown = on_key(props.event.at_ms, props.duration_s, onmove, holding.cancel.clone());
    let time = number::clock(at_ms / 1_000);
    let sentence = action_sentence(language, &design, &props.event.action);
    let label = fault_label(language, &props.event.action);
    let is_instant = props.event.action.for_s().is_none();
    let class = classes!(
        "chip",
        tone(&props.event.action),
        is_instant.then_some("instant"),
        holding.at_ms.is_some().then_some("dragged")
    );
    html! {
        <li {class} ref={node}>
            <button
                type="button"
                title={format!("{time} {sentence}\n{}", guidance_texts(language).move_event)}
                aria-label={format!("{time} {label}")}
                aria-description={guidance_texts(language).move_event}
                aria-pressed={props.chosen.to_string()}
                data-testid="event-chip"
                {onclick}
                onpointerdown={holding.onpointerdown}
                onpointermove={holding.onpointermove}
                onpointerup={holding.onpointerup}
                {onpointercancel}
                {onkeydown}
            >
                <span>{ label.clone() }</span>
            </button>
            if holding.at_ms.is_some() {
                <span class="chip-time" aria-hidden="true">{ time }</span>
            }
        </li>
    }
}

/// Arrow keys move the event; Escape puts back what is dragged.
fn on_key(at_ms: u64, duration_s: u32, onmove: Callback<u64>, cancel: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            return cancel.emit(());
        }
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if let Some(to) = stepped_to(at_ms, &event.key(), event.shift_key(), duration_s) {
            event.prevent_default();
            event.stop_propagation();
            onmove.emit(to);
        }
    })
}

/// Puts the chip at its time.
#[hook]
fn use_place(node: &NodeRef, at_ms: u64, props: &Props) {
    let whole_ms = f64::from(props.duration_s.max(1)) * 1_000.0;
    let start = (at_ms as f64 / whole_ms * 100.0).clamp(0.0, 100.0);
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
}

const fn tone(action: &Action) -> &'static str {
    match action {
        Action::Traffic { .. } => "tone-traffic",
        Action::SetDesiredCapacity { .. }
        | Action::ProcessSuspension { .. }
        | Action::InstanceRefresh { .. }
        | Action::RebootWithFailover { .. }
        | Action::DatabaseMaintenance { .. }
        | Action::EngineUpgrade { .. }
        | Action::DatabaseClassChange { .. }
        | Action::DatabaseBackup { .. }
        | Action::DatabaseRestore { .. }
        | Action::PromoteReplica { .. }
        | Action::ZonalShift { .. }
        | Action::TargetDeregistration { .. }
        | Action::TargetGroupWeight { .. }
        | Action::CacheFlush { .. }
        | Action::Invalidation { .. } => "tone-operator",
        _ => "tone-fault",
    }
}
