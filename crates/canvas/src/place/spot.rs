//! A free spot for a new part.

use std::collections::BTreeSet;

use ninepins_model::{Kind, PartId};

use crate::snap::snap;
use crate::{GRID, Layout, Point, Rect, default_size, least_size};

/// Space kept between a new part and others on the open canvas.
pub(super) const APART: f64 = 24.0;
/// How far from the wanted place the open canvas is searched.
const FARTHEST: i32 = 120;

/// The free rectangle nearest to a point, in a container or on the open canvas. A container that does not fit in its
/// usual size is made smaller; none where the container has no room.
pub(super) fn free_spot(layout: &Layout, kind: Kind, container: Option<&PartId>, at: Point) -> Option<Rect> {
    // Annotations lie over others, and others over them.
    let frames: BTreeSet<PartId> = layout.frames().iter().cloned().collect();
    let excluded =
        if kind.is_annotation() { crate::gathered(layout.shown().map(|(id, _)| id.clone())) } else { frames };
    let taken: Vec<Rect> = layout.children_rects(container, &excluded).collect();
    let Some(container) = container else { return Some(on_open_canvas(&taken, default_size(kind), at)) };
    let area = layout.inside(container).unwrap_or_default();
    sizes(kind, area).iter().find_map(|size| inside(area, &taken, *size, at))
}

/// The rectangle of a part that covers others, for want of room.
pub(super) fn over(layout: &Layout, kind: Kind, container: &PartId, at: Point) -> Rect {
    let area = layout.inside(container).unwrap_or_default();
    let over = centered(at, usual_size(kind, area)).kept_in(area);
    Rect { x: over.x.round(), y: over.y.round(), ..over }
}

/// The size that a new part has where there is room: a container's at most what lies in its own.
pub(super) fn usual_size(kind: Kind, area: Rect) -> Point {
    sizes(kind, area).first().copied().unwrap_or(default_size(kind))
}

/// The free rectangle on the open canvas nearest to a point, beside everything.
pub(super) fn beside(layout: &Layout, kind: Kind, at: Point) -> Rect {
    let taken: Vec<Rect> = layout.shown().map(|(_, place)| place.rect).collect();
    on_open_canvas(&taken, default_size(kind), at)
}

/// Sizes to try, the usual first.
fn sizes(kind: Kind, area: Rect) -> Vec<Point> {
    let usual = default_size(kind);
    if !kind.is_resizable() {
        return vec![usual];
    }
    let least = least_size(kind);
    let usual = Point::new(usual.x.min(area.width).max(least.x), usual.y.min(area.height).max(least.y));
    let whole = |size: Point| Point::new((size.x / GRID).floor() * GRID, (size.y / GRID).floor() * GRID);
    let mut sizes = vec![whole(usual)];
    for step in 1..=4 {
        let fraction = f64::from(step) / 4.0;
        sizes.push(whole(Point::new(usual.x, usual.toward(least, fraction).y)));
        sizes.push(whole(usual.toward(least, fraction)));
    }
    sizes
}

fn centered(at: Point, size: Point) -> Rect {
    Rect::new(at.x - size.x / 2.0, at.y - size.y / 2.0, size.x, size.y)
}

fn inside(area: Rect, taken: &[Rect], size: Point, at: Point) -> Option<Rect> {
    if size.x > area.width || size.y > area.height {
        return None;
    }
    let wanted = centered(at, size).kept_in(area);
    let columns = ((area.width - size.x) / GRID) as i32;
    let rows = ((area.height - size.y) / GRID) as i32;
    (0..=rows)
        .flat_map(|row| (0..=columns).map(move |column| (row, column)))
        .map(|(row, column)| {
            Rect::new(area.x + f64::from(column) * GRID, area.y + f64::from(row) * GRID, size.x, size.y)
        })
        .filter(|rect| !taken.iter().any(|other| other.grown(GRID).overlaps(*rect)))
        .min_by(|one, other| {
            one.corner().distance(wanted.corner()).total_cmp(&other.corner().distance(wanted.corner()))
        })
}

fn on_open_canvas(taken: &[Rect], size: Point, at: Point) -> Rect {
    let wanted = centered(at, size);
    let wanted = Rect { x: snap(wanted.x), y: snap(wanted.y), ..wanted };
    let is_free = |rect: &Rect| !taken.iter().any(|other| other.grown(APART).overlaps(*rect));
    (0..=FARTHEST)
        .find_map(|ring| {
            ring_of(ring)
                .map(|(column, row)| wanted.moved(Point::new(f64::from(column), f64::from(row)) * (2.0 * GRID)))
                .filter(&is_free)
                .min_by(|one, other| {
                    one.corner().distance(wanted.corner()).total_cmp(&other.corner().distance(wanted.corner()))
                })
        })
        .unwrap_or(wanted)
}

/// The cells at this distance from the middle one.
pub(crate) fn ring_of(ring: i32) -> impl Iterator<Item = (i32, i32)> {
    (-ring..=ring).flat_map(move |row| {
        let step = if row.abs() == ring { 1 } else { (2 * ring).max(1) };
        (-ring..=ring).step_by(step as usize).map(move |column| (column, row))
    })
}
