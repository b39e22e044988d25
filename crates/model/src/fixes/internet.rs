//! Ways to the internet and from it: routes, gateways, network ACLs.

use super::lists::{public_subnets, settled};
use super::values::turn;
use super::{Fix, FixKind};
use crate::parts::{LaunchNeeds, NatGateway, NetworkAcl, RouteTarget, Subnet};
use crate::setting::SettingKey;
use crate::{Design, Edit, Kind, Part, PartId, PartSettings};

const DEFAULT_ROUTE: &str = "0.0.0.0/0";

fn subnet<'a>(design: &'a Design, id: &PartId) -> Option<(&'a Part, &'a Subnet)> {
    let part = design.parts.get(id)?;
    match &part.settings {
        PartSettings::Subnet(subnet) => Some((part, subnet)),
        _ => None,
    }
}

/// The edit that leads a subnet's way to the internet elsewhere.
fn route(design: &Design, id: &PartId, target: RouteTarget) -> Option<Edit> {
    let (part, _) = subnet(design, id)?;
    Some(settled(id, part, |settings| {
        if let PartSettings::Subnet(subnet) = settings {
            subnet.routes.insert(DEFAULT_ROUTE.into(), target);
        }
    }))
}

/// The edit that attaches a gateway to the VPC around a part, unless it has one.
fn gateway(design: &Design, id: &PartId) -> Option<Edit> {
    let own = design.parts.get_key_value(id).filter(|(_, part)| part.kind() == Kind::Vpc);
    let (vpc, part) = own.or_else(|| design.enclosing(id, Kind::Vpc))?;
    match &part.settings {
        PartSettings::Vpc(settings) if !settings.internet_gateway => Some(settled(vpc, part, |settings| {
            if let PartSettings::Vpc(vpc) = settings {
                vpc.internet_gateway = true;
            }
        })),
        _ => None,
    }
}

/// Attaches an internet gateway to the VPC around a subnet.
pub(super) fn attach_gateway(design: &Design, id: &PartId) -> Option<Fix> {
    Some(Fix { kind: FixKind::AttachInternetGateway, edit: gateway(design, id)? })
}

/// Leads a subnet to the internet gateway, which is attached where it is not.
pub(super) fn add_route(design: &Design, id: &PartId) -> Option<Fix> {
    subnet(design, id)?;
    if design.is_public_subnet(id) {
        return attach_gateway(design, id);
    }
    let route = route(design, id, RouteTarget::InternetGateway)?;
    let edits = gateway(design, id).into_iter().chain([route]).collect();
    Some(Fix { kind: FixKind::AddInternetRoute(id.clone()), edit: Edit::Batch(edits) })
}

/// Public subnets for what spans zones, or else a route for the subnet that it is in.
pub(super) fn make_public(design: &Design, id: &PartId, part: &Part, named: &PartId) -> Option<Fix> {
    subnet(design, named)?;
    if part.kind().spans_subnets()
        && !design.is_public_subnet(named)
        && let Some(fix) = public_subnets(design, id, part)
    {
        return Some(fix);
    }
    add_route(design, named)
}

/// A NAT gateway for a subnet: that of its zone, one of the whole VPC, or a new one in the zone's public subnet.
fn nat_for(design: &Design, id: &PartId, but: Option<&PartId>) -> Option<(PartId, Vec<Edit>)> {
    let own = design.parts.get_key_value(id).filter(|(_, part)| part.kind() == Kind::Vpc);
    let (vpc, zone) = (own.map(|(vpc, _)| vpc).or_else(|| design.vpc_of(id))?, design.zone_name(id));
    let nats = design
        .parts
        .iter()
        .filter(|(nat, part)| part.kind() == Kind::NatGateway && design.vpc_of(nat) == Some(vpc) && Some(*nat) != but);
    let near = nats.into_iter().find(|(nat, part)| {
        let is_regional = part.container.as_ref() == Some(vpc);
        // A main route table is for every zone.
        is_regional || ((own.is_some() || design.zone_name(nat) == zone) && is_in_public(design, part))
    });
    if let Some((nat, _)) = near {
        return Some((nat.clone(), Vec::new()));
    }
    let public = design.parts.iter().find(|(other, _)| {
        design.is_public_subnet(other)
            && design.vpc_of(other) == Some(vpc)
            && (own.is_some() || design.zone_name(other) == zone)
    })?;
    let (nat, part) =
        super::certificates::new_part(design, PartSettings::NatGateway(NatGateway::default()), Some(public.0));
    Some((nat.clone(), vec![Edit::Part { id: nat, to: Some(Box::new(part)) }]))
}

fn is_in_public(design: &Design, part: &Part) -> bool {
    part.container.as_ref().is_some_and(|container| design.is_public_subnet(container))
}

/// Leads the routes of a table that go to one target to a NAT gateway.
fn lead(settings: &mut PartSettings, from: &RouteTarget, to: &PartId) {
    let routes = match settings {
        PartSettings::Subnet(subnet) => &mut subnet.routes,
        PartSettings::Vpc(vpc) => &mut vpc.main_routes,
        _ => return,
    };
    for target in routes.values_mut().filter(|target| *target == from) {
        *target = RouteTarget::NatGateway(to.clone());
    }
}

/// Leads a subnet through a NAT gateway that is there.
pub(super) fn replace_nat(design: &Design, id: &PartId, missing: &PartId) -> Option<Fix> {
    let (nat, mut edits) = nat_for(design, id, Some(missing))?;
    edits.push(settled(id, design.parts.get(id)?, |settings| {
        lead(settings, &RouteTarget::NatGateway(missing.clone()), &nat);
    }));
    Some(Fix { kind: FixKind::RouteThroughNat(nat), edit: Edit::Batch(edits) })
}

/// A NAT gateway in each zone whose subnets use this one, and their routes to it.
pub(super) fn nat_per_zone(design: &Design, nat: &PartId) -> Option<Fix> {
    let own_zone = design.zone_name(nat);
    let target = RouteTarget::NatGateway(nat.clone());
    let mut mended = design.clone();
    let mut edits = Vec::new();
    for (id, part) in &design.parts {
        let Some(routes) = design.routes_of(id).filter(|routes| routes.values().any(|other| *other == target)) else {
            continue;
        };
        if design.zone_name(id) == own_zone {
            continue;
        }
        // Those made for earlier subnets are there already.
        let (near, mut steps) = nat_for(&mended, id, Some(nat))?;
        steps.push(settled(id, part, |settings| {
            if let PartSettings::Subnet(subnet) = settings {
                // One that used the main route table gets one of its own.
                subnet.routes.clone_from(routes);
            }
            lead(settings, &target, &near);
        }));
        for step in &steps {
            mended.apply(step.clone()).ok()?;
        }
        edits.extend(steps);
    }
    Some(Fix { kind: FixKind::NatPerZone, edit: Edit::Batch(edits) })
}

/// A way for what new instances in a subnet ask for.
pub(super) fn way_out(design: &Design, id: &PartId, part: &Part, named: &PartId) -> Option<Fix> {
    let needs = match &part.settings {
        PartSettings::Asg(asg) => asg.application.launch_needs,
        PartSettings::Ec2(ec2) => ec2.application.launch_needs,
        _ => return None,
    };
    let (_, settings) = subnet(design, named)?;
    let is_public = design.is_public_subnet(named);
    if needs == LaunchNeeds::S3 {
        return turn(design, design.vpc_of(id)?, SettingKey::S3Endpoint, true);
    }
    if is_public {
        return match settings.map_public_ip {
            true => attach_gateway(design, named),
            false => turn(design, named, SettingKey::MapPublicIp, true),
        };
    }
    let (nat, mut edits) = nat_for(design, named, None)?;
    edits.push(route(design, named, RouteTarget::NatGateway(nat.clone()))?);
    Some(Fix { kind: FixKind::RouteThroughNat(nat), edit: Edit::Batch(edits) })
}

/// The network ACL that every VPC begins with.
pub(super) fn default_acl(design: &Design, id: &PartId) -> Option<Fix> {
    let (part, _) = subnet(design, id)?;
    let edit = settled(id, part, |settings| {
        if let PartSettings::Subnet(subnet) = settings {
            subnet.network_acl = NetworkAcl::default();
        }
    });
    Some(Fix { kind: FixKind::DefaultAcl(id.clone()), edit })
}
