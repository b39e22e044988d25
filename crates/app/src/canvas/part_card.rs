//! The card of a part that is no container.

use std::rc::Rc;

use ninepins_canvas::{Point, Rect};
use ninepins_model::{Design, PartId, Severity};
use ninepins_report::PartIndex;
use ninepins_words::{card_kind_name, kind_name, severity_name};
use yew::prelude::*;

use super::card_state::CardState;
use super::text::{BOLD, fitted, width};
use crate::icons::{hue, lines};
use crate::state::Language;

/// Which card.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) id: PartId,
    pub(super) index: PartIndex,
    pub(super) design: Rc<Design>,
    pub(super) rect: Rect,
    pub(super) selected: bool,
    pub(super) focused: bool,
    pub(super) lifted: bool,
    pub(super) problem: Option<Severity>,
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let same_part = Rc::ptr_eq(&self.design, &other.design)
            || self.design.parts.get(&self.id) == other.design.parts.get(&other.id);
        same_part
            && self.id == other.id
            && self.index == other.index
            && self.rect == other.rect
            && (self.selected, self.focused, self.lifted) == (other.selected, other.focused, other.lifted)
            && (self.problem, self.language) == (other.problem, other.language)
    }
}

/// Where the icon is in a card. It is the origin of what the card draws: an icon moved by a transform of its own made
/// every frame of a large design a tenth dearer.
const ICON: Point = Point { x: 15.0, y: 16.0 };
/// Room for the texts of a card.
const ROOM: f64 = 115.0;
/// Less room than this for a part's own name says nothing.
const LEAST: f64 = 56.0;

/// The card.
#[component]
pub(super) fn PartCard(props: &Props) -> Html {
    let Some((id, part)) = props.design.parts.get_key_value(&props.id) else { return Html::default() };
    let kind = part.kind();
    let language = props.language;
    let kind_text = card_kind_name(language, kind);
    let name = own_name(props, kind_text, id);
    let beside = ROOM - width(kind_text) * 13.0 * BOLD - 5.0;
    // A name that finds no room beside its kind takes its place: the kind is in the icon.
    let stands_alone = beside < width(name) * 13.0 && beside < LEAST;
    let name = if stands_alone { fitted(name, ROOM, 13.0 * BOLD) } else { fitted(name, beside, 13.0) };
    let class =
        classes!("part-card", hue(kind), props.selected.then_some("selected"), props.lifted.then_some("lifted"),);
    html! {
        <g
            {class}
            id={format!("part-{id}")}
            data-part={id.to_string()}
            data-kind={kind.as_str()}
            data-testid={format!("part-{id}")}
            role="group"
            tabindex={if props.focused { "0" } else { "-1" }}
            aria-labelledby={format!("title-{id} kind-{id} health-{id} line-{id}")}
            aria-current={props.selected.then_some("true")}
            transform={format!("translate({} {})", props.rect.x + ICON.x, props.rect.y + ICON.y)}
        >
            <rect class="card-ground" x="-15" y="-16" width="176" height="56" rx="8" />
            <rect class="kind-tile" x="-5" y="-5" width="34" height="34" rx="8" />
            <path class="kind-lines" d={lines(kind)} />
            <text
                class={classes!("card-name", stands_alone.then_some("stands-alone"))}
                x="38"
                y="11"
                id={format!("title-{id}")}
            >
                <tspan class="card-kind">{ kind_text }</tspan>
                <tspan class="card-own-name" dx={if stands_alone { "0" } else { "5" }}>{ name }</tspan>
            </text>
            <desc id={format!("kind-{id}")}>{ kind_name(language, kind) }</desc>
            <CardState id={id.clone()} index={props.index} design={props.design.clone()} {language} />
            if let Some(severity) = props.problem {
                <g class={classes!("problem-mark", problem_class(severity))} transform="translate(26 25)">
                    <title>{ severity_name(language, severity) }</title>
                    <circle r="7" />
                    <path d="M0-3.4V.6M0 3v.2" />
                </g>
            }
        </g>
    }
}

/// What a person calls the part; nothing where that only says the kind again.
fn own_name<'a>(props: &'a Props, kind_text: &str, id: &'a PartId) -> &'a str {
    let name = props.design.display_name(id);
    let kind = props.design.parts.get(id).map_or("", |part| part.kind().as_str());
    if name == kind || name.eq_ignore_ascii_case(kind_text) { "" } else { name }
}

/// The class of a problem's mark.
pub(super) const fn problem_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "problem-error",
        Severity::Warning => "problem-warning",
    }
}
