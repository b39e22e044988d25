//! Resizing a container. What lies in it stays where it is, and inside.

use std::collections::BTreeSet;

use ninepins_model::{Design, Edit, Part, PartId};

use crate::apart::{boxes_in, cut_back};
use crate::layout::{PADDING, TITLE};
use crate::snap::{snap, whole};
use crate::{Grip, Layout, Point, Rect, least_size};

/// The rectangle of a container whose grip is pulled to a point: on the grid, around its content, inside its container.
pub fn plan_resize(layout: &Layout, id: &PartId, grip: Grip, to: Point) -> Option<Rect> {
    let place = layout.place(id)?;
    let (rect, least) = (place.rect, least_size(place.kind));
    let outer = place.container.as_ref().and_then(|container| layout.inside(container));
    let content = layout.children_rects(Some(id), &BTreeSet::new()).reduce(Rect::union);
    let needed = content.map(|content| {
        Rect::between(
            content.corner() - Point::new(PADDING, TITLE),
            Point::new(content.right() + PADDING, content.bottom() + PADDING),
        )
    });
    let origin =
        place.container.as_ref().and_then(|container| layout.rect(container)).map_or(Point::default(), Rect::corner);
    let on_grid = Point::new(snap(to.x - origin.x), snap(to.y - origin.y)) + origin;
    let (left, right) = edges(
        grip.across,
        (rect.x, rect.right()),
        on_grid.x,
        least.x,
        needed.map(|needed| (needed.x, needed.right())),
        outer.map(|outer| (outer.x, outer.right())),
    );
    let (top, bottom) = edges(
        grip.down,
        (rect.y, rect.bottom()),
        on_grid.y,
        least.y,
        needed.map(|needed| (needed.y, needed.bottom())),
        outer.map(|outer| (outer.y, outer.bottom())),
    );
    let pulled = Rect::new(left, top, right - left, bottom - top);
    if !place.is_box() {
        return Some(pulled);
    }
    let others = boxes_in(layout, place.container.as_ref(), &crate::gathered([id.clone()]));
    Some(cut_back(rect, pulled, &others, grip.across, grip.down))
}

/// One direction: the two edges after the pull.
fn edges(
    pull: i8,
    (start, end): (f64, f64),
    to: f64,
    least: f64,
    needed: Option<(f64, f64)>,
    outer: Option<(f64, f64)>,
) -> (f64, f64) {
    match pull {
        -1 => {
            let most = needed.map_or(end - least, |(needed, _)| needed.min(end - least)).max(start.min(end - least));
            let farthest = outer.map_or(f64::NEG_INFINITY, |(outer, _)| outer.min(start));
            (to.min(most).max(farthest), end)
        }
        1 => {
            let least =
                needed.map_or(start + least, |(_, needed)| needed.max(start + least)).min(end.max(start + least));
            let farthest = outer.map_or(f64::INFINITY, |(_, outer)| outer.max(end));
            (start, to.max(least).min(farthest))
        }
        _ => (start, end),
    }
}

/// The edit that gives a container this rectangle and leaves its content where it is; none when nothing changes.
pub(crate) fn resize_edit(design: &Design, layout: &Layout, id: &PartId, rect: Rect) -> Option<Edit> {
    let (part, before) = (design.parts.get(id)?, layout.rect(id)?);
    if rect == before {
        return None;
    }
    let shift = [whole(rect.x - before.x), whole(rect.y - before.y)];
    let moved = |part: &Part, sign: i32| [part.at[0] + sign * shift[0], part.at[1] + sign * shift[1]];
    let size = Some([whole(rect.width), whole(rect.height)]);
    let resized = Part { at: moved(part, 1), size, ..part.clone() };
    let mut edits = vec![Edit::Part { id: id.clone(), to: Some(Box::new(resized)) }];
    if shift != [0, 0] {
        edits.extend(design.children(Some(id)).map(|(child, part)| {
            let stayed = Part { at: moved(part, -1), ..part.clone() };
            Edit::Part { id: child.clone(), to: Some(Box::new(stayed)) }
        }));
    }
    Some(Edit::Batch(edits))
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;
    use proptest::prelude::*;

    use super::{plan_resize, resize_edit};
    use crate::testing::{any_design, id};
    use crate::{Grip, Layout, Point};

    #[test]
    fn a_container_does_not_shrink_over_its_content() {
        let layout = Layout::of(&seed_architecture());
        let rect = plan_resize(&layout, &id("seoul"), Grip { across: 1, down: 1 }, Point::default()).unwrap();
        assert!(rect.encloses(layout.rect(&id("vpc")).unwrap()));
    }

    #[test]
    fn a_container_grows_up_to_the_inner_edge_of_the_one_around_it() {
        let layout = Layout::of(&seed_architecture());
        let (vpc, inside) = (id("vpc"), layout.inside(&id("seoul")).unwrap());
        let far = Point::new(5000.0, 5000.0);
        let rect = plan_resize(&layout, &vpc, Grip { across: 1, down: 1 }, far).unwrap();
        assert_eq!((rect.right(), rect.bottom()), (inside.right(), inside.bottom()));
        let rect = plan_resize(&layout, &vpc, Grip { across: -1, down: -1 }, Point::default() - far).unwrap();
        assert_eq!((rect.x, rect.y), (inside.x, inside.y));
    }

    proptest! {
        #[test]
        fn content_stays_in_place_and_the_edit_can_be_taken_back(
            design in any_design(), grip in 0..8usize, x in -900.0..1900.0, y in -900.0..1900.0,
        ) {
            let layout = Layout::of(&design);
            for container in layout.containers() {
                let rect = plan_resize(&layout, container, Grip::ALL[grip], Point::new(x, y)).unwrap();
                let Some(edit) = resize_edit(&design, &layout, container, rect) else { continue };
                let mut after = design.clone();
                let inverse = after.apply(edit).unwrap();
                let resized = Layout::of(&after);
                prop_assert_eq!(resized.rect(container), Some(rect));
                for other in design.parts.keys().filter(|other| *other != container) {
                    prop_assert_eq!(resized.rect(other), layout.rect(other));
                }
                after.apply(inverse).unwrap();
                prop_assert_eq!(&after, &design);
            }
        }
    }
}
