//! Walking from part to part with the arrow keys.

use ninepins_model::PartId;

use crate::keyboard::Direction;
use crate::layout::TITLE;
use crate::{Layout, Place, Point};

/// The nearest part in a direction. What lies aside counts double, so that the walk follows the direction.
pub fn nearest(layout: &Layout, from: &PartId, direction: Direction) -> Option<PartId> {
    nearest_among(layout, from, direction, |_| true)
}

/// As [`nearest`], among the parts that are `wanted`.
pub fn nearest_among(
    layout: &Layout,
    from: &PartId,
    direction: Direction,
    wanted: impl Fn(&Place) -> bool,
) -> Option<PartId> {
    let start = anchor(layout.place(from)?);
    let step = direction.step();
    layout
        .shown()
        .filter(|(id, place)| *id != from && wanted(place))
        .filter_map(|(id, place)| {
            let way = anchor(place) - start;
            let ahead = way.x * step.x + way.y * step.y;
            let aside = (way.x * step.y).abs() + (way.y * step.x).abs();
            (ahead > 1.0 && aside <= ahead).then_some((ahead + 2.0 * aside, id))
        })
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, id)| id.clone())
}

/// The part that a reader would come to first: uppermost, then leftmost.
pub fn first_in_reading_order(layout: &Layout) -> Option<PartId> {
    reading_order(layout).into_iter().next()
}

/// The part after this point in reading order, or the last one: where the focus goes when its part is gone.
pub fn next_in_reading_order(layout: &Layout, after: Point) -> Option<PartId> {
    let order = reading_order(layout);
    let comes_after = |id: &&PartId| {
        layout.place(id).is_some_and(|place| {
            let at = anchor(place);
            (at.y, at.x) >= (after.y, after.x)
        })
    };
    order.iter().find(comes_after).or(order.last()).cloned()
}

fn reading_order(layout: &Layout) -> Vec<PartId> {
    let mut parts: Vec<(Point, &PartId)> = layout.shown().map(|(id, place)| (anchor(place), id)).collect();
    crate::put_in_order(&mut parts, |(one, _), (other, _)| (one.y, one.x) < (other.y, other.x));
    parts.into_iter().map(|(_, id)| id.clone()).collect()
}

/// The point that stands for a part: a card's middle, a container's title.
fn anchor(place: &Place) -> Point {
    if place.is_box() { place.rect.corner() + Point::new(TITLE, TITLE / 2.0) } else { place.rect.center() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::presets::seed_architecture;

    use super::{first_in_reading_order, nearest};
    use crate::Layout;
    use crate::keyboard::Direction;
    use crate::testing::id;

    #[test]
    fn the_arrows_lead_along_the_columns() {
        let layout = Layout::of(&seed_architecture());
        assert_eq!(nearest(&layout, &id("alb"), Direction::Down), Some(id("api")));
        assert_eq!(nearest(&layout, &id("dns"), Direction::Up), Some(id("cdn")));
        assert_eq!(nearest(&layout, &id("users"), Direction::Left), None);
    }

    #[test]
    fn every_part_can_be_reached() {
        let layout = Layout::of(&seed_architecture());
        let mut reached = BTreeSet::from([first_in_reading_order(&layout).unwrap()]);
        loop {
            let next: BTreeSet<_> = reached
                .iter()
                .flat_map(|id| Direction::ALL.into_iter().filter_map(|direction| nearest(&layout, id, direction)))
                .filter(|id| !reached.contains(id))
                .collect();
            if next.is_empty() {
                break;
            }
            reached.extend(next);
        }
        let missing: Vec<_> = layout.places().map(|(id, _)| id).filter(|id| !reached.contains(*id)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
