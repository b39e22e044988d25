//! When a setting that is idle has an effect.

use ninepins_model::{Condition, Need};

use crate::particle::subject;
use crate::{Language, choice_name, setting_label};

/// The sentence below a setting that has no effect: what another setting must be for it to have one. One of the needs is
/// enough.
pub fn applies_when(language: Language, needs: &[Need]) -> String {
    let mut clauses = String::new();
    for (place, need) in needs.iter().enumerate() {
        let is_last = place + 1 == needs.len();
        match language {
            Language::English if place == 0 => {}
            Language::English if is_last => clauses.push_str(", or "),
            Language::English => clauses.push_str(", "),
            Language::Korean => {}
        }
        match language {
            Language::English => clauses.push_str(&english(*need)),
            Language::Korean => clauses.push_str(&korean(*need, is_last)),
        }
    }
    match language {
        Language::English => format!("Applies when {clauses}."),
        Language::Korean => format!("{clauses} 때 적용됩니다."),
    }
}

fn english(need: Need) -> String {
    let label = setting_label(Language::English, need.of);
    match need.is {
        Condition::On => format!("{label} is on"),
        Condition::Off => format!("{label} is off"),
        Condition::OneOf(values) => format!("{label} is {}", any_of(Language::English, need, values)),
        Condition::Not(value) => format!("{label} is not {}", choice_name(Language::English, need.of, value)),
        Condition::MoreThan(least) => format!("{label} is more than {least}"),
        Condition::Filled => format!("{label} is not empty"),
        Condition::Empty => format!("{label} is empty"),
        Condition::Burstable => format!("{label} is burstable (t2, t3, t4g)"),
    }
}

/// A clause that ends the sentence, or that another one follows.
fn korean(need: Need, is_last: bool) -> String {
    let label = subject(setting_label(Language::Korean, need.of));
    let (ends, goes_on) = match need.is {
        Condition::On => ("켜져 있을", "켜져 있거나 "),
        Condition::Off => ("꺼져 있을", "꺼져 있거나 "),
        Condition::OneOf(_) | Condition::Burstable => ("일", "이거나 "),
        Condition::Not(_) => (" 아닐", " 아니거나 "),
        Condition::MoreThan(_) => ("보다 클", "보다 크거나 "),
        Condition::Filled => ("비어 있지 않을", "비어 있지 않거나 "),
        Condition::Empty => ("비어 있을", "비어 있거나 "),
    };
    let what = match need.is {
        Condition::OneOf(values) => any_of(Language::Korean, need, values),
        Condition::Not(value) => subject(choice_name(Language::Korean, need.of, value)),
        Condition::MoreThan(least) => least.to_string(),
        Condition::Burstable => "버스트 가능 유형(t2, t3, t4g)".to_owned(),
        Condition::On | Condition::Off | Condition::Filled | Condition::Empty => String::new(),
    };
    format!("{label} {what}{}", if is_last { ends } else { goes_on })
}

/// Values of a choice, the last after an "or".
fn any_of(language: Language, need: Need, values: &[&str]) -> String {
    let mut all = String::new();
    for (place, value) in values.iter().enumerate() {
        all.push_str(match (place, place + 1 == values.len()) {
            (0, _) => "",
            (_, true) => language.pick((" or ", " 또는 ")),
            _ => ", ",
        });
        all.push_str(choice_name(language, need.of, value));
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
            ["Applies when Step or simple scaling is not None.", "단계 또는 단순 조정이 없음이 아닐 때 적용됩니다."]
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
                "Applies when Disk operations of a read is more than 0, Disk operations of a write is more than 0, or Disk operations of an asset is more than 0.",
                "읽기의 디스크 작업이 0보다 크거나 쓰기의 디스크 작업이 0보다 크거나 정적 자산의 디스크 작업이 0보다 클 때 적용됩니다."
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
