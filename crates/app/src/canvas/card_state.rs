//! What changes on a card while it runs: border, mark and the line of figures.

use std::rc::Rc;

use ninepins_canvas::Point;
use ninepins_model::{Design, PartId};
use ninepins_report::{Health, PartIndex};
use ninepins_words::health_name;
use yew::prelude::*;

use super::live::{CardKey, LINE_ROOM, LINE_SIZE, use_card_figures};
use super::mark::{Mark, StateMark};
use super::text::fitted;
use crate::state::Language;

/// Which card.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) id: PartId,
    pub(super) index: PartIndex,
    pub(super) design: Rc<Design>,
    /// The card's corner.
    pub(super) corner: Point,
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.design, &other.design)
            && self.id == other.id
            && self.index == other.index
            && self.corner == other.corner
            && self.language == other.language
    }
}

/// Border, mark and figures.
#[component]
pub(super) fn CardState(props: &Props) -> Html {
    let figures = use_card_figures(CardKey {
        design: props.design.clone(),
        id: props.id.clone(),
        index: props.index,
        language: props.language,
    });
    let mark = figures.health.map(Mark::from);
    let health = figures.health.unwrap_or(Health::Idle);
    let Point { x, y } = props.corner;
    html! {
        <>
            <rect
                class={classes!("card-border", mark.map(Mark::class))}
                x={x.to_string()}
                y={y.to_string()}
                width="176"
                height="56"
                rx="8"
            />
            <text
                class="card-line"
                x={(x + 53.0).to_string()}
                y={(y + 43.5).to_string()}
                id={format!("line-{}", props.id)}
            >
                { fitted(&figures.line, LINE_ROOM, LINE_SIZE) }
            </text>
            <desc id={format!("health-{}", props.id)}>{ health_name(props.language, health) }</desc>
            if let Some(mark) = mark {
                <StateMark {mark} x={x + 165.0} y={y + 10.5} />
            }
        </>
    }
}
