//! Address ranges and names of zones.

use super::lists::settled;
use super::{Fix, FixKind};
use crate::setting::SettingKey;
use crate::{Cidr, Design, Kind, Part, PartId, PartSettings};

/// The VPC's range where it has none that can be read.
const VPC_RANGE: &str = "10.0.0.0/16";
/// Length of the prefix of a new subnet's range, in a VPC that has room for it.
const SUBNET_PREFIX: u8 = 24;
/// The letters that zones of a Region end with.
const LETTERS: [char; 6] = ['a', 'b', 'c', 'd', 'e', 'f'];

/// A range that is free.
pub(super) fn free_range(design: &Design, id: &PartId, part: &Part) -> Option<Fix> {
    let (key, text) = match part.kind() {
        Kind::Vpc => (SettingKey::VpcCidr, VPC_RANGE.to_owned()),
        _ => (SettingKey::SubnetCidr, free_subnet(design, id)?),
    };
    let edit = settled(id, part, |settings| match settings {
        PartSettings::Vpc(vpc) => vpc.cidr.clone_from(&text),
        PartSettings::Subnet(subnet) => subnet.cidr.clone_from(&text),
        _ => {}
    });
    Some(Fix { kind: FixKind::Fill { key, text }, edit })
}

/// The first range of a subnet's usual size in its VPC that no other subnet overlaps.
fn free_subnet(design: &Design, id: &PartId) -> Option<String> {
    let (vpc, Part { settings: PartSettings::Vpc(settings), .. }) = design.enclosing(id, Kind::Vpc)? else {
        return None;
    };
    let whole = Cidr::parse(&settings.cidr)?;
    let prefix = SUBNET_PREFIX.max(whole.prefix).min(28);
    let taken: Vec<Cidr> = design
        .parts
        .iter()
        .filter(|(other, _)| *other != id && design.vpc_of(other) == Some(vpc))
        .filter_map(|(_, part)| match &part.settings {
            PartSettings::Subnet(subnet) => Cidr::parse(&subnet.cidr),
            _ => None,
        })
        .collect();
    let step = 1_u32 << (32 - u32::from(prefix));
    let free = (0..256).map_while(|number: u32| {
        let first = whole.first.checked_add(number.checked_mul(step)?)?;
        let range = Cidr { first, prefix };
        whole.covers(range).then_some(range)
    });
    let range = free.into_iter().find(|range| !taken.iter().any(|other| other.overlaps(*range)))?;
    let [a, b, c, d] = range.first.to_be_bytes();
    Some(format!("{a}.{b}.{c}.{d}/{prefix}"))
}

/// The first zone of the Region that no box of the VPC has.
pub(super) fn name_zone(design: &Design, id: &PartId, part: &Part) -> Option<Fix> {
    let region = design.region_code(id)?;
    let is_taken = |zone: &str| {
        design
            .children(part.container.as_ref())
            .any(|(other, part)| matches!(&part.settings, PartSettings::Az(az) if az.zone == zone && other != id))
    };
    let zone = LETTERS.iter().map(|letter| format!("{region}{letter}")).find(|zone| !is_taken(zone))?;
    let edit = settled(id, part, |settings| {
        if let PartSettings::Az(az) = settings {
            az.zone.clone_from(&zone);
        }
    });
    Some(Fix { kind: FixKind::Fill { key: SettingKey::ZoneName, text: zone }, edit })
}
