//! The timeline: the time of the run, to go to any of it, and the events on it.

mod event_chip;
mod holding;
mod moving;
mod scrubber;

use std::rc::Rc;

use event_chip::EventChip;
use gloo::timers::callback::Timeout;
use moving::moved;
use ninepins_model::{Change, Edit, Event};
use ninepins_words::{action_sentence, announce_event_moved, fault_label, number, page_texts, texts};
use scrubber::Scrubber;
use yew::prelude::*;

use crate::browser;
use crate::chrome::{Glyph, IconButton};
use crate::state::{DesignAction, announce_now, use_design_store, use_language};

/// Scrubber and events.
#[component]
pub(crate) fn Timeline() -> Html {
    let language = use_language();
    let t = texts(language);
    let store = use_design_store();
    let events = use_memo(store.design.scenario.events.clone(), Clone::clone);
    let duration_s = store.design.scenario.duration_s;
    let chosen = use_state(|| None::<usize>);
    // An event that was undone is not shown any more.
    let shown = (*chosen).filter(|index| *index < events.len());
    let choose = use_callback((chosen.setter(), shown), |index: usize, (setter, shown)| {
        setter.set(if *shown == Some(index) { None } else { Some(index) });
    });
    let onmove = {
        let (store, events, chosen) = (store.clone(), events.clone(), chosen.setter());
        Callback::from(move |(index, at_ms): (usize, u64)| {
            let Some((after, place)) = moved(&events, index, at_ms) else { return };
            let label = fault_label(language, &after[place].action);
            store.dispatch(DesignAction::Commit(Change::Timeline, Edit::Events(after)));
            announce_now(&announce_event_moved(language, &label, &number::clock(at_ms / 1_000)));
            if shown == Some(index) {
                chosen.set(Some(place));
            }
            focus_chip_soon(place);
        })
    };
    html! {
        <div class="timeline" role="group" aria-label={t.timeline}>
            <h2 class="panel-title">{ t.timeline }</h2>
            <div class="track">
                <Scrubber {duration_s} />
                <ul class="chips" aria-label={page_texts(language).events}>
                    for (index, event) in events.iter().cloned().enumerate() {
                        <EventChip
                            key={index}
                            {index}
                            {event}
                            {duration_s}
                            chosen={shown == Some(index)}
                            onchoose={choose.clone()}
                            onmove={onmove.clone()}
                        />
                    }
                </ul>
            </div>
            <span class="track-end">{ number::clock(u64::from(duration_s)) }</span>
            if let Some(index) = shown {
                <EventCard {index} {events} close={choose} />
            }
        </div>
    }
}

/// Keeps the keyboard at an event that moved past others, once the page has drawn it.
fn focus_chip_soon(place: usize) {
    Timeout::new(0, move || {
        browser::focus(&format!(".chip:nth-child({}) button", place + 1));
    })
    .forget();
}

#[derive(Properties, PartialEq)]
struct CardProps {
    index: usize,
    events: Rc<Vec<Event>>,
    close: Callback<usize>,
}

/// The chosen event in words, to remove it.
#[component]
fn EventCard(props: &CardProps) -> Html {
    let language = use_language();
    let store = use_design_store();
    let remove = use_callback(
        (props.index, props.events.clone(), store.dispatcher(), props.close.clone()),
        |_: MouseEvent, (index, events, dispatcher, close)| {
            let mut events = (**events).clone();
            events.remove(*index);
            close.emit(*index);
            dispatcher.dispatch(DesignAction::Commit(Change::Timeline, Edit::Events(events)));
        },
    );
    let close = use_callback((props.index, props.close.clone()), |_, (index, close)| close.emit(*index));
    let Some(event) = props.events.get(props.index) else { return Html::default() };
    html! {
        <div class="event-card" data-testid="event-card">
            <span class="time">{ number::clock(event.at_ms / 1_000) }</span>
            <span>{ action_sentence(language, &store.design, &event.action) }</span>
            <button type="button" class="button small" data-testid="remove-event" onclick={remove}>
                { page_texts(language).remove_event }
            </button>
            <IconButton name={texts(language).close} glyph={Glyph::Close} onclick={close} class="plain small" />
        </div>
    }
}
