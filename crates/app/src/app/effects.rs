//! What follows a change of the page's state.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use ninepins_model::Design;
use ninepins_words::texts;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::MediaQueryListEvent;
use yew::prelude::*;

use crate::runner::Runner;
use crate::state::{
    DesignStore, Language, Message, Messages, MessagesAction, PreferencesAction, PreferencesStore, Selection,
    SelectionAction, System, Theme,
};
use crate::{browser, crash, opening, storage};

/// A design is saved when it has not changed for this long.
const AUTOSAVE_MS: u32 = 1_000;

/// The run follows the design, and the selection keeps to what is there.
#[hook]
pub(super) fn use_following_run(runner: Runner, store: DesignStore, selection: Selection) {
    let opened = use_mut_ref(|| store.opened);
    let state = (store.design.clone(), store.opened);
    use_effect_with(DesignKey(state.0, state.1), move |DesignKey(design, count)| {
        selection.dispatch(SelectionAction::KeepWithin(design.clone()));
        if opened.replace(*count) == *count {
            runner.follow(design.clone());
        } else {
            selection.dispatch(SelectionAction::Clear);
            runner.open(design.clone());
        }
    });
}

/// A design and the number of its opening, compared without looking inside.
struct DesignKey(Rc<Design>, u32);

impl PartialEq for DesignKey {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

/// Keeps the design in the browser, a second after the last change and when the page is left.
#[hook]
pub(super) fn use_autosave(design: Rc<Design>, messages: Messages, language: Language) {
    let pending = use_mut_ref(|| None::<Timeout>);
    let first = use_mut_ref(|| true);
    use_effect_with((DesignKey(design, 0), language), move |(DesignKey(design, _), language)| {
        crash::remember(ninepins_share::write_pretty(design), &design.name, *language);
        // What was just opened is saved once something changes: looking at a link must not replace one's own design.
        if first.replace(false) {
            return;
        }
        // The address carries what was shared, which this no longer is. Where it stays, a reload shows the older design.
        let _ = browser::set_fragment("");
        let (design, messages) = (design.clone(), messages.clone());
        let save = move || {
            if let Err(error) = storage::save_design(&design) {
                let message = match error {
                    storage::StorageError::Unavailable => Message::NoStorage,
                    storage::StorageError::Full => Message::StorageFull,
                };
                messages.dispatch(MessagesAction::Tell(message));
            }
        };
        *pending.borrow_mut() = Some(Timeout::new(AUTOSAVE_MS, save));
    });
}

/// Opens the link that is put into the address of the open page.
#[hook]
pub(super) fn use_links(store: DesignStore, messages: Messages) {
    use_effect_with((), move |()| {
        let (store, messages) = (store.dispatcher(), messages.dispatcher());
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            let (store, messages) = (store.clone(), messages.clone());
            spawn_local(async move {
                match opening::link_in_address().await {
                    None => {}
                    Some(Ok(opened)) => opening::open(&store, &messages, opened),
                    Some(Err(message)) => messages.dispatch(MessagesAction::Tell(message)),
                }
            });
        });
        move || drop(listener)
    });
}

/// Language, colours and title of the document; the preferences are kept.
#[hook]
pub(super) fn use_document_attributes(preferences: PreferencesStore, name: String) {
    use_effect_with((preferences, name), |(preferences, name)| {
        let t = texts(preferences.language);
        let name = if name.is_empty() { t.untitled } else { name };
        document().set_title(&format!("{name} · {}", t.app_name));
        if let Some(root) = document().document_element() {
            // An attribute that cannot be set leaves the page readable.
            let _ = root.set_attribute("lang", preferences.language.code());
            let _ = match preferences.theme {
                Theme::System | Theme::Contrast => root.remove_attribute("data-theme"),
                Theme::Light | Theme::Dark => root.set_attribute("data-theme", preferences.theme.as_str()),
            };
            let _ = match (preferences.has_contrast(), preferences.is_dark()) {
                (false, _) => root.remove_attribute("data-contrast"),
                (true, false) => root.set_attribute("data-contrast", "light"),
                (true, true) => root.set_attribute("data-contrast", "dark"),
            };
        }
        storage::save_preferences(preferences.language, preferences.theme, preferences.speed);
    });
}

/// What the system asks for now.
pub(super) fn system() -> System {
    System { dark: browser::matches_media(browser::DARK), contrast: browser::matches_media(browser::CONTRAST) }
}

/// Follows the system when its colours or its wish for little motion change.
#[hook]
pub(super) fn use_system_preferences(preferences: PreferencesStore) {
    use_effect_with((), move |()| {
        let listeners: Vec<EventListener> = [browser::DARK, browser::CONTRAST, browser::REDUCED_MOTION]
            .into_iter()
            .filter_map(|query| {
                let list = window().match_media(query).ok().flatten()?;
                let dispatcher = preferences.dispatcher();
                Some(EventListener::new(&list, "change", move |event| {
                    let matches = event.dyn_ref::<MediaQueryListEvent>().is_some_and(MediaQueryListEvent::matches);
                    dispatcher.dispatch(match query {
                        browser::DARK | browser::CONTRAST => PreferencesAction::System(system()),
                        _ => PreferencesAction::ReducedMotion(matches),
                    });
                }))
            })
            .collect();
        let kept = RefCell::new(listeners);
        move || drop(kept)
    });
}
