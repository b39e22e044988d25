//! A list of short texts, one a line.

use ninepins_words::{inspector_texts, page_texts};
use serde_json::{Value, json};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::Props;
use crate::state::use_language;

/// The field.
#[component]
pub(super) fn TextsField(props: &Props) -> Html {
    let language = use_language();
    let hint = page_texts(language).add_line;
    let placeholder = if props.mixed { inspector_texts(language).mixed } else { hint };
    let lines: Vec<&str> = props.value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let onchange = use_callback(props.oncommit.clone(), |event: Event, oncommit| {
        let typed = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        oncommit.emit(json!(lines));
    });
    html! {
        <textarea
            id={props.id.clone()}
            rows={(lines.len() + 1).clamp(2, 6).to_string()}
            aria-label={format!("{} ({hint})", props.label)}
            {placeholder}
            dir="auto"
            value={lines.join("\n")}
            spellcheck="false"
            {onchange}
        />
    }
}
