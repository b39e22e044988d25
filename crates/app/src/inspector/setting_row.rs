//! One setting: its name, its control, what it is and where it comes from.

use std::rc::Rc;

use ninepins_model::fact::Fact;
use ninepins_model::{Change, Control, Edit, EditError, Problem, SettingKey, Severity};
use ninepins_words::{
    Language, applies_when, fidelity_texts, inspector_texts, number, problem_sentence, setting_help, setting_label,
    status_name, texts, unit_suffix,
};
use serde_json::Value;
use yew::prelude::*;

use super::controls::ControlField;
use super::owner::{Entry, Owner};
use crate::chrome::{FixButton, Glyph, Icon, IconButton};
use crate::fidelity::show_fact;
use crate::state::{DesignAction, use_design_store, use_language};

/// Most decimals of a default or a range: all that the facts have.
const DECIMALS: usize = 6;

/// Which setting of what.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What it is set on.
    pub(crate) owner: Owner,
    /// The setting.
    pub(crate) entry: Entry,
    /// What is wrong that a change of it could mend.
    #[prop_or_default]
    pub(crate) problems: Rc<[Problem]>,
    /// Whether the row above waits for the same: then that is read there, and here it is for those who cannot see it.
    #[prop_or_default]
    pub(crate) repeats: bool,
}

/// The row. Its explanation opens below it.
#[component]
pub(crate) fn SettingRow(props: &Props) -> Html {
    let language = use_language();
    let t = texts(language);
    let store = use_design_store();
    let refused = use_state_eq(|| None::<AttrValue>);
    let open = use_state(|| false);
    // A value that came from elsewhere, such as an undo, takes the place of what was refused.
    use_effect_with(props.entry.value.clone(), {
        let refused = refused.setter();
        move |_| refused.set(None)
    });
    let setting = props.entry.setting;
    let make = {
        let (refused, dispatcher) = (refused.setter(), store.dispatcher());
        Callback::from(move |edit: Result<Edit, EditError>| match edit {
            Ok(edit) => {
                refused.set(None);
                dispatcher.dispatch(DesignAction::Commit(Change::Setting, edit));
            }
            Err(_) => refused.set(Some(texts(language).value_refused.into())),
        })
    };
    let commit = {
        let (owner, present, design) = (props.owner.clone(), props.entry.value.clone(), store.design.clone());
        let (make, refused) = (make.clone(), refused.setter());
        Callback::from(move |value: Value| match value == present {
            // What is so already is no step of the history.
            true => refused.set(None),
            false => make.emit(owner.edit(&design, setting.key, &value)),
        })
    };
    let onrefuse = use_callback(refused.setter(), |reason: Option<AttrValue>, refused| refused.set(reason));
    let reset = {
        let (owner, design) = (props.owner.clone(), store.design.clone());
        Callback::from(move |_: MouseEvent| make.emit(owner.reset(&design, setting.key)))
    };
    let toggle = use_callback(open.clone(), |_: MouseEvent, open| open.set(!**open));
    let label = setting_label(language, setting.key);
    let id = format!("{}-{}", props.owner.prefix(), setting.path.replace('.', "-"));
    let help_id = format!("{id}-help");
    let refusal_id = format!("{id}-refusal");
    let changed = props.entry.changed && is_resettable(setting.control);
    // What was refused must be mended where it is.
    let waits_for = props.entry.waits_for.filter(|_| refused.is_none());
    let idle = waits_for.is_some();
    let idle_id = idle.then(|| format!("{id}-applies"));
    html! {
        <div
            class={classes!(
                "setting",
                is_wide(setting.control).then_some("wide"),
                changed.then_some("changed"),
                idle.then_some("idle"),
            )}
        >
            <div class="setting-line">
                <button
                    type="button"
                    class="setting-name"
                    aria-expanded={open.to_string()}
                    aria-controls={open.then(|| help_id.clone())}
                    aria-describedby={idle_id.clone()}
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
                    <fieldset class="bare" role="none" disabled={idle}>
                        <ControlField
                            {id}
                            {label}
                            {setting}
                            owner={props.owner.clone()}
                            value={props.entry.value.clone()}
                            oncommit={commit}
                            {onrefuse}
                            mixed={props.entry.mixed}
                            invalid={refused.is_some()}
                            describedby={refused.is_some().then(|| refusal_id.clone())}
                        />
                    </fieldset>
                </div>
            </div>
            if let Some(needs) = waits_for {
                <p class={if props.repeats { "visually-hidden" } else { "applies" }} id={idle_id}>
                    { applies_when(language, needs) }
                </p>
            }
            if let Some(reason) = (*refused).clone() {
                <p class="refusal" id={refusal_id} role="alert">{ reason }</p>
            } else if props.entry.mixed && is_wide(setting.control) {
                <p class="help mixed-note">{ inspector_texts(language).mixed_help }</p>
            }
            for (index, problem) in props.problems.iter().enumerate() {
                <div key={index} class="field-problem">
                    <p class={if problem.severity == Severity::Error { "refusal" } else { "refusal warn-text" }}>
                        { problem_sentence(language, &store.design, problem) }
                    </p>
                    <FixButton problem={problem.clone()} />
                </div>
            }
            if *open {
                <Explanation {language} setting_key={setting.key} fact={setting.fact()} id={help_id} />
            }
        </div>
    }
}

/// Whether the default means something without the rest of the design.
const fn is_resettable(control: Control) -> bool {
    !matches!(control, Control::Subnets | Control::Database | Control::Certificate | Control::Text | Control::Texts)
        && !matches!(control, Control::Paragraph)
}

const fn is_wide(control: Control) -> bool {
    matches!(
        control,
        Control::Subnets | Control::Paragraph | Control::Texts | Control::Points | Control::SecurityGroups
    )
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
                    <span>{ format!("{} {}–{}", t.range_label, number::decimal(fact.min, DECIMALS), with_unit(language, fact, fact.max)) }</span>
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
                    <button type="button" class="link fact-show" onclick={move |_: MouseEvent| show_fact(fact.id)}>
                        { fidelity_texts(language).show_fact }
                    </button>
                </p>
            }
        </div>
    }
}

fn with_unit(language: Language, fact: &Fact, value: f64) -> String {
    let unit = unit_suffix(language, fact.unit);
    let value = number::decimal(value, DECIMALS);
    if unit.is_empty() { value } else { format!("{value} {unit}") }
}

const fn status_class(fact: &Fact) -> &'static str {
    match fact.status {
        ninepins_model::fact::Status::Confirmed => "confirmed",
        ninepins_model::fact::Status::Assumed => "assumed",
        ninepins_model::fact::Status::Choice => "choice",
    }
}
