//! The tour's callout: it stands beside a part of the page, says what that is, and leaves the page to be used.

use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::document;
use ninepins_canvas::{Point, Rect};
use ninepins_words::number::fixed;
use ninepins_words::{TourStop, tour_progress, tour_texts};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::end_tour;
use super::placement::placed;
use super::target::{preferred_side, rect_of, window_size};
use crate::layout::{LayoutAction, use_layout};
use crate::state::{SelectionAction, announce, use_language, use_selection};

/// How often the callout looks where its target is: the canvas pans, panels open.
const FOLLOW_MS: u32 = 150;
/// Space between the ring and what it is around.
const RING: f64 = 4.0;

/// The callout and the ring around what it points at.
#[component]
pub(crate) fn TourCallout() -> Html {
    let language = use_language();
    let t = tour_texts(language);
    let (card, ring, next) = (use_node_ref(), use_node_ref(), use_node_ref());
    let stops = use_stops();
    let at = use_state(|| 0_usize);
    let stop = stops.get(*at).copied().unwrap_or(TourStop::Play);
    use_following(stop, card.clone(), ring.clone());
    use_focus(next.clone());
    use_escape();
    let is_last = *at + 1 >= stops.len();
    let go = {
        let (at, stops) = (at.clone(), stops.clone());
        move |to: usize| {
            at.set(to);
            if let Some(stop) = stops.get(to) {
                announce(&format!("{}. {}", stop.title(language), stop.text(language)));
            }
        }
    };
    let here = *at;
    let forth = {
        let go = go.clone();
        move |_: MouseEvent| if is_last { end_tour() } else { go(here + 1) }
    };
    let back = move |_: MouseEvent| go(here.saturating_sub(1));
    html! {
        <>
            <div ref={ring} class="tour-ring" aria-hidden="true"></div>
            <div
                ref={card}
                class="tour-card"
                role="dialog"
                aria-labelledby="tour-title"
                aria-describedby="tour-text"
                data-testid="tour"
                data-stop={format!("{stop:?}").to_ascii_lowercase()}
            >
                <h2 id="tour-title">{ stop.title(language) }</h2>
                <p id="tour-text">{ stop.text(language) }</p>
                <div class="tour-foot">
                    <span class="muted tour-progress">{ tour_progress(language, here + 1, stops.len()) }</span>
                    if !is_last {
                        <button type="button" class="button plain" data-testid="tour-skip" onclick={|_| end_tour()}>
                            { t.skip }
                        </button>
                    }
                    if here > 0 {
                        <button type="button" class="button" data-testid="tour-back" onclick={back}>{ t.back }</button>
                    }
                    <button ref={next} key="next" type="button" class="button primary" data-testid="tour-next" onclick={forth}>
                        { if is_last { t.done } else { t.next } }
                    </button>
                </div>
            </div>
        </>
    }
}

/// The stops that the page has, found once its sheets are closed and nothing is selected.
#[hook]
fn use_stops() -> UseStateHandle<Vec<TourStop>> {
    let stops = use_state(|| vec![TourStop::Play]);
    let (layout, selection) = (use_layout().dispatcher(), use_selection().dispatcher());
    let setter = stops.setter();
    use_effect_with((), move |()| {
        layout.dispatch(LayoutAction::CloseSheet);
        selection.dispatch(SelectionAction::Clear);
        setter.set(TourStop::ALL.into_iter().filter(|stop| rect_of(*stop).is_some()).collect());
    });
    stops
}

/// Keeps the callout beside its target and the ring around it.
#[hook]
fn use_following(stop: TourStop, card: NodeRef, ring: NodeRef) {
    use_effect_with(stop, move |stop| {
        let stop = *stop;
        let follow = move || follow(stop, &card, &ring);
        follow();
        let again = Interval::new(FOLLOW_MS, follow);
        move || drop(again)
    });
}

fn follow(stop: TourStop, card: &NodeRef, ring: &NodeRef) {
    let (Some(card), Some(ring)) = (card.cast::<HtmlElement>(), ring.cast::<HtmlElement>()) else { return };
    let window = window_size();
    let target = rect_of(stop);
    let size = Point::new(f64::from(card.offset_width()), f64::from(card.offset_height()));
    let below = Rect::new(window.x / 2.0, window.y, 0.0, 0.0);
    let at = placed(target.unwrap_or(below), size, window, preferred_side(stop));
    put(&card, "transform", &translation(at));
    put(&ring, "visibility", if target.is_some() { "visible" } else { "hidden" });
    if let Some(target) = target {
        let around = target.grown(RING);
        put(&ring, "transform", &translation(around.corner()));
        put(&ring, "width", &format!("{}px", fixed(around.width, 0)));
        put(&ring, "height", &format!("{}px", fixed(around.height, 0)));
    }
}

fn translation(to: Point) -> String {
    format!("translate({}px, {}px)", fixed(to.x, 0), fixed(to.y, 0))
}

fn put(element: &HtmlElement, property: &str, value: &str) {
    // An element that cannot be styled stays where the style sheet has it.
    let _ = element.style().set_property(property, value);
}

/// The focus goes to the callout, which was asked for, and back to where it was; where that has gone, to the menu that
/// has the tour.
#[hook]
fn use_focus(next: NodeRef) {
    use_effect_with((), move |()| {
        let before = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(button) = next.cast::<HtmlElement>() {
            // A button that cannot take the focus is no failure.
            let _ = button.focus();
        }
        move || {
            let is_lost = document().active_element().is_none_or(|focus| focus.tag_name() == "BODY")
                || next.cast::<HtmlElement>().is_some_and(|next| document().active_element() == Some(next.into()));
            let back = before.filter(|before| before.is_connected() && before.tag_name() != "BODY").or_else(|| {
                let menu = document().query_selector("[data-testid=file]").ok().flatten()?;
                menu.dyn_into::<HtmlElement>().ok()
            });
            if let (true, Some(back)) = (is_lost, back) {
                let _ = back.focus();
            }
        }
    });
}

#[hook]
fn use_escape() {
    use_effect_with((), |()| {
        let listener = EventListener::new(&document(), "keydown", |event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                end_tour();
            }
        });
        move || drop(listener)
    });
}
