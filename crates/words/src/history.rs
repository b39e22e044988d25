//! The steps of the history in words.

use ninepins_model::{Change, SettingKey};

use crate::Language::{self, English, Korean};
use crate::causes::capitalized;
use crate::number::clock;
use crate::particle::{object, towards};
use crate::settings_labels::setting_label;
use crate::states::change_name;

/// Plain texts of the history.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct HistoryTexts {
    pub help: &'static str,
    pub start: &'static str,
    pub present: &'static str,
    pub undone: &'static str,
    pub empty: &'static str,
    pub list: &'static str,
}

/// What a step of the history was about, as a person knows it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepSubject {
    /// The parts or wires, by the names they had.
    pub names: Vec<String>,
    /// The setting that was changed.
    pub setting: Option<SettingKey>,
    /// What it was renamed to.
    pub new_name: Option<String>,
    /// What became of the timeline's event that is named.
    pub event: Option<EventStep>,
}

/// What a step made of an event of the timeline; times are in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventStep {
    /// It was put on the timeline, at this time.
    Added(u64),
    /// It was taken off the timeline, where it had this time.
    Removed(u64),
    /// It was moved to this time.
    Moved(u64),
}

const ENGLISH: HistoryTexts = HistoryTexts {
    help: "Choose a step to go back to it. What comes after it can be made again until you change something else.",
    start: "At the start",
    present: "Now",
    undone: "Undone",
    empty: "Nothing has been changed yet.",
    list: "Steps, newest first",
};

const KOREAN: HistoryTexts = HistoryTexts {
    help: "단계를 선택하면 그 시점으로 돌아갑니다. 다른 것을 변경하기 전까지는 이후 단계를 다시 실행할 수 있습니다.",
    start: "처음 상태",
    present: "현재",
    undone: "실행 취소됨",
    empty: "아직 변경한 내용이 없습니다.",
    list: "단계, 최신순",
};

/// The history's texts in a language.
pub const fn history_texts(language: Language) -> &'static HistoryTexts {
    match language {
        English => &ENGLISH,
        Korean => &KOREAN,
    }
}

/// A step: "Move api and db".
pub fn history_step(language: Language, change: Change, subject: &StepSubject) -> String {
    if subject.names.is_empty() {
        return match change {
            // One without a name is the empty one.
            Change::Open => language.pick(("Open a new design", "새 설계 열기")).to_owned(),
            _ => capitalized(change_name(language, change)),
        };
    }
    let names = names_of(language, &subject.names);
    if let Some(event) = subject.event {
        return event_step(language, event, &names);
    }
    match language {
        English => english(change, subject, &names),
        Korean => korean(change, subject, &names),
    }
}

fn english(change: Change, subject: &StepSubject, names: &str) -> String {
    match (change, subject.setting, &subject.new_name) {
        (Change::Wire, ..) => format!("Connect {names}"),
        (Change::Unwire, ..) => format!("Disconnect {names}"),
        (Change::Setting, Some(key), _) => format!("Change {} of {names}", setting_label(English, key)),
        (Change::Setting, ..) => format!("Change a setting of {names}"),
        (Change::Network, ..) => format!("Change a network rule of {names}"),
        (Change::Rename, _, Some(name)) => format!("Rename {names} to {name}"),
        _ => format!("{} {names}", capitalized(change_name(English, change))),
    }
}

fn korean(change: Change, subject: &StepSubject, names: &str) -> String {
    match (change, subject.setting, &subject.new_name) {
        (Change::Setting, Some(key), _) => format!("{names}의 {} 변경", setting_label(Korean, key)),
        (Change::Setting | Change::Network, ..) => format!("{names}의 {}", change_name(Korean, change)),
        (Change::Rename, _, Some(name)) => format!("{} {} 이름 변경", object(names), towards(name)),
        _ => format!("{names} {}", change_name(Korean, change)),
    }
}

/// What became of an event that is called by a name.
fn event_step(language: Language, step: EventStep, name: &str) -> String {
    let (EventStep::Added(at_ms) | EventStep::Removed(at_ms) | EventStep::Moved(at_ms)) = step;
    let time = clock(at_ms / 1_000);
    match (language, step) {
        (English, EventStep::Added(_)) => format!("{name} at {time}"),
        (English, EventStep::Removed(_)) => format!("Remove from the timeline: {name} at {time}"),
        (English, EventStep::Moved(_)) => format!("Move on the timeline: {name} to {time}"),
        (Korean, EventStep::Added(_)) => format!("{time} {name}"),
        (Korean, EventStep::Removed(_)) => format!("타임라인에서 제거: {time} {name}"),
        (Korean, EventStep::Moved(_)) => format!("타임라인에서 {time} 시점으로 이동: {name}"),
    }
}

/// Two names, and how many more.
fn names_of(language: Language, names: &[String]) -> String {
    match (language, names) {
        (_, [only]) => only.clone(),
        (English, [one, other]) => format!("{one} and {other}"),
        (English, [one, other, more @ ..]) => format!("{one}, {other} and {} more", more.len()),
        (Korean, [one, other]) => format!("{one}, {other}"),
        (Korean, [one, other, more @ ..]) => format!("{one}, {other} 외 {}개", more.len()),
        (_, []) => String::new(),
    }
}

/// How far the history was travelled; below zero is back.
pub fn announce_travelled(language: Language, steps: i32) -> String {
    let count = steps.unsigned_abs();
    match (language, steps < 0, count) {
        (English, true, 1) => "1 step undone.".into(),
        (English, true, _) => format!("{count} steps undone."),
        (English, false, 1) => "1 step made again.".into(),
        (English, false, _) => format!("{count} steps made again."),
        (Korean, true, _) => format!("{count}단계를 실행 취소했습니다."),
        (Korean, false, _) => format!("{count}단계를 다시 실행했습니다."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(names: &[&str]) -> StepSubject {
        StepSubject { names: names.iter().map(|&name| name.to_owned()).collect(), ..StepSubject::default() }
    }

    #[test]
    fn steps_say_what_was_changed() {
        assert_eq!(history_step(English, Change::Move, &about(&["api", "db", "web"])), "Move api, db and 1 more");
        assert_eq!(history_step(English, Change::Timeline, &about(&[])), "Change of the timeline");
        assert_eq!(history_step(English, Change::Open, &about(&["Three zones"])), "Open Three zones");
        let setting = StepSubject { setting: Some(SettingKey::GroupDesired), ..about(&["api"]) };
        assert_eq!(history_step(English, Change::Setting, &setting), "Change Desired capacity of api");
        let renamed = StepSubject { new_name: Some("주문".into()), ..about(&["db"]) };
        assert_eq!(history_step(English, Change::Rename, &renamed), "Rename db to 주문");
        assert_eq!(history_step(Korean, Change::Rename, &renamed), "db를 주문으로 이름 변경");
        assert_eq!(history_step(Korean, Change::Remove, &about(&["api", "db"])), "api, db 삭제");
    }

    #[test]
    fn steps_of_the_timeline_say_which_event_and_when() {
        let step = |language, event| {
            let subject = StepSubject { event: Some(event), ..about(&["Fail the primary of db"]) };
            history_step(language, Change::Timeline, &subject)
        };
        assert_eq!(step(English, EventStep::Added(90_000)), "Fail the primary of db at 00:01:30");
        assert_eq!(
            step(English, EventStep::Removed(90_000)),
            "Remove from the timeline: Fail the primary of db at 00:01:30"
        );
        assert_eq!(step(English, EventStep::Moved(60_000)), "Move on the timeline: Fail the primary of db to 00:01:00");
        assert_eq!(step(Korean, EventStep::Added(90_000)), "00:01:30 Fail the primary of db");
    }

    #[test]
    fn the_way_through_the_history_is_counted() {
        assert_eq!(announce_travelled(English, -3), "3 steps undone.");
        assert_eq!(announce_travelled(Korean, 2), "2단계를 다시 실행했습니다.");
    }
}
