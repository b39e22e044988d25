//! NAT gateways: connections per destination, bandwidth and packet rate, and what happens when they run out (VPC-10 to
//! VPC-13).

use ninepins_report::{Because, Cause, CauseKind, PartIndex};

use super::{Egress, LayerKind, Network, Place};
use crate::cause::cause;
use crate::kernel::Span;

/// Bytes per second of a gateway at rest, and at most (VPC-10: 5 and 100 Gbit/s).
const BANDWIDTH: (u64, u64) = (625_000_000, 12_500_000_000);
/// Packets per second of a gateway at rest, and at most (VPC-11).
const PACKETS: (u64, u64) = (1_000_000, 10_000_000);
/// Bytes of a full packet.
const PACKET: u64 = 1_500;
/// Doublings after which both have reached their largest values.
const LEVELS: u32 = 5;

/// A NAT gateway.
#[derive(Clone, Debug)]
pub(crate) struct Nat {
    pub(crate) part: PartIndex,
    /// Where it is; none for a regional one (VPC-09).
    pub(crate) place: Option<Place>,
    /// Most connections to one destination (VPC-12).
    connections_limit: u32,
    /// Time under load after which it doubles.
    scaling: Span,
    /// How often it has doubled.
    level: u32,
    /// How long it has been under load.
    loaded: Span,
    /// Connections that are open, by destination.
    open: Vec<(PartIndex, u32)>,
    /// Bytes sent to destinations in this second, and bytes and packets either way.
    pub(crate) sent: u64,
    pub(crate) bytes: u64,
    packets: u64,
    /// Connections refused and packets dropped in this second.
    pub(crate) port_errors: u32,
    pub(crate) dropped: u32,
    /// Whether connections were refused in the last second.
    pub(crate) is_starved: bool,
}

impl Nat {
    pub(super) const fn new(part: PartIndex, place: Option<Place>, connections_limit: u32, scaling: Span) -> Self {
        Nat {
            part,
            place,
            connections_limit,
            scaling,
            level: 0,
            loaded: Span::ZERO,
            open: Vec::new(),
            sent: 0,
            bytes: 0,
            packets: 0,
            port_errors: 0,
            dropped: 0,
            is_starved: false,
        }
    }

    /// Open connections, to whatever destination.
    pub(crate) fn connections(&self) -> u32 {
        self.open.iter().map(|(_, count)| count).sum()
    }

    /// Takes a port for a connection to a destination; `false` if none is left (VPC-12).
    fn connect(&mut self, destination: PartIndex) -> bool {
        let place = match self.open.iter().position(|(known, _)| *known == destination) {
            Some(place) => place,
            None => {
                self.open.push((destination, 0));
                self.open.len() - 1
            }
        };
        let count = &mut self.open[place].1;
        if *count >= self.connections_limit {
            self.port_errors += 1;
            return false;
        }
        *count += 1;
        true
    }

    /// Gives a port back.
    fn disconnect(&mut self, destination: PartIndex) {
        if let Some((_, count)) = self.open.iter_mut().find(|(known, _)| *known == destination) {
            *count = count.saturating_sub(1);
        }
    }

    /// Passes a message on; `false` if it is dropped because the gateway is at its bandwidth or packet rate.
    fn carry(&mut self, bytes: u64, leaves: bool) -> bool {
        let packets = bytes.div_ceil(PACKET).max(1);
        let (most_bytes, most_packets) = self.capacity();
        if self.bytes + bytes > most_bytes || self.packets + packets > most_packets {
            self.dropped += packets as u32;
            return false;
        }
        self.sent += if leaves { bytes } else { 0 };
        self.bytes += bytes;
        self.packets += packets;
        true
    }

    fn capacity(&self) -> (u64, u64) {
        ((BANDWIDTH.0 << self.level).min(BANDWIDTH.1), (PACKETS.0 << self.level).min(PACKETS.1))
    }

    /// A second ends: a gateway that has been under load for long enough doubles.
    fn second(&mut self) {
        let (most_bytes, most_packets) = self.capacity();
        let is_loaded = self.dropped > 0 || self.bytes * 5 > most_bytes * 4 || self.packets * 5 > most_packets * 4;
        self.loaded = if is_loaded { self.loaded + Span::from_s(1) } else { Span::ZERO };
        if is_loaded && self.loaded >= self.scaling && self.level < LEVELS {
            self.level += 1;
            self.loaded = Span::ZERO;
        }
        self.is_starved = self.port_errors > 0;
        (self.sent, self.bytes, self.packets) = (0, 0, 0);
    }
}

impl Network {
    /// Opens a connection on a way to the internet: it takes a port of the NAT gateway there, if there is one.
    ///
    /// # Errors
    /// The gateway has no port left for this destination (VPC-12).
    pub(crate) fn open_through(&mut self, way: Egress, destination: PartIndex) -> Result<(), Cause> {
        let Some(nat) = way.nat.map(|nat| &mut self.nats[usize::from(nat)]) else { return Ok(()) };
        let part = nat.part;
        if nat.connect(destination) { Ok(()) } else { Err(cause(CauseKind::NatPortsExhausted, part, Because::Demand)) }
    }

    /// Closes it again.
    pub(crate) fn close_through(&mut self, way: Egress, destination: PartIndex) {
        if let Some(nat) = way.nat {
            self.nats[usize::from(nat)].disconnect(destination);
        }
    }

    /// Sends bytes on a way to the internet; `false` if the NAT gateway there drops them (VPC-10, VPC-11).
    pub(crate) fn pass_through(&mut self, way: Egress, bytes: u64, leaves: bool) -> bool {
        way.nat.is_none_or(|nat| self.nats[usize::from(nat)].carry(bytes, leaves))
    }

    /// Why a NAT gateway does not work, if it does not: an event, or the loss of its zone (VPC-08) or Region.
    pub(crate) fn nat_down(&self, index: u16) -> Option<Because> {
        let lost = self.layers.iter().find(|layer| matches!(layer.kind, LayerKind::NatLost { nat } if nat == index));
        let nat = &self.nats[usize::from(index)];
        lost.map(|layer| Because::Event(layer.event)).or_else(|| self.lost_region_of(nat.part)).or_else(|| {
            nat.place
                .and_then(|place| self.zones[usize::from(place.zone)].outages.first())
                .map(|event| Because::Event(*event))
        })
    }

    /// A second ends for every NAT gateway, after its metrics were read.
    pub(crate) fn nat_second(&mut self) {
        for nat in &mut self.nats {
            nat.second();
            (nat.port_errors, nat.dropped) = (0, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Nat, Span};

    fn nat(addresses: u32) -> Nat {
        Nat::new(0, None, addresses * 55_000, Span::from_s(60))
    }

    #[test]
    fn one_address_gives_55000_connections_to_a_destination_and_as_many_to_the_next() {
        let mut nat = nat(1);
        assert!((0..55_000).all(|_| nat.connect(1)));
        assert!(!nat.connect(1) && nat.port_errors == 1);
        assert!(nat.connect(2));
        nat.disconnect(1);
        assert!(nat.connect(1));
    }

    #[test]
    fn eight_addresses_give_440000() {
        let mut nat = nat(8);
        assert!((0..440_000).all(|_| nat.connect(1)) && !nat.connect(1));
    }

    #[test]
    fn five_gigabits_a_second_pass_and_after_minutes_of_load_a_hundred() {
        let mut nat = nat(1);
        let megabytes = |nat: &mut Nat| {
            let passed = (0..20_000).filter(|_| nat.carry(1_000_000, true)).count();
            nat.second();
            nat.dropped = 0;
            passed
        };
        assert_eq!(megabytes(&mut nat), 625);
        for _ in 0..400 {
            megabytes(&mut nat);
        }
        assert_eq!(megabytes(&mut nat), 12_500);
    }

    #[test]
    fn a_million_packets_a_second_pass() {
        let mut nat = nat(1);
        assert_eq!((0..1_100_000).filter(|_| nat.carry(100, false)).count(), 1_000_000);
    }
}
