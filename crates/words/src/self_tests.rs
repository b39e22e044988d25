//! The self-tests: what each is called, and why its result is what it must be.

use ninepins_model::self_tests::{Expected, SelfTest, SelfTestGroup};

use crate::Language::{self, English, Korean};
use crate::number::{decimal, number};
use crate::unit_suffix;

/// What a self-test is called, what it measures and where the expected result comes from.
#[derive(Debug)]
#[allow(missing_docs, reason = "the English text of each says what it is for")]
pub struct SelfTestTexts {
    pub name: &'static str,
    pub measures: &'static str,
    pub derivation: &'static str,
}

/// A group of self-tests.
pub const fn self_test_group_name(language: Language, group: SelfTestGroup) -> &'static str {
    language.pick(match group {
        SelfTestGroup::Queues => ("Queues", "대기열"),
        SelfTestGroup::Laws => ("Laws of every system", "모든 시스템의 법칙"),
        SelfTestGroup::Caches => ("Caches", "캐시"),
        SelfTestGroup::Retries => ("Retries", "재시도"),
        SelfTestGroup::Clocks => ("AWS's clocks", "AWS의 시간"),
    })
}

/// The texts of a self-test.
pub const fn self_test_texts(language: Language, test: SelfTest) -> &'static SelfTestTexts {
    match language {
        English => english(test),
        Korean => korean(test),
    }
}

macro_rules! texts {
    ($name:literal, $measures:literal, $derivation:literal) => {
        &SelfTestTexts { name: $name, measures: $measures, derivation: $derivation }
    };
}

const fn english(test: SelfTest) -> &'static SelfTestTexts {
    match test {
        SelfTest::OneServerHalfBusy => texts!(
            "M/M/1 at a load of 0.5",
            "Mean time at one processor",
            "50 requests a second of 10 ms each keep one processor busy half the time: S / (1 − ρ) = 10 ms / 0.5."
        ),
        SelfTest::OneServerFourFifthsBusy => texts!(
            "M/M/1 at a load of 0.8",
            "Mean time at one processor",
            "80 requests a second of 10 ms each: S / (1 − ρ) = 10 ms / 0.2. 60 % more load takes 2.5 times the time."
        ),
        SelfTest::TwoServers => texts!(
            "M/M/2 at a load of 0.8",
            "Mean time at two processors",
            "160 requests a second of 10 ms each share two processors: S / (1 − ρ²) = 10 ms / 0.36."
        ),
        SelfTest::EightServers => texts!(
            "M/M/8 at a load of 0.8",
            "Mean time at eight processors",
            "128 requests a second of 50 ms each. By Erlang's C formula 46 % wait, for 31 ms on average: 50 ms + 14.3 ms."
        ),
        SelfTest::ConstantService => texts!(
            "M/D/1 at a load of 0.8",
            "Mean time at one processor",
            "80 requests a second of exactly 10 ms each. By Pollaczek and Khinchine the wait is ρS (1 + C²) / (2 (1 − ρ)) with C = 0: 10 ms + 20 ms, half the wait of M/M/1."
        ),
        SelfTest::VariedService => texts!(
            "M/G/1 at a load of 0.5",
            "Mean time at one processor",
            "50 requests a second of 10 ms, log-normal with a standard deviation of twice the mean. By Pollaczek and Khinchine the wait is ρS (1 + C²) / (2 (1 − ρ)) with C = 2: 10 ms + 25 ms."
        ),
        SelfTest::LittlesLaw => texts!(
            "Little's law",
            "L ÷ (λ · W) of an Auto Scaling group",
            "The requests inside a group are their rate times the time they spend there, whatever the distributions: the quotient is 1."
        ),
        SelfTest::Conservation => texts!(
            "Conservation of requests",
            "Requests unaccounted for",
            "Twice the load the servers take, timeouts, retries, a zone lost, packets lost; then the traffic ends. Each request that started has ended exactly once: generated = ok + failed + in flight, and nothing is in flight."
        ),
        SelfTest::HitRatio => texts!(
            "Cache hit ratio",
            "Hit ratio of one file",
            "Asked for λ = 2 times a second and fresh for T = 2 s: each fetch is followed by λT hits, so λT / (1 + λT) = 4 / 5."
        ),
        SelfTest::EveryAttemptFails => texts!(
            "Retries when every attempt fails",
            "Attempts for each request",
            "With N = 2 retries a request becomes 1 + N attempts: an outage triples the traffic."
        ),
        SelfTest::HalfOfAttemptsFail => texts!(
            "Retries when half of the attempts fail",
            "Attempts for each request",
            "Attempt k happens if those before it failed: 1 + p + p² = (1 − p³) / (1 − p) = 1.75 with p = 0.5."
        ),
        SelfTest::TargetDetection => texts!(
            "A load balancer finds a lost target",
            "From the loss to unhealthy",
            "Checks every 30 s with a timeout of 5 s, two failures count: the first check comes 0 to 30 s after the loss, the second 30 s later, and 5 s pass until it has failed (ALB-01 to ALB-03)."
        ),
        SelfTest::DatabaseFailover => texts!(
            "A Multi-AZ database fails over",
            "From the failure to the last failed request",
            "A failover takes 60 to 120 s (RDS-02). Until then its DNS name points to the old primary; the record lives 5 s and the application keeps it for 5 s more (RDS-05, RDS-06)."
        ),
        SelfTest::ScalingAlarm => texts!(
            "Target tracking notices a rise",
            "From the rise to the alarm",
            "Three minutes above 50 % raise the alarm (ASG-03). From 30 % to 100 %, a minute counts from 17 s of the new load on: 137 to 197 s until the third has ended, 60 s until CloudWatch delivers it, and up to 60 s until the alarm looks (ASG-62)."
        ),
    }
}

const fn korean(test: SelfTest) -> &'static SelfTestTexts {
    match test {
        SelfTest::OneServerHalfBusy => texts!(
            "부하 0.5의 M/M/1",
            "프로세서 하나일 때의 평균 응답 시간",
            "10 ms짜리 요청이 초당 50개면 프로세서 하나의 사용률이 50%입니다. S / (1 − ρ) = 10 ms / 0.5입니다."
        ),
        SelfTest::OneServerFourFifthsBusy => texts!(
            "부하 0.8의 M/M/1",
            "프로세서 하나일 때의 평균 응답 시간",
            "10 ms짜리 요청이 초당 80개입니다. S / (1 − ρ) = 10 ms / 0.2입니다. 부하는 1.6배지만 시간은 2.5배가 됩니다."
        ),
        SelfTest::TwoServers => texts!(
            "부하 0.8의 M/M/2",
            "프로세서 둘에서 보낸 평균 시간",
            "10 ms짜리 요청 초당 160개를 프로세서 둘이 나눕니다. S / (1 − ρ²) = 10 ms / 0.36입니다."
        ),
        SelfTest::EightServers => texts!(
            "부하 0.8의 M/M/8",
            "프로세서 여덟에서 보낸 평균 시간",
            "50 ms짜리 요청이 초당 128개입니다. Erlang C 공식에 따르면 46%가 평균 31 ms를 기다리므로 50 ms + 14.3 ms입니다."
        ),
        SelfTest::ConstantService => texts!(
            "부하 0.8의 M/D/1",
            "프로세서 하나일 때의 평균 응답 시간",
            "정확히 10 ms짜리 요청이 초당 80개입니다. 폴라체크-힌친 공식에 따라 대기 시간은 ρS (1 + C²) / (2 (1 − ρ))이고 C = 0이므로 10 ms + 20 ms입니다. M/M/1 대기 시간의 절반입니다."
        ),
        SelfTest::VariedService => texts!(
            "부하 0.5의 M/G/1",
            "프로세서 하나일 때의 평균 응답 시간",
            "10 ms짜리 요청이 초당 50개이며, 로그 정규 분포의 표준 편차는 평균의 두 배입니다. 폴라체크-힌친 공식에 따라 대기 시간은 ρS (1 + C²) / (2 (1 − ρ))이고 C = 2이므로 10 ms + 25 ms입니다."
        ),
        SelfTest::LittlesLaw => texts!(
            "리틀의 법칙",
            "Auto Scaling 그룹의 L ÷ (λ · W)",
            "그룹 안의 요청 수는 도착률에 머문 시간을 곱한 값입니다. 분포와 관계없이 나눈 값은 1입니다."
        ),
        SelfTest::Conservation => texts!(
            "요청 보존",
            "설명되지 않는 요청",
            "서버가 감당할 수 있는 부하의 두 배, 시간 초과, 재시도, 가용 영역 장애, 패킷 손실이 이어진 뒤 트래픽이 끝납니다. 시작한 요청은 모두 정확히 한 번 끝납니다. 생성 = 성공 + 실패 + 처리 중이며 처리 중인 요청은 없습니다."
        ),
        SelfTest::HitRatio => texts!(
            "캐시 적중률",
            "파일 하나의 적중률",
            "초당 λ = 2번 요청되고 T = 2초 동안 유효합니다. 한 번 가져올 때마다 λT번 적중하므로 λT / (1 + λT) = 4 / 5입니다."
        ),
        SelfTest::EveryAttemptFails => texts!(
            "모든 시도가 실패할 때의 재시도",
            "요청 하나당 시도 수",
            "재시도가 N = 2번이면 요청 하나가 시도 1 + N개가 됩니다. 장애가 트래픽을 세 배로 늘립니다."
        ),
        SelfTest::HalfOfAttemptsFail => texts!(
            "시도의 절반이 실패할 때의 재시도",
            "요청 하나당 시도 수",
            "앞선 시도가 모두 실패해야 다음 시도가 있습니다. p = 0.5이면 1 + p + p² = (1 − p³) / (1 − p) = 1.75입니다."
        ),
        SelfTest::TargetDetection => texts!(
            "로드 밸런서가 사라진 대상을 찾습니다",
            "사라진 때부터 비정상 판정까지",
            "30초마다 검사하고 제한 시간은 5초이며 두 번 실패해야 합니다. 첫 검사는 0~30초 뒤, 두 번째는 30초 뒤에 시작되고 5초가 지나야 실패합니다(ALB-01~ALB-03)."
        ),
        SelfTest::DatabaseFailover => texts!(
            "다중 AZ 데이터베이스의 장애 조치",
            "장애부터 마지막 실패 요청까지",
            "장애 조치에는 60~120초가 걸립니다(RDS-02). 그때까지 DNS 이름은 이전 기본 인스턴스를 가리킵니다. 레코드의 TTL은 5초이고 애플리케이션이 5초 더 기억합니다(RDS-05, RDS-06)."
        ),
        SelfTest::ScalingAlarm => texts!(
            "대상 추적이 부하 증가를 알아챕니다",
            "증가한 때부터 경보까지",
            "50%를 넘은 1분이 세 번이면 경보가 울립니다(ASG-03). 30%에서 100%로 오르면 새 부하가 17초 이상인 1분부터 셉니다. 세 번째 1분이 끝나기까지 137~197초, CloudWatch가 전달하기까지 60초, 경보가 확인하기까지 최대 60초입니다(ASG-62)."
        ),
    }
}

/// A measured value with its unit.
pub fn self_test_value(language: Language, test: SelfTest, value: f64) -> String {
    with_unit(language, test, number(value))
}

fn with_unit(language: Language, test: SelfTest, value: String) -> String {
    let unit = unit_suffix(language, test.unit());
    if unit.is_empty() { value } else { format!("{value} {unit}") }
}

/// What must come out: "20 ms ± 4 %", "35–65 s", "0".
pub fn self_test_expected(language: Language, test: SelfTest) -> String {
    match test.expected() {
        Expected::Near { value, percent } => {
            let value = with_unit(language, test, decimal(value, 2));
            format!("{value} ± {}", crate::number::percent(language, percent))
        }
        Expected::Between { low, high } => {
            with_unit(language, test, format!("{}–{}", decimal(low, 1), decimal(high, 1)))
        }
        Expected::Exactly(value) => with_unit(language, test, decimal(value, 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_expected_is_said_with_its_tolerance_or_its_window() {
        let said = |test| self_test_expected(English, test);
        assert_eq!(said(SelfTest::OneServerHalfBusy), "20 ms ± 4 %");
        assert_eq!(said(SelfTest::TargetDetection), "35–65 s");
        assert_eq!(said(SelfTest::Conservation), "0");
        assert_eq!(self_test_value(Korean, SelfTest::TargetDetection, 47.402), "47.4초".replace("초", " 초"));
    }
}
