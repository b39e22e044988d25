//! A wire.

use std::rc::Rc;

use ninepins_canvas::Route;
use ninepins_model::{Severity, WireId, WireKind};
use ninepins_report::{Health, PartIndex, PartView, WireIndex, WireView};
use yew::prelude::*;

use crate::state::use_live;

/// Which wire.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) id: WireId,
    pub(super) index: WireIndex,
    /// The parts at its ends.
    pub(super) ends: [PartIndex; 2],
    pub(super) route: Rc<Route>,
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
            && self.name == other.name
    }
}

/// The wire.
#[component]
pub(super) fn WireLine(props: &Props) -> Html {
    let failing = use_live(
        |live| &live.gauges,
        (props.index, props.ends),
        |gauges, (index, ends)| {
            let fails = |view: &WireView| view.wire == *index && view.failed > 0.0 && view.failed >= view.ok * 0.05;
            // What fails while both ends are well is an answer like “not found”, and no fault.
            let suffers = |view: &PartView| {
                ends.contains(&view.part) && matches!(view.health, Health::Strained | Health::Failing)
            };
            gauges.wires.iter().any(fails) && gauges.parts.iter().any(suffers)
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
    let marker = if props.selected { "url(#arrow-selected)" } else { "url(#arrow)" };
    html! {
        <g {class} data-wire={props.id.to_string()} data-testid={format!("wire-{}", props.id)} role="img" aria-label={props.name.clone()}>
            <path class="wire-reach" d={path.clone()} />
            <path class="wire-line" d={path} marker-end={marker} />
        </g>
    }
}

const fn kind_class(kind: WireKind) -> &'static str {
    match kind {
        WireKind::Client => "wire-client",
        WireKind::Record => "wire-record",
        WireKind::Origin => "wire-origin",
        WireKind::TargetGroup => "wire-target-group",
        WireKind::Pool => "wire-pool",
    }
}
