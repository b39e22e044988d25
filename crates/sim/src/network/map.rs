//! What the design says of the network, compiled: ids to indices, texts to numbers.

use ninepins_macros::rare;
use ninepins_model::parts::{AclRule, RouteTarget};
use ninepins_model::security::{self, ANYWHERE, OutboundRule};
use ninepins_model::{Cidr, Design, Kind, PartId, PartSettings, SecurityRule, effective_rules, put_in_order};
use ninepins_report::PartIndex;

use super::{Place, RegionDelays, Zone};
use crate::kernel::Span;

/// The network as it was drawn.
#[derive(Debug)]
pub(super) struct Map {
    pub(super) ids: Vec<PartId>,
    pub(super) kinds: Vec<Kind>,
    /// The zone that a box stands for.
    pub(super) zones: Vec<Option<u16>>,
    pub(super) places: Vec<Option<Place>>,
    /// The Region that each part lies in.
    pub(super) regions: Vec<Option<PartIndex>>,
    pub(super) delays: Vec<Option<RegionDelays>>,
    pub(super) subnets: Vec<Option<Subnet>>,
    pub(super) guards: Vec<Guard>,
    /// NAT gateways, with their place if they are zonal.
    pub(super) nats: Vec<(PartIndex, Option<Place>)>,
    /// Whether some subnet has a network ACL of its own.
    pub(super) has_acls: bool,
}

/// A subnet.
#[derive(Debug)]
pub(super) struct Subnet {
    /// The VPC's part.
    pub(super) vpc: PartIndex,
    pub(super) range: Option<Cidr>,
    /// Whether its route table is the VPC's main one (VPC-05).
    pub(super) uses_main_table: bool,
    /// Beyond the local route; the longest prefixes first (VPC-04).
    pub(super) routes: Vec<Route>,
    /// In the order of their numbers.
    pub(super) inbound: Vec<AclRule>,
    pub(super) outbound: Vec<AclRule>,
    pub(super) has_s3_endpoint: bool,
}

/// A route.
#[derive(Debug)]
pub(super) struct Route {
    pub(super) destination: Cidr,
    pub(super) text: String,
    pub(super) target: Target,
}

/// Where a route leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    InternetGateway,
    /// Index of the NAT gateway.
    Nat(u16),
    /// What is not there: a blackhole.
    Nothing,
}

/// The security groups of a part, as one list (VPC-18).
#[derive(Debug)]
pub(super) struct Guard {
    /// The port it listens on.
    pub(super) port: u16,
    /// Whether it opens connections from the larger range of ports (VPC-25).
    pub(super) is_proxy: bool,
    pub(super) inbound: Vec<GuardRule>,
    pub(super) outbound: Vec<GuardRule>,
    /// The names of its groups.
    groups: Vec<String>,
}

/// A rule of a security group.
#[derive(Debug)]
pub(super) struct GuardRule {
    /// Whom it names.
    pub(super) named: String,
    /// The same as a part, if it is one.
    pub(super) part: Option<PartIndex>,
    /// The same as a range, if it is one.
    pub(super) range: Option<Cidr>,
    pub(super) port: u16,
}

#[rare]
impl Map {
    pub(super) fn new(design: &Design, ids: Vec<PartId>, zones: &[Zone]) -> Self {
        let nat_parts: Vec<usize> = kinds(design, Kind::NatGateway);
        let places: Vec<Option<Place>> = ids.iter().map(|id| place(design, &ids, zones, id)).collect();
        let nats = nat_parts.iter().map(|index| (*index as PartIndex, places[*index])).collect();
        let nat_ids: Vec<&PartId> = nat_parts.iter().map(|index| &ids[*index]).collect();
        let subnets: Vec<Option<Subnet>> = ids.iter().map(|id| subnet(design, &ids, &nat_ids, id)).collect();
        let is_open = |rules: &[AclRule]| matches!(rules, [rule] if rule.allow && rule.matches(0, 0) && rule.matches(u32::MAX, u16::MAX));
        let has_acls = subnets.iter().flatten().any(|subnet| !is_open(&subnet.inbound) || !is_open(&subnet.outbound));
        let delays = design.parts.values().map(|part| match &part.settings {
            PartSettings::Region(region) => Some(RegionDelays {
                code: region.code.clone(),
                same_zone: Span::from_s_f64(region.same_zone_rtt_ms / 1e3),
                cross_zone: Span::from_s_f64(region.cross_zone_rtt_ms / 1e3),
                other_region: Span::from_s_f64(region.other_region_rtt_ms / 1e3),
            }),
            _ => None,
        });
        let delays = delays.collect();
        let guards = ids.iter().map(|id| guard(design, &ids, id)).collect();
        let kinds = design.parts.values().map(ninepins_model::Part::kind).collect();
        let zones = design.parts.values().map(|part| match &part.settings {
            PartSettings::Az(az) => zones.iter().position(|zone| zone.name == az.zone).map(|zone| zone as u16),
            _ => None,
        });
        let zones = zones.collect();
        let regions = ids.iter().map(|id| index(&ids, design.enclosing(id, Kind::Region)?.0)).collect();
        Map { ids, kinds, zones, regions, places, delays, subnets, guards, nats, has_acls }
    }

    pub(super) fn index_of(&self, id: &PartId) -> Option<PartIndex> {
        index(&self.ids, id)
    }

    pub(super) fn subnet(&self, place: Place) -> Option<&Subnet> {
        self.subnets[usize::from(place.subnet)].as_ref()
    }

    /// Whether a rule names this member.
    pub(super) fn names(&self, rule: &GuardRule, member: Place) -> bool {
        match rule.range {
            Some(range) => range.prefix == 0 || range.contains(member.address),
            None => {
                rule.part == Some(member.part) || self.guards[usize::from(member.part)].groups.contains(&rule.named)
            }
        }
    }
}

#[rare]
fn index(ids: &[PartId], id: &PartId) -> Option<PartIndex> {
    ids.binary_search(id).ok().map(|index| index as PartIndex)
}

#[rare]
fn kinds(design: &Design, kind: Kind) -> Vec<usize> {
    design.parts.values().enumerate().filter(|(_, part)| part.kind() == kind).map(|(index, _)| index).collect()
}

#[rare]
fn guard(design: &Design, ids: &[PartId], id: &PartId) -> Guard {
    let (port, is_proxy, groups) = match design.parts.get(id) {
        Some(part) => {
            let port = security::listening_port(part.kind(), part.certificate().is_some());
            (port, part.kind() == Kind::Alb, part.security_groups().to_vec())
        }
        None => (0, false, Vec::new()),
    };
    let rule = |named: String, port| {
        let part = ids.iter().position(|id| id.as_str() == named).map(|part| part as PartIndex);
        GuardRule { range: Cidr::parse(&named), named, part, port }
    };
    Guard {
        port,
        is_proxy,
        inbound: effective_rules(design, id).into_iter().map(|SecurityRule { from, port }| rule(from, port)).collect(),
        outbound: security::effective_outbound(design, id)
            .into_iter()
            .map(|OutboundRule { to, port }| rule(to, port))
            .collect(),
        groups,
    }
}

#[rare]
fn subnet(design: &Design, ids: &[PartId], nats: &[&PartId], id: &PartId) -> Option<Subnet> {
    let PartSettings::Subnet(settings) = &design.parts.get(id)?.settings else { return None };
    let (vpc_id, vpc) = design.enclosing(id, Kind::Vpc)?;
    let PartSettings::Vpc(vpc) = &vpc.settings else { return None };
    let mut routes: Vec<Route> = design
        .routes_of(id)?
        .iter()
        .filter_map(|(text, target)| {
            let destination = Cidr::parse(text)?;
            let target = match target {
                RouteTarget::InternetGateway if vpc.internet_gateway => Target::InternetGateway,
                RouteTarget::InternetGateway => Target::Nothing,
                RouteTarget::NatGateway(nat) => {
                    let found = nats.binary_search(&nat).ok().filter(|_| design.vpc_of(nat) == Some(vpc_id));
                    found.map_or(Target::Nothing, |nat| Target::Nat(nat as u16))
                }
            };
            Some(Route { destination, text: text.clone(), target })
        })
        .collect();
    put_in_order(&mut routes, |one, other| one.destination.prefix > other.destination.prefix);
    let ordered = |rules: &[AclRule]| {
        let mut rules = rules.to_vec();
        put_in_order(&mut rules, |one, other| one.number < other.number);
        rules
    };
    Some(Subnet {
        vpc: index(ids, vpc_id)?,
        range: Cidr::parse(&settings.cidr),
        uses_main_table: !settings.has_own_table(),
        routes,
        inbound: ordered(&settings.network_acl.inbound),
        outbound: ordered(&settings.network_acl.outbound),
        has_s3_endpoint: vpc.s3_endpoint,
    })
}

#[rare]
fn place(design: &Design, ids: &[PartId], zones: &[Zone], id: &PartId) -> Option<Place> {
    let subnet_id = match design.parts.get_key_value(id) {
        Some((id, part)) if part.kind() == Kind::Subnet => id,
        _ => design.enclosing(id, Kind::Subnet)?.0,
    };
    let zone_name = design.zone_name(subnet_id)?;
    let zone = zones.iter().position(|zone| zone.name == zone_name)?;
    let (region_id, _) = design.enclosing(subnet_id, Kind::Region)?;
    design.enclosing(subnet_id, Kind::Vpc)?;
    Some(Place {
        part: index(ids, id)?,
        subnet: index(ids, subnet_id)?,
        zone: zone as u16,
        region: index(ids, region_id)?,
        address: 0,
        has_public_address: matches!(&design.parts.get(subnet_id)?.settings,
            PartSettings::Subnet(subnet) if subnet.map_public_ip),
    })
}

#[rare]
impl GuardRule {
    /// Whether it names this part.
    pub(super) fn is_for_part(&self, part: PartIndex) -> bool {
        self.part == Some(part)
    }

    /// Whether anyone on the internet is meant.
    pub(super) fn is_anywhere(&self) -> bool {
        self.named == ANYWHERE
    }
}
