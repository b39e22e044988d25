//! Which part of the canvas is shown, and how large.

use crate::{Point, Rect};

/// Smallest zoom.
const LEAST: f64 = 0.15;
/// Largest zoom.
const MOST: f64 = 3.0;
/// Largest zoom that fitting chooses: larger than life says nothing more.
const MOST_FITTED: f64 = 1.25;

/// Smallest zoom at which a card's figures can be read.
const READABLE: f64 = 0.62;

/// The transform from canvas units to client pixels: scale by `zoom`, then move by (`x`, `y`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Where the canvas's origin is, to the right, in client pixels.
    pub x: f64,
    /// Where the canvas's origin is, down.
    pub y: f64,
    /// Client pixels per canvas unit.
    pub zoom: f64,
}

impl Default for View {
    fn default() -> Self {
        View { x: 0.0, y: 0.0, zoom: 1.0 }
    }
}

impl View {
    /// From client pixels, measured from the surface's corner, to canvas units.
    pub fn to_world(self, client: Point) -> Point {
        Point::new((client.x - self.x) / self.zoom, (client.y - self.y) / self.zoom)
    }

    /// From canvas units to client pixels.
    pub fn to_client(self, world: Point) -> Point {
        Point::new(world.x * self.zoom + self.x, world.y * self.zoom + self.y)
    }

    /// A rectangle in client pixels.
    pub fn rect_to_client(self, rect: Rect) -> Rect {
        let corner = self.to_client(rect.corner());
        Rect::new(corner.x, corner.y, rect.width * self.zoom, rect.height * self.zoom)
    }

    /// Moved by client pixels.
    pub fn panned(self, by: Point) -> View {
        View { x: self.x + by.x, y: self.y + by.y, ..self }
    }

    /// Zoomed so that what is at `client` stays there.
    pub fn zoomed_at(self, client: Point, factor: f64) -> View {
        let zoom = (self.zoom * factor).clamp(LEAST, MOST);
        let world = self.to_world(client);
        View { x: client.x - world.x * zoom, y: client.y - world.y * zoom, zoom }
    }

    /// The view that shows all rectangles in the middle of a surface of this size, with a margin in client pixels.
    /// `None` where there is nothing to show or nowhere to show it.
    pub fn fitted(rects: impl IntoIterator<Item = Rect>, surface: Point, margin: f64) -> Option<View> {
        let all = rects.into_iter().reduce(Rect::union)?;
        if surface.x <= 2.0 * margin || surface.y <= 2.0 * margin {
            return None;
        }
        let across = (surface.x - 2.0 * margin) / all.width.max(1.0);
        let down = (surface.y - 2.0 * margin) / all.height.max(1.0);
        let zoom = across.min(down).clamp(LEAST, MOST_FITTED);
        let center = all.center();
        Some(View { x: surface.x / 2.0 - center.x * zoom, y: surface.y / 2.0 - center.y * zoom, zoom })
    }

    /// Where showing everything would leave nothing to read: the view at the smallest zoom that can be read, from the left
    /// edge of what there is, and in the middle of its height or from its top. `None` where everything can be read.
    pub fn readable(rects: impl IntoIterator<Item = Rect>, surface: Point, margin: f64) -> Option<View> {
        let all = rects.into_iter().reduce(Rect::union)?;
        let zoom = READABLE;
        let fits = all.width * zoom + 2.0 * margin <= surface.x && all.height * zoom + 2.0 * margin <= surface.y;
        if fits {
            return None;
        }
        let start = |from: f64, length: f64, room: f64| {
            let spare = room - length * zoom;
            (if spare >= 2.0 * margin { spare / 2.0 } else { margin }) - from * zoom
        };
        Some(View { x: start(all.x, all.width, surface.x), y: start(all.y, all.height, surface.y), zoom })
    }

    /// The view moved as little as needed to show the rectangle.
    pub fn revealing(self, rect: Rect, surface: Point, margin: f64) -> View {
        let shown = self.rect_to_client(rect);
        let shift = |start: f64, length: f64, room: f64| {
            if length > room - 2.0 * margin || start < margin {
                margin - start
            } else {
                (room - margin - start - length).min(0.0)
            }
        };
        self.panned(Point::new(shift(shown.x, shown.width, surface.x), shift(shown.y, shown.height, surface.y)))
    }

    /// What is visible, in canvas units.
    pub fn visible(self, surface: Point) -> Rect {
        Rect::between(self.to_world(Point::default()), self.to_world(surface))
    }
}

/// The unit of a wheel's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WheelMode {
    /// Pixels.
    Pixel,
    /// Lines of text.
    Line,
    /// Pages.
    Page,
}

/// By how much a wheel's turn zooms. A pinch on a touch pad arrives as small turns and counts more.
pub fn wheel_factor(delta: f64, mode: WheelMode, pinch: bool) -> f64 {
    let unit = match mode {
        WheelMode::Pixel => 0.002,
        WheelMode::Line => 0.05,
        WheelMode::Page => 1.0,
    };
    let weight = if pinch { 5.0 } else { 1.0 };
    (-delta * unit * weight).clamp(-1.0, 1.0).exp2()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{View, WheelMode, wheel_factor};
    use crate::{Point, Rect};

    proptest! {
        #[test]
        fn zooming_keeps_what_is_under_the_pointer(
            x in -500.0..500.0, y in -500.0..500.0, zoom in 0.2..2.9, at_x in 0.0..900.0, at_y in 0.0..600.0,
            factor in 0.1..10.0,
        ) {
            let view = View { x, y, zoom };
            let at = Point::new(at_x, at_y);
            let before = view.to_world(at);
            let after = view.zoomed_at(at, factor).to_world(at);
            prop_assert!(before.distance(after) < 1e-6);
        }

        #[test]
        fn a_fitted_view_shows_everything(
            x in -500.0..500.0, y in -500.0..500.0, width in 100.0..3000.0, height in 100.0..3000.0,
        ) {
            let rect = Rect::new(x, y, width, height);
            let surface = Point::new(970.0, 600.0);
            let view = View::fitted([rect], surface, 24.0).unwrap();
            prop_assert!(view.visible(surface).encloses(rect));
        }
    }

    #[test]
    fn a_small_screen_shows_the_beginning_of_a_wide_design_so_that_it_can_be_read() {
        let surface = Point::new(390.0, 600.0);
        let view = View::readable([Rect::new(100.0, 40.0, 1200.0, 500.0)], surface, 10.0).unwrap();
        assert_eq!(view.to_client(Point::new(100.0, 0.0)).x, 10.0);
        assert_eq!(view.to_client(Point::new(0.0, 290.0)).y, 300.0, "what fits is in the middle");
        assert!(view.zoom >= 0.6);
        assert_eq!(View::readable([Rect::new(0.0, 0.0, 176.0, 56.0)], surface, 10.0), None);
    }

    #[test]
    fn nothing_to_show_gives_no_view() {
        assert_eq!(View::fitted([], Point::new(900.0, 600.0), 24.0), None);
    }

    #[test]
    fn turning_the_wheel_toward_the_screen_zooms_in() {
        assert!(wheel_factor(-100.0, WheelMode::Pixel, false) > 1.0);
    }

    #[test]
    fn a_view_that_shows_the_rectangle_stays() {
        let view = View::default();
        let surface = Point::new(900.0, 600.0);
        assert_eq!(view.revealing(Rect::new(100.0, 100.0, 50.0, 50.0), surface, 24.0), view);
        assert_eq!(view.revealing(Rect::new(900.0, 100.0, 50.0, 50.0), surface, 24.0).x, -74.0);
    }
}
