//! Part of a design, to copy it: within the design, into another one, or as text of the document format.

use std::collections::{BTreeMap, BTreeSet};

use ninepins_model::parts::RouteTarget;
use ninepins_model::{Design, Edit, Part, PartId, PartSettings, WireId, limits, without_number};

use crate::landing::{Landing, Top, land};
use crate::layout::PADDING;
use crate::place::{Growing, fill_subnets, make_unique};
use crate::snap::whole;
use crate::{Layout, Point, Rect, Refusal};

/// A copy that was placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The outermost of its parts.
    pub tops: BTreeSet<PartId>,
    /// The edit that adds it.
    pub edit: Edit,
}

/// These parts with all that lies in them, the wires between them and the rules they name. Positions of the outermost
/// are those on the canvas, so that they keep their places to each other wherever they go.
pub fn fragment(design: &Design, layout: &Layout, ids: &BTreeSet<PartId>) -> Design {
    let mut copied = Design { name: design.name.clone(), ..Design::default() };
    for id in ids.iter().flat_map(|id| design.with_content(id)) {
        if let Some(part) = design.parts.get(&id) {
            copied.parts.insert(id, part.clone());
        }
    }
    let inside: BTreeSet<PartId> = copied.parts.keys().cloned().collect();
    for (id, part) in &mut copied.parts {
        if part.container.as_ref().is_none_or(|container| !inside.contains(container)) {
            part.container = None;
            let corner = layout.rect(id).map_or(Point::default(), Rect::corner);
            part.at = [whole(corner.x), whole(corner.y)];
        }
    }
    let within = design.wires.iter().filter(|(_, wire)| inside.contains(&wire.from) && inside.contains(&wire.to));
    copied.wires.extend(within.map(|(id, wire)| (id.clone(), wire.clone())));
    for name in copied.parts.values().flat_map(Part::security_groups) {
        if let Some(group) = design.security_groups.get(name) {
            copied.security_groups.insert(name.clone(), group.clone());
        }
    }
    copied
}

/// Puts a fragment into a design: beside its original, or with its middle at a point, and where it covers nothing as far
/// as there is room. What it names outside itself is kept where the design has it.
///
/// # Errors
/// A part of it lies in a container that the design does not have.
pub fn paste(design: &Design, layout: &Layout, fragment: &Design, at: Option<Point>) -> Result<Pasted, Refusal> {
    let copied = Layout::of(fragment);
    let outermost = fragment.parts.iter().filter(|(_, part)| part.container.is_none());
    let (top_ids, outermost): (Vec<&PartId>, Vec<Top>) =
        outermost.map(|(id, part)| (id, Top { kind: part.kind(), rect: copied.rect(id).unwrap_or_default() })).unzip();
    let landings: BTreeMap<&PartId, Landing> = top_ids.into_iter().zip(land(layout, &outermost, at)?).collect();
    let names = new_ids(design, fragment);
    let mut room = Growing::new(design);
    for landing in landings.values() {
        if let Some(home) = &landing.container
            && let Some(rect) = layout.rect(home)
        {
            let end = Point::new(landing.rect.right() + PADDING, landing.rect.bottom() + PADDING);
            room.grow(home, end - rect.corner());
        }
    }
    let (mut after, mut edits) = (room.after, room.edits);
    let mut tops: BTreeSet<PartId> = BTreeSet::new();
    for (name, group) in fragment.security_groups.iter().filter(|(name, _)| !design.security_groups.contains_key(*name))
    {
        edits.push(Edit::SecurityGroup { name: name.clone(), to: Some(group.clone()) });
    }
    for id in containers_first(fragment) {
        let (Some(part), Some(new)) = (fragment.parts.get(&id), names.get(&id)) else { continue };
        let mut part = renamed(part, &names, design);
        part.name = name_of_copy(&part.name, &id, new);
        if let Some(landing) = landings.get(&id) {
            settle(layout, landing, &mut part);
            tops.insert(new.clone());
        }
        after.parts.insert(new.clone(), part);
    }
    let laid_out = Layout::of(&after);
    for new in names.values() {
        let Some(mut part) = after.parts.get(new).cloned() else { continue };
        fill_subnets(&after, &laid_out, new, &mut part);
        after.parts.remove(new);
        make_unique(&after, &mut part);
        after.parts.insert(new.clone(), part.clone());
        edits.push(Edit::Part { id: new.clone(), to: Some(Box::new(part)) });
    }
    for wire in fragment.wires.values() {
        let (Some(from), Some(to)) = (names.get(&wire.from), names.get(&wire.to)) else { continue };
        let wire = ninepins_model::Wire { from: from.clone(), to: to.clone(), ..wire.clone() };
        let id: WireId = after.free_wire_id();
        after.wires.insert(id.clone(), wire.clone());
        edits.push(Edit::Wire { id, to: Some(Box::new(wire)) });
    }
    Ok(Pasted { tops, edit: Edit::Batch(edits) })
}

/// A free id for each part of a fragment, made from its own.
fn new_ids(design: &Design, fragment: &Design) -> BTreeMap<PartId, PartId> {
    let mut taken = design.clone();
    let mut names = BTreeMap::new();
    for (id, part) in &fragment.parts {
        let new = taken.free_copy_id(id, part.kind());
        taken.parts.insert(new.clone(), Part::new(part.kind()));
        names.insert(id.clone(), new);
    }
    names
}

/// The name of a copy: its original's with the number of its id, so that the log tells the two apart.
fn name_of_copy(name: &str, id: &PartId, new: &PartId) -> String {
    let number = new.as_str().strip_prefix(without_number(id.as_str())).unwrap_or_default();
    let counted = format!("{}{number}", without_number(name));
    if name.is_empty() || id == new || counted.chars().count() > limits::NAME_CHARACTERS {
        return name.to_owned();
    }
    counted
}

fn containers_first(fragment: &Design) -> Vec<PartId> {
    let tops = fragment.parts.iter().filter(|(_, part)| part.container.is_none());
    tops.flat_map(|(id, _)| fragment.with_content(id)).collect()
}

/// A part that names the copies of what was copied with it, and of the rest only what the design has.
fn renamed(part: &Part, names: &BTreeMap<PartId, PartId>, design: &Design) -> Part {
    let new = |id: &PartId| names.get(id).cloned().or_else(|| design.parts.contains_key(id).then(|| id.clone()));
    let mut part = part.clone();
    part.container = part.container.as_ref().and_then(new);
    if let Some(subnets) = part.subnets_mut() {
        *subnets = subnets.iter().filter_map(new).collect();
    }
    let routes = match &mut part.settings {
        PartSettings::Subnet(subnet) => Some(&mut subnet.routes),
        PartSettings::Vpc(vpc) => Some(&mut vpc.main_routes),
        _ => None,
    };
    if let Some(routes) = routes {
        for target in routes.values_mut() {
            if let RouteTarget::NatGateway(nat) = target
                && let Some(new) = names.get(nat)
            {
                *nat = new.clone();
            }
        }
    }
    let reference = match &mut part.settings {
        PartSettings::Alb(alb) => &mut alb.certificate,
        PartSettings::Nlb(nlb) => &mut nlb.certificate,
        PartSettings::Cloudfront(distribution) => &mut distribution.certificate,
        PartSettings::ReadReplica(replica) => &mut replica.replica_of,
        _ => return part,
    };
    *reference = reference.as_ref().and_then(new);
    part
}

/// Puts an outermost part to its new place.
fn settle(layout: &Layout, landing: &Landing, part: &mut Part) {
    let origin = landing.container.as_ref().and_then(|id| layout.rect(id)).map_or(Point::default(), Rect::corner);
    let corner = landing.rect.corner() - origin;
    part.at = [whole(corner.x), whole(corner.y)];
    part.container.clone_from(&landing.container);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ninepins_model::{Design, Kind, presets::seed_architecture};
    use proptest::prelude::*;

    use super::{fragment, paste};
    use crate::testing::{any_design, empty, id};
    use crate::{Layout, Point, Refusal};

    fn copy(design: &Design, ids: &[&str]) -> Design {
        fragment(design, &Layout::of(design), &ids.iter().map(|name| id(name)).collect())
    }

    #[test]
    fn a_copied_group_names_its_own_copies_and_keeps_its_wires() {
        let mut design = seed_architecture();
        let copied = copy(&design, &["api", "db"]);
        assert_eq!(copied.wires.len(), 1);
        let pasted = paste(&design, &Layout::of(&design), &copied, None).unwrap();
        design.apply(pasted.edit).unwrap();
        assert_eq!(pasted.tops, ["api-2", "db-2"].map(id).into());
        assert_eq!(design.parts[&id("api-2")].subnets(), [id("app-a"), id("app-b")]);
        assert!(design.wires.values().any(|wire| wire.from == id("api-2") && wire.to == id("db-2")));
    }

    #[test]
    fn a_copy_of_a_copy_is_counted_on() {
        let mut design = seed_architecture();
        for copy_of in ["dns", "dns-2"] {
            let pasted = paste(&design, &Layout::of(&design), &copy(&design, &[copy_of]), None).unwrap();
            design.apply(pasted.edit).unwrap();
        }
        assert!(design.parts.contains_key(&id("dns-2")) && design.parts.contains_key(&id("dns-3")));
    }

    #[test]
    fn a_copied_zone_is_the_next_zone_with_names_and_addresses_of_its_own() {
        let mut design = seed_architecture();
        design.parts.get_mut(&id("az-b")).unwrap().name = "second".into();
        let pasted = paste(&design, &Layout::of(&design), &copy(&design, &["az-b"]), None).unwrap();
        design.apply(pasted.edit).unwrap();
        let json = |part: &str, path: &str| design.parts[&id(part)].settings.to_json()[path].clone();
        assert_eq!(json("az-b-2", "zone"), "ap-northeast-2c");
        assert_eq!(design.display_name(&id("az-b-2")), "second-2");
        let ranges = ["pub-b-2", "app-b-2", "data-b-2"].map(|subnet| json(subnet, "cidr"));
        assert_eq!(ranges, ["10.0.4.0/24", "10.0.2.0/24", "10.0.3.0/24"]);
    }

    #[test]
    fn a_whole_region_can_be_copied_into_an_empty_design() {
        let design = seed_architecture();
        let copied = copy(&design, &["seoul"]);
        let mut target = empty();
        let pasted = paste(&target, &Layout::of(&target), &copied, Some(Point::default())).unwrap();
        target.apply(pasted.edit).unwrap();
        assert_eq!(target.parts.len(), copied.parts.len());
        assert_eq!(target.parts[&id("alb")].subnets(), [id("pub-a"), id("pub-b")]);
    }

    #[test]
    fn a_load_balancer_pasted_where_no_vpc_is_is_refused() {
        let copied = copy(&seed_architecture(), &["alb"]);
        let refusal = Refusal::Needs { kind: Kind::Alb, container: Kind::Vpc };
        assert_eq!(paste(&empty(), &Layout::default(), &copied, None), Err(refusal));
    }

    proptest! {
        #[test]
        fn what_is_pasted_can_be_taken_back(design in any_design(), picks in prop::collection::vec(any::<prop::sample::Index>(), 1..4)) {
            let all: Vec<_> = design.parts.keys().cloned().collect();
            prop_assume!(!all.is_empty());
            let ids: BTreeSet<_> = picks.iter().map(|pick| pick.get(&all).clone()).collect();
            let layout = Layout::of(&design);
            let copied = fragment(&design, &layout, &ids);
            let mut after = design.clone();
            if let Ok(pasted) = paste(&design, &layout, &copied, None) {
                let inverse = after.apply(pasted.edit).unwrap();
                prop_assert_eq!(after.parts.len(), design.parts.len() + copied.parts.len());
                after.apply(inverse).unwrap();
            }
            prop_assert_eq!(after, design);
        }
    }
}
