//! Moving parts: where they end up, which containers they go into, and the one edit that this is.

use std::collections::BTreeSet;

use ninepins_model::{Design, Edit, Part, PartId, limits};

use crate::apart::{beside, boxes_in};
use crate::guides::{guides, meeting};
use crate::layout::inside_of;
use crate::snap::{snap, whole};
use crate::{Guide, Layout, Point, Rect, Refusal, kept_target};

/// How far away a part may be to be met, in canvas units.
const NEIGHBOURHOOD: f64 = 2_000.0;

/// Where parts would go.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Move {
    /// The parts that move by themselves; their content comes along.
    pub moved: Vec<Moved>,
    /// The container that the part in hand would go into, where that is not its present one.
    pub into: Option<PartId>,
    /// Why it cannot be.
    pub refusal: Option<Refusal>,
    /// Where the part in hand meets its neighbours.
    pub guides: Vec<Guide>,
}

/// Where one part would go.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Which.
    pub id: PartId,
    /// How far.
    pub by: Point,
    /// Its new place, from its container's corner.
    pub at: [i32; 2],
    /// Its container.
    pub container: Option<PartId>,
}

/// Moves `ids` by a distance; `pointer` is where the part in hand is held. Positions snap to the grid, and what has a
/// container stays inside it.
pub fn plan_move(
    design: &Design,
    layout: &Layout,
    ids: &BTreeSet<PartId>,
    in_hand: &PartId,
    by: Point,
    pointer: Point,
) -> Move {
    let ids = &with_framed(layout, ids);
    let tops = outermost(layout, ids);
    let held = crate::gathered::<BTreeSet<_>, _>([in_hand.clone()]);
    let mut plan = Move::default();
    let neighbours = neighbours(layout, ids, &tops, in_hand);
    let carried = tops.iter().find(|id| *id == in_hand || layout.is_around(id, in_hand));
    let wanted = carried.and_then(|id| layout.rect(id)).map(|rect| rect.moved(by));
    let (across, down) = wanted.map_or((None, None), |rect| meeting(rect, &neighbours));
    let by = by + Point::new(across.unwrap_or_default(), down.unwrap_or_default());
    let met = Met { across: across.is_some(), down: down.is_some() };
    for id in &tops {
        let Some(place) = layout.place(id) else { continue };
        let is_held = layout.is_within(in_hand, &crate::gathered([id.clone()])) || held.contains(id);
        let wanted = place.rect.moved(by);
        let at = if is_held { pointer } else { wanted.center() };
        let current = place.container.as_ref();
        let container = match kept_target(layout, place.kind, current, at, &tops) {
            Ok(container) => container,
            Err(refusal) => {
                plan.refusal.get_or_insert(refusal);
                place.container.clone()
            }
        };
        if is_held && container.as_ref() != current {
            plan.into.clone_from(&container);
        }
        let free = plan.refusal.is_some();
        let settling = container.as_ref().filter(|_| !free);
        let mut landing = settled(layout, wanted, settling, met);
        if place.is_box() && !free {
            let mut others = boxes_in(layout, settling, &tops);
            others.extend(plan.moved.iter().filter_map(|moved| landed(layout, moved, settling)));
            match beside(landing.0, &others, settling.and_then(|container| layout.inside(container))) {
                Some(found) if found == landing.0 => {}
                Some(found) => landing = stored(layout, found, settling),
                None if settling == current => landing = stored(layout, place.rect, settling),
                None => plan.refusal = Some(Refusal::NoRoom { kind: place.kind }),
            }
        }
        let (rect, at) = landing;
        if carried == Some(id) {
            plan.guides = guides(rect, &neighbours);
        }
        plan.moved.push(Moved { id: id.clone(), by: rect.corner() - place.rect.corner(), at, container });
    }
    plan.moved.retain(|moved| {
        moved.by != Point::default()
            || design.parts.get(&moved.id).is_some_and(|part| part.container != moved.container)
    });
    plan
}

impl Move {
    /// The layout while it is shown and not yet done.
    pub fn layout(&self, before: &Layout) -> Layout {
        let moves: Vec<(PartId, Point)> = self.moved.iter().map(|moved| (moved.id.clone(), moved.by)).collect();
        before.with_moved(&moves)
    }

    /// The edit; none when nothing moves or it cannot be.
    pub fn edit(&self, design: &Design) -> Option<Edit> {
        if self.refusal.is_some() || self.moved.is_empty() {
            return None;
        }
        let mut edits: Vec<Edit> = Vec::new();
        for moved in &self.moved {
            let part = design.parts.get(&moved.id)?;
            let changed = Part { at: moved.at, container: moved.container.clone(), ..part.clone() };
            edits.push(Edit::Part { id: moved.id.clone(), to: Some(Box::new(changed)) });
        }
        edits.extend(repairs(design, &edits));
        Some(Edit::Batch(edits))
    }
}

/// Parts with what lies in the frames among them.
fn with_framed(layout: &Layout, ids: &BTreeSet<PartId>) -> BTreeSet<PartId> {
    let frames: Vec<(&PartId, Rect)> =
        layout.frames().iter().filter(|id| ids.contains(*id)).filter_map(|id| Some((id, layout.rect(id)?))).collect();
    let framed = layout.shown().filter(|(id, place)| {
        frames.iter().any(|(frame, rect)| frame != id && rect.encloses(place.rect) && !layout.is_around(id, frame))
    });
    crate::gathered(ids.iter().chain(framed.map(|(id, _)| id)).cloned())
}

/// Parts without those that come along with another.
pub(crate) fn outermost(layout: &Layout, ids: &BTreeSet<PartId>) -> BTreeSet<PartId> {
    let outermost = ids
        .iter()
        .filter(|id| match layout.place(id).and_then(|place| place.container.as_ref()) {
            Some(container) => !layout.is_within(container, ids),
            None => true,
        })
        .cloned();
    crate::gathered(outermost)
}

/// In which directions a neighbour was met: its line is kept to rather than the grid's.
#[derive(Clone, Copy)]
struct Met {
    across: bool,
    down: bool,
}

/// What a part in hand can meet: what lies beside it, and the parts beside its container.
fn neighbours(layout: &Layout, ids: &BTreeSet<PartId>, tops: &BTreeSet<PartId>, in_hand: &PartId) -> Vec<Rect> {
    let Some(place) = layout.place(in_hand) else { return Vec::new() };
    let is_box = place.is_box();
    layout
        .shown()
        .filter(|(id, other)| other.is_box() == is_box && !ids.contains(*id) && !layout.is_within(id, tops))
        .filter(|(id, _)| !layout.is_around(id, in_hand))
        .map(|(_, other)| other.rect)
        .filter(|rect| rect.distance(place.rect.center()) < NEIGHBOURHOOD)
        .collect()
}

/// Where a box that moves as well ends up, when that is in the same container.
fn landed(layout: &Layout, moved: &Moved, container: Option<&PartId>) -> Option<Rect> {
    let place = layout.place(&moved.id).filter(|place| place.is_box())?;
    (moved.container.as_ref() == container).then(|| place.rect.moved(moved.by))
}

/// A rectangle on the grid and inside its container, with its position as stored.
fn settled(layout: &Layout, wanted: Rect, container: Option<&PartId>, met: Met) -> (Rect, [i32; 2]) {
    let around = container.and_then(|id| layout.rect(id));
    let origin = around.map_or(Point::default(), Rect::corner);
    let own = wanted.corner() - origin;
    let at = Point::new(
        if met.across { own.x.round() } else { snap(own.x) },
        if met.down { own.y.round() } else { snap(own.y) },
    ) + origin;
    let mut rect = Rect { x: at.x, y: at.y, ..wanted };
    if let Some(around) = around {
        rect = rect.kept_in(inside_of(around));
    }
    stored(layout, rect, container)
}

/// A rectangle with its position as stored.
fn stored(layout: &Layout, rect: Rect, container: Option<&PartId>) -> (Rect, [i32; 2]) {
    let origin = container.and_then(|id| layout.rect(id)).map_or(Point::default(), Rect::corner);
    let most = f64::from(limits::POSITION);
    let at = rect.corner() - origin;
    (rect, [whole(at.x.clamp(-most, most)), whole(at.y.clamp(-most, most))])
}

/// Subnets that are named by a part of another VPC after the edits are forgotten in the same step.
fn repairs(design: &Design, edits: &[Edit]) -> Vec<Edit> {
    let mut after = design.clone();
    if after.apply(Edit::Batch(edits.to_vec())).is_err() {
        return Vec::new();
    }
    let spanning = after.parts.iter().filter(|(_, part)| !part.subnets().is_empty());
    spanning
        .filter_map(|(id, part)| {
            let vpc = after.vpc_of(id);
            let mut repaired = part.clone();
            repaired.subnets_mut()?.retain(|subnet| after.vpc_of(subnet) == vpc);
            (&repaired != part).then(|| Edit::Part { id: id.clone(), to: Some(Box::new(repaired)) })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::presets::seed_architecture;
    use proptest::prelude::*;

    use super::plan_move;
    use crate::testing::{any_design, id};
    use crate::{Layout, Point};

    #[test]
    fn a_part_dragged_into_another_subnet_goes_there() {
        let mut design = seed_architecture();
        let layout = Layout::of(&design);
        let replica = id("replica");
        let from = layout.rect(&replica).unwrap();
        let to = layout.rect(&id("app-b")).unwrap().center();
        let ids = BTreeSet::from([replica.clone()]);
        let plan = plan_move(&design, &layout, &ids, &replica, to - from.center(), to);
        assert_eq!(plan.into, Some(id("app-b")));
        design.apply(plan.edit(&design).unwrap()).unwrap();
        assert_eq!(design.parts[&replica].container, Some(id("app-b")));
    }

    #[test]
    fn a_part_pulled_to_where_it_cannot_lie_stays() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let alb = id("alb");
        let ids = BTreeSet::from([alb.clone()]);
        let plan = plan_move(&design, &layout, &ids, &alb, Point::new(-900.0, 0.0), Point::new(-700.0, 100.0));
        assert!(plan.refusal.is_some() && plan.edit(&design).is_none());
    }

    #[test]
    fn a_subnet_moved_to_another_vpc_is_forgotten_by_those_that_named_it() {
        let mut design = seed_architecture();
        let mut vpc = design.parts[&id("vpc")].clone();
        vpc.at = [2000, 0];
        design.parts.insert(id("vpc-2"), vpc);
        let mut zone = design.parts[&id("az-a")].clone();
        zone.container = Some(id("vpc-2"));
        design.parts.insert(id("az-2"), zone);
        let layout = Layout::of(&design);
        let (from, to) = (layout.rect(&id("pub-a")).unwrap(), layout.rect(&id("az-2")).unwrap());
        let ids = BTreeSet::from([id("pub-a")]);
        let plan = plan_move(&design, &layout, &ids, &id("pub-a"), to.corner() - from.corner(), to.center());
        design.apply(plan.edit(&design).unwrap()).unwrap();
        assert_eq!(design.parts[&id("alb")].subnets(), [id("pub-b")]);
    }

    #[test]
    fn a_zone_dropped_on_another_ends_beside_it_with_what_lies_in_it() {
        let mut design = seed_architecture();
        let layout = Layout::of(&design);
        let (a, b) = (layout.rect(&id("az-a")).unwrap(), layout.rect(&id("az-b")).unwrap());
        let by = b.corner() - a.corner() - Point::new(40.0, 0.0);
        let ids = BTreeSet::from([id("az-a")]);
        let plan = plan_move(&design, &layout, &ids, &id("az-a"), by, a.center() + by);
        if let Some(edit) = plan.edit(&design) {
            design.apply(edit).unwrap();
        }
        let after = Layout::of(&design);
        let zone = after.rect(&id("az-a")).unwrap();
        assert!(!zone.overlaps(after.rect(&id("az-b")).unwrap()));
        assert!(zone.encloses(after.rect(&id("app-a")).unwrap()));
    }

    proptest! {
        #[test]
        fn a_box_that_moves_lies_over_no_other_of_its_container(
            design in any_design(), x in -500.0..500.0, y in -500.0..500.0, pick in any::<prop::sample::Index>(),
        ) {
            let layout = Layout::of(&design);
            prop_assume!(!layout.containers().is_empty());
            let moved = pick.get(layout.containers()).clone();
            let ids = BTreeSet::from([moved.clone()]);
            let (by, rect) = (Point::new(x, y), layout.rect(&moved).unwrap());
            let plan = plan_move(&design, &layout, &ids, &moved, by, rect.center() + by);
            if let Some(edit) = plan.edit(&design) {
                let mut after = design.clone();
                after.apply(edit).unwrap();
                let after = Layout::of(&after);
                let place = after.place(&moved).unwrap();
                for (other, beside) in after.shown().filter(|(other, beside)| beside.is_box() && **other != moved) {
                    prop_assert!(beside.container != place.container || !beside.rect.overlaps(place.rect), "{}", other);
                }
            }
        }

        #[test]
        fn what_moves_stays_inside_its_container_and_can_be_taken_back(
            design in any_design(), x in -500.0..500.0, y in -500.0..500.0, picks in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
        ) {
            let all: Vec<_> = design.parts.keys().cloned().collect();
            prop_assume!(!all.is_empty());
            let ids: BTreeSet<_> = picks.iter().map(|pick| pick.get(&all).clone()).collect();
            let in_hand = ids.first().unwrap();
            let layout = Layout::of(&design);
            let by = Point::new(x, y);
            let pointer = layout.rect(in_hand).unwrap().center() + by;
            let plan = plan_move(&design, &layout, &ids, in_hand, by, pointer);
            let shown = plan.layout(&layout);
            if let Some(edit) = plan.edit(&design) {
                let mut after = design.clone();
                let inverse = after.apply(edit).unwrap();
                let laid_out = Layout::of(&after);
                for moved in &plan.moved {
                    let rect = laid_out.rect(&moved.id).unwrap();
                    prop_assert_eq!(Some(rect), shown.rect(&moved.id));
                    if let Some(inside) = moved.container.as_ref().and_then(|container| laid_out.inside(container))
                        && inside.width >= rect.width && inside.height >= rect.height
                    {
                        prop_assert!(inside.encloses(rect));
                    }
                }
                after.apply(inverse).unwrap();
                prop_assert_eq!(after, design);
            }
        }
    }
}
