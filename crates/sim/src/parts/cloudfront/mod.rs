//! CloudFront: behaviours by path, a cache per edge location that fills by actual requests, custom error responses.
//!
//! Answers travel from the origin through the caches of `cache.rs` to the edge; `origin.rs` is the way to the origin.

mod cache;
mod invalidation;
mod loss;
mod origin;

use std::rc::Rc;

use ninepins_model::fact;
use ninepins_report::{Because, Cause, CauseKind, Class, Outcome, PartIndex};

pub(crate) use cache::Location;
pub(crate) use invalidation::path_of;
pub(crate) use origin::{IdleConnections, Origin, OriginServer, OriginTls, refused};

use crate::attempt::{Attempt, NONE, Origin as Waiter, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span, Stream};

/// The object that stands for `/index.html`, and for every page of a custom error response.
pub(crate) const INDEX: u32 = 0;

/// A distribution.
#[derive(Clone, Debug)]
pub(crate) struct Distribution {
    pub(crate) part: PartIndex,
    /// The edge locations, then the regional edge caches, then the Origin Shield.
    pub(crate) locations: Vec<Location>,
    pub(crate) edges: u16,
    pub(crate) regionals: u16,
    pub(crate) regional_round_trip: Span,
    pub(crate) origins: Vec<Origin>,
    /// By origin, then by location.
    pub(crate) connections: Vec<IdleConnections>,
    pub(crate) behaviours: Vec<Behaviour>,
    /// The behaviour of each file, deep link and of `/`; every other key is one of the API.
    pub(crate) file_behaviours: Rc<[u8]>,
    pub(crate) api_behaviour: u8,
    pub(crate) error_pages: Vec<ErrorPage>,
    pub(crate) error_ttl: Span,
    /// What a request for `/` asks for: the index, or `/` itself where no default root object leads there (CF-39).
    pub(crate) root: u32,
    /// Objects that clients ask for; deep links follow, then `/`, then the API's.
    pub(crate) catalogue: u32,
    /// Objects that one location holds.
    pub(crate) capacity: u32,
    /// Bytes of a file and of the API's answers, for those who fetch them.
    pub(crate) answers: [u64; 2],
    /// What is left of a compressed answer, in per cent.
    pub(crate) compressed_percent: u8,
    /// Requests and bytes of a second beyond which it answers 503 (CF-24, CF-25).
    pub(crate) quota: (u32, u64),
    pub(crate) invalidation: (Span, Span),
    /// Invalidations under way: the event, the locations it has not reached, since when.
    pub(crate) invalidating: Vec<(u32, u32, SimTime)>,
    pub(crate) keys: Stream,
    pub(crate) control: Stream,
    pub(crate) second: Counters,
}

/// What a distribution did in this second.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counters {
    pub(crate) requests: u32,
    pub(crate) hits: u32,
    pub(crate) misses: u32,
    pub(crate) fetches: u32,
    /// Bytes of writes passed on to origins.
    pub(crate) uploaded: u64,
    pub(crate) bytes: u64,
    pub(crate) origin_bytes: u64,
    /// Error answers that were replaced by a page.
    pub(crate) replaced: u32,
    /// 4xx and 5xx answers.
    pub(crate) errors: [u32; 2],
}

/// A behaviour: what happens to the requests of a path.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Behaviour {
    pub(crate) origin: u16,
    /// The secondary origin of its group, or `u16::MAX`.
    pub(crate) secondary: u16,
    /// Outcomes of the primary, one bit each, after which the secondary is asked (CF-11).
    pub(crate) failover: u32,
    /// How long files and answers of the API are kept; `None` for what is never looked up (CF-03).
    pub(crate) ttl: [Option<Span>; 2],
    /// How long error answers of the two are kept because their origin says so (CF-15, CF-16).
    pub(crate) error_age: [Span; 2],
    pub(crate) takes_writes: bool,
    pub(crate) shield: bool,
    pub(crate) compresses: bool,
}

/// A custom error response (CF-18).
#[derive(Clone, Copy, Debug)]
pub(crate) struct ErrorPage {
    pub(crate) outcome: Outcome,
    pub(crate) answer: Outcome,
}

impl Distribution {
    /// The behaviour of a key.
    #[inline]
    pub(crate) fn behaviour(&self, key: u32) -> Option<&Behaviour> {
        let index = self.file_behaviours.get(key as usize).unwrap_or(&self.api_behaviour);
        self.behaviours.get(usize::from(*index))
    }

    /// What an attempt asks for.
    #[inline]
    fn key_of(&self, attempt: &Attempt) -> u32 {
        match attempt.class {
            _ if attempt.error_page > 0 => INDEX,
            Class::Asset if attempt.object == INDEX && attempt.origin == Waiter::Client => self.root,
            _ => attempt.object,
        }
    }

    /// Whether a key is one of the API.
    #[inline]
    const fn is_api(&self, key: u32) -> bool {
        key > self.catalogue * 2
    }

    /// How long a key is kept; `None` if it is never looked up.
    fn ttl(&self, key: u32) -> Option<Span> {
        self.behaviour(key)?.ttl[usize::from(self.is_api(key))]
    }

    /// What is left of an answer once it is compressed, in per cent. Every fourth file is an image, which is not (CF-21).
    fn bytes_left(&self, key: u32, bytes: u64) -> u8 {
        let is_image = key < self.catalogue && key % 4 == 3;
        let in_window = (fact::COMPRESSION_MIN.value as u64..=fact::COMPRESSION_MAX.value as u64).contains(&bytes);
        match self.behaviour(key) {
            Some(behaviour) if behaviour.compresses && in_window && !is_image => {
                let is_kept = behaviour.ttl[usize::from(self.is_api(key))].is_some();
                if is_kept { self.compressed_percent } else { 100 }
            }
            _ => 100,
        }
    }
}

impl Engine {
    /// A request reaches an edge location.
    pub(crate) fn at_edge(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let distribution = &mut self.distributions[usize::from(attempt.distribution)];
        let part = distribution.part;
        if let Some(why) = distribution.edge_lost(u32::from(attempt.location)) {
            return self.lose(slot, why.kind, why.part, why.because);
        }
        self.record.arrived(part);
        (attempt.reached_edge, attempt.edge_tries, attempt.error_page) = (now, 0, 0);
        distribution.second.requests += 1;
        let second = &distribution.second;
        if second.requests > distribution.quota.0 || second.bytes > distribution.quota.1 {
            let why = cause(CauseKind::EdgeQuota, part, Because::Demand);
            return self.answer_client(slot, Outcome::ServiceUnavailable, why);
        }
        let mut key = distribution.key_of(attempt);
        let Some(behaviour) = distribution.behaviour(key) else {
            return self.settle(slot, Outcome::BadGateway, cause(CauseKind::NoRoute, part, Because::Configuration));
        };
        if attempt.class == Class::Write {
            if !behaviour.takes_writes {
                let why = cause(CauseKind::MethodNotAllowed, part, Because::Configuration);
                return self.settle(slot, Outcome::Forbidden, why);
            }
            attempt.origin_index = behaviour.origin;
            return self.go_to_origin(slot);
        }
        attempt.origin_index = behaviour.origin;
        let location = usize::from(attempt.location);
        if behaviour.ttl[usize::from(distribution.is_api(key))].is_none() {
            return self.go_to_origin(slot);
        }
        if key == NONE {
            // Reads that can be cached ask for as many addresses as there are files, and as unevenly.
            let popularity = &self.users[usize::from(attempt.users)].popularity;
            let rank = distribution.keys.unit();
            let item = popularity.partition_point(|share| *share <= rank).min(popularity.len().saturating_sub(1));
            key = distribution.catalogue * 2 + 1 + item as u32;
            attempt.object = key;
        }
        self.ask_cache(slot, location, key);
    }

    /// An answer for a client is at the edge: it goes out, or a custom error response takes its place (CF-18, CF-19).
    pub(super) fn settle(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::Travelling;
        attempt.next = NONE;
        attempt.edge_deadline = SimTime::NEVER;
        if outcome == Outcome::Ok && attempt.error_page == 0 {
            return self.answer_client(slot, outcome, why);
        }
        let distribution = &mut self.distributions[usize::from(attempt.distribution)];
        if let Some(page) = usize::from(attempt.error_page).checked_sub(1) {
            let (answer, first_why) = (distribution.error_pages[page].answer, attempt.cause);
            return match outcome {
                Outcome::Ok => self.answer_client(slot, answer, first_why),
                _ => self.answer_client(slot, outcome, why),
            };
        }
        let page = distribution.error_pages.iter().position(|page| page.outcome == outcome);
        let asks_for_page = attempt.class == Class::Asset && distribution.key_of(attempt) == INDEX;
        let (Some(page), Some(behaviour), false) = (page, distribution.behaviour(INDEX), asks_for_page) else {
            return self.answer_client(slot, outcome, why);
        };
        (attempt.origin_index, attempt.edge_tries) = (behaviour.origin, 0);
        (attempt.node, attempt.instance) = (NONE, NONE);
        (attempt.error_page, attempt.cause) = (page as u8 + 1, why);
        distribution.second.replaced += 1;
        let location = usize::from(attempt.location);
        match distribution.ttl(INDEX) {
            Some(_) => self.ask_cache(slot, location, INDEX),
            None => self.go_to_origin(slot),
        }
    }

    /// Sends an answer from the edge to the client.
    fn answer_client(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if attempt.orphan {
            return self.free(slot);
        }
        attempt.status = outcome;
        attempt.cause = why;
        attempt.step = Step::Answering;
        attempt.edge_deadline = SimTime::NEVER;
        let distribution = &mut self.distributions[usize::from(attempt.distribution)];
        let users = &self.users[usize::from(attempt.users)];
        match outcome {
            Outcome::Ok => {
                let bytes = u64::from(users.bytes[1][attempt.class as usize]);
                let left = distribution.bytes_left(distribution.key_of(attempt), bytes);
                attempt.bytes_left = left;
                distribution.second.bytes += bytes * u64::from(left) / 100;
            }
            Outcome::Forbidden
            | Outcome::NotFound
            | Outcome::RequestTimeout
            | Outcome::TooManyRequests
            | Outcome::TooManyForwarded
            | Outcome::ProtocolMismatch => distribution.second.errors[0] += 1,
            _ => distribution.second.errors[1] += 1,
        }
        let half = users.edge_round_trip / 2;
        self.record.finished(distribution.part, now - attempt.reached_edge);
        self.queue.push(now + half, Kind::Answered as u8, slot.generation, slot.index);
    }
}
