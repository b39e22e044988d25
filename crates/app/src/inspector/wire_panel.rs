//! The selected wire.

use ninepins_model::{Change, Edit, Subject, WireId};
use ninepins_report::WireIndex;
use ninepins_words::{
    number, page_texts, shared_target_group, texts, wire_kind_description, wire_kind_name, wire_name,
};
use yew::prelude::*;

use super::owner::Owner;
use super::settings_form::SettingsForm;
use crate::chrome::ProblemList;
use crate::state::{
    DesignAction, Selected, SelectionAction, use_design_store, use_findings, use_language, use_selection, use_wire_view,
};

/// Which wire.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) id: WireId,
}

/// The wire: its ends, what it means, its traffic, its settings.
#[component]
pub(crate) fn WirePanel(props: &Props) -> Html {
    let language = use_language();
    let t = texts(language);
    let store = use_design_store();
    let design = store.design.clone();
    let findings = use_findings();
    let found = use_memo((findings, props.id.clone()), |(findings, id)| findings.of(&Subject::Wire(id.clone())));
    let remove = use_callback((props.id.clone(), store.dispatcher()), |_: MouseEvent, (id, dispatcher)| {
        dispatcher.dispatch(DesignAction::Commit(Change::Unwire, Edit::Wire { id: id.clone(), to: None }));
    });
    let Some(wire) = design.wires.get(&props.id) else { return Html::default() };
    let kind = design
        .parts
        .get(&wire.from)
        .zip(design.parts.get(&wire.to))
        .and_then(|(from, to)| from.kind().wire_to(to.kind()));
    let first = design.target_group_of(&props.id);
    let index = design.wires.keys().position(|id| *id == props.id).and_then(|index| WireIndex::try_from(index).ok());
    html! {
        <div class="inspector-body" data-testid="inspector" data-wire={props.id.to_string()}>
            <h2 class="panel-heading"><bdi>{ wire_name(&design, wire) }</bdi></h2>
            if let Some(kind) = kind {
                <p class="muted">{ wire_kind_name(language, kind) }</p>
                <p class="help">{ wire_kind_description(language, kind) }</p>
            }
            if *first != props.id {
                <SharedGroup first={first.clone()} />
            }
            if let Some(wire) = index {
                <Traffic {wire} />
            }
            if !found.is_empty() {
                <section class="group">
                    <h3 class="group-title">{ t.problems }</h3>
                    <ProblemList problems={found} hides_subject=true />
                </section>
            }
            <SettingsForm owner={Owner::Wire(props.id.clone())} />
            <button type="button" class="button danger" data-testid="remove-wire" onclick={remove}>{ t.delete }</button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SharedGroupProps {
    first: WireId,
}

/// Whose settings hold, where several wires lead to one target group.
#[component]
fn SharedGroup(props: &SharedGroupProps) -> Html {
    let language = use_language();
    let design = use_design_store().design.clone();
    let selection = use_selection().dispatcher();
    let onclick = use_callback((selection, props.first.clone()), |_: MouseEvent, (selection, first)| {
        selection.dispatch(SelectionAction::Select(Selected::Wire(first.clone())));
    });
    let Some(name) = design.wires.get(&props.first).map(|wire| wire_name(&design, wire)) else {
        return Html::default();
    };
    html! {
        <div class="shared-group" data-testid="shared-group">
            <p class="help">{ shared_target_group(language, &name) }</p>
            <button type="button" class="button small" {onclick}><bdi>{ name }</bdi></button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TrafficProps {
    wire: WireIndex,
}

#[component]
fn Traffic(props: &TrafficProps) -> Html {
    let language = use_language();
    let page = page_texts(language);
    let Some(view) = use_wire_view(props.wire) else { return Html::default() };
    html! {
        <dl class="metrics">
            <div class="metric">
                <dt>{ page.succeeded }</dt>
                <dd>{ number::rate(language, f64::from(view.ok)) }</dd>
            </div>
            <div class="metric">
                <dt>{ page.failed }</dt>
                <dd class={(view.failed > 0.0).then_some("bad-text")}>{ number::rate(language, f64::from(view.failed)) }</dd>
            </div>
        </dl>
    }
}
