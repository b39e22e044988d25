//! Traffic sources.

use ninepins_macros::rare;
use std::rc::Rc;

use ninepins_model::parts::TlsVersion;
use ninepins_model::{Kind as PartKind, PartId, PartSettings, fact, parts as model};
use ninepins_report::PartIndex;

use super::{Compiler, ms, s};
use crate::kernel::{Purpose, SimTime, Span};
use crate::parts::users::resolver::{Addresses, Resolver};
use crate::parts::users::{Breaker, Hosts, Reachable, RetryPolicy, Traffic, Users};

#[rare]
impl Compiler<'_> {
    pub(super) fn users(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Users(users) = settings else { continue };
            let index = self.engine.users.len() as u32;
            self.slots[usize::from(part)] = index;
            let compiled = self.traffic_source(part, id, users);
            self.engine.users.push(compiled);
            self.warm_dns(index, users.dns_forever);
        }
    }

    fn traffic_source(&self, part: PartIndex, id: &PartId, users: &model::Users) -> Users {
        let total = (users.mix.assets + users.mix.reads + users.mix.writes).max(f64::MIN_POSITIVE);
        let assets = users.mix.assets / total;
        let clients = users.clients.max(1);
        let asks_zone = self.outgoing(id).iter().any(|(_, _, _, kind)| *kind == PartKind::Route53);
        let mut routes = Vec::new();
        let names = [&users.web_host, &users.api_host].map(|host| self.name(id, users, host, &mut routes));
        // A CNAME outlives the addresses behind it, so that each client needs a place for both.
        let has_cname = routes.iter().any(|route| !route.is_alias && route.is_name());
        let resolvers = if has_cname && users.resolvers == 0 { clients } else { users.resolvers };
        let payload = &users.payload;
        let bytes = [
            [payload.request_bytes, payload.request_bytes, payload.write_request_bytes],
            [payload.asset_bytes, payload.read_bytes, payload.write_bytes],
        ];
        let transfer = |bytes: u32| match users.bandwidth_mbps {
            bandwidth if bandwidth > 0.0 => s(f64::from(bytes) * 8e-6 / bandwidth),
            _ => Span::ZERO,
        };
        let fronts = self.each().into_iter().filter(|_| asks_zone).filter_map(|(target, id, settings)| {
            let front = self.front(id, settings.kind())?;
            let (tls, round_trip) = (self.tls(id, front), self.round_trip(users, id, front));
            Some(Reachable { target, front, tls, round_trip })
        });
        Users {
            part,
            is_checker: false,
            fronts: fronts.collect(),
            traffic: Traffic::new(&users.traffic),
            factors: Vec::new(),
            epoch: 0,
            mix: [assets, assets + users.mix.reads / total],
            popularity: popularity(users.assets.objects.clamp(1, self.engine.catalogue), users.assets.zipf),
            deep_links: users.assets.deep_links_percent / 100.0,
            timeout: s(users.timeout_s),
            retries: retry_policy(&users.retries),
            breakers: [circuit_breaker(&users.circuit_breaker); 2],
            keep_alive: s(users.keep_alive_s),
            tcp_keepalive: s(users.tcp_keepalive_s),
            stalling: (users.stalling_percent / 100.0, s(users.stall_s)),
            forwarded_addresses: users.forwarded_addresses,
            http_version: users.http_version,
            cookies: users.cookies,
            dns_minimum: if users.dns_forever { Span::MAX } else { s(users.dns_minimum_s) },
            tls_round_trips: if users.tls == TlsVersion::Tls12 { 2 } else { 1 },
            edge_round_trip: ms(users.edge_rtt_ms),
            bytes,
            transfer: bytes.map(|classes| classes.map(transfer)),
            transferred: [0; 2],
            failed: (0, None),
            failed_last: (0, None),
            routes,
            names,
            connect_timeout: s(users.connect_timeout_s),
            addresses_tried: users.addresses_tried.clamp(1, 8) as u8,
            answers: match users.addresses_tried {
                0 | 1 => Vec::new(),
                _ => vec![Addresses::NONE; clients as usize * 2],
            },
            hosts: Hosts::new(clients as usize * 2),
            clients,
            resolvers: vec![Resolver::EMPTY; resolvers as usize * 2],
            asks_zone,
            default_lookup: ms(fact::LOOKUP_TIME.value),
            arrivals: self.stream(id, Purpose::ARRIVAL),
            choices: self.stream(id, Purpose::ROUTE),
            backoffs: self.stream(id, Purpose::JITTER),
            records: self.stream(id, Purpose::RECORD),
            stalls: self.stream(id, Purpose::STALL),
        }
    }

    /// Clients have been here before: their DNS answers are of every age up to the TTL (R53-32).
    fn warm_dns(&mut self, index: u32, for_ever: bool) {
        let place = index as usize;
        let clients = self.engine.users[place].clients;
        let resolvers = self.engine.users[place].resolvers.len() / 2;
        for host in 0..2 {
            if self.engine.users[place].names[host].is_none() {
                continue;
            }
            for client in 0..clients {
                let Some((route, address, expires)) = self.engine.ask(place, host, client) else { continue };
                if !self.engine.users[place].answers.is_empty() {
                    self.engine.keep_addresses(place, host, client, (route, address));
                }
                let users = &mut self.engine.users[place];
                let lifetime = expires.since(SimTime::ZERO).max(users.dns_minimum);
                let of_resolver = match users.resolvers.get_mut(client as usize * 2 + host) {
                    Some(resolver) => resolver.age(&mut users.choices),
                    None => expires,
                };
                let expires = match for_ever {
                    true => SimTime::NEVER,
                    false if resolvers > 0 && users.dns_minimum.is_zero() => of_resolver,
                    false => SimTime::ZERO + users.choices.uniform_span(Span::ZERO, lifetime),
                };
                users.hosts.learn(client as usize * 2 + host, route, address, expires);
            }
        }
        for zone in &mut self.engine.hosted_zones {
            (zone.queries, zone.billed) = (0, 0);
            self.engine.record.parts[usize::from(zone.part)] = crate::record::PartCounters::default();
        }
    }
}

#[rare]
fn retry_policy(retries: &model::Retries) -> RetryPolicy {
    let bucket = &retries.token_bucket;
    RetryPolicy {
        max: retries.max,
        writes: retries.writes,
        backoff: retries.backoff,
        base: ms(retries.base_ms),
        cap: ms(retries.cap_ms),
        jitter: retries.jitter,
        bucket: bucket.enabled.then_some([bucket.deposit, bucket.capacity]),
        tokens: bucket.initial.min(bucket.capacity),
    }
}

#[rare]
fn circuit_breaker(breaker: &model::CircuitBreaker) -> Option<Breaker> {
    breaker.enabled.then(|| Breaker {
        limit: breaker.failures.max(1),
        open: s(breaker.open_s),
        probes: breaker.probes.max(1),
        failures: 0,
        open_until: SimTime::ZERO,
        tried: 0,
        succeeded: 0,
        entry: 0,
    })
}

/// Cumulative Zipf popularity of objects 0 to n-1.
#[rare]
pub(super) fn popularity(objects: u32, exponent: f64) -> Rc<[f64]> {
    let weights: Vec<f64> = (1..=objects).map(|rank| libm::pow(f64::from(rank), -exponent)).collect();
    let total: f64 = weights.iter().sum();
    let mut sum = 0.0;
    weights
        .into_iter()
        .map(|weight| {
            sum += weight / total;
            sum
        })
        .collect()
}
