//! ElastiCache beside a database (look-aside, lazy loading): a read asks the cache, on a miss the database, and then
//! writes the cache (EC-04). Whatever is wrong with the cache, the request goes to the database.
//!
//! `items.rs` is what the cache holds, `failover.rs` what becomes of lost nodes.

mod failover;
mod items;

use std::rc::Rc;

use ninepins_macros::later;
use ninepins_report::{Because, Cause, CauseKind, Class, MemberRole, Outcome, PartIndex, WireIndex};

pub(crate) use items::Items;

use crate::attempt::{NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span, Stream};
use crate::network::Place;

/// Weight of the newest second in the usual hit ratio: a time constant of about a minute.
const USUAL: f32 = 1.0 / 60.0;
/// A cache is warm again when it answers this share of what it usually does.
const WARM: f32 = 0.9;

/// A replication group: a primary node, its replicas, and what they hold.
#[derive(Clone, Debug)]
pub(crate) struct Cache {
    pub(crate) part: PartIndex,
    pub(crate) nodes: Vec<CacheNode>,
    /// The node that the primary endpoint's DNS record names.
    pub(crate) primary: usize,
    /// Whether that node answers.
    pub(crate) is_available: bool,
    /// Changes whenever its connections are lost.
    pub(crate) epoch: u32,
    pub(crate) items: Items,
    /// Cumulative popularity of the items.
    pub(crate) popularity: Rc<[f64]>,
    pub(crate) keys: Stream,
    /// Time of the engine's one thread for a command.
    pub(crate) command: Span,
    /// When the engine is done with all commands that have reached it.
    pub(crate) free_at: SimTime,
    pub(crate) max_connections: u32,
    pub(crate) connections: u32,
    pub(crate) fails_over: bool,
    pub(crate) failover: (Span, Span),
    pub(crate) replacement: Span,
    pub(crate) replication_lag: Span,
    /// Counts failovers, so that an overtaken one is dropped.
    pub(crate) step: u32,
    pub(crate) lost_at: SimTime,
    /// Why it is as it is.
    pub(crate) because: Because,
    /// Events that keep a zone's nodes away, with the zone.
    pub(crate) interruptions: Vec<(u32, u16)>,
    /// Why it answers less than usual, while it does.
    pub(crate) cold: Option<Because>,
    /// Since when.
    pub(crate) cold_since: SimTime,
    /// Its hit ratio over the last minutes, 0 to 1.
    pub(crate) usual: f32,
    pub(crate) plans: Stream,
    pub(crate) second: CacheCounters,
    /// The same of the last second, for gauges between two seconds.
    pub(crate) load: f32,
}

/// A node of a cache.
#[derive(Clone, Debug)]
pub(crate) struct CacheNode {
    pub(crate) number: u32,
    pub(crate) role: MemberRole,
    pub(crate) place: Place,
    /// Whether its host runs and it has what the others have.
    pub(crate) alive: bool,
    pub(crate) because: Because,
    /// Changes with each loss and each plan to replace it.
    pub(crate) epoch: u32,
}

/// What a cache did in this second.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CacheCounters {
    pub(crate) hits: u32,
    pub(crate) misses: u32,
    /// Hits on items that the database has newer.
    pub(crate) stale: u32,
    pub(crate) busy: Span,
}

/// The cache client of an instance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CacheClient {
    pub(crate) wire: WireIndex,
    pub(crate) cache: u32,
    pub(crate) timeout: Span,
    pub(crate) reconnect: Span,
    pub(crate) connections: u32,
    pub(crate) invalidates: bool,
    /// The epoch of the cache that it is connected to, or [`NONE`].
    pub(crate) epoch: u32,
    /// Until when it leaves the cache alone.
    pub(crate) retry_at: SimTime,
}

impl Cache {
    /// Where its primary is.
    pub(crate) fn place(&self) -> Place {
        self.nodes[self.primary].place
    }
}

/// Whether an attempt waits for a cache.
pub(crate) const fn is_at_cache(step: Step) -> bool {
    matches!(step, Step::AskingCache | Step::FillingCache | Step::Invalidating)
}

#[later]
impl Engine {
    /// A read asks the cache first.
    pub(crate) fn look_aside(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let Some(client) = self.instances[attempt.instance as usize].cache else { return };
        let item = self.item_of(slot, client.cache);
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.child = item;
        }
        self.send_command(slot, Step::AskingCache);
    }
}

impl Engine {
    /// The item that a request is about: that of the address which an edge looked up, or one by its popularity.
    fn item_of(&mut self, slot: Slot, cache: u32) -> u32 {
        let cache = &mut self.caches[cache as usize];
        let mut place = slot;
        while let Some(attempt) = self.attempts.get(place.index, place.generation) {
            if attempt.origin != Origin::Call {
                let first = self.catalogue * 2 + 1;
                if attempt.class == Class::Read && attempt.object != NONE && attempt.object >= first {
                    return (attempt.object - first) % cache.items.keys().max(1);
                }
                break;
            }
            place = attempt.caller();
        }
        let rank = cache.keys.unit();
        let last = cache.popularity.len().saturating_sub(1);
        cache.popularity.partition_point(|share| *share <= rank).min(last) as u32
    }

    /// Sends a command to the cache, unless the client leaves it alone.
    fn send_command(&mut self, slot: Slot, step: Step) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = step;
        let index = attempt.instance as usize;
        let from = self.instances[index].place;
        let Some(mut client) = self.instances[index].cache else { return };
        if client.retry_at > now {
            return self.go_without_cache(slot);
        }
        let cache = &mut self.caches[client.cache as usize];
        let to = cache.place();
        let is_open = client.epoch == cache.epoch;
        let lost = match (cache.is_available, is_open) {
            (false, _) => Some(cause(CauseKind::CacheDown, cache.part, cache.because)),
            (true, true) => self.network.severed(Some(from), to),
            (true, false) => self.network.blocked(Some(from), to),
        };
        let mut delay = self.network.one_way(from, to);
        let mut kind = Kind::AtCache;
        attempt.status = Outcome::Ok;
        attempt.cause = lost.unwrap_or(cause(CauseKind::CacheSlow, cache.part, Because::Demand));
        if !is_open {
            // Until it is known what becomes of this one, the others leave the cache alone.
            client.retry_at = if client.reconnect.is_zero() { now } else { now + client.timeout };
            delay += self.network.round_trip(from, to);
            if cache.connections + client.connections > cache.max_connections {
                kind = Kind::CacheAnswered;
                attempt.status = Outcome::Refused;
                attempt.cause = lost.unwrap_or(cause(CauseKind::CacheConnections, cache.part, Because::Demand));
            } else if lost.is_none() {
                cache.connections += client.connections;
                client.epoch = cache.epoch;
            }
        }
        attempt.member_epoch = cache.epoch;
        attempt.database_deadline = now + client.timeout;
        self.instances[index].cache = Some(client);
        self.arm(slot.index);
        if lost.is_none() {
            self.queue.push(now + delay, kind as u8, slot.generation, slot.index);
        }
    }
}

#[later]
impl Engine {
    /// A command reaches the cache: its one thread takes them in turn.
    pub(crate) fn at_cache(&mut self, slot: Slot) {
        self.totals.hops += 1;
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if !is_at_cache(attempt.step) {
            return; // whoever waited has gone on without it
        }
        let instance = &self.instances[attempt.instance as usize];
        let Some(client) = &instance.cache else { return };
        let cache = &mut self.caches[client.cache as usize];
        if cache.epoch != attempt.member_epoch {
            attempt.cause = cause(CauseKind::CacheDown, cache.part, cache.because);
            return;
        }
        let done = cache.free_at.max(now) + cache.command;
        cache.free_at = done;
        cache.second.busy += cache.command;
        match attempt.step {
            Step::AskingCache => match cache.items.get(attempt.child, now) {
                Some(is_stale) => {
                    cache.second.hits += 1;
                    cache.second.stale += u32::from(is_stale);
                }
                None => {
                    cache.second.misses += 1;
                    attempt.status = Outcome::NotFound;
                }
            },
            Step::FillingCache => cache.items.set(attempt.child, now),
            _ => cache.items.delete(attempt.child, now),
        }
        self.record.arrived(cache.part);
        self.record.finished(cache.part, done - now);
        let back = self.network.one_way(cache.place(), instance.place);
        self.queue.push(done + back, Kind::CacheAnswered as u8, slot.generation, slot.index);
    }

    /// The cache's answer is back at the instance.
    pub(crate) fn cache_answered(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if !is_at_cache(attempt.step) {
            return;
        }
        let instance = &mut self.instances[attempt.instance as usize];
        let Some(client) = &mut instance.cache else { return };
        let cache = &self.caches[client.cache as usize];
        if attempt.status != Outcome::Refused && cache.epoch != attempt.member_epoch {
            attempt.cause = cause(CauseKind::CacheDown, cache.part, cache.because);
            return; // lost on the way; the deadline will say so
        }
        attempt.database_deadline = SimTime::NEVER;
        if !instance.hangs.is_empty() {
            return instance.parked.push(slot);
        }
        let (step, why) = (attempt.step, attempt.cause);
        let status = std::mem::replace(&mut attempt.status, Outcome::Ok);
        self.record.wire_ended(client.wire, status != Outcome::Refused);
        match (status, step) {
            (Outcome::Refused, _) => self.leave_cache_alone(slot, why),
            (Outcome::NotFound, _) => {
                client.retry_at = SimTime::ZERO;
                self.go_to_database(slot);
            }
            _ => {
                client.retry_at = SimTime::ZERO;
                self.start_burst(slot);
            }
        }
    }

    /// The application waits no longer for the cache.
    pub(crate) fn cache_gave_up(&mut self, slot: Slot) {
        // What is still under way for the command must not be taken for the answer to another one.
        let slot = self.renew(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.database_deadline = SimTime::NEVER;
        let (origin, caller, why) = (attempt.origin, attempt.caller(), attempt.cause);
        let instance = &mut self.instances[attempt.instance as usize];
        let is_hung = !instance.hangs.is_empty();
        if is_hung {
            // The hung application notices when it runs again.
            (attempt.status, attempt.member_epoch) = (Outcome::Refused, NONE);
            instance.parked.push(slot);
        }
        let wire = instance.cache.as_ref().map(|client| client.wire);
        if origin == Origin::Call
            && let Some(request) = self.attempts.get_mut(caller.index, caller.generation)
        {
            request.child = slot.index;
        }
        self.arm(slot.index);
        if let Some(wire) = wire.filter(|_| !is_hung) {
            self.record.wire_ended(wire, false);
            self.leave_cache_alone(slot, why);
        }
    }
}

impl Engine {
    /// The cache did not answer, or not well: the client leaves it alone for a while, and the request goes on without it.
    fn leave_cache_alone(&mut self, slot: Slot, why: Cause) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let index = attempt.instance as usize;
        self.disconnect_cache(index);
        if let Some(client) = &mut self.instances[index].cache {
            client.retry_at = now + client.reconnect;
        }
        self.record.blame(why);
        self.go_without_cache(slot);
    }

    /// An instance closes its connections to the cache.
    pub(crate) fn disconnect_cache(&mut self, instance: usize) {
        let Some(client) = &mut self.instances[instance].cache else { return };
        let cache = &mut self.caches[client.cache as usize];
        if client.epoch == cache.epoch {
            cache.connections -= client.connections;
        }
        (client.epoch, client.retry_at) = (NONE, SimTime::ZERO);
    }

    /// A request goes on as if there were no cache.
    fn go_without_cache(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        match attempt.step {
            Step::AskingCache => self.go_to_database(slot),
            Step::Invalidating => {
                // The item that should have left is old from now on.
                let (item, instance) = (attempt.child, attempt.instance as usize);
                if let Some(client) = &self.instances[instance].cache {
                    self.caches[client.cache as usize].items.outdate(item);
                }
                self.start_burst(slot);
            }
            _ => self.start_burst(slot),
        }
    }
}

#[later]
impl Engine {
    /// The database has answered: a read writes the cache, a write removes the item from it or leaves it to its TTL.
    pub(crate) fn after_database(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let Some(client) = self.instances[attempt.instance as usize].cache else { return self.start_burst(slot) };
        match attempt.class {
            Class::Read => self.send_command(slot, Step::FillingCache),
            Class::Write => {
                let item = self.item_of(slot, client.cache);
                if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                    attempt.child = item;
                }
                if client.invalidates {
                    return self.send_command(slot, Step::Invalidating);
                }
                self.caches[client.cache as usize].items.outdate(item);
                self.start_burst(slot);
            }
            Class::Asset => self.start_burst(slot),
        }
    }
}

impl Engine {
    /// Why the databases of an instance get reads that its cache usually answers, if they do.
    pub(crate) fn missing_cache(&self, instance: u32) -> Option<Because> {
        let client = self.instances.get(instance as usize)?.cache.as_ref()?;
        self.caches[client.cache as usize].cold
    }

    /// A second ends: what has expired leaves, and the usual hit ratio is measured.
    pub(crate) fn caches_second(&mut self) {
        let now = self.now;
        for cache in &mut self.caches {
            cache.items.expire(now);
            cache.load = (cache.second.busy.as_s_f64() as f32).min(1.0);
            let asked = cache.second.hits + cache.second.misses;
            if asked == 0 {
                continue;
            }
            let ratio = cache.second.hits as f32 / asked as f32;
            // A second that began before it lost what it held says nothing.
            let is_whole = now - cache.cold_since >= Span::from_s(1);
            if cache.cold.is_some() && is_whole && ratio >= WARM * cache.usual {
                cache.cold = None;
            }
            if cache.cold.is_none() {
                let weight = if cache.usual > 0.0 { USUAL } else { 1.0 };
                cache.usual += weight * (ratio - cache.usual);
            }
        }
    }
}
