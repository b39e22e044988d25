//! Lining parts up and spacing them evenly.

use std::collections::BTreeSet;

use ninepins_model::{Design, Edit, Part, PartId};

use crate::layout::inside_of;
use crate::movement::outermost;
use crate::snap::whole;
use crate::{Layout, Point, Rect, put_in_order};

/// On which line parts come to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// Their left edges.
    Left,
    /// Their middles, one below the other.
    Center,
    /// Their right edges.
    Right,
    /// Their upper edges.
    Top,
    /// Their middles, side by side.
    Middle,
    /// Their lower edges.
    Bottom,
}

/// In which direction parts are spaced evenly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// From left to right.
    Across,
    /// From top to bottom.
    Down,
}

/// Lines parts up along the edge or the middle of what they cover together; none when there is nothing to do. Where their
/// containers keep them from one line, those in the same container are lined up with each other.
pub fn align(design: &Design, layout: &Layout, ids: &BTreeSet<PartId>, alignment: Alignment) -> Option<Edit> {
    let tops: Vec<(PartId, Rect)> = rects(layout, ids);
    let container = |id: &PartId| layout.place(id).map(|place| &place.container);
    let moves = |apart: bool| -> Vec<(PartId, Point)> {
        let moved = tops.iter().map(|(id, rect)| {
            let others = tops.iter().filter(|(other, _)| !apart || container(other) == container(id));
            let around = others.map(|(_, other)| *other).fold(*rect, Rect::union);
            (id.clone(), aligned(*rect, around, alignment))
        });
        moved.collect()
    };
    let together = moves(false);
    let is_free = together.iter().all(|(id, by)| allowed(layout, id, *by) == Some(*by));
    moved(design, layout, &if is_free { together } else { moves(true) })
}

/// How far a part can go of what it is to be moved, inside its own container.
fn allowed(layout: &Layout, id: &PartId, by: Point) -> Option<Point> {
    let place = layout.place(id)?;
    let around = place.container.as_ref().and_then(|container| layout.rect(container));
    let rect = place.rect.moved(by);
    let kept = around.map_or(rect, |around| rect.kept_in(inside_of(around)));
    Some(kept.corner() - place.rect.corner())
}

fn aligned(rect: Rect, around: Rect, alignment: Alignment) -> Point {
    let (center, middle) = (rect.center(), around.center());
    match alignment {
        Alignment::Left => Point::new(around.x - rect.x, 0.0),
        Alignment::Center => Point::new(middle.x - center.x, 0.0),
        Alignment::Right => Point::new(around.right() - rect.right(), 0.0),
        Alignment::Top => Point::new(0.0, around.y - rect.y),
        Alignment::Middle => Point::new(0.0, middle.y - center.y),
        Alignment::Bottom => Point::new(0.0, around.bottom() - rect.bottom()),
    }
}

/// Puts equal spaces between three or more parts; the outer two stay. None when there is nothing to do.
pub fn distribute(design: &Design, layout: &Layout, ids: &BTreeSet<PartId>, axis: Axis) -> Option<Edit> {
    let mut tops = rects(layout, ids);
    let start = |rect: Rect| if axis == Axis::Across { rect.x } else { rect.y };
    let length = |rect: Rect| if axis == Axis::Across { rect.width } else { rect.height };
    put_in_order(&mut tops, |one, other| start(one.1) < start(other.1));
    let (first, last) = (tops.first()?.1, tops.last()?.1);
    let covered: f64 = tops.iter().map(|(_, rect)| length(*rect)).sum();
    let spaces = tops.len().checked_sub(1).filter(|spaces| *spaces > 1)?;
    let space = (start(last) + length(last) - start(first) - covered) / spaces as f64;
    let mut next = start(first);
    let mut moves: Vec<(PartId, Point)> = Vec::new();
    for (id, rect) in tops {
        let by = next - start(rect);
        moves.push((id, if axis == Axis::Across { Point::new(by, 0.0) } else { Point::new(0.0, by) }));
        next += length(rect) + space;
    }
    moved(design, layout, &moves)
}

fn rects(layout: &Layout, ids: &BTreeSet<PartId>) -> Vec<(PartId, Rect)> {
    outermost(layout, ids).into_iter().filter_map(|id| Some((id.clone(), layout.rect(&id)?))).collect()
}

/// The one edit that moves parts, each inside its own container; none when nothing moves.
fn moved(design: &Design, layout: &Layout, moves: &[(PartId, Point)]) -> Option<Edit> {
    let edits = moves.iter().filter_map(|(id, by)| {
        let (part, by) = (design.parts.get(id)?, allowed(layout, id, *by)?);
        let at = [part.at[0] + whole(by.x), part.at[1] + whole(by.y)];
        (at != part.at).then(|| Edit::Part { id: id.clone(), to: Some(Box::new(Part { at, ..part.clone() })) })
    });
    let edits: Vec<Edit> = edits.collect();
    (!edits.is_empty()).then_some(Edit::Batch(edits))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::{Design, Kind, presets::seed_architecture};
    use proptest::prelude::*;

    use super::{Alignment, Axis, align, distribute};
    use crate::Layout;
    use crate::testing::{any_design, empty, id, part};

    fn three() -> (Design, BTreeSet<ninepins_model::PartId>) {
        let mut design = empty();
        for (name, at) in [("a", [0, 0]), ("b", [250, 90]), ("c", [600, 30])] {
            design.parts.insert(id(name), part(Kind::Users, at));
        }
        (design, ["a", "b", "c"].map(id).into())
    }

    #[test]
    fn parts_aligned_at_the_top_have_one_upper_edge() {
        let (mut design, ids) = three();
        let edit = align(&design, &Layout::of(&design), &ids, Alignment::Top).unwrap();
        design.apply(edit).unwrap();
        assert_eq!(ids.iter().map(|id| design.parts[id].at).collect::<Vec<_>>(), [[0, 0], [250, 0], [600, 0]]);
    }

    #[test]
    fn distributed_parts_have_equal_spaces() {
        let (mut design, ids) = three();
        let edit = distribute(&design, &Layout::of(&design), &ids, Axis::Across).unwrap();
        design.apply(edit).unwrap();
        assert_eq!(ids.iter().map(|id| design.parts[id].at[0]).collect::<Vec<_>>(), [0, 300, 600]);
    }

    #[test]
    fn parts_that_two_subnets_keep_apart_line_up_within_each() {
        let mut design = empty();
        let mut put = |name: &str, kind: Kind, parent: Option<&str>, at: [i32; 2], size: Option<[i32; 2]>| {
            let mut part = part(kind, at);
            part.container = parent.map(id);
            part.size = size.or(part.size);
            design.parts.insert(id(name), part);
        };
        put("region", Kind::Region, None, [0, 0], Some([900, 700]));
        put("vpc", Kind::Vpc, Some("region"), [20, 50], Some([860, 600]));
        for (zone, subnet, x) in [("az-a", "left", 20), ("az-b", "right", 430)] {
            put(zone, Kind::Az, Some("vpc"), [x, 50], Some([380, 500]));
            put(subnet, Kind::Subnet, Some(zone), [20, 50], Some([340, 400]));
        }
        for (name, subnet, at) in
            [("a", "left", [30, 60]), ("b", "left", [60, 180]), ("c", "right", [40, 60]), ("d", "right", [100, 180])]
        {
            put(name, Kind::Ec2, Some(subnet), at, None);
        }
        let ids: BTreeSet<_> = ["a", "b", "c", "d"].map(id).into();
        let edit = align(&design, &Layout::of(&design), &ids, Alignment::Center).unwrap();
        design.apply(edit).unwrap();
        assert_eq!(ids.iter().map(|id| design.parts[id].at[0]).collect::<Vec<_>>(), [45, 45, 70, 70]);
    }

    #[test]
    fn one_part_cannot_be_aligned_and_two_cannot_be_distributed() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        assert_eq!(align(&design, &layout, &[id("alb")].into(), Alignment::Left), None);
        assert_eq!(distribute(&design, &layout, &["alb", "api"].map(id).into(), Axis::Down), None);
    }

    proptest! {
        #[test]
        fn alignment_keeps_what_is_inside_inside(design in any_design(), which in 0..6usize) {
            use Alignment::{Bottom, Center, Left, Middle, Right, Top};
            let alignment = [Left, Center, Right, Top, Middle, Bottom][which];
            let layout = Layout::of(&design);
            let ids: BTreeSet<_> = design.parts.keys().cloned().collect();
            let mut after = design.clone();
            if let Some(edit) = align(&design, &layout, &ids, alignment) {
                after.apply(edit).unwrap();
            }
            let laid_out = Layout::of(&after);
            for (id, place) in layout.places() {
                let inside = |layout: &Layout| {
                    place.container.as_ref().is_none_or(|container| layout.inside(container).unwrap().encloses(layout.rect(id).unwrap()))
                };
                prop_assert!(!inside(&layout) || inside(&laid_out), "{id} left its container");
            }
        }
    }
}
