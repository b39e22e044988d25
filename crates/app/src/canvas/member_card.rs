//! A member as a card: its mark, its name and its load.

use std::rc::Rc;

use ninepins_canvas::Rect;
use ninepins_model::Design;
use ninepins_report::MemberState;
use ninepins_words::number::fixed;
use ninepins_words::{card_role, member_name, member_state_name, part_by_index};
use yew::prelude::*;

use super::mark::{Mark, StateMark};
use super::rectangle::rectangle;
use super::subnet_members::MemberKey;
use super::text::{fitted, width as text_width};
use crate::state::{Language, use_live};

/// Which member, and where.
#[derive(Properties, Clone)]
pub(super) struct Props<P: Clone + PartialEq> {
    pub(super) member: MemberKey,
    pub(super) at: P,
    pub(super) design: Rc<Design>,
    pub(super) language: Language,
}

impl<P: Clone + PartialEq> PartialEq for Props<P> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.design, &other.design)
            && self.member == other.member
            && self.at == other.at
            && self.language == other.language
    }
}

/// A member's state, and its load in steps that can be seen.
#[hook]
pub(super) fn use_member(member: MemberKey) -> (MemberState, u32) {
    use_live(
        |live| &live.gauges,
        member,
        |gauges, (part, number, _)| {
            let view = gauges.members.iter().find(|view| view.part == *part && view.number == *number);
            view.map_or((MemberState::Down, 0), |view| (view.state, (view.load.clamp(0.0, 1.0) * 50.0) as u32 * 2))
        },
    )
}

/// The card.
#[component]
pub(super) fn MemberCard(props: &Props<Rect>) -> Html {
    let (part, number, role) = props.member;
    let (state, load) = use_member(props.member);
    let mark = Mark::from(state);
    let name = member_name(&props.design, part, role, number);
    let owner = part_by_index(&props.design, part).map(|(id, _)| id.to_string());
    let said = match state {
        MemberState::Healthy | MemberState::Strained => card_role(props.language, role),
        _ => member_state_name(props.language, state),
    };
    let Rect { x, y, width, .. } = props.at;
    let bar = width - 34.0;
    let name_shown = fitted(&name, bar * 0.6, 11.0);
    let said = fitted(said, bar - text_width(&name_shown) * 11.0 - 5.0, 11.0);
    html! {
        <g
            class={classes!("member", mark.class())}
            data-member={name.clone()}
            data-member-of={owner}
            data-state={format!("{state:?}").to_ascii_lowercase()}
            role="img"
            aria-label={format!("{name}, {}, {load} %", member_state_name(props.language, state))}
        >
            { rectangle("member-ground", props.at, 5.0) }
            <StateMark {mark} x={x + 14.0} y={y + 13.0} />
            <text class="member-name" x={(x + 26.0).to_string()} y={(y + 12.5).to_string()}>
                { name_shown }<tspan class="member-role" dx="5">{ said }</tspan>
            </text>
            { load_rect("load-track", x, y, bar.to_string()) }
            if !matches!(state, MemberState::Down) {
                { load_rect("load-bar", x, y, fixed(bar * f64::from(load) / 100.0, 1)) }
            }
        </g>
    }
}

/// Of the bar of its load, in a card at a point.
fn load_rect(class: &'static str, x: f64, y: f64, width: String) -> Html {
    let (x, y) = ((x + 26.0).to_string(), (y + 18.0).to_string());
    html! { <rect {class} {x} {y} {width} height="3" rx="1.5" /> }
}
