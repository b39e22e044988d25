//! The ways of all wires of a design, led anew where something moved and kept where nothing did.

use std::collections::BTreeMap;
use std::rc::Rc;

use ninepins_model::{Design, PartId, Wire, WireId};

use super::{Route, route_of};
use crate::detour::{CLEAR, Obstacles, blocks};
use crate::{Layout, Point, Rect};

/// The ways of all wires. A wire whose ends have not moved keeps its `Rc`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Routes(BTreeMap<WireId, Rc<Route>>);

impl Routes {
    /// The ways of a design's wires. Those of `before` that have not changed are kept.
    pub fn of(design: &Design, layout: &Layout, before: &Routes) -> Routes {
        let cards = Obstacles::of(layout);
        let routes = design.wires.iter().filter_map(|(id, wire)| {
            if layout.hides(wire) {
                return None;
            }
            Some((id.clone(), kept_or_new(before.0.get(id), route_of(layout, &cards, wire)?)))
        });
        Routes(crate::gathered(routes))
    }

    /// The ways while some parts are elsewhere. Wires whose ends have not moved, and that nothing moved near, keep theirs
    /// without being led again.
    pub fn while_moved(&self, design: &Design, before: &Layout, layout: &Layout) -> Routes {
        let elsewhere = layout.moved_since(before);
        let stays = |id: &PartId| !elsewhere.contains(id);
        let cards = Obstacles::of(layout);
        let moved: Vec<Rect> = before
            .cards()
            .iter()
            .filter(|id| !stays(id))
            .flat_map(|id| [before.rect(id), layout.rect(id)])
            .flatten()
            .collect();
        // Where a subnet with members is elsewhere, or a card among them, they are too.
        let mut hosts: Vec<Rect> = Vec::new();
        for host in elsewhere.iter().filter_map(|id| layout.host_of(id)) {
            hosts.extend(before.rect(host));
            hosts.extend(layout.rect(host));
        }
        let is_near = |wire: &Wire, route: &Route| {
            let (Some(from), Some(to)) = (layout.rect(&wire.from), layout.rect(&wire.to)) else { return true };
            let reach = route.bounds.union(from).union(to).grown(CLEAR);
            if hosts.iter().any(|rect| rect.overlaps(reach)) {
                return true;
            }
            if route.is_free {
                return moved.iter().any(|rect| blocks(*rect, &route.corners, [from, to]));
            }
            moved.iter().any(|rect| rect.overlaps(reach))
        };
        let routes = design.wires.iter().filter_map(|(id, wire)| {
            let old = self.0.get(id)?;
            // A bend is kept from the corner of a container, which may have moved by itself.
            let is_kept = wire.bend.is_none() && stays(&wire.from) && stays(&wire.to) && !is_near(wire, old);
            let route = if is_kept { old.clone() } else { kept_or_new(Some(old), route_of(layout, &cards, wire)?) };
            Some((id.clone(), route))
        });
        Routes(crate::gathered(routes))
    }

    /// A wire's way.
    pub fn get(&self, id: &WireId) -> Option<&Rc<Route>> {
        self.0.get(id)
    }

    /// Every wire with its way.
    pub fn iter(&self) -> impl Iterator<Item = (&WireId, &Rc<Route>)> {
        self.0.iter()
    }

    /// The wire nearest to a point, no farther than `within`.
    pub fn nearest(&self, point: Point, within: f64) -> Option<&WireId> {
        self.0
            .iter()
            .filter(|(_, route)| route.bounds.grown(within).contains(point))
            .map(|(id, route)| (route.distance(point), id))
            .filter(|(distance, _)| *distance <= within)
            .min_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, id)| id)
    }
}

fn kept_or_new(before: Option<&Rc<Route>>, route: Route) -> Rc<Route> {
    match before {
        Some(old) if **old == route => old.clone(),
        _ => Rc::new(route),
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::Design;
    use ninepins_model::presets::{Preset, seed_architecture};

    use super::Routes;
    use crate::detour::blocks;
    use crate::testing::id;
    use crate::{Layout, MemberPlan, Point, Rect, member_plan, tidy};

    #[test]
    fn while_a_part_is_moved_its_wires_follow_and_the_others_are_kept() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let routes = Routes::of(&design, &layout, &Routes::default());
        let moved = layout.with_moved(&[(id("users"), Point::new(-40.0, 8.0))]);
        let shown = routes.while_moved(&design, &layout, &moved);
        assert_eq!(shown, Routes::of(&design, &moved, &routes));
        for (name, route) in shown.iter() {
            let is_kept = std::rc::Rc::ptr_eq(route, routes.get(name).unwrap());
            assert_eq!(is_kept, name.as_str() != "w1", "{name}");
        }
    }

    #[test]
    fn wherever_a_part_is_moved_wires_are_led_as_they_would_be_after_it() {
        for preset in [Preset::TwoRegions, Preset::Wordpress] {
            let design = preset.design();
            let layout = Layout::of(&design);
            let routes = Routes::of(&design, &layout, &Routes::default());
            for id in layout.cards().iter().chain(layout.containers()) {
                for by in [(24.0, 0.0), (-72.0, 40.0), (0.0, 160.0), (240.0, -96.0), (-320.0, -16.0)] {
                    let moved = layout.with_moved(&[(id.clone(), Point::new(by.0, by.1))]);
                    let shown = routes.while_moved(&design, &layout, &moved);
                    assert_eq!(shown, Routes::of(&design, &moved, &routes), "{} {id} {by:?}", preset.id());
                }
            }
        }
    }

    /// The wires that pass through a card, a member's or a subnet with members that is not at their ends.
    fn crossing(design: &Design) -> Vec<String> {
        let layout = Layout::of(design);
        let routes = Routes::of(design, &layout, &Routes::default());
        let cards = layout.cards().iter().filter_map(|id| layout.rect(id));
        let mut stand: Vec<Rect> = cards.collect();
        for (_, place, inside) in layout.hosts() {
            stand.push(place.rect);
            if let MemberPlan::Cards(members) = member_plan(place.rect, &inside, place.members) {
                stand.extend(members);
            }
        }
        let mut found = Vec::new();
        for (id, route) in routes.iter() {
            let wire = &design.wires[id];
            let ends = [layout.rect(&wire.from).unwrap(), layout.rect(&wire.to).unwrap()];
            found.extend(
                stand
                    .iter()
                    .filter(|card| blocks(**card, route.corners(), ends))
                    .map(|card| format!("{} to {} through {card:?}", wire.from, wire.to)),
            );
        }
        found
    }

    #[test]
    fn no_wire_of_a_preset_passes_through_cards_or_members_as_it_is_or_tidied() {
        for preset in Preset::ALL {
            let mut design = preset.design();
            assert_eq!(crossing(&design), Vec::<String>::new(), "{}", preset.id());
            if let Some(edit) = tidy(&design) {
                design.apply(edit).unwrap();
            }
            assert_eq!(crossing(&design), Vec::<String>::new(), "{} tidied", preset.id());
        }
    }

    #[test]
    fn an_unmoved_wire_keeps_its_way() {
        let design = seed_architecture();
        let layout = Layout::of(&design);
        let before = Routes::of(&design, &layout, &Routes::default());
        let after = Routes::of(&design, &layout, &before);
        for (id, route) in before.iter() {
            assert!(std::rc::Rc::ptr_eq(route, after.get(id).unwrap()));
        }
    }
}
