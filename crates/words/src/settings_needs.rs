//! When a setting that is idle has an effect.

use ninepins_model::{Condition, Need};

use crate::particle::{subject, towards};
use crate::{Language, choice_name, setting_label};

/// The sentence below a setting that has no effect: what another setting must be for it to have one. One of the needs is
/// enough.
pub fn applies_when(language: Language, needs: &[Need]) -> String {
    let mut clauses = String::new();
    let mut left = needs;
    while let Some(first) = left.first() {
        // Settings that must be the same share a clause.
        let count = left.iter().take_while(|need| need.is == first.is).count();
        let (together, rest) = left.split_at(count);
        left = rest;
        let labels = listed(language, together.iter().map(|need| setting_label(language, need.of)));
        clauses.push_str(&match language {
            Language::English => english(&labels, *first),
            Language::Korean => korean(&labels, *first, left.is_empty()),
        });
        if language == Language::English && !left.is_empty() {
            clauses.push_str(", or ");
        }
    }
    match language {
        Language::English => format!("Applies when {clauses}."),
        Language::Korean => format!("{clauses} 때 적용됩니다."),
    }
}

fn english(labels: &str, need: Need) -> String {
    let name = |value| choice_name(Language::English, need.of, value);
    match need.is {
        Condition::On => format!("{labels} is on"),
        Condition::Off => format!("{labels} is off"),
        Condition::OneOf(values) => {
            format!("{labels} is {}", listed(Language::English, values.iter().map(|value| name(value))))
        }
        Condition::Not(value) => format!("{labels} is not {}", name(value)),
        Condition::MoreThan(least) => format!("{labels} is more than {least}"),
        Condition::Filled => format!("{labels} is not empty"),
        Condition::Empty => format!("{labels} is empty"),
        Condition::Burstable => format!("{labels} is burstable (t2, t3, t4g)"),
    }
}

/// A clause that ends the sentence, or that another one follows.
fn korean(labels: &str, need: Need, is_last: bool) -> String {
    let name = |value| choice_name(Language::Korean, need.of, value);
    let (ends, goes_on) = match need.is {
        Condition::On => ("켜져 있을", "켜져 있거나 "),
        Condition::Off => ("꺼져 있을", "꺼져 있거나 "),
        Condition::OneOf(_) | Condition::Burstable => ("일", "이거나 "),
        Condition::Not(_) => (" 설정되지 않았을", " 설정되지 않았거나 "),
        Condition::MoreThan(_) => ("보다 클", "보다 크거나 "),
        Condition::Filled => ("비어 있지 않을", "비어 있지 않거나 "),
        Condition::Empty => ("비어 있을", "비어 있거나 "),
    };
    let what = match need.is {
        Condition::OneOf(values) => listed(Language::Korean, values.iter().map(|value| name(value))),
        Condition::Not(value) => towards(name(value)),
        Condition::MoreThan(least) => least.to_string(),
        Condition::Burstable => "버스트 가능 유형(t2, t3, t4g)".to_owned(),
        Condition::On | Condition::Off | Condition::Filled | Condition::Empty => String::new(),
    };
    format!("{} {what}{}", subject(labels), if is_last { ends } else { goes_on })
}

/// Names one after the other, the last after an "or".
fn listed<'a>(language: Language, names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let mut all = String::new();
    let last = names.len().saturating_sub(1);
    for (place, name) in names.enumerate() {
        all.push_str(match place {
            0 => "",
            _ if place == last => language.pick((" or ", " 또는 ")),
            _ => ", ",
        });
        all.push_str(name);
    }
    all
}

#[cfg(test)]
mod tests {
    use ninepins_model::parts::{PolicyType, Population};
    use ninepins_model::{Controls, Kind, PartSettings, SettingKey};

    use super::*;

    /// What is said of an idle setting of a part of this kind.
    fn said(settings: &PartSettings, key: SettingKey) -> [String; 2] {
        let needs = Controls::of_part(settings).waits_for(key).unwrap();
        [Language::English, Language::Korean].map(|language| applies_when(language, needs))
    }

    fn of(kind: Kind, key: SettingKey) -> [String; 2] {
        said(&PartSettings::new(kind), key)
    }

    #[test]
    fn an_idle_setting_says_what_another_one_must_be() {
        assert_eq!(
            of(Kind::Users, SettingKey::ThinkTime),
            ["Applies when Population is Closed.", "모집단이 폐쇄형일 때 적용됩니다."]
        );
        assert_eq!(
            of(Kind::Users, SettingKey::BreakerOpen),
            ["Applies when Circuit breaker is on.", "회로 차단기가 켜져 있을 때 적용됩니다."]
        );
        assert_eq!(
            of(Kind::Users, SettingKey::StallTime),
            ["Applies when Stalling requests is more than 0.", "멈추는 요청이 0보다 클 때 적용됩니다."]
        );
        assert_eq!(
            of(Kind::Asg, SettingKey::ScheduledDelay),
            ["Applies when Scheduled actions is not empty.", "예약된 작업이 비어 있지 않을 때 적용됩니다."]
        );
        assert_eq!(
            of(Kind::Asg, SettingKey::AlarmMetric),
            [
                "Applies when Step or simple scaling is not None.",
                "단계 또는 단순 조정이 없음으로 설정되지 않았을 때 적용됩니다."
            ]
        );
        assert_eq!(
            of(Kind::Ec2, SettingKey::CreditStart),
            [
                "Applies when Instance type is burstable (t2, t3, t4g).",
                "인스턴스 유형이 버스트 가능 유형(t2, t3, t4g)일 때 적용됩니다."
            ]
        );
    }

    #[test]
    fn several_values_and_several_settings_are_listed() {
        assert_eq!(
            of(Kind::Users, SettingKey::ShapeLength),
            [
                "Applies when Traffic shape is Ramp, Daily curve or Flash crowd.",
                "트래픽 형태가 점진적 변화, 하루 곡선 또는 순간 인파일 때 적용됩니다."
            ]
        );
        let PartSettings::Rds(mut database) = PartSettings::new(Kind::Rds) else { panic!("it is a database") };
        database.cluster = true;
        assert_eq!(
            said(&PartSettings::Rds(database), SettingKey::MultiAz),
            [
                "Applies when Engine is Aurora MySQL or Aurora PostgreSQL, or Multi-AZ DB cluster is off.",
                "엔진이 Aurora MySQL 또는 Aurora PostgreSQL이거나 Multi-AZ DB 클러스터가 꺼져 있을 때 적용됩니다."
            ]
        );
        assert_eq!(
            of(Kind::Ec2, SettingKey::VolumeLatency),
            [
                "Applies when Disk operations of a read, Disk operations of a write or Disk operations of an asset is more than 0.",
                "읽기의 디스크 작업, 쓰기의 디스크 작업 또는 정적 자산의 디스크 작업이 0보다 클 때 적용됩니다."
            ]
        );
    }

    #[test]
    fn what_lies_behind_an_idle_setting_is_said_of_those_that_depend_on_it() {
        let PartSettings::Users(mut users) = PartSettings::new(Kind::Users) else { panic!("they are users") };
        users.traffic.population = Population::Closed;
        let [english, _] = said(&PartSettings::Users(users), SettingKey::PeakRate);
        assert_eq!(english, "Applies when Population is Open.");
        let PartSettings::Asg(mut group) = PartSettings::new(Kind::Asg) else { panic!("it is a group") };
        group.alarm_scaling.policy_type = PolicyType::StepScaling;
        let [english, _] = said(&PartSettings::Asg(group), SettingKey::MinAdjustment);
        assert_eq!(english, "Applies when Adjustment type is PercentChangeInCapacity.");
    }

    #[test]
    fn every_need_has_a_korean_sentence_without_english_words_of_its_own() {
        for (key, needs) in ninepins_model::needs() {
            let sentence = applies_when(Language::Korean, needs);
            assert!(sentence.ends_with(" 때 적용됩니다.") && !sentence.contains("  "), "{key:?}: {sentence}");
        }
    }
}
