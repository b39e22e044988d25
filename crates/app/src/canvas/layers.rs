//! The picture: containers, wires above them, members, cards.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use ninepins_canvas::{Layout, Preview, Rect, Routes, first_in_reading_order, gathered};
use ninepins_model::{Kind, Part, PartId, Wire, WireKind};
use ninepins_words::{wire_description, wire_kind_name};
use yew::prelude::*;

use super::clip::use_clip;
use super::collapsed_card::CollapsedCard;
use super::container_box::ContainerBox;
use super::frame_box::FrameBox;
use super::note_card::NoteCard;
use super::part_card::PartCard;
use super::stage::Stage;
use super::subnet_members::SubnetMembers;
use super::surface::{surface, use_topic};
use super::wire_line::WireLine;
use crate::state::{Language, Selected};

/// What to show.
#[derive(Properties, Clone)]
pub(super) struct Props {
    pub(super) stage: Rc<Stage>,
    pub(super) selected: Rc<BTreeSet<Selected>>,
    pub(super) language: Language,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.stage, &other.stage)
            && Rc::ptr_eq(&self.selected, &other.selected)
            && self.language == other.language
    }
}

/// Everything a layer needs.
struct Picture<'a> {
    props: &'a Props,
    layout: &'a Layout,
    routes: &'a Routes,
    focus: Option<&'a PartId>,
    /// The container that takes what is in hand.
    target: Option<&'a PartId>,
    /// What is elsewhere than at rest.
    moved: BTreeSet<&'a PartId>,
    /// The cards in each subnet.
    cards: BTreeMap<&'a PartId, Vec<Rect>>,
}

/// All layers. Each is an SVG of its own: where something changes, the browser goes through all that is drawn in the same SVG.
#[component]
pub(super) fn Layers(props: &Props) -> Html {
    let preview = use_what_moves();
    let focus = use_topic(|surface| &surface.focus);
    let stage = &props.stage;
    let focus = (*focus)
        .clone()
        .filter(|id| stage.layout.place(id).is_some())
        .or_else(|| first_in_reading_order(&stage.layout));
    let at_rest = use_memo((props.stage.clone(), props.language), |(stage, language)| {
        AtRest::of(&Props { stage: stage.clone(), selected: Rc::default(), language: *language })
    });
    let moved = preview.layout.as_ref();
    let moved = moved.map(|layout| (layout, stage.routes.while_moved(&stage.design, &stage.layout, layout)));
    let (layout, routes) = match &moved {
        Some((layout, routes)) => (*layout, routes),
        None => (&stage.layout, &stage.routes),
    };
    use_clip(layout, routes);
    let picture = Picture {
        props,
        layout,
        routes,
        focus: focus.as_ref(),
        target: preview.target.as_ref(),
        moved: if moved.is_some() { layout.moved_since(&stage.layout) } else { BTreeSet::new() },
        cards: cards_in_subnets(layout),
    };
    html! {
        <>
            <svg class="picture-layer">
                { for picture.containers(&at_rest) }
                { for layout.frames().iter().map(|id| picture.frame(id)) }
            </svg>
            <svg class="picture-layer">{ for picture.wires(&at_rest) }</svg>
            <svg class="picture-layer">{ for picture.members_of_all(&at_rest) }</svg>
            <svg class="picture-layer">{ for picture.cards(&at_rest) }</svg>
        </>
    }
}

/// The picture as it is while nothing moves and nothing is selected, in the order of the design and of the layout. Most of
/// it stays so when something moves or is selected, and what is the same node is not compared either.
struct AtRest {
    containers: Vec<Html>,
    wires: Vec<Html>,
    members: Vec<Html>,
    cards: Vec<Html>,
}

impl AtRest {
    fn of(props: &Props) -> AtRest {
        let (layout, routes) = (&props.stage.layout, &props.stage.routes);
        let (moved, cards) = (BTreeSet::new(), cards_in_subnets(layout));
        let picture = Picture { props, layout, routes, focus: None, target: None, moved, cards };
        AtRest {
            containers: layout.containers().iter().map(|id| picture.container(id)).collect(),
            wires: props.stage.design.wires.iter().map(|(id, wire)| picture.wire(id, wire)).collect(),
            members: layout.containers().iter().map(|id| picture.members(id)).collect(),
            cards: layout.cards().iter().map(|id| picture.card(id)).collect(),
        }
    }
}

/// What moves, and over what. A frame that selects, a wire being drawn and guides change nothing of the picture.
#[hook]
fn use_what_moves() -> Rc<Preview> {
    let render_again = use_force_update();
    use_effect_with((), move |()| {
        let shown = RefCell::new(surface().preview.get());
        let subscription = surface().preview.subscribe(move || {
            let preview = surface().preview.get();
            let before = shown.replace(preview.clone());
            if before.layout.is_some() || preview.layout.is_some() || before.target != preview.target {
                render_again.force_update();
            }
        });
        move || drop(subscription)
    });
    surface().preview.get()
}

fn cards_in_subnets(layout: &Layout) -> BTreeMap<&PartId, Vec<Rect>> {
    let mut cards: BTreeMap<&PartId, Vec<Rect>> = BTreeMap::new();
    for (_, place) in layout.shown() {
        if let Some(container) = &place.container {
            cards.entry(container).or_default().push(place.rect);
        }
    }
    cards
}

impl Picture<'_> {
    /// All wires; new are those that have moved or are selected.
    fn wires(&self, at_rest: &AtRest) -> Vec<Html> {
        let stage = &self.props.stage;
        let wires = stage.design.wires.iter().zip(&at_rest.wires);
        let drawn = wires.map(|((id, wire), at_rest)| {
            let stays = self.routes.get(id).zip(stage.routes.get(id)).is_some_and(|(now, then)| Rc::ptr_eq(now, then));
            let is_selected = || self.props.selected.contains(&Selected::Wire(id.clone()));
            if stays && !is_selected() { at_rest.clone() } else { self.wire(id, wire) }
        });
        drawn.collect()
    }

    /// All cards; new are those that have moved, are selected or have the keyboard.
    fn cards(&self, at_rest: &AtRest) -> Vec<Html> {
        let cards = self.layout.cards().iter().zip(&at_rest.cards);
        cards.map(|(id, at_rest)| if self.rests(id) { at_rest.clone() } else { self.card(id) }).collect()
    }

    /// All containers; new are those that have moved, are selected, have the keyboard or take what is in hand.
    fn containers(&self, at_rest: &AtRest) -> Vec<Html> {
        let containers = self.layout.containers().iter().zip(&at_rest.containers);
        let drawn = containers.map(|(id, at_rest)| {
            if self.rests(id) && self.target != Some(id) { at_rest.clone() } else { self.container(id) }
        });
        drawn.collect()
    }

    /// The members in all subnets; new are those of a subnet that has moved, or where a card has.
    fn members_of_all(&self, at_rest: &AtRest) -> Vec<Html> {
        let around = |id: &&PartId| self.layout.place(id).and_then(|place| place.container.as_ref());
        let disturbed: BTreeSet<&PartId> = gathered(self.moved.iter().filter_map(around));
        let containers = self.layout.containers().iter().zip(&at_rest.members);
        let drawn = containers.map(|(id, at_rest)| {
            if self.moved.contains(id) || disturbed.contains(id) { self.members(id) } else { at_rest.clone() }
        });
        drawn.collect()
    }

    /// Whether a part looks as it does while nothing moves, is selected or has the keyboard.
    fn rests(&self, id: &PartId) -> bool {
        !self.moved.contains(id) && self.focus != Some(id) && !self.is_selected(id)
    }

    fn is_selected(&self, id: &PartId) -> bool {
        self.props.selected.contains(&Selected::Part(id.clone()))
    }

    fn container(&self, id: &PartId) -> Html {
        let stage = &self.props.stage;
        html! {
            <ContainerBox
                key={id.as_str()}
                id={id.clone()}
                design={stage.design.clone()}
                rect={self.layout.rect(id).unwrap_or_default()}
                selected={self.is_selected(id)}
                focused={self.focus == Some(id)}
                targeted={self.target == Some(id)}
                zone={stage.zone_of(id)}
                problem={stage.part_problem(id)}
                language={self.props.language}
            />
        }
    }

    fn frame(&self, id: &PartId) -> Html {
        html! {
            <FrameBox
                key={id.as_str()}
                id={id.clone()}
                title={self.props.stage.design.display_name(id).to_owned()}
                rect={self.layout.rect(id).unwrap_or_default()}
                selected={self.is_selected(id)}
                focused={self.focus == Some(id)}
                language={self.props.language}
            />
        }
    }

    fn note(&self, id: &PartId, part: &Part, rect: Rect) -> Html {
        html! {
            <NoteCard
                key={id.as_str()}
                id={id.clone()}
                part={part.clone()}
                {rect}
                selected={self.is_selected(id)}
                focused={self.focus == Some(id)}
                language={self.props.language}
            />
        }
    }

    fn collapsed(&self, id: &PartId, rect: Rect) -> Html {
        let stage = &self.props.stage;
        html! {
            <CollapsedCard
                key={format!("{id}:collapsed")}
                id={id.clone()}
                design={stage.design.clone()}
                content={stage.content_of(id)}
                zone={stage.zone_of(id)}
                {rect}
                selected={self.is_selected(id)}
                focused={self.focus == Some(id)}
                language={self.props.language}
            />
        }
    }

    fn card(&self, id: &PartId) -> Html {
        let stage = &self.props.stage;
        let rect = self.layout.rect(id).unwrap_or_default();
        match (stage.design.parts.get(id), self.layout.place(id)) {
            (Some(part), _) if part.kind() == Kind::Note => return self.note(id, part, rect),
            (_, Some(place)) if place.collapsed => return self.collapsed(id, rect),
            _ => {}
        }
        html! {
            <PartCard
                key={id.as_str()}
                id={id.clone()}
                index={stage.part_index(id)}
                zone={stage.zone_of(id)}
                design={stage.design.clone()}
                {rect}
                selected={self.is_selected(id)}
                focused={self.focus == Some(id)}
                lifted={stage.layout.rect(id) != Some(rect)}
                problem={stage.part_problem(id)}
                single={stage.is_single(id)}
                language={self.props.language}
            />
        }
    }

    fn members(&self, id: &PartId) -> Html {
        let Some(place) = self.layout.place(id).filter(|place| place.kind == Kind::Subnet) else {
            return Html::default();
        };
        let stage = &self.props.stage;
        html! {
            <SubnetMembers
                key={id.as_str()}
                index={stage.part_index(id)}
                zone={stage.zone_of(id)}
                design={stage.design.clone()}
                rect={place.rect}
                cards={self.cards.get(id).cloned().unwrap_or_default()}
                language={self.props.language}
            />
        }
    }

    fn wire(&self, id: &ninepins_model::WireId, wire: &Wire) -> Html {
        let stage = &self.props.stage;
        let Some(route) = self.routes.get(id) else { return Html::default() };
        let kind_of = |id: &PartId| stage.design.parts.get(id).map(|part| part.kind());
        let kind: Option<WireKind> = kind_of(&wire.from).zip(kind_of(&wire.to)).and_then(|(from, to)| from.wire_to(to));
        let language = self.props.language;
        let (from, to) = (stage.design.display_name(&wire.from), stage.design.display_name(&wire.to));
        let kind_name = kind.map_or("", |kind| wire_kind_name(language, kind));
        html! {
            <WireLine
                key={id.as_str()}
                id={id.clone()}
                index={stage.wire_index(id)}
                ends={[stage.part_index(&wire.from), stage.part_index(&wire.to)]}
                route={route.clone()}
                label={wire.label.clone()}
                {kind}
                selected={self.props.selected.contains(&Selected::Wire(id.clone()))}
                problem={stage.wire_problem(id)}
                name={wire_description(language, kind_name, from, to)}
            />
        }
    }
}
