//! One setting: its name, its control, what it is and where it comes from.

use ninepins_model::fact::Fact;
use ninepins_model::{Change, Control, SettingKey};
use ninepins_words::{Language, number, setting_help, setting_label, status_name, texts, unit_suffix};
use serde_json::Value;
use yew::prelude::*;

use super::controls::ControlField;
use super::owner::{Entry, Owner};
use crate::chrome::{Glyph, Icon, IconButton};
use crate::state::{DesignAction, use_design_store, use_language};

/// Which setting of what.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) owner: Owner,
    pub(super) entry: Entry,
}

/// The row. Its explanation opens below it.
#[component]
pub(super) fn SettingRow(props: &Props) -> Html {
    let language = use_language();
    let t = texts(language);
    let store = use_design_store();
    let refused = use_state(|| None::<AttrValue>);
    let open = use_state(|| false);
    let setting = props.entry.setting;
    let commit = {
        let (owner, refused, store) = (props.owner.clone(), refused.setter(), store.clone());
        Callback::from(move |value: Value| match owner.edit(&store.design, setting.path, value) {
            Ok(edit) => {
                refused.set(None);
                store.dispatch(DesignAction::Commit(Change::Setting, edit));
            }
            Err(_) => refused.set(Some(texts(language).value_refused.into())),
        })
    };
    let onrefuse = use_callback(refused.setter(), |reason: Option<AttrValue>, refused| refused.set(reason));
    let reset = use_callback((commit.clone(), props.entry.default.clone()), |_: MouseEvent, (commit, default)| {
        commit.emit(default.clone());
    });
    let toggle = use_callback(open.clone(), |_: MouseEvent, open| open.set(!**open));
    let label = setting_label(language, setting.key);
    let id = format!("setting-{}", setting.path.replace('.', "-"));
    let changed = props.entry.value != props.entry.default && is_resettable(setting.control);
    html! {
        <div class={classes!("setting", is_wide(setting.control).then_some("wide"), changed.then_some("changed"))}>
            <div class="setting-line">
                <button
                    type="button"
                    class="setting-name"
                    aria-expanded={open.to_string()}
                    aria-controls={format!("{id}-help")}
                    onclick={toggle}
                >
                    <span>{ label }</span>
                    <Icon glyph={Glyph::Chevron} />
                </button>
                <div class="setting-control">
                    if changed {
                        <IconButton
                            name={format!("{label}: {}", t.reset_to_default)}
                            glyph={Glyph::Reset}
                            onclick={reset}
                            class="plain small"
                        />
                    }
                    <ControlField
                        {id}
                        {label}
                        {setting}
                        owner={props.owner.clone()}
                        value={props.entry.value.clone()}
                        oncommit={commit}
                        {onrefuse}
                        invalid={refused.is_some()}
                    />
                </div>
            </div>
            if let Some(reason) = (*refused).clone() {
                <p class="refusal" role="alert">{ reason }</p>
            }
            if *open {
                <Explanation {language} setting_key={setting.key} fact={setting.fact()} id={format!("setting-{}-help", setting.path.replace('.', "-"))} />
            }
        </div>
    }
}

/// Whether the default means something without the rest of the design.
const fn is_resettable(control: Control) -> bool {
    !matches!(control, Control::Subnets | Control::Database | Control::Certificate | Control::Zone | Control::Routes)
        && !matches!(control, Control::Text | Control::Paragraph | Control::Texts | Control::SecurityGroups)
}

const fn is_wide(control: Control) -> bool {
    matches!(control, Control::Subnets | Control::Paragraph | Control::Texts | Control::SecurityGroups)
}

#[derive(Properties, PartialEq)]
struct ExplanationProps {
    id: String,
    language: Language,
    setting_key: SettingKey,
    fact: Option<&'static Fact>,
}

/// What it does, its default and range, how well that is known, and where to read it.
#[component]
fn Explanation(props: &ExplanationProps) -> Html {
    let language = props.language;
    let t = texts(language);
    html! {
        <div class="explanation" id={props.id.clone()}>
            <p>{ setting_help(language, props.setting_key) }</p>
            if let Some(fact) = props.fact {
                <p class="fact-line">
                    <span>{ format!("{} {}", t.default_label, with_unit(language, fact, fact.value)) }</span>
                    <span>{ format!("{} {}–{}", t.range_label, number::number(fact.min), with_unit(language, fact, fact.max)) }</span>
                    <span class={classes!("status", status_class(fact))}>{ status_name(language, fact.status) }</span>
                    if fact.page.is_empty() {
                        <span class="fact-id">{ fact.id }</span>
                    } else {
                        <a class="fact-id" href={fact.page} target="_blank" rel="noopener noreferrer">
                            { fact.id }
                            <Icon glyph={Glyph::External} />
                            <span class="visually-hidden">{ t.source }</span>
                        </a>
                    }
                </p>
            }
        </div>
    }
}

fn with_unit(language: Language, fact: &Fact, value: f64) -> String {
    let unit = unit_suffix(language, fact.unit);
    let value = number::number(value);
    if unit.is_empty() { value } else { format!("{value} {unit}") }
}

const fn status_class(fact: &Fact) -> &'static str {
    match fact.status {
        ninepins_model::fact::Status::Confirmed => "confirmed",
        ninepins_model::fact::Status::Assumed => "assumed",
        ninepins_model::fact::Status::Choice => "choice",
    }
}
