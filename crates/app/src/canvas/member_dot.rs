//! A member as a dot, where cards do not fit.

use ninepins_canvas::Point;
use ninepins_words::{member_name, member_state_name, part_by_index};
use yew::prelude::*;

use super::mark::{Mark, StateMark};
use super::member_card::{Props, use_member};

/// The dot.
#[component]
pub(super) fn MemberDot(props: &Props<Point>) -> Html {
    let (part, number, role) = props.member;
    let (state, _) = use_member(props.member);
    let name = member_name(&props.design, part, role, number);
    let said = format!("{name}, {}", member_state_name(props.language, state));
    let owner = part_by_index(&props.design, part).map(|(id, _)| id.to_string());
    html! {
        <g class="member-dot" data-member={name} data-member-of={owner} role="img" aria-label={said.clone()}>
            <title>{ said }</title>
            <StateMark mark={Mark::from(state)} x={props.at.x} y={props.at.y} />
        </g>
    }
}
