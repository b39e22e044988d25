//! Where the callout goes: beside what it points at, inside the window.

use ninepins_canvas::{Point, Rect, Side};

/// Between the callout and what it points at.
const GAP: f64 = 14.0;
/// Between the callout and the window's edge.
const MARGIN: f64 = 10.0;

/// The callout's upper left corner: on the preferred side of the target, or on the first other side with room for it;
/// where there is none, over the target's lower end.
pub(super) fn placed(target: Rect, card: Point, window: Point, preferred: Side) -> Point {
    let sides = [preferred, preferred.opposite(), Side::Right, Side::Left, Side::Bottom, Side::Top];
    let room = Rect::new(MARGIN, MARGIN, window.x - 2.0 * MARGIN, window.y - 2.0 * MARGIN);
    let found = sides.into_iter().map(|side| beside(target, card, room, side)).find(|rect| room.encloses(*rect));
    found.unwrap_or_else(|| over(target, card, room)).corner()
}

/// On this side, along it as near the target's middle as the room allows.
fn beside(target: Rect, card: Point, room: Rect, side: Side) -> Rect {
    let middle = target.center();
    let along_x = clamped(middle.x - card.x / 2.0, room.x, room.right() - card.x);
    let along_y = clamped(middle.y - card.y / 2.0, room.y, room.bottom() - card.y);
    let (x, y) = match side {
        Side::Right => (target.right() + GAP, along_y),
        Side::Left => (target.x - GAP - card.x, along_y),
        Side::Bottom => (along_x, target.bottom() + GAP),
        Side::Top => (along_x, target.y - GAP - card.y),
    };
    Rect::new(x, y, card.x, card.y)
}

fn over(target: Rect, card: Point, room: Rect) -> Rect {
    let x = clamped(target.center().x - card.x / 2.0, room.x, room.right() - card.x);
    let y = clamped(target.bottom() - card.y - GAP, room.y, room.bottom() - card.y);
    Rect::new(x, y, card.x, card.y)
}

/// Between two bounds, the lower one where they cross.
fn clamped(value: f64, low: f64, high: f64) -> f64 {
    value.min(high).max(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Point = Point::new(300.0, 140.0);
    const WINDOW: Point = Point::new(1440.0, 900.0);
    const PHONE: Point = Point::new(390.0, 844.0);

    #[test]
    fn below_a_button_of_the_toolbar_there_is_room() {
        let at = placed(Rect::new(600.0, 8.0, 90.0, 30.0), CARD, WINDOW, Side::Bottom);
        assert_eq!(at, Point::new(495.0, 52.0));
    }

    #[test]
    fn a_button_near_the_edge_has_its_callout_inside_the_window() {
        let at = placed(Rect::new(1380.0, 8.0, 50.0, 30.0), CARD, WINDOW, Side::Bottom);
        assert_eq!(at, Point::new(1130.0, 52.0));
    }

    #[test]
    fn without_room_on_the_preferred_side_it_goes_to_another() {
        let at = placed(Rect::new(1100.0, 100.0, 330.0, 700.0), CARD, WINDOW, Side::Right);
        assert_eq!(at, Point::new(1100.0 - 14.0 - 300.0, 380.0));
    }

    #[test]
    fn on_a_phone_a_tab_at_the_bottom_has_it_above() {
        let at = placed(Rect::new(100.0, 790.0, 97.0, 54.0), CARD, PHONE, Side::Left);
        assert_eq!(at, Point::new(10.0, 636.0));
    }

    #[test]
    fn what_fills_the_window_has_it_over_itself() {
        let at = placed(Rect::new(0.0, 0.0, 390.0, 844.0), CARD, PHONE, Side::Left);
        assert_eq!(at, Point::new(45.0, 690.0));
    }
}
