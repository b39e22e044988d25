//! Hosted zones, the records of the names that clients ask for, and their health checks.

use ninepins_macros::{later, rare};
use std::rc::Rc;

use ninepins_model::parts::{Route53, Users as UsersSettings};
use ninepins_model::regions::{region_place, round_trip_ms};
use ninepins_model::wires::{FailoverRole, HealthCheckDepth, Record, RecordCheckType, RoutingPolicy};
use ninepins_model::{Kind as PartKind, PartId, PartSettings, Wire, fact, name_matches, record_name};
use ninepins_report::{Class, PartIndex, WireIndex};

use super::{Compiler, ms, s};
use crate::event::Kind;
use crate::kernel::{Purpose, SimTime, Span, Stream, stable_hash};
use crate::parts::certificate::Tls;
use crate::parts::route53::HostedZone;
use crate::parts::route53::health_check::{Checker, RecordCheck};
use crate::parts::route53::records::Name;
use crate::parts::server::path_of;
use crate::parts::users::{Front, Hosts, RetryPolicy, Route, Traffic, Users};

/// No health check.
const NO_CHECK: u16 = u16::MAX;

#[rare]
impl Compiler<'_> {
    pub(super) fn hosted_zones(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Route53(zone) = settings else { continue };
            self.slots[usize::from(part)] = self.engine.hosted_zones.len() as u32;
            self.engine.hosted_zones.push(HostedZone {
                part,
                queries: 0,
                billed: 0,
                outages: Vec::new(),
                wrong: Vec::new(),
                last_wrong: 0,
                resolver_timeout: s(zone.resolver_timeout_s),
            });
            if self.outgoing(id).into_iter().any(|(_, _, wire, _)| is_checked(wire)) {
                self.record_checks(part, id, zone);
            }
        }
        if !self.checks.is_empty() {
            self.calculated_checks();
        }
    }

    /// What a host's name is answered from: the records of that name, or a part's own AWS name.
    pub(super) fn name(
        &self,
        users_id: &PartId,
        users: &UsersSettings,
        host: &str,
        routes: &mut Vec<Route>,
    ) -> Option<Name> {
        let first = routes.len() as u16;
        for (wire, _, to_zone, _) in self.outgoing(users_id) {
            let PartSettings::Route53(zone) = &self.design.parts.get(&to_zone.to)?.settings else { continue };
            let policy = self.records(users, host, (&to_zone.to, zone, wire), routes);
            let Some(policy) = policy else { continue };
            let slot = self.slot(&to_zone.to).map(|slot| slot as u16);
            let count = routes.len() as u16 - first;
            return Some(Name { policy, first, count, zone: slot, lookup: ms(zone.lookup_ms) });
        }
        let mut direct = self.outgoing(users_id).into_iter().filter(|(_, _, _, kind)| *kind != PartKind::Route53);
        let (wire, _, target, kind) = direct.next()?;
        let front = self.front(&target.to, kind)?;
        let tls = match front {
            Front::Distribution(_) => Tls::OwnName,
            Front::Bucket(bucket) if !self.engine.buckets[usize::from(bucket)].is_website => Tls::OwnName,
            Front::Instance(_) => self.tls(&target.to, front),
            Front::LoadBalancer(_) if !self.design.parts.get(&target.to)?.ends_tls() => Tls::Passed,
            _ => Tls::Plain,
        };
        let round_trip = self.round_trip(users, &target.to, front);
        let target = self.index(&target.to)?;
        routes.push(route(front, target, [wire, wire], tls, round_trip, host));
        let lookup = ms(fact::LOOKUP_TIME.value);
        Some(Name { policy: RoutingPolicy::Simple, first, count: 1, zone: None, lookup })
    }

    /// Adds the routes of the records that answer for a host. Records that Route 53 would refuse are not there.
    fn records(
        &self,
        users: &UsersSettings,
        host: &str,
        (zone_id, zone, first_wire): (&PartId, &Route53, WireIndex),
        routes: &mut Vec<Route>,
    ) -> Option<RoutingPolicy> {
        let all = self.outgoing(zone_id);
        let names = all.iter().map(|(_, _, wire, _)| record_name(wire, &zone.zone));
        // The name itself comes before a wildcard, a longer wildcard before a shorter one.
        let best = names.filter(|name| name_matches(name, host)).max_by_key(|name| (name == host, name.len()))?;
        let start = routes.len();
        let mut policy = None;
        for (wire_index, _, wire, kind) in all {
            let record = wire.record();
            if record_name(wire, &zone.zone) != best || policy.is_some_and(|policy| policy != record.policy) {
                continue;
            }
            let (Some(front), Some(target)) = (self.front(&wire.to, kind), self.index(&wire.to)) else { continue };
            let is_instance = matches!(front, Front::Instance(_));
            let is_alias = record.alias && !is_instance;
            if !is_alias && !is_instance && best == zone.zone {
                continue; // a CNAME at the apex (R53-21)
            }
            let rank = rank(&record, users);
            let new = Route {
                ttl: if is_alias { s(fact::ALIAS_TTL.value) } else { s(record.ttl_s) },
                is_alias,
                weight: record.weight.min(fact::RECORD_WEIGHT.max as u32),
                rank,
                check: self.checks.iter().find(|(wire, _)| *wire == wire_index).map_or(NO_CHECK, |(_, check)| *check),
                evaluates_target: is_alias && record.evaluate_target_health,
                ..route(
                    front,
                    target,
                    [first_wire, wire_index],
                    self.tls(&wire.to, front),
                    self.round_trip(users, &wire.to, front),
                    host,
                )
            };
            if self.is_refused(&record, wire, &new, &routes[start..]) {
                continue;
            }
            policy = Some(record.policy);
            routes.push(new);
        }
        policy
    }

    /// Whether Route 53 refuses a record beside those of its name that are there.
    fn is_refused(&self, record: &Record, wire: &Wire, new: &Route, there: &[Route]) -> bool {
        let is_instance = |route: &Route| matches!(route.front, Front::Instance(_));
        there.iter().any(|other| match record.policy {
            RoutingPolicy::Simple => !(is_instance(new) && is_instance(other)),
            RoutingPolicy::Weighted | RoutingPolicy::Multivalue => false,
            RoutingPolicy::Latency => {
                let region = self.design.region_code(&wire.to);
                region.is_some() && region == self.design.region_code(self.ids[usize::from(other.target)])
            }
            RoutingPolicy::Failover => new.rank == other.rank,
            RoutingPolicy::Geolocation => {
                let earlier = self.wires[usize::from(other.wires[1])].1.record();
                record.location == earlier.location
            }
        })
    }

    /// Round trip between clients and a part: to its Region by way of the nearest one.
    pub(super) fn round_trip(&self, users: &UsersSettings, target: &PartId, front: Front) -> Span {
        if matches!(front, Front::Distribution(_)) {
            return ms(users.edge_rtt_ms);
        }
        let region = self.design.region_code(target).unwrap_or_default();
        let beyond = round_trip_ms(&users.location, region).unwrap_or(0.0);
        ms(users.region_rtt_ms + beyond)
    }

    pub(super) fn front(&self, id: &PartId, kind: PartKind) -> Option<Front> {
        let slot = self.slot(id)?;
        match kind {
            PartKind::Cloudfront => Some(Front::Distribution(slot as u16)),
            PartKind::Alb | PartKind::Nlb => Some(Front::LoadBalancer(slot as u16)),
            PartKind::Ec2 => Some(Front::Instance(slot)),
            PartKind::S3 => Some(Front::Bucket(slot as u16)),
            _ => None,
        }
    }

    /// What HTTPS to this part meets (ACM-01, ACM-02). An instance serves plain HTTP, or ends TLS itself.
    pub(super) fn tls(&self, id: &PartId, front: Front) -> Tls {
        if let Front::Instance(index) = front {
            let has_key = self.engine.instances[index as usize].server.speaks_tls;
            return if has_key { Tls::OnInstance } else { Tls::Plain };
        }
        let missing = Tls::Missing(self.index(id).unwrap_or_default());
        match front {
            // The website endpoint speaks HTTP only (S3-07); the REST endpoint has a certificate for AWS's names only.
            Front::Bucket(bucket) if self.engine.buckets[usize::from(bucket)].is_website => return Tls::Plain,
            Front::Bucket(_) => return missing,
            _ => {}
        }
        if self.design.parts.get(id).is_some_and(|part| !part.ends_tls()) {
            // The bytes pass: TLS ends at a target with a certificate of its own.
            return Tls::Passed;
        }
        let Some(certificate) = self.design.parts.get(id).and_then(|part| part.certificate()) else { return missing };
        let needed = match front {
            Front::Distribution(_) => Some("us-east-1"),
            _ => self.design.region_code(id),
        };
        let is_one = self.design.parts.get(certificate).is_some_and(|part| part.kind() == PartKind::Certificate);
        match self.slot(certificate) {
            Some(slot) if is_one && self.design.region_code(certificate) == needed => Tls::Certificate(slot as u16),
            _ => missing,
        }
    }
}

#[later]
impl Compiler<'_> {
    fn record_checks(&mut self, part: PartIndex, id: &PartId, zone: &Route53) {
        for (wire_index, wire_id, wire, kind) in self.outgoing(id) {
            let record = wire.record();
            if record.health_check.kind == RecordCheckType::None {
                continue;
            }
            let (Some(front), Some(target)) = (self.front(&wire.to, kind), self.index(&wire.to)) else { continue };
            let stream = Stream::new(self.engine.seed, stable_hash(wire_id.as_str()), Purpose::CONTROL);
            let check = self.engine.record_checks.len() as u16;
            self.checks.push((wire_index, check));
            let tls = self.tls(&wire.to, front);
            let check = self.record_check(part, target, &record, stream);
            let count = check.checkers.max(1);
            self.engine.record_checks.push(check);
            self.engine.users.push(checkers(part, target, front, tls, ms(zone.checker_rtt_ms), wire_index, count));
        }
    }

    /// Calculated checks find their children: the checks of the parts they name, other than calculated ones.
    fn calculated_checks(&mut self) {
        let checks = self.checks.clone();
        for (wire, index) in &checks {
            let record = self.wires[usize::from(*wire)].1.record();
            if record.health_check.kind != RecordCheckType::Calculated {
                continue;
            }
            let is_child = |(wire, child): &(WireIndex, u16)| {
                let to = self.wires[usize::from(*wire)].1.to.as_str();
                let is_calculated = self.engine.record_checks[usize::from(*child)].kind == RecordCheckType::Calculated;
                !is_calculated && record.health_check.children.iter().any(|name| name == to)
            };
            let children = checks.iter().filter(|pair| is_child(pair)).map(|(_, child)| *child).collect();
            let place = usize::from(*index);
            self.engine.record_checks[place].children = children;
            let check = &self.engine.record_checks[place];
            let says = self.engine.healthy_children(place) >= check.needed;
            self.engine.record_checks[place].is_healthy = says != check.inverted;
        }
    }
}

#[rare]
impl Compiler<'_> {
    fn record_check(
        &mut self,
        zone: PartIndex,
        target: PartIndex,
        record: &Record,
        mut choices: Stream,
    ) -> RecordCheck {
        let settings = &record.health_check;
        let interval = Span::from_s(u64::from(settings.request_interval.seconds()));
        let asks = !matches!(settings.kind, RecordCheckType::Calculated | RecordCheckType::CloudwatchAlarm);
        let checkers = if asks { settings.checkers.max(1) } else { 0 };
        let first = self.engine.checkers.len() as u32;
        for checker in first..first + checkers {
            let phase = choices.uniform_span(Span::ZERO, interval);
            self.engine.queue.push(SimTime::ZERO + phase, Kind::RecordCheck as u8, 0, checker);
            let check = self.engine.record_checks.len() as u16;
            self.engine.checkers.push(Checker { check, streak: 0, is_passing: true });
        }
        RecordCheck {
            zone,
            target,
            kind: settings.kind,
            users: self.engine.users.len() as u16,
            interval,
            threshold: settings.failure_threshold.max(1),
            class: if settings.depth == HealthCheckDepth::Deep { Class::Read } else { Class::Asset },
            path: path_of(&settings.path),
            port: settings.port as u16,
            finds_string: settings.search_string_end <= fact::SEARCH_STRING_BYTES.whole(),
            inverted: settings.inverted,
            first,
            checkers,
            passing: checkers,
            children: Vec::new(),
            needed: settings.healthy_children,
            fewest: u32::MAX,
            is_healthy: !settings.inverted,
            why: None,
            choices,
        }
    }
}

#[rare]
fn is_checked(wire: &Wire) -> bool {
    wire.record().health_check.kind != RecordCheckType::None
}

/// The place of a failover record among its like, or how well a geolocation record fits where the clients are.
#[rare]
fn rank(record: &Record, users: &UsersSettings) -> u8 {
    match record.policy {
        RoutingPolicy::Failover => u8::from(record.failover == FailoverRole::Primary),
        RoutingPolicy::Geolocation => {
            let place = region_place(&users.location);
            let fits = |of: Option<&str>| of == Some(record.location.as_str());
            match record.location.as_str() {
                "*" => 1,
                _ if fits(place.map(|place| place.country)) => 3,
                _ if fits(place.map(|place| place.continent)) => 2,
                _ => 0,
            }
        }
        _ => 0,
    }
}

/// A route without anything of a record.
#[rare]
fn route(front: Front, target: PartIndex, wires: [WireIndex; 2], tls: Tls, round_trip: Span, host: &str) -> Route {
    Route {
        front,
        target,
        wires,
        ttl: s(fact::ALIAS_TTL.value),
        is_alias: true,
        round_trip,
        tls,
        host: Rc::from(host),
        weight: 0,
        rank: 0,
        check: NO_CHECK,
        evaluates_target: false,
        is_wrong: false,
    }
}

/// The hidden traffic source of a health check: what it sends is no client's request.
#[rare]
fn checkers(
    part: PartIndex,
    target: PartIndex,
    front: Front,
    tls: Tls,
    round_trip: Span,
    wire: WireIndex,
    count: u32,
) -> Users {
    let stream = || Stream::new(0, 0, Purpose::CONTROL);
    Users {
        part,
        is_checker: true,
        traffic: Traffic::none(),
        factors: Vec::new(),
        epoch: 0,
        mix: [0.0; 2],
        popularity: Rc::new([1.0]),
        deep_links: 0.0,
        timeout: Span::ZERO,
        retries: RetryPolicy::NONE,
        breakers: [None; 2],
        keep_alive: Span::ZERO,
        tcp_keepalive: Span::ZERO,
        stalling: (0.0, Span::ZERO),
        forwarded_addresses: 0,
        http_version: ninepins_model::parts::HttpVersion::Http1,
        cookies: false,
        dns_minimum: Span::ZERO,
        tls_round_trips: 1,
        edge_round_trip: round_trip,
        bytes: [[0; 3]; 2],
        transfer: [[Span::ZERO; 3]; 2],
        transferred: [0; 2],
        failed: (0, None),
        failed_last: (0, None),
        fronts: Rc::new([]),
        routes: vec![route(front, target, [wire, wire], tls, round_trip, "")],
        names: [None, None],
        connect_timeout: Span::ZERO,
        addresses_tried: 1,
        answers: Vec::new(),
        hosts: Hosts::new(count as usize * 2),
        clients: count,
        resolvers: Vec::new(),
        asks_zone: false,
        default_lookup: Span::ZERO,
        arrivals: stream(),
        choices: stream(),
        backoffs: stream(),
        records: stream(),
        stalls: stream(),
    }
}
