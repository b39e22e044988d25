//! The mark of a state: a shape as well as a colour.

use ninepins_report::{Health, MemberState};
use yew::prelude::*;

/// A state, as drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A disc.
    Well,
    /// A triangle.
    Strained,
    /// A cross.
    Down,
    /// A dashed ring.
    Starting,
    /// A hollow disc.
    Leaving,
    /// A small grey disc.
    Idle,
}

impl Mark {
    /// Its class.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Mark::Well => "state-ok",
            Mark::Strained => "state-warn",
            Mark::Down => "state-bad",
            Mark::Starting => "state-starting",
            Mark::Leaving => "state-leaving",
            Mark::Idle => "state-idle",
        }
    }
}

impl From<Health> for Mark {
    fn from(health: Health) -> Self {
        match health {
            Health::Idle => Mark::Idle,
            Health::Healthy => Mark::Well,
            Health::Strained => Mark::Strained,
            Health::Failing => Mark::Down,
        }
    }
}

impl From<MemberState> for Mark {
    fn from(state: MemberState) -> Self {
        match state {
            MemberState::Starting => Mark::Starting,
            MemberState::Healthy => Mark::Well,
            MemberState::Strained => Mark::Strained,
            MemberState::Unhealthy | MemberState::Down => Mark::Down,
            MemberState::Draining => Mark::Leaving,
        }
    }
}

/// Where a mark is.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Which.
    pub(super) mark: Mark,
    /// Its middle.
    pub(super) x: f64,
    /// Its middle.
    pub(super) y: f64,
}

/// A mark of about 10 by 10.
#[component]
pub(super) fn StateMark(props: &Props) -> Html {
    let (x, y) = (props.x, props.y);
    let class = classes!("mark", props.mark.class());
    match props.mark {
        Mark::Well => html! { <circle {class} cx={x.to_string()} cy={y.to_string()} r="4.5" /> },
        Mark::Idle => html! { <circle {class} cx={x.to_string()} cy={y.to_string()} r="3" /> },
        Mark::Starting | Mark::Leaving => {
            html! { <circle {class} cx={x.to_string()} cy={y.to_string()} r="4" /> }
        }
        Mark::Strained => {
            let d = format!("M{x} {}l5.2 9h-10.4z", y - 5.4);
            html! { <path {class} {d} /> }
        }
        Mark::Down => {
            let d = format!("M{} {}l8 8m0-8l-8 8", x - 4.0, y - 4.0);
            html! { <path {class} {d} /> }
        }
    }
}
