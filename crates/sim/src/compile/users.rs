//! Traffic sources and where their hosts lead.

use std::rc::Rc;

use ninepins_model::parts::TlsVersion;
use ninepins_model::{Kind as PartKind, PartId, PartSettings, fact, parts as model, record_name};
use ninepins_report::PartIndex;

use super::{Compiler, ms, s};
use crate::attempt::NONE;
use crate::kernel::{Purpose, SimTime, Span};
use crate::parts::certificate::Tls;
use crate::parts::users::{ClientHost, Front, Route, Users};

impl Compiler<'_> {
    pub(super) fn users(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Users(users) = settings else { continue };
            let index = self.engine.users.len() as u32;
            self.slots[usize::from(part)] = index;
            let compiled = self.traffic_source(part, id, users);
            self.engine.users.push(compiled);
            self.warm_dns(index);
        }
    }

    pub(super) fn traffic_source(&self, part: PartIndex, id: &PartId, users: &model::Users) -> Users {
        let total = (users.mix.assets + users.mix.reads + users.mix.writes).max(f64::MIN_POSITIVE);
        let assets = users.mix.assets / total;
        let clients = users.clients.max(1);
        let hosts = [&users.web_host, &users.api_host];
        let unknown = ClientHost {
            address: NONE,
            expires: SimTime::ZERO,
            connected: NONE,
            connected_epoch: 0,
            ready: SimTime::ZERO,
            last_used: SimTime::ZERO,
            uses: 0,
        };
        let asks_zone = self.outgoing(id).iter().any(|(_, _, _, kind)| *kind == PartKind::Route53);
        Users {
            part,
            rps: users.traffic.rps,
            factors: Vec::new(),
            epoch: 0,
            mix: [assets, assets + users.mix.reads / total],
            popularity: popularity(users.assets.objects.clamp(1, self.engine.catalogue), users.assets.zipf),
            deep_links: users.assets.deep_links_percent / 100.0,
            timeout: s(users.timeout_s),
            retries: users.retries.max,
            retry_writes: users.retries.writes,
            backoff_base: ms(users.retries.base_ms),
            backoff_cap: ms(users.retries.cap_ms),
            jitter: users.retries.jitter,
            keep_alive: s(users.keep_alive_s),
            dns_minimum: s(users.dns_minimum_s),
            tls_round_trips: if users.tls == TlsVersion::Tls12 { 2 } else { 1 },
            edge_round_trip: ms(users.edge_rtt_ms),
            region_round_trip: ms(users.region_rtt_ms),
            routes: hosts.map(|host| self.route(id, host)),
            hosts: vec![unknown; clients as usize * 2],
            clients,
            asks_zone,
            default_lookup: ms(fact::LOOKUP_TIME.value),
            arrivals: self.stream(id, Purpose::ARRIVAL),
            choices: self.stream(id, Purpose::ROUTE),
            backoffs: self.stream(id, Purpose::JITTER),
        }
    }

    /// Where a host leads: through a record of that name, or straight to a part by its own AWS name.
    pub(super) fn route(&self, users: &PartId, host: &str) -> Option<Route> {
        for (first, _, wire, kind) in self.outgoing(users) {
            let PartSettings::Route53(zone) = &self.design.parts.get(&wire.to)?.settings else { continue };
            debug_assert_eq!(kind, PartKind::Route53);
            for (second, _, record_wire, target) in self.outgoing(&wire.to) {
                if record_name(record_wire, &zone.zone) != host {
                    continue;
                }
                let Some(front) = self.front(&record_wire.to, target) else { continue };
                let is_alias = !matches!(front, Front::Instance(_));
                let ttl = if is_alias { s(fact::ALIAS_TTL.value) } else { s(record_wire.record().ttl_s) };
                return Some(Route {
                    front,
                    wires: [first, second],
                    zone: self.slot(&wire.to).map(|slot| slot as u16),
                    ttl,
                    lookup: ms(zone.lookup_ms),
                    tls: self.tls(&record_wire.to, front),
                    host: Rc::from(host),
                });
            }
        }
        let direct = self.outgoing(users).into_iter().find(|(_, _, _, kind)| *kind != PartKind::Route53)?;
        let (wire, _, target, kind) = direct;
        let front = self.front(&target.to, kind)?;
        let tls = match front {
            Front::Distribution(_) => Tls::OwnName,
            Front::Instance(_) => self.tls(&target.to, front),
            Front::LoadBalancer(_) => Tls::Plain,
        };
        Some(Route {
            front,
            wires: [wire, wire],
            zone: None,
            ttl: s(fact::ALIAS_TTL.value),
            lookup: ms(fact::LOOKUP_TIME.value),
            tls,
            host: Rc::from(host),
        })
    }

    pub(super) fn front(&self, id: &PartId, kind: PartKind) -> Option<Front> {
        let slot = self.slot(id)?;
        match kind {
            PartKind::Cloudfront => Some(Front::Distribution(slot as u16)),
            PartKind::Alb => Some(Front::LoadBalancer(slot as u16)),
            PartKind::Ec2 => Some(Front::Instance(slot)),
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

    /// Clients have been here before: their DNS answers are of every age up to the TTL (R53-32).
    pub(super) fn warm_dns(&mut self, index: u32) {
        let clients = self.engine.users[index as usize].clients;
        for host in 0..2 {
            let Some(route) = &self.engine.users[index as usize].routes[host] else { continue };
            let (front, ttl) = (route.front, route.ttl);
            for client in 0..clients {
                let address = self.engine.resolve_front(front, client);
                let users = &mut self.engine.users[index as usize];
                let lifetime = ttl.max(users.dns_minimum);
                let remaining = users.choices.uniform_span(Span::ZERO, lifetime);
                let known = &mut users.hosts[client as usize * 2 + host];
                known.address = address;
                known.expires = SimTime::ZERO + remaining;
            }
        }
    }
}

/// Cumulative Zipf popularity of objects 0 to n-1.
fn popularity(objects: u32, exponent: f64) -> Rc<[f64]> {
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
