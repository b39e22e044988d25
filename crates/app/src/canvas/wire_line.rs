//! A wire.

use std::rc::Rc;

use ninepins_canvas::Route;
use ninepins_model::{Severity, WireId, WireKind};
use ninepins_report::{Health, PartIndex, PartView, WireIndex, WireView};
use yew::prelude::*;

use super::wire_label::wire_label;
use crate::state::{part_view, use_live, wire_view};

/// Which wire.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) id: WireId,
    pub(super) index: WireIndex,
    /// The parts at its ends.
    pub(super) ends: [PartIndex; 2],
    pub(super) route: Rc<Route>,
    /// What a person wrote on it.
    pub(super) label: AttrValue,
    pub(super) kind: Option<WireKind>,
    pub(super) selected: bool,
    pub(super) problem: Option<Severity>,
    /// What a screen reader says.
    pub(super) name: AttrValue,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.route, &other.route)
            && self.id == other.id
            && (self.index, self.ends) == (other.index, other.ends)
            && (self.kind, self.selected, self.problem) == (other.kind, other.selected, other.problem)
            && (&self.name, &self.label) == (&other.name, &other.label)
    }
}

/// The wire.
#[component]
pub(super) fn WireLine(props: &Props) -> Html {
    let failing = use_live(
        |live| &live.gauges,
        (props.index, props.ends),
        |gauges, (index, ends)| {
            let fails = |view: &WireView| view.failed > 0.0 && view.failed >= view.ok * 0.05;
            // What fails while both ends are well is an answer like “not found”, and no fault.
            let suffers = |view: &PartView| matches!(view.health, Health::Strained | Health::Failing);
            wire_view(gauges, *index).is_some_and(fails)
                && ends.iter().any(|end| part_view(gauges, *end).is_some_and(suffers))
        },
    );
    let path = props.route.path();
    let class = classes!(
        "wire",
        props.kind.map(kind_class),
        props.selected.then_some("selected"),
        failing.then_some("failing"),
        (props.problem == Some(Severity::Error)).then_some("broken"),
    );
    html! {
        <g {class} data-wire={props.id.to_string()} data-testid={format!("wire-{}", props.id)} role="img" aria-label={props.name.clone()}>
            <path class="wire-reach" d={path.clone()} />
            <path class="wire-line" d={path} />
            <path class="wire-head" d={props.route.head()} />
            if !props.label.is_empty() {
                { wire_label(&props.label, props.route.middle()) }
            }
        </g>
    }
}

const fn kind_class(kind: WireKind) -> &'static str {
    match kind {
        WireKind::Client => "wire-client",
        WireKind::Record => "wire-record",
        WireKind::Origin => "wire-origin",
        WireKind::TargetGroup | WireKind::NlbTargetGroup => "wire-target-group",
        WireKind::Call | WireKind::Consumer => "wire-call",
        WireKind::Pool | WireKind::ProxyTarget | WireKind::Cache => "wire-pool",
    }
}
