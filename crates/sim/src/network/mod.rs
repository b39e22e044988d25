//! The network: where members are, how long a packet takes between them, and which packets are dropped.
//!
//! What the design says is compiled once ([`map`]); events change it through layers ([`layers`]), so that overlapping
//! faults end independently. Every part asks the same two questions ([`verdict`]): does a new connection come about, and
//! does an established one still carry packets?

use std::cell::RefCell;
use std::rc::Rc;

use ninepins_model::{Design, PartId, PartSettings, fact};
use ninepins_report::{Because, PartIndex};

use crate::kernel::{Purpose, Span, Stream, stable_hash};

mod addresses;
mod delays;
mod events;
mod layers;
mod map;
mod nat;
mod verdict;
mod zones;

use addresses::Addresses;
pub(crate) use layers::{Layer, LayerKind, Scope};
use map::Map;
pub(crate) use nat::Nat;
pub(crate) use verdict::Egress;

/// Where a member is, and what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The part it is a member of.
    pub(crate) part: PartIndex,
    /// The subnet's part.
    pub(crate) subnet: PartIndex,
    /// Index of the zone in [`Network::zones`].
    pub(crate) zone: u16,
    /// The Region's part.
    pub(crate) region: PartIndex,
    /// Its private address, or 0 where its subnet has no valid range.
    pub(crate) address: u32,
    /// Whether it also has a public address (VPC-03).
    pub(crate) has_public_address: bool,
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
    /// Events that cut it off the network.
    pub(crate) cuts: Vec<u32>,
    /// Events that leave EC2 without capacity there.
    pub(crate) shortages: Vec<u32>,
}

/// Round trips of a Region.
#[derive(Clone, Debug)]
struct RegionDelays {
    code: String,
    same_zone: Span,
    cross_zone: Span,
    other_region: Span,
}

/// The network of a design.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    /// Zones by index.
    pub(crate) zones: Vec<Zone>,
    /// NAT gateways by index.
    pub(crate) nats: Vec<Nat>,
    /// What the design says, which nothing changes.
    map: Rc<Map>,
    /// Events in force.
    layers: Vec<Layer>,
    /// Addresses taken in each subnet, by the subnet's part.
    addresses: Vec<Addresses>,
    /// Draws delays, losses and ephemeral ports, and nothing while none of them matters.
    luck: RefCell<Stream>,
}

impl Network {
    /// The network of this design.
    pub(crate) fn new(design: &Design) -> Self {
        let ids: Vec<PartId> = design.parts.keys().cloned().collect();
        let zones = zones(design);
        let map = Map::new(design, ids, &zones);
        let addresses = map.subnets.iter().map(|subnet| Addresses::of(subnet.as_ref())).collect();
        let seed = u64::from(design.scenario.seed);
        let luck = RefCell::new(Stream::new(seed, stable_hash("network"), Purpose::DISTURBANCE));
        let mut network = Network { zones, nats: Vec::new(), map: Rc::new(map), layers: Vec::new(), addresses, luck };
        network.place_nats(design);
        network
    }

    fn place_nats(&mut self, design: &Design) {
        for (index, part) in self.map.nats.clone() {
            let Some(PartSettings::NatGateway(settings)) =
                design.parts.get(&self.map.ids[usize::from(index)]).map(|part| &part.settings)
            else {
                continue;
            };
            let scaling = Span::from_s_f64(settings.scaling_s);
            let connections = settings.addresses.saturating_mul(fact::NAT_CONNECTIONS.whole());
            let place = part.map(|place| self.take_address(place).unwrap_or(place));
            self.nats.push(Nat::new(index, place, connections, scaling));
        }
    }

    /// The index of a part.
    pub(crate) fn index_of(&self, id: &PartId) -> Option<PartIndex> {
        self.map.index_of(id)
    }

    /// Where the members in this subnet, or the part in a subnet, are.
    pub(crate) fn place(&self, part: PartIndex) -> Option<Place> {
        self.map.places.get(usize::from(part)).copied().flatten()
    }

    /// Why a zone has no power or no network, if it has none.
    #[inline]
    pub(crate) fn outage(&self, zone: u16) -> Option<Because> {
        let zone = &self.zones[usize::from(zone)];
        zone.outages.first().or(zone.cuts.first()).map(|event| Because::Event(*event))
    }

    /// Why nothing can be launched in a zone, if nothing can.
    pub(crate) fn no_launches(&self, zone: u16) -> Option<Because> {
        let short = self.zones[usize::from(zone)].shortages.first();
        self.outage(zone).or(short.map(|event| Because::Event(*event)))
    }
}

fn zones(design: &Design) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    for (index, part) in design.parts.values().enumerate() {
        if let PartSettings::Az(az) = &part.settings
            && !zones.iter().any(|zone| zone.name == az.zone)
        {
            let (outages, cuts, shortages) = Default::default();
            zones.push(Zone { name: az.zone.clone(), part: index as PartIndex, outages, cuts, shortages });
        }
    }
    zones
}
