//! Leading a wire around what lies in its way: cards, and the members in subnets.

use crate::{Layout, MemberPlan, Point, Rect, member_plan, put_in_order};

/// How far a wire that is led around stays from a card.
pub(crate) const CLEAR: f64 = 12.0;
/// How near it may come where cards leave less room.
const TIGHT: f64 = 4.0;
/// How far beside its straight way a wire is led.
const FAR: f64 = 320.0;
/// How far from its first card it turns, and how far from its last.
const LEAVE: f64 = 20.0;
const ENTER: f64 = 32.0;
/// How many cards' edges are tried: the nearest to the straight way.
const TRIED: usize = 5;
/// Width of a column of cards, and how many there are at most.
const COLUMN: f64 = 400.0;
const COLUMNS: usize = 1_000;
/// A corner counts as so much length: a calm way is worth a longer one.
const CORNER: f64 = 24.0;

/// What wires are led around: cards, collapsed containers, and the subnets in which members stand, which come and go in
/// them. Notes lie over anything. Cards are kept in columns, so that a wire asks only for those near it: a design holds
/// thousands of both.
#[derive(Debug, Default)]
pub(crate) struct Obstacles {
    left: f64,
    columns: Vec<Vec<Rect>>,
    hosts: Vec<Host>,
}

/// A subnet with members.
#[derive(Debug)]
struct Host {
    rect: Rect,
    /// The cards of its first members.
    members: Vec<Rect>,
}

/// How a wire passes subnets with members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passing {
    /// Around them, unless it ends in them.
    Around,
    /// Through them, around their members.
    Through,
}

impl Obstacles {
    /// Those of a layout.
    pub(crate) fn of(layout: &Layout) -> Obstacles {
        let places = layout.cards().iter().filter_map(|id| layout.place(id));
        let cards: Vec<Rect> = places.filter(|place| !place.kind.is_annotation()).map(|place| place.rect).collect();
        let mut obstacles = Obstacles::among(&cards);
        for (_, place, inside) in layout.hosts() {
            let members = match member_plan(place.rect, &inside, place.members) {
                MemberPlan::Cards(cards) => cards,
                MemberPlan::Dots(_) | MemberPlan::Count(_) => Vec::new(),
            };
            obstacles.hosts.push(Host { rect: place.rect, members });
        }
        obstacles
    }

    /// These cards.
    pub(crate) fn among(cards: &[Rect]) -> Obstacles {
        let Some(all) = cards.iter().copied().reduce(Rect::union) else { return Obstacles::default() };
        let count = ((all.width / COLUMN) as usize + 1).min(COLUMNS);
        let mut obstacles = Obstacles { left: all.x, columns: vec![Vec::new(); count], hosts: Vec::new() };
        for card in cards {
            for column in obstacles.column(card.x)..=obstacles.column(card.right()) {
                obstacles.columns[column].push(*card);
            }
        }
        obstacles
    }

    fn column(&self, x: f64) -> usize {
        (((x - self.left) / COLUMN).max(0.0) as usize).min(self.columns.len().saturating_sub(1))
    }

    /// The cards that share an area with a rectangle, each once.
    fn over(&self, area: Rect) -> impl Iterator<Item = Rect> {
        let (first, last) = (self.column(area.x), self.column(area.right()));
        let columns = self.columns.iter().enumerate().skip(first).take(last + 1 - first);
        columns.flat_map(move |(column, cards)| {
            let own = cards.iter().filter(move |card| self.column(card.x).max(first) == column);
            own.copied().filter(move |card| card.overlaps(area))
        })
    }

    /// What shares an area with a rectangle and is in the way of a wire with these ends. What lies over its ends is not.
    fn before(&self, area: Rect, ends: [Rect; 2], passing: Passing) -> Vec<Rect> {
        let counts = |rect: &Rect| rect.overlaps(area) && !ends.iter().any(|end| end.overlaps(*rect));
        let mut found: Vec<Rect> = self.over(area).filter(counts).collect();
        for host in &self.hosts {
            if passing == Passing::Around && counts(&host.rect) {
                found.push(host.rect);
            } else if host.rect.overlaps(area) {
                found.extend(host.members.iter().copied().filter(counts));
            }
        }
        found
    }
}

/// Whether a card lies in a wire's way. One that lies over the wire's ends does not count.
pub(crate) fn blocks(card: Rect, way: &[Point], ends: [Rect; 2]) -> bool {
    !ends.iter().any(|end| end.overlaps(card)) && crosses(way, card)
}

/// Whether nothing lies in a wire's way.
pub(crate) fn is_free(way: &[Point], ends: [Rect; 2], obstacles: &Obstacles, passing: Passing) -> bool {
    let (Some(start), Some(end)) = (way.first(), way.last()) else { return true };
    !obstacles.before(Rect::between(*start, *end), ends, passing).iter().any(|rect| crosses(way, *rect))
}

/// The corners of a way around what lies in the straight one, which leaves its first card toward `out`. None where every
/// other is as little free.
pub(crate) fn around(
    straight: &[Point],
    out: Point,
    ends: [Rect; 2],
    obstacles: &Obstacles,
    passing: Passing,
) -> Option<Vec<Point>> {
    let (start, end) = (*straight.first()?, *straight.last()?);
    let reach = Rect::between(start, end);
    let turned = Turned { start, out };
    let goal = turned.of(end);
    let cards: Vec<Rect> = obstacles
        .before(reach.grown(FAR), ends, passing)
        .into_iter()
        .map(|card| Rect::between(turned.of(card.corner()), turned.of(Point::new(card.right(), card.bottom()))))
        .collect();
    let straight: Vec<Point> = straight.iter().map(|point| turned.of(*point)).collect();
    let way = best(&straight, goal, &cards)?;
    Some(way.into_iter().map(|point| turned.back(point)).collect())
}

/// The plane turned so that a wire leaves to the right from the origin.
struct Turned {
    start: Point,
    out: Point,
}

impl Turned {
    fn across(&self) -> Point {
        Point::new(self.out.y.abs(), self.out.x.abs())
    }

    fn of(&self, point: Point) -> Point {
        let (way, across) = (point - self.start, self.across());
        Point::new(way.x * self.out.x + way.y * self.out.y, way.x * across.x + way.y * across.y)
    }

    fn back(&self, point: Point) -> Point {
        self.start + self.out * point.x + self.across() * point.y
    }
}

/// The shortest and calmest free way: on from its start, aside, along a line beside the cards, aside again, to its end.
fn best(straight: &[Point], goal: Point, cards: &[Rect]) -> Option<Vec<Point>> {
    if goal.x <= 0.0 {
        return None;
    }
    let (lines, turns) = tried(straight, goal, cards);
    let cards: Vec<Rect> = cards.iter().map(|card| card.grown(TIGHT)).collect();
    let is_free = |from: Point, to: Point| {
        let piece = Rect::between(from, to);
        !cards.iter().any(|card| card.overlaps(piece))
    };
    // Each piece that is not free spares all ways that have it.
    let half = goal.x / 2.0;
    let firsts = [&[LEAVE.min(half)][..], &turns].concat();
    let lasts = [&[goal.x - ENTER.min(half)][..], &turns].concat();
    let firsts = kept(&firsts, |first| is_free(Point::default(), Point::new(first, 0.0)));
    let lasts = kept(&lasts, |last| is_free(Point::new(last, goal.y), goal));
    let mut found: Option<(f64, Vec<Point>)> = None;
    for line in lines {
        let length = goal.x + line.abs() + (goal.y - line).abs();
        let firsts = kept(&firsts, |first| is_free(Point::new(first, 0.0), Point::new(first, line)));
        let lasts = kept(&lasts, |last| is_free(Point::new(last, line), Point::new(last, goal.y)));
        let is_better = |corners: usize, found: &Option<(f64, Vec<Point>)>| {
            found.as_ref().is_none_or(|(best, _)| length + CORNER * (corners as f64) < best - 0.5)
        };
        for first in &firsts {
            for last in lasts.iter().filter(|last| *last >= first) {
                // Of a way with six corners it is known what it is worth before it is put together.
                let pieces = [*first, line, last - first, goal.y - line, goal.x - last];
                if !is_better(if pieces.iter().all(|piece| piece.abs() >= 1.0) { 6 } else { 2 }, &found) {
                    continue;
                }
                let (one, other) = (Point::new(*first, line), Point::new(*last, line));
                let corners = [Point::default(), Point::new(*first, 0.0), one, other, Point::new(*last, goal.y), goal];
                let way = simplified(&corners);
                if is_better(way.len(), &found) && is_free(one, other) {
                    found = Some((length + CORNER * way.len() as f64, way));
                }
            }
        }
    }
    found.map(|(_, way)| way)
}

fn kept(values: &[f64], is_free: impl Fn(f64) -> bool) -> Vec<f64> {
    values.iter().copied().filter(|value| is_free(*value)).collect()
}

/// The lines along which a way may run, and where it may turn: beside the cards that are nearest to the straight one.
fn tried(straight: &[Point], goal: Point, cards: &[Rect]) -> (Vec<f64>, Vec<f64>) {
    let mut lines = vec![0.0, goal.y];
    let mut turns = Vec::new();
    for card in &nearest(straight, cards) {
        // Where the next card is close, halfway.
        let (mut above, mut below) = (CLEAR, CLEAR);
        for other in cards.iter().filter(|other| other.x < card.right() && card.x < other.right()) {
            let (up, down) = (card.y - other.bottom(), other.y - card.bottom());
            if up >= 2.0 * TIGHT {
                above = above.min(up / 2.0);
            }
            if down >= 2.0 * TIGHT {
                below = below.min(down / 2.0);
            }
        }
        lines.extend([card.bottom() + below, card.y - above]);
        turns.extend(between(0.0, card.x));
        turns.extend(between(card.right(), goal.x).map(|at| card.right() + goal.x - at));
    }
    (lines, turns)
}

/// Where to turn before a card that stands at `to`, coming from `from`: near the card, or halfway where it is close.
fn between(from: f64, to: f64) -> Option<f64> {
    let room = to - from;
    (room > 0.0).then(|| if room < 2.0 * CLEAR { from + room / 2.0 } else { to - CLEAR })
}

/// The cards nearest to the straight way; those on it first.
fn nearest(straight: &[Point], cards: &[Rect]) -> Vec<Rect> {
    let distance = |card: &Rect| {
        let pieces = straight.windows(2).map(|piece| {
            let along = Rect::between(piece[0], piece[1]);
            let x = (card.x - along.right()).max(along.x - card.right()).max(0.0);
            let y = (card.y - along.bottom()).max(along.y - card.bottom()).max(0.0);
            x + y
        });
        pieces.fold(f64::INFINITY, f64::min)
    };
    let mut ranked: Vec<(f64, Rect)> = cards.iter().map(|card| (distance(card), *card)).collect();
    put_in_order(&mut ranked, |one, other| one.0 < other.0);
    ranked.into_iter().take(TRIED).map(|(_, card)| card).collect()
}

/// Whether a way with these corners passes through a rectangle.
fn crosses(way: &[Point], rect: Rect) -> bool {
    way.windows(2).any(|piece| Rect::between(piece[0], piece[1]).overlaps(rect))
}

/// Without corners that turn nothing.
fn simplified(corners: &[Point]) -> Vec<Point> {
    let mut way: Vec<Point> = Vec::with_capacity(corners.len());
    for corner in corners {
        if way.last().is_some_and(|last| last.distance(*corner) < 0.5) {
            continue;
        }
        if let [.., before, last] = way[..] {
            let (one, other) = (last - before, *corner - last);
            if (one.x * other.y - one.y * other.x).abs() < 0.5 {
                way.pop();
            }
        }
        way.push(*corner);
    }
    way
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Obstacles, TIGHT, crosses};
    use crate::route::led;
    use crate::{Point, Rect, Route, Side};

    fn card(x: f64, y: f64) -> Rect {
        Rect::new(x, y, 176.0, 56.0)
    }

    fn passes_through(route: &Route, card: Rect) -> bool {
        (0..=200).any(|step| card.grown(-0.5).contains(route.at(f64::from(step) / 200.0)))
    }

    #[test]
    fn a_wire_to_a_card_of_the_same_row_passes_below_the_card_between_them() {
        let (from, between, to) = (card(0.0, 0.0), card(240.0, 0.0), card(480.0, 0.0));
        let route = led(from, to, &Obstacles::among(&[from, between, to]));
        assert!(!passes_through(&route, between));
        assert!(route.distance(Point::new(328.0, 68.0)) < 0.5, "{}", route.path());
    }

    #[test]
    fn a_wire_to_a_card_of_the_same_column_passes_beside_the_card_between_them() {
        let (from, between, to) = (card(0.0, 0.0), card(0.0, 120.0), card(0.0, 240.0));
        let route = led(from, to, &Obstacles::among(&[from, between, to]));
        assert!(!passes_through(&route, between));
        assert_eq!(route.sides(), (Side::Bottom, Side::Top));
    }

    #[test]
    fn a_wire_that_turns_does_not_pass_behind_a_card_beside_its_start() {
        let (from, beside, to) = (card(0.0, 0.0), card(240.0, 0.0), card(700.0, 160.0));
        let route = led(from, to, &Obstacles::among(&[from, beside, to]));
        assert!(!passes_through(&route, beside));
    }

    #[test]
    fn a_wire_with_a_free_way_is_left_as_it_is() {
        let (from, to) = (card(0.0, 0.0), card(480.0, 90.0));
        let route = led(from, to, &Obstacles::among(&[from, to, card(240.0, 300.0)]));
        assert_eq!(route.path(), Route::between(from, to).path());
    }

    #[test]
    fn closely_packed_cards_leave_room_for_a_wire_between_them() {
        let (from, between, to) = (card(0.0, 0.0), card(184.0, 0.0), card(368.0, 0.0));
        let route = led(from, to, &Obstacles::among(&[from, between, to]));
        assert!(!passes_through(&route, between), "{}", route.path());
    }

    proptest! {
        #[test]
        fn obstacles_over_an_area_are_found_each_once(
            corners in prop::collection::vec((-3000.0..3000.0, -400.0..400.0), 0..30),
            area in (-3000.0..3000.0, -400.0..400.0, 0.0..2000.0, 0.0..400.0),
        ) {
            let cards: Vec<Rect> = corners.into_iter().map(|(x, y)| card(x, y)).collect();
            let area = Rect::new(area.0, area.1, area.2, area.3);
            let found = Obstacles::among(&cards).over(area).count();
            prop_assert_eq!(found, cards.iter().filter(|card| card.overlaps(area)).count());
        }

        #[test]
        fn a_wire_is_led_around_cards_or_left_as_it_is(
            from in (-400.0..400.0, -300.0..300.0), to in (-400.0..900.0, -300.0..300.0),
            others in prop::collection::vec((-500.0..900.0, -400.0..400.0), 0..7),
        ) {
            let (from, to) = (card(from.0, from.1), card(to.0, to.1));
            let mut cards: Vec<Rect> = others.into_iter().map(|(x, y)| card(x, y)).collect();
            cards.extend([from, to]);
            let route = led(from, to, &Obstacles::among(&cards));
            let on_border = |rect: Rect, point: Point| Side::ALL.iter().any(|side| side.of(rect).distance(point) < 1e-6);
            prop_assert!(on_border(from, route.start()) && on_border(to, route.end()));
            let straight = Route::between(from, to);
            if route.path() != straight.path() {
                let others = cards.iter().filter(|card| !card.overlaps(from) && !card.overlaps(to));
                for other in others {
                    prop_assert!(!crosses(route.corners(), other.grown(TIGHT - 0.01)), "{}", route.path());
                }
                prop_assert!(cards.iter().any(|card| crosses(straight.corners(), *card)));
            }
        }
    }
}
