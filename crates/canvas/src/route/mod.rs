//! How wires run: from the middle of one card's side to the middle of another's, straight or around rounded corners.

use ninepins_model::Wire;

use crate::detour::{Obstacles, Passing, around, is_free};
use crate::rewire::bend_origin;
use crate::{Layout, Point, Rect, Side};

mod line;
mod routes;

pub use routes::Routes;

use line::{PIECES, bends, corners, distance_to_line, drawn, evenly, sides};

/// Length of an arrow's head and half its width.
const HEAD: Point = Point::new(6.5, 3.0);

/// One wire's way.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Its start, its corners, its end.
    corners: Vec<Point>,
    /// Points at equal distances along it.
    samples: Vec<Point>,
    /// Length in canvas units.
    length: f64,
    /// The sides it leaves and enters.
    sides: (Side, Side),
    /// What it lies in.
    bounds: Rect,
    /// Whether nothing lay in its way, so that it was not led around anything.
    is_free: bool,
}

impl Route {
    /// The way between two cards.
    pub fn between(from: Rect, to: Rect) -> Route {
        let (leaves, enters) = sides(from, to);
        Route::of(leaves.of(from), leaves, enters.of(to), enters)
    }

    /// The way from a card to a free point, for a wire being drawn.
    pub fn toward(from: Rect, to: Point) -> Route {
        let (leaves, enters) = sides(from, Rect::new(to.x, to.y, 0.0, 0.0));
        Route::of(leaves.of(from), leaves, to, enters)
    }

    /// The way between two cards through a point.
    pub fn through(from: Rect, via: Point, to: Rect) -> Route {
        let point = Rect::new(via.x, via.y, 0.0, 0.0);
        let (leaves, enters) = (sides(from, point).0, sides(to, point).0);
        let (start, end) = (leaves.of(from), enters.of(to));
        let elbow = |end: Point, side: Side| {
            if side.outwards().x != 0.0 { Point::new(via.x, end.y) } else { Point::new(end.x, via.y) }
        };
        let mut corners = vec![start];
        for corner in [elbow(start, leaves), via, elbow(end, enters), end] {
            if corners.last().is_none_or(|last| last.distance(corner) > 0.5) {
                corners.push(corner);
            }
        }
        Route::along(corners, leaves, enters)
    }

    fn of(start: Point, leaves: Side, end: Point, enters: Side) -> Route {
        Route::along(corners(start, leaves, end), leaves, enters)
    }

    fn along(corners: Vec<Point>, leaves: Side, enters: Side) -> Route {
        let start = corners[0];
        let (samples, length) = evenly(&drawn(&corners));
        let around = |corner: &Point| Rect::between(start, *corner);
        let bounds = corners.iter().map(around).reduce(Rect::union).unwrap_or_default();
        Route { corners, samples, length, sides: (leaves, enters), bounds, is_free: false }
    }

    /// The way as the `d` of an SVG path.
    pub fn path(&self) -> String {
        let text = |point: Point| format!("{} {}", tenth(point.x), tenth(point.y));
        let mut path = format!("M{}", text(self.start()));
        for bend in bends(&self.corners) {
            path += &format!("L{}Q{} {}", text(bend.before), text(bend.corner), text(bend.after));
        }
        path + "L" + &text(self.end())
    }

    /// The head of its arrow as the `d` of an SVG path. Drawn as a path of its own: a marker is painted anew with every frame.
    pub fn head(&self) -> String {
        let (tip, out) = (self.end(), self.sides.1.outwards());
        let (base, aside) = (tip + out * HEAD.x, Point::new(out.y, out.x) * HEAD.y);
        let text = |point: Point| format!("{} {}", tenth(point.x), tenth(point.y));
        format!("M{}L{}L{}z", text(base + aside), text(tip), text(base - aside))
    }

    /// The point at this fraction of the way, 0 to 1, at even speed.
    pub fn at(&self, fraction: f64) -> Point {
        let place = fraction.clamp(0.0, 1.0) * PIECES as f64;
        let before = (place as usize).min(PIECES - 1);
        self.samples[before].toward(self.samples[before + 1], place - before as f64)
    }

    /// Where a label goes.
    pub fn middle(&self) -> Point {
        self.at(0.5)
    }

    /// Where it starts.
    pub fn start(&self) -> Point {
        self.samples[0]
    }

    /// Where it ends.
    pub fn end(&self) -> Point {
        self.corners[self.corners.len() - 1]
    }

    /// Its start, its corners, its end.
    #[cfg(test)]
    pub(crate) fn corners(&self) -> &[Point] {
        &self.corners
    }

    /// The sides that it leaves and enters.
    pub const fn sides(&self) -> (Side, Side) {
        self.sides
    }

    /// Its length in canvas units.
    pub const fn length(&self) -> f64 {
        self.length
    }

    /// What it lies in.
    pub const fn bounds(&self) -> Rect {
        self.bounds
    }

    /// How far a point is from it.
    pub fn distance(&self, point: Point) -> f64 {
        self.samples.windows(2).map(|piece| distance_to_line(point, piece[0], piece[1])).fold(f64::INFINITY, f64::min)
    }
}

/// The way between two cards: straight where that is free, else around what is in the way, subnets with members as a whole
/// where there is a way around these too.
pub(crate) fn led(from: Rect, to: Rect, obstacles: &Obstacles) -> Route {
    let straight = Route::between(from, to);
    let (leaves, enters) = straight.sides;
    for passing in [Passing::Around, Passing::Through] {
        if is_free(&straight.corners, [from, to], obstacles, passing) {
            return Route { is_free: passing == Passing::Around, ..straight };
        }
        let way = around(&straight.corners, leaves.outwards(), [from, to], obstacles, passing);
        if let Some(corners) = way {
            return Route::along(corners, leaves, enters);
        }
    }
    straight
}

/// How one wire runs, around these cards.
pub(crate) fn route_of(layout: &Layout, cards: &Obstacles, wire: &Wire) -> Option<Route> {
    let (from, to) = (layout.rect(&wire.from)?, layout.rect(&wire.to)?);
    let bend = wire.bend.zip(bend_origin(layout, wire));
    Some(match bend {
        Some((bend, origin)) => Route::through(from, origin + crate::layout::point(bend), to),
        None => led(from, to, cards),
    })
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Route;
    use crate::{Point, Rect, Side};

    fn card() -> impl Strategy<Value = Rect> {
        (-800.0..800.0, -800.0..800.0).prop_map(|(x, y)| Rect::new(x, y, 176.0, 56.0))
    }

    fn on_border(rect: Rect, point: Point) -> bool {
        Side::ALL.iter().any(|side| side.of(rect).distance(point) < 1e-9)
    }

    proptest! {
        #[test]
        fn a_wire_starts_and_ends_on_the_borders_of_its_cards(from in card(), to in card()) {
            let route = Route::between(from, to);
            prop_assert!(on_border(from, route.start()) && on_border(to, route.end()));
            prop_assert_eq!(route.at(0.0), route.start());
            prop_assert!(route.at(1.0).distance(route.end()) < 1e-6);
        }

        #[test]
        fn points_along_a_wire_are_evenly_spaced(from in card(), to in card()) {
            let route = Route::between(from, to);
            let step = route.length() / 10.0;
            for tenth in 0..10 {
                let (one, other) = (f64::from(tenth) / 10.0, f64::from(tenth + 1) / 10.0);
                prop_assert!(route.at(one).distance(route.at(other)) <= step * 1.05 + 1e-6);
            }
        }

        #[test]
        fn a_point_of_the_wire_is_at_no_distance(from in card(), to in card(), fraction in 0.0..1.0) {
            let route = Route::between(from, to);
            prop_assert!(route.distance(route.at(fraction)) < 1e-6);
        }
    }

    #[test]
    fn cards_above_each_other_are_wired_straight_down() {
        let route = Route::between(Rect::new(0.0, 0.0, 176.0, 56.0), Rect::new(0.0, 120.0, 176.0, 56.0));
        assert_eq!(route.path(), "M88 56L88 120");
    }

    #[test]
    fn cards_beside_each_other_are_wired_straight_across() {
        let route = Route::between(Rect::new(0.0, 0.0, 176.0, 56.0), Rect::new(256.0, 0.0, 176.0, 56.0));
        assert_eq!(route.path(), "M176 28L256 28");
    }

    #[test]
    fn a_wire_turns_shortly_before_its_end() {
        let route = Route::between(Rect::new(0.0, 0.0, 176.0, 56.0), Rect::new(476.0, 100.0, 176.0, 56.0));
        assert_eq!(route.path(), "M176 28L430 28Q444 28 444 42L444 114Q444 128 458 128L476 128");
    }
}
