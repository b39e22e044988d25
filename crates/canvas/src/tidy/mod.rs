//! Laying a design out anew, as one edit: requests run from left to right, zones stand side by side, and what had an order
//! keeps it. What is in order already stays where it is, container by container; the rest moves as little as is needed.

mod line;
mod order;
mod ranks;

use std::collections::BTreeMap;

use ninepins_model::{Design, Edit, Kind, Part, PartId};

use crate::layout::{PADDING, TITLE};
use crate::snap::{snap, whole};
use crate::{Layout, MEMBER, Point, Rect, put_in_order};
use line::{Run, Space, Start, snap_up};

/// Space between things on the open canvas and in a Region, and inside the others.
const WIDE: f64 = 48.0;
const NARROW: f64 = 16.0;
/// Between columns on the open canvas, at least.
const APART: f64 = 32.0;
/// The most that stays free where something is put in line.
const MOST: f64 = 192.0;
/// Height kept for the members of a subnet.
const MEMBERS: f64 = 64.0;

/// The edit that lays the design out anew; none when it is laid out so already.
pub fn tidy(design: &Design) -> Option<Edit> {
    let layout = Layout::of(design);
    let mut tidying = Tidying { design, layout: &layout, rects: BTreeMap::new() };
    tidying.level(None);
    tidying.frames();
    let edits: Vec<Edit> = tidying.rects.iter().filter_map(|(id, rect)| changed(design, &layout, id, *rect)).collect();
    (!edits.is_empty()).then_some(Edit::Batch(edits))
}

fn changed(design: &Design, layout: &Layout, id: &PartId, rect: Rect) -> Option<Edit> {
    let part = design.parts.get(id)?;
    let before = layout.rect(id)?;
    let is_as_large = (before.width, before.height) == (rect.width, rect.height);
    // A collapsed container keeps the size it will have when it is opened.
    let keeps_size = part.collapsed || is_as_large || !part.kind().is_resizable();
    let size = if keeps_size { part.size } else { Some([whole(rect.width), whole(rect.height)]) };
    let tidied = Part { at: [whole(rect.x), whole(rect.y)], size, ..part.clone() };
    (tidied != *part).then(|| Edit::Part { id: id.clone(), to: Some(Box::new(tidied)) })
}

struct Tidying<'a> {
    design: &'a Design,
    layout: &'a Layout,
    /// Rectangles from the corner of each part's container: as they are, then as they will be.
    rects: BTreeMap<PartId, Rect>,
}

impl Tidying<'_> {
    /// Lays out what lies directly in a container; inner containers first, because their sizes matter. Returns the size
    /// that the container needs.
    fn level(&mut self, container: Option<&PartId>) -> Point {
        let (mut boxes, mut cards, mut notes): (Vec<PartId>, Vec<PartId>, Vec<PartId>) = Default::default();
        for id in self.in_reading_order(container) {
            match self.layout.place(&id) {
                Some(place) if place.is_box() => boxes.push(id),
                Some(place) if place.kind == Kind::Note => notes.push(id),
                Some(place) if place.kind == Kind::Frame => {}
                _ => cards.push(id),
            }
        }
        for id in boxes.iter().chain(&cards).chain(&notes) {
            let at = self.design.parts.get(id).map_or(Point::default(), |part| crate::layout::point(part.at));
            let size = self.layout.rect(id).unwrap_or_default();
            self.rects.insert(id.clone(), Rect { x: at.x, y: at.y, ..size });
        }
        for id in &boxes {
            let size = self.level(Some(id));
            if let Some(rect) = self.rects.get_mut(id) {
                (rect.width, rect.height) = (size.x, size.y);
            }
        }
        let kind = container.and_then(|id| self.design.parts.get(id)).map(Part::kind);
        let mut things: Vec<PartId> = cards.iter().chain(&boxes).cloned().collect();
        if !self.is_in_order(&things, kind.is_some()) {
            self.snap_all(&things);
            if kind.is_some() {
                self.lay_out(container, kind, &cards, &self.in_a_row(boxes));
            } else {
                let corner = |id: &PartId| (self.rect(id).y, self.rect(id).x);
                put_in_order(&mut things, |one, other| corner(one) < corner(other));
                self.by_rank(&things);
            }
        }
        self.lay_notes(&notes, &things, kind.is_some());
        let needed = self.needed(things.iter().chain(&notes));
        container.map_or(needed, |id| self.size_of(id, needed))
    }

    /// What lies in a container, row by row as it is now.
    fn in_reading_order(&self, container: Option<&PartId>) -> Vec<PartId> {
        let mut ids: Vec<(Point, PartId)> = self
            .layout
            .places()
            .filter(|(_, place)| place.container.as_ref() == container)
            .map(|(id, _)| (self.design.parts.get(id).map_or([0, 0], |part| part.at), id))
            .map(|(at, id)| (crate::layout::point(at), id.clone()))
            .collect();
        put_in_order(&mut ids, |one, other| (one.0.y, one.0.x) < (other.0.y, other.0.x));
        ids.into_iter().map(|(_, id)| id).collect()
    }

    /// Boxes in the order of their row: side by side from left to right as they are, else in reading order.
    fn in_a_row(&self, mut boxes: Vec<PartId>) -> Vec<PartId> {
        let stacked =
            boxes.iter().enumerate().any(|(place, one)| boxes[..place].iter().any(|other| self.is_stacked(one, other)));
        if !stacked {
            put_in_order(&mut boxes, |one, other| self.rect(one).x < self.rect(other).x);
        }
        boxes
    }

    fn lay_out(&mut self, container: Option<&PartId>, kind: Option<Kind>, cards: &[PartId], boxes: &[PartId]) {
        let first = |from: f64, usual: f64| Start { at: from, space: Space { least: 0.0, usual, most: MOST } };
        let after = |from: f64, usual: f64| Start { at: from, space: Space { least: NARROW, usual, most: MOST } };
        let between = |usual: f64| Space { least: NARROW, usual, most: MOST };
        let close = Space { least: PADDING, usual: NARROW, most: MOST };
        let (left, top) = (first(PADDING, PADDING), first(TITLE, PADDING));
        match kind {
            Some(Kind::Region) => {
                let end = self.line(Run::Across, cards, left, between(WIDE), top);
                let below = if cards.is_empty() { top } else { after(end.y, NARROW) };
                self.line(Run::Across, boxes, left, between(WIDE), below);
            }
            Some(Kind::Vpc) => {
                let ordered = self.ranked(cards, false).concat();
                let end = self.line(Run::Down, &ordered, first(TITLE, WIDE), between(WIDE), left);
                let beside = if cards.is_empty() { left } else { after(end.x, WIDE) };
                self.make_equally_high(boxes);
                self.line(Run::Across, boxes, beside, between(NARROW), top);
            }
            Some(Kind::Subnet) => {
                let hosts = container.and_then(|id| self.layout.place(id)).is_some_and(|place| place.members > 0);
                let room = if hosts { MEMBERS } else { PADDING };
                self.line(Run::Down, cards, first(TITLE, room), close, left);
            }
            _ => {
                let end = self.line(Run::Down, boxes, top, close, left);
                let below = if boxes.is_empty() { top } else { after(end.y, NARROW) };
                self.line(Run::Down, cards, below, close, left);
            }
        }
    }

    /// Columns on the open canvas. Each begins where its first thing is, as long as none reaches lower for it.
    fn by_rank(&mut self, ids: &[PartId]) {
        let columns = self.ranked(ids, true);
        let corner = ids.iter().map(|id| self.rect(id).corner());
        let Some(start) = corner.reduce(|one, other| Point::new(one.x.min(other.x), one.y.min(other.y))) else {
            return;
        };
        let highest = columns.iter().map(|column| self.stacked_height(column)).fold(0.0, f64::max);
        let mut aside = Start { at: start.x, space: Space { least: 0.0, usual: 0.0, most: MOST } };
        for column in &columns {
            let most = highest - column.first().map_or(0.0, |id| self.rect(id).height);
            let from = Start { at: start.y, space: Space { least: 0.0, usual: 0.0, most } };
            let between = Space { least: NARROW, usual: WIDE, most: MOST };
            let end = self.line(Run::Down, column, from, between, aside);
            aside = Start { at: end.x, space: Space { least: APART, usual: WIDE, most: MOST } };
        }
    }

    fn stacked_height(&self, ids: &[PartId]) -> f64 {
        ids.iter().map(|id| self.rect(id).height + WIDE).sum::<f64>() - WIDE
    }

    /// Notes stay where they lie over nothing; the others go below.
    fn lay_notes(&mut self, notes: &[PartId], things: &[PartId], is_inside: bool) {
        self.snap_all(notes);
        let mut free: Vec<PartId> = things.to_vec();
        let mut rest: Vec<PartId> = Vec::new();
        for id in notes {
            let rect = self.rect(id);
            let fits = !is_inside || (rect.x >= PADDING && rect.y >= TITLE);
            if fits && !free.iter().any(|other| self.rect(other).overlaps(rect)) {
                free.push(id.clone());
            } else {
                rest.push(id.clone());
            }
        }
        let around = free.iter().map(|id| self.rect(id)).reduce(Rect::union);
        let corner = if is_inside { Point::new(PADDING, TITLE) } else { around.unwrap_or_default().corner() };
        let go_to = |at: f64, usual: f64| Start { at, space: Space { least: f64::INFINITY, usual, most: 0.0 } };
        let (down, below) = around.map_or((PADDING, corner.y), |around| (NARROW, around.bottom()));
        let between = Space { least: f64::INFINITY, usual: WIDE, most: 0.0 };
        self.line(Run::Across, &rest, go_to(corner.x, 0.0), between, go_to(below, down));
    }

    /// How far what lies in a container reaches; nothing where it is empty.
    fn needed<'b>(&self, ids: impl Iterator<Item = &'b PartId>) -> Point {
        let corners = ids.map(|id| self.rect(id)).map(|rect| Point::new(rect.right(), rect.bottom()));
        let end = corners.reduce(|one, other| Point::new(one.x.max(other.x), one.y.max(other.y)));
        end.map_or(Point::default(), |end| Point::new(snap_up(end.x + PADDING), snap_up(end.y + PADDING)))
    }

    /// The size of a container: as it is, unless it is too small or much too large for what lies in it.
    fn size_of(&self, id: &PartId, needed: Point) -> Point {
        let Some(place) = self.layout.place(id) else { return needed };
        let (least, usual) = (crate::least_size(place.kind), crate::default_size(place.kind));
        let members = TITLE + MEMBER.y * 2.0 * place.members as f64;
        let fitted = |own: f64, needed: f64, most: f64| if own >= needed && own <= most { own } else { needed };
        let needed = Point::new(needed.x.max(least.x), needed.y.max(least.y));
        let most = Point::new(needed.x.max(usual.x) + MOST, needed.y.max(usual.y).max(members) + MOST);
        // A zone is as high as the one beside it.
        let highest = if place.kind == Kind::Az { f64::INFINITY } else { most.y };
        Point::new(fitted(place.rect.width, needed.x, most.x), fitted(place.rect.height, needed.y, highest))
    }

    fn make_equally_high(&mut self, boxes: &[PartId]) {
        let height = boxes.iter().map(|id| self.rect(id).height).fold(0.0, f64::max);
        for id in boxes {
            if let Some(rect) = self.rects.get_mut(id) {
                rect.height = height;
            }
        }
    }

    fn snap_all(&mut self, ids: &[PartId]) {
        for id in ids {
            if let Some(rect) = self.rects.get_mut(id) {
                (rect.x, rect.y) = (snap(rect.x), snap(rect.y));
            }
        }
    }

    fn rect(&self, id: &PartId) -> Rect {
        self.rects.get(id).copied().unwrap_or_default()
    }

    /// A frame goes on to lie around what lay in it.
    fn frames(&mut self) {
        for id in self.layout.frames() {
            let Some(place) = self.layout.place(id) else { continue };
            let framed = self.layout.shown().filter(|(other, inner)| {
                *other != id && inner.container == place.container && place.rect.encloses(inner.rect)
            });
            let moves: Vec<(Rect, bool)> =
                framed.filter_map(|(other, _)| Some((*self.rects.get(other)?, self.moves(other)))).collect();
            let around = moves.iter().map(|(rect, _)| *rect).reduce(Rect::union);
            let Some(around) = around.filter(|_| moves.iter().any(|(_, moves)| *moves)) else { continue };
            let rect = Rect::between(
                around.corner() - Point::new(PADDING, TITLE),
                Point::new(around.right() + PADDING, around.bottom() + PADDING),
            );
            self.rects.insert(id.clone(), rect);
        }
    }

    fn moves(&self, id: &PartId) -> bool {
        let rect = self.rects.get(id);
        rect.is_some_and(|rect| changed(self.design, self.layout, id, *rect).is_some())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::presets::{Preset, seed_architecture};
    use ninepins_model::{Design, Kind, Wire};
    use proptest::prelude::*;

    use super::tidy;
    use crate::Layout;
    use crate::testing::{any_design, empty, id, part};

    fn tidied(design: &Design) -> Design {
        let mut after = design.clone();
        if let Some(edit) = tidy(design) {
            after.apply(edit).unwrap();
        }
        after
    }

    #[test]
    fn what_is_in_order_stays_where_it_is() {
        for preset in Preset::ALL {
            assert_eq!(tidy(&preset.design()), None, "{}", preset.id());
        }
    }

    #[test]
    fn what_calls_stands_left_of_what_it_calls() {
        let mut design = seed_architecture();
        for (name, at) in [("users", [1200, 0]), ("dns", [800, 600]), ("cdn", [1000, 700])] {
            design.parts.get_mut(&id(name)).unwrap().at = at;
        }
        let layout = Layout::of(&tidied(&design));
        let x = |name: &str| layout.rect(&id(name)).unwrap().x;
        assert!(x("users") < x("dns") && x("dns") < x("cdn") && x("dns") < x("seoul"));
    }

    #[test]
    fn what_is_in_nobodys_way_stays_when_something_else_is_moved() {
        let mut design = seed_architecture();
        design.parts.insert(id("logs"), part(Kind::S3, [40, 200]));
        let after = tidied(&design);
        let moved: Vec<&str> = design
            .parts
            .iter()
            .filter(|(id, part)| after.parts[*id].at != part.at)
            .map(|(id, _)| id.as_str())
            .collect();
        assert_eq!(moved, ["logs", "users", "virginia"], "it lay over Route 53, and the others make room below it");
        assert_eq!(after.parts[&id("users")].at[0], 0, "in their column");
    }

    #[test]
    fn users_the_edge_and_a_region_stand_in_this_order_before_they_are_wired() {
        let mut design = empty();
        for (name, kind, at) in
            [("region", Kind::Region, [0, 0]), ("cdn", Kind::Cloudfront, [0, 700]), ("users", Kind::Users, [900, 0])]
        {
            design.parts.insert(id(name), part(kind, at));
        }
        let layout = Layout::of(&tidied(&design));
        let x = |name: &str| layout.rect(&id(name)).unwrap().x;
        assert!(x("users") < x("cdn") && x("cdn") < x("region"));
    }

    #[test]
    fn zones_stand_side_by_side_in_their_order() {
        let layout = Layout::of(&tidied(&seed_architecture()));
        let (a, b) = (layout.rect(&id("az-a")).unwrap(), layout.rect(&id("az-b")).unwrap());
        assert!(a.y == b.y && a.right() < b.x);
    }

    /// A design whose parts lie anywhere, over each other and outside their containers, with calls in any direction.
    fn scrambled() -> impl Strategy<Value = Design> {
        let places = prop::collection::vec((-300..900, -300..900), 60);
        (any_design(), places, prop::collection::vec((0..60_usize, 0..60_usize), 0..12)).prop_map(
            |(mut design, places, wires)| {
                for (part, at) in design.parts.values_mut().zip(places) {
                    part.at = [at.0, at.1];
                }
                let ids: Vec<_> = design.parts.keys().cloned().collect();
                for (from, to) in wires.into_iter().filter(|_| !ids.is_empty()) {
                    let (from, to) = (ids[from % ids.len()].clone(), ids[to % ids.len()].clone());
                    let wire = Wire { from, to, label: String::new(), bend: None, settings: None };
                    design.wires.insert(design.free_wire_id(), wire);
                }
                design
            },
        )
    }

    proptest! {
        #[test]
        fn a_tidied_design_holds_everything_apart_and_inside(design in prop_oneof![any_design(), scrambled()]) {
            let layout = Layout::of(&tidied(&design));
            for (name, place) in layout.places().filter(|(_, place)| !place.kind.is_annotation()) {
                if let Some(container) = &place.container {
                    prop_assert!(layout.inside(container).unwrap().encloses(place.rect), "{name} pokes out");
                }
                let mut others: BTreeSet<_> = layout.frames().iter().cloned().collect();
                others.insert(name.clone());
                for other in layout.children_rects(place.container.as_ref(), &others) {
                    prop_assert!(!other.overlaps(place.rect), "{name} overlaps another part");
                }
            }
        }

        #[test]
        fn tidying_twice_changes_nothing_more(mut design in prop_oneof![any_design(), scrambled()]) {
            // A frame may come to lie around more than before.
            design.parts.retain(|_, part| part.kind() != Kind::Frame);
            let once = tidied(&design);
            prop_assert_eq!(tidy(&once), None);
        }
    }
}
