//! A collapsed container: one card that says how much is inside and how it does.

use std::rc::Rc;

use ninepins_canvas::Rect;
use ninepins_model::{Design, PartId};
use ninepins_report::{Gauges, Health, PartIndex};
use ninepins_words::{Language, collapsed_summary, container_detail, health_name, kind_name};
use yew::prelude::*;

use super::live::{LINE_ROOM, LINE_SIZE};
use super::mark::{Mark, StateMark};
use super::outage::{Outage, use_outage};
use super::text::{BOLD, fitted};
use crate::icons::{hue, lines};
use crate::state::use_live;

/// Which container.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) id: PartId,
    pub(super) design: Rc<Design>,
    /// What lies in it, as a run numbers it.
    pub(super) content: Vec<PartIndex>,
    /// The zone that it is or belongs to.
    pub(super) zone: Option<PartIndex>,
    pub(super) rect: Rect,
    pub(super) selected: bool,
    pub(super) focused: bool,
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.design, &other.design)
            && (&self.id, self.rect, self.language) == (&other.id, other.rect, other.language)
            && (self.selected, self.focused) == (other.selected, other.focused)
            && (&self.content, self.zone) == (&other.content, other.zone)
    }
}

/// The card.
#[component]
pub(super) fn CollapsedCard(props: &Props) -> Html {
    let (health, members) =
        use_live(|live| &live.gauges, props.content.clone(), |gauges, content| inside(gauges, content));
    let outage = use_outage(props.zone);
    let health = if outage == Outage::None { health } else { Health::Failing };
    let Some((id, part)) = props.design.parts.get_key_value(&props.id) else { return Html::default() };
    let (kind, language) = (part.kind(), props.language);
    let name = props.design.display_name(id);
    let blocks = props.content.len();
    // What it is in detail is said where there is room for all of it.
    let in_full = format!("{name} {}", container_detail(language, &props.design, id));
    let shown = fitted(&in_full, 110.0, 13.0 * BOLD);
    let title = if shown == in_full { shown } else { fitted(name, 110.0, 13.0 * BOLD) };
    html! {
        <g
            class={classes!("part-card", "collapsed", hue(kind), props.selected.then_some("selected"), outage.class())}
            id={format!("part-{id}")}
            data-part={id.to_string()}
            data-kind={kind.as_str()}
            data-testid={format!("part-{id}")}
            data-collapsed="true"
            role="group"
            tabindex={if props.focused { "0" } else { "-1" }}
            aria-labelledby={format!("title-{id} kind-{id} health-{id} line-{id}")}
            aria-current={props.selected.then_some("true")}
            transform={format!("translate({} {})", props.rect.x, props.rect.y)}
        >
            <rect class="card-under" x="5" y="5" width="176" height="56" rx="8" />
            <rect class="card-ground" width="176" height="56" rx="8" />
            <rect class="kind-tile" x="10" y="11" width="34" height="34" rx="8" />
            <path class="kind-lines" transform="translate(15 16)" d={lines(kind)} />
            <text class="card-name" x="53" y="27" id={format!("title-{id}")}>
                { title }
            </text>
            <desc id={format!("kind-{id}")}>{ kind_name(language, kind) }</desc>
            <rect class={classes!("card-border", Mark::from(health).class())} width="176" height="56" rx="8" />
            <text class="card-line" x="53" y="43.5" id={format!("line-{id}")}>
                { fitted(&collapsed_summary(language, blocks, members), LINE_ROOM, LINE_SIZE) }
            </text>
            <desc id={format!("health-{id}")}>{ health_name(language, health) }</desc>
            <StateMark mark={Mark::from(health)} x={165.0} y={10.5} />
        </g>
    }
}

/// The worst state of what is inside, and how many members live there.
fn inside(gauges: &Gauges, content: &[PartIndex]) -> (Health, usize) {
    let rank = |health: Health| match health {
        Health::Idle => 0,
        Health::Healthy => 1,
        Health::Strained => 2,
        Health::Failing => 3,
    };
    let views = gauges.parts.iter().filter(|view| content.contains(&view.part));
    let worst = views.map(|view| view.health).max_by_key(|health| rank(*health)).unwrap_or(Health::Idle);
    (worst, gauges.members.iter().filter(|member| content.contains(&member.subnet)).count())
}
