//! `ninepins facts`: the catalogue of facts. `docs/facts.md` is what it prints.

use std::fmt::Write;

use ninepins_model::catalogue;
use ninepins_model::fact::Fact;
use ninepins_words::{
    Language, fact_holders, fact_name, fact_range, fact_rule, fact_value, fidelity_texts, status_name,
};
use serde_json::{Value, json};

/// The catalogue as a Markdown table.
pub(crate) fn table(language: Language) -> String {
    let t = fidelity_texts(language);
    let mut text = format!("# {}\n\n", t.tab_facts);
    text.push_str(language_note(language));
    let _ = writeln!(text, "\n| id | | {} | {} | {} | |", t.default_value, t.range, t.filter);
    text.push_str("|---|---|---|---|---|---|\n");
    for fact in catalogue() {
        let id = match fact.page {
            "" => fact.id.to_owned(),
            page => format!("[{}]({page})", fact.id),
        };
        let range = fact_range(language, fact);
        let range = if range.is_empty() { t.fixed.to_owned() } else { range };
        let holders = fact_holders(language, fact).join(", ");
        let name = fact_name(language, fact);
        let name = if holders.is_empty() { name } else { format!("{name} ({holders})") };
        let (value, status) = (fact_value(language, fact), status_name(language, fact.status));
        let _ = writeln!(text, "| {id} | {name} | {value} | {range} | {status} | {} |", fact_rule(language, fact));
    }
    text
}

const fn language_note(language: Language) -> &'static str {
    ninepins_words::fact_note(language)
}

/// The same for programs.
pub(crate) fn json(language: Language) -> Value {
    catalogue().map(|fact| entry(language, fact)).collect()
}

fn entry(language: Language, fact: &Fact) -> Value {
    json!({
        "id": fact.id,
        "name": fact_name(language, fact),
        "rule": fact_rule(language, fact),
        "value": fact.value,
        "min": fact.min,
        "max": fact.max,
        "unit": ninepins_words::unit_suffix(language, fact.unit),
        "status": status_name(Language::English, fact.status),
        "set_on": fact_holders(language, fact),
        "page": (!fact.page.is_empty()).then_some(fact.page),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_published_catalogue_is_this_one() {
        let published = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/facts.md"));
        assert!(published.unwrap() == table(Language::English), "write it anew: ninepins facts > docs/facts.md");
    }

    #[test]
    fn every_row_of_the_table_has_as_many_columns_as_its_head() {
        for language in Language::ALL {
            let bars = |line: &str| line.matches('|').count();
            let text = table(language);
            assert!(text.lines().filter(|line| line.starts_with('|')).all(|line| bars(line) == 7));
        }
    }
}
