//! What the canvas says about selecting, resizing and bending without a mouse, and the inspector where there is
//! nothing to set.

use crate::Language;
use crate::Language::{English, Korean};

/// Plain texts.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct ShapingTexts {
    pub pan_by_key: &'static str,
    pub walk_only: &'static str,
    pub add_focused: &'static str,
    pub resize_or_bend: &'static str,
    pub hold_to_add: &'static str,
    pub hold: &'static str,
    pub announce_bent: &'static str,
    pub nothing_to_set: &'static str,
}

const ENGLISH: ShapingTexts = ShapingTexts {
    pan_by_key: "Move the view, after a press on the empty canvas",
    walk_only: "Go to the next block, whatever is selected; on the empty canvas, from the middle of the view",
    add_focused: "Add the block to the selection",
    resize_or_bend: "Resize the container, or bend the wire",
    hold_to_add: "By touch: add to the selection; on the open canvas: select with a frame",
    hold: "hold",
    announce_bent: "Wire bent.",
    nothing_to_set: "There is nothing to set here.",
};

const KOREAN: ShapingTexts = ShapingTexts {
    pan_by_key: "빈 캔버스를 누른 뒤 화면 옮기기",
    walk_only: "선택과 관계없이 다음 블록으로 이동, 빈 캔버스에서는 화면 가운데에서 출발",
    add_focused: "현재 블록을 선택에 추가",
    resize_or_bend: "컨테이너 크기 조정 또는 연결선 구부리기",
    hold_to_add: "터치: 선택에 추가, 빈 곳에서는 영역 선택",
    hold: "길게 누르기",
    announce_bent: "연결선을 구부렸습니다.",
    nothing_to_set: "설정할 항목이 없습니다.",
};

/// The texts in a language.
pub const fn shaping_texts(language: Language) -> &'static ShapingTexts {
    match language {
        English => &ENGLISH,
        Korean => &KOREAN,
    }
}

/// A container has another size.
pub fn announce_resized(language: Language, name: &str, width: u32, height: u32) -> String {
    match language {
        English => format!("{name} is {width} by {height} now."),
        Korean => format!("{name}의 크기가 {width} × {height}입니다."),
    }
}
