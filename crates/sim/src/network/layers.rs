//! Events in force on the network: each is a layer that ends by itself.

use ninepins_macros::later;
use ninepins_report::{Because, PartIndex};

use super::map::Subnet;
use super::{Network, Place};
use crate::kernel::Span;

/// What an event does to the network while it lasts.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    /// Its index in the timeline.
    pub(crate) event: u32,
    /// What it does.
    pub(crate) kind: LayerKind,
}

/// Kinds of layers.
#[derive(Clone, Debug)]
pub(crate) enum LayerKind {
    /// The rules of a part that admit this source are gone.
    RulesRemoved { part: PartIndex, from: String },
    /// A subnet has lost a route.
    RouteRemoved { table: PartIndex, destination: String },
    /// A subnet's network ACL denies these ports before all other rules.
    AclDeny { subnet: PartIndex, outbound: bool, ports: (u16, u16) },
    /// Nothing passes between these.
    Partition { one: Scope, other: Scope },
    /// Nothing passes the border of this zone; with `within`, nothing inside it either.
    ZoneCut { zone: u16, within: bool },
    /// Messages take longer.
    Latency { scope: Scope, latency: Span, jitter: Span },
    /// Messages are lost with this probability.
    Loss { scope: Scope, share: f64 },
    /// A Region is gone.
    RegionLost { region: PartIndex },
    /// A NAT gateway does not work, by its index.
    NatLost { nat: u16 },
}

/// What a layer concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Members of a part.
    Part(PartIndex),
    /// What lies in a subnet.
    Subnet(PartIndex),
    /// What lies in a zone.
    Zone(u16),
    /// What lies in a VPC.
    Vpc(PartIndex),
    /// What lies in a Region.
    Region(PartIndex),
}

impl Network {
    /// Puts a layer on, or ends the event's layers.
    pub(super) fn set_layer(&mut self, event: u32, kind: Option<LayerKind>) {
        self.layers.retain(|layer| layer.event != event);
        if let Some(kind) = kind {
            self.layers.push(Layer { event, kind });
        }
    }

    /// Whether any event is in force.
    #[inline]
    pub(crate) fn is_disturbed(&self) -> bool {
        !self.layers.is_empty()
    }

    /// How many rules of a part admit `from`.
    pub(super) fn rules_from(&self, part: PartIndex, from: &str) -> u32 {
        self.map.guards[usize::from(part)].inbound.iter().filter(|rule| rule.named == from).count() as u32
    }

    /// Whether some subnet has a route to this destination by a table: that of a subnet, or the main one of a VPC.
    pub(super) fn has_route(&self, table: PartIndex, destination: &str) -> bool {
        let has_it = |subnet: &Subnet| subnet.routes.iter().any(|route| route.text == destination);
        let uses = |(place, subnet): (usize, &Option<Subnet>)| {
            subnet.as_ref().is_some_and(|subnet| {
                let used = if subnet.uses_main_table { usize::from(subnet.vpc) } else { place };
                used == usize::from(table) && has_it(subnet)
            })
        };
        self.map.subnets.iter().enumerate().any(uses)
    }

    /// Whether a part is a subnet.
    pub(super) fn is_subnet(&self, part: PartIndex) -> bool {
        self.map.subnets.get(usize::from(part)).is_some_and(Option::is_some)
    }

    /// Whether a member is concerned.
    pub(super) fn is_within(&self, scope: Scope, place: Place) -> bool {
        match scope {
            Scope::Part(part) => place.part == part,
            Scope::Subnet(subnet) => place.subnet == subnet,
            Scope::Zone(zone) => place.zone == zone,
            Scope::Vpc(vpc) => self.map.subnet(place).is_some_and(|subnet| subnet.vpc == vpc),
            Scope::Region(region) => place.region == region,
        }
    }

    /// Why the Region that a part lies in is gone, if it is.
    pub(crate) fn lost_region_of(&self, part: PartIndex) -> Option<Because> {
        let region = if self.layers.is_empty() { None } else { self.map.regions[usize::from(part)] };
        let lost =
            |layer: &&Layer| matches!(layer.kind, LayerKind::RegionLost { region: lost } if Some(lost) == region);
        self.layers.iter().find(lost).map(|layer| Because::Event(layer.event))
    }

    /// Why nothing passes between two members, or a member and the world outside, by events that cut the network.
    pub(crate) fn cut(&self, one: Place, other: Option<Place>) -> Option<Because> {
        if self.layers.is_empty() { None } else { self.cut_by_layers(one, other) }
    }
}

#[later]
impl Network {
    fn cut_by_layers(&self, one: Place, other: Option<Place>) -> Option<Because> {
        let cuts = |layer: &&Layer| match layer.kind {
            LayerKind::Partition { one: a, other: b } => other.is_some_and(|other| {
                (self.is_within(a, one) && self.is_within(b, other))
                    || (self.is_within(b, one) && self.is_within(a, other))
            }),
            LayerKind::ZoneCut { zone, within } => {
                let inside = [one.zone == zone, other.is_some_and(|other| other.zone == zone)];
                inside[0] != inside[1] || (within && inside[0])
            }
            LayerKind::Loss { scope, share } => {
                share >= 1.0 && (self.is_within(scope, one) || other.is_some_and(|other| self.is_within(scope, other)))
            }
            _ => false,
        };
        self.layers.iter().find(cuts).map(|layer| Because::Event(layer.event))
    }
}
