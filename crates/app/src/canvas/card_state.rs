//! What changes on a card while it runs: border, mark and the line of figures.

use std::rc::Rc;

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
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.design, &other.design)
            && self.id == other.id
            && self.index == other.index
            && self.language == other.language
    }
}

/// Border, mark and figures, from the corner of the card's icon.
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
    html! {
        <>
            <rect class={classes!("card-border", mark.map(Mark::class))} x="-15" y="-16" width="176" height="56" rx="8" />
            <text class="card-line" x="38" y="27.5" id={format!("line-{}", props.id)}>
                { fitted(&figures.line, LINE_ROOM, LINE_SIZE) }
            </text>
            <desc id={format!("health-{}", props.id)}>{ health_name(props.language, health) }</desc>
            if let Some(mark) = mark {
                <StateMark {mark} x={150.0} y={-5.5} />
            }
        </>
    }
}
