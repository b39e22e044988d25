//! Messages above the canvas.

use ninepins_words as words;
use ninepins_words::{Language, page_texts, texts};
use yew::prelude::*;

use super::glyph::Glyph;
use super::icon_button::IconButton;
use crate::later::{Later, View};
use crate::layout::{Dialog, LayoutAction, use_layout};
use crate::runner::use_runner;
use crate::state::{Message, MessagesAction, use_design_store, use_language, use_messages};

/// All messages that were not dismissed.
#[component]
pub(crate) fn Banners() -> Html {
    let language = use_language();
    let messages = use_messages();
    html! {
        <div class="banners" role="status" aria-label={page_texts(language).messages}>
            for (number, message) in messages.shown.iter().cloned() {
                <Banner key={number} {number} {message} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    number: u32,
    message: Message,
}

#[component]
fn Banner(props: &Props) -> Html {
    let language = use_language();
    let t = texts(language);
    let runner = use_runner();
    let messages = use_messages();
    let dismiss = use_callback((messages.dispatcher(), props.number), |(), (dispatcher, number)| {
        dispatcher.dispatch(MessagesAction::Dismiss(*number));
    });
    let try_again = use_callback((runner, dismiss.clone()), |_: MouseEvent, (runner, dismiss)| {
        runner.try_again();
        dismiss.emit(());
    });
    let tone = match props.message {
        Message::Repaired(_) | Message::WorkerRestarted { .. } | Message::Restored => "note",
        _ => "warning",
    };
    html! {
        <div class={classes!("banner", tone)} data-testid="banner">
            <p>{ sentence(language, &props.message) }</p>
            if matches!(props.message, Message::WorkerGaveUp | Message::WorkerNotLoaded) {
                <button type="button" class="button" onclick={try_again}>{ t.retry }</button>
            }
            if props.message == Message::WrongVersion {
                <button type="button" class="button" onclick={|_| crate::browser::reload()}>{ t.reload }</button>
            }
            if props.message == Message::Restored {
                <Examples dismiss={dismiss.clone()} />
            }
            <IconButton name={t.close} glyph={Glyph::Close} onclick={dismiss.reform(|_| ())} class="plain" />
        </div>
    }
}

/// What follows for a design that was restored: the examples. Whoever has begun to work needs to be told no more.
#[component]
fn Examples(props: &ExamplesProps) -> Html {
    let layout = use_layout();
    let has_begun = use_design_store().history.undoable().is_some();
    use_effect_with((has_begun, props.dismiss.clone()), |(has_begun, dismiss)| {
        if *has_begun {
            dismiss.emit(());
        }
    });
    let onclick = use_callback(layout.dispatcher(), |_: MouseEvent, layout| {
        layout.dispatch(LayoutAction::Open(Dialog::Gallery));
    });
    let text = words::guidance_texts(use_language()).examples;
    html! { <button type="button" class="button" data-testid="restored-examples" {onclick}>{ text }</button> }
}

#[derive(Properties, PartialEq)]
struct ExamplesProps {
    dismiss: Callback<()>,
}

fn sentence(language: Language, message: &Message) -> Html {
    let t = texts(language);
    let page = page_texts(language);
    let text: String = match message {
        Message::BrokenLink(_) | Message::BrokenFile(_) | Message::BrokenPaste(_) | Message::Repaired(_) => {
            return html! { <Later view={View::Reading(message.clone())} /> };
        }
        Message::Restored => words::guidance_texts(language).restored.into(),
        Message::BrokenAutosave => page.autosave_broken.into(),
        Message::NoStorage => t.storage_unavailable.into(),
        Message::NotLoaded => page.not_loaded.into(),
        Message::WorkerNotLoaded => page.worker_not_loaded.into(),
        Message::StorageFull => t.storage_full.into(),
        Message::WorkerRestarted { silent } => {
            let reason = if *silent { words::worker_silent(language, 5.0) } else { page.worker_failed.into() };
            words::worker_restarted(language, &reason)
        }
        Message::WorkerGaveUp => page.worker_gave_up.into(),
        Message::WrongVersion => page.wrong_version.into(),
    };
    html! { { text } }
}
