//! Users: open arrivals, DNS caches, kept-alive connections, timeouts, retries.

use std::rc::Rc;

use ninepins_model::parts::Jitter;
use ninepins_report::{Because, Cause, CauseKind, Class, Outcome, PartIndex, WireIndex};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span, Stream};
use crate::parts::certificate::Tls;

/// A traffic source.
#[derive(Clone, Debug)]
pub(crate) struct Users {
    pub(crate) part: PartIndex,
    /// Requests per second of the design.
    pub(crate) rps: f64,
    /// Events that multiply the traffic, with their factors.
    pub(crate) factors: Vec<(u32, f64)>,
    /// Changes whenever the rate does, so that the arrival scheduled at the old rate is dropped.
    pub(crate) epoch: u32,
    /// Cumulative shares of assets and of assets and reads.
    pub(crate) mix: [f64; 2],
    /// Cumulative popularity of the objects.
    pub(crate) popularity: Rc<[f64]>,
    pub(crate) deep_links: f64,
    pub(crate) timeout: Span,
    pub(crate) retries: u32,
    pub(crate) retry_writes: bool,
    pub(crate) backoff_base: Span,
    pub(crate) backoff_cap: Span,
    pub(crate) jitter: Jitter,
    pub(crate) keep_alive: Span,
    pub(crate) dns_minimum: Span,
    /// Round trips of a TLS handshake.
    pub(crate) tls_round_trips: u64,
    pub(crate) edge_round_trip: Span,
    pub(crate) region_round_trip: Span,
    /// Where the web host and the API host lead.
    pub(crate) routes: [Option<Route>; 2],
    /// Two for each client: the web host and the API host.
    pub(crate) hosts: Vec<ClientHost>,
    pub(crate) clients: u32,
    /// Whether a hosted zone is asked, so that a missing route is a missing record.
    pub(crate) asks_zone: bool,
    /// Time of a lookup that finds no record.
    pub(crate) default_lookup: Span,
    pub(crate) arrivals: Stream,
    pub(crate) choices: Stream,
    pub(crate) backoffs: Stream,
}

/// Where a host leads.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// The part reached.
    pub(crate) front: Front,
    /// The wires on the way, for drawing traffic.
    pub(crate) wires: [WireIndex; 2],
    /// Hosted zone that answers, if any.
    pub(crate) zone: Option<u16>,
    /// TTL of the answer.
    pub(crate) ttl: Span,
    /// Time of a lookup that no cache answers.
    pub(crate) lookup: Span,
    /// What the handshake meets.
    pub(crate) tls: Tls,
    /// The host's name.
    pub(crate) host: Rc<str>,
}

/// The part that clients connect to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Front {
    Distribution(u16),
    LoadBalancer(u16),
    Instance(u32),
}

/// What a client knows of one host.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClientHost {
    /// Address of the cached DNS answer: a node, an instance or an edge location; [`NONE`] without one.
    pub(crate) address: u32,
    pub(crate) expires: SimTime,
    /// Address of the kept connection, or [`NONE`].
    pub(crate) connected: u32,
    pub(crate) connected_epoch: u32,
    /// When its handshake is done.
    pub(crate) ready: SimTime,
    pub(crate) last_used: SimTime,
    /// Requests that its kept connection has carried.
    pub(crate) uses: u32,
}

impl Users {
    /// Arrivals per second at present.
    pub(crate) fn rate(&self) -> f64 {
        self.factors.iter().fold(self.rps, |rate, (_, factor)| rate * factor)
    }

    fn host_index(attempt: &Attempt) -> usize {
        attempt.client as usize * 2 + usize::from(attempt.class != Class::Asset)
    }

    fn route(&self, class: Class) -> Option<&Route> {
        self.routes[usize::from(class != Class::Asset)].as_ref()
    }
}

impl Engine {
    /// Schedules the next arrival.
    pub(crate) fn schedule_arrival(&mut self, index: u32) {
        let users = &mut self.users[index as usize];
        let rate = users.rate();
        if rate <= 0.0 {
            return;
        }
        let gap = Span::from_s_f64(users.arrivals.exponential() / rate);
        self.queue.push(self.now + gap, Kind::Arrival as u8, users.epoch & 0x00ff_ffff, index);
    }

    /// The rate of a source changed: arrivals have no memory, so the next one is drawn anew.
    pub(crate) fn rate_changed(&mut self, index: u32) {
        self.users[index as usize].epoch += 1;
        self.schedule_arrival(index);
    }

    /// A request arrives.
    pub(crate) fn arrival(&mut self, index: u32, epoch: u32) {
        let now = self.now;
        let users = &mut self.users[index as usize];
        if users.epoch & 0x00ff_ffff != epoch {
            return;
        }
        let pick = users.choices.unit();
        let class = match pick {
            pick if pick < users.mix[0] => Class::Asset,
            pick if pick < users.mix[1] => Class::Read,
            _ => Class::Write,
        };
        let client = users.choices.below(users.clients);
        let object = if class == Class::Asset { pick_object(users, self.catalogue) } else { NONE };
        let mut attempt = Attempt::new(Origin::Client, class, now);
        attempt.users = index as u16;
        attempt.client = client;
        attempt.object = object;
        attempt.number = self.totals.generated;
        self.totals.generated += 1;
        self.record.started(class);
        self.record.arrived(users.part);
        self.schedule_arrival(index);
        let slot = self.insert(attempt);
        self.begin_attempt(slot);
    }

    /// Starts one try of a request.
    pub(crate) fn begin_attempt(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let users = &self.users[usize::from(attempt.users)];
        attempt.tries += 1;
        attempt.client_deadline = now + users.timeout;
        attempt.reached_front = false;
        attempt.step = Step::Resolving;
        self.totals.attempts += 1;
        self.record.attempts += 1;
        let known = users.hosts[Users::host_index(attempt)];
        let lookup = match users.route(attempt.class) {
            Some(_) if known.address != NONE && known.expires > now => None,
            Some(route) => Some(route.lookup),
            None => {
                let kind = if users.asks_zone { CauseKind::NoRecord } else { CauseKind::NoRoute };
                attempt.cause = cause(kind, users.part, Because::Configuration);
                Some(users.default_lookup)
            }
        };
        self.arm(slot.index);
        match lookup {
            Some(lookup) => self.queue.push(now + lookup, Kind::Resolved as u8, slot.generation, slot.index),
            None => self.connect(slot),
        }
    }

    /// A DNS lookup is answered.
    pub(crate) fn resolved(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (users_index, class, host) = (usize::from(attempt.users), attempt.class, Users::host_index(attempt));
        let client = attempt.client;
        let Some((front, zone, ttl)) =
            self.users[users_index].route(class).map(|route| (route.front, route.zone, route.ttl))
        else {
            let why = attempt.cause;
            return self.finish(slot, Outcome::DnsFailure, why);
        };
        if let Some(zone) = zone {
            self.zone_answered(zone);
        }
        let address = self.resolve_front(front, client);
        let users = &mut self.users[users_index];
        let known = &mut users.hosts[host];
        known.address = address;
        known.expires = now + ttl.max(users.dns_minimum);
        self.connect(slot);
    }

    /// The address that DNS gives for a front: a node that is in DNS, an edge location, the instance.
    pub(crate) fn resolve_front(&mut self, front: Front, client: u32) -> u32 {
        match front {
            Front::Distribution(index) => client % self.distributions[usize::from(index)].locations.len() as u32,
            Front::LoadBalancer(index) => self.resolve_node(usize::from(index)),
            Front::Instance(index) => index,
        }
    }

    /// Takes the kept connection, or opens one.
    fn connect(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::Travelling;
        let users_index = usize::from(attempt.users);
        let host = Users::host_index(attempt);
        let class = attempt.class;
        let known = self.users[users_index].hosts[host];
        let Some(front) = self.users[users_index].route(class).map(|route| route.front) else { return };
        let epoch = self.front_epoch(front, known.address);
        let (server_keep_alive, uses_limit) = self.front_keep_alive(front);
        let users = &self.users[users_index];
        let round_trip =
            if matches!(front, Front::Distribution(_)) { users.edge_round_trip } else { users.region_round_trip };
        let kept = known.connected != NONE
            && known.connected == known.address
            && known.connected_epoch == epoch
            && known.last_used + users.keep_alive.min(server_keep_alive) > now
            && known.uses < uses_limit
            && !users.keep_alive.is_zero();
        if kept {
            self.users[users_index].hosts[host].last_used = now;
            self.users[users_index].hosts[host].uses += 1;
            return self.send(slot, front, known.address, now.max(known.ready) + round_trip / 2);
        }
        self.open_connection(slot, users_index, host, front, round_trip);
    }

    fn open_connection(&mut self, slot: Slot, users_index: usize, host: usize, front: Front, round_trip: Span) {
        let now = self.now;
        let address = self.users[users_index].hosts[host].address;
        if let Some(why) = self.front_unreachable(front, address) {
            // A dropped packet is a timeout, never an instant error (VPC-20).
            return self.lose(slot, why.kind, why.part, why.because);
        }
        if let Some(why) = self.front_refuses(front, address) {
            let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
            attempt.status = Outcome::Refused;
            attempt.cause = why;
            attempt.step = Step::Answering;
            return self.queue.push(now + round_trip, Kind::Answered as u8, slot.generation, slot.index);
        }
        let class = if host.is_multiple_of(2) { Class::Asset } else { Class::Read };
        let Some((tls, name)) = self.users[users_index].route(class).map(|route| (route.tls, Rc::clone(&route.host)))
        else {
            return;
        };
        let handshake = if tls == Tls::Plain { 0 } else { self.users[users_index].tls_round_trips };
        let ready = now + round_trip * (1 + handshake);
        if let Some(why) = self.handshake_failure(tls, &name) {
            let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
            attempt.status = Outcome::TlsFailure;
            attempt.cause = why;
            attempt.step = Step::Answering;
            return self.queue.push(ready, Kind::Answered as u8, slot.generation, slot.index);
        }
        let epoch = self.front_epoch(front, address);
        let known = &mut self.users[users_index].hosts[host];
        known.connected = address;
        known.connected_epoch = epoch;
        known.ready = ready;
        known.last_used = ready;
        known.uses = 1;
        if tls == Tls::OnInstance
            && let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation)
        {
            attempt.handshakes = true;
        }
        self.send(slot, front, address, ready + round_trip / 2);
    }

    /// Sends the request over an open connection.
    fn send(&mut self, slot: Slot, front: Front, address: u32, arrives: SimTime) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.reached_front = true;
        match front {
            Front::Distribution(index) => {
                attempt.distribution = index;
                attempt.location = address as u16;
            }
            Front::LoadBalancer(_) => {
                attempt.node = address;
                attempt.node_epoch = self.nodes[address as usize].epoch;
            }
            Front::Instance(index) => {
                attempt.instance = index;
                attempt.instance_epoch = self.instances[index as usize].epoch;
            }
        }
        self.queue.push(arrives, Kind::AtFront as u8, slot.generation, slot.index);
    }

    /// The request reaches the front.
    pub(crate) fn at_front(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.distribution != u16::MAX {
            self.totals.hops += 1;
            self.at_edge(slot);
        } else if attempt.node != NONE {
            self.at_node(slot);
        } else {
            self.at_instance(slot);
        }
    }

    /// The client closes the connection on which it waited in vain.
    pub(crate) fn drop_client_connection(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.origin != Origin::Client {
            return;
        }
        let (users, host) = (usize::from(attempt.users), Users::host_index(attempt));
        self.users[users].hosts[host].connected = NONE;
    }

    /// The answer reaches the client, or the connection attempt its end.
    pub(crate) fn answered(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.orphan {
            return self.free(slot);
        }
        let (outcome, why) = (attempt.status, attempt.cause);
        let (users, host) = (usize::from(attempt.users), Users::host_index(attempt));
        if attempt.reached_front {
            self.users[users].hosts[host].last_used = now;
        }
        self.finish(slot, outcome, why);
    }

    /// An attempt ended: the request is done, or tried again after a backoff.
    pub(crate) fn finish(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let users = &mut self.users[usize::from(attempt.users)];
        let is_retried = outcome != Outcome::Ok
            && u32::from(attempt.tries) <= users.retries
            && (attempt.class != Class::Write || users.retry_writes)
            && is_retryable(outcome);
        self.record.attempt_ended(attempt, users, &self.groups, outcome, why, now);
        if is_retried {
            let wait = backoff(users, u32::from(attempt.tries));
            attempt.step = Step::Backoff;
            attempt.cause = why;
            attempt.client_deadline = SimTime::NEVER;
            attempt.edge_deadline = SimTime::NEVER;
            attempt.balancer_deadline = SimTime::NEVER;
            attempt.database_deadline = SimTime::NEVER;
            attempt.node = NONE;
            attempt.instance = NONE;
            attempt.distribution = u16::MAX;
            attempt.via_edge = false;
            attempt.group = u16::MAX;
            attempt.pool = NONE;
            attempt.status = Outcome::Ok;
            attempt.bursts = 0;
            attempt.query_tries = 0;
            attempt.handshakes = false;
            let slot = self.renew(slot);
            return self.queue.push(now + wait, Kind::Retry as u8, slot.generation, slot.index);
        }
        let latency = now - attempt.started;
        let (class, number) = (attempt.class, attempt.number);
        let member = (u64::from(attempt.node) << 32) | u64::from(attempt.instance);
        self.free(slot);
        self.digest.absorb(number);
        self.digest.absorb(now.as_ns());
        self.digest.absorb(member);
        self.digest.absorb((outcome as u64) << 32 | (why.kind as u64) << 16 | u64::from(why.part));
        if outcome == Outcome::Ok {
            self.totals.ok += 1;
            self.record.ended_ok(class, latency);
        } else {
            self.totals.failed += 1;
            self.request_failed(class, outcome, why, latency);
        }
    }

    /// A backoff is over.
    pub(crate) fn retry(&mut self, slot: Slot) {
        let is_call = self.attempts.get(slot.index, slot.generation).is_some_and(|one| one.origin == Origin::Call);
        if is_call {
            return self.send_call(slot);
        }
        self.begin_attempt(slot);
    }
}

/// The object that an asset request asks for: by popularity, or a deep link that no key matches.
fn pick_object(users: &mut Users, catalogue: u32) -> u32 {
    let rank = users.choices.unit();
    let object = users.popularity.partition_point(|share| *share <= rank) as u32;
    let object = object.min(users.popularity.len() as u32 - 1);
    if users.deep_links > 0.0 && users.choices.chance(users.deep_links) { catalogue + object } else { object }
}

/// Whether a client tries again after this.
const fn is_retryable(outcome: Outcome) -> bool {
    matches!(
        outcome,
        Outcome::DnsFailure
            | Outcome::ConnectTimeout
            | Outcome::Refused
            | Outcome::Reset
            | Outcome::InternalError
            | Outcome::BadGateway
            | Outcome::ServiceUnavailable
            | Outcome::GatewayTimeout
            | Outcome::ClientTimeout
    )
}

/// Capped exponential backoff with its jitter (TRF-06 to TRF-08).
fn backoff(users: &mut Users, tries: u32) -> Span {
    let whole = (users.backoff_base * (1_u64 << (tries - 1).min(32))).min(users.backoff_cap);
    match users.jitter {
        Jitter::None => whole,
        Jitter::Full => users.backoffs.uniform_span(Span::ZERO, whole),
        Jitter::Equal => whole / 2 + users.backoffs.uniform_span(Span::ZERO, whole / 2),
    }
}
