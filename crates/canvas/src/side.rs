//! The sides of a card, where wires meet it.

use crate::{Point, Rect};

/// A side of a rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Right.
    Right,
    /// Left.
    Left,
    /// Top.
    Top,
    /// Bottom.
    Bottom,
}

impl Side {
    /// All four.
    pub const ALL: [Side; 4] = [Side::Right, Side::Left, Side::Top, Side::Bottom];

    /// The middle of this side.
    pub fn of(self, rect: Rect) -> Point {
        let center = rect.center();
        match self {
            Side::Right => Point::new(rect.right(), center.y),
            Side::Left => Point::new(rect.x, center.y),
            Side::Top => Point::new(center.x, rect.y),
            Side::Bottom => Point::new(center.x, rect.bottom()),
        }
    }

    /// One step outwards.
    pub const fn outwards(self) -> Point {
        match self {
            Side::Right => Point::new(1.0, 0.0),
            Side::Left => Point::new(-1.0, 0.0),
            Side::Top => Point::new(0.0, -1.0),
            Side::Bottom => Point::new(0.0, 1.0),
        }
    }

    /// The side that faces this one.
    pub const fn opposite(self) -> Side {
        match self {
            Side::Right => Side::Left,
            Side::Left => Side::Right,
            Side::Top => Side::Bottom,
            Side::Bottom => Side::Top,
        }
    }
}
