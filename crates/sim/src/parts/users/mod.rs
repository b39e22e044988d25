//! Users: open and closed populations, DNS caches, kept-alive connections, timeouts, retries.

use std::rc::Rc;

use ninepins_model::parts::HttpVersion;
use ninepins_report::{Cause, Class, Outcome, PartIndex, WireIndex};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span, Stream};
use crate::parts::certificate::Tls;
use crate::parts::route53::records::Name;
use crate::parts::users::resolver::{Addresses, Resolver};

mod arrivals;
mod connection;
mod front;
mod hosts;
pub(crate) mod resolver;
mod retries;

pub(crate) use arrivals::Traffic;
pub(crate) use hosts::{ClientHost, Hosts};
pub(crate) use retries::{Breaker, RetryPolicy};

/// A traffic source, or the checkers of a Route 53 health check.
#[derive(Clone, Debug)]
pub(crate) struct Users {
    pub(crate) part: PartIndex,
    /// Whether they are checkers, whose requests are no client's.
    pub(crate) is_checker: bool,
    pub(crate) traffic: Traffic,
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
    pub(crate) retries: RetryPolicy,
    /// The circuit breakers of the web host and the API host.
    pub(crate) breakers: [Option<Breaker>; 2],
    pub(crate) keep_alive: Span,
    /// Idle time after which a connection is probed; zero is never.
    pub(crate) tcp_keepalive: Span,
    /// Share of the requests whose client stops sending in the middle, and for how long.
    pub(crate) stalling: (f64, Span),
    /// Addresses in the `X-Forwarded-For` of their requests, and what those are written in.
    pub(crate) forwarded_addresses: u32,
    pub(crate) http_version: HttpVersion,
    /// Whether clients keep cookies.
    pub(crate) cookies: bool,
    pub(crate) dns_minimum: Span,
    /// Round trips of a TLS handshake.
    pub(crate) tls_round_trips: u64,
    pub(crate) edge_round_trip: Span,
    /// Bytes of a request and of its answer, by class, and how long the client's bandwidth takes for them.
    pub(crate) bytes: [[u32; 3]; 2],
    pub(crate) transfer: [[Span; 3]; 2],
    /// Bytes sent and received in this second.
    pub(crate) transferred: [u64; 2],
    /// Requests that failed in the end in this second, and why the last of them did.
    pub(crate) failed: (u32, Option<Cause>),
    /// The same of the last second.
    pub(crate) failed_last: (u32, Option<Cause>),
    /// Everything that the web host and the API host may lead to, and what events make them lead to.
    pub(crate) routes: Vec<Route>,
    /// Every part with an address, where clients ask a hosted zone.
    pub(crate) fronts: Rc<[Reachable]>,
    /// What the names of the web host and the API host are answered from.
    pub(crate) names: [Option<Name>; 2],
    /// How long they wait for a connection; zero is as long as for the attempt.
    pub(crate) connect_timeout: Span,
    /// How many addresses of an answer they try.
    pub(crate) addresses_tried: u8,
    /// The addresses of their answers, like `hosts`, where they try more than one.
    pub(crate) answers: Vec<Addresses>,
    /// Two for each client: the web host and the API host.
    pub(crate) hosts: Hosts,
    pub(crate) clients: u32,
    /// Two for each shared resolver: the web host and the API host.
    pub(crate) resolvers: Vec<Resolver>,
    /// Whether a hosted zone is asked, so that a missing route is a missing record.
    pub(crate) asks_zone: bool,
    /// Time of a lookup that finds no record.
    pub(crate) default_lookup: Span,
    pub(crate) arrivals: Stream,
    pub(crate) choices: Stream,
    pub(crate) backoffs: Stream,
    /// Draws among the records of a name.
    pub(crate) records: Stream,
    /// Which clients stop sending.
    pub(crate) stalls: Stream,
}

/// Where a record, or a wire without one, leads.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// The part reached.
    pub(crate) front: Front,
    /// Its index.
    pub(crate) target: PartIndex,
    /// The wires on the way, for drawing traffic.
    pub(crate) wires: [WireIndex; 2],
    /// TTL of the answer.
    pub(crate) ttl: Span,
    /// Whether the answer is an alias's, which costs nothing (R53-22).
    pub(crate) is_alias: bool,
    /// Round trip between clients and the part.
    pub(crate) round_trip: Span,
    /// What the handshake meets.
    pub(crate) tls: Tls,
    /// The host's name.
    pub(crate) host: Rc<str>,
    /// Weight of a weighted record.
    pub(crate) weight: u32,
    /// Among failover records, 1 for the primary; among geolocation records, 3 for the clients' country, 2 for their
    /// continent, 1 for the default; else 0.
    pub(crate) rank: u8,
    /// The health check, or `u16::MAX`.
    pub(crate) check: u16,
    /// Whether the health of the load balancer's targets counts (R53-24).
    pub(crate) evaluates_target: bool,
    /// Whether it is where a wrong record leads.
    pub(crate) is_wrong: bool,
}

impl Route {
    /// Whether a record to it that is no alias is a CNAME.
    pub(crate) const fn is_name(&self) -> bool {
        !matches!(self.front, Front::Instance(_))
    }
}

/// How clients reach a part that a record may lead to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reachable {
    pub(crate) target: PartIndex,
    pub(crate) front: Front,
    pub(crate) tls: Tls,
    pub(crate) round_trip: Span,
}

/// The part that clients connect to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Front {
    Distribution(u16),
    LoadBalancer(u16),
    Instance(u32),
    /// A bucket without a distribution before it.
    Bucket(u16),
}

/// An address at which nobody answers.
pub(crate) const NOWHERE: u32 = u32::MAX - 1;

impl Users {
    /// What events make of a rate.
    pub(crate) fn factor(&self, rate: f64) -> f64 {
        self.factors.iter().fold(rate, |rate, (_, factor)| rate * factor)
    }

    /// The place of the host that a class of requests goes to.
    #[inline]
    pub(crate) fn host_of(class: Class) -> usize {
        usize::from(class != Class::Asset)
    }

    /// The route of a record that leads to another part by mistake; none where that has no address.
    pub(crate) fn lead_elsewhere(&mut self, record: usize, instead: Option<PartIndex>) -> Option<u16> {
        let right = &self.routes[record];
        let is_it = |route: &Route| route.is_wrong && Some(route.target) == instead && route.host == right.host;
        if let Some(place) = self.routes.iter().position(is_it) {
            return Some(place as u16);
        }
        let reached = *self.fronts.iter().find(|one| Some(one.target) == instead)?;
        let route = Route {
            front: reached.front,
            target: reached.target,
            tls: reached.tls,
            round_trip: reached.round_trip,
            is_wrong: true,
            ..right.clone()
        };
        self.routes.push(route);
        Some(self.routes.len() as u16 - 1)
    }

    #[inline]
    fn host_index(attempt: &Attempt) -> usize {
        attempt.client as usize * 2 + Users::host_of(attempt.class)
    }
}

impl Engine {
    /// Starts one try of a request.
    pub(crate) fn begin_attempt(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let users = &self.users[usize::from(attempt.users)];
        let host = Users::host_of(attempt.class);
        let has_breaker = users.breakers[host].is_some();
        attempt.tries += 1;
        attempt.addresses = 1;
        attempt.client_deadline = now + users.timeout;
        attempt.reached_front = false;
        attempt.route = u16::MAX;
        attempt.step = Step::Resolving;
        let is_known = users.hosts.is_known(Users::host_index(attempt), now);
        if has_breaker && self.breaker_stops(slot) {
            return;
        }
        self.totals.attempts += 1;
        self.record.attempts += 1;
        self.arm(slot.index);
        if is_known {
            return self.connect(slot);
        }
        self.look_name_up(slot);
    }

    /// The answer reaches the client, or the connection attempt its end.
    pub(crate) fn answered(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if attempt.orphan {
            return self.free(slot);
        }
        let (outcome, why) = (attempt.status, attempt.cause);
        if !attempt.reached_front && !users_try_one(&self.users, attempt) && self.tries_next_address(slot) {
            return;
        }
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (users, host) = (usize::from(attempt.users), Users::host_index(attempt));
        let users = &mut self.users[users];
        if outcome == Outcome::Ok {
            let left = u64::from(attempt.bytes_left);
            let transfer = users.transfer[1][attempt.class as usize] * left / 100;
            if !transfer.is_zero() && attempt.step != Step::Receiving {
                attempt.step = Step::Receiving;
                return self.queue.push(now + transfer, Kind::Answered as u8, slot.generation, slot.index);
            }
            let bytes = u64::from(users.bytes[1][attempt.class as usize]) * left / 100;
            users.transferred[1] += bytes;
            if let Some(route) = users.routes.get(usize::from(attempt.route)) {
                self.record.parts[usize::from(route.target)].sent += bytes;
            }
        }
        if attempt.reached_front {
            users.hosts.touch(host, now);
        }
        self.finish(slot, outcome, why);
    }

    /// An attempt ended: the request is done, or tried again after a backoff.
    pub(crate) fn finish(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let users_index = usize::from(attempt.users);
        let users = &mut self.users[users_index];
        if users.is_checker {
            return self.checker_answered(slot, outcome, why);
        }
        let (class, is_probe) = (attempt.class, attempt.is_probe);
        let policy = &mut users.retries;
        let mut is_retried = outcome != Outcome::Ok
            && u32::from(attempt.tries) <= policy.max
            && (class != Class::Write || policy.writes)
            && is_retryable(outcome);
        if let Some([deposit, capacity]) = policy.bucket {
            if outcome == Outcome::Ok {
                policy.tokens = (policy.tokens + deposit).min(capacity);
            }
            is_retried &= policy.tokens >= 1.0;
            policy.tokens -= f64::from(u8::from(is_retried));
        }
        let has_breaker = users.breakers[Users::host_of(class)].is_some();
        self.record.attempt_ended(attempt, users, (&self.groups, &self.instances), outcome, why, now);
        if is_retried {
            let wait = users.retries.wait(attempt, now, self.seed, &mut users.backoffs);
            attempt.start_over(why);
            let slot = self.renew(slot);
            self.queue.push(now + wait, Kind::Retry as u8, slot.generation, slot.index);
        } else {
            self.end_request(slot, outcome, why);
        }
        if has_breaker && outcome != Outcome::Shed {
            let ok = !is_retryable(outcome);
            self.tell_breaker(users_index, Users::host_of(class), is_probe, ok, why.because);
        }
    }

    /// A request is done.
    fn end_request(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let latency = now - attempt.started;
        let (class, number) = (attempt.class, attempt.number);
        let (users, client) = (attempt.users, attempt.client);
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
            let failed = &mut self.users[usize::from(users)].failed;
            *failed = (failed.0 + 1, Some(why));
            self.request_failed(class, outcome, why, latency);
        }
        if self.users[usize::from(users)].traffic.is_closed() {
            self.think(u32::from(users), client, false);
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

impl Attempt {
    /// Leaves the last try behind and waits for the next one.
    fn start_over(&mut self, why: Cause) {
        self.step = Step::Backoff;
        self.cause = why;
        self.client_deadline = SimTime::NEVER;
        self.edge_deadline = SimTime::NEVER;
        self.balancer_deadline = SimTime::NEVER;
        self.database_deadline = SimTime::NEVER;
        self.node = NONE;
        self.instance = NONE;
        self.distribution = u16::MAX;
        self.via_edge = false;
        self.error_page = 0;
        self.bytes_left = 100;
        self.group = u16::MAX;
        self.pool = NONE;
        self.status = Outcome::Ok;
        self.bursts = 0;
        self.query_tries = 0;
        self.handshakes = false;
    }
}

/// Whether an attempt's clients try no more than one address of an answer.
fn users_try_one(users: &[Users], attempt: &Attempt) -> bool {
    users[usize::from(attempt.users)].addresses_tried <= 1
}

/// The object that an asset request asks for: by popularity, or a deep link that no key matches.
fn pick_object(users: &mut Users, catalogue: u32) -> u32 {
    let rank = users.choices.unit();
    let object = users.popularity.partition_point(|share| *share <= rank) as u32;
    let object = object.min(users.popularity.len() as u32 - 1);
    if users.deep_links > 0.0 && users.choices.chance(users.deep_links) { catalogue + object } else { object }
}

/// Whether a client tries again after this, and a circuit breaker counts it as a failure.
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
            | Outcome::IdentityProviderError
            | Outcome::ClientTimeout
    )
}
