//! A table of rates: lines of seconds and requests per second, typed or from a CSV file.

use ninepins_model::parts::read_table;
use ninepins_words::{inspector_texts, table_problem};
use serde_json::{Value, json};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Props;
use crate::browser;
use crate::state::use_language;

/// The field. What is no table stays in it, with the line that is wrong.
#[component]
pub(super) fn PointsField(props: &Props) -> Html {
    let language = use_language();
    let t = inspector_texts(language);
    let refused = use_state(String::new);
    let take = {
        let (oncommit, onrefuse, refused) = (props.oncommit.clone(), props.onrefuse.clone(), refused.setter());
        Callback::from(move |text: String| match read_table(&text) {
            Ok(points) => oncommit.emit(json!(points)),
            Err(_) if text.trim().is_empty() => oncommit.emit(json!([])),
            Err(problem) => {
                refused.set(text);
                onrefuse.emit(Some(table_problem(language, problem).into()));
            }
        })
    };
    let onchange = take.reform(|event: Event| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onfile = Callback::from(move |event: Event| {
        let chooser = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = chooser.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again.
        chooser.set_value("");
        let take = take.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Ok(bytes) = browser::read_file(&file).await {
                take.emit(String::from_utf8_lossy(&bytes).into_owned());
            }
        });
    });
    let points = props.value.as_array().map_or(&[][..], Vec::as_slice);
    let text: String = points.iter().filter_map(Value::as_array).map(|point| line(point)).collect();
    let placeholder = if props.mixed { t.mixed } else { t.table_hint };
    html! {
        <div class="points-field">
            <textarea
                id={props.id.clone()}
                rows={(points.len() + 1).clamp(2, 8).to_string()}
                aria-label={format!("{} ({})", props.label, t.table_hint)}
                aria-invalid={props.invalid.to_string()}
                aria-describedby={props.describedby.clone()}
                {placeholder}
                value={if props.invalid { (*refused).clone() } else { text }}
                spellcheck="false"
                {onchange}
            />
            // The browser's own button for files speaks the browser's language.
            <label class="button small file-button">
                <input
                    class="visually-hidden"
                    type="file"
                    accept="text/csv,.csv,.txt"
                    data-testid="rate-table-file"
                    onchange={onfile}
                />
                { t.table_file }
            </label>
        </div>
    }
}

/// A point as a line of CSV.
fn line(point: &[Value]) -> String {
    let cell = |place: usize| point.get(place).map(Value::to_string).unwrap_or_default();
    format!("{},{}\n", cell(0), cell(1))
}
