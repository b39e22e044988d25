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
    let others = layout.shown().filter(|(id, place)| *id != from && wanted(place));
    ranked(others, start, direction).filter(|(way, _)| way.aside <= way.ahead).min_by(closer).map(|(_, id)| id.clone())
}

/// The nearest part in a direction from a point: one that lies rather ahead than aside, else any that lies ahead.
pub fn nearest_from(layout: &Layout, start: Point, direction: Direction) -> Option<PartId> {
    let among = |is_wanted: fn(&Way) -> bool| {
        ranked(layout.shown(), start, direction).filter(|(way, _)| is_wanted(way)).min_by(closer)
    };
    among(|way| way.aside <= way.ahead).or_else(|| among(|_| true)).map(|(_, id)| id.clone())
}

/// How far a part lies in a direction, and how far beside it.
struct Way {
    ahead: f64,
    aside: f64,
}

fn closer(one: &(Way, &PartId), other: &(Way, &PartId)) -> std::cmp::Ordering {
    let cost = |way: &Way| way.ahead + 2.0 * way.aside;
    cost(&one.0).total_cmp(&cost(&other.0))
}

/// The parts that lie ahead, with the way to them.
fn ranked<'a>(
    places: impl Iterator<Item = (&'a PartId, &'a Place)>,
    start: Point,
    direction: Direction,
) -> impl Iterator<Item = (Way, &'a PartId)> {
    let step = direction.step();
    places.filter_map(move |(id, place)| {
        let way = anchor(place) - start;
        let ahead = way.x * step.x + way.y * step.y;
        let aside = (way.x * step.y).abs() + (way.y * step.x).abs();
        (ahead > 1.0).then_some((Way { ahead, aside }, id))
    })
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

    use super::{first_in_reading_order, nearest, nearest_from};
    use crate::keyboard::Direction;
    use crate::testing::id;
    use crate::{Layout, Point};

    #[test]
    fn the_arrows_lead_along_the_columns() {
        let layout = Layout::of(&seed_architecture());
        assert_eq!(nearest(&layout, &id("alb"), Direction::Down), Some(id("api")));
        assert_eq!(nearest(&layout, &id("dns"), Direction::Up), Some(id("cdn")));
        assert_eq!(nearest(&layout, &id("users"), Direction::Left), None);
    }

    #[test]
    fn from_a_point_an_arrow_leads_to_the_nearest_part_ahead() {
        let layout = Layout::of(&seed_architecture());
        let beside_the_database = layout.rect(&id("db")).unwrap().center() + Point::new(0.0, -40.0);
        assert_eq!(nearest_from(&layout, beside_the_database, Direction::Down), Some(id("db")));
        assert_eq!(nearest_from(&layout, beside_the_database, Direction::Up), Some(id("api")));
        let far_below = Point::new(2_000.0, 5_000.0);
        assert!(nearest_from(&layout, far_below, Direction::Left).is_some(), "however far aside");
        assert_eq!(nearest_from(&layout, far_below, Direction::Down), None);
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
