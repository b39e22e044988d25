//! The design's name, to change it in place.

use ninepins_model::{Change, Edit, limits};
use ninepins_words::texts;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{DesignAction, use_design_store, use_language};

/// The name.
#[component]
pub(crate) fn NameField() -> Html {
    let t = texts(use_language());
    let store = use_design_store();
    let name = store.design.name.clone();
    let onchange = use_callback(store.dispatcher(), |event: Event, dispatcher| {
        let typed = event.target_unchecked_into::<HtmlInputElement>().value();
        dispatcher.dispatch(DesignAction::Commit(Change::Rename, Edit::Name(typed.trim().to_owned())));
    });
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | "Escape") {
            // Leaving the field commits what is in it.
            let _ = event.target_unchecked_into::<HtmlInputElement>().blur();
        }
    });
    html! {
        <input
            class="name-field"
            type="text"
            dir="auto"
            aria-label={t.name_label}
            placeholder={t.untitled}
            maxlength={limits::NAME_CHARACTERS.to_string()}
            value={name}
            spellcheck="false"
            autocomplete="off"
            data-testid="design-name"
            {onchange}
            {onkeydown}
        />
    }
}
