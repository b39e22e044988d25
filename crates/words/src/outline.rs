//! The outline: the design read as text.

use ninepins_model::Kind;
use ninepins_report::Health;

use crate::Language::{self, English, Korean};
use crate::kinds::kind_name;
use crate::number;
use crate::particle::{object, towards};
use crate::states::health_name;

/// Plain texts of the outline.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct OutlineTexts {
    pub open: &'static str,
    pub tree: &'static str,
    pub text: &'static str,
    pub mode: &'static str,
    pub tree_help: &'static str,
    pub nothing_chosen: &'static str,
    pub empty: &'static str,
    pub container: &'static str,
    pub open_canvas: &'static str,
    pub connections: &'static str,
    pub no_connections: &'static str,
    pub connect: &'static str,
    pub connect_to: &'static str,
    pub choose: &'static str,
    pub no_targets: &'static str,
    pub add_here: &'static str,
    pub add_inside: &'static str,
    pub kind: &'static str,
    pub show: &'static str,
    pub settings: &'static str,
    pub text_label: &'static str,
    pub text_help: &'static str,
    pub text_changed: &'static str,
    pub text_same: &'static str,
    pub text_applied: &'static str,
    pub apply: &'static str,
    pub discard: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub blocks: &'static str,
}

const ENGLISH: OutlineTexts = OutlineTexts {
    open: "Outline…",
    tree: "Blocks",
    text: "Edit as text",
    mode: "Show the design as",
    tree_help: "Arrow keys walk the tree, Enter edits, Delete removes.",
    nothing_chosen: "Choose a block to edit it.",
    empty: "The design is empty. Add a block to begin.",
    container: "Inside",
    open_canvas: "Open canvas",
    connections: "Connections",
    no_connections: "Not connected to anything.",
    connect: "Connect",
    connect_to: "Connect to",
    choose: "Choose…",
    no_targets: "There is nothing more to connect it to.",
    add_here: "Add a block to the open canvas",
    add_inside: "Add a block inside",
    kind: "Kind of block",
    show: "All settings",
    settings: "Settings",
    text_label: "The design as JSON",
    text_help: "What you change here is applied as one step, which can be undone.",
    text_changed: "Not applied yet. It is kept here until you apply or discard it.",
    text_same: "The text says what the design already is.",
    text_applied: "The text was applied to the design.",
    apply: "Apply",
    discard: "Discard changes",
    copy: "Copy",
    copied: "Copied.",
    blocks: "Blocks of the design",
};

const KOREAN: OutlineTexts = OutlineTexts {
    open: "개요…",
    tree: "블록",
    text: "텍스트로 편집",
    mode: "설계 표시 방식",
    tree_help: "화살표 키로 이동하고 Enter로 편집하며 Delete로 삭제합니다.",
    nothing_chosen: "편집할 블록을 선택하십시오.",
    empty: "설계가 비어 있습니다. 블록을 추가해 시작하십시오.",
    container: "위치",
    open_canvas: "캔버스(컨테이너 밖)",
    connections: "연결",
    no_connections: "연결된 블록이 없습니다.",
    connect: "연결",
    connect_to: "연결 대상",
    choose: "선택…",
    no_targets: "더 연결할 수 있는 블록이 없습니다.",
    add_here: "캔버스에 블록 추가",
    add_inside: "안에 블록 추가",
    kind: "블록 종류",
    show: "모든 설정",
    settings: "설정",
    text_label: "JSON 형식의 설계",
    text_help: "여기서 변경한 내용은 실행 취소할 수 있는 한 단계로 적용됩니다.",
    text_changed: "아직 적용되지 않았습니다. 적용하거나 취소할 때까지 여기에 보관됩니다.",
    text_same: "텍스트가 현재 설계와 같습니다.",
    text_applied: "텍스트를 설계에 적용했습니다.",
    apply: "적용",
    discard: "변경 내용 취소",
    copy: "복사",
    copied: "복사했습니다.",
    blocks: "설계의 블록",
};

/// The outline's texts in a language.
pub const fn outline_texts(language: Language) -> &'static OutlineTexts {
    match language {
        English => &ENGLISH,
        Korean => &KOREAN,
    }
}

/// What a line of the outline tells.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineLine<'a> {
    /// The part's name.
    pub name: &'a str,
    /// Its kind.
    pub kind: Kind,
    /// The container it lies in: kind and name.
    pub container: Option<(Kind, &'a str)>,
    /// How it does, where the run has it.
    pub health: Option<Health>,
    /// Requests per second.
    pub rate: f64,
    /// How many parts lie in it.
    pub content: usize,
    /// What it sends to: kinds and names.
    pub targets: Vec<(Kind, &'a str)>,
}

/// A line as it is read aloud: "web, Application Load Balancer, in VPC vpc, healthy, 164 requests per second; sends to
/// Auto Scaling group api".
pub fn outline_sentence(language: Language, line: &OutlineLine) -> String {
    let named = |(kind, name): &(Kind, &str)| format!("{} {name}", kind_name(language, *kind));
    let mut facts = vec![line.name.to_owned(), kind_name(language, line.kind).to_owned()];
    if let Some(container) = &line.container {
        let container = named(container);
        facts.push(match language {
            English => format!("in {container}"),
            Korean => format!("{container} 안"),
        });
    }
    facts.extend(line.health.map(|health| health_name(language, health).to_lowercase()));
    if line.rate >= 0.05 {
        let rate = number::rounded(line.rate);
        facts.push(match language {
            English => format!("{rate} requests per second"),
            Korean => format!("초당 요청 {rate}건"),
        });
    }
    if line.content > 0 {
        facts.push(content(language, line.content));
    }
    let facts = facts.join(", ");
    if line.targets.is_empty() {
        return facts;
    }
    let targets: Vec<String> = line.targets.iter().map(named).collect();
    let targets = targets.join(", ");
    match language {
        English => format!("{facts}; sends to {targets}"),
        Korean => format!("{facts}; {} 전송", towards(&targets)),
    }
}

fn content(language: Language, count: usize) -> String {
    match (language, count) {
        (English, 1) => "1 block inside".into(),
        (English, count) => format!("{} blocks inside", number::count(count as u64)),
        (Korean, count) => format!("안에 블록 {}개", number::count(count as u64)),
    }
}

/// A possible connection: "to api (Target group)" or, where it would start at the other end, "from users (Client)".
pub fn connection_choice(language: Language, other: &str, kind: &str, incoming: bool) -> String {
    match (language, incoming) {
        (English, false) => format!("to {other} ({kind})"),
        (English, true) => format!("from {other} ({kind})"),
        (Korean, false) => format!("{} ({kind})", towards(other)),
        (Korean, true) => format!("{other}에서 ({kind})"),
    }
}

/// What the button that removes a connection is called.
pub fn remove_connection(language: Language, wire: &str) -> String {
    match language {
        English => format!("Remove the connection {wire}"),
        Korean => format!("연결 {wire} 삭제"),
    }
}

/// A part was moved into a container.
pub fn announce_moved_into(language: Language, name: &str, container: &str) -> String {
    match language {
        English => format!("Moved {name} into {container}."),
        Korean => format!("{} {} 이동했습니다.", object(name), towards(container)),
    }
}

/// A part was renamed.
pub fn announce_renamed(language: Language, old: &str, new: &str) -> String {
    match language {
        English => format!("Renamed {old} to {new}."),
        Korean => format!("{old}의 이름을 {} 변경했습니다.", towards(new)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> OutlineLine<'static> {
        OutlineLine {
            name: "web",
            kind: Kind::Alb,
            container: Some((Kind::Vpc, "vpc")),
            health: Some(Health::Healthy),
            rate: 164.2,
            content: 0,
            targets: vec![(Kind::Asg, "api")],
        }
    }

    #[test]
    fn a_line_reads_as_a_sentence() {
        assert_eq!(
            outline_sentence(English, &line()),
            "web, Load balancer (ALB), in VPC vpc, healthy, 164 requests per second; sends to Auto Scaling group api"
        );
        let korean = outline_sentence(Korean, &line());
        assert!(korean.starts_with("web, 로드 밸런서(ALB), VPC vpc 안, 정상, 초당 요청 164건; "), "{korean}");
    }

    #[test]
    fn what_a_line_does_not_know_is_left_out() {
        let line = OutlineLine { container: None, health: None, rate: 0.0, content: 3, targets: Vec::new(), ..line() };
        assert_eq!(outline_sentence(English, &line), "web, Load balancer (ALB), 3 blocks inside");
    }
}
