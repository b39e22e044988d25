//! States of a run, its parts and its members; steps of the history.

use ninepins_model::Change;
use ninepins_report::{Health, MemberRole, MemberState, RunState};

use crate::Language;

/// What the run is doing.
pub const fn run_state_name(language: Language, state: RunState) -> &'static str {
    let texts = crate::texts(language);
    match state {
        RunState::Running => texts.running,
        RunState::CatchingUp => texts.catching_up,
        RunState::Finished => texts.finished,
        RunState::Stopped => texts.stopped,
    }
}

/// How a part does.
pub const fn health_name(language: Language, health: Health) -> &'static str {
    language.pick(match health {
        Health::Idle => ("Idle", "유휴"),
        Health::Healthy => ("Healthy", "정상"),
        Health::Strained => ("Strained", "부하 높음"),
        Health::Failing => ("Failing", "장애"),
    })
}

/// How a member does.
pub const fn member_state_name(language: Language, state: MemberState) -> &'static str {
    language.pick(match state {
        MemberState::Starting => ("Starting", "시작 중"),
        MemberState::Healthy => ("Healthy", "정상"),
        MemberState::Strained => ("Strained", "부하 높음"),
        MemberState::Unhealthy => ("Unhealthy", "비정상"),
        MemberState::Draining => ("Draining", "연결 드레이닝 중"),
        MemberState::Down => ("Down", "중단됨"),
    })
}

/// What a member is.
pub const fn member_role_name(language: Language, role: MemberRole) -> &'static str {
    language.pick(match role {
        MemberRole::Node => ("Load balancer node", "로드 밸런서 노드"),
        MemberRole::Instance => ("Instance", "인스턴스"),
        MemberRole::Primary => ("Primary", "기본 인스턴스"),
        MemberRole::Standby => ("Standby", "예비 인스턴스"),
        MemberRole::Replica => ("Read replica", "읽기 전용 복제본"),
    })
}

/// A step of the history, as it follows "undo".
pub const fn change_name(language: Language, change: Change) -> &'static str {
    language.pick(match change {
        Change::Add => ("add", "추가"),
        Change::Remove => ("remove", "삭제"),
        Change::Move => ("move", "이동"),
        Change::Resize => ("resize", "크기 조정"),
        Change::Wire => ("wire", "연결"),
        Change::Unwire => ("unwire", "연결 해제"),
        Change::Setting => ("change of a setting", "설정 변경"),
        Change::Rename => ("rename", "이름 변경"),
        Change::Timeline => ("change of the timeline", "타임라인 변경"),
        Change::Network => ("change of a network rule", "네트워크 규칙 변경"),
        Change::Open => ("open", "열기"),
        Change::Paste => ("paste", "붙여넣기"),
        Change::Arrange => ("arrangement", "정렬"),
        Change::Collapse => ("collapsing", "접기"),
        Change::Text => ("edit as text", "텍스트 편집"),
        Change::Fix => ("fix", "문제 해결"),
    })
}

/// "Undo move".
pub fn undo_change(language: Language, change: Change) -> String {
    let change = change_name(language, change);
    match language {
        Language::English => format!("Undo {change}"),
        Language::Korean => format!("{change} 실행 취소"),
    }
}

/// "Redo move".
pub fn redo_change(language: Language, change: Change) -> String {
    let change = change_name(language, change);
    match language {
        Language::English => format!("Redo {change}"),
        Language::Korean => format!("{change} 다시 실행"),
    }
}
