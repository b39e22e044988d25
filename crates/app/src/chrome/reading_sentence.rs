//! What came of reading a design from a link, a file or the clipboard, in sentences.

use ninepins_share::{LinkError, Notice, ReadError};
use ninepins_words as words;
use ninepins_words::{Language, texts};
use yew::prelude::*;

use crate::state::{Message, use_language};

/// The message.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) message: Message,
}

/// Why a design could not be read, or what of it was repaired. Nothing of any other message.
#[component]
pub(crate) fn ReadingSentence(props: &Props) -> Html {
    let language = use_language();
    let sentence = match &props.message {
        Message::BrokenLink(error) => words::could_not_open(language, &link_error(language, error)),
        Message::BrokenFile(error) => words::could_not_open(language, &read_error(language, error)),
        Message::BrokenPaste(error) => {
            format!("{} {}", words::command_texts(language).not_a_design, read_error(language, error))
        }
        Message::Repaired(notices) => repairs(language, notices),
        _ => return Html::default(),
    };
    html! { { sentence } }
}

fn link_error(language: Language, error: &LinkError) -> String {
    let t = texts(language);
    match error {
        LinkError::TooLong => t.open_too_long.into(),
        LinkError::NotALink => t.open_not_a_link.into(),
        LinkError::NewerVersion { .. } => t.open_newer.into(),
        LinkError::Damaged => t.open_damaged.into(),
        LinkError::Document(error) => read_error(language, error),
    }
}

/// Why a text that is being edited is no document: as for a file, with the place of its first error.
pub(crate) fn document_error(language: Language, error: &ReadError) -> String {
    match error {
        ReadError::NotJson { line, column } => words::not_json(language, *line, *column),
        error => read_error(language, error),
    }
}

fn read_error(language: Language, error: &ReadError) -> String {
    let t = texts(language);
    match error {
        ReadError::TooLarge => t.open_too_large.into(),
        ReadError::NotJson { .. } | ReadError::NotADocument => t.open_not_a_design.into(),
        ReadError::NewerVersion { .. } => t.open_newer.into(),
        ReadError::TooManyParts { .. } => t.open_too_many_parts.into(),
        ReadError::TooManyWires { .. } => t.open_too_many_wires.into(),
        ReadError::TooManyEvents { .. } => t.open_too_many_events.into(),
        ReadError::TooDeep { .. } => t.open_too_deep.into(),
        ReadError::Bad { place, reason } => words::field_error(language, place, reason),
    }
}

/// What had to be repaired, in a few sentences.
pub(crate) fn repairs(language: Language, notices: &[Notice]) -> String {
    if let [Notice::OtherEngine { .. }] = notices {
        return texts(language).figures_may_differ.into();
    }
    let sentences: Vec<String> = notices.iter().take(4).map(|notice| repair(language, notice)).collect();
    let text = words::repaired(language, &sentences);
    match notices.len() - sentences.len() {
        0 => text,
        more => format!("{text} {}", words::repair_more(language, more)),
    }
}

fn repair(language: Language, notice: &Notice) -> String {
    match notice {
        Notice::OtherEngine { .. } => texts(language).figures_may_differ.into(),
        Notice::UnknownField { path } => words::repair_unknown_field(language, path),
        Notice::Clamped { path, from, to } => words::repair_clamped(language, path, *from, *to),
        Notice::UnknownChoice { path, value } => words::repair_unknown_choice(language, path, value),
        Notice::TextCleaned { path } | Notice::TextShortened { path } => words::repair_text(language, path),
        Notice::CycleCut { part } => words::repair_cycle(language, part),
        Notice::EventsSorted => words::repair_order(language),
        Notice::More { count } => words::repair_more(language, *count),
    }
}
