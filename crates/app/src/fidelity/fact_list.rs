//! The catalogue of facts, to search.

use ninepins_model::catalogue;
use ninepins_model::fact::{Fact, Status};
use ninepins_words::{
    Language, fact_holders, fact_name, fact_range, fact_rule, fact_value, fidelity_texts, status_name,
};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::chrome::{Glyph, Icon};
use crate::state::use_language;

/// Which fact it opens at.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Its id.
    pub(super) wanted: Option<&'static str>,
}

/// The statuses, as the filter names them.
const STATUSES: [(&str, Status); 3] =
    [("confirmed", Status::Confirmed), ("assumed", Status::Assumed), ("choice", Status::Choice)];

/// The catalogue.
#[component]
pub(super) fn FactList(props: &Props) -> Html {
    let language = use_language();
    let t = fidelity_texts(language);
    let typed = use_state(|| props.wanted.unwrap_or_default().to_owned());
    let status = use_state_eq(|| None::<Status>);
    let oninput = use_callback(typed.setter(), |event: InputEvent, typed| {
        typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let onchange = use_callback(status.setter(), |event: Event, status| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        status.set(STATUSES.iter().find(|(name, _)| *name == value).map(|(_, status)| *status));
    });
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let found: Vec<&'static Fact> = catalogue()
        .filter(|fact| status.is_none_or(|status| fact.status == status) && is_found(language, fact, &words))
        .collect();
    html! {
        <section class="facts" aria-label={t.tab_facts}>
            <div class="fidelity-bar">
                <input
                    type="search"
                    placeholder={t.search}
                    aria-label={t.search}
                    value={(*typed).clone()}
                    data-testid="search-facts"
                    {oninput}
                />
                <select aria-label={t.filter} data-testid="filter-facts" {onchange}>
                    <option value="" selected={status.is_none()}>{ t.all }</option>
                    for (name, each) in STATUSES {
                        <option value={name} selected={*status == Some(each)}>{ status_name(language, each) }</option>
                    }
                </select>
                <span class="fidelity-summary" role="status" data-testid="fact-count">{ found.len() }</span>
            </div>
            if found.is_empty() {
                <p class="help">{ t.no_facts }</p>
            }
            <ul class="fact-list">
                for (index, fact) in found.into_iter().enumerate() {
                    <li key={index} class="fact" data-testid="fact">{ entry(language, fact) }</li>
                }
            </ul>
        </section>
    }
}

fn entry(language: Language, fact: &'static Fact) -> Html {
    let t = fidelity_texts(language);
    let range = fact_range(language, fact);
    let holders = fact_holders(language, fact);
    html! {
        <>
            <div class="fact-head">
                <h3>{ fact_name(language, fact) }</h3>
                <span class={classes!("status", status_class(fact.status))}>{ status_name(language, fact.status) }</span>
                if fact.page.is_empty() {
                    <span class="fact-code">{ fact.id }</span>
                } else {
                    <a class="fact-code" href={fact.page} target="_blank" rel="noopener noreferrer">
                        { fact.id }
                        <Icon glyph={Glyph::External} />
                        <span class="visually-hidden">{ t.page }</span>
                    </a>
                }
            </div>
            <p class="fact-rule">{ fact_rule(language, fact) }</p>
            <dl class="fact-values">
                <div><dt>{ t.default_value }</dt><dd>{ fact_value(language, fact) }</dd></div>
                <div><dt>{ t.range }</dt><dd>{ if range.is_empty() { t.fixed.to_owned() } else { range } }</dd></div>
                if !holders.is_empty() {
                    <div><dt>{ t.set_on }</dt><dd>{ holders.join(", ") }</dd></div>
                }
            </dl>
        </>
    }
}

/// Whether a fact has all the words typed, in its id, name, rule, page or where it is set.
fn is_found(language: Language, fact: &Fact, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = [fact.id, &fact_name(language, fact), &fact_rule(language, fact), fact.page].join(" ");
    for holder in fact_holders(language, fact) {
        text.push(' ');
        text.push_str(holder);
    }
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word))
}

const fn status_class(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "confirmed",
        Status::Assumed => "assumed",
        Status::Choice => "choice",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(language: Language, typed: &str) -> Vec<&'static str> {
        let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        catalogue().filter(|fact| is_found(language, fact, &words)).map(|fact| fact.id).collect()
    }

    #[test]
    fn a_fact_is_found_by_its_id_its_name_and_where_it_is_set() {
        assert_eq!(found(Language::English, "alb-34"), ["ALB-34"]);
        assert!(found(Language::English, "idle timeout").contains(&"ALB-34"));
        assert!(found(Language::Korean, "nat 게이트웨이").contains(&"VPC-12"));
        assert!(found(Language::English, "terminat").contains(&"ALB-12"));
        assert!(found(Language::English, "unused").contains(&"ALB-12"));
        assert!(found(Language::Korean, "종료").contains(&"ALB-12"));
        assert!(found(Language::English, "nothing is called so").is_empty());
    }
}
