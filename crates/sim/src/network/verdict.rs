//! Whether packets arrive: cuts, routes, network ACLs and security groups, in the order in which packets meet them.

use ninepins_macros::later;
use ninepins_model::parts::{AclRule, EPHEMERAL_PORTS};
use ninepins_model::security;
use ninepins_report::{Because, Cause, CauseKind, PartIndex};

use super::map::{Guard, GuardRule, Target};
use super::{LayerKind, Network, Place};
use crate::cause::cause;
use crate::kernel::Span;

/// An address that stands for all clients and services on the internet.
const INTERNET: u32 = 0xc633_6401;
/// Ports from which a Linux host opens connections (VPC-25).
const LINUX_PORTS: (u16, u16) = (32_768, 60_999);
/// HTTPS.
const HTTPS: u16 = 443;

/// A way to the internet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Egress {
    /// The NAT gateway on the way, as an index of [`Network::nats`]; none for a member with a public address.
    pub(crate) nat: Option<u16>,
    /// One-way delay as far as the gateway.
    pub(crate) delay: Span,
}

/// One end of a connection, as a network ACL sees it.
#[derive(Clone, Copy)]
struct End {
    place: Option<Place>,
    /// Whether it is a load balancer's node or a NAT gateway, which use more ports.
    is_proxy: bool,
}

impl Network {
    /// Why a new connection from a client to a server does not come about: packets are dropped, so the client's connect
    /// timeout decides. `None` as client is the internet.
    pub(crate) fn blocked(&self, client: Option<Place>, server: Place) -> Option<Cause> {
        self.verdict(client, server, self.guard(server).port, true)
    }

    /// The same for a port that is not the one that the server takes requests on.
    pub(crate) fn blocked_at(&self, client: Option<Place>, server: Place, port: u16) -> Option<Cause> {
        self.verdict(client, server, port, true)
    }

    /// Why an established connection carries no packets any more. Security groups let tracked ones go on (VPC-21); a
    /// network ACL, a route or a cut does not (VPC-32).
    pub(crate) fn severed(&self, client: Option<Place>, server: Place) -> Option<Cause> {
        if self.layers.is_empty() { None } else { self.verdict(client, server, self.guard(server).port, false) }
    }

    /// The same by way of a load balancer's node that leaves the client's address in the packets: they come from the node,
    /// but rules see an outsider (NLB-09).
    pub(crate) fn blocked_as_outsider(&self, node: Place, server: Place) -> Option<Cause> {
        if let Some(because) = self.cut(server, Some(node)) {
            return Some(cause(CauseKind::NetworkCut, server.part, because));
        }
        let port = self.guard(server).port;
        let ends = (End { place: None, is_proxy: false }, End { place: Some(server), is_proxy: false });
        let filtered = if self.has_acls() { self.filtered(ends, port, true) } else { None };
        filtered.or_else(|| self.kept_out(None, server, port, true))
    }

    fn verdict(&self, client: Option<Place>, server: Place, port: u16, is_new: bool) -> Option<Cause> {
        if let Some(because) = self.cut(server, client) {
            return Some(cause(CauseKind::NetworkCut, server.part, because));
        }
        let is_local = client.is_some_and(|client| self.shares_vpc(client, server));
        if !is_local {
            if let Some(client) = client
                && let Err(why) = self.egress(client)
            {
                return Some(why);
            }
            if let Some(why) = self.unreachable_from_outside(server) {
                return Some(why);
            }
        }
        let seen = if is_local { client } else { None };
        if self.has_acls() {
            let is_proxy = client.is_some_and(|client| self.is_proxy(client));
            let ends = (End { place: seen, is_proxy }, End { place: Some(server), is_proxy: false });
            if let Some(why) = self.filtered(ends, port, is_new) {
                return Some(why);
            }
        }
        let kept_out = self.kept_out(seen, server, port, is_new);
        kept_out.or_else(|| self.kept_in(client?, is_local.then_some(server), port).filter(|_| is_new))
    }

    /// The way from a member to the internet.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn egress(&self, from: Place) -> Result<Egress, Cause> {
        let no_route = |because| cause(CauseKind::NoInternetPath, from.subnet, because);
        if let Some(because) = self.cut(from, None) {
            return Err(cause(CauseKind::NetworkCut, from.part, because));
        }
        let (target, because) = self.default_route(from);
        let outside = End { place: None, is_proxy: false };
        match target {
            Target::InternetGateway if from.has_public_address => {
                let way = (End { place: Some(from), is_proxy: false }, outside);
                if let Some(why) = self.filtered(way, HTTPS, true).or_else(|| self.kept_in(from, None, HTTPS)) {
                    return Err(why);
                }
                Ok(Egress { nat: None, delay: Span::ZERO })
            }
            Target::InternetGateway | Target::Nothing => Err(no_route(because)),
            Target::Nat(index) => self.through_nat(from, index),
        }
    }

    /// The way from a member to S3: the gateway endpoint of its VPC (VPC-30), or the internet.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn egress_to_s3(&self, from: Place) -> Result<Egress, Cause> {
        if !self.map.subnet(from).is_some_and(|subnet| subnet.has_s3_endpoint) {
            return self.egress(from);
        }
        self.egress_by_endpoint(from)
    }

    /// The way from a member to an endpoint in its VPC.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn egress_by_endpoint(&self, from: Place) -> Result<Egress, Cause> {
        let way = (End { place: Some(from), is_proxy: false }, End { place: None, is_proxy: false });
        let cut = self.cut(from, None).map(|because| cause(CauseKind::NetworkCut, from.part, because));
        match cut.or_else(|| self.filtered(way, HTTPS, true)).or_else(|| self.kept_in(from, None, HTTPS)) {
            Some(why) => Err(why),
            None => Ok(Egress { nat: None, delay: Span::ZERO }),
        }
    }

    fn through_nat(&self, from: Place, index: u16) -> Result<Egress, Cause> {
        let nat = &self.nats[usize::from(index)];
        if let Some(because) = self.nat_down(index) {
            return Err(cause(CauseKind::NatGatewayDown, nat.part, because));
        }
        let (inside, outside) = (End { place: Some(from), is_proxy: false }, End { place: None, is_proxy: false });
        let Some(place) = nat.place else {
            let blocked = self.filtered((inside, outside), HTTPS, true).or_else(|| self.kept_in(from, None, HTTPS));
            return blocked.map_or(Ok(Egress { nat: Some(index), delay: Span::ZERO }), Err);
        };
        if let Some(because) = self.cut(from, Some(place)).or_else(|| self.cut(place, None)) {
            return Err(cause(CauseKind::NetworkCut, nat.part, because));
        }
        // A zonal gateway needs a public subnet itself.
        let (target, because) = self.default_route(place);
        if target != Target::InternetGateway {
            return Err(cause(CauseKind::NoInternetPath, place.subnet, because));
        }
        let gateway = End { place: Some(place), is_proxy: true };
        let blocked = self
            .filtered_between((inside, outside), (inside, gateway), HTTPS, true)
            .or_else(|| self.filtered((gateway, outside), HTTPS, true))
            .or_else(|| self.kept_in(from, None, HTTPS));
        blocked.map_or_else(|| Ok(Egress { nat: Some(index), delay: self.one_way(from, place) }), Err)
    }

    /// Why a member cannot be reached from the internet: it needs a public address and a route to an attached internet
    /// gateway for its answers (VPC-03).
    fn unreachable_from_outside(&self, server: Place) -> Option<Cause> {
        let (target, because) = self.default_route(server);
        match target {
            Target::InternetGateway if server.has_public_address => None,
            Target::InternetGateway => Some(cause(CauseKind::NotPublic, server.part, Because::Configuration)),
            _ => Some(cause(CauseKind::NotPublic, server.part, because)),
        }
    }

    /// Where packets to the internet go: the longest prefix that matches (VPC-04), and why there is no such route.
    fn default_route(&self, from: Place) -> (Target, Because) {
        let mut because = Because::Configuration;
        for route in self.map.subnet(from).map_or(&[][..], |subnet| &subnet.routes) {
            if !route.destination.contains(INTERNET) {
                continue;
            }
            match self.route_removal(from, &route.text) {
                Some(event) => because = Because::Event(event),
                None => return (route.target, because),
            }
        }
        (Target::Nothing, because)
    }

    fn route_removal(&self, from: Place, text: &str) -> Option<u32> {
        if self.layers.is_empty() {
            return None;
        }
        let main = self.map.subnet(from).filter(|subnet| subnet.uses_main_table);
        let table = main.map_or(from.subnet, |subnet| subnet.vpc);
        let removed = self.layers.iter().find(|layer| {
            matches!(&layer.kind, LayerKind::RouteRemoved { table: of, destination } if *of == table && destination == text)
        });
        removed.map(|layer| layer.event)
    }

    fn shares_vpc(&self, one: Place, other: Place) -> bool {
        one.subnet == other.subnet
            || match (self.map.subnet(one), self.map.subnet(other)) {
                (Some(one), Some(other)) => one.vpc == other.vpc,
                _ => false,
            }
    }

    fn guard(&self, place: Place) -> &Guard {
        &self.map.guards[usize::from(place.part)]
    }

    fn is_proxy(&self, place: Place) -> bool {
        self.guard(place).is_proxy
    }

    fn has_acls(&self) -> bool {
        self.map.has_acls || self.layers.iter().any(|layer| matches!(layer.kind, LayerKind::AclDeny { .. }))
    }

    /// Why a network ACL drops packets between two ends, there or back.
    fn filtered(&self, ends: (End, End), port: u16, is_new: bool) -> Option<Cause> {
        self.filtered_between(ends, ends, port, is_new)
    }

    /// The same where packets of the first pair of addresses travel between the subnets of the second: on the way to a NAT
    /// gateway they are addressed to the internet.
    fn filtered_between(&self, addressed: (End, End), ends: (End, End), port: u16, is_new: bool) -> Option<Cause> {
        if self.has_acls() { self.denied_between(addressed, ends, port, is_new) } else { None }
    }

    /// Why the server's security groups drop packets of a connection (VPC-16 to VPC-22).
    fn kept_out(&self, client: Option<Place>, server: Place, port: u16, is_new: bool) -> Option<Cause> {
        let guard = self.guard(server);
        let mut removed = None;
        for rule in &guard.inbound {
            let admits = security::is_for(rule.port, port)
                && match client {
                    Some(client) => self.map.names(rule, client),
                    None => rule.range.is_some_and(|range| range.contains(INTERNET)),
                };
            if !admits {
                continue;
            }
            match self.rule_removal(server.part, rule) {
                None => return None,
                // Only what was open to everyone both ways is not tracked, so that it breaks at once (VPC-22).
                Some(_) if !(is_new || rule.is_anywhere() && lets_everything_out(guard)) => return None,
                Some(event) => removed = Some(event),
            }
        }
        match removed {
            None if !is_new => None,
            None => Some(cause(CauseKind::SecurityGroup, server.part, Because::Configuration)),
            Some(event) => Some(cause(CauseKind::SecurityGroup, server.part, Because::Event(event))),
        }
    }

    /// Whether a flow is not tracked: it is open to everyone both ways (VPC-22).
    pub(crate) fn is_untracked(&self, client: Option<Place>, server: Place) -> bool {
        let guard = self.guard(server);
        let is_local = client.is_some_and(|client| self.shares_vpc(client, server));
        let admits = |rule: &GuardRule| rule.is_anywhere() && security::is_for(rule.port, guard.port);
        (client.is_none() || is_local) && lets_everything_out(guard) && guard.inbound.iter().any(admits)
    }

    /// Whether a part outside, such as users or the checkers of a hosted zone, is admitted by its id.
    pub(crate) fn admits_by_id(&self, source: PartIndex, server: PartIndex) -> bool {
        let guard = &self.map.guards[usize::from(server)];
        guard.inbound.iter().any(|rule| {
            rule.is_for_part(source)
                && security::is_for(rule.port, guard.port)
                && self.rule_removal(server, rule).is_none()
        })
    }

    fn rule_removal(&self, of: PartIndex, rule: &GuardRule) -> Option<u32> {
        let removed = self.layers.iter().find(
            |layer| matches!(&layer.kind, LayerKind::RulesRemoved { part, from } if *part == of && *from == rule.named),
        );
        removed.map(|layer| layer.event)
    }

    /// Why the client's security groups drop what leaves it. `None` as server is the internet.
    fn kept_in(&self, client: Place, server: Option<Place>, port: u16) -> Option<Cause> {
        let admits = |rule: &GuardRule| {
            security::is_for(rule.port, port)
                && match server {
                    Some(server) => self.map.names(rule, server),
                    None => rule.range.is_some_and(|range| range.contains(INTERNET)),
                }
        };
        let lets_out = self.guard(client).outbound.iter().any(admits);
        (!lets_out).then(|| cause(CauseKind::SecurityGroup, client.part, Because::Configuration))
    }
}

fn lets_everything_out(guard: &Guard) -> bool {
    guard.outbound.iter().any(|rule| rule.is_anywhere() && rule.port == 0)
}

/// What network ACLs say, where there are any.
#[later]
impl Network {
    fn denied_between(&self, addressed: (End, End), ends: (End, End), port: u16, is_new: bool) -> Option<Cause> {
        let (client, server) = (ends.0.place, ends.1.place);
        if let (Some(client), Some(server)) = (client, server)
            && client.subnet == server.subnet
        {
            return None; // a network ACL stands at the subnet's boundary only (VPC-28)
        }
        let address = |end: End| end.place.map_or(INTERNET, |place| place.address);
        let (from, to) = (address(addressed.0), address(addressed.1));
        let (low, high) = if addressed.0.is_proxy { EPHEMERAL_PORTS } else { LINUX_PORTS };
        // A new connection draws the port its answers return to; an established one goes on if it may have got through.
        let back = match is_new {
            true => (low + self.luck.borrow_mut().below(u32::from(high - low) + 1) as u16, 0),
            false => (low, high),
        };
        let there = (port, 0);
        let checks = [
            (client, true, to, there),
            (server, false, from, there),
            (server, true, from, back),
            (client, false, to, back),
        ];
        checks.into_iter().find_map(|(place, outbound, address, ports)| {
            let place = place?;
            let because = self.denied(place, outbound, address, ports)?;
            Some(cause(CauseKind::NetworkAcl, place.subnet, because))
        })
    }
}

impl Network {
    /// Why a subnet's network ACL denies packets to a port, or to every port of a range that ends later than it begins.
    fn denied(&self, place: Place, outbound: bool, address: u32, ports: (u16, u16)) -> Option<Because> {
        let subnet = self.map.subnet(place)?;
        let rules = if outbound { &subnet.outbound } else { &subnet.inbound };
        if ports.1 <= ports.0 {
            return self.denies(place, outbound, rules, address, ports.0);
        }
        // Rules change what is allowed only where one of them begins or ends.
        let borders = rules.iter().flat_map(|rule| [rule.ports.0, rule.ports.1.saturating_add(1)]);
        let added = self.acl_layers(place, outbound).flat_map(|(_, (first, last))| [first, last.saturating_add(1)]);
        let mut because = self.denies(place, outbound, rules, address, ports.0)?;
        for port in borders.chain(added).filter(|port| ports.0 < *port && *port <= ports.1) {
            because = self.denies(place, outbound, rules, address, port)?;
        }
        Some(because)
    }

    fn denies(&self, place: Place, outbound: bool, rules: &[AclRule], address: u32, port: u16) -> Option<Because> {
        let layer = self.acl_layers(place, outbound).find(|(_, (first, last))| *first <= port && port <= *last);
        if let Some((event, _)) = layer {
            return Some(Because::Event(event));
        }
        let first = rules.iter().find(|rule| rule.matches(address, port));
        (!first.is_some_and(|rule| rule.allow)).then_some(Because::Configuration)
    }

    fn acl_layers(&self, place: Place, leaves: bool) -> impl Iterator<Item = (u32, (u16, u16))> + '_ {
        self.layers.iter().filter_map(move |layer| match layer.kind {
            LayerKind::AclDeny { subnet, outbound, ports } if subnet == place.subnet && outbound == leaves => {
                Some((layer.event, ports))
            }
            _ => None,
        })
    }
}
