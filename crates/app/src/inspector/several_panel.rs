//! Several things are selected: which, and what can be set on all of them at once.

use ninepins_model::{Design, Kind, PartId, WireId, WireKind};
use ninepins_words::{
    inspector_texts, kind_name, selected_besides, selected_count, selected_kinds, texts, wire_kind_name, wire_name,
};
use yew::prelude::*;

use super::owner::Owner;
use super::settings_form::SettingsForm;
use super::several_faults::SeveralFaults;
use crate::canvas::surface;
use crate::icons::KindIcon;
use crate::state::{Selected, SelectionAction, use_design, use_language, use_selection};

/// The panel.
#[component]
pub(crate) fn SeveralPanel() -> Html {
    let language = use_language();
    let t = inspector_texts(language);
    let design = use_design();
    let selection = use_selection();
    let parts: Vec<PartId> = selection.parts().filter(|id| design.parts.contains_key(*id)).cloned().collect();
    let wires: Vec<WireId> = selection
        .selected
        .iter()
        .filter_map(|thing| match thing {
            Selected::Wire(id) if design.wires.contains_key(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    let both = !parts.is_empty() && !wires.is_empty();
    html! {
        <div class="inspector-body" data-testid="several">
            <div class="several-heading">
                <h2 class="panel-heading">{ selected_count(language, parts.len() + wires.len()) }</h2>
                <p class="muted" data-testid="several-kinds">
                    { selected_kinds(language, &part_kinds(&design, &parts), &wire_kinds(&design, &wires)) }
                </p>
            </div>
            <SelectedThings parts={parts.clone()} wires={wires.clone()} />
            if !parts.is_empty() {
                <Common owners={parts.iter().cloned().map(Owner::Part).collect::<Vec<_>>()} title={both.then_some(t.settings_of_parts)} />
                <SeveralFaults parts={parts.clone()} />
            }
            if !wires.is_empty() {
                <Common owners={wires.iter().cloned().map(Owner::Wire).collect::<Vec<_>>()} title={both.then_some(t.settings_of_wires)} />
            }
            <RemoveAll />
        </div>
    }
}

/// Most parts and wires that are named, each: more are not read, and cost time when hundreds are selected.
const NAMED: usize = 40;

#[derive(Properties, PartialEq)]
struct ThingsProps {
    parts: Vec<PartId>,
    wires: Vec<WireId>,
}

/// What is selected; pressing one selects it alone.
#[component]
fn SelectedThings(props: &ThingsProps) -> Html {
    let language = use_language();
    let design = use_design();
    let selection = use_selection().dispatcher();
    let choose = |thing: Selected| {
        let selection = selection.clone();
        move |_: MouseEvent| selection.dispatch(SelectionAction::Select(thing.clone()))
    };
    let unnamed = props.parts.len().saturating_sub(NAMED) + props.wires.len().saturating_sub(NAMED);
    html! {
        <ul class="selected-things" aria-label={inspector_texts(language).selected}>
            for id in props.parts.iter().take(NAMED) {
                if let Some(part) = design.parts.get(id) {
                    <li key={format!("part-{id}")}>
                        <button type="button" class="selected-thing" onclick={choose(Selected::Part(id.clone()))}>
                            <KindIcon kind={part.kind()} />
                            <bdi>{ design.display_name(id).to_owned() }</bdi>
                            <span class="muted">{ kind_name(language, part.kind()) }</span>
                        </button>
                    </li>
                }
            }
            for id in props.wires.iter().take(NAMED) {
                if let Some(wire) = design.wires.get(id) {
                    <li key={format!("wire-{id}")}>
                        <button type="button" class="selected-thing" onclick={choose(Selected::Wire(id.clone()))}>
                            <bdi>{ wire_name(&design, wire) }</bdi>
                            <span class="muted">
                                { wire_kind(&design, id).map_or("", |kind| wire_kind_name(language, kind)) }
                            </span>
                        </button>
                    </li>
                }
            }
            if unnamed > 0 {
                <li key="unnamed" class="muted">{ selected_besides(language, unnamed) }</li>
            }
        </ul>
    }
}

#[derive(Properties, PartialEq)]
struct CommonProps {
    owners: Vec<Owner>,
    title: Option<&'static str>,
}

/// The settings that all have.
#[component]
fn Common(props: &CommonProps) -> Html {
    let design = use_design();
    let language = use_language();
    let owner = Owner::of(props.owners.clone());
    let nothing = owner.entries(&design).is_empty();
    // Fields that keep what was typed must not pass from one selection to the next.
    let key = format!("{:?}", props.owners);
    html! {
        <>
            if let Some(title) = props.title {
                <h3 class="several-title">{ title }</h3>
            }
            if nothing {
                <p class="help" data-testid="nothing-in-common">{ inspector_texts(language).nothing_in_common }</p>
            } else {
                <p class="help">{ inspector_texts(language).several_help }</p>
                <div {key} class="several-settings"><SettingsForm {owner} /></div>
            }
        </>
    }
}

/// Takes all of them away, as one step; the keyboard goes on at the canvas.
#[component]
fn RemoveAll() -> Html {
    let name = texts(use_language()).delete;
    html! {
        <button
            type="button"
            class="button danger"
            data-testid="remove-several"
            onclick={|_: MouseEvent| surface().remove_and_focus()}
        >
            { name }
        </button>
    }
}

fn part_kinds(design: &Design, parts: &[PartId]) -> Vec<(Kind, usize)> {
    let kinds: Vec<Kind> = parts.iter().filter_map(|id| design.parts.get(id)).map(|part| part.kind()).collect();
    let count = |kind: Kind| kinds.iter().filter(|other| **other == kind).count();
    Kind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect()
}

fn wire_kinds(design: &Design, wires: &[WireId]) -> Vec<(WireKind, usize)> {
    let mut counted: Vec<(WireKind, usize)> = Vec::new();
    for kind in wires.iter().filter_map(|id| wire_kind(design, id)) {
        match counted.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, count)) => *count += 1,
            None => counted.push((kind, 1)),
        }
    }
    counted
}

fn wire_kind(design: &Design, id: &WireId) -> Option<WireKind> {
    let wire = design.wires.get(id)?;
    design.parts.get(&wire.from)?.kind().wire_to(design.parts.get(&wire.to)?.kind())
}
