//! The first-visit tour.

use crate::Language;

/// What the tour points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TourStop {
    /// Play and pause.
    Play,
    /// A zone on the canvas.
    Zone,
    /// What to try, in the inspector.
    Experiments,
    /// The log.
    Log,
    /// The link.
    Share,
}

/// What the tour says beside its stops.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct TourTexts {
    pub tour: &'static str,
    pub menu_item: &'static str,
    pub question: &'static str,
    pub accept: &'static str,
    pub decline: &'static str,
    pub next: &'static str,
    pub back: &'static str,
    pub skip: &'static str,
    pub done: &'static str,
}

static ENGLISH: TourTexts = TourTexts {
    tour: "Tour",
    menu_item: "Take the tour",
    question: "New here?",
    accept: "Take the 30-second tour",
    decline: "No thanks",
    next: "Next",
    back: "Back",
    skip: "Skip",
    done: "Done",
};

static KOREAN: TourTexts = TourTexts {
    tour: "둘러보기",
    menu_item: "둘러보기 시작",
    question: "처음이십니까?",
    accept: "30초 둘러보기",
    decline: "괜찮습니다",
    next: "다음",
    back: "이전",
    skip: "건너뛰기",
    done: "완료",
};

/// The tour's words in a language.
pub const fn tour_texts(language: Language) -> &'static TourTexts {
    match language {
        Language::English => &ENGLISH,
        Language::Korean => &KOREAN,
    }
}

impl TourStop {
    /// Every stop, in order.
    pub const ALL: [TourStop; 5] =
        [TourStop::Play, TourStop::Zone, TourStop::Experiments, TourStop::Log, TourStop::Share];

    /// What is pointed at, as a heading.
    pub const fn title(self, language: Language) -> &'static str {
        language.pick(match self {
            TourStop::Play => ("It really runs, in this browser", "이 브라우저에서 실제로 실행됩니다"),
            TourStop::Zone => ("Every block is alive", "모든 블록이 살아 있습니다"),
            TourStop::Experiments => ("Knock it over", "넘어뜨려 보십시오"),
            TourStop::Log => ("See what happened, and why", "무슨 일이 왜 일어났는지 보십시오"),
            TourStop::Share => ("Pass it on", "공유하십시오"),
        })
    }

    /// What to know of it, in a sentence or two.
    pub const fn text(self, language: Language) -> &'static str {
        language.pick(match self {
            TourStop::Play => (
                "Requests flow through this architecture one by one. Play, pause and choose the speed here.",
                "요청이 하나씩 이 아키텍처를 지나갑니다. 여기에서 재생하고 멈추고 속도를 고르십시오.",
            ),
            TourStop::Zone => (
                "Select a block, or a whole zone, to see its numbers, its settings and the ways it can fail.",
                "블록이나 가용 영역 전체를 선택하면 수치와 설정, 일으킬 수 있는 장애가 보입니다.",
            ),
            TourStop::Experiments => (
                "With nothing selected, the inspector offers experiments: power off a zone, fail a database, in one press.",
                "아무것도 선택하지 않으면 인스펙터에 실험이 나옵니다. 한 번 눌러 가용 영역이나 데이터베이스를 멈춰 보십시오.",
            ),
            TourStop::Log => (
                "Each event names its cause: which health check noticed, who failed over, when it healed.",
                "어떤 상태 확인이 알아챘고 무엇이 장애 조치되었으며 언제 회복했는지, 사건마다 원인이 적힙니다.",
            ),
            TourStop::Share => (
                "A link holds the whole design with its timeline. Whoever opens it sees the same run.",
                "링크 하나에 설계와 타임라인이 모두 들어 있습니다. 여는 사람은 똑같은 실행을 보게 됩니다.",
            ),
        })
    }
}

/// Where the tour is: "2 of 5".
pub fn tour_progress(language: Language, stop: usize, stops: usize) -> String {
    match language {
        Language::English => format!("{stop} of {stops}"),
        Language::Korean => format!("{stops}단계 중 {stop}단계"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tour_is_read_in_less_than_forty_seconds() {
        // Adults read about 240 words of English a minute.
        let words: usize = TourStop::ALL
            .iter()
            .map(|stop| {
                let said = [stop.title(Language::English), stop.text(Language::English)];
                said.iter().map(|text| text.split_whitespace().count()).sum::<usize>()
            })
            .sum();
        assert!(words * 60 / 240 < 40, "{words} words");
    }
}
