//! The frame of a Region, VPC, zone or subnet, with its title.

use std::rc::Rc;

use ninepins_canvas::Rect;
use ninepins_model::{Design, Kind, PartId, Severity};
use ninepins_report::{MemberState, PartIndex};
use ninepins_words::{container_detail, kind_name, member_state_name};
use yew::prelude::*;

use super::mark::{Mark, StateMark};
use super::outage::{Outage, hatching, use_outage};
use super::part_card::problem_mark;
use super::part_group::{Label, PartGroup};
use super::rectangle::rectangle;
use super::text::{BOLD, fitted, width};
use crate::icons::{hue, title_lines_at};
use crate::state::Language;

/// Which container.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) id: PartId,
    pub(super) design: Rc<Design>,
    pub(super) rect: Rect,
    pub(super) selected: bool,
    pub(super) focused: bool,
    pub(super) targeted: bool,
    /// The zone that it is or belongs to.
    pub(super) zone: Option<PartIndex>,
    pub(super) problem: Option<Severity>,
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let same_part = Rc::ptr_eq(&self.design, &other.design)
            || self.design.parts.get(&self.id) == other.design.parts.get(&other.id)
                && reach(&self.design, &self.id) == reach(&other.design, &other.id);
        same_part
            && self.id == other.id
            && self.zone == other.zone
            && self.rect == other.rect
            && (self.selected, self.focused, self.targeted) == (other.selected, other.focused, other.targeted)
            && (self.problem, self.language) == (other.problem, other.language)
    }
}

/// The frame.
#[component]
pub(super) fn ContainerBox(props: &Props) -> Html {
    let outage = use_outage(props.zone);
    let Some((id, part)) = props.design.parts.get_key_value(&props.id) else { return Html::default() };
    let kind = part.kind();
    let is_out = kind == Kind::Az && outage != Outage::None;
    let Rect { x, y, width: wide, .. } = props.rect;
    // From far away the title is larger.
    let name = fitted(props.design.display_name(id), (wide - 40.0).max(20.0), 14.0 * BOLD);
    let room = wide - 41.0 - width(&name) * 11.0 * BOLD;
    let detail = if room > 40.0 {
        fitted(&container_detail(props.language, &props.design, id), room, 11.0)
    } else {
        String::new()
    };
    let class = classes!(
        "container",
        kind.as_str(),
        hue(kind),
        reach(&props.design, id),
        props.targeted.then_some("targeted"),
        is_out.then_some("out"),
        outage.class(),
    );
    let radius = if kind == Kind::Subnet { 6.0 } else { 8.0 };
    let group = PartGroup {
        id,
        kind,
        class,
        selected: props.selected,
        focused: props.focused,
        label: Label::Elements(format!("title-{id} kind-{id} health-{id}")),
        transform: None,
    };
    group.with(html! {
        <>
            { rectangle("container-frame", props.rect, radius) }
            if kind == Kind::Az && outage == Outage::Power {
                <path class="container-hatching" d={hatching(props.rect)} />
            }
            <path class="container-icon" d={title_lines_at(kind, x + 8.0, y + 5.5)} />
            <text
                class="container-title"
                x={(x + 26.0).to_string()}
                y={(y + 16.5).to_string()}
                id={format!("title-{id}")}
            >
                { name }<tspan class="container-detail" dx="7">{ detail }</tspan>
            </text>
            <desc id={format!("kind-{id}")}>{ kind_name(props.language, kind) }</desc>
            if is_out {
                <StateMark mark={Mark::Down} x={x + wide - 34.0} y={y + 13.0} />
                <desc id={format!("health-{id}")}>{ member_state_name(props.language, MemberState::Down) }</desc>
            }
            if let Some(severity) = props.problem {
                { problem_mark(props.language, severity, x + wide - 14.0, y + 13.0) }
            }
        </>
    })
}

/// Whether a subnet is public, as a class.
fn reach(design: &Design, id: &PartId) -> Option<&'static str> {
    design.routes_of(id).map(|_| if design.is_public_subnet(id) { "public" } else { "private" })
}
