//! Laying a design out anew, as one edit: requests run from left to right, zones stand side by side, and what had an order
//! keeps it.

use std::collections::BTreeMap;

use ninepins_model::{Design, Edit, Kind, Part, PartId};

use crate::layout::{PADDING, TITLE};
use crate::snap::{snap, whole};
use crate::{GRID, Layout, Point, Rect, put_in_order};

/// Space between things on the open canvas and in a Region, and inside the others.
const WIDE: f64 = 48.0;
const NARROW: f64 = 16.0;
/// Columns before that of the Regions: users and the edge.
const EDGE_RANKS: usize = 2;
/// Height kept for the members of a subnet.
const MEMBERS: f64 = 64.0;

/// The edit that lays the design out anew; none when it is laid out so already.
pub fn tidy(design: &Design) -> Option<Edit> {
    let layout = Layout::of(design);
    let mut tidying = Tidying { design, layout: &layout, rects: BTreeMap::new() };
    tidying.level(None);
    tidying.frames();
    let edits: Vec<Edit> = tidying.rects.iter().filter_map(|(id, rect)| changed(design, id, *rect)).collect();
    (!edits.is_empty()).then_some(Edit::Batch(edits))
}

fn changed(design: &Design, id: &PartId, rect: Rect) -> Option<Edit> {
    let part = design.parts.get(id)?;
    let size = part.kind().is_resizable().then(|| [whole(rect.width), whole(rect.height)]);
    // A collapsed container keeps the size it will have when it is opened.
    let size = if part.collapsed { part.size } else { size };
    let tidied = Part { at: [whole(rect.x), whole(rect.y)], size, ..part.clone() };
    (tidied != *part).then(|| Edit::Part { id: id.clone(), to: Some(Box::new(tidied)) })
}

struct Tidying<'a> {
    design: &'a Design,
    layout: &'a Layout,
    /// New rectangles, from the corner of each part's container.
    rects: BTreeMap<PartId, Rect>,
}

impl Tidying<'_> {
    /// Lays out what lies directly in a container; inner containers first, because their sizes matter. Returns the size
    /// that the container needs.
    fn level(&mut self, container: Option<&PartId>) -> Point {
        let kind = container.and_then(|id| self.design.parts.get(id)).map(Part::kind);
        let mut boxes: Vec<PartId> = Vec::new();
        let mut cards: Vec<PartId> = Vec::new();
        let mut notes: Vec<PartId> = Vec::new();
        for id in self.in_reading_order(container) {
            match self.layout.place(&id) {
                Some(place) if place.is_box() => boxes.push(id),
                Some(place) if place.kind.is_annotation() => notes.push(id),
                _ => cards.push(id),
            }
        }
        for id in &boxes {
            let size = self.level(Some(id));
            self.rects.insert(id.clone(), Rect::new(0.0, 0.0, size.x, size.y));
        }
        for id in cards.iter().chain(&notes) {
            let rect = self.layout.rect(id).unwrap_or_default();
            self.rects.insert(id.clone(), Rect::new(0.0, 0.0, rect.width, rect.height));
        }
        notes.retain(|id| self.layout.place(id).is_some_and(|place| place.kind == Kind::Note));
        let start = if kind.is_some() { Point::new(PADDING * 2.0, TITLE + PADDING) } else { self.start() };
        let end = match kind {
            None => self.by_rank(cards, boxes, start),
            Some(Kind::Region) => {
                let end = self.row(&cards, start, WIDE);
                let below = if cards.is_empty() { start } else { Point::new(start.x, end.y + NARROW) };
                larger(end, self.row(&boxes, below, WIDE))
            }
            Some(Kind::Vpc) => {
                let ordered = self.ranked(&cards).into_iter().flatten().collect::<Vec<_>>();
                let end = self.column(&ordered, Point::new(start.x, start.y + 40.0), WIDE);
                let beside = if cards.is_empty() { start } else { Point::new(end.x + WIDE, start.y) };
                self.make_equally_high(&boxes);
                larger(end, self.row(&boxes, beside, NARROW))
            }
            Some(Kind::Subnet) => self.column(&cards, Point::new(start.x, start.y + MEMBERS), NARROW),
            Some(_) => {
                let end = self.column(&boxes, start, NARROW);
                let below = if boxes.is_empty() { start } else { Point::new(start.x, end.y + NARROW) };
                larger(end, self.column(&cards, below, NARROW))
            }
        };
        let below = if end == start { start } else { Point::new(start.x, end.y + NARROW) };
        let end = larger(end, self.row(&notes, below, NARROW));
        let least = kind.map_or(Point::default(), least_of);
        larger(grid(end + Point::new(PADDING, PADDING)), least)
    }

    /// The open canvas keeps its upper left corner.
    fn start(&self) -> Point {
        self.layout
            .shown()
            .filter(|(_, place)| place.kind != Kind::Frame)
            .map(|(_, place)| place.rect.corner())
            .reduce(|one, other| Point::new(one.x.min(other.x), one.y.min(other.y)))
            .unwrap_or_default()
    }

    /// What lies in a container, row by row as it is now.
    fn in_reading_order(&self, container: Option<&PartId>) -> Vec<PartId> {
        let mut ids: Vec<(Point, PartId)> = self
            .layout
            .places()
            .filter(|(_, place)| place.container.as_ref() == container)
            .map(|(id, _)| (self.design.parts.get(id).map_or([0, 0], |part| part.at), id))
            .map(|(at, id)| (Point::new(f64::from(at[0]), f64::from(at[1])), id.clone()))
            .collect();
        put_in_order(&mut ids, |one, other| (one.0.y, one.0.x) < (other.0.y, other.0.x));
        ids.into_iter().map(|(_, id)| id).collect()
    }

    /// Columns from left to right: what calls stands before what it calls. Containers count with what lies in them.
    fn by_rank(&mut self, cards: Vec<PartId>, boxes: Vec<PartId>, start: Point) -> Point {
        let all: Vec<PartId> = cards.into_iter().chain(boxes).collect();
        let mut end = start;
        let mut x = start.x;
        for column in self.ranked(&all) {
            end = larger(end, self.column(&column, Point::new(x, start.y), WIDE));
            x = end.x + WIDE;
        }
        end
    }

    /// These parts by how many calls lead to them, each group in the order given.
    fn ranked(&self, ids: &[PartId]) -> Vec<Vec<PartId>> {
        let holder = |id: &PartId| {
            let mut around = vec![id.clone()];
            around.extend(self.design.ancestors(id).map(|(id, _)| id.clone()));
            ids.iter().position(|candidate| around.contains(candidate))
        };
        let wires: Vec<(usize, usize)> = self
            .design
            .wires
            .values()
            .filter_map(|wire| holder(&wire.from).zip(holder(&wire.to)))
            .filter(|(from, to)| from != to)
            .collect();
        let mut ranks: Vec<usize> = ids.iter().map(|id| self.least_rank(id)).collect();
        // Longest ways first to last; a cycle stops after as many rounds as there are parts.
        let most = ids.len() + EDGE_RANKS;
        for _ in 0..ids.len() {
            let mut settled = true;
            for (from, to) in &wires {
                if ranks[*to] <= ranks[*from] && ranks[*from] + 1 < most {
                    ranks[*to] = ranks[*from] + 1;
                    settled = false;
                }
            }
            if settled {
                break;
            }
        }
        let last = ranks.iter().copied().max().unwrap_or_default();
        let column = |rank: usize| {
            ids.iter().zip(&ranks).filter(move |(_, own)| **own == rank).map(|(id, _)| id.clone()).collect()
        };
        (0..=last).map(column).filter(|column: &Vec<PartId>| !column.is_empty()).collect()
    }

    /// The column that a part stands in even while nothing leads to it: requests are read from users by the edge to Regions.
    fn least_rank(&self, id: &PartId) -> usize {
        match self.design.parts.get(id).map(Part::kind) {
            Some(Kind::Route53 | Kind::Cloudfront) => 1,
            Some(Kind::Region) => EDGE_RANKS,
            _ => 0,
        }
    }

    fn make_equally_high(&mut self, boxes: &[PartId]) {
        let height = boxes.iter().filter_map(|id| self.rects.get(id)).map(|rect| rect.height).fold(0.0, f64::max);
        for id in boxes {
            if let Some(rect) = self.rects.get_mut(id) {
                rect.height = height;
            }
        }
    }

    fn row(&mut self, ids: &[PartId], start: Point, space: f64) -> Point {
        let (mut x, mut end) = (start.x, start);
        for id in ids {
            let rect = self.put(id, Point::new(x, start.y));
            end = larger(end, Point::new(rect.right(), rect.bottom()));
            x = snap_up(rect.right() + space);
        }
        end
    }

    fn column(&mut self, ids: &[PartId], start: Point, space: f64) -> Point {
        let (mut y, mut end) = (start.y, start);
        for id in ids {
            let rect = self.put(id, Point::new(start.x, y));
            end = larger(end, Point::new(rect.right(), rect.bottom()));
            y = snap_up(rect.bottom() + space);
        }
        end
    }

    fn put(&mut self, id: &PartId, at: Point) -> Rect {
        let rect = self.rects.get(id).copied().unwrap_or_default();
        let placed = Rect { x: snap(at.x), y: snap(at.y), ..rect };
        self.rects.insert(id.clone(), placed);
        placed
    }

    /// A frame goes on to lie around what lay in it.
    fn frames(&mut self) {
        for id in self.layout.frames() {
            let Some(place) = self.layout.place(id) else { continue };
            let framed = self.layout.shown().filter(|(other, inner)| {
                *other != id && inner.container == place.container && place.rect.encloses(inner.rect)
            });
            let around = framed.filter_map(|(other, _)| self.rects.get(other).copied()).reduce(Rect::union);
            let at = self.design.parts.get(id).map_or([0, 0], |part| part.at);
            let kept = Rect { x: f64::from(at[0]), y: f64::from(at[1]), ..place.rect };
            let rect = around.map_or(kept, |around| {
                Rect::between(
                    around.corner() - Point::new(PADDING, TITLE),
                    Point::new(around.right() + PADDING, around.bottom() + PADDING),
                )
            });
            self.rects.insert(id.clone(), rect);
        }
    }
}

fn least_of(kind: Kind) -> Point {
    match kind {
        Kind::Subnet => Point::new(208.0, 96.0),
        other => crate::least_size(other),
    }
}

fn larger(one: Point, other: Point) -> Point {
    Point::new(one.x.max(other.x), one.y.max(other.y))
}

fn snap_up(value: f64) -> f64 {
    (value / GRID).ceil() * GRID
}

fn grid(size: Point) -> Point {
    Point::new(snap_up(size.x), snap_up(size.y))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::{Design, Kind, presets::seed_architecture};
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
    fn what_calls_stands_left_of_what_it_calls() {
        let layout = Layout::of(&tidied(&seed_architecture()));
        let x = |name: &str| layout.rect(&id(name)).unwrap().x;
        assert!(x("users") < x("dns") && x("dns") < x("cdn") && x("dns") < x("seoul"));
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

    proptest! {
        #[test]
        fn a_tidied_design_holds_everything_apart_and_inside(design in any_design()) {
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
        fn tidying_twice_changes_nothing_more(mut design in any_design()) {
            // A frame may come to lie around more than before.
            design.parts.retain(|_, part| part.kind() != Kind::Frame);
            let once = tidied(&design);
            prop_assert_eq!(tidy(&once), None);
        }
    }
}
