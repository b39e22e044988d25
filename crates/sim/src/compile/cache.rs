//! Caches beside databases, and their clients.

use ninepins_macros::{later, rare};
use ninepins_model::wires::OnWrite;
use ninepins_model::{Kind as PartKind, PartId, PartSettings, parts as model};
use ninepins_report::{Because, MemberRole, PartIndex};

use super::users::popularity;
use super::{Compiler, ms, s};
use crate::attempt::NONE;
use crate::kernel::{Purpose, SimTime};
use crate::network::Place;
use crate::parts::elasticache::{Cache, CacheClient, CacheNode, Items};

/// A prime, so that a step of as many keys comes by every one of them.
const STRIDE: u64 = 104_729;

#[rare]
impl Compiler<'_> {
    pub(super) fn caches(&mut self) {
        for (part, id, settings) in self.each() {
            if let PartSettings::Elasticache(cache) = settings {
                self.cache(part, id, cache);
            }
        }
    }
}

#[later]
impl Compiler<'_> {
    fn cache(&mut self, part: PartIndex, id: &PartId, settings: &model::Elasticache) {
        let places = self.places(id, &settings.subnets);
        if places.is_empty() {
            return;
        }
        let count = 1 + settings.replicas.min(5) as usize;
        let mut nodes = Vec::new();
        for (place, number) in places.iter().cycle().zip(1..=count as u32) {
            let place = self.engine.network.take_address(*place).unwrap_or(*place);
            nodes.push(CacheNode {
                number,
                role: if number == 1 { MemberRole::Primary } else { MemberRole::Replica },
                place: Place { has_public_address: false, ..place },
                alive: true,
                because: Because::Configuration,
                epoch: 0,
            });
        }
        let lag = ms(settings.replication_lag_ms);
        self.slots[usize::from(part)] = self.engine.caches.len() as u32;
        self.engine.caches.push(Cache {
            part,
            nodes,
            primary: 0,
            is_available: true,
            epoch: 0,
            items: items(settings),
            popularity: popularity(settings.items.max(1), settings.zipf),
            keys: self.stream(id, Purpose::KEY),
            command: ms(settings.command_ms),
            free_at: SimTime::ZERO,
            max_connections: settings.max_connections,
            connections: 0,
            fails_over: settings.fails_over(),
            failover: (s(settings.failover_min_s), s(settings.failover_max_s)),
            replacement: s(settings.replacement_s),
            replication_lag: lag,
            step: 0,
            lost_at: SimTime::ZERO,
            because: Because::Configuration,
            interruptions: Vec::new(),
            cold: None,
            cold_since: SimTime::ZERO,
            usual: 0.0,
            plans: self.stream(id, Purpose::CONTROL),
            second: Default::default(),
            load: 0.0,
        });
    }
}

#[rare]
impl Compiler<'_> {
    /// The client of the first cache that a part is wired to.
    pub(super) fn cache_client(&self, id: &PartId) -> Option<CacheClient> {
        self.outgoing(id).into_iter().find_map(|(wire_index, _, wire, kind)| {
            if kind != PartKind::Elasticache {
                return None;
            }
            let settings = wire.cache();
            Some(CacheClient {
                wire: wire_index,
                cache: self.slot(&wire.to)?,
                timeout: s(settings.timeout_s),
                reconnect: s(settings.reconnect_s),
                connections: settings.connections,
                invalidates: settings.on_write == OnWrite::Invalidate,
                epoch: NONE,
                retry_at: SimTime::ZERO,
            })
        })
    }
}

/// What the cache holds at the start: the most popular items, written at times spread over their life.
fn items(settings: &model::Elasticache) -> Items {
    let keys = settings.items.clamp(1, ninepins_model::fact::CACHE_ITEMS.max as u32);
    let lag = (settings.replicas > 0).then(|| ms(settings.replication_lag_ms));
    let mut items = Items::new(keys, settings.capacity(), settings.evicts(), s(settings.ttl_s), lag);
    let count = (f64::from(keys) * (settings.filled_percent / 100.0).clamp(0.0, 1.0)) as u64;
    let count = count.min(u64::from(settings.capacity()));
    for place in 0..count {
        // The oldest first, and popular ones among them.
        let key = place * STRIDE % count;
        let age =
            items.ttl().map_or(crate::kernel::Span::ZERO, |ttl| ttl.scaled((count - place) as f64 / count as f64));
        items.fill(key as u32, age);
    }
    items
}
