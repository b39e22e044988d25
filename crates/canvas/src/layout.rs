//! Where every part is. Documents store positions relative to the container; here they become absolute.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use ninepins_model::{Design, Kind, Part, PartId, Wire};

use crate::members::first_members;
use crate::{Point, Rect};

/// Width and height of the card of a part that is no container.
pub const CARD: Point = Point::new(176.0, 56.0);
/// Height of the band at the top of a container that holds its title.
pub const TITLE: f64 = 24.0;
/// Space between a container's edge and what lies in it.
pub(crate) const PADDING: f64 = 8.0;

/// Where one part is.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub rect: Rect,
    /// How many containers are around it.
    pub depth: usize,
    /// The container it lies in.
    pub container: Option<PartId>,
    /// Whether it is a container that is drawn as a card.
    pub collapsed: bool,
    /// The outermost collapsed container around it, which is drawn in its place.
    pub hidden_in: Option<PartId>,
    /// How many members begin in it, if it is a subnet.
    pub members: usize,
}

impl Place {
    /// Whether it is drawn as a box that others lie in.
    pub const fn is_box(&self) -> bool {
        self.kind.is_container() && !self.collapsed
    }

    /// Whether its size can be changed.
    pub const fn is_resizable(&self) -> bool {
        self.kind.is_resizable() && !self.collapsed
    }

    /// Whether wires can start or end at it.
    pub const fn is_wirable(&self) -> bool {
        !self.kind.is_resizable()
    }
}

/// Where every part is, and in which order they are drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    places: BTreeMap<PartId, Place>,
    containers: Rc<[PartId]>,
    frames: Rc<[PartId]>,
    cards: Rc<[PartId]>,
}

/// The size of a part of this kind that stores none.
pub const fn default_size(kind: Kind) -> Point {
    match kind {
        Kind::Region => Point::new(720.0, 560.0),
        Kind::Vpc => Point::new(696.0, 432.0),
        Kind::Az => Point::new(224.0, 400.0),
        Kind::Subnet => Point::new(208.0, 120.0),
        Kind::Note => Point::new(192.0, 88.0),
        Kind::Frame => Point::new(320.0, 200.0),
        _ => CARD,
    }
}

/// The smallest size of a part of this kind whose size can be changed.
pub const fn least_size(kind: Kind) -> Point {
    match kind {
        Kind::Region | Kind::Vpc => Point::new(208.0, 96.0),
        Kind::Az => Point::new(160.0, 80.0),
        Kind::Subnet => Point::new(128.0, 56.0),
        Kind::Note => Point::new(96.0, 40.0),
        Kind::Frame => Point::new(96.0, 64.0),
        _ => CARD,
    }
}

impl Layout {
    /// The layout of a design.
    pub fn of(design: &Design) -> Layout {
        let mut places = BTreeMap::new();
        for (id, part) in &design.parts {
            let mut corner = point(part.at);
            let mut depth = 0;
            let mut hidden_in = None;
            for (around, container) in design.ancestors(id) {
                corner = corner + point(container.at);
                depth += 1;
                if container.collapsed {
                    hidden_in = Some(around.clone());
                }
            }
            let size = size_of(part);
            let container = part.container.clone().filter(|container| design.parts.contains_key(container));
            let rect = Rect::new(corner.x, corner.y, size.x, size.y);
            let collapsed = part.collapsed && part.kind().is_container();
            let kind = part.kind();
            places.insert(id.clone(), Place { kind, rect, depth, container, collapsed, hidden_in, members: 0 });
        }
        for part in design.parts.values() {
            let subnets = part.subnets();
            for (index, subnet) in subnets.iter().enumerate() {
                if let Some(place) = places.get_mut(subnet) {
                    place.members += first_members(part, index, subnets.len());
                }
            }
        }
        // Wires to what is hidden end at what hides it.
        let hidden: Vec<_> =
            places.iter().filter_map(|(id, place)| Some((id.clone(), place.hidden_in.clone()?))).collect();
        for (id, shown) in hidden {
            let rect = places.get(&shown).map(|place| place.rect);
            if let (Some(place), Some(rect)) = (places.get_mut(&id), rect) {
                place.rect = rect;
            }
        }
        let in_order = |wanted: fn(&Place) -> bool| {
            let mut ids: Vec<(usize, &PartId)> = places
                .iter()
                .filter(|(_, place)| place.hidden_in.is_none() && wanted(place))
                .map(|(id, place)| (place.depth, id))
                .collect();
            crate::put_in_order(&mut ids, |one, other| one.0 < other.0);
            ids.into_iter().map(|(_, id)| id.clone()).collect::<Rc<[_]>>()
        };
        let containers = in_order(Place::is_box);
        let frames = in_order(|place| place.kind == Kind::Frame);
        let cards = in_order(|place| !place.is_box() && place.kind != Kind::Frame);
        Layout { places, containers, frames, cards }
    }

    /// Where a part is.
    pub fn place(&self, id: &PartId) -> Option<&Place> {
        self.places.get(id)
    }

    /// A part's rectangle.
    pub fn rect(&self, id: &PartId) -> Option<Rect> {
        self.places.get(id).map(|place| place.rect)
    }

    /// What is elsewhere, or of another size, than in another layout of the same parts.
    pub fn moved_since(&self, before: &Layout) -> BTreeSet<&PartId> {
        let both = self.places.iter().zip(before.places.values());
        both.filter(|((_, now), then)| now.rect != then.rect).map(|((id, _), _)| id).collect()
    }

    /// Every part, in the order of ids.
    pub fn places(&self) -> impl Iterator<Item = (&PartId, &Place)> {
        self.places.iter()
    }

    /// Containers, outer ones first: the order in which they are drawn.
    pub fn containers(&self) -> &[PartId] {
        &self.containers
    }

    /// Frames, outer ones first. They are drawn over containers and under everything else.
    pub fn frames(&self) -> &[PartId] {
        &self.frames
    }

    /// Every part that is drawn for itself, in the order of ids.
    pub fn shown(&self) -> impl Iterator<Item = (&PartId, &Place)> {
        self.places.iter().filter(|(_, place)| place.hidden_in.is_none())
    }

    /// Cards, notes and collapsed containers, in the order in which they are drawn.
    pub fn cards(&self) -> &[PartId] {
        &self.cards
    }

    /// Every rectangle.
    pub fn rects(&self) -> impl Iterator<Item = Rect> + '_ {
        self.places.values().map(|place| place.rect)
    }

    /// The containers at a point, innermost first, without `excluded` and what lies in them.
    pub fn containers_at<'a>(
        &'a self,
        at: Point,
        excluded: &'a BTreeSet<PartId>,
    ) -> impl Iterator<Item = (&'a PartId, &'a Place)> {
        self.containers
            .iter()
            .rev()
            .filter_map(|id| self.places.get_key_value(id))
            .filter(move |(id, place)| place.rect.contains(at) && !self.is_within(id, excluded))
    }

    /// Whether a part is one of these or lies in one of them.
    pub fn is_within(&self, id: &PartId, of: &BTreeSet<PartId>) -> bool {
        let mut next = Some(id);
        for _ in 0..=ninepins_model::limits::NESTING {
            let Some(id) = next else { return false };
            if of.contains(id) {
                return true;
            }
            next = self.places.get(id).and_then(|place| place.container.as_ref());
        }
        false
    }

    /// Whether both ends of a wire are hidden in the same collapsed container.
    pub(crate) fn hides(&self, wire: &Wire) -> bool {
        let shown = |id: &PartId| self.places.get(id).and_then(|place| place.hidden_in.clone());
        shown(&wire.from).is_some_and(|one| Some(one) == shown(&wire.to))
    }

    /// Whether `id` is a container around `inner`.
    pub(crate) fn is_around(&self, id: &PartId, inner: &PartId) -> bool {
        id != inner && self.is_within(inner, &crate::gathered([id.clone()]))
    }

    /// The rectangles of what lies directly in a container, without `excluded`.
    pub fn children_rects<'a>(
        &'a self,
        container: Option<&'a PartId>,
        excluded: &'a BTreeSet<PartId>,
    ) -> impl Iterator<Item = Rect> + 'a {
        self.places
            .iter()
            .filter(move |(id, place)| {
                place.container.as_ref() == container && place.hidden_in.is_none() && !excluded.contains(*id)
            })
            .map(|(_, place)| place.rect)
    }

    /// The area inside a container in which its content may lie.
    pub fn inside(&self, container: &PartId) -> Option<Rect> {
        self.rect(container).map(inside_of)
    }

    /// The layout with some parts, and all that lies in them, moved.
    pub fn with_moved(&self, moves: &[(PartId, Point)]) -> Layout {
        let moves: BTreeMap<&PartId, Point> = crate::gathered(moves.iter().map(|(id, by)| (id, *by)));
        let mut moved = self.clone();
        for (id, place) in &mut moved.places {
            let mut around = Some(id);
            for _ in 0..=ninepins_model::limits::NESTING {
                let Some(id) = around else { break };
                if let Some(by) = moves.get(id) {
                    place.rect = place.rect.moved(*by);
                    break;
                }
                around = self.places.get(id).and_then(|place| place.container.as_ref());
            }
        }
        moved
    }

    /// The layout with one rectangle replaced; what lies in it stays where it is.
    pub fn with_rect(&self, id: &PartId, rect: Rect) -> Layout {
        let mut changed = self.clone();
        if let Some(place) = changed.places.get_mut(id) {
            place.rect = rect;
        }
        changed
    }
}

/// The area inside a container's rectangle in which its content may lie.
pub(crate) fn inside_of(rect: Rect) -> Rect {
    let width = (rect.width - 2.0 * PADDING).max(0.0);
    let height = (rect.height - TITLE - PADDING).max(0.0);
    Rect::new(rect.x + PADDING, rect.y + TITLE, width, height)
}

/// A stored pair of numbers.
pub(crate) fn point(pair: [i32; 2]) -> Point {
    Point::new(f64::from(pair[0]), f64::from(pair[1]))
}

fn size_of(part: &Part) -> Point {
    let kind = part.kind();
    match part.size {
        _ if part.collapsed && kind.is_container() => CARD,
        Some(size) if kind.is_resizable() => {
            let least = least_size(kind);
            Point::new(f64::from(size[0]).max(least.x), f64::from(size[1]).max(least.y))
        }
        _ => default_size(kind),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::Design;
    use ninepins_model::presets::{Preset, seed_architecture};
    use proptest::prelude::*;

    use super::{CARD, Layout};
    use crate::Point;
    use crate::testing::{any_design, id};

    #[test]
    fn positions_add_up_through_containers() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let zone = layout.rect(&id("az-a")).unwrap();
        let subnet = layout.rect(&id("pub-a")).unwrap();
        let at = design.parts[&id("pub-a")].at;
        assert_eq!(subnet.x, zone.x + f64::from(at[0]));
        assert_eq!(layout.place(&id("pub-a")).unwrap().depth, 3);
    }

    #[test]
    fn outer_containers_are_drawn_first() {
        let layout = Layout::of(&seed_architecture());
        let place = |name: &str| layout.containers().iter().position(|other| *other == id(name)).unwrap();
        assert!(place("seoul") < place("vpc") && place("vpc") < place("az-a") && place("az-a") < place("pub-a"));
    }

    #[test]
    fn everything_of_a_preset_lies_inside_its_container_and_apart() {
        for preset in Preset::ALL {
            let layout = Layout::of(&preset.design());
            for (name, place) in layout.places() {
                if let Some(container) = &place.container {
                    assert!(
                        layout.inside(container).unwrap().encloses(place.rect),
                        "{name} pokes out: {}",
                        preset.id()
                    );
                }
                let own = BTreeSet::from([name.clone()]);
                for other in layout.children_rects(place.container.as_ref(), &own) {
                    assert!(!other.overlaps(place.rect), "{name} overlaps another part: {}", preset.id());
                }
            }
        }
    }

    #[test]
    fn the_wires_of_a_preset_lead_to_the_right_or_up_and_down_but_never_back() {
        for preset in Preset::ALL {
            let design = preset.design();
            let layout = Layout::of(&design);
            for (name, wire) in &design.wires {
                let (from, to) = (layout.rect(&wire.from).unwrap(), layout.rect(&wire.to).unwrap());
                assert!(to.x >= from.x, "{name} leads back: {}", preset.id());
            }
        }
    }

    #[test]
    fn a_card_has_the_size_of_a_card() {
        let mut design: Design = seed_architecture();
        design.parts.get_mut(&id("alb")).unwrap().size = Some([5, 5]);
        let rect = Layout::of(&design).rect(&id("alb")).unwrap();
        assert_eq!(Point::new(rect.width, rect.height), CARD);
    }

    proptest! {
        #[test]
        fn content_moves_with_its_container(design in any_design(), x in -400..400, y in -400..400) {
            let by = Point::new(f64::from(x), f64::from(y));
            let layout = Layout::of(&design);
            for container in layout.containers() {
                let moved = layout.with_moved(&[(container.clone(), by)]);
                for inner in design.with_content(container) {
                    prop_assert_eq!(moved.rect(&inner), layout.rect(&inner).map(|rect| rect.moved(by)));
                }
            }
        }
    }
}
