//! The members inside a subnet: cards, dots or a count.

use std::rc::Rc;

use ninepins_canvas::{MemberPlan, Rect, member_plan};
use ninepins_model::Design;
use ninepins_report::{MemberRole, PartIndex};
use ninepins_words::{member_count, part_by_index};
use yew::prelude::*;

use super::member_card::MemberCard;
use super::member_dot::MemberDot;
use super::outage::use_outage;
use crate::state::{Language, use_live};

/// Which subnet.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) index: PartIndex,
    /// The zone that it belongs to.
    pub(super) zone: Option<PartIndex>,
    pub(super) design: Rc<Design>,
    pub(super) rect: Rect,
    /// The part cards inside it.
    pub(super) cards: Vec<Rect>,
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.design, &other.design)
            && (self.index, self.zone) == (other.index, other.zone)
            && self.rect == other.rect
            && self.cards == other.cards
            && self.language == other.language
    }
}

/// Which member: its part, its number and what it is.
pub(super) type MemberKey = (PartIndex, u32, MemberRole);

/// The members.
#[component]
pub(super) fn SubnetMembers(props: &Props) -> Html {
    let members: Vec<MemberKey> = use_live(
        |live| &live.gauges,
        props.index,
        |gauges, subnet| {
            let inside = gauges.members.iter().filter(|member| member.subnet == *subnet);
            inside.map(|member| (member.part, member.number, member.role)).collect()
        },
    );
    // A part that lies in the subnet itself has its card there already.
    let members: Vec<MemberKey> = members
        .into_iter()
        .filter(|(part, ..)| part_by_index(&props.design, *part).is_some_and(|(_, part)| part.kind().spans_subnets()))
        .collect();
    let outage = use_outage(props.zone);
    let class = classes!("members", outage.class());
    html! { <g {class}>{ drawn(props, &members) }</g> }
}

fn drawn(props: &Props, members: &[MemberKey]) -> Html {
    match member_plan(props.rect, &props.cards, members.len()) {
        MemberPlan::Cards(rects) => members
            .iter()
            .zip(rects)
            .map(|(member, rect)| {
                html! {
                    <MemberCard
                        key={format!("{}/{}", member.0, member.1)}
                        member={*member}
                        at={rect}
                        design={props.design.clone()}
                        language={props.language}
                    />
                }
            })
            .collect(),
        MemberPlan::Dots(points) => members
            .iter()
            .zip(points)
            .map(|(member, at)| {
                html! {
                    <MemberDot
                        key={format!("{}/{}", member.0, member.1)}
                        member={*member}
                        {at}
                        design={props.design.clone()}
                        language={props.language}
                    />
                }
            })
            .collect(),
        MemberPlan::Count(_) => {
            let (x, y) = (props.rect.x + 26.0, props.rect.y + 34.0);
            html! {
                <text class="member-count" x={x.to_string()} y={y.to_string()}>
                    { member_count(props.language, members.len()) }
                </text>
            }
        }
    }
}
