//! Knock it over.

use ninepins_model::{Action, Design, Kind, MemberPick, PartId, PartSettings};
use ninepins_report::{Gauges, MemberState, PartIndex};
use ninepins_words::{
    Language, fault_help, fault_label, fault_label_on, guidance_texts, number, page_texts, part_by_index, range, texts,
};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::faults::{faults_of, test_name};
use super::paused_hint::PausedHint;
use crate::chrome::knock;
use crate::runner::use_runner;
use crate::state::{use_design, use_language, use_live};

/// Durations to choose from, in seconds; 0 is to the end.
const DURATIONS: [u32; 5] = [60, 300, 600, 1_800, 0];

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
    let for_s = use_state(|| 300_u32);
    let kind = design.parts.get(&props.id).map(|part| part.kind());
    let index = design.running_parts().position(|(other, _)| *other == props.id);
    let is_down = use_is_down(&design, index.map_or(PartIndex::MAX, |index| index as PartIndex));
    let actions = faults_of(&design, &props.id, *for_s);
    let onchange = use_callback(for_s.setter(), |event: Event, for_s| {
        for_s.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0));
    });
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
    let button = |action: Action| {
        let (name, help) = (label(language, &design, kind, &action), fault_help(language, &action));
        html! {
            <button
                key={test_name(&action)}
                type="button"
                class="button fault"
                title={help}
                data-testid={test_name(&action)}
                onclick={
                    let (runner, action) = (runner.clone(), action.clone());
                    move |_| knock(&runner, language, std::slice::from_ref(&action))
                }
            >
                <span>{ name }</span>
                // As much as has room; the title says all of it.
                <span class="fault-help" aria-hidden="true">{ help }</span>
            </button>
        }
    };
    html! {
        <div class="faults">
            if !at_once.is_empty() {
                if has_duration {
                    <p class="fault-heading">{ guidance_texts(language).at_once }</p>
                }
                <div class="fault-buttons">{ for at_once.into_iter().map(&button) }</div>
            }
            if has_duration {
                <label class="inline-field">
                    <span>{ page.lasting }</span>
                    <select data-testid="fault-duration" {onchange}>
                        for seconds in DURATIONS {
                            <option key={seconds} value={seconds.to_string()} selected={seconds == *for_s}>
                                { duration_name(language, seconds) }
                            </option>
                        }
                    </select>
                </label>
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

fn duration_name(language: Language, seconds: u32) -> String {
    match seconds {
        0 => page_texts(language).to_the_end.into(),
        seconds => number::duration(language, f64::from(seconds)),
    }
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
