//! The catalogue of facts: what each is called and the rule it stands for.

mod fixed;
mod prices;

use fixed::{Fixed, SERVICES};
use ninepins_model::fact::Fact;
use ninepins_model::{Holder, SettingKey, uses_of};
use prices::PRICES;

use crate::number::decimal;
use crate::settings_labels::setting_label;
use crate::{Language, kind_name, setting_help, unit_suffix, wire_kind_name};

/// Decimals that the facts have at most.
const DECIMALS: usize = 6;

/// What the catalogue is, above its table.
pub const fn fact_note(language: Language) -> &'static str {
    language.pick((
        "Every default and range of the product, with the rule it stands for. Published: read in the vendor's documentation or measured. Assumed: AWS does not publish it, so it is a setting that can be changed. Your choice: what the design is to do, which no source can say.\n",
        "제품의 모든 기본값과 범위, 그리고 그 근거가 되는 규칙입니다. 공개된 값은 공급자 문서에서 읽었거나 측정한 값, 가정한 값은 AWS가 공개하지 않아 바꿀 수 있는 설정으로 둔 값, 선택하는 값은 출처가 정할 수 없는 설계자의 몫입니다.\n",
    ))
}

/// What a fact is called: the labels of the settings it is the default of.
pub fn fact_name(language: Language, fact: &Fact) -> String {
    match fixed(fact) {
        Some((_, name, _)) => language.pick(*name).to_owned(),
        None => joined(fact, ", ", |key| setting_label(language, key)),
    }
}

/// The rule it stands for: the help of the settings it is the default of.
pub fn fact_rule(language: Language, fact: &Fact) -> String {
    match fixed(fact) {
        Some((.., rule)) => language.pick(*rule).to_owned(),
        None => joined(fact, " ", |key| setting_help(language, key)),
    }
}

/// What is said of each setting that uses a fact, each once.
fn joined(fact: &Fact, between: &str, say: impl Fn(SettingKey) -> &'static str) -> String {
    let mut said: Vec<&'static str> = Vec::new();
    for (_, setting) in uses_of(fact) {
        let text = say(setting.key);
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join(between)
}

/// The kinds of part and wire that have it as a setting, each once.
pub fn fact_holders(language: Language, fact: &Fact) -> Vec<&'static str> {
    let mut names = Vec::new();
    for (holder, _) in uses_of(fact) {
        let name = match holder {
            Holder::Part(kind) => kind_name(language, kind),
            Holder::Wire(kind) => wire_kind_name(language, kind),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn fixed(fact: &Fact) -> Option<&'static Fixed> {
    SERVICES.iter().chain(PRICES).find(|(other, ..)| *other == fact)
}

/// Its default with its unit: "30 s".
pub fn fact_value(language: Language, fact: &Fact) -> String {
    with_unit(language, fact, decimal(fact.value, DECIMALS))
}

/// Its range with its unit: "5–300 s"; empty where nothing can be set.
pub fn fact_range(language: Language, fact: &Fact) -> String {
    if fact.min >= fact.max {
        return String::new();
    }
    with_unit(language, fact, format!("{}–{}", decimal(fact.min, DECIMALS), decimal(fact.max, DECIMALS)))
}

fn with_unit(language: Language, fact: &Fact, value: String) -> String {
    let unit = unit_suffix(language, fact.unit);
    if unit.is_empty() { value } else { format!("{value} {unit}") }
}

#[cfg(test)]
mod tests {
    use ninepins_model::{catalogue, fact};

    use super::*;

    #[test]
    fn every_fact_has_a_name_and_a_rule_in_both_languages() {
        for fact in catalogue() {
            for language in Language::ALL {
                assert_ne!(fact_name(language, fact), "", "{}", fact.id);
                assert_ne!(fact_rule(language, fact), "", "{}", fact.id);
            }
        }
    }

    #[test]
    fn a_fixed_fact_is_no_setting() {
        for (fact, ..) in SERVICES.iter().chain(PRICES) {
            assert!(uses_of(fact).is_empty(), "{}", fact.id);
        }
    }

    #[test]
    fn a_fact_is_said_with_its_unit_and_range() {
        assert_eq!(fact_value(Language::English, &fact::HEALTH_INTERVAL), "30 s");
        assert_eq!(fact_range(Language::English, &fact::HEALTH_INTERVAL), "5–300 s");
        assert_eq!(fact_range(Language::English, &fact::ALIAS_TTL), "");
    }
}
