//! How wires run: from the middle of one card's side to the middle of another's, straight or around rounded corners.

use std::collections::BTreeMap;
use std::rc::Rc;

use ninepins_model::{Design, PartId, Wire, WireId};

use crate::detour::{CLEAR, Obstacles, around, blocks, is_free};
use crate::rewire::bend_origin;
use crate::{Layout, Point, Rect, Side};

/// Into how many pieces of equal length a route is cut for finding points along it.
const PIECES: usize = 48;
/// Radius of a corner.
const CORNER: f64 = 14.0;
/// How far before its end a wire turns: between the containers rather than inside the last one.
const TURN: f64 = 32.0;
/// How far a wire leaves a card that its end lies behind.
const AROUND: f64 = 20.0;

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

/// The ways of all wires. A wire whose ends have not moved keeps its `Rc`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Routes(BTreeMap<WireId, Rc<Route>>);

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

impl Routes {
    /// The ways of a design's wires. Those of `before` that have not changed are kept.
    pub fn of(design: &Design, layout: &Layout, before: &Routes) -> Routes {
        let cards = Obstacles::of(layout);
        let routes = design.wires.iter().filter_map(|(id, wire)| {
            if layout.hides(wire) {
                return None;
            }
            Some((id.clone(), kept_or_new(before.0.get(id), route_of(layout, &cards, wire)?)))
        });
        Routes(crate::gathered(routes))
    }

    /// The ways while some parts are elsewhere. Wires whose ends have not moved, and that nothing moved near, keep theirs
    /// without being led again.
    pub fn while_moved(&self, design: &Design, before: &Layout, layout: &Layout) -> Routes {
        let elsewhere = layout.moved_since(before);
        let stays = |id: &PartId| !elsewhere.contains(id);
        let cards = Obstacles::of(layout);
        let moved: Vec<Rect> = before
            .cards()
            .iter()
            .filter(|id| !stays(id))
            .flat_map(|id| [before.rect(id), layout.rect(id)])
            .flatten()
            .collect();
        let is_near = |wire: &Wire, route: &Route| {
            let (Some(from), Some(to)) = (layout.rect(&wire.from), layout.rect(&wire.to)) else { return true };
            if route.is_free {
                return moved.iter().any(|rect| blocks(*rect, &route.corners, [from, to]));
            }
            let reach = route.bounds.union(from).union(to).grown(CLEAR);
            moved.iter().any(|rect| rect.overlaps(reach))
        };
        let routes = design.wires.iter().filter_map(|(id, wire)| {
            let old = self.0.get(id)?;
            // A bend is kept from the corner of a container, which may have moved by itself.
            let is_kept = wire.bend.is_none() && stays(&wire.from) && stays(&wire.to) && !is_near(wire, old);
            let route = if is_kept { old.clone() } else { kept_or_new(Some(old), route_of(layout, &cards, wire)?) };
            Some((id.clone(), route))
        });
        Routes(crate::gathered(routes))
    }

    /// A wire's way.
    pub fn get(&self, id: &WireId) -> Option<&Rc<Route>> {
        self.0.get(id)
    }

    /// Every wire with its way.
    pub fn iter(&self) -> impl Iterator<Item = (&WireId, &Rc<Route>)> {
        self.0.iter()
    }

    /// The wire nearest to a point, no farther than `within`.
    pub fn nearest(&self, point: Point, within: f64) -> Option<&WireId> {
        self.0
            .iter()
            .filter(|(_, route)| route.bounds.grown(within).contains(point))
            .map(|(id, route)| (route.distance(point), id))
            .filter(|(distance, _)| *distance <= within)
            .min_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, id)| id)
    }
}

fn kept_or_new(before: Option<&Rc<Route>>, route: Route) -> Rc<Route> {
    match before {
        Some(old) if **old == route => old.clone(),
        _ => Rc::new(route),
    }
}

/// The way between two cards, around these.
pub(crate) fn led(from: Rect, to: Rect, cards: &Obstacles) -> Route {
    let straight = Route::between(from, to);
    if is_free(&straight.corners, [from, to], cards) {
        return Route { is_free: true, ..straight };
    }
    let (leaves, enters) = straight.sides;
    match around(&straight.corners, leaves.outwards(), [from, to], cards) {
        Some(corners) => Route::along(corners, leaves, enters),
        None => straight,
    }
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

/// The start, the corners and the end. A wire turns shortly before its end; one whose end lies behind goes around.
fn corners(start: Point, leaves: Side, end: Point) -> Vec<Point> {
    let out = leaves.outwards();
    let way = end - start;
    let ahead = way.x * out.x + way.y * out.y;
    let aside = way - out * ahead;
    if aside.x.abs() + aside.y.abs() < 0.5 && ahead >= 0.0 {
        return vec![start, end];
    }
    if ahead > 0.0 {
        let turn = out * (ahead - TURN.min(ahead / 2.0));
        return vec![start, start + turn, start + turn + aside, end];
    }
    let (away, half) = (out * AROUND, aside * 0.5);
    vec![start, start + away, start + away + half, end - away - half, end - away, end]
}

/// A rounded corner.
struct Bend {
    before: Point,
    corner: Point,
    after: Point,
}

fn bends(corners: &[Point]) -> impl Iterator<Item = Bend> {
    corners.windows(3).map(|three| {
        let (one, corner, other) = (three[0], three[1], three[2]);
        let (first, second) = (one.distance(corner), corner.distance(other));
        let radius = CORNER.min(first / 2.0).min(second / 2.0);
        let toward = |end: Point, far: f64| if far > 0.0 { corner.toward(end, radius / far) } else { corner };
        Bend { before: toward(one, first), corner, after: toward(other, second) }
    })
}

/// The way as short straight pieces.
fn drawn(corners: &[Point]) -> Vec<Point> {
    let mut points = vec![corners[0]];
    for Bend { before, corner, after } in bends(corners) {
        points.extend((0..=6).map(|step| {
            let time = f64::from(step) / 6.0;
            before.toward(corner, time).toward(corner.toward(after, time), time)
        }));
    }
    points.push(corners[corners.len() - 1]);
    points
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Points at equal distances along the way, and its length.
fn evenly(way: &[Point]) -> (Vec<Point>, f64) {
    let mut reached = vec![0.0];
    for piece in way.windows(2) {
        reached.push(reached.last().copied().unwrap_or_default() + piece[0].distance(piece[1]));
    }
    let length = reached.last().copied().unwrap_or_default();
    let mut samples = Vec::with_capacity(PIECES + 1);
    let mut next = 1;
    for step in 0..=PIECES {
        let wanted = length * step as f64 / PIECES as f64;
        while next < way.len() - 1 && reached[next] < wanted {
            next += 1;
        }
        let span = reached[next] - reached[next - 1];
        let fraction = if span > 0.0 { ((wanted - reached[next - 1]) / span).clamp(0.0, 1.0) } else { 0.0 };
        samples.push(way[next - 1].toward(way[next], fraction));
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
    use ninepins_model::presets::{Preset, seed_architecture};
    use proptest::prelude::*;

    use super::{Route, Routes};
    use crate::testing::id;
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
    fn while_a_part_is_moved_its_wires_follow_and_the_others_are_kept() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let routes = Routes::of(&design, &layout, &Routes::default());
        let moved = layout.with_moved(&[(id("users"), Point::new(-40.0, 8.0))]);
        let shown = routes.while_moved(&design, &layout, &moved);
        assert_eq!(shown, Routes::of(&design, &moved, &routes));
        for (name, route) in shown.iter() {
            let is_kept = std::rc::Rc::ptr_eq(route, routes.get(name).unwrap());
            assert_eq!(is_kept, name.as_str() != "w1", "{name}");
        }
    }

    #[test]
    fn wherever_a_card_is_moved_wires_are_led_as_they_would_be_after_it() {
        for preset in [Preset::TwoRegions, Preset::Wordpress] {
            let design = preset.design();
            let layout = Layout::of(&design);
            let routes = Routes::of(&design, &layout, &Routes::default());
            for id in layout.cards() {
                for by in [(24.0, 0.0), (-72.0, 40.0), (0.0, 160.0), (240.0, -96.0), (-320.0, -16.0)] {
                    let moved = layout.with_moved(&[(id.clone(), Point::new(by.0, by.1))]);
                    let shown = routes.while_moved(&design, &layout, &moved);
                    assert_eq!(shown, Routes::of(&design, &moved, &routes), "{} {id} {by:?}", preset.id());
                }
            }
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

    #[test]
    fn an_unmoved_wire_keeps_its_way() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let before = Routes::of(&design, &layout, &Routes::default());
        let after = Routes::of(&design, &layout, &before);
        for (id, route) in before.iter() {
            assert!(std::rc::Rc::ptr_eq(route, after.get(id).unwrap()));
        }
    }
}
