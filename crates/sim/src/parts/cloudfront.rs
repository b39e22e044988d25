//! CloudFront: a cache per edge location that fills by actual requests, with request collapsing (CF-22), error caching
//! (CF-15, CF-16) and the custom error page of a single-page app (CF-18, CF-19).

use ninepins_report::{Because, Cause, CauseKind, Class, Outcome, PartIndex, WireIndex};

use crate::attempt::{Attempt, NONE, Origin as Waiter, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span};

/// A distribution.
#[derive(Clone, Debug)]
pub(crate) struct Distribution {
    pub(crate) part: PartIndex,
    pub(crate) ttl: Span,
    pub(crate) error_ttl: Span,
    pub(crate) spa_error_page: bool,
    pub(crate) locations: Vec<Location>,
    pub(crate) origins: Vec<Origin>,
    /// Origin of the default behaviour and of `/api/*`.
    pub(crate) behaviours: [Option<u16>; 2],
    pub(crate) hits: u32,
    pub(crate) misses: u32,
    pub(crate) fetches: u32,
}

/// An edge location's cache.
#[derive(Clone, Debug)]
pub(crate) struct Location {
    /// By object: assets first, then deep links.
    pub(crate) objects: Vec<Cached>,
}

/// What an edge location has of one object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cached {
    pub(crate) fresh_until: SimTime,
    pub(crate) outcome: Outcome,
    /// Why, where the outcome is a failure.
    pub(crate) why: Cause,
    pub(crate) fetching: bool,
    /// First attempt that waits for the fetch, or [`NONE`].
    pub(crate) waiting: u32,
}

impl Cached {
    /// Nothing is cached.
    pub(crate) const EMPTY: Cached = Cached {
        fresh_until: SimTime::ZERO,
        outcome: Outcome::Ok,
        why: cause(CauseKind::OriginSlow, 0, Because::Demand),
        fetching: false,
        waiting: NONE,
    };
}

/// An origin.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) wire: WireIndex,
    pub(crate) server: OriginServer,
    pub(crate) connection_timeout: Span,
    pub(crate) attempts: u32,
    pub(crate) response_timeout: Span,
    pub(crate) round_trip: Span,
}

/// What an origin is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OriginServer {
    Bucket(u16),
    LoadBalancer(u16),
    Instance(u32),
}

/// The object that stands for `/index.html`.
const INDEX: u32 = 0;

impl Engine {
    /// A request reaches an edge location.
    pub(crate) fn at_edge(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (distribution, class) = (usize::from(attempt.distribution), attempt.class);
        self.record.arrived(self.distributions[distribution].part);
        let behaviours = self.distributions[distribution].behaviours;
        let origin = match class {
            Class::Asset => behaviours[0],
            Class::Read | Class::Write => behaviours[1].or(behaviours[0]),
        };
        let Some(origin) = origin else {
            let why = cause(CauseKind::NoRoute, self.distributions[distribution].part, Because::Configuration);
            return self.answer_from_edge(slot, Outcome::BadGateway, why);
        };
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.origin_index = origin;
        attempt.edge_tries = 0;
        attempt.reached_edge = self.now;
        if class == Class::Asset {
            let object = attempt.object;
            return self.look_up(slot, object);
        }
        self.pass_to_origin(slot);
    }

    /// Answers from the cache, or waits for the one fetch of this object (CF-22).
    fn look_up(&mut self, slot: Slot, object: u32) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (index, location) = (usize::from(attempt.distribution), usize::from(attempt.location));
        let distribution = &mut self.distributions[index];
        let cached = &mut distribution.locations[location].objects[object as usize];
        if cached.fresh_until > now {
            let (outcome, why) = (cached.outcome, cached.why);
            distribution.hits += 1;
            return self.settle_with_object(slot, object, outcome, why);
        }
        distribution.misses += 1;
        attempt.step = Step::AtEdge;
        attempt.object = object;
        attempt.next = cached.waiting;
        cached.waiting = slot.index;
        if !cached.fetching {
            cached.fetching = true;
            let origin_index = attempt.origin_index;
            self.start_fetch(index, location, object, origin_index);
        }
    }

    fn start_fetch(&mut self, distribution: usize, location: usize, object: u32, origin_index: u16) {
        let mut fetch = Attempt::new(Waiter::Fetch, Class::Asset, self.now);
        fetch.distribution = distribution as u16;
        fetch.location = location as u16;
        fetch.object = object;
        fetch.origin_index = origin_index;
        let slot = self.insert(fetch);
        self.send_fetch(slot);
    }

    /// Goes to the origin again, as CloudFront does after a timeout (CF-06, CF-08).
    pub(crate) fn fetch_again(&mut self, slot: Slot) {
        let slot = self.detach(slot);
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.edge_tries += 1;
            attempt.node = NONE;
            if attempt.origin == Waiter::Client {
                return self.pass_to_origin(slot);
            }
        }
        self.send_fetch(slot);
    }

    fn send_fetch(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::Fetching;
        let object = attempt.object;
        let distribution = &mut self.distributions[usize::from(attempt.distribution)];
        distribution.fetches += 1;
        let origin = &distribution.origins[usize::from(attempt.origin_index)];
        let (round_trip, wire) = (origin.round_trip, origin.wire);
        match origin.server {
            OriginServer::Bucket(bucket) => {
                if let Some(why) = self.bucket_gone(usize::from(bucket)) {
                    return self.lose_origin(slot, why);
                }
                let (outcome, why, latency) = self.get_object(usize::from(bucket), object);
                // A missing key is an answer; whether it fails a request is decided at the edge.
                let is_answer = matches!(outcome, Outcome::Ok | Outcome::Forbidden | Outcome::NotFound);
                self.record.wire_ended(wire, is_answer);
                let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
                attempt.status = outcome;
                attempt.cause = why;
                self.queue.push(now + round_trip + latency, Kind::Fetched as u8, slot.generation, slot.index);
            }
            OriginServer::LoadBalancer(_) | OriginServer::Instance(_) => self.pass_to_origin(slot),
        }
    }

    /// Sends an attempt on to a load balancer or an instance as origin.
    fn pass_to_origin(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let distribution = &mut self.distributions[usize::from(attempt.distribution)];
        let origin = distribution.origins[usize::from(attempt.origin_index)].clone();
        attempt.via_edge = attempt.origin == Waiter::Client;
        distribution.fetches += u32::from(attempt.via_edge);
        let is_write = attempt.class == Class::Write;
        match origin.server {
            OriginServer::Bucket(bucket) => {
                if let Some(why) = self.bucket_gone(usize::from(bucket)) {
                    return self.lose_origin(slot, why);
                }
                // The API path meets a bucket: a read of a key that is not there, a write that is not allowed.
                let (outcome, why, latency) = self.get_object(usize::from(bucket), u32::MAX);
                let outcome = if is_write { Outcome::Forbidden } else { outcome };
                self.record.wire_ended(origin.wire, false);
                self.settle_after(slot, outcome, why, origin.round_trip + latency);
            }
            OriginServer::LoadBalancer(index) => {
                let node = self.resolve_node(usize::from(index));
                let front = super::users::Front::LoadBalancer(index);
                if self.reach_origin(slot, front, node, &origin)
                    && let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation)
                {
                    attempt.node = node;
                    attempt.node_epoch = self.nodes.get(node as usize).map_or(0, |node| node.epoch);
                    let disturbed =
                        self.front_place(front, node).map_or(Span::ZERO, |place| self.network.internet_delay(place));
                    self.queue.push(
                        now + origin.round_trip / 2 + disturbed,
                        Kind::AtNode as u8,
                        slot.generation,
                        slot.index,
                    );
                }
            }
            OriginServer::Instance(index) => {
                let front = super::users::Front::Instance(index);
                if self.reach_origin(slot, front, index, &origin)
                    && let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation)
                {
                    attempt.instance = index;
                    attempt.instance_epoch = self.instances[index as usize].epoch;
                    let disturbed =
                        self.front_place(front, index).map_or(Span::ZERO, |place| self.network.internet_delay(place));
                    self.queue.push(
                        now + origin.round_trip / 2 + disturbed,
                        Kind::AtInstance as u8,
                        slot.generation,
                        slot.index,
                    );
                }
            }
        }
    }

    /// Connects to an origin, or says why that does not succeed.
    fn reach_origin(&mut self, slot: Slot, front: super::users::Front, address: u32, origin: &Origin) -> bool {
        let now = self.now;
        if let Some(why) = self.front_unreachable(front, address) {
            self.lose_origin(slot, why);
            return false;
        }
        if let Some(why) = self.front_refuses(front, address) {
            self.answer_from_edge(slot, Outcome::BadGateway, why);
            return false;
        }
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.step = Step::Travelling;
            attempt.is_connecting = false;
            attempt.edge_deadline = now + origin.response_timeout;
        }
        self.arm(slot.index);
        true
    }

    /// The edge gets no answer to its connection request.
    fn lose_origin(&mut self, slot: Slot, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let distribution = &self.distributions[usize::from(attempt.distribution)];
        attempt.is_connecting = true;
        attempt.edge_deadline = self.now + distribution.origins[usize::from(attempt.origin_index)].connection_timeout;
        self.lose(slot, why.kind, why.part, why.because);
    }

    /// The origin's answer is at the edge.
    pub(crate) fn fetched(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.orphan {
            return self.free(slot);
        }
        let (outcome, why) = (attempt.status, attempt.cause);
        self.answer_from_edge(slot, outcome, why);
    }

    /// Ends a fetch with its waiters, or answers one client.
    pub(crate) fn answer_from_edge(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.origin == Waiter::Client {
            return self.settle_with(slot, outcome, why);
        }
        let now = self.now;
        let (index, location, object) =
            (usize::from(attempt.distribution), usize::from(attempt.location), attempt.object);
        self.free(slot);
        let distribution = &mut self.distributions[index];
        let ttl = match outcome {
            Outcome::Ok => distribution.ttl,
            // 403 is cached only if the origin says so; S3 does not (CF-16).
            Outcome::Forbidden => Span::ZERO,
            _ => distribution.error_ttl,
        };
        let cached = &mut distribution.locations[location].objects[object as usize];
        cached.fresh_until = now + ttl;
        cached.outcome = outcome;
        cached.why = why;
        cached.fetching = false;
        let mut waiting = std::mem::replace(&mut cached.waiting, NONE);
        while waiting != NONE {
            let Some((place, attempt)) = self.attempts.occupant(waiting) else { break };
            waiting = attempt.next;
            if attempt.orphan {
                self.free(place);
            } else {
                self.settle_with_object(place, object, outcome, why);
            }
        }
    }

    /// Answers a client, or, where the error page applies, looks up `/index.html` for it (CF-18).
    fn settle_with_object(&mut self, slot: Slot, object: u32, outcome: Outcome, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::Travelling;
        attempt.next = NONE;
        let distribution = &self.distributions[usize::from(attempt.distribution)];
        let is_missing = matches!(outcome, Outcome::Forbidden | Outcome::NotFound);
        if is_missing && distribution.spa_error_page && object != INDEX {
            return self.look_up(slot, INDEX);
        }
        self.answer_client(slot, outcome, why, Span::ZERO);
    }

    fn settle_with(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let extra = self.attempts.get(slot.index, slot.generation).map_or(Span::ZERO, |attempt| {
            let distribution = &self.distributions[usize::from(attempt.distribution)];
            match distribution.origins.get(usize::from(attempt.origin_index)) {
                Some(origin) if attempt.via_edge && attempt.node != NONE => origin.round_trip / 2,
                _ => Span::ZERO,
            }
        });
        self.settle_after(slot, outcome, why, extra);
    }

    /// Answers a client whose request went through uncached. The error page replaces 403 and 404 of the API as well (CF-19).
    fn settle_after(&mut self, slot: Slot, outcome: Outcome, why: Cause, after: Span) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let distribution = &self.distributions[usize::from(attempt.distribution)];
        let is_missing = matches!(outcome, Outcome::Forbidden | Outcome::NotFound);
        let outcome = if is_missing && distribution.spa_error_page { Outcome::Ok } else { outcome };
        self.answer_client(slot, outcome, why, after);
    }

    /// Sends an answer from the edge to the client.
    fn answer_client(&mut self, slot: Slot, outcome: Outcome, why: Cause, after: Span) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if attempt.orphan {
            return self.free(slot);
        }
        attempt.status = outcome;
        attempt.cause = why;
        attempt.step = Step::Answering;
        attempt.edge_deadline = SimTime::NEVER;
        let distribution = &self.distributions[usize::from(attempt.distribution)];
        let half = self.users[usize::from(attempt.users)].edge_round_trip / 2;
        self.record.finished(distribution.part, now - attempt.reached_edge + after);
        self.queue.push(now + after + half, Kind::Answered as u8, slot.generation, slot.index);
    }

    /// Everything leaves the caches of a distribution. Returns how many objects were there.
    pub(crate) fn flush(&mut self, index: usize) -> u32 {
        let now = self.now;
        let mut flushed = 0;
        for location in &mut self.distributions[index].locations {
            for cached in location.objects.iter_mut().filter(|cached| cached.fresh_until > now) {
                cached.fresh_until = now;
                flushed += 1;
            }
        }
        flushed
    }
}
