//! What lies over the picture while something is pointed at: handles, grips, wires being drawn, frames, new parts.

use std::collections::BTreeSet;
use std::rc::Rc;

use ninepins_canvas::{Grip, Guide, Layout, Preview, Rect, Route, Side, gathered};
use ninepins_model::{Kind, PartId};
use ninepins_words::card_kind_name;
use yew::prelude::*;

use super::pointer::grip_cursor;
use super::rectangle::rectangle;
use super::stage::Stage;
use super::surface::{surface, use_topic};
use crate::icons::{hue, lines};
use crate::state::{Language, Selected, use_design, use_language, use_selection};

/// The overlay. It takes no pointer: hits are found by geometry.
#[component]
pub(crate) fn Overlay() -> Html {
    let language = use_language();
    let selected = use_selection().selected.clone();
    // Drawn anew with each design; the canvas around it has laid that out by then.
    let _ = use_design();
    let stage = surface().stage.borrow().clone();
    let preview = use_topic(|surface| &surface.preview);
    let hover = use_topic(|surface| &surface.hover);
    let layout = preview.layout.as_ref().unwrap_or(&stage.layout);
    let parts: BTreeSet<PartId> = gathered(selected.iter().filter_map(|thing| match thing {
        Selected::Part(id) => Some(id.clone()),
        Selected::Wire(_) => None,
    }));
    let is_free = preview.layout.is_none() && preview.ghost.is_none() && preview.frame.is_none();
    let only = if parts.len() == 1 { parts.first() } else { None };
    let handled: BTreeSet<PartId> = gathered(hover.iter().chain(only).cloned());
    html! {
        <g>
            { for parts.iter().filter_map(|id| outline(layout, id)) }
            if is_free && preview.wire.is_none() {
                { for handled.iter().filter_map(|id| handles(layout, id)) }
            }
            if let Some(grips) = only.filter(|_| preview.ghost.is_none()).and_then(|id| grips(layout, id)) {
                { grips }
            }
            if let (true, Some(route)) = (is_free && preview.wire.is_none(), only_wire(&stage, &selected)) {
                { wire_grips(&route) }
            }
            { wire(&preview, layout) }
            { for preview.guides.iter().map(guide) }
            if let Some(frame) = preview.frame {
                { rectangle("marquee", frame, 2.0) }
            }
            if let Some((kind, rect)) = preview.ghost {
                { ghost(kind, rect, preview.refusal.is_some() && !preview.offers_containers(), language) }
            }
        </g>
    }
}

fn outline(layout: &Layout, id: &PartId) -> Option<Html> {
    Some(rectangle("selection", layout.rect(id)?.grown(3.0), 10.0))
}

fn handles(layout: &Layout, id: &PartId) -> Option<Html> {
    let place = layout.place(id).filter(|place| place.is_wirable())?;
    let circles = Side::ALL.map(|side| {
        let at = side.of(place.rect);
        html! { <circle class="handle" cx={at.x.to_string()} cy={at.y.to_string()} r="4.5" /> }
    });
    Some(html! { <g>{ for circles }</g> })
}

fn grips(layout: &Layout, id: &PartId) -> Option<Html> {
    let place = layout.place(id).filter(|place| place.is_resizable())?;
    let squares = Grip::ALL.map(|grip| {
        let at = grip.of(place.rect);
        html! { <rect class={classes!("grip", grip_cursor(grip))} x={(at.x - 4.0).to_string()} y={(at.y - 4.0).to_string()} width="8" height="8" rx="2" /> }
    });
    Some(html! { <g>{ for squares }</g> })
}

/// The only selected wire.
fn only_wire(stage: &Stage, selected: &BTreeSet<Selected>) -> Option<Rc<Route>> {
    match (selected.len(), selected.first()) {
        (1, Some(Selected::Wire(id))) => stage.routes.get(id).cloned(),
        _ => None,
    }
}

/// Where the selected wire can be led to another part, and where it can be bent.
fn wire_grips(route: &Route) -> Html {
    let middle = route.middle();
    let ends = [route.start(), route.end()].map(|at| {
        html! { <circle class="handle" cx={at.x.to_string()} cy={at.y.to_string()} r="5" /> }
    });
    html! {
        <g class="wire-grips" data-testid="wire-grips">
            { for ends }
            <rect class="grip bend" x={(middle.x - 4.5).to_string()} y={(middle.y - 4.5).to_string()} width="9" height="9" rx="4.5" />
        </g>
    }
}

fn guide(guide: &Guide) -> Html {
    let d = format!("M{} {}L{} {}", guide.from.x, guide.from.y, guide.to.x, guide.to.y);
    html! { <path class="guide" {d} /> }
}

fn wire(preview: &Preview, layout: &Layout) -> Html {
    let Some(wire) = &preview.wire else { return Html::default() };
    let refused = preview.refusal.is_some();
    let target = wire.target.as_ref().and_then(|(id, fits)| Some((layout.rect(id)?, *fits)));
    html! {
        <>
            <path class={classes!("wire-draft", refused.then_some("refused"))} d={wire.route.path()} />
            if let Some((rect, fits)) = target {
                { rectangle(if fits { "wire-target" } else { "wire-target refused" }, rect.grown(3.0), 10.0) }
            }
        </>
    }
}

fn ghost(kind: Kind, rect: Rect, refused: bool, language: Language) -> Html {
    let class = classes!("ghost", hue(kind), kind.is_container().then_some("container"), refused.then_some("refused"));
    html! {
        <g {class} transform={format!("translate({} {})", rect.x, rect.y)} data-testid="ghost">
            <rect class="ghost-frame" width={rect.width.to_string()} height={rect.height.to_string()} rx="8" />
            if kind.is_container() {
                <text class="container-title" x="10" y="17">{ card_kind_name(language, kind) }</text>
            } else {
                <rect class="kind-tile" x="10" y="11" width="34" height="34" rx="8" />
                <path class="kind-lines" transform="translate(15 16)" d={lines(kind)} />
                <text class="card-name" x="53" y="33">{ card_kind_name(language, kind) }</text>
            }
        </g>
    }
}
