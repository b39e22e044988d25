//! What lies under a pointer, in the order in which it is drawn: handles, cards, wires, containers.

use ninepins_model::{PartId, WireId};

use crate::{End, Layout, Point, Rect, Routes, Side, TITLE};

/// What lies under a pointer.
#[derive(Debug, Clone, PartialEq)]
pub enum Hit {
    /// Nothing: the open canvas.
    Nothing,
    /// A part that is no container.
    Card(PartId),
    /// The title or the border of a container: it can be taken here.
    Title(PartId),
    /// The inside of a container.
    Inside(PartId),
    /// A member of a part, in a subnet. Members belong to a run and not to the design: whoever draws them says so.
    Member(PartId, PartId),
    /// A wire.
    Wire(WireId),
    /// A handle that starts a wire.
    Handle(PartId, Side),
    /// A grip that resizes a container, a note or a frame.
    Grip(PartId, Grip),
    /// The end of the selected wire: it can be led to another part.
    WireEnd(WireId, End),
    /// The middle of the selected wire: it can be bent.
    Bend(WireId),
}

/// Where a container is taken to resize it: each direction is -1 for the left or upper edge, 1 for the right or lower
/// one, 0 for neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grip {
    /// Left or right edge.
    pub across: i8,
    /// Upper or lower edge.
    pub down: i8,
}

/// Which parts show handles and grips now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Active<'a> {
    /// Parts with handles: hovered, selected or focused ones.
    pub handles: &'a [PartId],
    /// The container with grips: the only selected one.
    pub grips: Option<&'a PartId>,
    /// The wire whose ends and bend can be taken: the only selected one.
    pub wire: Option<&'a WireId>,
}

/// How far a handle reaches into its card at most, as a share of the card's height.
const HANDLE_SHARE: f64 = 0.3;

/// How near an edge of the selected container is taken at most: what lies in it is at twice the distance.
const EDGE: f64 = 4.0;

/// How near counts as on it, in canvas units.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// For handles and grips.
    pub handle: f64,
    /// For wires and borders.
    pub line: f64,
}

impl Grip {
    /// All eight, corners first.
    pub const ALL: [Grip; 8] = [
        Grip { across: 1, down: 1 },
        Grip { across: -1, down: 1 },
        Grip { across: 1, down: -1 },
        Grip { across: -1, down: -1 },
        Grip { across: 1, down: 0 },
        Grip { across: -1, down: 0 },
        Grip { across: 0, down: 1 },
        Grip { across: 0, down: -1 },
    ];

    /// Where it is.
    pub fn of(self, rect: Rect) -> Point {
        let center = rect.center();
        Point::new(
            center.x + f64::from(self.across) * rect.width / 2.0,
            center.y + f64::from(self.down) * rect.height / 2.0,
        )
    }
}

impl Reach {
    /// For a pointer of this many client pixels around it at this zoom.
    pub fn of(pixels: f64, zoom: f64) -> Reach {
        Reach { handle: pixels / zoom, line: pixels * 0.75 / zoom }
    }
}

/// What lies under the point.
pub fn hit(layout: &Layout, routes: &Routes, active: &Active, at: Point, reach: Reach) -> Hit {
    handle(layout, active, at, reach)
        .or_else(|| grip(layout, active, at, reach))
        .or_else(|| wire_grip(routes, active, at, reach))
        .or_else(|| card(layout, at).map(Hit::Card))
        .or_else(|| routes.nearest(at, reach.line).map(|id| Hit::Wire(id.clone())))
        .or_else(|| frame(layout, at, reach))
        .or_else(|| container(layout, at, reach))
        .unwrap_or(Hit::Nothing)
}

fn handle(layout: &Layout, active: &Active, at: Point, reach: Reach) -> Option<Hit> {
    active.handles.iter().find_map(|id| {
        let place = layout.place(id).filter(|place| place.is_wirable())?;
        // A finger's reach at a small zoom must leave the card itself to be taken hold of.
        let reach = reach.handle.min(place.rect.height * HANDLE_SHARE);
        let side = Side::ALL.into_iter().find(|side| side.of(place.rect).distance(at) <= reach)?;
        Some(Hit::Handle(id.clone(), side))
    })
}

fn grip(layout: &Layout, active: &Active, at: Point, reach: Reach) -> Option<Hit> {
    let id = active.grips?;
    let place = layout.place(id).filter(|place| place.is_resizable())?;
    let near = Grip::ALL.into_iter().find(|grip| grip.of(place.rect).distance(at) <= reach.handle);
    let grip = near.or_else(|| if place.is_box() { edge(place.rect, at, reach) } else { None })?;
    Some(Hit::Grip(id.clone(), grip))
}

/// Between its grips the edges of a container are pulled as well; along the upper one is the title, which moves it.
fn edge(rect: Rect, at: Point, reach: Reach) -> Option<Grip> {
    let reach = reach.line.min(EDGE);
    let near = |one: f64, other: f64| (one - other).abs() <= reach;
    if !rect.grown(reach).contains(at) || at.y <= rect.y + TITLE {
        return None;
    }
    let across = if near(at.x, rect.right()) { 1 } else { -i8::from(near(at.x, rect.x)) };
    let down = i8::from(near(at.y, rect.bottom()));
    (across != 0 || down != 0).then_some(Grip { across, down })
}

fn wire_grip(routes: &Routes, active: &Active, at: Point, reach: Reach) -> Option<Hit> {
    let id = active.wire?;
    let route = routes.get(id)?;
    let near = |point: Point| point.distance(at) <= reach.handle;
    if near(route.start()) {
        return Some(Hit::WireEnd(id.clone(), End::From));
    }
    if near(route.end()) {
        return Some(Hit::WireEnd(id.clone(), End::To));
    }
    near(route.middle()).then(|| Hit::Bend(id.clone()))
}

fn card(layout: &Layout, at: Point) -> Option<PartId> {
    layout.cards().iter().rev().find(|id| layout.rect(id).is_some_and(|rect| rect.contains(at))).cloned()
}

/// A frame is taken at its border and its title; what lies in it is reached through it.
fn frame(layout: &Layout, at: Point, reach: Reach) -> Option<Hit> {
    layout.frames().iter().rev().find_map(|id| {
        let rect = layout.rect(id).filter(|rect| rect.grown(reach.line).contains(at))?;
        let on_border = !rect.grown(-reach.line).contains(at);
        (on_border || at.y <= rect.y + TITLE).then(|| Hit::Title(id.clone()))
    })
}

/// The innermost container. What is only near, by a finger's reach at a small zoom, leaves the title around it alone.
fn container(layout: &Layout, at: Point, reach: Reach) -> Option<Hit> {
    let mut near = None;
    for id in layout.containers().iter().rev() {
        let Some(rect) = layout.rect(id).filter(|rect| rect.grown(reach.line).contains(at)) else { continue };
        if !rect.contains(at) {
            near = near.or(Some(id));
            continue;
        }
        if at.y <= rect.y + TITLE {
            return Some(Hit::Title(id.clone()));
        }
        let on_border = !rect.grown(-reach.line).contains(at);
        return Some(match near {
            Some(near) => Hit::Title(near.clone()),
            None if on_border => Hit::Title(id.clone()),
            None => Hit::Inside(id.clone()),
        });
    }
    near.map(|id| Hit::Title(id.clone()))
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;

    use super::{Active, Grip, Hit, Reach, hit};
    use crate::testing::id;
    use crate::{Layout, Point, Routes, Side};

    #[track_caller]
    fn check(active: Active, at: impl Fn(&Layout) -> Point, expected: Hit) {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let routes = Routes::of(&design, &layout, &Routes::default());
        assert_eq!(hit(&layout, &routes, &active, at(&layout), Reach::of(8.0, 1.0)), expected);
    }

    #[test]
    fn a_fingers_reach_leaves_the_middle_of_a_small_card_free() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let routes = Routes::of(&design, &layout, &Routes::default());
        let active = Active { handles: &[id("users")], grips: None, wire: None };
        let middle = layout.rect(&id("users")).unwrap().center();
        assert_eq!(hit(&layout, &routes, &active, middle, Reach::of(18.0, 0.38)), Hit::Card(id("users")));
    }

    #[test]
    fn a_fingers_reach_leaves_the_title_of_a_zone_free_of_the_subnet_below_it() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let routes = Routes::of(&design, &layout, &Routes::default());
        let title = layout.rect(&id("az-b")).unwrap().corner() + Point::new(20.0, 12.0);
        let found = hit(&layout, &routes, &Active::default(), title, Reach::of(18.0, 0.5));
        assert_eq!(found, Hit::Title(id("az-b")));
    }

    #[test]
    fn a_card_is_hit_before_its_container() {
        check(Active::default(), |layout| layout.rect(&id("alb")).unwrap().center(), Hit::Card(id("alb")));
    }

    #[test]
    fn the_innermost_container_is_hit() {
        let at = |layout: &Layout| {
            let rect = layout.rect(&id("app-a")).unwrap();
            Point::new(rect.x + 20.0, rect.bottom() - 20.0)
        };
        check(Active::default(), at, Hit::Inside(id("app-a")));
    }

    #[test]
    fn a_containers_title_takes_it() {
        let at = |layout: &Layout| layout.rect(&id("vpc")).unwrap().corner() + Point::new(60.0, 12.0);
        check(Active::default(), at, Hit::Title(id("vpc")));
    }

    #[test]
    fn a_wire_is_hit_before_the_container_below_it() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let routes = Routes::of(&design, &layout, &Routes::default());
        let wire = "w5".parse().unwrap();
        let middle = routes.get(&wire).unwrap().middle();
        check(Active::default(), |_| middle, Hit::Wire(wire.clone()));
    }

    #[test]
    fn handles_are_hit_only_where_they_show() {
        let at = |layout: &Layout| Side::Top.of(layout.rect(&id("alb")).unwrap()) - Point::new(0.0, 5.0);
        let handles = [id("alb")];
        check(Active { handles: &handles, grips: None, wire: None }, at, Hit::Handle(id("alb"), Side::Top));
        check(Active::default(), at, Hit::Inside(id("vpc")));
    }

    #[test]
    fn the_selected_container_has_grips() {
        let vpc = id("vpc");
        let at = |layout: &Layout| {
            Point::new(layout.rect(&id("vpc")).unwrap().right(), layout.rect(&id("vpc")).unwrap().bottom())
        };
        check(
            Active { handles: &[], grips: Some(&vpc), wire: None },
            at,
            Hit::Grip(id("vpc"), Grip { across: 1, down: 1 }),
        );
    }

    #[test]
    fn between_its_grips_the_selected_container_is_pulled_at_its_edges_and_taken_at_its_title() {
        let vpc = id("vpc");
        let active = Active { handles: &[], grips: Some(&vpc), wire: None };
        let right = |layout: &Layout| {
            let rect = layout.rect(&id("vpc")).unwrap();
            Point::new(rect.right() + 2.0, rect.bottom() - 60.0)
        };
        check(active, right, Hit::Grip(id("vpc"), Grip { across: 1, down: 0 }));
        check(Active::default(), right, Hit::Title(id("vpc")));
        let title = |layout: &Layout| layout.rect(&id("vpc")).unwrap().corner() + Point::new(60.0, 2.0);
        check(active, title, Hit::Title(id("vpc")));
    }
}
