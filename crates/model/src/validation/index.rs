//! What belongs to what, found once for all checks: each looks at the wires of its own part instead of through all of them.

use std::cell::OnceCell;

use super::cost::Shares;
use super::network::range;
use super::records::Records;
use crate::parts::{RouteTarget, Subnet, Users};
use crate::{Cidr, Design, Kind, PartId, PartSettings, Wire, WireId};

/// A wire with its id.
pub(super) type Link<'a> = (&'a WireId, &'a Wire);

/// A design and where to find things in it. What is kept for each part is in the order of their ids.
pub(super) struct Index<'a> {
    pub(super) design: &'a Design,
    /// Also those that wires lead to or from and that are not there.
    parts: Vec<&'a PartId>,
    beside: Vec<Beside<'a>>,
    /// What belongs to no part.
    outside: Beside<'a>,
    counts: Vec<(Kind, usize)>,
    /// The sources of traffic, in the order of their ids.
    pub(super) users: Vec<(&'a PartId, &'a Users)>,
    /// Every zone name in use.
    pub(super) zones: Vec<String>,
    /// Boxes of a zone whose container has an earlier one of it, in the order of their ids.
    twins: Vec<&'a PartId>,
    /// Subnets whose range shares addresses with an earlier one's of their VPC, with that.
    overlaps: Vec<(&'a PartId, &'a PartId)>,
    pub(super) records: Records<'a>,
    /// How the only load balancer shares its requests out.
    pub(super) shares: OnceCell<Shares>,
}

/// What belongs to a part.
#[derive(Default)]
pub(super) struct Beside<'a> {
    /// Wires that lead to it, in the order of their ids.
    pub(super) into: Vec<Link<'a>>,
    /// Wires that lead away from it, in the order of their ids.
    pub(super) out: Vec<Link<'a>>,
    /// Wires to a cache whose clients have an earlier wire to a cache.
    pub(super) asked_second: Vec<&'a WireId>,
    /// Subnets whose routes lead to it, a NAT gateway.
    pub(super) routed: Vec<&'a PartId>,
    /// NAT gateways anywhere in it, a zone.
    pub(super) nat_gateways: usize,
    /// VPCs right in it, a Region.
    pub(super) vpcs: usize,
    /// Read replicas of it.
    pub(super) replicas: usize,
    /// Zones right in it, by their container, which may be one that is not there, and their names.
    zones: Vec<(Option<&'a PartId>, &'a str)>,
    /// Ranges of the subnets anywhere in it, a VPC.
    ranges: Vec<(Cidr, &'a PartId)>,
}

static NOTHING: Beside<'static> = Beside {
    into: Vec::new(),
    out: Vec::new(),
    asked_second: Vec::new(),
    routed: Vec::new(),
    nat_gateways: 0,
    vpcs: 0,
    replicas: 0,
    zones: Vec::new(),
    ranges: Vec::new(),
};

impl<'a> Index<'a> {
    pub(super) fn of(design: &'a Design) -> Self {
        let mut parts: Vec<&PartId> = design.parts.keys().collect();
        for end in design.wires.values().flat_map(|wire| [&wire.from, &wire.to]) {
            if let Err(place) = parts.binary_search(&end) {
                parts.insert(place, end);
            }
        }
        let mut index = Index {
            design,
            beside: parts.iter().map(|_| Beside::default()).collect(),
            parts,
            counts: Vec::new(),
            users: Vec::new(),
            zones: design.zones(),
            twins: Vec::new(),
            overlaps: Vec::new(),
            outside: Beside::default(),
            records: Records::of(design),
            shares: OnceCell::new(),
        };
        for (id, wire) in &design.wires {
            if let Some(beside) = index.beside_mut(&wire.from) {
                beside.out.push((id, wire));
            }
            if let Some(beside) = index.beside_mut(&wire.to) {
                beside.into.push((id, wire));
            }
        }
        for id in design.parts.keys() {
            index.add_part(id);
        }
        index.add_second_caches();
        index
    }

    fn add_part(&mut self, id: &'a PartId) {
        let design = self.design;
        let Some(part) = design.parts.get(id) else { return };
        match self.counts.iter_mut().find(|(kind, _)| *kind == part.kind()) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((part.kind(), 1)),
        }
        match &part.settings {
            PartSettings::Users(users) => self.users.push((id, users)),
            PartSettings::ReadReplica(replica) => {
                if let Some(source) = replica.replica_of.as_ref().and_then(|source| self.beside_mut(source)) {
                    source.replicas += 1;
                }
            }
            PartSettings::Vpc(_) => {
                if let Some(container) = part.container.as_ref().and_then(|container| self.beside_mut(container)) {
                    container.vpcs += 1;
                }
            }
            PartSettings::NatGateway(_) => {
                for (zone, _) in design.ancestors(id).filter(|(_, part)| part.kind() == Kind::Az) {
                    if let Some(zone) = self.beside_mut(zone) {
                        zone.nat_gateways += 1;
                    }
                }
            }
            PartSettings::Az(az) => {
                let zone = (part.container.as_ref(), az.zone.as_str());
                let zones = &mut self.beside_or_outside(zone.0).zones;
                match zones.contains(&zone) {
                    true => self.twins.push(id),
                    false => zones.push(zone),
                }
            }
            PartSettings::Subnet(subnet) => self.add_subnet(id, subnet),
            _ => {}
        }
    }

    fn add_subnet(&mut self, id: &'a PartId, subnet: &'a Subnet) {
        let design = self.design;
        if let Some(own) = range(&subnet.cidr) {
            let ranges = &mut self.beside_or_outside(design.vpc_of(id)).ranges;
            let earlier = ranges.iter().find(|(other, _)| other.overlaps(own)).map(|(_, other)| *other);
            ranges.push((own, id));
            self.overlaps.extend(earlier.map(|earlier| (id, earlier)));
        }
        for target in design.routes_of(id).into_iter().flat_map(|routes| routes.values()) {
            if let RouteTarget::NatGateway(nat) = target
                && let Some(nat) = self.beside_mut(nat)
            {
                nat.routed.push(id);
            }
        }
    }

    /// A part asks the cache of its first wire; those of its others are never asked.
    fn add_second_caches(&mut self) {
        let design = self.design;
        let mut has_cache = vec![false; self.parts.len()];
        for (id, wire) in &design.wires {
            let Some(client) = self.place(&wire.from) else { continue };
            if self.kind(&wire.to) == Some(Kind::Elasticache)
                && super::elasticache::is_client(design, wire)
                && std::mem::replace(&mut has_cache[client], true)
                && let Some(cache) = self.beside_mut(&wire.to)
            {
                cache.asked_second.push(id);
            }
        }
    }

    /// The place of a part among all.
    pub(super) fn place(&self, id: &PartId) -> Option<usize> {
        self.parts.binary_search(&id).ok()
    }

    fn beside_mut(&mut self, id: &PartId) -> Option<&mut Beside<'a>> {
        self.place(id).map(|place| &mut self.beside[place])
    }

    /// What belongs to a container, or to the open canvas.
    fn beside_or_outside(&mut self, container: Option<&PartId>) -> &mut Beside<'a> {
        match container.and_then(|container| self.place(container)) {
            Some(place) => &mut self.beside[place],
            None => &mut self.outside,
        }
    }

    /// What belongs to a part.
    pub(super) fn beside(&self, id: &PartId) -> &Beside<'a> {
        self.place(id).map_or(&NOTHING, |place| &self.beside[place])
    }

    /// Wires that lead to a part, in the order of their ids.
    pub(super) fn wires_to(&self, id: &PartId) -> &[Link<'a>] {
        &self.beside(id).into
    }

    /// Wires that lead away from a part, in the order of their ids.
    pub(super) fn wires_from(&self, id: &PartId) -> &[Link<'a>] {
        &self.beside(id).out
    }

    /// Whether a part is a zone whose container has an earlier one of its name.
    pub(super) fn is_twin(&self, id: &PartId) -> bool {
        self.twins.binary_search(&id).is_ok()
    }

    /// The first subnet of its VPC that shares addresses with a subnet's range and comes before it.
    pub(super) fn overlapped(&self, id: &PartId) -> Option<&'a PartId> {
        let at = self.overlaps.binary_search_by(|(subnet, _)| (*subnet).cmp(id)).ok()?;
        Some(self.overlaps[at].1)
    }

    /// How many parts of a kind there are.
    pub(super) fn count(&self, kind: Kind) -> usize {
        self.counts.iter().find(|(counted, _)| *counted == kind).map_or(0, |(_, count)| *count)
    }

    pub(super) fn kind(&self, id: &PartId) -> Option<Kind> {
        self.design.parts.get(id).map(crate::Part::kind)
    }
}
