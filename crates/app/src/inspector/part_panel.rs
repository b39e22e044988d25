//! The selected part.

use ninepins_model::{Change, Edit, Kind, Part, PartId, Subject, limits};
use ninepins_report::{MemberState, PartIndex, PartView, rule_of_reason};
use ninepins_words::{
    Language, guidance_texts, health_name, kind_name, latency_and_rate, member_state_name, reason_sentence, texts,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::cost::PartCost;
use super::fault_buttons::{FaultButtons, use_is_down};
use super::faults::faults_of;
use super::metrics::Metrics;
use super::owner::Owner;
use super::rules::Rules;
use super::settings_form::SettingsForm;
use crate::chrome::{ProblemList, TabList, health_class};
use crate::fidelity::rule_link;
use crate::icons::KindIcon;
use crate::state::{
    DesignAction, use_design, use_design_store, use_findings, use_language, use_live_store, use_part_view,
};

/// Which part.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) id: PartId,
}

/// The two sides of a part, how it does now and what can be set, and the ids of their buttons.
const TABS: [&str; 2] = ["tab-now", "tab-settings"];
const NOW: usize = 0;
const SETTINGS: usize = 1;

/// The part: its name and state, then one of two tabs.
#[component]
pub(crate) fn PartPanel(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let tab = use_state(|| NOW);
    let onchoose = use_callback(tab.setter(), |chosen, tab| tab.set(chosen));
    let Some(part) = design.parts.get(&props.id) else { return Html::default() };
    let index =
        design.running_parts().position(|(id, _)| *id == props.id).and_then(|index| PartIndex::try_from(index).ok());
    let id = props.id.clone();
    if is_still(part.kind()) {
        return html! {
            <div class="inspector-body" data-testid="inspector" data-part={id.to_string()}>
                <div class="inspector-top"><Heading id={id.clone()} part={part.clone()} /></div>
                <OwnProblems id={id.clone()} />
                <SettingsForm owner={Owner::Part(id)} />
            </div>
        };
    }
    let has_faults = !faults_of(&design, &id, 0).is_empty();
    let t = texts(language);
    let tabs = vec![(TABS[NOW], t.metrics_now), (TABS[SETTINGS], t.settings)];
    html! {
        <div class="inspector-body" data-testid="inspector" data-part={id.to_string()}>
            // Stays in view: what a setting does shows beside it.
            <div class="inspector-top">
                <Heading id={id.clone()} part={part.clone()} />
                if let Some(part) = index {
                    <State {part} />
                }
                if *tab == SETTINGS && has_faults {
                    <details class="strip-faults" data-testid="strip-faults">
                        <summary>{ t.knock_it_over }</summary>
                        <FaultButtons id={id.clone()} />
                    </details>
                }
                <TabList {tabs} chosen={*tab} panel="tab-panel" class="tabs" {onchoose} />
            </div>
            <div id="tab-panel" role="tabpanel" aria-labelledby={TABS[*tab]}>
                if *tab == NOW {
                    <Now {id} {index} />
                } else {
                    <SettingsForm owner={Owner::Part(id.clone())} />
                    <Rules {id} />
                }
            </div>
        </div>
    }
}

/// Whether a run says nothing about a part of this kind, and nothing can knock it over: it has settings alone.
const fn is_still(kind: Kind) -> bool {
    matches!(kind, Kind::Region | Kind::Vpc | Kind::Subnet | Kind::Note | Kind::Frame)
}

#[derive(Properties, PartialEq)]
struct HeadingProps {
    id: PartId,
    part: Part,
}

#[component]
fn Heading(props: &HeadingProps) -> Html {
    let language = use_language();
    let store = use_design_store();
    let onchange = use_callback((props.id.clone(), props.part.clone(), store.dispatcher()), rename);
    html! {
        <div class="part-heading">
            <KindIcon kind={props.part.kind()} />
            <div class="part-names">
                <h2 class="visually-hidden">{ store.design.display_name(&props.id).to_owned() }</h2>
                <input
                    class="name-field part-name"
                    type="text"
                    dir="auto"
                    aria-label={texts(language).name_label}
                    placeholder={props.id.to_string()}
                    value={props.part.name.clone()}
                    maxlength={limits::NAME_CHARACTERS.to_string()}
                    spellcheck="false"
                    autocomplete="off"
                    data-testid="part-name"
                    {onchange}
                />
                <span class="muted">{ kind_name(language, props.part.kind()) }</span>
            </div>
        </div>
    }
}

fn rename(event: Event, (id, part, dispatcher): &(PartId, Part, UseReducerDispatcher<crate::state::DesignState>)) {
    let typed = event.target_unchecked_into::<HtmlInputElement>().value();
    // What is so already is no step of the history.
    if typed.trim() == part.name {
        return;
    }
    let part = Part { name: typed.trim().to_owned(), ..part.clone() };
    let edit = Edit::Part { id: id.clone(), to: Some(Box::new(part)) };
    dispatcher.dispatch(DesignAction::Commit(Change::Rename, edit));
}

#[derive(Properties, PartialEq)]
struct StateProps {
    part: PartIndex,
}

/// How it does, and why, in one sentence.
#[component]
fn State(props: &StateProps) -> Html {
    let language = use_language();
    let design = use_design();
    let live = use_live_store();
    let is_down = use_is_down(&design, props.part);
    let Some(view) = use_part_view(props.part) else { return Html::default() };
    let name =
        if is_down { member_state_name(language, MemberState::Down) } else { health_name(language, view.health) };
    let why = view.reason.map(|reason| reason_sentence(language, &design, &live.log.get().entries, &reason));
    let rule = view.reason.and_then(|reason| rule_of_reason(&design, &live.log.get().entries, props.part, &reason));
    html! {
        <div class={classes!("state", health_class(view.health))} data-testid="part-state">
            <p class="state-line">
                <span class="state-mark" aria-hidden="true"></span>
                <strong>{ name }</strong>
                <span class="muted">{ traffic(language, &view) }</span>
            </p>
            if let Some(why) = why {
                <p class="why" data-testid="why">{ why }</p>
            }
            if let Some(fact) = rule {
                <p class="why-rule">{ rule_link(language, fact) }</p>
            }
        </div>
    }
}

fn traffic(language: Language, view: &PartView) -> String {
    if view.rate < 0.05 {
        return String::new();
    }
    latency_and_rate(language, f64::from(view.rate), f64::from(view.latency_ms))
}

#[derive(Properties, PartialEq)]
struct NowProps {
    id: PartId,
    index: Option<PartIndex>,
}

#[component]
fn Now(props: &NowProps) -> Html {
    let language = use_language();
    let t = texts(language);
    html! {
        <>
            <section class="group">
                <h3 class="group-title">{ t.knock_it_over }</h3>
                <FaultButtons id={props.id.clone()} />
            </section>
            <section class="group">
                <h3 class="group-title">
                    { t.metrics }
                    <span class="group-note">{ guidance_texts(language).last_full_second }</span>
                </h3>
                if let Some(part) = props.index {
                    <Metrics {part} />
                }
            </section>
            <OwnProblems id={props.id.clone()} />
            if let Some(part) = props.index {
                <PartCost {part} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct OwnProblemsProps {
    id: PartId,
}

/// What is wrong with the part.
#[component]
fn OwnProblems(props: &OwnProblemsProps) -> Html {
    let t = texts(use_language());
    let findings = use_findings();
    let found = use_memo((findings, props.id.clone()), |(findings, id)| findings.of(&Subject::Part(id.clone())));
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="group">
            <h3 class="group-title">{ t.problems }</h3>
            <ProblemList problems={found} hides_subject=true />
        </section>
    }
}
