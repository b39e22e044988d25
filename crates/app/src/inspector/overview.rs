//! Nothing is selected: what to try, and how the run does as a whole.

use ninepins_model::{Action, Design, Kind, MemberTarget, promise};
use ninepins_report::{CauseKind, PartIndex};
use ninepins_words::{
    cause_name, downtime, guidance_texts, number, page_texts, part_by_index, seeds_texts, sla_texts, texts,
};
use yew::prelude::*;

use super::cost::RunCost;
use super::fault_buttons::is_down;
use super::offers::{Offer, use_offers};
use super::part_row::PartRow;
use super::scenario_fields::ScenarioFields;
use crate::charts::failures_by_cause;
use crate::chrome::{Glyph, Icon};
use crate::layout::{Dialog, LayoutAction, use_layout};
use crate::pulse::use_pulse;
use crate::runner::use_runner;
use crate::state::{LiveStore, use_design, use_language, use_live_store};

/// Least wall milliseconds between two renderings of the totals.
const EVERY_MS: u32 = 250;
/// Most causes listed.
const CAUSES: usize = 8;

/// The overview.
#[component]
pub(super) fn Overview() -> Html {
    let language = use_language();
    let (t, page) = (texts(language), page_texts(language));
    let offers = use_offers();
    html! {
        <div class="inspector-body" data-testid="overview">
            <h2 class="panel-heading">
                { if offers.is_empty() { guidance_texts(language).nothing_to_try } else { page.try_this } }
            </h2>
            <p class="help">{ t.nothing_selected_help }</p>
            <div class="experiments">
                for offer in &offers {
                    <Experiment key={offer.testid.to_string()} offer={offer.clone()} />
                }
            </div>
            <RunTotals />
            <RunCost />
            <ScenarioFields />
            <p class="help">{ t.figures_are_measured }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ExperimentProps {
    offer: Offer,
}

#[component]
fn Experiment(props: &ExperimentProps) -> Html {
    let runner = use_runner();
    let (design, live) = (use_design(), use_live_store());
    let action = props.offer.action.clone();
    let onclick = use_callback((runner, action, design, live), |_: MouseEvent, (runner, action, design, live)| {
        if !runner.is_playing() && !runner.is_over() {
            runner.set_playing(true);
        }
        runner.act(&on_a_living_one(action, design, live));
    });
    html! {
        <button type="button" class="experiment" data-testid={props.offer.testid.clone()} {onclick}>
            <span class="experiment-icon"><Icon glyph={Glyph::Bolt} /></span>
            <span class="experiment-text">
                <strong>{ props.offer.name }</strong>
                <span class="muted">{ props.offer.help }</span>
            </span>
        </button>
    }
}

/// The same, on another instance of its own where that one is down already.
fn on_a_living_one(action: &Action, design: &Design, live: &LiveStore) -> Action {
    let Action::TerminateInstance { target } = action else { return action.clone() };
    let gauges = live.gauges.get();
    let instances = || design.running_parts().enumerate().filter(|(_, (_, part))| part.kind() == Kind::Ec2);
    let is_dead = instances().any(|(index, (id, _))| *id == target.part && is_down(&gauges, index));
    let living = instances().find(|(index, _)| is_dead && !is_down(&gauges, *index));
    let part = living.map_or(&target.part, |(_, (id, _))| id).clone();
    Action::TerminateInstance { target: MemberTarget { part, ..target.clone() } }
}

/// Totals since the start, and the failures by cause.
#[component]
fn RunTotals() -> Html {
    let language = use_language();
    let (page, sla) = (page_texts(language), sla_texts(language));
    let live = use_live_store();
    let design = use_design();
    let promise = use_memo(design.clone(), |design| promise(design));
    use_pulse(|live| &live.windows, EVERY_MS);
    let totals = live.windows.get().totals;
    let ended = totals.ok + totals.failed;
    let success =
        if ended == 0 { "–".to_owned() } else { number::availability(language, totals.ok as f64 / ended as f64) };
    let causes = causes(&live);
    html! {
        <>
            <section class="group">
                <h3 class="group-title">{ page.this_run }</h3>
                <dl class="metrics" data-testid="totals">
                    { row(page.requests, number::count(totals.generated), false) }
                    { row(page.succeeded, number::count(totals.ok), false) }
                    { row(page.failed, number::count(totals.failed), totals.failed > 0) }
                    { row(page.in_flight, number::count(totals.in_flight), false) }
                    { row(page.availability, success, false) }
                    if let Some(promise) = &*promise {
                        { row(sla.promised, number::availability(language, promise.availability), false) }
                    }
                </dl>
                if let Some(promise) = &*promise {
                    <p class="help" data-testid="sla">
                        { downtime(language, promise.availability) }{ ". " }{ sla.basis }
                    </p>
                }
                <CompareSeeds />
            </section>
            <section class="group">
                <h3 class="group-title">{ page.by_cause }</h3>
                if causes.is_empty() {
                    <p class="help">{ page.no_failures }</p>
                } else {
                    <dl class="metrics">
                        for (cause, count) in causes.into_iter().take(CAUSES) {
                            if let Some((part, (id, _))) = most_blamed(&live, cause).and_then(|part| Some((part, part_by_index(&design, part)?))) {
                                <PartRow
                                    key={cause_name(language, cause)}
                                    part={id.clone()}
                                    name={cause_name(language, cause)}
                                    part_name={design.display_name(id).to_owned()}
                                    value={number::count(count)}
                                    of={Some((cause, part))}
                                    is_bad=true
                                />
                            } else {
                                { row(cause_name(language, cause), number::count(count), true) }
                            }
                        }
                    </dl>
                }
            </section>
        </>
    }
}

/// Leads to the same run with other seeds.
#[component]
fn CompareSeeds() -> Html {
    let language = use_language();
    let layout = use_layout();
    let onclick = use_callback(layout, |_: MouseEvent, layout| {
        layout.dispatch(LayoutAction::Open(Dialog::Seeds));
    });
    html! {
        <button type="button" class="button small" data-testid="compare-seeds" {onclick}>{ seeds_texts(language).compare }</button>
    }
}

fn row(name: &'static str, value: String, is_bad: bool) -> Html {
    html! {
        <div key={name} class="metric">
            <dt>{ name }</dt>
            <dd class={is_bad.then_some("bad-text")}>{ value }</dd>
        </div>
    }
}

fn causes(live: &LiveStore) -> Vec<(CauseKind, u64)> {
    let book = live.windows.get();
    failures_by_cause(&book.windows)
}

/// The part at which most failures of a cause were.
fn most_blamed(live: &LiveStore, cause: CauseKind) -> Option<PartIndex> {
    let book = live.windows.get();
    let mut totals: Vec<(PartIndex, u64)> = Vec::new();
    let failures = book.windows.iter().flat_map(|window| &window.failures);
    for failure in failures.filter(|failure| failure.cause.kind == cause) {
        match totals.iter_mut().find(|(part, _)| *part == failure.cause.part) {
            Some((_, total)) => *total += u64::from(failure.count),
            None => totals.push((failure.cause.part, u64::from(failure.count))),
        }
    }
    totals.into_iter().max_by_key(|(_, total)| *total).map(|(part, _)| part)
}
