//! Seed and length of the run.

use ninepins_model::{Change, Edit, limits};
use ninepins_words::{Language, range, texts, unit_suffix};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{DesignAction, use_design_store, use_language};

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Seed,
    Duration,
}

/// The scenario's fields.
#[component]
pub(super) fn ScenarioFields() -> Html {
    let t = texts(use_language());
    html! {
        <section class="group">
            <h3 class="group-title">{ t.scenario }</h3>
            <ScenarioField field={Field::Seed} />
            <ScenarioField field={Field::Duration} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    field: Field,
}

#[component]
fn ScenarioField(props: &Props) -> Html {
    let language = use_language();
    let t = texts(language);
    let store = use_design_store();
    // Why it is not taken, and what was typed: it stays, to be corrected.
    let refused = use_state(|| None::<(String, String)>);
    let field = props.field;
    let (seed, duration_s) = (store.design.scenario.seed, store.design.scenario.duration_s);
    let (name, value, unit, help) = match field {
        Field::Seed => (t.seed, seed, "", t.seed_help),
        Field::Duration => (t.duration, duration_s, unit_suffix(language, ninepins_model::Unit::Seconds), ""),
    };
    let onchange = {
        let (dispatcher, refused) = (store.dispatcher(), refused.setter());
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            match read(language, field, &typed) {
                Ok(same) if same == value => refused.set(None),
                Ok(value) => {
                    refused.set(None);
                    let edit = match field {
                        Field::Seed => Edit::Scenario { seed: value, duration_s },
                        Field::Duration => Edit::Scenario { seed, duration_s: value },
                    };
                    dispatcher.dispatch(DesignAction::Commit(Change::Setting, edit));
                }
                Err(reason) => refused.set(Some((reason, typed))),
            }
        })
    };
    html! {
        <div class="setting">
            <label class="setting-line" title={help}>
                <span class="setting-label">{ name }</span>
                <span class="number-field">
                    <input
                        type="text"
                        inputmode="numeric"
                        value={refused.as_ref().map_or_else(|| value.to_string(), |(_, typed)| typed.clone())}
                        aria-invalid={refused.is_some().to_string()}
                        autocomplete="off"
                        data-testid={if field == Field::Seed { "seed" } else { "duration" }}
                        {onchange}
                    />
                    <span class="unit">{ unit }</span>
                </span>
            </label>
            if let Some((reason, _)) = (*refused).clone() {
                <p class="refusal" role="alert">{ reason }</p>
            }
        </div>
    }
}

fn read(language: Language, field: Field, typed: &str) -> Result<u32, String> {
    let (least, most) = match field {
        Field::Seed => (0, u32::MAX),
        Field::Duration => (1, limits::DURATION_S),
    };
    let cleaned: String = typed.chars().filter(|character| !character.is_whitespace() && *character != ',').collect();
    let refusal = || range(language, f64::from(least), f64::from(most));
    cleaned.parse().ok().filter(|value| (least..=most).contains(value)).ok_or_else(refusal)
}
