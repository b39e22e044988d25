//! A number with its unit.

use ninepins_model::Control;
use ninepins_model::fact::Fact;
use ninepins_words::{Language, page_texts, range, unit_suffix};
use serde_json::{Value, json};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Props;
use crate::state::use_language;

/// The field. A value outside the range stays in it, with the reason why it is not taken.
#[component]
pub(super) fn NumberField(props: &Props) -> Html {
    let language = use_language();
    // What was typed and not taken: without it a rendering would put the old value back, beside the refusal.
    let refused = use_state(String::new);
    let (Control::Integer(fact) | Control::Decimal(fact)) = props.setting.control else { return Html::default() };
    let whole = matches!(props.setting.control, Control::Integer(_));
    let onchange = {
        let (oncommit, onrefuse, refused) = (props.oncommit.clone(), props.onrefuse.clone(), refused.setter());
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            match read(language, &typed, fact, whole) {
                Ok(value) => oncommit.emit(value),
                Err(reason) => {
                    refused.set(typed);
                    onrefuse.emit(Some(reason.into()));
                }
            }
        })
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" {
            // Leaving the field commits what is in it.
            let _ = event.target_unchecked_into::<HtmlInputElement>().blur();
        }
    });
    html! {
        <span class="number-field">
            <input
                id={props.id.clone()}
                type="text"
                inputmode={if whole { "numeric" } else { "decimal" }}
                aria-label={props.label}
                aria-invalid={props.invalid.to_string()}
                value={if props.invalid { (*refused).clone() } else { written(&props.value) }}
                autocomplete="off"
                {onchange}
                {onkeydown}
            />
            <span class="unit">{ unit_suffix(language, fact.unit) }</span>
        </span>
    }
}

fn written(value: &Value) -> String {
    // A display of f64 gives the shortest text that reads back as the same number.
    value.as_f64().map(|number| number.to_string()).unwrap_or_default()
}

fn read(language: Language, typed: &str, fact: &Fact, whole: bool) -> Result<Value, String> {
    let cleaned: String = typed.chars().filter(|character| !character.is_whitespace() && *character != ',').collect();
    let number: f64 = cleaned.parse().map_err(|_| page_texts(language).not_a_number.to_owned())?;
    if !(fact.min..=fact.max).contains(&number) || (whole && number.fract() != 0.0) {
        return Err(range(language, fact.min, fact.max));
    }
    Ok(if whole { json!(number as u64) } else { json!(number) })
}

#[cfg(test)]
mod tests {
    use ninepins_model::fact;

    use super::*;

    #[test]
    fn a_number_outside_its_range_is_told_the_range() {
        let refusal = read(Language::English, "-1", &fact::CLIENTS, true);
        assert_eq!(refusal, Err(range(Language::English, 1.0, 100_000.0)));
    }

    #[test]
    fn digits_may_be_grouped() {
        assert_eq!(read(Language::English, "1,500", &fact::CLIENTS, true), Ok(json!(1_500)));
    }
}
