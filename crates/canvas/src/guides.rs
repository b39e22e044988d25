//! Guides: where an edge or the middle of what is moved meets that of a neighbour.

use crate::{Point, Rect};

/// How near an edge must come to meet another, in canvas units.
const NEAR: f64 = 5.0;

/// A line along which two parts meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guide {
    /// One end.
    pub from: Point,
    /// The other.
    pub to: Point,
}

/// How far a rectangle moves to meet its neighbours: nothing in a direction where it meets none.
pub(crate) fn meeting(rect: Rect, others: &[Rect]) -> (Option<f64>, Option<f64>) {
    let across = |rect: Rect| [rect.x, rect.center().x, rect.right()];
    let down = |rect: Rect| [rect.y, rect.center().y, rect.bottom()];
    let nearest = |lines: fn(Rect) -> [f64; 3]| {
        let own = lines(rect);
        let gaps = others.iter().flat_map(|other| {
            let theirs = lines(*other);
            // Like meets like: edges of one side, or the middles.
            (0..3).map(move |line| theirs[line] - own[line])
        });
        gaps.filter(|gap| gap.abs() <= NEAR).min_by(|one, other| one.abs().total_cmp(&other.abs()))
    };
    (nearest(across), nearest(down))
}

/// The guides of a rectangle that has come to lie where it is.
pub(crate) fn guides(rect: Rect, others: &[Rect]) -> Vec<Guide> {
    let mut found: Vec<Guide> = Vec::new();
    for other in others {
        let both = rect.union(*other);
        let across = [(rect.x, other.x), (rect.center().x, other.center().x), (rect.right(), other.right())];
        let down = [(rect.y, other.y), (rect.center().y, other.center().y), (rect.bottom(), other.bottom())];
        let upright = |x: f64| Guide { from: Point::new(x, both.y), to: Point::new(x, both.bottom()) };
        let level = |y: f64| Guide { from: Point::new(both.x, y), to: Point::new(both.right(), y) };
        let meets = |(own, theirs): &(f64, f64)| (own - theirs).abs() < 0.01;
        found.extend(across.iter().find(|line| meets(line)).map(|line| upright(line.0)));
        found.extend(down.iter().find(|line| meets(line)).map(|line| level(line.0)));
    }
    joined(found)
}

/// Guides on one line become one.
fn joined(guides: Vec<Guide>) -> Vec<Guide> {
    let mut lines: Vec<Guide> = Vec::new();
    for guide in guides {
        let is_upright = guide.from.x == guide.to.x;
        let same = lines.iter_mut().find(|line| {
            if is_upright {
                line.from.x == line.to.x && line.from.x == guide.from.x
            } else {
                line.from.y == line.to.y && line.from.y == guide.from.y
            }
        });
        match same {
            Some(line) => {
                line.from = Point::new(line.from.x.min(guide.from.x), line.from.y.min(guide.from.y));
                line.to = Point::new(line.to.x.max(guide.to.x), line.to.y.max(guide.to.y));
            }
            None => lines.push(guide),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Guide, guides, meeting};
    use crate::{Point, Rect};

    const NEIGHBOUR: Rect = Rect { x: 0.0, y: 0.0, width: 176.0, height: 56.0 };

    #[test]
    fn a_part_near_its_neighbours_upper_edge_meets_it() {
        assert_eq!(meeting(Rect::new(300.0, 4.0, 176.0, 56.0), &[NEIGHBOUR]), (None, Some(-4.0)));
    }

    #[test]
    fn a_part_far_from_every_line_meets_none() {
        assert_eq!(meeting(Rect::new(300.0, 80.0, 176.0, 56.0), &[NEIGHBOUR]), (None, None));
    }

    #[test]
    fn parts_side_by_side_share_one_guide_over_both() {
        let guide = Guide { from: Point::new(0.0, 0.0), to: Point::new(476.0, 0.0) };
        assert_eq!(guides(Rect::new(300.0, 0.0, 176.0, 56.0), &[NEIGHBOUR]), [guide]);
    }
}
