//! What the canvas says about notes, labels and collapsed containers.

use crate::Language;
use crate::Language::{English, Korean};

/// Plain texts.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct AnnotationTexts {
    pub empty_note: &'static str,
    pub wire_label: &'static str,
    pub straighten: &'static str,
}

const ENGLISH: AnnotationTexts =
    AnnotationTexts { empty_note: "Double-click to write", wire_label: "Label", straighten: "Let it find its own way" };

const KOREAN: AnnotationTexts = AnnotationTexts {
    empty_note: "두 번 클릭하여 입력하십시오",
    wire_label: "라벨",
    straighten: "경로 자동으로 되돌리기",
};

/// The texts in a language.
pub const fn annotation_texts(language: Language) -> &'static AnnotationTexts {
    match language {
        English => &ENGLISH,
        Korean => &KOREAN,
    }
}

/// "9 blocks · 6 members", for a collapsed container.
pub fn collapsed_summary(language: Language, blocks: usize, members: usize) -> String {
    match (language, blocks, members) {
        (English, 1, 0) => "1 block".into(),
        (English, blocks, 0) => format!("{blocks} blocks"),
        (English, 1, members) => format!("1 block · {members} up"),
        (English, blocks, members) => format!("{blocks} blocks · {members} up"),
        (Korean, blocks, 0) => format!("블록 {blocks}개"),
        (Korean, blocks, members) => format!("블록 {blocks}개 · {members}대"),
    }
}
