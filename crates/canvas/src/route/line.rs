//! A wire as a line: the sides and corners it takes, how the corners are rounded, and points at equal distances along it.

use crate::{Point, Rect, Side};

/// Into how many pieces of equal length a route is cut for finding points along it.
pub(super) const PIECES: usize = 48;
/// Radius of a corner.
const CORNER: f64 = 14.0;
/// How far before its end a wire turns: between the containers rather than inside the last one.
const TURN: f64 = 32.0;
/// How far a wire leaves a card that its end lies behind.
const AROUND: f64 = 20.0;

/// The sides at which a wire leaves one card and enters the other: across where there is room across, else down.
pub(super) fn sides(from: Rect, to: Rect) -> (Side, Side) {
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
pub(super) fn corners(start: Point, leaves: Side, end: Point) -> Vec<Point> {
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
pub(super) struct Bend {
    pub(super) before: Point,
    pub(super) corner: Point,
    pub(super) after: Point,
}

pub(super) fn bends(corners: &[Point]) -> impl Iterator<Item = Bend> {
    corners.windows(3).map(|three| {
        let (one, corner, other) = (three[0], three[1], three[2]);
        let (first, second) = (one.distance(corner), corner.distance(other));
        let radius = CORNER.min(first / 2.0).min(second / 2.0);
        let toward = |end: Point, far: f64| if far > 0.0 { corner.toward(end, radius / far) } else { corner };
        Bend { before: toward(one, first), corner, after: toward(other, second) }
    })
}

/// The way as short straight pieces.
pub(super) fn drawn(corners: &[Point]) -> Vec<Point> {
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

/// Points at equal distances along the way, and its length.
pub(super) fn evenly(way: &[Point]) -> (Vec<Point>, f64) {
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

pub(super) fn distance_to_line(point: Point, start: Point, end: Point) -> f64 {
    let line = end - start;
    let squared = line.x * line.x + line.y * line.y;
    let way = point - start;
    let fraction = if squared > 0.0 { ((way.x * line.x + way.y * line.y) / squared).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(start.toward(end, fraction))
}
