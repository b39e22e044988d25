//! The same run with other seeds.

use crate::Language;
use crate::number::{count, duration};

/// Texts of the comparison.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct SeedsTexts {
    pub intro: &'static str,
    pub how_many: &'static str,
    pub run: &'static str,
    pub cancel: &'static str,
    pub no_worker: &'static str,
    pub seed: &'static str,
    pub success: &'static str,
    pub failed: &'static str,
    pub failing: &'static str,
    pub worst_p95: &'static str,
    pub least: &'static str,
    pub median: &'static str,
    pub most: &'static str,
    pub open: &'static str,
    /// The button in the overview.
    pub compare: &'static str,
}

const ENGLISH: SeedsTexts = SeedsTexts {
    intro: "A seed decides when each request comes and how long each step takes. The same design and timeline with other seeds \
            show how much of what you saw was chance.",
    how_many: "How many",
    run: "Run",
    cancel: "Cancel",
    no_worker: "The simulation could not be started, or stopped. Try again.",
    seed: "Seed",
    success: "Success rate",
    failed: "Failed requests",
    failing: "Time with failures",
    worst_p95: "Slowest p95 of a second",
    least: "Least",
    median: "Median",
    most: "Most",
    open: "Open",
    compare: "Compare with other seeds",
};

const KOREAN: SeedsTexts = SeedsTexts {
    intro: "시드는 요청이 언제 오고 각 단계가 얼마나 걸리는지를 정합니다. 같은 설계와 타임라인을 다른 시드로 실행하면 지금 본 결과가 얼마나 \
            우연이었는지 알 수 있습니다.",
    how_many: "실행 횟수",
    run: "실행",
    cancel: "취소",
    no_worker: "시뮬레이션을 시작하지 못했거나 중단되었습니다. 다시 시도하십시오.",
    seed: "시드",
    success: "성공률",
    failed: "실패한 요청",
    failing: "실패가 있던 시간",
    worst_p95: "가장 느린 1초의 p95",
    least: "최소",
    median: "중앙값",
    most: "최대",
    open: "열기",
    compare: "다른 시드와 비교",
};

/// Texts of the comparison.
pub const fn seeds_texts(language: Language) -> &'static SeedsTexts {
    match language {
        Language::English => &ENGLISH,
        Language::Korean => &KOREAN,
    }
}

/// How many other seeds: "20 other seeds".
pub fn seeds_other_runs(language: Language, seeds: usize) -> String {
    match language {
        Language::English => format!("{seeds} other seeds"),
        Language::Korean => format!("다른 시드 {seeds}개"),
    }
}

/// How many have ended: "7 of 20".
pub fn seeds_progress(language: Language, ended: usize, of: usize) -> String {
    match language {
        Language::English => format!("{ended} of {of}"),
        Language::Korean => format!("{of}개 중 {ended}개"),
    }
}

/// A time of whole seconds.
pub fn seeds_seconds(language: Language, seconds: f64) -> String {
    duration(language, seconds)
}

/// Said when all have ended.
pub fn announce_seeds(language: Language, of: usize) -> String {
    let of = count(of as u64);
    match language {
        Language::English => format!("{of} seeds have run."),
        Language::Korean => format!("시드 {of}개를 실행했습니다."),
    }
}
