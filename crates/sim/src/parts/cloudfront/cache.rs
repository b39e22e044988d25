//! The caches of a distribution: one fetch per key at a time (CF-22), layers (CF-23), error caching (CF-15, CF-16),
//! stale copies (CF-17), and eviction of what was not asked for longest (CF-35).

use ninepins_report::{Because, Cause, CauseKind, Class, Outcome};

use super::Distribution;
use crate::attempt::{Attempt, NONE, Origin as Waiter, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Recency, SimTime, Slot, Span};

/// The cache of an edge location, of a regional edge cache or of the Origin Shield.
#[derive(Clone, Debug)]
pub(crate) struct Location {
    /// By key.
    pub(crate) objects: Vec<Cached>,
    /// The event that made it vanish from the network, while it is lost.
    pub(crate) lost: Option<u32>,
    /// Changes whenever it vanishes or comes back, so that its connections are gone.
    pub(crate) epoch: u32,
    /// The copies in the order of their last use, where not all fit.
    order: Recency,
    /// Why good answers are as they are, from the first one on.
    usual: Option<Cause>,
    /// Why each key's answer is as it is; empty while all are as usual.
    causes: Vec<Cause>,
}

/// What a location has of one object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cached {
    pub(crate) fresh_until: SimTime,
    /// First attempt that waits for the fetch, or [`NONE`].
    pub(crate) waiting: u32,
    pub(crate) outcome: Outcome,
    pub(crate) fetching: bool,
    /// Whether it has a good copy, fresh or not.
    pub(crate) has_copy: bool,
}

const _: () = assert!(size_of::<Cached>() == 16);

/// Why a copy that is no longer fresh is good all the same.
const STALE: Cause = cause(CauseKind::OriginSlow, 0, Because::Demand);

impl Cached {
    /// Nothing is cached.
    pub(crate) const EMPTY: Cached =
        Cached { fresh_until: SimTime::ZERO, waiting: NONE, outcome: Outcome::Ok, fetching: false, has_copy: false };
}

impl Location {
    /// An empty cache for so many keys, with room for `capacity` copies.
    pub(crate) fn new(keys: usize, capacity: u32) -> Self {
        let listed = if (capacity as usize) < keys { keys } else { 0 };
        let (objects, order) = (vec![Cached::EMPTY; keys], Recency::new(listed));
        Location { objects, lost: None, epoch: 0, order, usual: None, causes: Vec::new() }
    }

    /// Bytes that it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.objects.len() * size_of::<Cached>() + self.order.bytes() + self.causes.len() * size_of::<Cause>()
    }

    /// Why the answer kept for a key is as it is.
    #[inline]
    fn why(&self, key: u32) -> Cause {
        self.causes.get(key as usize).copied().or(self.usual).unwrap_or(STALE)
    }

    fn set_why(&mut self, key: u32, outcome: Outcome, why: Cause) {
        if outcome == Outcome::Ok && self.usual.is_none() {
            self.usual = Some(why);
        }
        if self.causes.is_empty() && Some(why) != self.usual {
            self.causes = vec![self.usual.unwrap_or(STALE); self.objects.len()];
        }
        if let Some(known) = self.causes.get_mut(key as usize) {
            *known = why;
        }
    }

    /// A copy was used: it is the newest now, and the oldest leaves if there are too many.
    fn used(&mut self, key: u32, capacity: u32) {
        self.order.touch(key);
        while self.order.len() > capacity.max(1) {
            let Some(oldest) = self.order.oldest() else { return };
            self.order.remove(oldest);
            let cached = &mut self.objects[oldest as usize];
            (cached.fresh_until, cached.has_copy) = (SimTime::ZERO, false);
        }
    }

    /// A key leaves the cache. Returns whether anything was there.
    pub(super) fn drop_key(&mut self, key: usize, now: SimTime) -> bool {
        let cached = &mut self.objects[key];
        let was_there = cached.has_copy || cached.fresh_until > now;
        (cached.fresh_until, cached.has_copy) = (now, false);
        self.order.remove(key as u32);
        was_there
    }
}

impl Distribution {
    /// The cache that a location asks before the origin (CF-23).
    pub(super) fn parent(&self, location: usize, key: u32) -> Option<usize> {
        let (edges, regionals) = (usize::from(self.edges), usize::from(self.regionals));
        if location < edges && regionals > 0 {
            return Some(edges + location % regionals);
        }
        let shield = edges + regionals;
        (location < shield && self.behaviour(key)?.shield).then_some(shield)
    }

    /// Whether copies have to leave for others.
    fn is_full(&self) -> bool {
        (self.capacity as usize) < self.locations[0].objects.len()
    }
}

impl Engine {
    /// Answers from a cache, or waits there for the one fetch of this key (CF-22).
    pub(super) fn ask_cache(&mut self, slot: Slot, location: usize, key: u32) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let index = usize::from(attempt.distribution);
        let is_client = attempt.origin == Waiter::Client;
        let distribution = &mut self.distributions[index];
        let (is_full, capacity) = (distribution.is_full(), distribution.capacity);
        let place = &mut distribution.locations[location];
        let cached = &mut place.objects[key as usize];
        if cached.fresh_until > now {
            let outcome = cached.outcome;
            let why = place.why(key);
            if is_full && place.order.contains(key) {
                place.used(key, capacity);
            }
            if is_client {
                distribution.second.hits += 1;
                return self.settle(slot, outcome, why);
            }
            return self.answer_child(slot, outcome, why);
        }
        distribution.second.misses += u32::from(is_client);
        attempt.step = Step::AtEdge;
        attempt.next = cached.waiting;
        cached.waiting = slot.index;
        if !std::mem::replace(&mut cached.fetching, true) {
            self.start_fetch(index, location, key);
        }
    }

    fn start_fetch(&mut self, index: usize, location: usize, key: u32) {
        let distribution = &self.distributions[index];
        let class = if distribution.is_api(key) { Class::Read } else { Class::Asset };
        let mut fetch = Attempt::new(Waiter::Fetch, class, self.now);
        fetch.distribution = index as u16;
        fetch.location = location as u16;
        fetch.object = key;
        fetch.origin_index = distribution.behaviour(key).map_or(0, |behaviour| behaviour.origin);
        let parent = distribution.parent(location, key);
        let slot = self.insert(fetch);
        match parent {
            Some(parent) => self.ask_cache(slot, parent, key),
            None => self.go_to_origin(slot),
        }
    }

    /// A cache answers the one that asked it.
    fn answer_child(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::Fetching;
        attempt.next = NONE;
        attempt.status = outcome;
        attempt.cause = why;
        let distance = self.distributions[usize::from(attempt.distribution)].distance(attempt);
        self.queue.push(now + distance, Kind::Fetched as u8, slot.generation, slot.index);
    }

    /// Ends a fetch with its waiters, or answers one client.
    pub(crate) fn answer_from_edge(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.origin == Waiter::Client {
            return self.settle(slot, outcome, why);
        }
        let (index, location, key) = (usize::from(attempt.distribution), usize::from(attempt.location), attempt.object);
        self.free(slot);
        let (outcome, why) = self.keep(index, location, key, outcome, why);
        let cached = &mut self.distributions[index].locations[location].objects[key as usize];
        cached.fetching = false;
        let mut waiting = std::mem::replace(&mut cached.waiting, NONE);
        while waiting != NONE {
            let Some((place, attempt)) = self.attempts.occupant(waiting) else { break };
            waiting = attempt.next;
            match attempt.origin {
                _ if attempt.orphan => self.free(place),
                Waiter::Client => self.settle(place, outcome, why),
                _ => self.answer_child(place, outcome, why),
            }
        }
    }

    /// Puts an answer into a cache for as long as it may stay there. Returns what the cache answers with: a stale copy
    /// instead of an error of the origin's side (CF-17).
    fn keep(&mut self, index: usize, location: usize, key: u32, outcome: Outcome, why: Cause) -> (Outcome, Cause) {
        let now = self.now;
        let distribution = &mut self.distributions[index];
        // What an upper cache has is as old here as it is there.
        let limit = match distribution.parent(location, key) {
            Some(parent) => distribution.locations[parent].objects[key as usize].fresh_until.max(now),
            None => SimTime::NEVER,
        };
        let api = usize::from(distribution.is_api(key));
        let behaviour = distribution.behaviour(key);
        let ttl = behaviour.and_then(|behaviour| behaviour.ttl[api]).unwrap_or(Span::ZERO);
        let age = behaviour.map_or(Span::ZERO, |behaviour| behaviour.error_age[api]);
        let (error_ttl, capacity, is_full) =
            (distribution.error_ttl.max(age), distribution.capacity, distribution.is_full());
        let place = &mut distribution.locations[location];
        let cached = &mut place.objects[key as usize];
        let (mut outcome, mut why) = (outcome, why);
        match outcome {
            Outcome::Ok => {
                (cached.fresh_until, cached.has_copy) = ((now + ttl).min(limit), true);
            }
            // Kept only if the origin says so; S3 does not (CF-16).
            Outcome::Forbidden
            | Outcome::RequestTimeout
            | Outcome::TooManyRequests
            | Outcome::TooManyForwarded
            | Outcome::ProtocolMismatch
            | Outcome::IdentityProviderError => {
                let kept = if age.is_zero() { Span::ZERO } else { error_ttl };
                (cached.fresh_until, cached.has_copy) = (now + kept, false);
            }
            Outcome::NotFound => (cached.fresh_until, cached.has_copy) = (now + error_ttl, false),
            _ => {
                cached.fresh_until = now + error_ttl;
                if cached.has_copy {
                    (outcome, why) = (Outcome::Ok, STALE);
                }
            }
        }
        cached.outcome = outcome;
        let has_copy = cached.has_copy;
        place.set_why(key, outcome, why);
        if is_full && has_copy {
            place.used(key, capacity);
        }
        (outcome, why)
    }
}
