//! Adding a part: where it goes, what it is filled with, and the edit that adds it.

mod addresses;
mod grow;
mod network;
mod next;
mod prefill;
mod reading;
mod spot;
mod with_containers;

pub(crate) use grow::Growing;
pub use network::standard_network;
pub use next::{next_kinds, place_next};
pub(crate) use prefill::{fill_subnets, make_unique};
pub(crate) use spot::ring_of;
pub use with_containers::{missing_containers, place_with_containers};

use std::collections::BTreeSet;

use ninepins_model::{Design, Edit, Kind, Part, PartId, PartSettings};

use crate::refusal::container_of;
use crate::snap::whole;
use crate::{GRID, Layout, Point, Rect, Refusal, TITLE, default_size, drop_target};

/// Space between a frame and what it is put around.
const AROUND: f64 = 12.0;

/// Where a new part goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// Its id.
    pub id: PartId,
    /// Its container.
    pub container: Option<PartId>,
    /// Where it would be.
    pub rect: Rect,
    /// The edit that adds it.
    pub edit: Edit,
}

/// Places a new part dropped at a point. Where nothing there takes it, the nearest container that does gets it.
///
/// # Errors
/// The kind belongs on the open canvas and the point is not there, or no container takes it.
pub fn place_at(design: &Design, layout: &Layout, kind: Kind, at: Point) -> Result<Placement, Refusal> {
    let container = match drop_target(layout, kind, at, &BTreeSet::new()) {
        Ok(container) => container,
        Err(refusal) if kind.may_lie_in(None) => return Err(refusal),
        Err(_) => Some(nearest_container(layout, kind, at)?),
    };
    put(design, layout, kind, container, at)
}

/// Places a new part in the best container near a point, for adding without pointing.
///
/// # Errors
/// No container takes it.
pub fn place_near(design: &Design, kind: Kind, at: Point) -> Result<Placement, Refusal> {
    let layout = Layout::of(design);
    if kind.is_annotation() {
        // Without a place to cover, it covers nothing.
        let rect = spot::beside(&layout, kind, at);
        return Ok(placed(design, kind, None, rect, Part { at: corner_of(rect), ..Part::new(kind) }));
    }
    if let Some(subnet) = best_subnet(design, &layout, kind, at) {
        // One below the other from the upper left corner, with the same space as beside them.
        let corner = layout.inside(&subnet).map_or(at, Rect::corner);
        let first = corner + default_size(kind) * 0.5 + Point::new(0.0, GRID);
        return put(design, &layout, kind, Some(subnet), first);
    }
    let container = match drop_target(&layout, kind, at, &BTreeSet::new()) {
        Ok(container) => container,
        Err(_) if kind.may_lie_in(None) => None,
        Err(_) => Some(nearest_container(&layout, kind, at)?),
    };
    let at = if container.is_none() { reading::in_reading_order(&layout, kind, at) } else { at };
    put(design, &layout, kind, container, at)
}

/// For what lies in a subnet: a private one, in the zone that has the fewest of its kind, as Auto Scaling spreads them.
fn best_subnet(design: &Design, layout: &Layout, kind: Kind, at: Point) -> Option<PartId> {
    let subnets = design.parts.iter().filter_map(|(id, part)| match &part.settings {
        PartSettings::Subnet(_) if kind.may_lie_in(Some(Kind::Subnet)) && !kind.is_annotation() => {
            Some((id, design.is_public_subnet(id)))
        }
        _ => None,
    });
    let ranked = subnets.filter_map(|(id, is_public)| {
        let zone = design.zone_name(id);
        let others = design.parts.iter().filter(|(other, part)| part.kind() == kind && design.zone_name(other) == zone);
        Some(((is_public, others.count()), layout.rect(id)?.distance(at), id))
    });
    ranked.min_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1))).map(|(_, _, id)| id.clone())
}

pub(crate) fn nearest_container(layout: &Layout, kind: Kind, at: Point) -> Result<PartId, Refusal> {
    layout
        .containers()
        .iter()
        .filter_map(|id| Some((id, layout.place(id)?)))
        .filter(|(_, place)| kind.may_lie_in(Some(place.kind)))
        .min_by(|(_, one), (_, other)| one.rect.distance(at).total_cmp(&other.rect.distance(at)))
        .map(|(id, _)| id.clone())
        .ok_or_else(|| match container_of(kind) {
            Some(container) => Refusal::Needs { kind, container },
            None => Refusal::BelongsOutside { kind },
        })
}

fn put(
    design: &Design,
    layout: &Layout,
    kind: Kind,
    container: Option<PartId>,
    at: Point,
) -> Result<Placement, Refusal> {
    let Some(free) = spot::free_spot(layout, kind, container.as_ref(), at) else {
        return put_with_room(design, layout, kind, container, at);
    };
    put_in(design, layout, kind, container, free, at)
}

/// Puts a part where there is no room: its container grows.
fn put_with_room(
    design: &Design,
    layout: &Layout,
    kind: Kind,
    container: Option<PartId>,
    at: Point,
) -> Result<Placement, Refusal> {
    let Some(inner) = &container else { return Err(Refusal::of_place(kind)) };
    // Annotations lie over anything, and nothing makes room for them.
    let room = if kind.is_annotation() { None } else { grow::with_room(design, kind, inner) };
    let Some((grown, rect)) = room else {
        let over = spot::over(layout, kind, inner, at);
        return put_in(design, layout, kind, container, over, at);
    };
    let placement = put_in(&grown.after, &Layout::of(&grown.after), kind, container, rect, at)?;
    let mut edits = grown.edits;
    edits.push(placement.edit);
    Ok(Placement { edit: Edit::Batch(edits), ..placement })
}

fn put_in(
    design: &Design,
    layout: &Layout,
    kind: Kind,
    container: Option<PartId>,
    rect: Rect,
    at: Point,
) -> Result<Placement, Refusal> {
    let origin = container.as_ref().and_then(|id| layout.rect(id)).map_or(Point::default(), Rect::corner);
    let corner = rect.corner() - origin;
    let mut part = Part::new(kind);
    part.container.clone_from(&container);
    part.at = [whole(corner.x), whole(corner.y)];
    prefill::prefill(design, layout, &mut part, at)?;
    Ok(placed(design, kind, container, rect, part))
}

fn placed(design: &Design, kind: Kind, container: Option<PartId>, rect: Rect, part: Part) -> Placement {
    let size = kind.is_resizable().then(|| [whole(rect.width), whole(rect.height)]);
    let id = design.free_part_id(kind);
    let edit = Edit::Part { id: id.clone(), to: Some(Box::new(Part { size, ..part })) };
    Placement { id, container, rect, edit }
}

fn corner_of(rect: Rect) -> [i32; 2] {
    [whole(rect.x), whole(rect.y)]
}

/// A frame around parts, in the container that all of them lie in; none where there are none.
pub fn frame_around(design: &Design, layout: &Layout, ids: &BTreeSet<PartId>) -> Option<Placement> {
    let rects = ids.iter().filter_map(|id| layout.rect(id)).reduce(Rect::union)?;
    let mut containers = ids.iter().filter_map(|id| layout.place(id)).map(|place| place.container.clone());
    let first = containers.next()?;
    let container = first.filter(|first| containers.all(|other| other.as_ref() == Some(first)));
    let rect = Rect::between(
        rects.corner() - Point::new(AROUND, AROUND + TITLE),
        Point::new(rects.right() + AROUND, rects.bottom() + AROUND),
    );
    let rect = match container.as_ref().and_then(|container| layout.inside(container)) {
        Some(inside) => rect.intersected(inside),
        None => rect,
    };
    let origin = container.as_ref().and_then(|id| layout.rect(id)).map_or(Point::default(), Rect::corner);
    let part = Part {
        at: corner_of(rect.moved(Point::default() - origin)),
        container: container.clone(),
        ..Part::new(Kind::Frame)
    };
    Some(placed(design, Kind::Frame, container, rect, part))
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Design, Kind, PartSettings, presets::seed_architecture, problems};
    use proptest::prelude::*;

    use super::{Placement, frame_around, place_at, place_near};
    use crate::testing::{any_design, empty, id, part};
    use crate::{Layout, Point, Refusal};

    fn add(design: &mut Design, kind: Kind, at: Point) -> Placement {
        let placement = place_near(design, kind, at).unwrap();
        design.apply(placement.edit.clone()).unwrap();
        placement
    }

    #[test]
    fn a_database_dropped_on_the_open_canvas_goes_into_the_only_vpc() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let placement = place_at(&design, &layout, Kind::Rds, Point::new(-400.0, 100.0)).unwrap();
        assert_eq!(placement.container, Some(id("vpc")));
    }

    #[test]
    fn a_frame_around_two_parts_lies_in_their_container_and_moves_them() {
        let mut design = seed_architecture();
        let layout = Layout::of(&design);
        let both = ["alb", "api"].map(id).into();
        let placement = frame_around(&design, &layout, &both).unwrap();
        assert_eq!(placement.container, Some(id("vpc")));
        design.apply(placement.edit).unwrap();
        let layout = Layout::of(&design);
        let frame = layout.rect(&id("frame")).unwrap();
        assert!(frame.encloses(layout.rect(&id("alb")).unwrap()) && frame.encloses(layout.rect(&id("api")).unwrap()));
    }

    #[test]
    fn a_note_added_without_pointing_covers_nothing() {
        let mut design = seed_architecture();
        add(&mut design, Kind::Note, Point::new(500.0, 300.0));
        let layout = Layout::of(&design);
        let note = layout.rect(&id("note")).unwrap();
        assert!(layout.shown().all(|(other, place)| *other == id("note") || !place.rect.overlaps(note)));
    }

    #[test]
    fn a_database_without_a_vpc_is_refused() {
        let refusal = Refusal::Needs { kind: Kind::Rds, container: Kind::Vpc };
        assert_eq!(place_near(&empty(), Kind::Rds, Point::default()), Err(refusal));
    }

    #[test]
    fn users_dropped_into_a_region_are_refused_but_added_beside_it() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let at = layout.rect(&id("seoul")).unwrap().center();
        assert!(place_at(&design, &layout, Kind::Users, at).is_err());
        let placement = place_near(&design, Kind::Users, at).unwrap();
        assert_eq!(placement.container, None);
        assert!(layout.rects().all(|rect| !rect.overlaps(placement.rect)));
    }

    #[test]
    fn new_parts_get_suitable_subnets() {
        let mut design = seed_architecture();
        let subnets = |design: &mut Design, kind| {
            let placement = add(design, kind, Point::new(500.0, 300.0));
            design.parts[&placement.id].subnets().to_vec()
        };
        assert_eq!(subnets(&mut design, Kind::Alb), [id("pub-a"), id("pub-b")]);
        assert_eq!(subnets(&mut design, Kind::Asg), [id("app-a"), id("app-b")]);
        assert_eq!(subnets(&mut design, Kind::Rds), [id("data-a"), id("data-b")]);
    }

    #[test]
    fn a_network_grown_from_nothing_has_no_problem() {
        let mut design = empty();
        let center = Point::new(400.0, 300.0);
        for kind in [Kind::Region, Kind::Vpc, Kind::Az, Kind::Subnet, Kind::Subnet] {
            add(&mut design, kind, center);
        }
        let vpc = Layout::of(&design).rect(&id("vpc")).unwrap();
        add(&mut design, Kind::Az, Point::new(vpc.right() - 20.0, vpc.center().y));
        let PartSettings::Az(zone) = &design.parts[&id("az-2")].settings else { panic!("a zone") };
        assert_eq!(zone.zone, "ap-northeast-2b");
        let PartSettings::Subnet(subnet) = &design.parts[&id("subnet-2")].settings else { panic!("a subnet") };
        assert_eq!((subnet.cidr.as_str(), !subnet.routes.is_empty()), ("10.0.1.0/24", false));
        assert_eq!(problems(&design), vec![]);
    }

    #[test]
    fn a_replica_follows_the_database_of_its_vpc() {
        let mut design = seed_architecture();
        let placement = add(&mut design, Kind::ReadReplica, Point::new(500.0, 300.0));
        let PartSettings::ReadReplica(replica) = &design.parts[&placement.id].settings else { panic!("a replica") };
        assert_eq!(replica.replica_of, Some(id("db")));
    }

    #[test]
    fn instances_stand_below_each_other_at_the_left_of_their_subnet_and_below_its_title() {
        let mut design = empty();
        let placement = crate::place_with_containers(&design, Kind::Ec2, Point::default()).unwrap();
        design.apply(placement.edit).unwrap();
        for _ in 0..3 {
            add(&mut design, Kind::Ec2, Point::new(900.0, 900.0));
        }
        let at: Vec<_> = ["ec2", "ec2-2", "ec2-3", "ec2-4"].iter().map(|name| design.parts[&id(name)].at).collect();
        assert_eq!(at, [[8, 32], [8, 32], [8, 96], [8, 96]]);
    }

    #[test]
    fn a_zone_too_many_is_refused() {
        let mut design = empty();
        design.parts.insert(id("region"), part(Kind::Region, [0, 0]));
        add(&mut design, Kind::Vpc, Point::new(100.0, 100.0));
        for _ in 0..4 {
            add(&mut design, Kind::Az, Point::new(100.0, 100.0));
        }
        assert_eq!(place_near(&design, Kind::Az, Point::default()), Err(Refusal::NoZoneLeft));
    }

    proptest! {
        #[test]
        fn a_new_part_lies_where_its_kind_may_and_can_be_taken_back(
            design in any_design(), kind in 0..Kind::ALL.len(), x in -600.0..1600.0, y in -600.0..1200.0,
        ) {
            let layout = Layout::of(&design);
            let Ok(placement) = place_at(&design, &layout, Kind::ALL[kind], Point::new(x, y)) else { return Ok(()) };
            let container = placement.container.as_ref().map(|id| design.parts[id].kind());
            prop_assert!(Kind::ALL[kind].may_lie_in(container));
            let mut after = design.clone();
            let inverse = after.apply(placement.edit).unwrap();
            prop_assert_eq!(Layout::of(&after).rect(&placement.id), Some(placement.rect));
            if let Some(container) = placement.container.as_ref().filter(|_| !Kind::ALL[kind].is_annotation()) {
                prop_assert!(Layout::of(&after).inside(container).unwrap().encloses(placement.rect));
            }
            after.apply(inverse).unwrap();
            prop_assert_eq!(after, design);
        }
    }
}
