//! The grid.

/// Distance of the grid's lines, in canvas units.
pub const GRID: f64 = 8.0;

/// The nearest multiple of the grid.
pub fn snap(value: f64) -> f64 {
    (value / GRID).round() * GRID
}

/// As stored in a document.
pub(crate) fn whole(value: f64) -> i32 {
    value.round() as i32
}
