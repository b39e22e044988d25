//! `ninepins fidelity`: what is modelled, simplified and assumed, and what the self-tests expect. `docs/fidelity.md` is
//! what it prints.

use std::fmt::Write;

use ninepins_model::self_tests::{SelfTest, SelfTestGroup};
use ninepins_words::{
    Language, MODELLED, SIMPLIFIED, assumed, fact_name, fact_value, fidelity_texts, self_test_expected,
    self_test_group_name, self_test_texts,
};

/// The page as Markdown.
pub(crate) fn page(language: Language) -> String {
    let t = fidelity_texts(language);
    let mut text = format!(
        "# {}\n\n{}\n",
        ninepins_words::dialog_titles(language).fidelity,
        ninepins_words::fidelity_note(language)
    );
    let _ = writeln!(
        text,
        "\n## {}\n\n| {} | {} | {} | {} |\n|---|---|---|---|",
        t.tab_tests, t.test, t.measured, t.expected, t.why
    );
    for group in SelfTestGroup::ALL {
        for test in SelfTest::ALL.iter().copied().filter(|test| test.group() == group) {
            let words = self_test_texts(language, test);
            let (name, expected) = (words.name, self_test_expected(language, test));
            let group = self_test_group_name(language, group);
            let _ = writeln!(text, "| {group}: {name} | {} | {expected} | {} |", words.measures, words.derivation);
        }
    }
    for (title, list) in [(t.modelled, MODELLED), (t.simplified, SIMPLIFIED)] {
        let _ = writeln!(text, "\n## {title}\n");
        for (english, korean) in list {
            let _ = writeln!(text, "- {}", if language == Language::English { english } else { korean });
        }
    }
    let _ = writeln!(text, "\n## {}\n\n{}\n", t.assumed, t.assumed_note);
    for fact in assumed() {
        let _ = writeln!(text, "- {}: {} ({})", fact_name(language, fact), fact_value(language, fact), fact.id);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_published_page_is_this_one() {
        let published = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/fidelity.md"));
        assert!(published.unwrap() == page(Language::English), "write it anew: ninepins fidelity > docs/fidelity.md");
    }
}
