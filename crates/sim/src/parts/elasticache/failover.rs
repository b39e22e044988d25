//! What becomes of lost cache nodes: a replica is promoted (EC-01), or the node is replaced, empty unless a replica has what
//! it held (EC-02).

use ninepins_model::PartId;
use ninepins_report::{Because, LogFact, MemberRole};

use super::CacheNode;
use crate::engine::Engine;
use crate::event::Kind;

/// Epochs that fit into an event beside the number of a node.
const EPOCHS: u32 = 0xffff;

impl CacheNode {
    /// Says which plan an event belongs to.
    fn token(&self, node: usize) -> u32 {
        (self.epoch & EPOCHS) << 8 | node as u32
    }
}

impl Engine {
    fn cache_of(&self, id: &PartId) -> Option<usize> {
        let part = self.part_index(id)?;
        self.caches.iter().position(|cache| cache.part == part)
    }

    /// A node is lost with what it holds.
    fn lose_cache_node(&mut self, index: usize, node: usize, because: Because) {
        let now = self.now;
        let cache = &mut self.caches[index];
        (cache.nodes[node].alive, cache.nodes[node].because) = (false, because);
        if node == cache.primary {
            if std::mem::replace(&mut cache.is_available, false) {
                cache.lost_at = now;
            }
            cache.epoch += 1;
            cache.connections = 0;
            cache.free_at = now;
            cache.step += 1;
            let promotes = cache.fails_over && cache.nodes.iter().any(|node| node.alive);
            let part = cache.part;
            if promotes {
                let (low, high) = cache.failover;
                let takes = cache.plans.uniform_span(low, high.max(low));
                let step = cache.step & 0x00ff_ffff;
                self.queue.push(now + takes, Kind::CachePromotion as u8, step, index as u32);
            }
            let entry = self.log(Some(part), None, LogFact::CachePrimaryLost { promotes }, because);
            self.caches[index].because = Because::Decision(entry);
            self.chill(index, because);
        }
        self.replace_cache_node(index, node);
    }

    /// From now on the cache answers less than it usually does.
    fn chill(&mut self, index: usize, because: Because) {
        let now = self.now;
        let cache = &mut self.caches[index];
        if cache.usual > 0.0 {
            (cache.cold, cache.cold_since) = (Some(because), now);
        }
    }

    /// Whether a node's zone has power and a network.
    fn can_replace(&self, index: usize, node: usize) -> bool {
        let cache = &self.caches[index];
        let zone = cache.nodes[node].place.zone;
        self.network.outage(zone).is_none() && !cache.interruptions.iter().any(|(_, other)| *other == zone)
    }

    /// Plans the replacement of a lost node, unless its zone cannot have one.
    fn replace_cache_node(&mut self, index: usize, node: usize) {
        if !self.can_replace(index, node) {
            return;
        }
        let cache = &mut self.caches[index];
        cache.nodes[node].epoch += 1;
        let token = cache.nodes[node].token(node);
        let at = self.now + cache.replacement;
        self.queue.push(at, Kind::CacheNodeReady as u8, token, index as u32);
    }

    /// A replica is promoted: it has nothing of what was written last (EC-01).
    pub(crate) fn cache_promotion(&mut self, index: u32, step: u32) {
        let index = index as usize;
        let cache = &self.caches[index];
        if cache.step & 0x00ff_ffff != step || cache.is_available {
            return;
        }
        // The replica with the least lag: here they all have the same.
        let Some(node) = cache.nodes.iter().position(|node| node.alive) else { return };
        self.promote_cache_node(index, node);
    }

    fn promote_cache_node(&mut self, index: usize, node: usize) {
        let now = self.now;
        let cache = &mut self.caches[index];
        let lost = cache.items.lose_tail(cache.lost_at - cache.replication_lag, now);
        cache.nodes[cache.primary].role = MemberRole::Replica;
        cache.nodes[node].role = MemberRole::Primary;
        cache.primary = node;
        cache.is_available = true;
        cache.epoch += 1;
        let (part, number, because) = (cache.part, cache.nodes[node].number, cache.because);
        let after_s = (now - cache.lost_at).as_s_f64() as f32;
        let zone = self.network.zones[usize::from(cache.nodes[node].place.zone)].part;
        self.log(Some(part), Some(number), LogFact::CachePromoted { after_s, zone, lost }, because);
    }

    /// The replacement of a lost node is there. A replica copies the primary; a primary copies a replica, or is empty.
    pub(crate) fn cache_node_ready(&mut self, index: u32, token: u32) {
        let now = self.now;
        let (index, node) = (index as usize, (token & 0xff) as usize);
        let cache = &self.caches[index];
        if cache.nodes[node].alive || cache.nodes[node].token(node) != token || !self.can_replace(index, node) {
            return;
        }
        let cache = &mut self.caches[index];
        let is_empty = !cache.nodes.iter().any(|node| node.alive);
        let because = cache.nodes[node].because;
        cache.nodes[node].alive = true;
        let (part, number) = (cache.part, cache.nodes[node].number);
        if cache.is_available {
            self.log(Some(part), Some(number), LogFact::CacheReplicaReady, because);
            return;
        }
        if is_empty {
            cache.items.clear();
        }
        if node == cache.primary {
            cache.is_available = true;
            cache.epoch += 1;
            let after_s = (now - cache.lost_at).as_s_f64() as f32;
            let because = cache.because;
            self.log(Some(part), Some(number), LogFact::CacheReplaced { after_s, is_empty }, because);
        } else if is_empty && cache.fails_over {
            self.promote_cache_node(index, node);
        }
    }

    /// The host of the primary fails. Returns 1 if there is one.
    pub(crate) fn fail_cache(&mut self, id: &PartId, because: Because) -> u32 {
        match self.cache_of(id) {
            Some(index) if self.caches[index].is_available => {
                self.lose_cache_node(index, self.caches[index].primary, because);
                1
            }
            _ => 0,
        }
    }

    /// Everything leaves the cache, which goes on. Returns 1 if there is one.
    pub(crate) fn flush_cache(&mut self, id: &PartId, because: Because) -> u32 {
        let Some(index) = self.cache_of(id) else { return 0 };
        self.caches[index].items.clear();
        self.chill(index, because);
        1
    }

    /// The nodes of a cache in a zone lose their power, or may be replaced. Returns how many it concerns.
    pub(crate) fn interrupt_cache(&mut self, id: &PartId, zone: &str, event: u32, on: bool) -> u32 {
        let (Some(index), Some(zone)) = (self.cache_of(id), self.network.zone_named(zone)) else { return 0 };
        let has_node = self.caches[index].nodes.iter().any(|node| node.place.zone == zone);
        let interruptions = &mut self.caches[index].interruptions;
        interruptions.retain(|(layer, _)| *layer != event);
        if !has_node {
            return 0;
        }
        if on {
            interruptions.push((event, zone));
            return self.lose_cache_nodes(index, zone, Because::Event(event), false).max(1);
        }
        self.replace_cache_nodes(index, zone);
        1
    }

    fn lose_cache_nodes(&mut self, index: usize, zone: u16, because: Because, lives: bool) -> u32 {
        let mut hit = 0;
        for node in 0..self.caches[index].nodes.len() {
            let cache = &self.caches[index];
            let has_other = cache.fails_over
                && cache.nodes.iter().any(|other| other.alive && self.network.outage(other.place.zone).is_none());
            if cache.nodes[node].place.zone != zone || !cache.nodes[node].alive {
                continue;
            }
            hit += 1;
            // A primary that lives waits to be reached again where no replica takes its place.
            if !lives || node != cache.primary || has_other {
                self.lose_cache_node(index, node, because);
            }
        }
        hit
    }

    fn replace_cache_nodes(&mut self, index: usize, zone: u16) {
        for node in 0..self.caches[index].nodes.len() {
            let candidate = &self.caches[index].nodes[node];
            if candidate.place.zone == zone && !candidate.alive {
                self.replace_cache_node(index, node);
            }
        }
    }

    /// A zone lost its power, or its network if what is in it `lives`. Returns how many nodes it concerns.
    pub(crate) fn cache_zone_lost(&mut self, zone: u16, because: Because, lives: bool) -> u32 {
        (0..self.caches.len()).map(|index| self.lose_cache_nodes(index, zone, because, lives)).sum()
    }

    /// A zone has power again, or a network: lost nodes in it are replaced.
    pub(crate) fn cache_zone_back(&mut self, zone: u16) {
        for index in 0..self.caches.len() {
            self.replace_cache_nodes(index, zone);
        }
    }
}
