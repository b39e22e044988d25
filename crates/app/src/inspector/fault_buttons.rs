//! Knock it over.

use ninepins_model::{Action, Design, Kind, MemberPick, PartId, PartSettings};
use ninepins_report::{Gauges, MemberState, PartIndex};
use ninepins_words::{Language, fault_label, fault_label_on, guidance_texts, page_texts, part_by_index, range, texts};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::fault_button::{USUAL_S, fault_button, fault_duration};
use super::faults::faults_of;
use super::paused_hint::PausedHint;
use crate::chrome::knock;
use crate::runner::use_runner;
use crate::state::{use_design, use_language, use_live};

/// Which part.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) id: PartId,
}

/// The faults of a part, and how long they last.
#[component]
pub(super) fn FaultButtons(props: &Props) -> Html {
    let language = use_language();
    let (t, page) = (texts(language), page_texts(language));
    let design = use_design();
    let runner = use_runner();
    let for_s = use_state(|| USUAL_S);
    let kind = design.parts.get(&props.id).map(|part| part.kind());
    let index = design.running_parts().position(|(other, _)| *other == props.id);
    let is_down = use_is_down(&design, index.map_or(PartIndex::MAX, |index| index as PartIndex));
    let actions = faults_of(&design, &props.id, *for_s);
    if is_down {
        return html! { <p class="help">{ guidance_texts(language).is_down }</p> };
    }
    if actions.is_empty() {
        return html! { <p class="help">{ t.no_faults_here }</p> };
    }
    let (suspensions, others): (Vec<_>, Vec<_>) =
        actions.into_iter().partition(|action| matches!(action, Action::ProcessSuspension { .. }));
    let (lasting, at_once): (Vec<_>, Vec<_>) = others.into_iter().partition(|action| action.for_s().is_some());
    let has_duration = !lasting.is_empty() || !suspensions.is_empty();
    let button =
        |action: Action| fault_button(language, &runner, label(language, &design, kind, &action), vec![action]);
    html! {
        <div class="faults">
            if !at_once.is_empty() {
                if has_duration {
                    <p class="fault-heading">{ guidance_texts(language).at_once }</p>
                }
                <div class="fault-buttons">{ for at_once.into_iter().map(&button) }</div>
            }
            if has_duration {
                { fault_duration(language, &for_s) }
            }
            if !lasting.is_empty() {
                <div class="fault-buttons">{ for lasting.into_iter().map(&button) }</div>
            }
            if !suspensions.is_empty() {
                <details class="more-faults">
                    <summary data-testid="fault-suspensions">{ page.suspend_process }</summary>
                    <div class="fault-buttons">{ for suspensions.into_iter().map(&button) }</div>
                </details>
            }
            <PausedHint />
            <DesiredCapacity id={props.id.clone()} />
        </div>
    }
}

/// Whether it is an instance that is down, so that nothing more can happen to it.
#[hook]
pub(super) fn use_is_down(design: &Design, part: PartIndex) -> bool {
    let instance = part_by_index(design, part).filter(|(_, part)| part.kind() == Kind::Ec2).map(|_| usize::from(part));
    use_live(|live| &live.gauges, instance, |gauges, instance| instance.is_some_and(|index| is_down(gauges, index)))
}

/// Whether a single instance, by its place in the order of ids, is down.
pub(super) fn is_down(gauges: &Gauges, index: usize) -> bool {
    let mut members = gauges.members.iter().filter(|member| usize::from(member.part) == index).peekable();
    members.peek().is_some() && members.all(|member| member.state == MemberState::Down)
}

/// The button's text, with what tells it from its like.
fn label(language: Language, design: &Design, kind: Option<Kind>, action: &Action) -> String {
    let label = fault_label_on(language, kind, action);
    match action {
        Action::TerminateInstance { target } if target.pick == MemberPick::Oldest => {
            format!("{label} ({})", page_texts(language).oldest)
        }
        Action::ProcessSuspension { process, .. } => process.name().into(),
        Action::SecurityGroupRuleRemoval { from, .. } => format!("{label}: {}", source_name(language, design, from)),
        _ => label,
    }
}

/// A rule's source as a person knows it.
pub(super) fn source_name(language: Language, design: &Design, from: &str) -> String {
    if from == ninepins_model::security::ANYWHERE {
        return page_texts(language).anywhere.into();
    }
    from.parse::<PartId>().map_or_else(|_| from.to_owned(), |id| design.display_name(&id).to_owned())
}

/// An operator's hand on the group's size.
#[component]
fn DesiredCapacity(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let runner = use_runner();
    let field = use_node_ref();
    let refused = use_state(|| None::<String>);
    let Some(PartSettings::Asg(group)) = design.parts.get(&props.id).map(|part| &part.settings) else {
        return Html::default();
    };
    let (least, most) = (group.min, group.max);
    let set = {
        let (field, id, refused) = (field.clone(), props.id.clone(), refused.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = field.cast::<HtmlInputElement>().and_then(|field| field.value().parse::<u32>().ok());
            match typed.filter(|desired| (least..=most).contains(desired)) {
                Some(desired) => {
                    refused.set(None);
                    knock(&runner, language, &[Action::SetDesiredCapacity { part: id.clone(), desired }]);
                }
                None => refused.set(Some(range(language, f64::from(least), f64::from(most)))),
            }
        })
    };
    let name = fault_label(language, &Action::SetDesiredCapacity { part: props.id.clone(), desired: 0 });
    html! {
        <>
        <form class="inline-field" novalidate=true onsubmit={set}>
            <label for="set-desired">{ name.clone() }</label>
            <input
                id="set-desired"
                ref={field}
                type="number"
                inputmode="numeric"
                min={group.min.to_string()}
                max={group.max.to_string()}
                value={group.desired.to_string()}
            />
            <button type="submit" class="button small" data-testid="fault-set-desired">{ texts(language).confirm }</button>
        </form>
        if let Some(reason) = (*refused).clone() {
            <p class="refusal" role="alert">{ reason }</p>
        }
        </>
    }
}
