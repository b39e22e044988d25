//! Points and rectangles. The same types serve the canvas's own units and client pixels; [`crate::View`] turns one into
//! the other.

use std::ops::{Add, Mul, Sub};

/// A point, or the difference between two.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Point {
    /// The point at these coordinates.
    pub const fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    /// How far another point is.
    pub fn distance(self, other: Point) -> f64 {
        let between = other - self;
        between.x.hypot(between.y)
    }

    /// The point at this fraction of the way to another.
    pub fn toward(self, other: Point, fraction: f64) -> Point {
        self + (other - self) * fraction
    }
}

impl Add for Point {
    type Output = Point;
    fn add(self, other: Point) -> Point {
        Point::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Point;
    fn sub(self, other: Point) -> Point {
        Point::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Point;
    fn mul(self, factor: f64) -> Point {
        Point::new(self.x * factor, self.y * factor)
    }
}

impl Rect {
    /// The rectangle with this corner and size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Rect { x, y, width, height }
    }

    /// The smallest rectangle with both points in it.
    pub fn between(one: Point, other: Point) -> Self {
        let (x, y) = (one.x.min(other.x), one.y.min(other.y));
        Rect::new(x, y, (one.x - other.x).abs(), (one.y - other.y).abs())
    }

    /// The right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// The lower edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The upper left corner.
    pub const fn corner(self) -> Point {
        Point::new(self.x, self.y)
    }

    /// The middle.
    pub fn center(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the point is inside or on the border.
    pub fn contains(self, point: Point) -> bool {
        point.x >= self.x && point.x <= self.right() && point.y >= self.y && point.y <= self.bottom()
    }

    /// Whether the other rectangle lies wholly inside.
    pub fn encloses(self, other: Rect) -> bool {
        other.x >= self.x && other.right() <= self.right() && other.y >= self.y && other.bottom() <= self.bottom()
    }

    /// Whether the two share an area.
    pub fn overlaps(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The rectangle moved.
    pub fn moved(self, by: Point) -> Rect {
        Rect { x: self.x + by.x, y: self.y + by.y, ..self }
    }

    /// The rectangle with each edge moved outwards.
    pub fn grown(self, by: f64) -> Rect {
        Rect::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// The smallest rectangle around both.
    pub fn union(self, other: Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// What both cover; of no size where they do not meet.
    #[must_use]
    pub fn intersected(self, other: Rect) -> Rect {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let (right, bottom) = (self.right().min(other.right()), self.bottom().min(other.bottom()));
        Rect::new(x, y, (right - x).max(0.0), (bottom - y).max(0.0))
    }

    /// How far the point is from the rectangle; zero inside.
    pub fn distance(self, point: Point) -> f64 {
        let x = (self.x - point.x).max(point.x - self.right()).max(0.0);
        let y = (self.y - point.y).max(point.y - self.bottom()).max(0.0);
        x.hypot(y)
    }

    /// The rectangle moved as little as needed to lie inside `area`; at its upper left corner where it is too large.
    pub fn kept_in(self, area: Rect) -> Rect {
        let x = self.x.min(area.right() - self.width).max(area.x);
        let y = self.y.min(area.bottom() - self.height).max(area.y);
        Rect { x, y, ..self }
    }
}
