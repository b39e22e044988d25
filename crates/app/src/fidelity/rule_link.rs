//! From what happened to the documentation of the rule behind it.

use ninepins_model::fact::Fact;
use ninepins_report::{CauseKind, PartIndex, rule_of_cause};
use ninepins_words::{Language, fact_name, fact_rule};
use yew::prelude::*;

use crate::state::{use_design, use_language};

/// A link to a fact's page: its id, and on hovering what it says.
pub(crate) fn rule_link(language: Language, fact: &'static Fact) -> Html {
    let name = format!("{} {}", fact.id, fact_name(language, fact));
    html! {
        <a
            class="rule-link"
            href={fact.page}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={name}
            title={fact_rule(language, fact)}
        >
            { fact.id }
        </a>
    }
}

/// Which failures.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Their cause.
    pub(crate) cause: CauseKind,
    /// Where.
    pub(crate) part: PartIndex,
}

/// The rule behind failures, where there is one.
#[component]
pub(crate) fn CauseRule(props: &Props) -> Html {
    let language = use_language();
    let rule = rule_of_cause(&use_design(), props.cause, props.part);
    rule.map_or_else(Html::default, |fact| rule_link(language, fact))
}
