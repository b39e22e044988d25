//! How wires run: smooth curves from the middle of one card's side to the middle of another's.

use std::collections::BTreeMap;
use std::rc::Rc;

use ninepins_model::{Design, PartId, WireId};

use crate::{Layout, Point, Rect, Side};

/// Into how many pieces of equal length a route is cut for finding points along it.
const PIECES: usize = 32;
/// How far a curve keeps straight, at least and at most.
const PULL: (f64, f64) = (20.0, 140.0);

/// One wire's curve: a cubic Bézier.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    curve: [Point; 4],
    /// Points at equal distances along the curve.
    samples: Vec<Point>,
    /// Length in canvas units.
    length: f64,
    /// The sides it leaves and enters.
    sides: (Side, Side),
}

/// The curves of all wires. A wire whose ends have not moved keeps its `Rc`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Routes(BTreeMap<WireId, Rc<Route>>);

impl Route {
    /// The curve between two cards.
    pub fn between(from: Rect, to: Rect) -> Route {
        let (leaves, enters) = sides(from, to);
        Route::of(leaves.of(from), leaves, enters.of(to), enters)
    }

    /// The curve from a card to a free point, for a wire being drawn.
    pub fn toward(from: Rect, to: Point) -> Route {
        let (leaves, enters) = sides(from, Rect::new(to.x, to.y, 0.0, 0.0));
        Route::of(leaves.of(from), leaves, to, enters)
    }

    fn of(start: Point, leaves: Side, end: Point, enters: Side) -> Route {
        let reach = reach(start, leaves, end);
        let curve = [start, start + leaves.outwards() * reach, end + enters.outwards() * reach, end];
        let (samples, length) = evenly(&curve);
        Route { curve, samples, length, sides: (leaves, enters) }
    }

    /// The curve as the `d` of an SVG path.
    pub fn path(&self) -> String {
        let [start, first, second, end] = self.curve.map(|point| (tenth(point.x), tenth(point.y)));
        if first.1 == start.1 && second.1 == start.1 && end.1 == start.1
            || first.0 == start.0 && second.0 == start.0 && end.0 == start.0
        {
            return format!("M{} {}L{} {}", start.0, start.1, end.0, end.1);
        }
        let ((x, y), (x1, y1), (x2, y2), (x3, y3)) = (start, first, second, end);
        format!("M{x} {y}C{x1} {y1} {x2} {y2} {x3} {y3}")
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
    pub const fn start(&self) -> Point {
        self.curve[0]
    }

    /// Where it ends.
    pub const fn end(&self) -> Point {
        self.curve[3]
    }

    /// The sides that it leaves and enters.
    pub const fn sides(&self) -> (Side, Side) {
        self.sides
    }

    /// Its length in canvas units.
    pub const fn length(&self) -> f64 {
        self.length
    }

    /// How far a point is from the curve.
    pub fn distance(&self, point: Point) -> f64 {
        self.samples.windows(2).map(|piece| distance_to_line(point, piece[0], piece[1])).fold(f64::INFINITY, f64::min)
    }
}

impl Routes {
    /// The curves of a design's wires. Those of `before` that have not changed are kept.
    pub fn of(design: &Design, layout: &Layout, before: &Routes) -> Routes {
        let routes = design.wires.iter().filter_map(|(id, wire)| {
            let route = Route::between(layout.rect(&wire.from)?, layout.rect(&wire.to)?);
            let route = match before.0.get(id) {
                Some(old) if **old == route => old.clone(),
                _ => Rc::new(route),
            };
            Some((id.clone(), route))
        });
        Routes(routes.collect())
    }

    /// A wire's curve.
    pub fn get(&self, id: &WireId) -> Option<&Rc<Route>> {
        self.0.get(id)
    }

    /// Every wire with its curve.
    pub fn iter(&self) -> impl Iterator<Item = (&WireId, &Rc<Route>)> {
        self.0.iter()
    }

    /// The wire nearest to a point, no farther than `within`.
    pub fn nearest(&self, point: Point, within: f64) -> Option<&WireId> {
        self.0
            .iter()
            .map(|(id, route)| (route.distance(point), id))
            .filter(|(distance, _)| *distance <= within)
            .min_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, id)| id)
    }

    /// The wires that start or end at one of these parts.
    pub fn touching<'a>(design: &'a Design, parts: &'a [PartId]) -> impl Iterator<Item = &'a WireId> {
        design.wires.iter().filter(|(_, wire)| parts.contains(&wire.from) || parts.contains(&wire.to)).map(|(id, _)| id)
    }
}

/// The sides at which a wire leaves one card and enters the other: across where there is room across, else down.
fn sides(from: Rect, to: Rect) -> (Side, Side) {
    let across = (to.x - from.right()).max(from.x - to.right());
    let down = (to.y - from.bottom()).max(from.y - to.bottom());
    let leaves = if down > 0.0 && across < down * 0.5 && across < 24.0 {
        if to.center().y > from.center().y { Side::Bottom } else { Side::Top }
    } else if to.center().x >= from.center().x {
        Side::Right
    } else {
        Side::Left
    };
    (leaves, leaves.opposite())
}

/// How far the curve's handles reach: half of the way, more where the end lies behind.
fn reach(start: Point, leaves: Side, end: Point) -> f64 {
    let way = end - start;
    let ahead = way.x * leaves.outwards().x + way.y * leaves.outwards().y;
    let aside = way.x.abs().min(way.y.abs());
    let wanted = if ahead >= 0.0 { ahead.max(aside * 0.6) / 2.0 } else { PULL.0 - ahead / 2.0 };
    wanted.clamp(PULL.0.min(way.x.hypot(way.y) / 2.0), PULL.1)
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn bezier(curve: &[Point; 4], time: f64) -> Point {
    let rest = 1.0 - time;
    curve[0] * (rest * rest * rest)
        + curve[1] * (3.0 * rest * rest * time)
        + curve[2] * (3.0 * rest * time * time)
        + curve[3] * (time * time * time)
}

/// Points at equal distances along the curve, and its length.
fn evenly(curve: &[Point; 4]) -> (Vec<Point>, f64) {
    let fine: Vec<Point> = (0..=PIECES * 2).map(|step| bezier(curve, step as f64 / (PIECES * 2) as f64)).collect();
    let mut reached = vec![0.0];
    for piece in fine.windows(2) {
        reached.push(reached.last().copied().unwrap_or_default() + piece[0].distance(piece[1]));
    }
    let length = reached.last().copied().unwrap_or_default();
    let mut samples = Vec::with_capacity(PIECES + 1);
    let mut next = 1;
    for step in 0..=PIECES {
        let wanted = length * step as f64 / PIECES as f64;
        while next < fine.len() - 1 && reached[next] < wanted {
            next += 1;
        }
        let span = reached[next] - reached[next - 1];
        let fraction = if span > 0.0 { ((wanted - reached[next - 1]) / span).clamp(0.0, 1.0) } else { 0.0 };
        samples.push(fine[next - 1].toward(fine[next], fraction));
    }
    (samples, length)
}

fn distance_to_line(point: Point, start: Point, end: Point) -> f64 {
    let line = end - start;
    let squared = line.x * line.x + line.y * line.y;
    let way = point - start;
    let fraction = if squared > 0.0 { ((way.x * line.x + way.y * line.y) / squared).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(start.toward(end, fraction))
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;
    use proptest::prelude::*;

    use super::{Route, Routes};
    use crate::{Layout, Point, Rect, Side};

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
    fn an_unmoved_wire_keeps_its_curve() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let before = Routes::of(&design, &layout, &Routes::default());
        let after = Routes::of(&design, &layout, &before);
        for (id, route) in before.iter() {
            assert!(std::rc::Rc::ptr_eq(route, after.get(id).unwrap()));
        }
    }
}
