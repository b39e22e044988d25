//! A pointer holds an event of the timeline and drags it to another time.

use std::cell::RefCell;
use std::rc::Rc;

use ninepins_canvas::THRESHOLD;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::moving::dragged_to;

/// What an event needs to be dragged.
pub(super) struct Holding {
    /// The time that it is dragged to, in milliseconds.
    pub(super) at_ms: Option<u64>,
    pub(super) onpointerdown: Callback<PointerEvent>,
    pub(super) onpointermove: Callback<PointerEvent>,
    pub(super) onpointerup: Callback<PointerEvent>,
    /// Puts it back.
    pub(super) cancel: Callback<()>,
    /// Whether the click that comes ends a drag.
    pub(super) was_drag: Callback<(), bool>,
}

/// One press.
#[derive(Default)]
struct Hold {
    /// Where it began, and how many milliseconds a pixel is.
    press: Option<(f64, f64)>,
    at_ms: Option<u64>,
    was_drag: bool,
}

/// Lets the event of `chip`, which happens at `at_ms` of a run so long, be dragged; `onmove` takes its new time.
#[hook]
pub(super) fn use_holding(chip: &NodeRef, at_ms: u64, duration_s: u32, onmove: Callback<u64>) -> Holding {
    let hold: Rc<RefCell<Hold>> = use_mut_ref(Hold::default);
    let render_again = use_force_update();
    let release = |moves: bool| {
        let (hold, render_again, onmove) = (hold.clone(), render_again.clone(), onmove.clone());
        move || {
            let Some(at_ms) = hold.replace(Hold::default()).at_ms else { return };
            hold.borrow_mut().was_drag = moves;
            render_again.force_update();
            if moves {
                onmove.emit(at_ms);
            }
        }
    };
    let (let_go, put_back) = (release(true), release(false));
    let (pressed, clicked, chip) = (hold.clone(), hold.clone(), chip.clone());
    let dragged_at = hold.borrow().at_ms;
    Holding {
        at_ms: dragged_at,
        onpointerdown: Callback::from(move |event: PointerEvent| press(&pressed, &chip, duration_s, &event)),
        onpointermove: Callback::from(move |event: PointerEvent| {
            let mut hold = hold.borrow_mut();
            let Some((from, ms_per_pixel)) = hold.press else { return };
            let by = f64::from(event.client_x()) - from;
            if hold.at_ms.is_some() || by.abs() >= THRESHOLD {
                hold.at_ms = Some(dragged_to(at_ms, by, ms_per_pixel, duration_s));
                drop(hold);
                render_again.force_update();
            }
        }),
        onpointerup: Callback::from(move |_| let_go()),
        cancel: Callback::from(move |()| put_back()),
        was_drag: Callback::from(move |()| std::mem::take(&mut clicked.borrow_mut().was_drag)),
    }
}

fn press(hold: &RefCell<Hold>, chip: &NodeRef, duration_s: u32, event: &PointerEvent) {
    let track = chip.cast::<HtmlElement>().and_then(|chip| chip.parent_element());
    let width = track.map_or(0, |track| track.client_width());
    if event.button() != 0 || width <= 0 {
        return;
    }
    let button = chip.cast::<HtmlElement>().and_then(|chip| chip.first_element_child());
    if let Some(button) = button {
        // Without it a drag beyond the chip stops there.
        let _ = button.set_pointer_capture(event.pointer_id());
    }
    let ms_per_pixel = f64::from(duration_s) * 1_000.0 / f64::from(width);
    hold.replace(Hold { press: Some((f64::from(event.client_x()), ms_per_pixel)), ..Hold::default() });
}
