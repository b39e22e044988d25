//! What AWS promises for a design.

use crate::Language;
use crate::number::duration;

/// Minutes of an average month (SLA-08).
const MONTH_MIN: f64 = 43_830.0;

/// Texts about the promise.
#[derive(Debug)]
pub struct SlaTexts {
    /// The heading of the sum.
    pub promised: &'static str,
    /// How it comes about, and what it is not.
    pub basis: &'static str,
}

const ENGLISH: SlaTexts = SlaTexts {
    promised: "AWS's SLAs together",
    basis: "What AWS promises for each service a request needs, multiplied. It is a promise of a refund, not a \
            prediction: compare it with what you measure.",
};

const KOREAN: SlaTexts = SlaTexts {
    promised: "AWS 복합 SLA",
    basis: "요청에 필요한 서비스마다 AWS가 약속한 가용성을 곱했습니다. 예측이 아니라 환불 약속이므로 측정한 값과 \
            비교하십시오.",
};

/// Texts about the promise.
pub const fn sla_texts(language: Language) -> &'static SlaTexts {
    match language {
        Language::English => &ENGLISH,
        Language::Korean => &KOREAN,
    }
}

/// The downtime that an availability leaves in a month: "74 min a month".
pub fn downtime(language: Language, availability: f64) -> String {
    let time = duration(language, (1.0 - availability) * MONTH_MIN * 60.0);
    match language {
        Language::English => format!("{time} down a month"),
        Language::Korean => format!("한 달에 {time} 중단"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_nines_and_a_half_leave_twenty_two_minutes() {
        assert_eq!(downtime(Language::English, 0.9995), "21 min 55 s down a month");
    }
}
