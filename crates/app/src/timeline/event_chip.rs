//! One event on the timeline: pressed, it says more; dragged, or moved with the arrow keys, it happens at another time.

use ninepins_canvas::THRESHOLD;
use ninepins_model::{Action, Event};
use ninepins_words::number::fixed;
use ninepins_words::{action_sentence, fault_label, guidance_texts, number};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::moving::{dragged_to, stepped_to};
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

/// A pointer holds the chip.
#[derive(Default)]
struct Hold {
    /// Where it was pressed, and how many milliseconds a pixel is.
    press: Option<(f64, f64)>,
    /// The time that it was dragged to.
    at_ms: Option<u64>,
    /// Whether the click that ends the press ends a drag.
    was_drag: bool,
}

/// The event at its time, as long as it lasts.
#[component]
pub(crate) fn EventChip(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let node = use_node_ref();
    let hold = use_mut_ref(Hold::default);
    let render_again = use_force_update();
    let held_at = hold.borrow().at_ms;
    let at_ms = held_at.unwrap_or(props.event.at_ms);
    use_place(&node, at_ms, props);
    let onclick = {
        let (hold, index, onchoose) = (hold.clone(), props.index, props.onchoose.clone());
        move |_: MouseEvent| {
            if !std::mem::take(&mut hold.borrow_mut().was_drag) {
                onchoose.emit(index);
            }
        }
    };
    let onpointerdown = {
        let (hold, node, duration_s) = (hold.clone(), node.clone(), props.duration_s);
        move |event: PointerEvent| {
            let track = node.cast::<HtmlElement>().and_then(|chip| chip.parent_element());
            let width = track.map_or(0, |track| track.client_width());
            if event.button() != 0 || width <= 0 {
                return;
            }
            // Without it a drag beyond the chip stops there.
            let _ = event.target_unchecked_into::<HtmlElement>().set_pointer_capture(event.pointer_id());
            let ms_per_pixel = f64::from(duration_s) * 1_000.0 / f64::from(width);
            *hold.borrow_mut() = Hold { press: Some((f64::from(event.client_x()), ms_per_pixel)), ..Hold::default() };
        }
    };
    let onpointermove = {
        let (hold, render_again) = (hold.clone(), render_again.clone());
        let (start_ms, duration_s) = (props.event.at_ms, props.duration_s);
        move |event: PointerEvent| {
            let mut hold = hold.borrow_mut();
            let Some((from, ms_per_pixel)) = hold.press else { return };
            let by = f64::from(event.client_x()) - from;
            if hold.at_ms.is_some() || by.abs() >= THRESHOLD {
                hold.at_ms = Some(dragged_to(start_ms, by, ms_per_pixel, duration_s));
                drop(hold);
                render_again.force_update();
            }
        }
    };
    let release = |moves: bool| {
        let (hold, render_again) = (hold.clone(), render_again.clone());
        let (index, onmove) = (props.index, props.onmove.clone());
        move || {
            let Hold { at_ms, .. } = hold.replace(Hold::default());
            let Some(at_ms) = at_ms else { return };
            hold.borrow_mut().was_drag = moves;
            render_again.force_update();
            if moves {
                onmove.emit((index, at_ms));
            }
        }
    };
    let (let_go, put_back, escape) = (release(true), release(false), release(false));
    let onkeydown = {
        let (index, at_ms, duration_s) = (props.index, props.event.at_ms, props.duration_s);
        let onmove = props.onmove.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                return escape();
            }
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            if let Some(to) = stepped_to(at_ms, &event.key(), event.shift_key(), duration_s) {
                event.prevent_default();
                event.stop_propagation();
                onmove.emit((index, to));
            }
        }
    };
    let time = number::clock(at_ms / 1_000);
    let sentence = action_sentence(language, &design, &props.event.action);
    let label = fault_label(language, &props.event.action);
    let is_instant = props.event.action.for_s().is_none();
    let class = classes!(
        "chip",
        tone(&props.event.action),
        is_instant.then_some("instant"),
        held_at.is_some().then_some("dragged")
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
                {onpointerdown}
                {onpointermove}
                onpointerup={move |_: PointerEvent| let_go()}
                onpointercancel={move |_: PointerEvent| put_back()}
                {onkeydown}
            >
                <span>{ label.clone() }</span>
            </button>
            if held_at.is_some() {
                <span class="chip-time" aria-hidden="true">{ time }</span>
            }
        </li>
    }
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
        Action::SetDesiredCapacity { .. } | Action::RebootWithFailover { .. } | Action::CacheFlush { .. } => {
            "tone-operator"
        }
        _ => "tone-fault",
    }
}
