//! What the dialogs are called.

use crate::Language;

/// The dialogs' titles.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct DialogTitles {
    pub commands: &'static str,
    pub shortcuts: &'static str,
    pub gallery: &'static str,
    pub history: &'static str,
    pub outline: &'static str,
    pub fidelity: &'static str,
    pub seeds: &'static str,
}

const ENGLISH: DialogTitles = DialogTitles {
    commands: "Commands",
    shortcuts: "Keyboard shortcuts",
    gallery: "Start from an example",
    history: "History",
    outline: "Outline",
    fidelity: "Are the numbers real?",
    seeds: "Other seeds",
};

const KOREAN: DialogTitles = DialogTitles {
    commands: "명령",
    shortcuts: "키보드 단축키",
    gallery: "예제로 시작",
    history: "작업 내역",
    outline: "개요",
    fidelity: "수치의 근거",
    seeds: "다른 시드",
};

/// The titles in a language.
pub const fn dialog_titles(language: Language) -> &'static DialogTitles {
    match language {
        Language::English => &ENGLISH,
        Language::Korean => &KOREAN,
    }
}
