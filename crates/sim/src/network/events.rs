//! Events of the timeline on the network: layers, and what they do to connections and members that are there already.

use ninepins_macros::rare;
use ninepins_model::{Action, PartId};
use ninepins_report::{Because, Cause, PartIndex};

use super::{LayerKind, Place, Scope};
use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Slot, Span};
use crate::layer::lay;
use crate::parts::elasticache::is_at_cache;
use crate::parts::instance::Life;
use crate::parts::users::Front;

/// The hop of an attempt that carries no packets any more.
enum Hop {
    /// Between the client, or the edge, and the part it is connected to.
    Front,
    /// Between a load balancer's node and its target.
    Target,
    /// Between an instance and the database.
    Query,
    /// Between an instance and the cache.
    Cache,
}

#[rare]
impl Engine {
    /// Starts or ends an event on the network. Returns how many things it concerns; 0 means it found nothing.
    pub(crate) fn network_event(&mut self, action: &Action, event: u32, on: bool) -> u32 {
        if !on {
            self.network.set_layer(event, None);
            return match action {
                Action::ZoneNetworkCut { zone, .. } => self.zone_cut(zone, event, false),
                Action::RegionLoss { part, .. } => self.region_power(part, event, false),
                _ => 1,
            };
        }
        let Some((layer, concerned)) = self.layer_of(action) else { return 0 };
        self.network.set_layer(event, Some(layer));
        self.sever();
        match action {
            Action::ZoneNetworkCut { zone, .. } => self.zone_cut(zone, event, true),
            Action::RegionLoss { part, .. } => self.region_power(part, event, true),
            _ => concerned,
        }
    }

    fn layer_of(&self, action: &Action) -> Option<(LayerKind, u32)> {
        let subnet = |id: &PartId| self.part_index(id).filter(|part| self.network.is_subnet(*part));
        let kind = match action {
            Action::SecurityGroupRuleRemoval { part, from, .. } => {
                let part = self.part_index(part)?;
                let rules = self.network.rules_from(part, from);
                let layer = LayerKind::RulesRemoved { part, from: from.clone() };
                return (rules > 0).then_some((layer, rules));
            }
            Action::ZoneNetworkCut { zone, within, .. } => {
                LayerKind::ZoneCut { zone: self.network.zone_named(zone)?, within: *within }
            }
            Action::RegionLoss { part, .. } => match self.network.scope(self.part_index(part)?) {
                Scope::Region(region) => LayerKind::RegionLost { region },
                _ => return None,
            },
            Action::NetworkLatency { part, latency_ms, jitter_ms, .. } => LayerKind::Latency {
                scope: self.network.scope(self.part_index(part)?),
                latency: milliseconds(*latency_ms),
                jitter: milliseconds(*jitter_ms),
            },
            Action::PacketLoss { part, percent, .. } => {
                LayerKind::Loss { scope: self.network.scope(self.part_index(part)?), share: percent / 100.0 }
            }
            Action::Partition { part, other, .. } => LayerKind::Partition {
                one: self.network.scope(self.part_index(part)?),
                other: self.network.scope(self.part_index(other)?),
            },
            Action::NetworkAclDeny { part, outbound, from_port, to_port, .. } => {
                LayerKind::AclDeny { subnet: subnet(part)?, outbound: *outbound, ports: (*from_port, *to_port) }
            }
            Action::RouteRemoval { part, destination, .. } => {
                let table = self.part_index(part).filter(|table| self.network.has_route(*table, destination))?;
                LayerKind::RouteRemoved { table, destination: destination.clone() }
            }
            Action::NatGatewayLoss { part, .. } => {
                let part = self.part_index(part)?;
                let nat = self.network.nats.iter().position(|nat| nat.part == part)?;
                LayerKind::NatLost { nat: nat as u16 }
            }
            _ => return None,
        };
        Some((kind, 1))
    }

    /// A zone is cut off the network or joins it again: load balancers notice, databases fail over, groups replace.
    fn zone_cut(&mut self, name: &str, event: u32, on: bool) -> u32 {
        let Some(zone) = self.network.zone_named(name) else { return 0 };
        let cuts = &mut self.network.zones[usize::from(zone)].cuts;
        let was_cut = !cuts.is_empty();
        lay(cuts, event, on);
        if was_cut != cuts.is_empty() {
            return 1;
        }
        let (now, because) = (self.now, Because::Event(event));
        let mut hit = 0;
        for index in 0..self.nodes.len() as u32 {
            let node = &self.nodes[index as usize];
            if node.place.zone == zone {
                hit += 1;
                let detection = self.balancers[usize::from(node.balancer)].node_detection;
                self.queue.push(now + detection, Kind::NodeDetection as u8, 0, index);
            }
        }
        self.down_since.retain(|(index, _)| {
            let instance = &self.instances[*index as usize];
            instance.place.zone != zone || instance.down.is_some()
        });
        for (index, instance) in self.instances.iter().enumerate() {
            if on && instance.place.zone == zone && instance.life != Life::Terminated && instance.down.is_none() {
                hit += 1;
                self.down_since.push((index as u32, now));
            }
        }
        if on {
            hit += self.database_zone_cut(zone, because);
            hit += self.cache_zone_lost(zone, because, true);
        } else {
            self.database_zone_back(zone);
            self.cache_zone_back(zone);
        }
        hit.max(1)
    }

    /// All zones of a Region lose their power or get it back.
    fn region_power(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let Some(region) = self.part_index(id) else { return 0 };
        let mut hit = 0;
        for zone in self.network.zones_of(region) {
            let name = self.network.zones[usize::from(zone)].name.clone();
            hit += self.zone_power(&name, event, on);
        }
        hit.max(1)
    }

    /// Where the part that clients connect to has its address; an edge location has none in a VPC.
    pub(crate) fn front_place(&self, front: Front, address: u32) -> Option<Place> {
        match front {
            Front::LoadBalancer(_) => self.nodes.get(address as usize).map(|node| node.place),
            Front::Instance(index) => Some(self.instances[index as usize].place),
            _ => None,
        }
    }

    /// Whoever waits on a connection that carries nothing any more waits for a timeout.
    fn sever(&mut self) {
        let slots: Vec<Slot> =
            self.attempts.iter().filter(|(_, attempt)| !attempt.orphan).map(|(slot, _)| slot).collect();
        for slot in slots {
            let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { continue };
            let Some((hop, why)) = self.broken_hop(attempt) else { continue };
            match hop {
                Hop::Query => {
                    let slot = self.leave_query(slot);
                    if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                        attempt.step = Step::QueryLost;
                        attempt.cause = why;
                    }
                }
                Hop::Cache => {
                    let slot = self.renew(slot);
                    if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                        attempt.cause = why;
                    }
                    self.arm(slot.index);
                }
                Hop::Front | Hop::Target => {
                    // A node still waits for its target, until it has heard nothing for the idle timeout.
                    let deadline = attempt.balancer_deadline;
                    let slot = self.detach(slot);
                    if matches!(hop, Hop::Target)
                        && let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation)
                    {
                        attempt.balancer_deadline = deadline;
                    }
                    self.lose(slot, why.kind, why.part, why.because);
                }
            }
        }
    }

    /// Where the instance is that makes a call.
    fn caller_place(&self, call: &Attempt) -> Option<Place> {
        let caller = call.caller();
        let request = self.attempts.get(caller.index, caller.generation)?;
        self.instances.get(request.instance as usize).map(|instance| instance.place)
    }

    /// The first hop of an attempt, seen from the client, that carries no packets any more.
    fn broken_hop(&self, attempt: &Attempt) -> Option<(Hop, Cause)> {
        if matches!(attempt.step, Step::Lost | Step::QueryLost | Step::Answering | Step::Backoff | Step::Resolving) {
            return None;
        }
        let node = match attempt.origin {
            Origin::Check => self.checks.get(attempt.client as usize).map_or(NONE, |check| check.node),
            _ => attempt.node,
        };
        let node = self.nodes.get(node as usize).map(|node| node.place);
        let instance = self.instances.get(attempt.instance as usize).map(|instance| instance.place);
        let caller = match attempt.origin {
            Origin::Call => Some(self.caller_place(attempt)?),
            _ => None,
        };
        if let Some(caller) = caller.filter(|_| attempt.step == Step::AtQueue) {
            return self.queue_severed(caller, attempt.member).map(|why| (Hop::Front, why));
        }
        if let Some(caller) = caller.filter(|_| attempt.step == Step::AtExternalService) {
            return self.network.egress(caller).err().map(|why| (Hop::Front, why));
        }
        if !matches!(attempt.origin, Origin::Check | Origin::Message)
            && let Some(front) = node.or(instance)
            && let Some(why) = self.network.severed(caller, front)
        {
            return Some((Hop::Front, why));
        }
        let instance = instance?;
        if let Some(node) = node
            && let Some(why) = self.network.severed(Some(node), instance)
        {
            return Some((Hop::Target, why));
        }
        if is_at_cache(attempt.step) {
            let client = self.instances[attempt.instance as usize].cache.as_ref()?;
            let why = self.network.severed(Some(instance), self.caches[client.cache as usize].place())?;
            return Some((Hop::Cache, why));
        }
        let member = self.members.get(attempt.member as usize).filter(|_| attempt.step == Step::Querying)?;
        self.network.severed(Some(instance), member.place).map(|why| (Hop::Query, why))
    }
}

#[rare]
impl super::Network {
    /// The zone of this name.
    pub(crate) fn zone_named(&self, name: &str) -> Option<u16> {
        self.zones.iter().position(|zone| zone.name == name).map(|zone| zone as u16)
    }

    /// Zones of a Region that have subnets.
    fn zones_of(&self, region: PartIndex) -> Vec<u16> {
        let is_there =
            |zone: &u16| self.map.places.iter().flatten().any(|place| place.zone == *zone && place.region == region);
        (0..self.zones.len() as u16).filter(is_there).collect()
    }

    /// What a part stands for: itself, or what lies in it.
    pub(super) fn scope(&self, part: PartIndex) -> Scope {
        use ninepins_model::Kind as PartKind;
        match self.map.kinds[usize::from(part)] {
            PartKind::Region => Scope::Region(part),
            PartKind::Vpc => Scope::Vpc(part),
            PartKind::Az => self.map.zones[usize::from(part)].map_or(Scope::Part(part), Scope::Zone),
            PartKind::Subnet => Scope::Subnet(part),
            _ => Scope::Part(part),
        }
    }
}

#[rare]
fn milliseconds(value: f64) -> Span {
    Span::from_s_f64(value.clamp(0.0, 3_600_000.0) / 1e3)
}
