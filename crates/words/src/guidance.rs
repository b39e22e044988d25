//! What the page tells a person who is about to do something.

use crate::Language;
use crate::Language::{English, Korean};
use crate::particle::object;

/// Plain texts.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct GuidanceTexts {
    pub wiring_hint: &'static str,
    /// For a finger.
    pub wiring_hint_touch: &'static str,
    pub empty_log_playing: &'static str,
    pub move_event: &'static str,
    /// Where the blocks are behind a button and a finger taps them.
    pub empty_canvas_small: &'static str,
    pub knocked_while_paused: &'static str,
    pub block_groups: &'static str,
    pub restored: &'static str,
    pub examples: &'static str,
    pub at_once: &'static str,
    pub nothing_to_try: &'static str,
    /// Beside the clock, where there is little room.
    pub restarted: &'static str,
    pub started_anew: &'static str,
    pub is_down: &'static str,
    pub last_full_second: &'static str,
    pub not_measured_yet: &'static str,
}

const ENGLISH: GuidanceTexts = GuidanceTexts {
    wiring_hint: "Choose where the wire goes with the arrow keys or the pointer. Enter connects, Esc cancels.",
    wiring_hint_touch: "Tap where the wire goes.",
    empty_log_playing: "Nothing has happened yet. Knock something over: what happens and why appears here.",
    move_event: "Drag it, or press the left and right arrow keys, to move it in time",
    empty_canvas_small: "Tap Blocks below and choose one, or start from an example.",
    knocked_while_paused: "The run is paused at this moment. Press play to watch what happens.",
    block_groups: "Groups of blocks",
    restored: "Your design from last time is open again.",
    examples: "Start from an example",
    at_once: "At once",
    nothing_to_try: "Your design",
    restarted: "Restarted",
    started_anew: "The architecture is another one now, so the run starts from zero.",
    is_down: "It is down now. Drag the timeline back to do something else to it.",
    last_full_second: "over the last full second",
    not_measured_yet: "Nothing has been measured yet.",
};

const KOREAN: GuidanceTexts = GuidanceTexts {
    wiring_hint: "화살표 키나 포인터로 연결할 대상을 고르십시오. Enter로 연결하고 Esc로 취소합니다.",
    wiring_hint_touch: "연결할 대상을 누르십시오.",
    empty_log_playing: "아직 일어난 일이 없습니다. 무언가를 무너뜨리면 무슨 일이 왜 일어났는지 여기에 표시됩니다.",
    move_event: "끌거나 왼쪽, 오른쪽 화살표 키를 눌러 시각을 옮깁니다",
    empty_canvas_small: "아래의 블록을 눌러 하나를 고르거나 예제로 시작하십시오.",
    knocked_while_paused: "실행이 이 시점에서 일시 정지되어 있습니다. 재생을 누르면 무슨 일이 일어나는지 볼 수 있습니다.",
    block_groups: "블록 그룹",
    restored: "지난번에 작업하던 설계를 다시 열었습니다.",
    examples: "예제로 시작",
    at_once: "즉시",
    nothing_to_try: "내 설계",
    restarted: "다시 시작",
    started_anew: "아키텍처가 바뀌어 처음부터 다시 실행합니다.",
    is_down: "지금은 중단된 상태입니다. 다른 것을 해 보려면 타임라인을 뒤로 끄십시오.",
    last_full_second: "마지막 1초 동안",
    not_measured_yet: "아직 측정한 값이 없습니다.",
};

/// The texts in a language.
pub const fn guidance_texts(language: Language) -> &'static GuidanceTexts {
    match language {
        English => &ENGLISH,
        Korean => &KOREAN,
    }
}

/// Several wires lead to one target group, whose settings are those of the first of them.
pub fn shared_target_group(language: Language, first: &str) -> String {
    match language {
        English => format!(
            "It shares the target group of {first}, whose settings hold. A name of its own makes it a target group of its own."
        ),
        Korean => format!(
            "{first}의 대상 그룹을 함께 쓰며 그 설정을 따릅니다. 다른 이름을 지정하면 별도의 대상 그룹이 됩니다."
        ),
    }
}

/// An event of the timeline happens at another time now.
pub fn announce_event_moved(language: Language, event: &str, time: &str) -> String {
    match language {
        English => format!("Moved to {time}: {event}."),
        Korean => format!("{} {time}으로 옮겼습니다.", object(event)),
    }
}
