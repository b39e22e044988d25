//! How settings are edited, one control a file.

mod number_field;
mod points_field;
mod reference_field;
mod routes_field;
mod text_field;
mod texts_field;
mod tick_list;

use ninepins_model::{Control, Kind, Setting, limits};
use ninepins_words::{choice_name, inspector_texts, texts};
use number_field::NumberField;
use points_field::PointsField;
use reference_field::ReferenceField;
use routes_field::RoutesField;
use serde_json::{Value, json};
use text_field::TextField;
use texts_field::TextsField;
use tick_list::{GroupList, SubnetList};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::owner::Owner;
use crate::state::use_language;

/// A setting to edit.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct Props {
    /// The id of the control's element.
    pub(super) id: String,
    /// Its name.
    pub(super) label: &'static str,
    /// What is edited.
    pub(super) setting: Setting,
    /// Whose it is.
    pub(super) owner: Owner,
    /// As it is.
    pub(super) value: Value,
    /// Takes a new value.
    pub(super) oncommit: Callback<Value>,
    /// Says why a value is not taken, or that it is fine again.
    pub(super) onrefuse: Callback<Option<AttrValue>>,
    /// Whether several are edited whose values differ.
    pub(super) mixed: bool,
    /// Whether the last value was not taken.
    pub(super) invalid: bool,
    /// The id of the element that says why.
    pub(super) describedby: Option<String>,
}

/// The control that the setting asks for.
#[component]
pub(super) fn ControlField(props: &Props) -> Html {
    let language = use_language();
    let props = props.clone();
    match props.setting.control {
        Control::Integer(_) | Control::Decimal(_) => html! { <NumberField ..props /> },
        Control::Toggle => {
            let on = props.value.as_bool().unwrap_or_default();
            toggle(props.id, props.label, (!props.mixed).then_some(on), props.oncommit.reform(move |()| json!(!on)))
        }
        Control::Routes => html! { <RoutesField ..props /> },
        Control::Choice(options) => {
            let chosen = props.value.as_str().unwrap_or_default().to_owned();
            let options = options
                .iter()
                .map(|option| ((*option).to_owned(), choice_name(language, props.setting.key, option).to_owned()))
                .collect();
            let mixed = props.mixed.then_some(inspector_texts(language).mixed);
            select(props.id, props.label, &chosen, options, mixed, props.oncommit.reform(Value::String))
        }
        Control::Text => html! { <TextField ..props /> },
        Control::Paragraph => paragraph(props),
        Control::Texts => html! { <TextsField ..props /> },
        Control::Points => html! { <PointsField ..props /> },
        Control::Subnets => html! { <SubnetList ..props /> },
        Control::SecurityGroups => html! { <GroupList ..props /> },
        Control::Certificate => {
            html! { <ReferenceField kind={Kind::Certificate} none={texts(language).none} field={props} /> }
        }
        Control::Database => html! { <ReferenceField kind={Kind::Rds} none={texts(language).none} field={props} /> },
        Control::Zone => html! { <ReferenceField kind={Kind::Az} none={texts(language).automatic} field={props} /> },
    }
}

/// A switch; on neither side where several differ, which only a check box can say of itself.
fn toggle(id: String, label: &'static str, on: Option<bool>, onchange: Callback<()>) -> Html {
    html! {
        <button
            {id}
            type="button"
            class="switch"
            role={if on.is_some() { "switch" } else { "checkbox" }}
            aria-checked={on.map_or("mixed", |on| if on { "true" } else { "false" })}
            aria-label={label}
            title={label}
            onclick={move |_| onchange.emit(())}
        >
            <span class="switch-knob"></span>
        </button>
    }
}

/// A list to choose from: values and what they are called.
fn select(
    id: String,
    label: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    mixed: Option<&'static str>,
    oncommit: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        oncommit.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    html! {
        <select {id} aria-label={label} {onchange}>
            if let Some(mixed) = mixed {
                <option key="mixed" selected=true disabled=true value="">{ mixed }</option>
            }
            for (value, name) in options {
                <option key={value.clone()} selected={mixed.is_none() && value == chosen} value={value.clone()}>{ name }</option>
            }
        </select>
    }
}

fn paragraph(props: Props) -> Html {
    let value = props.value.as_str().unwrap_or_default().to_owned();
    let onchange = Callback::from(move |event: Event| {
        let typed = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        props.oncommit.emit(Value::String(typed.trim().to_owned()));
    });
    html! {
        <textarea
            id={props.id}
            rows="5"
            aria-label={props.label}
            maxlength={limits::NOTE_CHARACTERS.to_string()}
            {value}
            {onchange}
        />
    }
}
