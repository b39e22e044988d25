//! A network to start with: two zones, each with a public and a private subnet.

use ninepins_model::{Design, Edit, Kind, Part, PartId, PartSettings};

use super::grow::Growing;
use super::prefill::prefill;
use crate::{Layout, Point, Refusal};

/// How many zones.
const ZONES: i32 = 2;
/// Where the first zone stands: parts that span zones have their place left of it.
const FIRST: [i32; 2] = [224, 24];
const ZONE: [i32; 2] = [224, 296];
const APART: i32 = 16;
/// Name, upper edge and height of each subnet in its zone: the first is public.
const SUBNETS: [(&str, i32, i32); 2] = [("public", 24, 64), ("private", 96, 192)];
const SUBNET_WIDTH: i32 = 208;

/// The edit that lays the network out in a VPC without zones, which grows where it is too small.
///
/// # Errors
/// The Region has too few zones left.
pub fn standard_network(design: &Design, vpc: &PartId) -> Result<Edit, Refusal> {
    let mut laid = Growing::new(design);
    let needed = [FIRST[0] + ZONES * (ZONE[0] + APART) - APART + 8, FIRST[1] + ZONE[1] + 8];
    laid.grow(vpc, Point::new(f64::from(needed[0]), f64::from(needed[1])));
    for number in 0..ZONES {
        let at = [FIRST[0] + number * (ZONE[0] + APART), FIRST[1]];
        let zone = put(&mut laid, Kind::Az, vpc, at, ZONE)?;
        name(&mut laid, &zone, "az", &zone);
        for (layer, y, height) in SUBNETS {
            let subnet = put(&mut laid, Kind::Subnet, &zone, [8, y], [SUBNET_WIDTH, height])?;
            name(&mut laid, &subnet, layer, &zone);
        }
    }
    Ok(Edit::Batch(laid.edits))
}

fn put(laid: &mut Growing, kind: Kind, container: &PartId, at: [i32; 2], size: [i32; 2]) -> Result<PartId, Refusal> {
    let mut part = Part { container: Some(container.clone()), at, size: Some(size), ..Part::new(kind) };
    prefill(&laid.after, &Layout::of(&laid.after), &mut part, Point::default())?;
    let id = laid.after.free_part_id(kind);
    laid.set(&id, part);
    Ok(id)
}

/// Names a part by its layer and the letter of its zone.
fn name(laid: &mut Growing, id: &PartId, layer: &str, zone: &PartId) {
    let letter = match laid.after.parts.get(zone).map(|zone| &zone.settings) {
        Some(PartSettings::Az(az)) => az.zone.chars().last(),
        _ => None,
    };
    if let Some((letter, part)) = letter.zip(laid.after.parts.get(id).cloned()) {
        laid.set(id, Part { name: format!("{layer}-{letter}"), ..part });
    }
}

#[cfg(test)]
mod tests {
    use ninepins_model::{Design, Kind};

    use super::standard_network;
    use crate::testing::{empty, id};
    use crate::{Layout, Point, place_near};

    fn with_vpc() -> Design {
        let mut design = empty();
        for kind in [Kind::Region, Kind::Vpc] {
            let placement = place_near(&design, kind, Point::default()).unwrap();
            design.apply(placement.edit).unwrap();
        }
        design
    }

    #[test]
    fn the_network_has_two_zones_with_a_public_and_a_private_subnet_each() {
        let mut design = with_vpc();
        let edit = standard_network(&design, &id("vpc")).unwrap();
        design.apply(edit).unwrap();
        assert_eq!(design.zones(), ["ap-northeast-2a", "ap-northeast-2b"]);
        let subnets: Vec<bool> = design
            .parts
            .keys()
            .filter(|id| design.routes_of(id).is_some())
            .map(|id| design.is_public_subnet(id))
            .collect();
        assert_eq!(subnets, [true, false, true, false]);
        let names: Vec<&str> =
            design.parts.values().map(|part| part.name.as_str()).filter(|name| !name.is_empty()).collect();
        assert_eq!(names, ["az-a", "az-b", "public-a", "private-a", "public-b", "private-b"]);
    }

    #[test]
    fn a_small_vpc_and_its_region_grow_around_the_network() {
        let mut design = with_vpc();
        design.parts.get_mut(&id("vpc")).unwrap().size = Some([208, 96]);
        design.parts.get_mut(&id("region")).unwrap().size = Some([300, 200]);
        let edit = standard_network(&design, &id("vpc")).unwrap();
        design.apply(edit).unwrap();
        let layout = Layout::of(&design);
        for (name, place) in layout.places() {
            let inside = place.container.as_ref().and_then(|container| layout.inside(container));
            assert!(inside.is_none_or(|inside| inside.encloses(place.rect)), "{name} pokes out");
        }
    }
}
