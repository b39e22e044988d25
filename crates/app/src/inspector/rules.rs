//! Who may connect to a part.

use ninepins_model::PartId;
use ninepins_words::{page_texts, texts};
use yew::prelude::*;

use super::fault_buttons::source_name;
use super::faults::rules_of;
use crate::state::{use_design, use_language};

/// Which part.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) id: PartId,
}

/// The rules in force: source and port.
#[component]
pub(super) fn Rules(props: &Props) -> Html {
    let language = use_language();
    let page = page_texts(language);
    let design = use_design();
    let rules = rules_of(&design, &props.id);
    let Some(part) = design.parts.get(&props.id) else { return Html::default() };
    let named = !part.security_groups().is_empty();
    if rules.is_empty() && !named {
        return Html::default();
    }
    html! {
        <section class="group">
            <h3 class="group-title">{ page.rules }</h3>
            if !named {
                <p class="help">{ texts(language).derived_rules }</p>
            }
            if rules.is_empty() {
                <p class="help warn-text">{ page.no_rules }</p>
            } else {
                <table class="rules">
                    <thead>
                        <tr><th scope="col">{ page.rule_from }</th><th scope="col">{ page.rule_port }</th></tr>
                    </thead>
                    <tbody>
                        for rule in rules {
                            <tr key={format!("{}:{}", rule.from, rule.port)}>
                                <td><bdi>{ source_name(language, &design, &rule.from) }</bdi></td>
                                <td>{ rule.port }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            }
        </section>
    }
}
