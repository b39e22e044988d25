//! What can be done to a part from the outline. What may be is for `ninepins-canvas` to say: here it is only asked
//! without a pointer.

use ninepins_canvas::{Connection, Layout, Placement, Point, Rect, Refusal, connect, gathered, place_near, plan_move};
use ninepins_model::{Design, Edit, Kind, PartId, WireId};

use crate::palette::kinds;

/// Steps of the raster in which a place inside a container is looked for.
const RASTER: u32 = 6;

/// The containers that a part may be moved into; none is the open canvas. Without its present one.
pub(super) fn places_for(design: &Design, layout: &Layout, id: &PartId) -> Vec<Option<PartId>> {
    let Some(part) = design.parts.get(id) else { return Vec::new() };
    let own = gathered([id.clone()]);
    let containers = layout.containers().iter().filter(|other| {
        design.parts.get(*other).is_some_and(|other| part.kind().may_lie_in(Some(other.kind())))
            && !layout.is_within(other, &own)
    });
    let open = part.kind().may_lie_in(None).then_some(None);
    let places = open.into_iter().chain(containers.cloned().map(Some));
    places.filter(|container| *container != part.container).collect()
}

/// The edit that moves a part into a container, or onto the open canvas.
///
/// # Errors
/// It cannot lie there.
pub(super) fn move_into(
    design: &Design,
    layout: &Layout,
    id: &PartId,
    container: Option<&PartId>,
) -> Result<Edit, Refusal> {
    let place = layout.place(id).ok_or_else(|| Refusal::Gone(id.clone()))?;
    let mut refusal = Refusal::Gone(id.clone());
    for at in points(layout, container) {
        // The free place that a new part of its kind would get; where there is none, the point itself.
        let spot = place_near(design, place.kind, at).ok().filter(|spot| spot.container.as_ref() == container);
        let corner = spot.map_or(at - Point::new(place.rect.width, place.rect.height) * 0.5, |spot| spot.rect.corner());
        let plan = plan_move(design, layout, &gathered([id.clone()]), id, corner - place.rect.corner(), at);
        let arrives = plan.moved.iter().any(|moved| moved.id == *id && moved.container.as_ref() == container);
        match plan.edit(design) {
            Some(edit) if arrives => return Ok(edit),
            _ => refusal = plan.refusal.unwrap_or(refusal),
        }
    }
    Err(refusal)
}

/// The kinds that can be added to a container, or to the open canvas, in the palette's order.
pub(super) fn kinds_for(design: &Design, container: Option<&PartId>) -> Vec<Kind> {
    let inside = container.and_then(|id| design.parts.get(id)).map(|part| part.kind());
    if container.is_some() && inside.is_none() {
        return Vec::new();
    }
    kinds().filter(|kind| kind.may_lie_in(inside)).collect()
}

/// Places a new part in a container, or on the open canvas.
///
/// # Errors
/// There is no room for it or no such place.
pub(super) fn add_into(
    design: &Design,
    layout: &Layout,
    kind: Kind,
    container: Option<&PartId>,
) -> Result<Placement, Refusal> {
    let mut refusal = None;
    for at in points(layout, container) {
        match place_near(design, kind, at) {
            Ok(placement) if placement.container.as_ref() == container => return Ok(placement),
            Ok(_) => {}
            Err(reason) => refusal = Some(reason),
        }
    }
    Err(refusal.unwrap_or(Refusal::BelongsOutside { kind }))
}

/// Every wire that a part can still get, by the other part.
pub(super) fn connections_for(design: &Design, id: &PartId) -> Vec<(PartId, Connection)> {
    let others = design.parts.keys().filter(|other| *other != id);
    others.filter_map(|other| Some((other.clone(), connect(design, id, other).ok()?))).collect()
}

/// The wires of a part: those that start at it first.
pub(super) fn wires_of(design: &Design, id: &PartId) -> Vec<WireId> {
    let starts = design.wires.iter().filter(|(_, wire)| wire.from == *id);
    let ends = design.wires.iter().filter(|(_, wire)| wire.to == *id && wire.from != *id);
    starts.chain(ends).map(|(id, _)| id.clone()).collect()
}

/// Points of a container, its middle first; beside everything for the open canvas.
fn points(layout: &Layout, container: Option<&PartId>) -> Vec<Point> {
    let Some(container) = container else { return vec![beside(layout)] };
    let Some(area) = layout.inside(container) else { return Vec::new() };
    let at = |column: u32, row: u32| {
        let share = |step: u32| (f64::from(step) + 0.5) / f64::from(RASTER);
        Point::new(area.x + area.width * share(column), area.y + area.height * share(row))
    };
    let mut points = vec![area.center()];
    points.extend((0..RASTER * RASTER).map(|cell| at(cell % RASTER, cell / RASTER)));
    points
}

fn beside(layout: &Layout) -> Point {
    let right = layout.rects().map(Rect::right).fold(0.0, f64::max);
    let top = layout.rects().map(|rect| rect.y).fold(f64::MAX, f64::min);
    Point::new(right + 160.0, if top == f64::MAX { 0.0 } else { top + 40.0 })
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::*;

    fn id(text: &str) -> PartId {
        text.parse().unwrap()
    }

    #[test]
    fn a_replica_may_be_moved_into_every_other_subnet_and_arrives_there() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let places = places_for(&design, &layout, &id("replica"));
        assert_eq!(places.len(), 5);
        for place in places {
            let mut moved = design.clone();
            moved.apply(move_into(&design, &layout, &id("replica"), place.as_ref()).unwrap()).unwrap();
            assert_eq!(moved.parts[&id("replica")].container, place);
        }
    }

    #[test]
    fn a_bucket_moves_to_the_other_region() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let virginia = Some(id("virginia"));
        assert_eq!(places_for(&design, &layout, &id("web")), std::slice::from_ref(&virginia));
        let edit = move_into(&design, &layout, &id("web"), virginia.as_ref()).unwrap();
        let mut moved = design.clone();
        moved.apply(edit).unwrap();
        assert_eq!(moved.parts[&id("web")].container, virginia);
    }

    #[test]
    fn a_part_is_added_into_the_container_that_was_asked_for() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        for container in layout.containers() {
            for kind in kinds_for(&design, Some(container)) {
                if let Ok(placement) = add_into(&design, &layout, kind, Some(container)) {
                    assert_eq!(placement.container.as_ref(), Some(container), "{kind:?}");
                }
            }
        }
        assert_eq!(add_into(&design, &layout, Kind::Users, None).unwrap().container, None);
        assert!(add_into(&design, &layout, Kind::Ec2, Some(&id("app-a"))).is_ok());
    }

    #[test]
    fn only_wires_that_may_be_are_offered() {
        let design = seed_architecture();
        let offered: Vec<PartId> = connections_for(&design, &id("cdn")).into_iter().map(|(other, _)| other).collect();
        assert!(offered.contains(&id("alb")) || design.wires.values().any(|wire| wire.to == id("alb")));
        assert!(!offered.contains(&id("db")) && !offered.contains(&id("cdn")));
    }
}
