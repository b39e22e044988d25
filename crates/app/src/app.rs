//! The page's contexts, and what follows when they change.

mod effects;

use std::cell::Cell;
use std::rc::Rc;

use effects::{use_autosave, use_document_attributes, use_following_run, use_links, use_system_preferences};
use gloo::timers::callback::Timeout;
use ninepins_model::Design;
use yew::prelude::*;
use yew::provide;

use crate::commands::{Desk, use_desk, use_shortcuts};
use crate::layout::{Layout, LayoutState};
use crate::page::Page;
use crate::runner::{Runner, RunnerEvent};
use crate::state::{
    Announcer, DesignAction, DesignState, DesignStore, Findings, Live, Message, Messages, MessagesAction,
    MessagesState, Preferences, PreferencesStore, Selection, SelectionState, Theme,
};
use crate::{browser, later, opening, storage};

/// The speed of the first screen.
const FIRST_SPEED: u32 = 10;

/// What a person will use next is fetched with the first frame of the run; after so long even without one.
const PREFETCH_MS: u32 = 1_500;

/// What the page starts with.
#[derive(Properties, PartialEq)]
pub(crate) struct First {
    /// The design that was opened.
    pub(crate) design: Rc<Design>,
    /// What to tell about it.
    pub(crate) messages: Vec<Message>,
}

/// The whole page.
#[component]
pub(crate) fn App(first: &First) -> Html {
    let store: DesignStore = use_reducer(|| DesignState::new(first.design.clone()));
    let messages: Messages = use_reducer(|| MessagesState::new(first.messages.clone()));
    let selection: Selection = use_reducer(SelectionState::default);
    let layout: Layout = use_reducer(LayoutState::default);
    let preferences: PreferencesStore = use_reducer(first_preferences);
    let live = use_memo((), |()| Live::default());
    let findings = use_checks(&live, store.design.clone());
    let runner = use_runner_of_page(&live, &store, &messages, preferences.speed);

    use_following_run(runner.clone(), store.clone(), selection.clone());
    use_autosave(store.design.clone(), messages.clone(), preferences.language);
    use_links(store.clone(), messages.clone());
    use_document_attributes(preferences.clone(), store.design.name.clone());
    use_system_preferences(preferences.clone());
    use_shortcuts();
    use_desk(Desk {
        store: store.clone(),
        selection: selection.clone(),
        layout: layout.clone(),
        preferences: preferences.clone(),
        messages: messages.clone(),
        runner: runner.clone(),
    });
    use_effect_with((runner.clone(), preferences.speed), |(runner, speed)| runner.set_speed(*speed));

    let page = html! {
        <>
            <Page />
            <Announcer />
        </>
    };
    let page = provide((*live).clone(), provide(runner, page));
    let page = provide(selection, provide(layout, page));
    provide(preferences, provide(messages, provide(store, provide(findings, page))))
}

fn first_preferences() -> Preferences {
    Preferences {
        language: opening::first_language(),
        theme: storage::theme().unwrap_or(Theme::System),
        system: effects::system(),
        reduced_motion: browser::matches_media(browser::REDUCED_MOTION),
        speed: storage::speed().unwrap_or(FIRST_SPEED),
    }
}

/// What is wrong with the design, as soon as the checks are here.
#[hook]
fn use_checks(live: &Live, design: Rc<Design>) -> Findings {
    let here = use_state_eq(|| false);
    let (setter, live) = (here.setter(), live.clone());
    use_effect_with((), move |()| {
        let fetched = Cell::new(false);
        let fetch = Rc::new(move || {
            let setter = setter.clone();
            if !fetched.replace(true) {
                later::prefetch(move || setter.set(true));
            }
        });
        let first_frame = live.clock.subscribe({
            let fetch = fetch.clone();
            move || fetch()
        });
        let at_last = Timeout::new(PREFETCH_MS, move || fetch());
        move || drop((first_frame, at_last))
    });
    let findings = use_memo((design, *here), |(design, _)| Findings::new(later::problems(design)));
    (*findings).clone()
}

/// The runner, started once.
#[hook]
fn use_runner_of_page(live: &Live, store: &DesignStore, messages: &Messages, speed: u32) -> Runner {
    let (live, design) = (live.clone(), store.design.clone());
    let (dispatcher, messages) = (store.dispatcher(), messages.dispatcher());
    let runner = use_memo((), move |()| {
        let on_event = Callback::from(move |event: RunnerEvent| match event {
            RunnerEvent::Acted(event) => dispatcher.dispatch(DesignAction::Happened(event)),
            RunnerEvent::Restarted { silent } => {
                messages.dispatch(MessagesAction::Tell(Message::WorkerRestarted { silent }));
            }
            RunnerEvent::NotLoaded => messages.dispatch(MessagesAction::Tell(Message::WorkerNotLoaded)),
            RunnerEvent::GaveUp => messages.dispatch(MessagesAction::Tell(Message::WorkerGaveUp)),
            RunnerEvent::WrongVersion => messages.dispatch(MessagesAction::Tell(Message::WrongVersion)),
        });
        Runner::start(live, design, speed, on_event)
    });
    (*runner).clone()
}
