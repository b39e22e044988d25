//! A design, small: drawn from the same geometry and in the same colours as the canvas, without what cannot be read.

use std::collections::BTreeSet;
use std::rc::Rc;

use ninepins_canvas::{Layout, MemberPlan, Point, Rect, Routes, member_plan};
use ninepins_model::{Design, Kind, PartId};
use yew::prelude::*;

use crate::canvas::rectangle;
use crate::icons::{hue, lines};

/// Space around the design, in canvas units.
const MARGIN: f64 = 28.0;
/// The least that a picture shows: a small design is not blown up.
const LEAST: Point = Point::new(720.0, 380.0);

/// Which design.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) design: Rc<Design>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.design, &other.design)
    }
}

/// The picture. What it shows is said beside it.
#[component]
pub(super) fn Picture(props: &Props) -> Html {
    let design = &*props.design;
    let layout = Layout::of(design);
    let routes = Routes::of(design, &layout, &Routes::default());
    html! {
        <svg class="gallery-picture canvas-svg" viewBox={view_box(&layout)} aria-hidden="true">
            { for layout.containers().iter().filter_map(|id| container(design, &layout, id)) }
            { for routes.iter().map(|(_, route)| html! {
                <g class="wire">
                        <path class="wire-line" d={route.path()} />
                        <path class="wire-head" d={route.head()} />
                    </g>
            }) }
            { for layout.containers().iter().filter_map(|id| members(&layout, id)) }
            { for layout.cards().iter().filter_map(|id| card(&layout, id)) }
        </svg>
    }
}

fn view_box(layout: &Layout) -> String {
    let around = layout.rects().reduce(Rect::union).unwrap_or_default().grown(MARGIN);
    let middle = around.center();
    let (width, height) = (around.width.max(LEAST.x), around.height.max(LEAST.y));
    format!("{} {} {width} {height}", middle.x - width / 2.0, middle.y - height / 2.0)
}

fn container(design: &Design, layout: &Layout, id: &PartId) -> Option<Html> {
    let place = layout.place(id)?;
    let is_public = design.is_public_subnet(id);
    let class = classes!("container", place.kind.as_str(), hue(place.kind), is_public.then_some("public"));
    let radius = if place.kind == Kind::Subnet { 6.0 } else { 8.0 };
    Some(html! { <g {class}>{ rectangle("container-frame", place.rect, radius) }</g> })
}

/// A card's ground and, in its middle, its icon.
fn card(layout: &Layout, id: &PartId) -> Option<Html> {
    let place = layout.place(id)?;
    let middle = place.rect.center();
    Some(html! {
        <g class={classes!("part-card", hue(place.kind))}>
            { rectangle("card-ground", place.rect, 8.0) }
            { rectangle("card-border", place.rect, 8.0) }
            { rectangle("kind-tile", Rect::new(middle.x - 24.0, middle.y - 24.0, 48.0, 48.0), 10.0) }
            <path
                class="kind-lines"
                transform={format!("translate({} {}) scale(1.5)", middle.x - 18.0, middle.y - 18.0)}
                d={lines(place.kind)}
            />
        </g>
    })
}

/// The members that begin in a subnet: what the canvas shows there once the design runs.
fn members(layout: &Layout, subnet: &PartId) -> Option<Html> {
    let place = layout.place(subnet)?;
    let cards: Vec<Rect> = layout.children_rects(Some(subnet), &BTreeSet::new()).collect();
    let MemberPlan::Cards(rects) = member_plan(place.rect, &cards, place.members) else { return None };
    Some(rects.into_iter().map(member).collect())
}

fn member(rect: Rect) -> Html {
    let (x, y) = (rect.x + 16.0, rect.center().y);
    html! {
        <g class="member state-ok">
            { rectangle("member-ground", rect, 5.0) }
            <circle class="mark state-ok" cx={x.to_string()} cy={y.to_string()} r="6" />
            { rectangle("load-track", Rect::new(x + 16.0, y - 3.0, rect.width - 46.0, 6.0), 3.0) }
            { rectangle("load-bar", Rect::new(x + 16.0, y - 3.0, (rect.width - 46.0) * 0.35, 6.0), 3.0) }
        </g>
    }
}
