//! A number with its unit.

use ninepins_model::Control;
use ninepins_model::fact::Fact;
use ninepins_words::{Language, inspector_texts, page_texts, range, unit_suffix};
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
                aria-describedby={props.describedby.clone()}
                placeholder={props.mixed.then_some(inspector_texts(language).mixed)}
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
    // JSON's writing of a number is the shortest that reads back as the same one; a whole one needs no fraction.
    let text = if value.is_number() { value.to_string() } else { String::new() };
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn read(language: Language, typed: &str, fact: &Fact, whole: bool) -> Result<Value, String> {
    let number =
        ungrouped(typed).as_deref().and_then(decimal).ok_or_else(|| page_texts(language).not_a_number.to_owned())?;
    if !(fact.min..=fact.max).contains(&number) || (whole && number.fract() != 0.0) {
        return Err(range(language, fact.min, fact.max));
    }
    Ok(if whole { json!(number as u64) } else { json!(number) })
}

/// Without the commas between thousands. A comma anywhere else is not taken for one: `1,5` is not 15.
fn ungrouped(typed: &str) -> Option<String> {
    let compact: String = typed.chars().filter(|character| !character.is_whitespace()).collect();
    let whole = compact.split('.').next().unwrap_or_default().trim_start_matches('-');
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let well = !grouped || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3));
    let fraction = compact.split_once('.').map_or("", |(_, fraction)| fraction);
    (well && !fraction.contains(',')).then(|| compact.replace(',', ""))
}

/// A decimal as people type it, read by the reader of JSON numbers: it is in the program anyway, with its tables.
fn decimal(typed: &str) -> Option<f64> {
    let (sign, digits) = typed.strip_prefix('-').map_or(("", typed), |digits| ("-", digits));
    let digits = digits.strip_suffix('.').unwrap_or(digits);
    let significant = digits.trim_start_matches('0');
    let zero =
        if digits.is_empty() || significant.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
    serde_json::from_str(&format!("{sign}{zero}{significant}")).ok()
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
    fn decimals_are_read_as_people_type_them() {
        let typed = ["12.5", ".5", "5.", "007", "0", "-0.25", "", "1e3", "one", "1.2.3"];
        let read = typed.map(decimal);
        let expected =
            [Some(12.5), Some(0.5), Some(5.0), Some(7.0), Some(0.0), Some(-0.25), None, Some(1000.0), None, None];
        assert_eq!(read, expected);
    }

    #[test]
    fn digits_may_be_grouped() {
        assert_eq!(read(Language::English, "1,500", &fact::CLIENTS, true), Ok(json!(1_500)));
        assert_eq!(read(Language::English, " 12,345 ", &fact::CLIENTS, true), Ok(json!(12_345)));
        let refused =
            ["1,5", "1,50,000", ",500", "0.1,234"].map(|typed| read(Language::English, typed, &fact::CLIENTS, true));
        assert!(refused.iter().all(Result::is_err), "{refused:?}");
    }
}
