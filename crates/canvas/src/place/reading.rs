//! Designs are read from left to right: users, the edge, Regions.

use ninepins_model::Kind;

use super::spot::APART;
use crate::{Layout, Point, default_size};

/// The place on the open canvas nearest to a point where a new part of this kind stands right of what comes before it and
/// left of what comes after it. Where it cannot be both, it is left of what comes after.
pub(super) fn in_reading_order(layout: &Layout, kind: Kind, at: Point) -> Point {
    let Some(own) = column(kind) else { return at };
    let half = default_size(kind).x / 2.0 + APART;
    let mut x = at.x;
    let edges = |is_wanted: fn(u8, u8) -> bool| {
        let places = layout.shown().map(|(_, place)| place).filter(|place| place.container.is_none());
        places
            .filter(move |place| column(place.kind).is_some_and(|other| is_wanted(other, own)))
            .map(|place| place.rect)
    };
    if let Some(right) = edges(|other, own| other < own).map(|rect| rect.right()).reduce(f64::max) {
        x = x.max(right + half);
    }
    if let Some(left) = edges(|other, own| other > own).map(|rect| rect.x).reduce(f64::min) {
        x = x.min(left - half);
    }
    Point::new(x, at.y)
}

const fn column(kind: Kind) -> Option<u8> {
    match kind {
        Kind::Users => Some(0),
        Kind::Route53 | Kind::Cloudfront => Some(1),
        Kind::Region => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Design, Kind};

    use crate::testing::{empty, id};
    use crate::{Layout, Point, place_near, place_with_containers};

    fn added(design: &mut Design, kind: Kind) {
        let at = Point::new(400.0, 300.0);
        let placement = place_near(design, kind, at).or_else(|_| place_with_containers(design, kind, at)).unwrap();
        design.apply(placement.edit).unwrap();
    }

    #[test]
    fn users_the_edge_and_the_region_stand_in_this_order_in_whatever_order_they_are_added() {
        use Kind::{Alb, Cloudfront, Users};
        for order in [
            [Users, Cloudfront, Alb],
            [Users, Alb, Cloudfront],
            [Cloudfront, Users, Alb],
            [Cloudfront, Alb, Users],
            [Alb, Users, Cloudfront],
            [Alb, Cloudfront, Users],
        ] {
            let mut design = empty();
            for kind in order {
                added(&mut design, kind);
            }
            let layout = Layout::of(&design);
            let rect = |name: &str| layout.rect(&id(name)).unwrap();
            assert!(rect("users").right() < rect("region").x, "{order:?}");
            assert!(rect("cloudfront").right() < rect("region").x, "{order:?}");
            assert!(rect("users").x <= rect("cloudfront").x, "{order:?}");
        }
    }
}
