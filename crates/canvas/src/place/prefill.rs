//! What a new part is filled with, so that it works where it was put.

use std::collections::BTreeMap;

use ninepins_model::parts::RouteTarget;
use ninepins_model::{Cidr, Design, Kind, Part, PartId, PartSettings};

use super::addresses::free_range;
use crate::{Layout, Point, Refusal};

/// Codes of Regions for new ones, in order.
const REGIONS: [&str; 6] = ["ap-northeast-2", "us-east-1", "ap-northeast-1", "us-west-2", "eu-central-1", "eu-west-1"];

pub(super) fn prefill(design: &Design, layout: &Layout, part: &mut Part, at: Point) -> Result<(), Refusal> {
    let Some(container) = part.container.clone() else {
        if let PartSettings::Region(region) = &mut part.settings {
            region.code = free_region(design).to_owned();
        }
        return Ok(());
    };
    let vpc = match design.parts.get(&container) {
        Some(outer) if outer.kind() == Kind::Vpc => Some(&container),
        _ => design.vpc_of(&container),
    };
    match &mut part.settings {
        PartSettings::Vpc(settings) => {
            let taken: Vec<&str> = design.children(Some(&container)).filter_map(|(_, part)| vpc_range(part)).collect();
            if let Some(range) = free_range("10.0.0.0/8", 16, &taken) {
                settings.cidr = range;
            }
        }
        PartSettings::Az(settings) => settings.zone = free_zone(design, &container).ok_or(Refusal::NoZoneLeft)?,
        PartSettings::Subnet(settings) => {
            settings.cidr = vpc.and_then(|vpc| free_subnet_range(design, vpc)).unwrap_or_default();
            // A zone's first subnet takes what faces the internet; those after it are private.
            let is_first = !design.children(Some(&container)).any(|(_, part)| part.kind() == Kind::Subnet);
            settings.own_route_table = !is_first && has_main_routes(design, vpc);
            if is_first {
                settings.routes.insert("0.0.0.0/0".into(), RouteTarget::InternetGateway);
            }
        }
        PartSettings::ReadReplica(settings) => {
            settings.replica_of = vpc.and_then(|vpc| nearest_database(design, layout, vpc, at));
        }
        PartSettings::Alb(settings) => settings.subnets = suitable_subnets(design, layout, vpc, Kind::Alb),
        PartSettings::Nlb(settings) => settings.subnets = suitable_subnets(design, layout, vpc, Kind::Nlb),
        PartSettings::Asg(settings) => settings.subnets = suitable_subnets(design, layout, vpc, Kind::Asg),
        PartSettings::Elasticache(settings) => {
            settings.subnets = suitable_subnets(design, layout, vpc, Kind::Elasticache);
        }
        PartSettings::RdsProxy(settings) => {
            settings.subnets = suitable_subnets(design, layout, vpc, Kind::RdsProxy);
        }
        PartSettings::Rds(settings) => {
            settings.subnets = suitable_subnets(design, layout, vpc, Kind::Rds);
            let zone = settings.subnets.first().and_then(|subnet| design.zone_name(subnet));
            settings.primary_zone = zone.unwrap_or_default().to_owned();
        }
        _ => {}
    }
    Ok(())
}

/// Gives a copy what only one part of its VPC may have: a box of a zone its zone, a subnet its addresses. Where none is left
/// it keeps its original's, which the checks then name.
pub(crate) fn make_unique(design: &Design, part: &mut Part) {
    let Some(vpc) = part.container.as_ref().map(|container| design.vpc_of(container).unwrap_or(container)) else {
        return;
    };
    match &mut part.settings {
        PartSettings::Az(az) if zones(design, vpc).contains(&&*az.zone) => {
            az.zone = free_zone(design, vpc).unwrap_or_else(|| az.zone.clone());
        }
        PartSettings::Subnet(subnet) => {
            let Some(own) = Cidr::parse(&subnet.cidr) else { return };
            let is_taken = free_range(&subnet.cidr, own.prefix, &subnet_ranges(design, vpc)).is_none();
            if let Some(range) = free_subnet_range(design, vpc).filter(|_| is_taken) {
                subnet.cidr = range;
            }
        }
        _ => {}
    }
}

/// Gives a copied part that spans zones, and has lost its subnets on the way, those it would have had as a new one.
pub(crate) fn fill_subnets(design: &Design, layout: &Layout, id: &PartId, part: &mut Part) {
    let kind = part.kind();
    let vpc = design.vpc_of(id);
    if let Some(subnets) = part.subnets_mut() {
        subnets.retain(|subnet| design.vpc_of(subnet) == vpc);
        if subnets.is_empty() {
            *subnets = suitable_subnets(design, layout, vpc, kind);
        }
    }
}

fn free_region(design: &Design) -> &'static str {
    let is_taken = |code: &str| {
        design.parts.values().any(|part| matches!(&part.settings, PartSettings::Region(region) if region.code == code))
    };
    REGIONS.into_iter().find(|code| !is_taken(code)).unwrap_or(REGIONS[0])
}

fn vpc_range(part: &Part) -> Option<&str> {
    match &part.settings {
        PartSettings::Vpc(vpc) => Some(&vpc.cidr),
        _ => None,
    }
}

/// Letters of the zones that a Region gives to its customers.
fn letters(region: &str) -> &'static str {
    match region {
        "us-east-1" => "abcdef",
        "us-west-2" | "ap-northeast-2" => "abcd",
        "ap-northeast-1" => "acd",
        _ => "abc",
    }
}

fn free_zone(design: &Design, vpc: &PartId) -> Option<String> {
    let region = design.region_code(vpc)?;
    let taken = zones(design, vpc);
    letters(region).chars().map(|letter| format!("{region}{letter}")).find(|zone| !taken.contains(&zone.as_str()))
}

/// The zones that a VPC has boxes of.
fn zones<'a>(design: &'a Design, vpc: &'a PartId) -> Vec<&'a str> {
    let name = |part: &'a Part| match &part.settings {
        PartSettings::Az(az) => Some(az.zone.as_str()),
        _ => None,
    };
    design.children(Some(vpc)).filter_map(|(_, part)| name(part)).collect()
}

fn free_subnet_range(design: &Design, vpc: &PartId) -> Option<String> {
    let whole = design.parts.get(vpc).and_then(vpc_range)?;
    free_range(whole, 24, &subnet_ranges(design, vpc))
}

/// The address ranges of a VPC's subnets.
fn subnet_ranges<'a>(design: &'a Design, vpc: &'a PartId) -> Vec<&'a str> {
    let range = |part: &'a Part| match &part.settings {
        PartSettings::Subnet(subnet) => Some(subnet.cidr.as_str()),
        _ => None,
    };
    let within = design.parts.iter().filter(|(id, _)| design.vpc_of(id) == Some(vpc));
    within.filter_map(|(_, part)| range(part)).collect()
}

fn nearest_database(design: &Design, layout: &Layout, vpc: &PartId, at: Point) -> Option<PartId> {
    design
        .children(Some(vpc))
        .filter(|(_, part)| part.kind() == Kind::Rds)
        .filter_map(|(id, _)| Some((layout.rect(id)?.distance(at), id)))
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, id)| id.clone())
}

/// Whether a VPC's main route table leads anywhere, so that a private subnet needs one of its own.
fn has_main_routes(design: &Design, vpc: Option<&PartId>) -> bool {
    matches!(vpc.and_then(|vpc| design.parts.get(vpc)).map(|part| &part.settings),
        Some(PartSettings::Vpc(vpc)) if !vpc.main_routes.is_empty())
}

/// One subnet of each zone: a public one for a load balancer, a private one for the others. Among several, one that
/// parts of the same kind use already, else one that no other kind uses; a database or cache prefers the lower, others the upper.
fn suitable_subnets(design: &Design, layout: &Layout, vpc: Option<&PartId>, kind: Kind) -> Vec<PartId> {
    let Some(vpc) = vpc else { return Vec::new() };
    let mut best: BTreeMap<PartId, ((bool, usize, i64), PartId)> = BTreeMap::new();
    for (id, part) in &design.parts {
        let PartSettings::Subnet(_) = &part.settings else { continue };
        let Some(zone) = part.container.as_ref().filter(|_| design.vpc_of(id) == Some(vpc)) else { continue };
        let unsuitable = design.is_public_subnet(id) != matches!(kind, Kind::Alb | Kind::Nlb);
        let others = design.parts.values().filter(|part| part.kind() != kind && part.subnets().contains(id)).count();
        let own = design.parts.values().any(|part| part.kind() == kind && part.subnets().contains(id));
        let height = layout.rect(id).map_or(0, |rect| rect.y as i64);
        let order = if matches!(kind, Kind::Rds | Kind::Elasticache) { -height } else { height };
        let rank = (unsuitable, if own { 0 } else { others + 1 }, order);
        match best.get(zone) {
            Some((other, _)) if *other <= rank => {}
            _ => {
                best.insert(zone.clone(), (rank, id.clone()));
            }
        }
    }
    best.into_values().map(|(_, id)| id).collect()
}
