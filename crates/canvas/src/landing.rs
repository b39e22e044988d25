//! Where a copy lands: beside its original, where it covers nothing.

use std::collections::BTreeSet;

use ninepins_model::{Kind, PartId};

use crate::place::ring_of;
use crate::snap::snap;
use crate::{GRID, Layout, Point, Rect, Refusal, drop_target};

/// Space between an original and a copy beside it.
const BESIDE: f64 = 16.0;
/// How many steps around the wanted place are searched.
const FARTHEST: i32 = 40;
/// A step of the search: the grid's in what is smaller than this, else two.
const SMALL: f64 = 320.0;

/// An outermost part of what was copied, where its original is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Top {
    pub(crate) kind: Kind,
    pub(crate) rect: Rect,
}

/// Where a copy of it lies.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Landing {
    pub(crate) rect: Rect,
    pub(crate) container: Option<PartId>,
}

/// Places copies with their middle at a point, or beside their originals where there is none or it lies on them: together
/// where they cover nothing, else each for itself, else below everything in a container that has to grow.
///
/// # Errors
/// One of them lies in a container that the design does not have.
pub(crate) fn land(layout: &Layout, tops: &[Top], at: Option<Point>) -> Result<Vec<Landing>, Refusal> {
    let Some(around) = tops.iter().map(|top| top.rect).reduce(Rect::union) else { return Ok(Vec::new()) };
    let at = at.map(|at| {
        let by = at - around.center();
        (Point::new(snap(by.x), snap(by.y)), around.contains(at))
    });
    let from = at.filter(|(_, over)| !over).map_or(Point::default(), |(by, _)| by);
    let homes: Vec<Option<PartId>> =
        tops.iter().map(|top| home_of(layout, top.kind, top.rect.moved(from))).collect::<Result<_, _>>()?;
    let wish = Wish { at: at.map(|(by, _)| by), from, beside: at.is_none_or(|(_, over)| over) };
    if let Some(by) = wish.shift(layout, tops, &homes, &[]) {
        let landed = |(top, home): (&Top, Option<PartId>)| Landing { rect: top.rect.moved(by), container: home };
        return Ok(tops.iter().zip(homes).map(landed).collect());
    }
    let mut landed: Vec<Landing> = Vec::new();
    for (top, home) in tops.iter().zip(homes) {
        let landing =
            alone(layout, *top, &home, &wish, &landed).unwrap_or_else(|| below(layout, *top, home, from, &landed));
        landed.push(landing);
    }
    Ok(landed)
}

/// The container that takes a part at a place, or the nearest one that does.
fn home_of(layout: &Layout, kind: Kind, rect: Rect) -> Result<Option<PartId>, Refusal> {
    match drop_target(layout, kind, rect.center(), &BTreeSet::new()) {
        Ok(container) => Ok(container),
        Err(_) if kind.may_lie_in(None) => Ok(None),
        Err(_) => crate::place::nearest_container(layout, kind, rect.center()).map(Some),
    }
}

/// Where copies are wanted, as shifts from their originals.
struct Wish {
    /// The place that was pointed at.
    at: Option<Point>,
    /// Where the search begins.
    from: Point,
    /// Whether the originals' sides come first.
    beside: bool,
}

impl Wish {
    /// The first shift at which these lie in their containers and cover nothing there.
    fn shift(&self, layout: &Layout, tops: &[Top], homes: &[Option<PartId>], landed: &[Landing]) -> Option<Point> {
        let around = tops.iter().map(|top| top.rect).reduce(Rect::union)?;
        let rooms: Vec<Room> = tops.iter().zip(homes).map(|(top, home)| Room::of(layout, *top, home, landed)).collect();
        let area = rooms.first().and_then(|room| room.area).filter(|_| homes.windows(2).all(|pair| pair[0] == pair[1]));
        let kept = area.map_or(self.from, |area| around.moved(self.from).kept_in(area).corner() - around.corner());
        let span = area.map_or(f64::INFINITY, |area| area.width.max(area.height));
        let step = if span < SMALL { GRID } else { 2.0 * GRID };
        let rings = (span / step).min(f64::from(FARTHEST)) as i32;
        let (right, down) = (snap_up(around.width + BESIDE), snap_up(around.height + BESIDE));
        let sides = [(right, 0.0), (0.0, down), (-right, 0.0), (0.0, -down)].map(|(x, y)| Point::new(x, y));
        let sides = sides.into_iter().filter(|_| self.beside);
        let fits = |by: &Point| rooms.iter().zip(tops).all(|(room, top)| room.takes(top.rect.moved(*by)));
        let near = |ring| {
            let free = ring_of(ring).map(|(column, row)| kept + Point::new(f64::from(column), f64::from(row)) * step);
            let nearer = |one: &Point, other: &Point| one.distance(kept).total_cmp(&other.distance(kept));
            free.filter(&fits).min_by(nearer)
        };
        self.at.into_iter().chain(sides).find(&fits).or_else(|| (0..=rings).find_map(near))
    }
}

/// What a part finds in a container.
struct Room {
    /// Where it may lie; none for the open canvas.
    area: Option<Rect>,
    /// What lies there, with the space that is kept around it.
    taken: Vec<Rect>,
}

impl Room {
    fn of(layout: &Layout, top: Top, home: &Option<PartId>, landed: &[Landing]) -> Room {
        // A frame lies around others, and they in it.
        let is_frame = |kind: Kind| kind == Kind::Frame;
        let there = layout
            .shown()
            .filter(|(_, place)| place.container == *home && is_frame(place.kind) == is_frame(top.kind))
            .map(|(_, place)| place.rect);
        let new = landed.iter().filter(|landing| landing.container == *home).map(|landing| landing.rect);
        let taken = there.chain(new).map(|rect| rect.grown(GRID)).collect();
        Room { area: home.as_ref().and_then(|home| layout.inside(home)), taken }
    }

    fn takes(&self, rect: Rect) -> bool {
        self.area.is_none_or(|area| area.encloses(rect)) && !self.taken.iter().any(|other| other.overlaps(rect))
    }
}

/// One part by itself: in its container, else in the nearest that takes it and has room.
fn alone(layout: &Layout, top: Top, home: &Option<PartId>, wish: &Wish, landed: &[Landing]) -> Option<Landing> {
    let wanted = top.rect.moved(wish.from);
    let mut others: Vec<(f64, &PartId)> = layout
        .containers()
        .iter()
        .filter_map(|id| Some((layout.place(id)?, id)))
        .filter(|(place, id)| top.kind.may_lie_in(Some(place.kind)) && Some(*id) != home.as_ref())
        .map(|(place, id)| (place.rect.distance(wanted.center()), id))
        .collect();
    crate::put_in_order(&mut others, |one, other| one.0 < other.0);
    let homes = std::iter::once(home.clone()).chain(others.into_iter().map(|(_, id)| Some(id.clone())));
    homes.into_iter().find_map(|home| {
        let by = wish.shift(layout, &[top], std::slice::from_ref(&home), landed)?;
        Some(Landing { rect: top.rect.moved(by), container: home })
    })
}

/// Where nothing is free: below everything in its container, which grows around it.
fn below(layout: &Layout, top: Top, home: Option<PartId>, from: Point, landed: &[Landing]) -> Landing {
    let wanted = top.rect.moved(from);
    let kept = home.as_ref().and_then(|home| layout.inside(home)).map_or(wanted, |area| wanted.kept_in(area));
    let none = BTreeSet::new();
    let there = layout.children_rects(home.as_ref(), &none);
    let new = landed.iter().filter(|landing| landing.container == home).map(|landing| landing.rect);
    let bottom = there.chain(new).map(Rect::bottom).fold(kept.y - BESIDE, f64::max);
    Landing { rect: Rect { y: snap_up(bottom + BESIDE), ..kept }, container: home }
}

fn snap_up(value: f64) -> f64 {
    (value / GRID).ceil() * GRID
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Design, Kind};
    use proptest::prelude::*;

    use crate::testing::{any_design, empty, id, part};
    use crate::{Layout, Point, Rect, fragment, paste, place_with_containers};

    /// Pastes parts of a design into it, and says where the first of them lies.
    fn pasted(design: &mut Design, ids: &[&str], at: Option<Point>) -> Rect {
        let layout = Layout::of(design);
        let copied = fragment(design, &layout, &ids.iter().map(|name| id(name)).collect());
        let pasted = paste(design, &layout, &copied, at).unwrap();
        design.apply(pasted.edit).unwrap();
        Layout::of(design).rect(pasted.tops.first().unwrap()).unwrap()
    }

    fn with_users() -> Design {
        let mut design = empty();
        design.parts.insert(id("users"), part(Kind::Users, [0, 0]));
        design
    }

    #[test]
    fn four_copies_where_the_pointer_was_left_lie_around_the_original() {
        let mut design = with_users();
        let at = Some(Point::new(80.0, 30.0));
        let corners: Vec<_> = (0..4).map(|_| pasted(&mut design, &["users"], at).corner()).collect();
        let wanted = [(192.0, 0.0), (0.0, 72.0), (-192.0, 0.0), (0.0, -72.0)];
        assert_eq!(corners, wanted.map(|(x, y)| Point::new(x, y)));
    }

    #[test]
    fn a_copy_goes_where_it_is_pointed_at_when_that_is_free() {
        let mut design = with_users();
        let rect = pasted(&mut design, &["users"], Some(Point::new(488.0, 228.0)));
        assert_eq!(rect.corner(), Point::new(400.0, 200.0));
    }

    #[test]
    fn a_copy_of_an_instance_stays_in_its_subnet_while_there_is_room_and_then_goes_to_the_next() {
        let mut design = empty();
        let placement = place_with_containers(&design, Kind::Ec2, Point::default()).unwrap();
        design.apply(placement.edit).unwrap();
        let home = design.parts[&id("ec2")].container.clone();
        let copies: Vec<_> = ["ec2-2", "ec2-3"]
            .iter()
            .map(|copy| {
                pasted(&mut design, &["ec2"], None);
                design.parts[&id(copy)].container.clone()
            })
            .collect();
        assert_eq!(copies[0], home);
        assert_ne!(copies[1], home);
    }

    #[test]
    fn copies_without_any_room_lie_one_below_the_other_in_a_container_that_grows() {
        let mut design = empty();
        design.parts.insert(id("region"), part(Kind::Region, [0, 0]));
        let mut vpc = part(Kind::Vpc, [8, 24]);
        vpc.container = Some(id("region"));
        vpc.size = Some([600, 400]);
        design.parts.insert(id("vpc"), vpc);
        let corners: Vec<_> = (0..2).map(|_| pasted(&mut design, &["vpc"], None).corner()).collect();
        assert_eq!(corners, [Point::new(8.0, 440.0), Point::new(8.0, 856.0)]);
        assert_eq!(Layout::of(&design).rect(&id("region")).unwrap().bottom(), 1264.0);
    }

    #[test]
    fn a_copied_subnet_does_not_cover_those_of_a_full_zone() {
        let mut design = empty();
        let placement = place_with_containers(&design, Kind::Ec2, Point::default()).unwrap();
        design.apply(placement.edit).unwrap();
        let other = Layout::of(&design).rect(&id("subnet-4")).unwrap();
        let copy = pasted(&mut design, &["subnet-2"], Some(other.center()));
        let layout = Layout::of(&design);
        let covered: Vec<_> =
            layout.places().filter(|(_, place)| place.kind == Kind::Subnet && place.rect.overlaps(copy)).collect();
        assert_eq!(covered.len(), 1, "itself");
        let zone = design.parts[&id("subnet-5")].container.clone().unwrap();
        assert!(layout.inside(&zone).unwrap().encloses(copy));
    }

    #[test]
    fn a_pair_keeps_together_beside_its_originals() {
        let mut design = with_users();
        design.parts.insert(id("route53"), part(Kind::Route53, [0, 80]));
        pasted(&mut design, &["users", "route53"], None);
        let layout = Layout::of(&design);
        let corners = ["users-2", "route53-2"].map(|name| layout.rect(&id(name)).unwrap().corner());
        assert_eq!(corners, [Point::new(192.0, 0.0), Point::new(192.0, 80.0)]);
    }

    proptest! {
        #[test]
        fn a_copy_that_fits_into_its_container_lies_inside(design in any_design(), pick in any::<prop::sample::Index>()) {
            let all: Vec<_> = design.parts.keys().cloned().collect();
            prop_assume!(!all.is_empty());
            let layout = Layout::of(&design);
            let copied = fragment(&design, &layout, &[pick.get(&all).clone()].into());
            let mut after = design.clone();
            let Ok(pasted) = paste(&design, &layout, &copied, None) else { return Ok(()) };
            after.apply(pasted.edit).unwrap();
            let landed = Layout::of(&after);
            for top in &pasted.tops {
                let Some(place) = landed.place(top) else { continue };
                let Some(inside) = place.container.as_ref().and_then(|id| landed.inside(id)) else { continue };
                let fits = place.rect.width <= inside.width && place.rect.height <= inside.height;
                prop_assert!(!fits || inside.encloses(place.rect));
            }
        }
    }
}
