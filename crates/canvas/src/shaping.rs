//! Resizing and bending with the arrow keys: what a pointer does with grips.

use ninepins_model::{Design, Edit, PartId, WireId};

use crate::resize::{plan_resize, resize_edit};
use crate::rewire::{bend_edit, bend_origin, bend_through};
use crate::{Direction, Grip, Layout, NUDGE, Point, Rect, Routes};

/// Moves the right or the lower edge of a part by one step; its new rectangle and the edit. None where it has no size of
/// its own, or the edge stays.
pub fn resize_by_key(design: &Design, layout: &Layout, id: &PartId, direction: Direction) -> Option<(Rect, Edit)> {
    let place = layout.place(id).filter(|place| place.is_resizable())?;
    let grip = match direction {
        Direction::Left | Direction::Right => Grip { across: 1, down: 0 },
        Direction::Up | Direction::Down => Grip { across: 0, down: 1 },
    };
    let corner = Point::new(place.rect.right(), place.rect.bottom());
    let rect = plan_resize(layout, id, grip, corner + direction.step() * NUDGE)?;
    resize_edit(design, layout, id, rect).map(|edit| (rect, edit))
}

/// Moves the bend of a wire by one step; a straight wire is bent from its middle.
pub fn bend_by_key(
    design: &Design,
    layout: &Layout,
    routes: &Routes,
    id: &WireId,
    direction: Direction,
) -> Option<Edit> {
    let wire = design.wires.get(id)?;
    let at = match wire.bend {
        Some([x, y]) => bend_origin(layout, wire)? + Point::new(f64::from(x), f64::from(y)),
        None => routes.get(id)?.middle(),
    };
    bend_edit(design, id, bend_through(layout, wire, at + direction.step() * NUDGE))
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::{bend_by_key, resize_by_key};
    use crate::testing::id;
    use crate::{Direction, Layout, Routes};

    #[test]
    fn an_edge_moves_by_one_step_and_back() {
        let mut design = seed_architecture();
        let before = design.clone();
        for (direction, grown) in [(Direction::Right, 8.0), (Direction::Left, 0.0), (Direction::Down, 8.0)] {
            let layout = Layout::of(&design);
            let (rect, edit) = resize_by_key(&design, &layout, &id("seoul"), direction).unwrap();
            design.apply(edit).unwrap();
            let first = Layout::of(&before).rect(&id("seoul")).unwrap();
            assert_eq!((rect.width - first.width) + (rect.height - first.height), grown);
        }
    }

    #[test]
    fn an_edge_stops_at_the_content_and_a_card_has_none() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        assert_eq!(resize_by_key(&design, &layout, &id("seoul"), Direction::Left), None);
        assert_eq!(resize_by_key(&design, &layout, &id("alb"), Direction::Right), None);
    }

    #[test]
    fn each_press_bends_a_wire_farther() {
        let mut design = seed_architecture();
        let wire = "w5".parse().unwrap();
        let mut last = i32::MIN;
        for _ in 0..3 {
            let layout = Layout::of(&design);
            let routes = Routes::of(&design, &layout, &Routes::default());
            let edit = bend_by_key(&design, &layout, &routes, &wire, Direction::Right).unwrap();
            design.apply(edit).unwrap();
            let [x, _] = design.wires[&wire].bend.unwrap();
            assert!(x > last);
            last = x;
        }
    }
}
