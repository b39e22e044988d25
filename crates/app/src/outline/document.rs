//! The document itself, to read, copy and change.

use std::cell::RefCell;

use ninepins_model::{Change, Edit};
use ninepins_words::{outline_texts, page_texts, texts};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::making::make;
use crate::browser;
use crate::chrome::{Glyph, Icon, document_error, repairs};
use crate::later::{NotLoaded, documents};
use crate::state::{announce_now, use_design_store, use_language};

thread_local! {
    /// What was typed and not applied: closing the dialog does not lose it.
    static DRAFT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What is said below the text.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Nothing,
    Note(String),
    Refusal(String),
}

/// The text, and the buttons that apply, discard and copy it.
#[component]
pub(super) fn DocumentText() -> Html {
    let language = use_language();
    let t = outline_texts(language);
    let store = use_design_store();
    let present = use_memo(store.design.clone(), |design| ninepins_share::write_pretty(design));
    let draft = use_state(|| DRAFT.take());
    let said = use_state(|| Said::Nothing);
    let keep = {
        let (draft, said) = (draft.setter(), said.setter());
        Callback::from(move |text: Option<String>| {
            DRAFT.set(text.clone());
            draft.set(text);
            said.set(Said::Nothing);
        })
    };
    use_effect_with((*draft).clone(), |draft| DRAFT.set(draft.clone()));
    let text = (*draft).clone().unwrap_or_else(|| (*present).clone());
    let oninput = use_callback((keep.clone(), present.clone()), |event: InputEvent, (keep, present)| {
        let typed = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        keep.emit((typed != **present).then_some(typed));
    });
    let apply = use_apply(&text, &keep, &said);
    let copy = use_copy(&text, &said);
    let changed = draft.is_some();
    let refused = matches!(*said, Said::Refusal(_));
    html! {
        <div class="outline-document">
            <label for="outline-text">{ t.text_label }</label>
            <textarea
                id="outline-text"
                class="document-text"
                value={text}
                spellcheck="false"
                autocomplete="off"
                wrap="off"
                aria-invalid={refused.to_string()}
                aria-describedby="outline-text-said"
                {oninput}
            />
            <div id="outline-text-said" class="document-said">
                { line(&said, if changed { t.text_changed } else { t.text_help }) }
            </div>
            <div class="outline-row document-buttons">
                <button type="button" class="button primary" data-testid="text-apply" disabled={!changed} onclick={apply}>{ t.apply }</button>
                <button type="button" class="button" data-testid="text-discard" disabled={!changed} onclick={keep.reform(|_: MouseEvent| None)}>
                    { t.discard }
                </button>
                <button type="button" class="button document-copy" data-testid="text-copy" onclick={copy}>
                    <Icon glyph={Glyph::Copy} />
                    { t.copy }
                </button>
            </div>
        </div>
    }
}

fn line(said: &Said, otherwise: &'static str) -> Html {
    match said {
        Said::Refusal(reason) => {
            html! { <p class="refusal" role="alert" data-testid="text-refusal">{ reason.clone() }</p> }
        }
        Said::Note(note) => html! { <p class="help" role="status" data-testid="text-note">{ note.clone() }</p> },
        Said::Nothing => html! { <p class="help">{ otherwise }</p> },
    }
}

/// Reads the text and puts it in the place of the design. What cannot be read stays, with the reason.
#[hook]
fn use_apply(text: &str, keep: &Callback<Option<String>>, said: &UseStateHandle<Said>) -> Callback<MouseEvent> {
    let language = use_language();
    let t = outline_texts(language);
    let store = use_design_store();
    let (text, keep, said) = (text.to_owned(), keep.clone(), said.setter());
    Callback::from(move |_: MouseEvent| {
        let (store, text, keep, said) = (store.clone(), text.clone(), keep.clone(), said.clone());
        spawn_local(async move {
            let refusal = match documents::read(text.into_bytes()).await {
                Ok(Ok(opened)) => {
                    keep.emit(None);
                    let changes = opened.design != *store.design;
                    let note = match (changes, opened.notices.as_slice()) {
                        (false, _) => t.text_same.into(),
                        (true, []) => t.text_applied.into(),
                        (true, notices) => repairs(language, notices),
                    };
                    if changes {
                        let edit = Edit::Design(Box::new(opened.design));
                        make(&store.dispatcher(), Change::Text, edit, t.text_applied);
                    }
                    return said.set(Said::Note(note));
                }
                Ok(Err(error)) => document_error(language, &error),
                Err(NotLoaded) => page_texts(language).not_loaded.into(),
            };
            said.set(Said::Refusal(refusal));
        });
    })
}

#[hook]
fn use_copy(text: &str, said: &UseStateHandle<Said>) -> Callback<MouseEvent> {
    let language = use_language();
    let (text, said) = (text.to_owned(), said.setter());
    Callback::from(move |_: MouseEvent| {
        let (text, said) = (text.clone(), said.clone());
        spawn_local(async move {
            let copied = browser::copy(text).await.is_ok();
            let note = if copied { outline_texts(language).copied } else { texts(language).copy_failed };
            announce_now(note);
            said.set(Said::Note(note.into()));
        });
    })
}
