//! The card of a part that is no container.

use std::rc::Rc;

use ninepins_canvas::Rect;
use ninepins_model::{Design, PartId, Severity};
use ninepins_report::PartIndex;
use ninepins_words::{card_kind_name, kind_name, severity_name};
use yew::prelude::*;

use super::card_state::CardState;
use super::outage::use_outage;
use super::part_group::{Label, PartGroup};
use super::text::{BOLD, fitted, width};
use crate::icons::{hue, lines_at};
use crate::state::Language;

/// Which card.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) id: PartId,
    pub(super) index: PartIndex,
    /// The zone that it stands in.
    pub(super) zone: Option<PartIndex>,
    pub(super) design: Rc<Design>,
    pub(super) rect: Rect,
    pub(super) selected: bool,
    pub(super) focused: bool,
    pub(super) lifted: bool,
    pub(super) problem: Option<Severity>,
    /// Whether no other part is of its kind.
    pub(super) single: bool,
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let same_part = Rc::ptr_eq(&self.design, &other.design)
            || self.design.parts.get(&self.id) == other.design.parts.get(&other.id);
        same_part
            && self.id == other.id
            && (self.index, self.zone) == (other.index, other.zone)
            && self.rect == other.rect
            && (self.selected, self.focused, self.lifted) == (other.selected, other.focused, other.lifted)
            && (self.problem, self.single, self.language) == (other.problem, other.single, other.language)
    }
}

/// Room for the texts of a card.
const ROOM: f64 = 115.0;
/// Less room than this for a part's own name says nothing.
const LEAST: f64 = 56.0;

/// The card.
#[component]
pub(super) fn PartCard(props: &Props) -> Html {
    let outage = use_outage(props.zone);
    let Some((id, part)) = props.design.parts.get_key_value(&props.id) else { return Html::default() };
    let kind = part.kind();
    let language = props.language;
    let kind_text = card_kind_name(language, kind);
    let name = own_name(props, kind_text, id);
    let beside = ROOM - width(kind_text) * 13.0 * BOLD - 5.0;
    // A name that finds no room beside its kind takes its place, as does one that begins with it: the kind is in the icon.
    let says_kind = name.get(..kind_text.len()).is_some_and(|start| start.eq_ignore_ascii_case(kind_text));
    let stands_alone = beside < width(name) * 13.0 && (beside < LEAST || says_kind);
    let name = if stands_alone { fitted(name, ROOM, 13.0 * BOLD) } else { fitted(name, beside, 13.0) };
    let class = classes!("part-card", hue(kind), props.lifted.then_some("lifted"), outage.class());
    let Rect { x, y, .. } = props.rect;
    let group = PartGroup {
        id,
        kind,
        class,
        selected: props.selected,
        focused: props.focused,
        label: Label::Elements(format!("title-{id} kind-{id} health-{id} line-{id}")),
        transform: None,
    };
    group.with(html! {
        <>
            <rect class="card-ground" x={x.to_string()} y={y.to_string()} width="176" height="56" rx="8" />
            <rect class="kind-tile" x={(x + 10.0).to_string()} y={(y + 11.0).to_string()} width="34" height="34" rx="8" />
            <path class="kind-lines" d={lines_at(kind, x + 15.0, y + 16.0)} />
            <text
                class={classes!("card-name", stands_alone.then_some("stands-alone"))}
                x={(x + 53.0).to_string()}
                y={(y + 27.0).to_string()}
                id={format!("title-{id}")}
            >
                <tspan class="card-kind">{ kind_text }</tspan>
                <tspan class="card-own-name" dx={if stands_alone { "0" } else { "5" }}>{ name }</tspan>
            </text>
            <desc id={format!("kind-{id}")}>{ kind_name(language, kind) }</desc>
            <CardState id={id.clone()} index={props.index} design={props.design.clone()} corner={props.rect.corner()} {language} />
            if let Some(severity) = props.problem {
                { problem_mark(language, severity, x + 41.0, y + 41.0) }
            }
        </>
    })
}

/// What a person calls the part; nothing where that only says the kind again, and tells it from no other.
fn own_name<'a>(props: &'a Props, kind_text: &str, id: &'a PartId) -> &'a str {
    let name = props.design.display_name(id);
    let kind = props.design.parts.get(id).map_or("", |part| part.kind().as_str());
    if props.single && (name == kind || name.eq_ignore_ascii_case(kind_text)) { "" } else { name }
}

/// A problem's mark, with its middle at a point.
pub(super) fn problem_mark(language: Language, severity: Severity, x: f64, y: f64) -> Html {
    html! {
        <g class={classes!("problem-mark", problem_class(severity))}>
            <title>{ severity_name(language, severity) }</title>
            <circle cx={x.to_string()} cy={y.to_string()} r="7" />
            <path d={format!("M{x} {y}m0-3.4v4m0 2.4v.2")} />
        </g>
    }
}

/// The class of a problem's mark.
const fn problem_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "problem-error",
        Severity::Warning => "problem-warning",
    }
}
