//! The network: where members are, how long a packet takes between them, and which packets are dropped.
//!
//! Compiled from the design once; a fault changes it through layers, so that overlapping faults end independently.

use ninepins_model::security::{self, ANYWHERE};
use ninepins_model::{Design, Kind, PartId, PartSettings, effective_rules};
use ninepins_report::{Because, Cause, CauseKind, PartIndex};

use crate::cause::cause;
use crate::kernel::Span;

/// Where a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The subnet's part.
    pub(crate) subnet: PartIndex,
    /// Index of the zone in [`Network::zones`].
    pub(crate) zone: u16,
    /// The Region's part.
    pub(crate) region: PartIndex,
    /// Whether the subnet routes to an attached internet gateway (VPC-03).
    pub(crate) public: bool,
}

/// A zone, by name: its boxes in every VPC share one fate.
#[derive(Clone, Debug)]
pub(crate) struct Zone {
    /// AWS's name.
    pub(crate) name: String,
    /// Its first box.
    pub(crate) part: PartIndex,
    /// Events that keep it without power.
    pub(crate) outages: Vec<u32>,
}

/// An inbound rule in force, and the events that removed it.
#[derive(Clone, Debug)]
struct Rule {
    rule: ninepins_model::SecurityRule,
    removals: Vec<u32>,
}

/// Round trips of a Region.
#[derive(Clone, Copy, Debug)]
struct RegionDelays {
    same_zone: Span,
    cross_zone: Span,
}

/// The network of a design.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    /// Zones by index.
    pub(crate) zones: Vec<Zone>,
    places: Vec<Option<Place>>,
    delays: Vec<Option<RegionDelays>>,
    rules: Vec<Vec<Rule>>,
    ids: Vec<PartId>,
    groups: Vec<Vec<String>>,
    ports: Vec<u16>,
}

/// Round trip between two Regions when a design wires across them (LAT-04, the middle of the published table).
const BETWEEN_REGIONS: Span = Span::from_ms(70);

impl Network {
    /// The network of this design.
    pub(crate) fn new(design: &Design) -> Self {
        let ids: Vec<PartId> = design.parts.keys().cloned().collect();
        let zones = zones(design);
        let places = ids.iter().map(|id| place(design, &ids, &zones, id)).collect();
        let delays = design
            .parts
            .values()
            .map(|part| match &part.settings {
                PartSettings::Region(region) => Some(RegionDelays {
                    same_zone: Span::from_s_f64(region.same_zone_rtt_ms / 1e3),
                    cross_zone: Span::from_s_f64(region.cross_zone_rtt_ms / 1e3),
                }),
                _ => None,
            })
            .collect();
        let rules = ids
            .iter()
            .map(|id| effective_rules(design, id).into_iter().map(|rule| Rule { rule, removals: Vec::new() }).collect())
            .collect();
        let groups = design.parts.values().map(|part| part.security_groups().to_vec()).collect();
        let ports = design
            .parts
            .values()
            .map(|part| security::listening_port(part.kind(), part.certificate().is_some()))
            .collect();
        Network { zones, places, delays, rules, ids, groups, ports }
    }

    /// The index of a part.
    pub(crate) fn index_of(&self, id: &PartId) -> Option<PartIndex> {
        self.ids.binary_search(id).ok().map(|index| index as PartIndex)
    }

    /// Where the members in this subnet, or the part in a subnet, are.
    pub(crate) fn place(&self, part: PartIndex) -> Option<Place> {
        self.places.get(usize::from(part)).copied().flatten()
    }

    /// One-way delay between two places.
    #[inline]
    pub(crate) fn one_way(&self, from: Place, to: Place) -> Span {
        self.round_trip(from, to) / 2
    }

    /// Round trip between two places.
    #[inline]
    pub(crate) fn round_trip(&self, from: Place, to: Place) -> Span {
        if from.region != to.region {
            return BETWEEN_REGIONS;
        }
        match self.delays[usize::from(from.region)] {
            Some(delays) if from.zone == to.zone => delays.same_zone,
            Some(delays) => delays.cross_zone,
            None => Span::ZERO,
        }
    }

    /// Why a zone has no power, if it has none.
    #[inline]
    pub(crate) fn outage(&self, zone: u16) -> Option<Because> {
        self.zones[usize::from(zone)].outages.first().map(|event| Because::Event(*event))
    }

    /// Why packets of new connections from one part to another are dropped, if they are. `None` as client is the internet.
    pub(crate) fn dropped(&self, client: Option<PartIndex>, target: PartIndex) -> Option<Because> {
        let port = self.ports[usize::from(target)];
        let mut removed_by = None;
        for rule in &self.rules[usize::from(target)] {
            let admits = match client {
                Some(client) => {
                    let client = usize::from(client);
                    security::admits(&rule.rule, &self.ids[client], &self.groups[client], port)
                }
                None => rule.rule.port == port && rule.rule.from == ANYWHERE,
            };
            match (admits, rule.removals.first()) {
                (true, None) => return None,
                (true, Some(event)) => removed_by = Some(*event),
                (false, _) => {}
            }
        }
        Some(removed_by.map_or(Because::Configuration, Because::Event))
    }

    /// The way from a place to the internet and what it adds to a packet's way; its subnet must lead there (VPC-03).
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn egress(&self, from: Place) -> Result<Span, Cause> {
        if from.public {
            Ok(Span::ZERO)
        } else {
            Err(cause(CauseKind::NoInternetPath, from.subnet, Because::Configuration))
        }
    }

    /// Removes the rules of a part that admit `from`, or ends such a removal. Returns how many rules it concerns.
    pub(crate) fn set_rule_removal(&mut self, part: PartIndex, from: &str, event: u32, removed: bool) -> u32 {
        let mut concerned = 0;
        for rule in self.rules[usize::from(part)].iter_mut().filter(|rule| rule.rule.from == from) {
            concerned += 1;
            rule.removals.retain(|layer| *layer != event);
            if removed {
                rule.removals.push(event);
            }
        }
        concerned
    }
}

fn zones(design: &Design) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    for (index, part) in design.parts.values().enumerate() {
        if let PartSettings::Az(az) = &part.settings
            && !zones.iter().any(|zone| zone.name == az.zone)
        {
            zones.push(Zone { name: az.zone.clone(), part: index as PartIndex, outages: Vec::new() });
        }
    }
    zones
}

fn place(design: &Design, ids: &[PartId], zones: &[Zone], id: &PartId) -> Option<Place> {
    let index_of = |id: &PartId| ids.binary_search(id).ok().map(|index| index as PartIndex);
    let (subnet_id, subnet) = match design.parts.get_key_value(id) {
        Some((id, part)) if part.kind() == Kind::Subnet => (id, part),
        _ => design.enclosing(id, Kind::Subnet)?,
    };
    let zone_name = design.zone_name(subnet_id)?;
    let zone = zones.iter().position(|zone| zone.name == zone_name)?;
    let (region_id, _) = design.enclosing(subnet_id, Kind::Region)?;
    let gateway = matches!(design.enclosing(subnet_id, Kind::Vpc).map(|(_, part)| &part.settings),
        Some(PartSettings::Vpc(vpc)) if vpc.internet_gateway);
    let routed = matches!(&subnet.settings, PartSettings::Subnet(subnet) if subnet.is_public());
    Some(Place {
        subnet: index_of(subnet_id)?,
        zone: zone as u16,
        region: index_of(region_id)?,
        public: gateway && routed,
    })
}
