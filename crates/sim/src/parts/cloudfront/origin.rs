//! The way from a distribution to its origins: connections, timeouts, certificates, origin groups.

use std::rc::Rc;

use ninepins_report::{Because, Cause, CauseKind, Class, Outcome, WireIndex};

use super::Distribution;
use crate::attempt::{Attempt, NONE, Origin as Waiter, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span};
use crate::network::Place;
use crate::parts::certificate::Tls;
use crate::parts::nlb::Opening;
use crate::parts::users::Front;

/// An origin.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) wire: WireIndex,
    pub(crate) server: OriginServer,
    pub(crate) tls: OriginTls,
    /// Whether requests to a bucket are signed (S3-08).
    pub(crate) signed: bool,
    pub(crate) connection_timeout: Span,
    pub(crate) attempts: u32,
    pub(crate) response_timeout: Span,
    pub(crate) keep_alive: Span,
    pub(crate) round_trip: Span,
}

/// What an origin is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OriginServer {
    Bucket(u16),
    LoadBalancer(u16),
    Instance(u32),
}

/// What a new connection to an origin meets.
#[derive(Clone, Debug)]
pub(crate) enum OriginTls {
    /// Plain HTTP.
    Plain,
    /// HTTPS: what the handshake meets, and the name that the certificate must cover (ACM-03).
    Https(Tls, Rc<str>),
    /// Nothing listens on the port (CF-32).
    Refused(Cause),
}

/// Idle connections of a location to an origin (CF-09).
#[derive(Clone, Copy, Debug)]
pub(crate) struct IdleConnections {
    pub(crate) count: u32,
    pub(crate) last_used: SimTime,
}

/// Round trips of a TLS handshake with an origin: TLS 1.2 (TLS-01).
const HANDSHAKE: u64 = 2;

impl Distribution {
    /// Round trip from where an attempt is to where it asks: to a regional cache, or from one to the origin. The Origin
    /// Shield stands beside the origin; what is not cached goes straight there.
    pub(super) fn distance(&self, attempt: &Attempt) -> Span {
        let round_trip =
            self.origins.get(usize::from(attempt.origin_index)).map_or(Span::ZERO, |origin| origin.round_trip);
        let location = attempt.location;
        if attempt.origin == Waiter::Client {
            return round_trip;
        }
        let regional = self.regional_round_trip.min(round_trip);
        match location {
            location if location < self.edges && self.regionals > 0 => regional,
            location if location < self.edges => round_trip,
            location if location < self.edges + self.regionals => round_trip - regional,
            _ => Span::ZERO,
        }
    }

    fn connections(&mut self, origin: u16, location: u16) -> &mut IdleConnections {
        &mut self.connections[usize::from(origin) * self.locations.len() + usize::from(location)]
    }
}

impl Engine {
    /// Sends a fetch, or a request that is not cached, to its origin.
    pub(super) fn go_to_origin(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.via_edge = attempt.origin == Waiter::Client;
        attempt.is_connecting = false;
        attempt.step = Step::Fetching;
        let distribution = &mut self.distributions[usize::from(attempt.distribution)];
        distribution.second.fetches += 1;
        let origin = distribution.origins[usize::from(attempt.origin_index)].clone();
        let distance = distribution.distance(attempt);
        let address = match origin.server {
            OriginServer::Bucket(_) => NONE,
            OriginServer::LoadBalancer(index) => self.resolve_node(usize::from(index)),
            OriginServer::Instance(index) => index,
        };
        let mut unreachable = self.origin_unreachable(origin.server, address);
        let mut refused = None;
        if let OriginServer::LoadBalancer(index) = origin.server
            && unreachable.is_none()
        {
            match self.flow_of_request(slot, index, address) {
                Ok(()) | Err(Opening::Through) => {}
                Err(Opening::Vanishes(why)) => unreachable = Some(why),
                Err(Opening::Refused(why)) => refused = Some(why),
            }
        }
        if let Some(why) = unreachable {
            let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
            attempt.is_connecting = true;
            attempt.edge_deadline = now + origin.connection_timeout;
            return self.lose(slot, why.kind, why.part, why.because);
        }
        match refused.map_or_else(|| self.open_origin_connection(slot, &origin, address, distance), Err) {
            Ok(ready) => self.ask_origin(slot, &origin, address, ready, distance),
            Err(why) => {
                // No connection, no TLS: CloudFront answers 502 by itself (CF-32).
                let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
                attempt.is_connecting = true;
                attempt.status = Outcome::BadGateway;
                attempt.cause = why;
                self.queue.push(now + distance, Kind::Fetched as u8, slot.generation, slot.index);
            }
        }
    }

    fn origin_unreachable(&self, server: OriginServer, address: u32) -> Option<Cause> {
        match server {
            OriginServer::Bucket(index) => self.bucket_gone(usize::from(index)),
            OriginServer::LoadBalancer(index) => self.front_unreachable(Front::LoadBalancer(index), address),
            OriginServer::Instance(index) => self.front_unreachable(Front::Instance(index), address),
        }
    }

    fn origin_place(&self, server: OriginServer, address: u32) -> Option<Place> {
        match server {
            OriginServer::Bucket(_) => None,
            OriginServer::LoadBalancer(index) => self.front_place(Front::LoadBalancer(index), address),
            OriginServer::Instance(index) => self.front_place(Front::Instance(index), address),
        }
    }

    /// Takes an idle connection, or opens one. Returns how long that takes, or why it fails.
    fn open_origin_connection(
        &mut self,
        slot: Slot,
        origin: &Origin,
        _address: u32,
        distance: Span,
    ) -> Result<Span, Cause> {
        let now = self.now;
        if let OriginServer::Instance(index) = origin.server
            && let Some(why) = self.front_refuses(Front::Instance(index))
        {
            return Err(why);
        }
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return Ok(Span::ZERO) };
        let distribution = &mut self.distributions[usize::from(attempt.distribution)];
        let idle = distribution.connections(attempt.origin_index, attempt.location);
        let is_kept = idle.count > 0 && idle.last_used + origin.keep_alive > now;
        match &origin.tls {
            OriginTls::Refused(why) => Err(*why),
            _ if is_kept => {
                idle.count -= 1;
                Ok(Span::ZERO)
            }
            OriginTls::Plain => {
                idle.count = 0;
                Ok(distance)
            }
            OriginTls::Https(tls, name) => {
                idle.count = 0;
                self.handshake_failure(*tls, name).map_or(Ok(distance * (1 + HANDSHAKE)), Err)
            }
        }
    }

    /// Sends the request over a connection that is ready after `ready`.
    fn ask_origin(&mut self, slot: Slot, origin: &Origin, address: u32, ready: Span, distance: Span) {
        let now = self.now;
        let disturbed =
            self.origin_place(origin.server, address).map_or(Span::ZERO, |at| self.network.internet_delay(at));
        let arrives = now + ready + distance / 2 + disturbed;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.edge_deadline = now + ready + origin.response_timeout;
        if attempt.class == Class::Write && attempt.error_page == 0 {
            let bytes = self.users.get(usize::from(attempt.users)).map_or(0, |users| users.bytes[0][2]);
            self.distributions[usize::from(attempt.distribution)].second.uploaded += u64::from(bytes);
        }
        match origin.server {
            OriginServer::Bucket(bucket) => {
                let is_put = attempt.class == Class::Write && attempt.error_page == 0;
                let key = self.distributions[usize::from(attempt.distribution)].key_of(attempt);
                let (outcome, why, latency) = self.object_answer(usize::from(bucket), key, is_put, origin.signed);
                let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
                if distance + latency > origin.response_timeout {
                    return self.lose(slot, CauseKind::OriginSlow, why.part, Because::Configuration);
                }
                // The answer is known to come in time, so that no deadline is needed.
                attempt.edge_deadline = SimTime::NEVER;
                attempt.status = outcome;
                attempt.cause = why;
                self.queue.push(arrives + distance / 2 + latency, Kind::Fetched as u8, slot.generation, slot.index);
            }
            OriginServer::LoadBalancer(_) => {
                attempt.step = Step::Travelling;
                attempt.node = address;
                attempt.node_epoch = self.nodes.get(address as usize).map_or(0, |node| node.epoch);
                self.queue.push(arrives, Kind::AtNode as u8, slot.generation, slot.index);
                self.arm(slot.index);
            }
            OriginServer::Instance(index) => {
                attempt.step = Step::Travelling;
                attempt.instance = index;
                attempt.instance_epoch = self.instances[index as usize].epoch;
                self.queue.push(arrives, Kind::AtInstance as u8, slot.generation, slot.index);
                self.arm(slot.index);
            }
        }
    }

    /// An origin has sent its answer, which is at the distribution after half the way.
    pub(crate) fn origin_answers(&mut self, slot: Slot, after: Span) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let half = self.distributions[usize::from(attempt.distribution)].distance(attempt) / 2;
        let half = half + self.internet_delay_of(slot);
        self.queue.push(self.now + after + half, Kind::Fetched as u8, slot.generation, slot.index);
    }

    /// The answer of an origin, or of an upper cache, is there.
    pub(crate) fn fetched(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if attempt.orphan {
            return self.free(slot);
        }
        let why = attempt.cause;
        let distribution = &mut self.distributions[usize::from(attempt.distribution)];
        let key = distribution.key_of(attempt);
        let is_fetch = attempt.origin == Waiter::Fetch;
        if is_fetch && distribution.parent(usize::from(attempt.location), key).is_some() {
            let outcome = attempt.status;
            return self.answer_from_edge(slot, outcome, why);
        }
        // A connection that breaks is a failure of CloudFront's own: 502.
        let is_broken = matches!(attempt.status, Outcome::Refused | Outcome::Reset);
        let is_own = is_broken || attempt.is_connecting;
        let outcome = if is_broken { Outcome::BadGateway } else { attempt.status };
        if outcome == Outcome::Ok {
            distribution.second.origin_bytes += distribution.answers[usize::from(distribution.is_api(key))];
        }
        if !is_own {
            let idle = distribution.connections(attempt.origin_index, attempt.location);
            idle.count += 1;
            idle.last_used = now;
        }
        // A missing key is an answer; whether it fails a request is decided at the edge.
        let is_answer = matches!(outcome, Outcome::Ok | Outcome::Forbidden | Outcome::NotFound);
        let wire = distribution.origins[usize::from(attempt.origin_index)].wire;
        self.record.wire_ended(wire, is_answer);
        if !self.fails_over(slot, (!is_own).then_some(outcome)) {
            self.answer_from_edge(slot, outcome, why);
        }
    }

    /// Asks the secondary origin after the primary's answer, or after none (`None`), where there is one. It keeps nothing
    /// in mind: the next request tries the primary first again (CF-10 to CF-12).
    pub(crate) fn fails_over(&mut self, slot: Slot, answer: Option<Outcome>) -> bool {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return false };
        if attempt.class == Class::Write && attempt.error_page == 0 {
            return false;
        }
        let distribution = &self.distributions[usize::from(attempt.distribution)];
        let Some(behaviour) = distribution.behaviour(distribution.key_of(attempt)) else { return false };
        let is_code = answer.is_none_or(|outcome| behaviour.failover >> (outcome as u32) & 1 == 1);
        if behaviour.secondary == u16::MAX || attempt.origin_index != behaviour.origin || !is_code {
            return false;
        }
        let secondary = behaviour.secondary;
        self.fetch_again(slot, secondary, 0);
        true
    }

    /// Goes to an origin again: after a timeout (CF-06, CF-08), or to the secondary one.
    pub(crate) fn fetch_again(&mut self, slot: Slot, origin: u16, tries: u8) {
        let slot = self.detach(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.edge_tries = tries;
        attempt.origin_index = origin;
        attempt.node = NONE;
        attempt.group = u16::MAX;
        attempt.status = Outcome::Ok;
        attempt.edge_deadline = SimTime::NEVER;
        self.go_to_origin(slot);
    }
}

/// A refusal by configuration.
pub(crate) const fn refused(kind: CauseKind, part: u16) -> OriginTls {
    OriginTls::Refused(cause(kind, part, Because::Configuration))
}
