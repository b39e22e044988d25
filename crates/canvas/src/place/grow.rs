//! Making room: a container grows, those around it grow with it, and what lies beside them gives way.

use ninepins_model::{Design, Edit, Kind, Part, PartId};

use super::spot;
use crate::layout::PADDING;
use crate::snap::{snap, whole};
use crate::{GRID, Layout, Point, Rect};

/// Space between a new part and those it is put beside.
const APART: f64 = 16.0;

/// A design on its way to having room, with the edits that lead there.
pub(crate) struct Growing {
    pub(crate) after: Design,
    pub(crate) edits: Vec<Edit>,
}

impl Growing {
    pub(crate) fn new(design: &Design) -> Growing {
        Growing { after: design.clone(), edits: Vec::new() }
    }

    /// Makes a container at least this large.
    pub(crate) fn grow(&mut self, id: &PartId, needed: Point) {
        let before = Layout::of(&self.after);
        let (Some(part), Some(place)) = (self.after.parts.get(id).cloned(), before.place(id).cloned()) else { return };
        if place.collapsed {
            return;
        }
        let old = place.rect;
        let new = Rect { width: old.width.max(needed.x), height: old.height.max(needed.y), ..old };
        if new == old {
            return;
        }
        self.set(id, Part { size: Some([whole(new.width), whole(new.height)]), ..part.clone() });
        self.push(id, old, new);
        if let Some(around) = &part.container {
            let layout = Layout::of(&self.after);
            let content = layout.children_rects(Some(around), &Default::default()).reduce(Rect::union);
            if let (Some(content), Some(rect)) = (content, layout.rect(around)) {
                let needed = Point::new(content.right() + PADDING, content.bottom() + PADDING) - rect.corner();
                self.grow(around, needed);
            }
        }
    }

    /// Moves what lay to the right of a container, or below it, by as much as it grew, when it would cover any of that.
    fn push(&mut self, id: &PartId, old: Rect, new: Rect) {
        let layout = Layout::of(&self.after);
        let container = self.after.parts.get(id).and_then(|part| part.container.clone());
        let beside: Vec<(PartId, Rect)> = layout
            .places()
            .filter(|(other, place)| *other != id && place.container == container && place.kind != Kind::Frame)
            .map(|(other, place)| (other.clone(), place.rect))
            .collect();
        let covers = |rect: &Rect| new.grown(GRID).overlaps(*rect);
        let is_right = |rect: &Rect| rect.x >= old.right();
        let is_below = |rect: &Rect| rect.y >= old.bottom() && rect.x < old.right();
        let across = beside.iter().any(|(_, rect)| is_right(rect) && covers(rect));
        let down = beside.iter().any(|(_, rect)| is_below(rect) && covers(rect));
        for (other, rect) in &beside {
            let by = Point::new(
                if across && is_right(rect) { new.width - old.width } else { 0.0 },
                if down && is_below(rect) { new.height - old.height } else { 0.0 },
            );
            if let Some(part) = self.after.parts.get(other).filter(|_| by != Point::default()).cloned() {
                let at = [part.at[0] + whole(by.x), part.at[1] + whole(by.y)];
                self.set(&other.clone(), Part { at, ..part });
            }
        }
    }

    pub(super) fn set(&mut self, id: &PartId, part: Part) {
        self.after.parts.insert(id.clone(), part.clone());
        self.edits.push(Edit::Part { id: id.clone(), to: Some(Box::new(part)) });
    }
}

/// The design with room made in a container for a part of this kind, and where that is: beside what lies there.
pub(super) fn with_room(design: &Design, kind: Kind, container: &PartId) -> Option<(Growing, Rect)> {
    let layout = Layout::of(design);
    let (place, area) = (layout.place(container)?, layout.inside(container)?);
    let content = layout.children_rects(Some(container), &Default::default()).reduce(Rect::union);
    let size = spot::usual_size(kind, area);
    let goes_right = matches!(place.kind, Kind::Region | Kind::Vpc) && kind.is_container();
    let corner = match content {
        None => area.corner(),
        Some(content) if goes_right => Point::new(snap_up(content.right() + APART - area.x) + area.x, area.y),
        Some(content) => Point::new(area.x, snap_up(content.bottom() + APART - area.y) + area.y),
    };
    let rect = Rect::new(corner.x, corner.y, size.x, size.y);
    let mut growing = Growing::new(design);
    growing.grow(container, Point::new(rect.right() + PADDING, rect.bottom() + PADDING) - place.rect.corner());
    // What lies around the container may have moved it.
    let moved = Layout::of(&growing.after).rect(container)?.corner() - place.rect.corner();
    Some((growing, rect.moved(moved)))
}

fn snap_up(value: f64) -> f64 {
    let snapped = snap(value);
    if snapped < value { snapped + GRID } else { snapped }
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Design, Kind};

    use crate::testing::{empty, id, part};
    use crate::{Layout, Point, place_near, place_with_containers};

    fn add(design: &mut Design, kind: Kind) {
        let placement = place_near(design, kind, Point::default()).unwrap();
        design.apply(placement.edit).unwrap();
    }

    fn assert_inside_and_apart(design: &Design) {
        let layout = Layout::of(design);
        for (name, place) in layout.places() {
            let inside = place.container.as_ref().and_then(|container| layout.inside(container));
            assert!(inside.is_none_or(|inside| inside.encloses(place.rect)), "{name} pokes out");
            for (other, beside) in layout.places().filter(|(other, _)| *other != name) {
                let apart = beside.container != place.container || !beside.rect.overlaps(place.rect);
                assert!(apart, "{name} lies over {other}");
            }
        }
    }

    #[test]
    fn a_network_that_is_full_grows_for_every_zone_that_is_added() {
        let mut design = empty();
        for kind in [Kind::Region, Kind::Vpc, Kind::Az, Kind::Az, Kind::Az, Kind::Az] {
            add(&mut design, kind);
            assert_inside_and_apart(&design);
        }
    }

    #[test]
    fn a_subnet_grows_around_its_instances_and_what_lies_below_gives_way() {
        let mut design = empty();
        let placement = place_with_containers(&design, Kind::Ec2, Point::default()).unwrap();
        design.apply(placement.edit).unwrap();
        for _ in 0..9 {
            add(&mut design, Kind::Ec2);
            assert_inside_and_apart(&design);
        }
    }

    #[test]
    fn users_beside_a_region_that_grows_give_way() {
        let mut design = empty();
        for kind in [Kind::Region, Kind::Vpc] {
            add(&mut design, kind);
        }
        let region = Layout::of(&design).rect(&id("region")).unwrap();
        design.parts.insert(id("users"), part(Kind::Users, [region.right() as i32 + 24, region.y as i32 + 40]));
        for _ in 0..4 {
            add(&mut design, Kind::Az);
        }
        assert!(Layout::of(&design).rect(&id("region")).unwrap().width > region.width);
        assert_inside_and_apart(&design);
    }
}
