//! Subnets, security groups and wires that are missing or too many.

use super::{Fix, FixKind, part_edit};
use crate::{Design, Edit, Kind, Part, PartId, PartSettings, Wire};

/// The subnets of the VPC that a part lies in, those that lead to the internet gateway or those that do not.
fn subnets_of<'a>(design: &'a Design, id: &PartId, public: bool) -> impl Iterator<Item = &'a PartId> {
    let vpc = design.vpc_of(id).cloned();
    design.parts.iter().filter_map(move |(subnet, part)| match &part.settings {
        PartSettings::Subnet(_) if vpc.is_some() && design.vpc_of(subnet) == vpc.as_ref() => {
            (design.is_public_subnet(subnet) == public).then_some(subnet)
        }
        _ => None,
    })
}

/// Whether a part belongs into public subnets.
fn is_public(part: &Part) -> bool {
    match &part.settings {
        PartSettings::Alb(alb) => alb.internet_facing,
        PartSettings::Nlb(nlb) => nlb.internet_facing,
        _ => false,
    }
}

fn with_subnets(id: &PartId, part: &Part, subnets: Vec<PartId>) -> Option<Edit> {
    let mut changed = part.clone();
    *changed.subnets_mut()? = subnets;
    Some(Edit::Part { id: id.clone(), to: Some(Box::new(changed)) })
}

/// One subnet for each of the first zones that it has none in, until it has two.
pub(super) fn add_subnets(design: &Design, id: &PartId, part: &Part) -> Option<Fix> {
    add_subnets_to(design, id, part, 2)
}

/// The same until it has subnets in so many zones.
pub(super) fn add_subnets_to(design: &Design, id: &PartId, part: &Part, wanted: usize) -> Option<Fix> {
    let public = match part.subnets().first() {
        // A further subnet is like those it has.
        Some(subnet) if design.routes_of(subnet).is_some() => design.is_public_subnet(subnet),
        _ => is_public(part),
    };
    let mut zones: Vec<&str> = part.subnets().iter().filter_map(|subnet| design.zone_name(subnet)).collect();
    let mut added = Vec::new();
    // Subnets of the other sort are better than none, except for a database: they would make it public.
    let others = subnets_of(design, id, !public).filter(|_| part.kind() != Kind::Rds && !is_public(part));
    for subnet in subnets_of(design, id, public).chain(others) {
        let Some(zone) = design.zone_name(subnet).filter(|zone| !zones.contains(zone)) else { continue };
        zones.push(zone);
        added.push(subnet.clone());
        if zones.len() >= wanted {
            break;
        }
    }
    (!added.is_empty()).then_some(())?;
    let all = part.subnets().iter().chain(&added).cloned().collect();
    Some(Fix { kind: FixKind::AddSubnets(added), edit: with_subnets(id, part, all)? })
}

/// A subnet of this zone.
pub(super) fn add_subnet_in(design: &Design, id: &PartId, part: &Part, zone: &str) -> Option<Fix> {
    let subnet = subnets_of(design, id, is_public(part)).find(|subnet| design.zone_name(subnet) == Some(zone))?;
    let all = part.subnets().iter().chain([subnet]).cloned().collect();
    Some(Fix { kind: FixKind::AddSubnets(vec![subnet.clone()]), edit: with_subnets(id, part, all)? })
}

/// The same subnets without this one.
pub(super) fn leave_out_subnet(id: &PartId, part: &Part, subnet: &PartId) -> Option<Fix> {
    let rest = part.subnets().iter().filter(|other| *other != subnet).cloned().collect();
    Some(Fix { kind: FixKind::LeaveOut(subnet.to_string()), edit: with_subnets(id, part, rest)? })
}

/// In each zone a private subnet in place of the public one.
pub(super) fn private_subnets(design: &Design, id: &PartId, part: &Part) -> Option<Fix> {
    let private = replaced(design, id, part, false)?;
    let edit = with_subnets(id, part, private.clone())?;
    Some(Fix { kind: FixKind::UsePrivateSubnets(private), edit })
}

/// In each zone a public subnet in place of the private one.
pub(super) fn public_subnets(design: &Design, id: &PartId, part: &Part) -> Option<Fix> {
    let public = replaced(design, id, part, true)?;
    let edit = with_subnets(id, part, public.clone())?;
    Some(Fix { kind: FixKind::UsePublicSubnets(public), edit })
}

fn replaced(design: &Design, id: &PartId, part: &Part, public: bool) -> Option<Vec<PartId>> {
    let fits = |subnet: &PartId| subnets_of(design, id, public).any(|other| other == subnet);
    let mut all: Vec<PartId> = Vec::new();
    for subnet in part.subnets() {
        let zone = design.zone_name(subnet);
        let other = match fits(subnet) {
            true => subnet.clone(),
            false => subnets_of(design, id, public).find(|other| design.zone_name(other) == zone)?.clone(),
        };
        if !all.contains(&other) {
            all.push(other);
        }
    }
    Some(all)
}

/// The same security groups without this one.
pub(super) fn leave_out_group(design: &Design, id: &PartId, part: &Part, name: &str) -> Option<Fix> {
    let setting = part.settings_table().iter().find(|setting| setting.path == "security_groups")?;
    let rest: Vec<&String> = part.security_groups().iter().filter(|group| *group != name).collect();
    let edit = design.set_part(id, setting.path, rest.into_iter().cloned().collect::<Vec<String>>().into()).ok()?;
    Some(Fix { kind: FixKind::LeaveOut(name.to_owned()), edit })
}

/// A wire to what it most likely leads to: the first part of the kinds in this order.
pub(super) fn connect(design: &Design, id: &PartId, part: &Part) -> Option<Fix> {
    let kinds: &[Kind] = match part.kind() {
        Kind::Users => &[Kind::Route53, Kind::Cloudfront, Kind::Alb, Kind::Nlb],
        Kind::Alb | Kind::Nlb => &[Kind::Asg, Kind::Ec2],
        Kind::Cloudfront => &[Kind::S3, Kind::Alb],
        Kind::RdsProxy => &[Kind::Rds],
        _ => return None,
    };
    let target = first_of(design, id, kinds)?;
    Some(Fix { kind: FixKind::Connect(target.clone()), edit: new_wire(design, id, target) })
}

/// Wires the first part to it that may lead to it: a load balancer or users to a server, a server to a database.
pub(super) fn connect_from(design: &Design, id: &PartId, part: &Part) -> Option<Fix> {
    let kinds: &[Kind] = match part.kind() {
        Kind::Ec2 => &[Kind::Alb, Kind::Nlb, Kind::Users],
        Kind::Asg => &[Kind::Alb, Kind::Nlb],
        Kind::Rds => &[Kind::Asg, Kind::Ec2],
        _ => return None,
    };
    let source = first_of(design, id, kinds)?;
    Some(Fix { kind: FixKind::ConnectFrom(source.clone()), edit: new_wire(design, source, id) })
}

/// The first part of the first of these kinds that there is, in the same VPC as far as both lie in one.
fn first_of<'a>(design: &'a Design, id: &PartId, kinds: &[Kind]) -> Option<&'a PartId> {
    let vpc = design.vpc_of(id);
    let of = |kind: &Kind| {
        let fits = |other| vpc.is_none() || !kind.is_networked() || design.vpc_of(other) == vpc;
        design.parts.iter().find(|(other, part)| part.kind() == *kind && fits(other))
    };
    kinds.iter().find_map(of).map(|(other, _)| other)
}

fn new_wire(design: &Design, from: &PartId, to: &PartId) -> Edit {
    Edit::Wire { id: design.free_wire_id(), to: Some(Box::new(Wire::new(from.clone(), to.clone()))) }
}

/// The edit that makes a copy of a part's settings with other ones.
pub(super) fn settled(id: &PartId, part: &Part, change: impl FnOnce(&mut PartSettings)) -> Edit {
    let mut settings = part.settings.clone();
    change(&mut settings);
    part_edit(id, part, settings)
}
