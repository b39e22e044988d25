//! What the inspector says of several selected things, and how the page may look.

use ninepins_model::parts::TableError;
use ninepins_model::{Kind, WireKind};

use crate::kinds::{kind_name, wire_kind_name};
use crate::{Language, number};

/// Plain texts of the inspector and of the choice of colours.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct InspectorTexts {
    pub several_help: &'static str,
    pub main_route_table: &'static str,
    pub mixed: &'static str,
    pub mixed_help: &'static str,
    pub nothing_in_common: &'static str,
    pub selected: &'static str,
    pub settings_of_parts: &'static str,
    pub settings_of_wires: &'static str,
    pub bad_block: &'static str,
    pub bad_code: &'static str,
    pub bad_host: &'static str,
    pub table_hint: &'static str,
    pub table_file: &'static str,
    pub theme_system: &'static str,
    pub theme_contrast: &'static str,
}

const ENGLISH: InspectorTexts = InspectorTexts {
    several_help: "What you set here is set on all of them, as one step.",
    main_route_table: "Main route table",
    mixed: "Mixed",
    mixed_help: "Values differ. What you choose here is set on all.",
    nothing_in_common: "They have no settings in common.",
    selected: "Selected",
    settings_of_parts: "Settings of the blocks",
    settings_of_wires: "Settings of the wires",
    bad_block: "Write a block such as 10.0.0.0/16, from /16 to /28.",
    bad_code: "Write a code such as ap-northeast-2, or ap-northeast-2a for a zone.",
    bad_host: "Write a host name such as api.example.com.",
    table_hint: "seconds,requests per second",
    table_file: "Upload a CSV file",
    theme_system: "System",
    theme_contrast: "High contrast",
};

const KOREAN: InspectorTexts = InspectorTexts {
    several_help: "여기서 설정한 값은 선택한 모두에 한 단계로 적용됩니다.",
    main_route_table: "기본 라우팅 테이블",
    mixed: "서로 다름",
    mixed_help: "값이 서로 다릅니다. 여기서 선택한 값이 모두에 적용됩니다.",
    nothing_in_common: "공통된 설정이 없습니다.",
    selected: "선택한 항목",
    settings_of_parts: "블록 설정",
    settings_of_wires: "연결 설정",
    bad_block: "10.0.0.0/16과 같이 /16에서 /28 사이의 블록을 입력하십시오.",
    bad_code: "ap-northeast-2, 가용 영역은 ap-northeast-2a와 같이 입력하십시오.",
    bad_host: "api.example.com과 같은 호스트 이름을 입력하십시오.",
    table_hint: "초,초당 요청 수",
    table_file: "CSV 파일 올리기",
    theme_system: "시스템",
    theme_contrast: "고대비",
};

/// The inspector's texts in a language.
pub const fn inspector_texts(language: Language) -> &'static InspectorTexts {
    match language {
        Language::English => &ENGLISH,
        Language::Korean => &KOREAN,
    }
}

/// Which kinds are selected: `EC2 instance × 2, Target group`.
pub fn selected_kinds(language: Language, parts: &[(Kind, usize)], wires: &[(WireKind, usize)]) -> String {
    let parts = parts.iter().map(|(kind, count)| (kind_name(language, *kind), *count));
    let wires = wires.iter().map(|(kind, count)| (wire_kind_name(language, *kind), *count));
    let texts: Vec<String> = parts
        .chain(wires)
        .map(|(name, count)| match count {
            1 => name.to_owned(),
            count => format!("{name} × {}", number::count(count as u64)),
        })
        .collect();
    texts.join(", ")
}

/// Why a table of rates is not taken.
pub fn table_problem(language: Language, problem: TableError) -> String {
    let (line, english, korean) = match problem {
        TableError::Empty => {
            return language.pick(("The table has no points.", "표에 점이 없습니다.")).to_owned();
        }
        TableError::TooLong => {
            return language
                .pick(("The table has more than 2,000 points.", "표의 점이 2,000개를 넘습니다."))
                .to_owned();
        }
        TableError::NotTwoNumbers(line) => {
            (line, "needs two numbers: seconds and requests per second", "에는 초와 초당 요청 수 두 값이 필요합니다")
        }
        TableError::OutOfRange(line) => {
            (line, "has a number that is negative or too large", "에 음수이거나 너무 큰 값이 있습니다")
        }
        TableError::NotInOrder(line) => (line, "is earlier than the line before", "의 시각이 앞줄보다 이릅니다"),
    };
    match language {
        Language::English => format!("Line {line} {english}."),
        Language::Korean => format!("{line}번째 줄{korean}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selected_kinds_are_counted() {
        let said = selected_kinds(Language::English, &[(Kind::Ec2, 2), (Kind::Alb, 1)], &[(WireKind::Pool, 3)]);
        assert_eq!(said, "EC2 instance × 2, Load balancer (ALB), Connection pool × 3");
    }
}
