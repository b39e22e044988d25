//! What is in order and so stays as it is.

use ninepins_model::PartId;

use super::{NARROW, Tidying};
use crate::Rect;
use crate::layout::{PADDING, TITLE};
use crate::snap::snap;

impl Tidying<'_> {
    /// Whether things that lie beside each other need no tidying: they are on the grid and apart, neighbours are in line,
    /// and no call leads back to the left.
    pub(super) fn is_in_order(&self, ids: &[PartId], is_inside: bool) -> bool {
        let rects: Vec<Rect> = ids.iter().map(|id| self.rect(id)).collect();
        let room = if is_inside { PADDING } else { NARROW };
        let stands = |rect: &Rect| {
            let on_grid = snap(rect.x) == rect.x && snap(rect.y) == rect.y;
            on_grid && (!is_inside || (rect.x >= PADDING && rect.y >= TITLE))
        };
        let agree = |(place, one): (usize, &Rect)| {
            rects[..place].iter().all(|other| !one.grown(room).overlaps(*other) && are_in_line(*one, *other))
        };
        rects.iter().all(stands)
            && rects.iter().enumerate().all(agree)
            && self.calls(ids).iter().all(|(from, to)| rects[*to].right() > rects[*from].x)
    }
}

/// Whether two things, where they stand above or beside each other, have an edge or their middles in line.
fn are_in_line(one: Rect, other: Rect) -> bool {
    let in_line = |from: (f64, f64), to: (f64, f64)| {
        let middle = |(start, length): (f64, f64)| start + length / 2.0;
        let are_neighbours = (middle(from) - middle(to)).abs() <= from.1.min(to.1) / 2.0;
        let ends = [(from.0, to.0), (middle(from), middle(to)), (from.0 + from.1, to.0 + to.1)];
        !are_neighbours || ends.iter().any(|(one, other)| (one - other).abs() < 0.5)
    };
    in_line((one.x, one.width), (other.x, other.width)) && in_line((one.y, one.height), (other.y, other.height))
}
