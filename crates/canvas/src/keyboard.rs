//! Moving parts with the arrow keys.

use std::collections::BTreeSet;

use ninepins_model::{Design, PartId};

use crate::{GRID, Layout, Move, Point, plan_move};

/// How far one press of an arrow key moves a part.
pub const NUDGE: f64 = GRID;

/// A direction of the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
}

impl Direction {
    /// All four.
    pub const ALL: [Direction; 4] = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];

    /// One unit in this direction.
    pub const fn step(self) -> Point {
        match self {
            Direction::Left => Point::new(-1.0, 0.0),
            Direction::Right => Point::new(1.0, 0.0),
            Direction::Up => Point::new(0.0, -1.0),
            Direction::Down => Point::new(0.0, 1.0),
        }
    }
}

/// Moves parts by whole steps. They stay inside their containers.
pub fn nudge(design: &Design, layout: &Layout, ids: &BTreeSet<PartId>, direction: Direction, steps: u32) -> Move {
    let by = direction.step() * (NUDGE * f64::from(steps));
    let Some(in_hand) = ids.iter().find(|id| layout.place(id).is_some()) else { return Move::default() };
    let place = layout.place(in_hand);
    let pointer = place.map_or(Point::default(), |place| {
        let wanted = place.rect.moved(by);
        let inside = place.container.as_ref().and_then(|container| layout.inside(container));
        inside.map_or(wanted, |inside| wanted.kept_in(inside)).center()
    });
    plan_move(design, layout, ids, in_hand, by, pointer)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::presets::seed_architecture;

    use super::{Direction, nudge};
    use crate::testing::id;
    use crate::{Layout, Point};

    #[test]
    fn an_arrow_moves_by_one_step_of_the_grid() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let ids = BTreeSet::from([id("alb")]);
        assert_eq!(nudge(&design, &layout, &ids, Direction::Down, 1).moved[0].by, Point::new(0.0, 8.0));
    }

    #[test]
    fn at_the_edge_of_its_container_a_part_stays() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let ids = BTreeSet::from([id("alb")]);
        let plan = nudge(&design, &layout, &ids, Direction::Left, 400);
        let inside = layout.inside(&id("vpc")).unwrap();
        assert_eq!(plan.layout(&layout).rect(&id("alb")).unwrap().x, inside.x);
        assert_eq!(plan.moved[0].container, Some(id("vpc")));
    }
}
