//! What only the page says: messages about links, files and storage, experiments to try, charts.

use crate::{Language, number};

/// Plain texts of the page beyond [`crate::Texts`].
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct PageTexts {
    pub file: &'static str,
    pub share_address: &'static str,
    pub share_ready: &'static str,
    pub wrong_version: &'static str,
    pub worker_gave_up: &'static str,
    pub worker_failed: &'static str,
    pub worker_not_loaded: &'static str,
    pub not_loaded: &'static str,
    pub loading: &'static str,
    pub autosave_broken: &'static str,
    pub crashed: &'static str,
    pub crash_details: &'static str,
    pub messages: &'static str,
    pub try_this: &'static str,
    pub try_zone: &'static str,
    pub try_zone_help: &'static str,
    pub try_database: &'static str,
    pub try_database_help: &'static str,
    pub try_instance: &'static str,
    pub try_instance_help: &'static str,
    pub try_spike: &'static str,
    pub try_spike_help: &'static str,
    pub this_run: &'static str,
    pub requests: &'static str,
    pub succeeded: &'static str,
    pub failed: &'static str,
    pub in_flight: &'static str,
    pub availability: &'static str,
    pub by_cause: &'static str,
    pub no_failures: &'static str,
    /// In the seconds that a chart shows.
    pub no_failures_shown: &'static str,
    /// The same where some failed before.
    pub failures_before: &'static str,
    pub lasting: &'static str,
    pub to_the_end: &'static str,
    pub rules: &'static str,
    pub no_rules: &'static str,
    pub rule_from: &'static str,
    pub rule_port: &'static str,
    pub anywhere: &'static str,
    pub public_subnet: &'static str,
    pub add_line: &'static str,
    pub not_a_number: &'static str,
    pub older_entries: &'static str,
    pub jump_to_time: &'static str,
    pub events: &'static str,
    pub remove_event: &'static str,
    pub last_ten_minutes: &'static str,
    pub whole_run: &'static str,
    pub chart_range: &'static str,
    pub close_sheet: &'static str,
    pub desired: &'static str,
    pub in_service: &'static str,
    pub pending: &'static str,
    pub connections: &'static str,
    pub cpu: &'static str,
    pub lag: &'static str,
    pub instances: &'static str,
    pub oldest: &'static str,
    /// Over the processes of a group that can be suspended.
    pub suspend_process: &'static str,
    pub latency: &'static str,
}

static ENGLISH: PageTexts = PageTexts {
    file: "File",
    share_address: "Link to this design",
    share_ready: "The link holds the whole design, the seed and the timeline. Nothing is uploaded.",
    wrong_version: "A newer version of Ninepins is ready. Reload the page to use it.",
    worker_failed: "an error in its program",
    worker_not_loaded: "A part of the simulation did not arrive. Check the network and try again. Your design is unchanged.",
    not_loaded: "A part of the page did not arrive. Check the network and try again; if that does not help, reload the page.",
    loading: "Loading…",
    worker_gave_up: "The simulation keeps stopping. Your design is kept: change it, then try again.",
    autosave_broken: "The design saved in this browser could not be read. It was put aside, and the example opened instead.",
    crashed: "Ninepins has stopped because of an error in its program. Your design is kept: save it as a file, then reload the page.",
    crash_details: "Details",
    messages: "Messages",
    try_this: "Try this",
    try_zone: "Power off a zone",
    try_zone_help: "Everything in the first Availability Zone vanishes for ten minutes.",
    try_database: "Fail the database's primary",
    try_database_help: "Its host dies. See how long writes fail until the standby takes over.",
    try_instance: "Terminate an instance",
    try_instance_help: "It is gone at once. See who takes its requests.",
    try_spike: "Five times the traffic",
    try_spike_help: "For five minutes. See what gives way, and whether scaling comes in time.",
    this_run: "This run",
    requests: "Requests",
    succeeded: "Answered",
    failed: "Failed",
    in_flight: "In flight",
    availability: "Success rate",
    by_cause: "Failures by cause",
    no_failures: "No request has failed.",
    no_failures_shown: "No request failed in this time.",
    failures_before: "None now. Earlier: “Whole run”.",
    lasting: "How long it lasts",
    to_the_end: "to the end",
    rules: "Inbound rules",
    no_rules: "No rule admits anything.",
    rule_from: "From",
    rule_port: "Port",
    anywhere: "anywhere",
    public_subnet: "Public: route to the internet gateway",
    add_line: "One per line",
    not_a_number: "This is not a number.",
    older_entries: "Older entries…",
    jump_to_time: "Simulated time to go to",
    events: "Events",
    remove_event: "Remove event",
    last_ten_minutes: "10 min",
    whole_run: "Whole run",
    chart_range: "Time shown",
    close_sheet: "Close panel",
    desired: "Desired",
    in_service: "In service",
    pending: "Starting",
    connections: "Conn.",
    cpu: "CPU",
    lag: "Lag",
    instances: "Instances",
    oldest: "oldest",
    suspend_process: "Suspend a process",
    latency: "Latency, ms",
};

static KOREAN: PageTexts = PageTexts {
    file: "파일",
    share_address: "이 설계의 링크",
    share_ready: "링크에 설계 전체와 시드, 타임라인이 들어 있습니다. 서버로 전송되는 것은 없습니다.",
    wrong_version: "새 버전의 Ninepins가 준비되었습니다. 페이지를 새로 고쳐 사용하십시오.",
    worker_failed: "프로그램 오류",
    worker_not_loaded: "시뮬레이션의 일부를 받지 못했습니다. 네트워크를 확인하고 다시 시도하십시오. 설계는 그대로입니다.",
    not_loaded: "페이지의 일부를 받지 못했습니다. 네트워크를 확인하고 다시 시도하십시오. 그래도 안 되면 페이지를 새로 고치십시오.",
    loading: "불러오는 중…",
    worker_gave_up: "시뮬레이션이 계속 멈춥니다. 설계는 그대로 있습니다. 설계를 바꾼 뒤 다시 시도하십시오.",
    autosave_broken: "이 브라우저에 저장된 설계를 읽을 수 없어 따로 보관하고 예제를 열었습니다.",
    crashed: "프로그램 오류로 Ninepins가 멈췄습니다. 설계는 그대로 있습니다. 파일로 저장한 뒤 페이지를 새로 고치십시오.",
    crash_details: "자세한 내용",
    messages: "알림",
    try_this: "해 보기",
    try_zone: "가용 영역 전원 끄기",
    try_zone_help: "첫 번째 가용 영역의 모든 것이 10분 동안 사라집니다.",
    try_database: "데이터베이스 기본 인스턴스 장애",
    try_database_help: "호스트가 멈춥니다. 예비 인스턴스가 넘겨받을 때까지 쓰기가 얼마나 실패하는지 보십시오.",
    try_instance: "인스턴스 종료",
    try_instance_help: "인스턴스가 바로 사라집니다. 요청을 누가 이어받는지 보십시오.",
    try_spike: "트래픽 5배",
    try_spike_help: "5분 동안 이어집니다. 무엇이 먼저 버티지 못하는지, 조정이 제때 따라오는지 보십시오.",
    this_run: "이번 실행",
    requests: "요청",
    succeeded: "응답",
    failed: "실패",
    in_flight: "처리 중",
    availability: "성공률",
    by_cause: "원인별 실패",
    no_failures: "실패한 요청이 없습니다.",
    no_failures_shown: "이 시간에 실패한 요청이 없습니다.",
    failures_before: "지금은 없습니다. 이전 실패는 ‘전체’에 있습니다.",
    lasting: "지속 시간",
    to_the_end: "끝까지",
    rules: "인바운드 규칙",
    no_rules: "허용하는 규칙이 없습니다.",
    rule_from: "소스",
    rule_port: "포트",
    anywhere: "모든 위치",
    public_subnet: "퍼블릭: 인터넷 게이트웨이로 라우팅",
    add_line: "한 줄에 하나씩",
    not_a_number: "숫자가 아닙니다.",
    older_entries: "이전 항목…",
    jump_to_time: "이동할 시뮬레이션 시각",
    events: "이벤트",
    remove_event: "이벤트 삭제",
    last_ten_minutes: "10분",
    whole_run: "전체",
    chart_range: "표시 구간",
    close_sheet: "패널 닫기",
    desired: "목표",
    in_service: "서비스 중",
    pending: "시작 중",
    connections: "연결",
    cpu: "CPU",
    lag: "지연",
    instances: "인스턴스",
    oldest: "가장 오래된 것",
    suspend_process: "프로세스 일시 중단",
    latency: "지연 시간, ms",
};

/// The page's own texts in a language.
pub const fn page_texts(language: Language) -> &'static PageTexts {
    match language {
        Language::English => &ENGLISH,
        Language::Korean => &KOREAN,
    }
}

/// The link is longer than some programs keep whole.
pub fn link_is_long(language: Language, characters: usize) -> String {
    let characters = number::count(characters as u64);
    match language {
        Language::English => format!(
            "The link has {characters} characters, and some programs cut links after 2,000. A file is safer: export it instead."
        ),
        Language::Korean => {
            format!(
                "링크가 {characters}자입니다. 2,000자가 넘는 링크를 자르는 프로그램이 있으므로 파일로 내보내는 편이 안전합니다."
            )
        }
    }
}

/// The link's length.
pub fn link_length(language: Language, characters: usize) -> String {
    let characters = number::count(characters as u64);
    match language {
        Language::English => format!("The link has {characters} characters."),
        Language::Korean => format!("링크의 길이는 {characters}자입니다."),
    }
}

/// Something in an opened document was changed so that it could be opened. `sentences` say what.
pub fn repaired(language: Language, sentences: &[String]) -> String {
    let list = sentences.join(" ");
    match language {
        Language::English => format!("The design was opened with changes. {list}"),
        Language::Korean => format!("설계를 일부 고쳐서 열었습니다. {list}"),
    }
}

/// A field that is not known.
pub fn repair_unknown_field(language: Language, path: &str) -> String {
    match language {
        Language::English => format!("“{path}” is not known here and was left out."),
        Language::Korean => format!("‘{path}’: 알 수 없는 항목이라 제외했습니다."),
    }
}

/// A number out of its range.
pub fn repair_clamped(language: Language, path: &str, from: f64, to: f64) -> String {
    let (from, to) = (number::number(from), number::number(to));
    match language {
        Language::English => format!("“{path}” was {from} and is now {to}."),
        Language::Korean => format!("‘{path}’: 값을 바꿨습니다({from} → {to})."),
    }
}

/// A value that is no choice.
pub fn repair_unknown_choice(language: Language, path: &str, value: &str) -> String {
    match language {
        Language::English => format!("“{path}” was “{value}”, which is no choice, and is now the default."),
        Language::Korean => format!("‘{path}’: 선택할 수 없는 값 ‘{value}’ 대신 기본값을 사용합니다."),
    }
}

/// A text that was cleaned or shortened.
pub fn repair_text(language: Language, path: &str) -> String {
    match language {
        Language::English => format!("The text of “{path}” was shortened or cleaned."),
        Language::Korean => format!("‘{path}’의 텍스트를 줄이거나 정리했습니다."),
    }
}

/// A part that lay inside itself.
pub fn repair_cycle(language: Language, part: &str) -> String {
    match language {
        Language::English => format!("“{part}” lay inside itself and was put on the open canvas."),
        Language::Korean => format!("‘{part}’: 자기 자신 안에 있어 캔버스로 옮겼습니다."),
    }
}

/// The events were not in the order of time.
pub fn repair_order(language: Language) -> String {
    match language {
        Language::English => "The events were brought into the order of time.".into(),
        Language::Korean => "이벤트를 시간 순서로 정렬했습니다.".into(),
    }
}

/// More repairs than are shown.
pub fn repair_more(language: Language, count: usize) -> String {
    match language {
        Language::English => format!("{count} more changes were made."),
        Language::Korean => format!("그 밖에 {count}건을 더 고쳤습니다."),
    }
}

/// A time of the simulated clock out of all of it, for the scrubber.
pub fn time_of(language: Language, now_s: u64, duration_s: u64) -> String {
    let (now, whole) = (number::clock(now_s), number::clock(duration_s));
    match language {
        Language::English => format!("{now} of {whole}"),
        Language::Korean => format!("{whole} 중 {now}"),
    }
}

/// A part's traffic now: `388 /s, 84 ms`.
pub fn latency_and_rate(language: Language, per_second: f64, latency_ms: f64) -> String {
    format!("{}, {}", number::rate(language, per_second), number::latency(language, latency_ms))
}
