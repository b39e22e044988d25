//! Putting things into a line, each where it is where that leaves room.

use ninepins_model::PartId;

use super::Tidying;
use crate::snap::snap;
use crate::{GRID, Point, Rect};

/// Which way a line runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// From left to right.
    Across,
    /// From top to bottom.
    Down,
}

/// The distance from what comes before: what is nearer than `least` or farther than `most` goes to `usual`.
#[derive(Clone, Copy)]
pub(super) struct Space {
    pub(super) least: f64,
    pub(super) usual: f64,
    pub(super) most: f64,
}

/// What comes before, and the distance from it.
#[derive(Clone, Copy)]
pub(super) struct Start {
    pub(super) at: f64,
    pub(super) space: Space,
}

impl Run {
    /// A point's coordinate along the line.
    const fn along(self, point: Point) -> f64 {
        match self {
            Run::Across => point.x,
            Run::Down => point.y,
        }
    }

    const fn other(self) -> Run {
        match self {
            Run::Across => Run::Down,
            Run::Down => Run::Across,
        }
    }

    const fn point(self, along: f64, aside: f64) -> Point {
        match self {
            Run::Across => Point::new(along, aside),
            Run::Down => Point::new(aside, along),
        }
    }
}

impl Start {
    /// Where something that is at `own` goes.
    fn place(self, own: f64) -> f64 {
        let gap = own - self.at;
        if gap >= self.space.least && gap <= self.space.most { own } else { snap_up(self.at + self.space.usual) }
    }
}

impl Tidying<'_> {
    /// Puts things into a line that starts at `start`, with `between` them, beside `aside`. Returns the corner in which it
    /// ends, which is that of its start where there is nothing.
    pub(super) fn line(&mut self, run: Run, ids: &[PartId], start: Start, between: Space, aside: Start) -> Point {
        let aside_of = |id: &PartId| self.extent(id, run.other());
        let (base, steps) = lined_up(&ids.iter().map(aside_of).collect::<Vec<_>>());
        let base = aside.place(base);
        let mut next = start;
        let mut end = run.point(start.at, aside.at);
        for (id, step) in ids.iter().zip(steps) {
            let along = next.place(self.extent(id, run).0);
            let rect = self.put(id, run.point(along, base + step));
            let corner = Point::new(rect.right(), rect.bottom());
            end = Point::new(end.x.max(corner.x), end.y.max(corner.y));
            next = Start { at: run.along(corner), space: between };
        }
        end
    }

    /// Where a thing begins along a line as it is, and how long it is.
    fn extent(&self, id: &PartId, run: Run) -> (f64, f64) {
        let rect = self.rect(id);
        (run.along(rect.corner()), run.along(Point::new(rect.width, rect.height)))
    }

    fn put(&mut self, id: &PartId, at: Point) -> Rect {
        let placed = Rect { x: snap(at.x), y: snap(at.y), ..self.rect(id) };
        self.rects.insert(id.clone(), placed);
        placed
    }
}

/// Where a line of things with these beginnings and lengths, aside from it, stands, and how far aside of that each of them:
/// their beginnings or their middles come into line, where most of them are so already.
fn lined_up(extents: &[(f64, f64)]) -> (f64, Vec<f64>) {
    let starts: Vec<f64> = extents.iter().map(|(from, _)| *from).collect();
    let middles: Vec<f64> = extents.iter().map(|(from, length)| from + length / 2.0).collect();
    let ((start, agree), (middle, agree_in_middle)) = (commonest(&starts), commonest(&middles));
    let from_middle: Vec<f64> = extents.iter().map(|(_, length)| middle - length / 2.0).collect();
    let on_grid = from_middle.iter().all(|from| snap(*from) == *from);
    if agree_in_middle > 1 && agree_in_middle >= agree && on_grid {
        let least = from_middle.iter().copied().fold(f64::INFINITY, f64::min);
        return (least, from_middle.iter().map(|from| from - least).collect());
    }
    (start, vec![0.0; extents.len()])
}

/// The value that most of these are, the least of several, and how many are so.
fn commonest(values: &[f64]) -> (f64, usize) {
    let mut best = (0.0, 0);
    for value in values {
        let count = values.iter().filter(|other| (*other - value).abs() < 0.5).count();
        if count > best.1 || (count == best.1 && *value < best.0) {
            best = (*value, count);
        }
    }
    best
}

pub(super) fn snap_up(value: f64) -> f64 {
    (value / GRID).ceil() * GRID
}
