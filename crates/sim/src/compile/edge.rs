//! Certificates, buckets, distributions and hosted zones.

use ninepins_macros::rare;
use ninepins_model::parts::{Cloudfront, Endpoint};
use ninepins_model::wires::{self, CacheControl, CachePolicy, OriginProtocol, OriginRole};
use ninepins_model::{Kind as PartKind, PartId, PartSettings, fact, record_name};
use ninepins_report::{CauseKind, Outcome};

use super::{Compiler, ms, s};
use crate::kernel::{Purpose, SimTime, Span};
use crate::parts::certificate::{Certificate, Tls};
use crate::parts::cloudfront::{
    Behaviour, Counters, Distribution, ErrorPage, INDEX, IdleConnections, Location, Origin, OriginServer, OriginTls,
    path_of, refused,
};
use crate::parts::s3::{Bucket, Prefix};
use crate::parts::users::Front;

#[rare]
impl Compiler<'_> {
    pub(super) fn certificates(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::Certificate(certificate) = settings else { continue };
            let index = self.engine.certificates.len() as u32;
            self.slots[usize::from(part)] = index;
            self.engine.certificates.push(Certificate {
                part,
                settings: certificate.clone(),
                is_in_use: self.is_in_use(id),
                expiries: Vec::new(),
                removals: Vec::new(),
                expires: SimTime::ZERO + Span::from_s_f64(certificate.expires_in_days * 86_400.0),
                renewals: 0,
                expired: None,
            });
            self.engine.schedule_certificate(index);
        }
    }

    /// Whether some part uses a certificate that AWS would attach to it (ACM-01, ACM-02, ACM-07).
    fn is_in_use(&self, id: &PartId) -> bool {
        let region = self.design.region_code(id);
        self.design.parts.iter().any(|(user, part)| {
            let needed =
                if part.kind() == PartKind::Cloudfront { Some("us-east-1") } else { self.design.region_code(user) };
            part.certificate() == Some(id) && needed == region
        })
    }

    pub(super) fn buckets(&mut self) {
        for (part, id, settings) in self.each() {
            let PartSettings::S3(bucket) = settings else { continue };
            self.slots[usize::from(part)] = self.engine.buckets.len() as u32;
            let rates = [bucket.get_rps, bucket.put_rps];
            let prefix = Prefix {
                tokens: rates,
                refilled: [SimTime::ZERO; 2],
                partitions: 1,
                is_throttled: false,
                throttled_s: 0,
            };
            self.engine.buckets.push(Bucket {
                part,
                objects: bucket.objects,
                is_website: bucket.endpoint == Endpoint::Website,
                public_read: bucket.public_read,
                list_bucket: bucket.list_bucket,
                put_object: bucket.put_object,
                first_byte: (ms(bucket.first_byte_min_ms), ms(bucket.first_byte_max_ms)),
                rates,
                prefixes: vec![prefix; bucket.prefixes.max(1) as usize],
                repartition_s: bucket.repartition_s as u32,
                throttles: Vec::new(),
                denials: Vec::new(),
                errors: [0; 2],
                answered: [0; 2],
                latency: self.stream(id, Purpose::SERVICE),
                writes: self.stream(id, Purpose::ROUTE),
            });
        }
    }

    pub(super) fn distributions(&mut self) {
        let answers = self.answers();
        for (part, id, settings) in self.each() {
            let PartSettings::Cloudfront(cdn) = settings else { continue };
            let (wires, origins) = self.origins(id);
            let behaviours = behaviours(&wires, &origins, cdn);
            let catalogue = self.engine.catalogue;
            let mut path = String::new();
            let mut behaviour_of = |key: u32| {
                path_of(key, catalogue, &mut path);
                let found = behaviours.iter().position(|(pattern, _)| wires[usize::from(*pattern)].serves(&path));
                found.map_or(u8::MAX, |index| index as u8)
            };
            let file_behaviours = (0..=catalogue * 2).map(&mut behaviour_of).collect();
            let api_behaviour = behaviour_of(catalogue * 2 + 1);
            let behaviours: Vec<Behaviour> = behaviours.into_iter().map(|(_, behaviour)| behaviour).collect();
            let caches_api = behaviours.get(usize::from(api_behaviour)).is_some_and(|api| api.ttl[1].is_some());
            let keys = catalogue as usize * if caches_api { 3 } else { 2 } + 1;
            let (edges, regionals) = (cdn.edge_locations.clamp(1, 1000), cdn.regional_edge_caches.min(100));
            let shields = u32::from(behaviours.iter().any(|behaviour| behaviour.shield));
            let capacity = (cdn.cache_size_mb * 1e6 / answers[0].max(1) as f64) as u32;
            let locations = vec![Location::new(keys, capacity); (edges + regionals + shields) as usize];
            // Connections have been used before, as clients have been here before.
            let idle = IdleConnections { count: 1, last_used: SimTime::ZERO };
            let is_index = cdn.default_root_object.trim_start_matches('/') == "index.html";
            self.slots[usize::from(part)] = self.engine.distributions.len() as u32;
            self.engine.distributions.push(Distribution {
                part,
                edges: edges as u16,
                regionals: regionals as u16,
                regional_round_trip: ms(cdn.regional_rtt_ms),
                connections: vec![idle; origins.len() * locations.len()],
                locations,
                origins,
                behaviours,
                file_behaviours,
                api_behaviour,
                error_pages: error_pages(cdn),
                error_ttl: s(cdn.error_caching_min_ttl_s),
                root: if is_index { INDEX } else { catalogue * 2 },
                catalogue,
                capacity,
                answers,
                compressed_percent: cdn.compressed_percent.clamp(1, 100) as u8,
                quota: (cdn.request_quota_rps as u32, (cdn.throughput_quota_gbps * 1e9 / 8.0) as u64),
                invalidation: (s(cdn.invalidation_min_s), s(cdn.invalidation_max_s)),
                invalidating: Vec::new(),
                keys: self.stream(id, Purpose::ROUTE),
                control: self.stream(id, Purpose::CONTROL),
                second: Counters::default(),
            });
        }
    }

    /// The largest files and answers of the API that any clients ask for, in bytes.
    fn answers(&self) -> [u64; 2] {
        let mut answers = [0; 2];
        for part in self.design.parts.values() {
            if let PartSettings::Users(users) = &part.settings {
                let payload = &users.payload;
                answers[0] = answers[0].max(u64::from(payload.asset_bytes));
                answers[1] = answers[1].max(u64::from(payload.read_bytes));
            }
        }
        answers
    }

    /// The wires to the origins of a distribution, and the origins.
    fn origins(&self, id: &PartId) -> (Vec<wires::Origin>, Vec<Origin>) {
        let mut settings = Vec::new();
        let mut origins = Vec::new();
        for (wire_index, _, wire, kind) in self.outgoing(id) {
            let Some(slot) = self.slot(&wire.to) else { continue };
            let server = match kind {
                PartKind::S3 => OriginServer::Bucket(slot as u16),
                PartKind::Alb | PartKind::Nlb => OriginServer::LoadBalancer(slot as u16),
                _ => OriginServer::Instance(slot),
            };
            let origin = wire.origin();
            origins.push(Origin {
                wire: wire_index,
                server,
                tls: self.origin_tls(&wire.to, server, &origin),
                signed: origin.origin_access_control,
                connection_timeout: s(origin.connection_timeout_s),
                attempts: origin.connection_attempts,
                response_timeout: s(origin.response_timeout_s),
                keep_alive: s(origin.keep_alive_s),
                round_trip: ms(origin.rtt_ms),
            });
            settings.push(origin);
        }
        (settings, origins)
    }

    /// What a connection to an origin meets (ACM-03, CF-32, S3-07).
    fn origin_tls(&self, id: &PartId, server: OriginServer, origin: &wires::Origin) -> OriginTls {
        let part = self.design.parts.get(id);
        let index = self.index(id).unwrap_or_default();
        let speaks_https = match (server, part.map(|part| &part.settings)) {
            (_, Some(PartSettings::S3(bucket))) => bucket.endpoint == Endpoint::Rest,
            _ => part.is_some_and(|part| part.certificate().is_some()),
        };
        let uses_https = match origin.protocol {
            OriginProtocol::Automatic => speaks_https,
            OriginProtocol::HttpOnly => false,
            OriginProtocol::HttpsOnly => true,
        };
        match (uses_https, server) {
            (true, _) if !speaks_https => refused(CauseKind::OriginProtocol, index),
            (true, OriginServer::LoadBalancer(slot)) => {
                OriginTls::Https(self.tls(id, Front::LoadBalancer(slot)), self.origin_name(id, origin).into())
            }
            (true, _) => OriginTls::Https(Tls::OwnName, "".into()),
            // A load balancer with a certificate listens for HTTPS only.
            (false, OriginServer::LoadBalancer(_)) if speaks_https => refused(CauseKind::OriginProtocol, index),
            (false, _) => OriginTls::Plain,
        }
    }

    /// The name that an origin's certificate must cover: its domain, or the host that is forwarded.
    fn origin_name(&self, id: &PartId, origin: &wires::Origin) -> String {
        if !origin.domain.is_empty() {
            return origin.domain.clone();
        }
        let certificate = self.design.parts.get(id).and_then(|part| part.certificate());
        let covers = |name: &String| {
            matches!(certificate.and_then(|id| self.design.parts.get(id)).map(|part| &part.settings),
                Some(PartSettings::Certificate(certificate)) if certificate.covers(name))
        };
        let mut names: Vec<String> = Vec::new();
        for (_, wire) in self.wires.iter().filter(|(_, wire)| &wire.to == id) {
            if let Some(PartSettings::Route53(zone)) = self.design.parts.get(&wire.from).map(|part| &part.settings) {
                names.push(record_name(wire, &zone.zone));
            }
        }
        for part in self.design.parts.values() {
            if let PartSettings::Users(users) = &part.settings {
                names.extend([users.api_host.clone(), users.web_host.clone()]);
            }
        }
        names.iter().find(|name| covers(name)).or(names.first()).cloned().unwrap_or_default()
    }
}

/// The behaviours of a distribution in their order, each with the wire that its path pattern is on.
#[rare]
fn behaviours(wires: &[wires::Origin], origins: &[Origin], cdn: &Cloudfront) -> Vec<(u16, Behaviour)> {
    let rank = |index: u16| (wires[usize::from(index)].is_default(), wires[usize::from(index)].precedence);
    let mut order: Vec<u16> = Vec::new();
    for index in 0..wires.len() as u16 {
        if wires[usize::from(index)].role == OriginRole::Primary {
            let place = order.iter().position(|other| rank(*other) > rank(index)).unwrap_or(order.len());
            order.insert(place, index);
        }
    }
    let secondary = |path: &str| {
        let stands_in = |wire: &wires::Origin| {
            wire.role == OriginRole::Secondary && (wire.path == path || wire.is_default() && is_default_path(path))
        };
        wires.iter().position(stands_in).map_or(u16::MAX, |index| index as u16)
    };
    order
        .into_iter()
        .map(|index| {
            let wire = &wires[usize::from(index)];
            let is_bucket = matches!(origins[usize::from(index)].server, OriginServer::Bucket(_));
            let age =
                if wire.cache_control == CacheControl::MaxAge && !is_bucket { s(wire.max_age_s) } else { Span::ZERO };
            let behaviour = Behaviour {
                origin: index,
                secondary: secondary(&wire.path),
                failover: wire.failover_codes.iter().fold(0, |bits, code| bits | failover_bit(code)),
                ttl: [ttl(wire, cdn, false), ttl(wire, cdn, true)],
                error_age: [age; 2],
                takes_writes: wire.allowed_methods == wires::AllowedMethods::All,
                shield: wire.origin_shield,
                compresses: wire.compress,
            };
            (index, behaviour)
        })
        .collect()
}

#[rare]
fn is_default_path(path: &str) -> bool {
    wires::Origin { path: path.to_owned(), ..wires::Origin::default() }.is_default()
}

/// How long answers are kept (CF-01 to CF-04); `None` if they are never looked up.
#[rare]
fn ttl(wire: &wires::Origin, cdn: &Cloudfront, is_api: bool) -> Option<Span> {
    let (least, usual, most) = match wire.cache_policy {
        CachePolicy::Custom => (cdn.min_ttl_s, cdn.default_ttl_s, cdn.max_ttl_s),
        CachePolicy::CachingOptimized => (fact::OPTIMIZED_MIN_TTL.value, fact::DEFAULT_TTL.value, fact::MAX_TTL.value),
        CachePolicy::CachingDisabled => return None,
    };
    let seconds = match wire.cache_control {
        CacheControl::Usual if is_api => 0.0,
        CacheControl::NoStore => 0.0,
        CacheControl::Usual | CacheControl::Absent => return Some(s(usual.max(least).min(most.max(least)))),
        CacheControl::MaxAge => return Some(s(wire.max_age_s.max(least).min(most.max(least)))),
    };
    // What must not be stored is kept for the minimum TTL, and with none of it nobody waits for another's fetch.
    (least > seconds).then_some(s(least))
}

/// What each status becomes that is replaced (CF-18).
#[rare]
fn error_pages(cdn: &Cloudfront) -> Vec<ErrorPage> {
    let pages = cdn.error_responses().filter_map(|response| {
        Some(ErrorPage { outcome: outcome_of(response.code)?, answer: outcome_of(response.response_code)? })
    });
    pages.take(usize::from(u8::MAX) - 1).collect()
}

/// What an answer with a status is; `None` for a status that nothing here answers with.
const fn outcome_of(code: u16) -> Option<Outcome> {
    Some(match code {
        200 => Outcome::Ok,
        403 => Outcome::Forbidden,
        404 => Outcome::NotFound,
        429 => Outcome::TooManyRequests,
        500 => Outcome::InternalError,
        502 => Outcome::BadGateway,
        503 => Outcome::ServiceUnavailable,
        504 => Outcome::GatewayTimeout,
        _ => return None,
    })
}

#[rare]
fn failover_bit(code: &str) -> u32 {
    let code = if wires::FAILOVER_CODES.contains(&code) { code.parse().ok() } else { None };
    code.and_then(outcome_of).map_or(0, |outcome| 1 << outcome as u32)
}
