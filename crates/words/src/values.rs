//! Interface sentences with a value inside: speed, announcements, undo, errors with a reason.

use crate::Language::{self, English, Korean};
use crate::number;
use crate::particle::{object, subject};

/// A speed: `10×`.
pub fn speed(times: f64) -> String {
    format!("{}×", number::number(times))
}

/// The speed that is held where it is not the speed asked.
pub fn speed_held(language: Language, asked: f64, held: f64) -> String {
    let (asked, held) = (speed(asked), speed(held));
    match language {
        English => format!("{held} of {asked}: this machine cannot hold more"),
        Korean => format!("{asked} 중 {held}: 이 기기의 최대 속도입니다"),
    }
}

/// The same, as short as it can be.
pub fn runs_at(language: Language, held: f64) -> String {
    let held = speed(held);
    match language {
        English => format!("runs at {held}"),
        Korean => format!("실제 {held}"),
    }
}

/// The zoom: `100 %`.
pub fn zoom_level(language: Language, scale: f64) -> String {
    number::percent(language, (scale * 100.0).round())
}

/// "3 problems", for the button.
pub fn problem_count(language: Language, count: usize) -> String {
    match (language, count) {
        (English, 1) => "1 problem".into(),
        (English, count) => format!("{count} problems"),
        (Korean, count) => format!("문제 {count}개"),
    }
}

/// "4 members", where they do not fit one by one.
pub fn member_count(language: Language, count: usize) -> String {
    match (language, count) {
        (English, 1) => "1 member".into(),
        (English, count) => format!("{count} members"),
        (Korean, count) => format!("멤버 {count}개"),
    }
}

/// "2 selected".
pub fn selected_count(language: Language, count: usize) -> String {
    match language {
        English => format!("{count} selected"),
        Korean => format!("{count}개 선택됨"),
    }
}

/// How many are selected beside those that are named.
pub fn selected_besides(language: Language, count: usize) -> String {
    match language {
        English => format!("and {count} more"),
        Korean => format!("외 {count}개"),
    }
}

/// The request rate on a part's card: `388 req/s`.
pub fn request_rate(language: Language, per_second: f64) -> String {
    let value = number::rounded(per_second);
    match language {
        English => format!("{value} req/s"),
        Korean => format!("{value}건/초"),
    }
}

/// The share of failures on a part's card: `1 % fail`.
pub fn failing_share(language: Language, share: f64) -> String {
    let value = number::percent(language, share * 100.0);
    match language {
        English => format!("{value} fail"),
        Korean => format!("{value} 실패"),
    }
}

/// A setting's valid range.
pub fn range(language: Language, min: f64, max: f64) -> String {
    let (min, max) = (number::decimal(min, 6), number::decimal(max, 6));
    match language {
        English => format!("{min} to {max}"),
        Korean => format!("{min}~{max}"),
    }
}

/// How a part of the canvas is read aloud: its name, kind and health.
pub fn part_description(name: &str, kind: &str, health: &str) -> String {
    format!("{name}, {kind}, {health}")
}

/// How a wire is read aloud: its kind and its ends.
pub fn wire_description(language: Language, kind: &str, from: &str, to: &str) -> String {
    match language {
        English => format!("{kind} from {from} to {to}"),
        Korean => format!("{from}에서 {to}까지, {kind}"),
    }
}

/// A block was selected.
pub fn announce_selected(language: Language, name: &str) -> String {
    match language {
        English => format!("Selected {name}."),
        Korean => format!("{} 선택했습니다.", object(name)),
    }
}

/// A block was added, into a container if it has one.
pub fn announce_added(language: Language, name: &str, container: Option<&str>) -> String {
    match (language, container) {
        (English, Some(container)) => format!("Added {name} to {container}."),
        (English, None) => format!("Added {name}."),
        (Korean, Some(container)) => format!("{container}에 {} 추가했습니다.", object(name)),
        (Korean, None) => format!("{} 추가했습니다.", object(name)),
    }
}

/// A block was removed.
pub fn announce_removed(language: Language, name: &str) -> String {
    match language {
        English => format!("Removed {name}."),
        Korean => format!("{} 삭제했습니다.", object(name)),
    }
}

/// A block was moved to a place, in canvas units, of its container if it has one.
pub fn announce_moved(language: Language, name: &str, container: Option<&str>, at: [i32; 2]) -> String {
    let [x, y] = at;
    match (language, container) {
        (English, Some(container)) => format!("Moved {name} to {x}, {y} in {container}."),
        (English, None) => format!("Moved {name} to {x}, {y}."),
        (Korean, Some(container)) => format!("{} {container} 안의 {x}, {y} 위치로 이동했습니다.", object(name)),
        (Korean, None) => format!("{} {x}, {y} 위치로 이동했습니다.", object(name)),
    }
}

/// Two blocks were wired.
pub fn announce_wired(language: Language, from: &str, to: &str) -> String {
    match language {
        English => format!("Wired {from} to {to}."),
        Korean => format!("{from}에서 {to}까지 연결했습니다."),
    }
}

/// A wire was removed.
pub fn announce_unwired(language: Language, from: &str, to: &str) -> String {
    match language {
        English => format!("Removed the wire from {from} to {to}."),
        Korean => format!("{from}에서 {to}까지의 연결을 삭제했습니다."),
    }
}

/// A fault or another action took effect. `action` is [`crate::action_name`].
pub fn announce_applied(language: Language, action: &str, at_ms: u64) -> String {
    let time = number::clock(at_ms / 1000);
    match language {
        English => format!("{action}, at {time}."),
        Korean => format!("{time}에 적용했습니다: {action}."),
    }
}

/// A drop, a wire or a name was refused. `reason` is a whole sentence.
pub fn announce_refused(language: Language, name: &str, reason: &str) -> String {
    match language {
        English => format!("{name} cannot go here. {reason}"),
        Korean => format!("{} 여기에 놓일 수 없습니다. {reason}", subject(name)),
    }
}

/// A link or a file could not be opened. `reason` is a whole sentence.
pub fn could_not_open(language: Language, reason: &str) -> String {
    match language {
        English => format!("The design could not be opened. {reason}"),
        Korean => format!("설계를 열지 못했습니다. {reason}"),
    }
}

/// A field of the document is wrong. `path` is its place, `reason` what a parser says.
pub fn field_error(language: Language, path: &str, reason: &str) -> String {
    match language {
        English => format!("The field {path} is wrong: {reason}."),
        Korean => format!("{path} 필드가 잘못되었습니다: {reason}."),
    }
}

/// A file that is no JSON, with the place of its first error.
pub fn not_json(language: Language, line: usize, column: usize) -> String {
    match language {
        English => format!("The file is not JSON: line {line}, column {column}."),
        Korean => format!("JSON 파일이 아닙니다: {line}행 {column}열."),
    }
}

/// The design has more of something than is allowed.
pub fn over_limit(language: Language, sentence: &str, limit: usize) -> String {
    let limit = number::count(limit as u64);
    match language {
        English => format!("{sentence} The limit is {limit}."),
        Korean => format!("{sentence} 한도는 {limit}개입니다."),
    }
}

/// The worker stopped and was restarted from the design; nothing is lost.
pub fn worker_restarted(language: Language, reason: &str) -> String {
    match language {
        English => format!("The simulation stopped and was restarted: {reason}. Your design is unchanged."),
        Korean => format!("시뮬레이션이 중지되어 다시 시작했습니다: {reason}. 설계는 그대로입니다."),
    }
}

/// The worker sent nothing for too long.
pub fn worker_silent(language: Language, silent_s: f64) -> String {
    let time = number::duration(language, silent_s);
    match language {
        English => format!("no answer for {time}"),
        Korean => format!("{time} 동안 응답 없음"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_english_sentences() {
        assert_eq!(speed_held(English, 60.0, 23.4), "23.4× of 60×: this machine cannot hold more");
        assert_eq!(announce_added(English, "api", Some("vpc")), "Added api to vpc.");
        assert_eq!(zoom_level(English, 0.875), "88 %");
        assert_eq!(
            could_not_open(English, "The link is too long."),
            "The design could not be opened. The link is too long."
        );
    }

    #[test]
    fn values_stand_in_korean_sentences() {
        assert_eq!(speed_held(Korean, 60.0, 23.4), "60× 중 23.4×: 이 기기의 최대 속도입니다");
        assert_eq!(announce_added(Korean, "주문 DB", Some("vpc")), "vpc에 주문 DB를 추가했습니다.");
        assert_eq!(announce_moved(Korean, "서울", None, [8, -16]), "서울을 8, -16 위치로 이동했습니다.");
        assert_eq!(worker_silent(Korean, 10.0), "10초 동안 응답 없음");
    }
}
