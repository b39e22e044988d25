//! Containers lie beside each other, never over one another.

use std::collections::BTreeSet;

use ninepins_model::PartId;

use crate::{GRID, Layout, Point, Rect};

/// The boxes that lie directly in a container, without those that move.
pub(crate) fn boxes_in(layout: &Layout, container: Option<&PartId>, moving: &BTreeSet<PartId>) -> Vec<Rect> {
    let boxes = layout
        .shown()
        .filter(|(id, place)| place.is_box() && place.container.as_ref() == container && !moving.contains(*id));
    boxes.map(|(_, place)| place.rect).collect()
}

/// The place nearest to the wanted one where a box lies over none of the others, inside `area`; none where it has no room.
pub(crate) fn beside(wanted: Rect, others: &[Rect], area: Option<Rect>) -> Option<Rect> {
    let is_free = |rect: &Rect| !others.iter().any(|other| other.overlaps(*rect));
    let is_inside = |rect: &Rect| area.is_none_or(|area| area.encloses(*rect));
    if is_free(&wanted) {
        return Some(wanted);
    }
    // The nearest free place touches the others' surroundings, or keeps what it can of the wanted one.
    let mut across = vec![wanted.x];
    let mut down = vec![wanted.y];
    for other in others {
        across.extend([other.x - GRID - wanted.width, other.right() + GRID]);
        down.extend([other.y - GRID - wanted.height, other.bottom() + GRID]);
    }
    across
        .iter()
        .flat_map(|x| down.iter().map(|y| Rect { x: *x, y: *y, ..wanted }))
        .filter(|rect| is_inside(rect) && is_free(rect))
        .min_by(|one, other| distance(wanted, *one).total_cmp(&distance(wanted, *other)))
}

fn distance(one: Rect, other: Rect) -> f64 {
    one.corner().distance(other.corner())
}

/// A box that grew at the edges that `across` and `down` name, cut back so that it grows over none of the others.
pub(crate) fn cut_back(before: Rect, after: Rect, others: &[Rect], across: i8, down: i8) -> Rect {
    let mut corner = after.corner();
    let mut end = Point::new(after.right(), after.bottom());
    for other in others {
        let now = Rect::between(corner, end);
        if !other.overlaps(now) || other.overlaps(before) {
            continue;
        }
        if across > 0 && other.x >= before.right() {
            end.x = (other.x - GRID).max(before.right());
        } else if across < 0 && other.right() <= before.x {
            corner.x = (other.right() + GRID).min(before.x);
        } else if down > 0 && other.y >= before.bottom() {
            end.y = (other.y - GRID).max(before.bottom());
        } else if down < 0 && other.bottom() <= before.y {
            corner.y = (other.bottom() + GRID).min(before.y);
        }
    }
    Rect::between(corner, end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{beside, cut_back};
    use crate::Rect;

    fn rect() -> impl Strategy<Value = Rect> {
        (0.0..600.0, 0.0..400.0, 40.0..240.0, 40.0..240.0)
            .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
    }

    #[test]
    fn a_box_dropped_on_another_lands_beside_it() {
        let (other, wanted) = (Rect::new(100.0, 0.0, 200.0, 200.0), Rect::new(240.0, 10.0, 200.0, 200.0));
        assert_eq!(beside(wanted, &[other], None), Some(Rect { x: 308.0, ..wanted }));
    }

    #[test]
    fn a_box_without_room_has_no_place() {
        let area = Rect::new(0.0, 0.0, 300.0, 200.0);
        let other = Rect::new(0.0, 0.0, 160.0, 200.0);
        assert_eq!(beside(Rect::new(20.0, 0.0, 160.0, 200.0), &[other], Some(area)), None);
    }

    proptest! {
        #[test]
        fn the_place_found_is_free_and_inside(wanted in rect(), others in prop::collection::vec(rect(), 0..5)) {
            let area = Rect::new(-100.0, -100.0, 1000.0, 800.0);
            if let Some(found) = beside(wanted, &others, Some(area)) {
                prop_assert!(area.encloses(found));
                prop_assert!(others.iter().all(|other| !other.overlaps(found)));
            }
        }

        #[test]
        fn a_box_grows_over_no_other(
            before in rect(), others in prop::collection::vec(rect(), 0..5), right in 0.0..400.0, bottom in 0.0..400.0,
        ) {
            let others: Vec<Rect> = others.into_iter().filter(|other| !other.overlaps(before)).collect();
            let after = Rect { width: before.width + right, height: before.height + bottom, ..before };
            let cut = cut_back(before, after, &others, 1, 1);
            prop_assert!(cut.right() >= before.right() && cut.bottom() >= before.bottom());
            prop_assert!(others.iter().all(|other| !other.overlaps(cut)));
        }
    }
}
