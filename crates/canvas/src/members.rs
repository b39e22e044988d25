//! Members inside their subnet: as cards while they fit, then as dots, then as a count. Derived, never stored.

use ninepins_model::{Part, PartSettings};

use crate::layout::{PADDING, TITLE};
use crate::{Point, Rect};

/// Width and height of a member's card.
pub const MEMBER: Point = Point::new(190.0, 26.0);
/// Space between members' cards.
const GAP: f64 = 4.0;
/// A member's dot with the space around it.
const DOT: f64 = 14.0;
/// Cards are narrowed down to this width before they become dots.
const NARROWEST: f64 = 108.0;

/// How a subnet's members are drawn, each in the order given.
#[derive(Debug, Clone, PartialEq)]
pub enum MemberPlan {
    /// A card each.
    Cards(Vec<Rect>),
    /// A dot each: its middle.
    Dots(Vec<Point>),
    /// Only how many there are, at this place.
    Count(Point),
}

/// How many members of a part begin in one of its subnets: the one of this place among so many.
pub(crate) fn first_members(part: &Part, place: usize, subnets: usize) -> usize {
    let in_turn = |all: u32| {
        let all = all as usize;
        all / subnets + usize::from(place < all % subnets)
    };
    match &part.settings {
        PartSettings::Alb(_) | PartSettings::Nlb(_) => 1,
        PartSettings::Asg(group) => in_turn(group.desired),
        PartSettings::Elasticache(cache) => in_turn(cache.replicas.saturating_add(1)),
        PartSettings::Rds(database) => usize::from(place <= usize::from(database.multi_az)),
        _ => 0,
    }
}

/// How `count` members are drawn in a subnet with these part cards in it.
pub fn member_plan(subnet: Rect, cards: &[Rect], count: usize) -> MemberPlan {
    let area = area(subnet);
    let stacked = stack(area, cards, count);
    if let Some(stacked) = stacked {
        return MemberPlan::Cards(stacked);
    }
    match dots(area, cards, count) {
        Some(dots) => MemberPlan::Dots(dots),
        None => MemberPlan::Count(Point::new(area.x + 4.0, subnet.y + TITLE / 2.0)),
    }
}

fn area(subnet: Rect) -> Rect {
    let top = subnet.y + TITLE - 2.0;
    let bottom = (subnet.bottom() - PADDING).max(top);
    Rect::new(subnet.x + PADDING, top, (subnet.width - 2.0 * PADDING).max(0.0), bottom - top)
}

/// Cards below each other, in as many columns as fit, around what is in the way.
fn stack(area: Rect, obstacles: &[Rect], count: usize) -> Option<Vec<Rect>> {
    let width = MEMBER.x.min(area.width);
    if width < NARROWEST {
        return None;
    }
    let mut found = Vec::with_capacity(count);
    let mut corner = area.corner();
    while found.len() < count {
        let card = Rect::new(corner.x, corner.y, width, MEMBER.y);
        if card.right() > area.right() + 0.5 {
            return None;
        }
        if card.bottom() > area.bottom() + 0.5 {
            corner = Point::new(corner.x + width + GAP, area.y);
            continue;
        }
        match obstacles.iter().find(|obstacle| obstacle.grown(GAP - 0.5).overlaps(card)) {
            Some(obstacle) => corner.y = obstacle.bottom() + GAP,
            None => {
                found.push(card);
                corner.y += MEMBER.y + GAP;
            }
        }
    }
    Some(found)
}

fn dots(area: Rect, obstacles: &[Rect], count: usize) -> Option<Vec<Point>> {
    let (columns, rows) = ((area.width / DOT) as usize, (area.height / DOT) as usize);
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let found: Vec<Point> = places
        .map(|(row, column)| area.corner() + Point::new(column as f64 + 0.5, row as f64 + 0.5) * DOT)
        .filter(|dot| obstacles.iter().all(|obstacle| !obstacle.grown(DOT / 2.0).contains(*dot)))
        .take(count)
        .collect();
    (found.len() == count).then_some(found)
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::Preset;
    use proptest::prelude::*;

    use super::{MemberPlan, member_plan};
    use crate::testing::id;
    use crate::{CARD, Layout, Rect};

    fn subnet() -> impl Strategy<Value = Rect> {
        (-300.0..300.0, -300.0..300.0, 128.0..480.0, 56.0..420.0)
            .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
    }

    proptest! {
        #[test]
        fn members_never_overlap_part_cards_or_each_other(
            subnet in subnet(), count in 0..60usize, at in prop::collection::vec((0.0..1.0, 0.0..1.0), 0..3),
        ) {
            let parts: Vec<Rect> = at
                .iter()
                .map(|(x, y)| Rect::new(subnet.x + x * subnet.width, subnet.y + y * subnet.height, CARD.x, CARD.y))
                .collect();
            match member_plan(subnet, &parts, count) {
                MemberPlan::Cards(cards) => {
                    prop_assert_eq!(cards.len(), count);
                    for (index, card) in cards.iter().enumerate() {
                        prop_assert!(subnet.encloses(*card));
                        prop_assert!(parts.iter().chain(&cards[..index]).all(|other| !other.overlaps(*card)));
                    }
                }
                MemberPlan::Dots(dots) => {
                    prop_assert_eq!(dots.len(), count);
                    prop_assert!(dots.iter().all(|dot| subnet.contains(*dot)));
                    prop_assert!(dots.iter().all(|dot| parts.iter().all(|part| !part.contains(*dot))));
                }
                MemberPlan::Count(_) => prop_assert!(count > 0),
            }
        }
    }

    #[test]
    fn six_instances_are_two_in_each_of_three_zones() {
        let layout = Layout::of(&Preset::ThreeAz.design());
        let members = |name: &str| layout.place(&id(name)).unwrap().members;
        assert_eq!(["app-a", "app-b", "app-c"].map(members), [2; 3]);
        assert_eq!(["data-a", "data-b", "data-c"].map(members), [1, 1, 0]);
        assert_eq!(members("pub-a"), 1);
    }

    #[test]
    fn members_become_dots_and_then_a_count() {
        let subnet = Rect::new(0.0, 0.0, 208.0, 120.0);
        assert!(matches!(member_plan(subnet, &[], 3), MemberPlan::Cards(_)));
        assert!(matches!(member_plan(subnet, &[], 4), MemberPlan::Dots(_)));
        assert!(matches!(member_plan(subnet, &[], 400), MemberPlan::Count(_)));
    }
}
