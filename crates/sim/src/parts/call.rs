//! Calls between services: a request calls other services one call after the other and holds its thread meanwhile.
//!
//! Each call is an attempt of its own: it arrives somewhere, waits, times out, is tried again, and what its server still
//! does for it is left behind as for any client. A call goes over a connection that its instance keeps open, or opens one,
//! which costs a round trip, and another where the callee speaks TLS.

use ninepins_macros::later;
use ninepins_report::{Because, Cause, CauseKind, Class, Outcome, PartIndex, WireIndex};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span};
use crate::network::Place;
use crate::parts::alb::capacity::FETCH_BYTES;
use crate::parts::instance::Life;
use crate::parts::nlb::Opening;

/// What an instance calls, and what it knows of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Call {
    pub(crate) wire: WireIndex,
    pub(crate) part: PartIndex,
    pub(crate) callee: Callee,
    pub(crate) timeout: Span,
    pub(crate) tries: u8,
    pub(crate) backoff: Span,
    pub(crate) jitter: bool,
    /// Calls that one request makes.
    pub(crate) count: u8,
    /// Share of the requests that call.
    pub(crate) share: f64,
    /// TTL of a load balancer's name.
    pub(crate) ttl: Span,
    /// The load balancer's node that the instance knows, until its answer from DNS expires; for a group, whose turn it is.
    pub(crate) address: u32,
    pub(crate) expires: SimTime,
    /// Connections that are open and idle.
    pub(crate) idle_connections: u32,
    /// When one of them last carried something; never before one was opened.
    pub(crate) last_used: SimTime,
    /// When the callee closes a connection that is idle.
    pub(crate) keep_alive: Span,
    pub(crate) speaks_tls: bool,
    /// Time between two TCP keepalive packets; zero without them.
    pub(crate) tcp_keepalive: Span,
}

/// The connection of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallConnection {
    /// Round trips that it takes to open; none if it is open.
    pub(crate) opening: u64,
    /// How long nothing has passed on it.
    pub(crate) quiet: Span,
}

impl Call {
    /// Takes a connection that is open, or opens one.
    fn take_connection(&mut self, now: SimTime) -> CallConnection {
        let idle = if self.last_used.is_never() { Span::ZERO } else { now - self.last_used };
        self.last_used = now;
        if self.idle_connections == 0 || idle >= self.keep_alive {
            self.idle_connections = 0;
            return CallConnection { opening: 1 + u64::from(self.speaks_tls), quiet: Span::ZERO };
        }
        self.idle_connections -= 1;
        let quiet = if self.tcp_keepalive.is_zero() { idle } else { idle.min(self.tcp_keepalive) };
        CallConnection { opening: 0, quiet }
    }
}

/// The service that is called.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Callee {
    LoadBalancer(u16),
    /// The running members of a group in turn.
    Group(u32),
    Instance(u32),
    External(u16),
    /// A queue, to which writes send messages.
    Queue(u16),
}

/// Whether a connection stays open after a call that ended like this.
const fn is_kept(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::Refused | Outcome::Reset | Outcome::DnsFailure | Outcome::ClientTimeout)
}

impl Attempt {
    /// The request that makes this call.
    pub(crate) const fn caller(&self) -> Slot {
        Slot { index: self.client, generation: self.object }
    }
}

impl Engine {
    /// The request that makes a call, and the index of the instance it is on; `None` if it no longer waits.
    fn calling(&self, slot: Slot) -> Option<(Slot, u32)> {
        let caller = self.attempts.get(slot.index, slot.generation)?.caller();
        let request = self.attempts.get(caller.index, caller.generation)?;
        (request.step == Step::Calling).then_some((caller, request.instance))
    }

    /// The node that an instance believes a load balancer's name to be: it asks DNS again when the answer has expired.
    fn known_node(&mut self, instance: u32, index: usize, balancer: u16) -> u32 {
        let now = self.now;
        let call = self.instances[instance as usize].calls[index];
        if call.expires > now && call.address != NONE {
            return call.address;
        }
        let node = self.resolve_node(usize::from(balancer));
        let call = &mut self.instances[instance as usize].calls[index];
        (call.address, call.expires) = (node, now + call.ttl);
        node
    }

    /// The member of a group whose turn it is among those that run.
    fn next_member(&mut self, instance: u32, index: usize, group: u32) -> u32 {
        let members = &self.scaling_groups[group as usize].members;
        let turn = self.instances[instance as usize].calls[index].address as usize;
        let found = (0..members.len())
            .map(|step| (turn + step) % members.len())
            .find(|place| self.instances[members[*place] as usize].life == Life::InService);
        let Some(place) = found else { return NONE };
        let member = members[place];
        self.instances[instance as usize].calls[index].address = place as u32 + 1;
        member
    }

    /// Whether a call through a Network Load Balancer finds a target that takes it.
    fn call_passes(&mut self, slot: Slot, balancer: u16, node: u32) -> bool {
        if node == NONE {
            return true; // its name has no address, which comes first
        }
        match self.flow_of_request(slot, balancer, node) {
            Ok(()) | Err(Opening::Through) => return true,
            Err(Opening::Vanishes(why)) => self.lose(slot, why.kind, why.part, why.because),
            Err(Opening::Refused(why)) => self.call_fails_after(slot, Outcome::Refused, why, Span::ZERO),
        }
        false
    }

    /// Why a call's packets vanish: on a connection that is open less stops them (VPC-21).
    fn call_blocked(&self, from: Place, to: Place, connection: CallConnection) -> Option<Cause> {
        if connection.opening > 0 { self.network.blocked(Some(from), to) } else { self.network.severed(Some(from), to) }
    }

    fn call_node(
        &mut self,
        slot: Slot,
        node_index: u32,
        (from, connection): (Place, CallConnection),
        callee: PartIndex,
    ) {
        let Some(node) = self.nodes.get(node_index as usize) else {
            return self.call_goes_nowhere(slot, callee);
        };
        if let Some(because) = node.down {
            return self.lose(slot, CauseKind::NodeDown, callee, because);
        }
        if let Some(why) = self.call_blocked(from, node.place, connection) {
            return self.lose(slot, why.kind, why.part, why.because);
        }
        let opening = self.network.round_trip(from, node.place) * connection.opening;
        let (epoch, delay) = (node.epoch, opening + self.network.one_way(from, node.place));
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        (attempt.node, attempt.node_epoch) = (node_index, epoch);
        self.queue.push(self.now + delay, Kind::AtNode as u8, slot.generation, slot.index);
    }

    fn call_instance(
        &mut self,
        slot: Slot,
        member: u32,
        (from, connection): (Place, CallConnection),
        callee: PartIndex,
    ) {
        let Some(instance) = self.instances.get(member as usize) else {
            return self.call_goes_nowhere(slot, callee);
        };
        if let Some(because) = instance.down {
            return self.lose(slot, instance.down_kind, callee, because);
        }
        if let Some(why) = self.call_blocked(from, instance.place, connection) {
            return self.lose(slot, why.kind, why.part, why.because);
        }
        let opening = self.network.round_trip(from, instance.place) * connection.opening;
        let delay = self.network.one_way(from, instance.place);
        if !instance.is_listening() {
            let (kind, because) = instance.refusal();
            let why = cause(kind, callee, because);
            return self.call_fails_after(slot, Outcome::Refused, why, delay * 2);
        }
        let epoch = instance.epoch;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        (attempt.instance, attempt.instance_epoch) = (member, epoch);
        self.queue.push(self.now + opening + delay, Kind::AtInstance as u8, slot.generation, slot.index);
    }

    /// The callee's name has no address.
    fn call_goes_nowhere(&mut self, slot: Slot, callee: PartIndex) {
        let why = cause(CauseKind::NoTargets, callee, Because::Configuration);
        self.call_fails_after(slot, Outcome::DnsFailure, why, Span::ZERO);
    }

    pub(crate) fn call_fails_after(&mut self, slot: Slot, outcome: Outcome, why: Cause, after: Span) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        (attempt.status, attempt.cause, attempt.step) = (outcome, why, Step::Answering);
        self.queue.push(self.now + after, Kind::Called as u8, slot.generation, slot.index);
    }

    /// One try of a call is over: the next call, another try, or the end of the request.
    fn call_ended(&mut self, slot: Slot, caller: Slot, outcome: Outcome, why: Cause) {
        let now = self.now;
        let Some(request) = self.attempts.get(caller.index, caller.generation) else { return };
        let instance = request.instance as usize;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (index, done, tries) = (attempt.origin_index, attempt.edge_tries, attempt.tries);
        let call = &mut self.instances[instance].calls[usize::from(index)];
        if is_kept(outcome) {
            call.idle_connections += 1;
            call.last_used = now;
        }
        let call = *call;
        self.record.wire_ended(call.wire, outcome == Outcome::Ok);
        if outcome == Outcome::Ok {
            // To and from a load balancer nothing is charged; what a Network Load Balancer passes on, it counts itself.
            if matches!(call.callee, Callee::Group(_) | Callee::Instance(_)) {
                let callee = self.attempts.get(slot.index, slot.generation).map_or(NONE, |attempt| attempt.instance);
                let (caller, callee) = (&self.instances[instance], self.instances.get(callee as usize));
                let (part, from) = (caller.part, caller.place);
                if let Some(to) = callee.map(|callee| callee.place) {
                    self.count_crossing(slot, part, from, to);
                }
            }
            self.free(slot);
            if matches!(call.callee, Callee::Queue(_))
                && let Some(request) = self.attempts.get_mut(caller.index, caller.generation)
            {
                request.sent_message = true;
            }
            return self.next_call(caller, index, done + 1);
        }
        self.record.blame(why);
        if tries >= call.tries {
            self.free(slot);
            return self.respond_failed(caller, why);
        }
        attempt.forget_server_side();
        (attempt.node, attempt.group, attempt.status) = (NONE, u16::MAX, Outcome::Ok);
        (attempt.step, attempt.cause, attempt.client_deadline) = (Step::Backoff, why, SimTime::NEVER);
        let slot = self.renew(slot);
        if let Some(request) = self.attempts.get_mut(caller.index, caller.generation) {
            request.child = slot.index;
        }
        let whole = call.backoff * (1 << (tries - 1).min(16));
        let choices = &mut self.instances[instance].choices;
        let wait = if call.jitter { choices.uniform_span(Span::ZERO, whole) } else { whole };
        self.queue.push(now + wait, Kind::Retry as u8, slot.generation, slot.index);
    }

    /// What a request that calls waits for: what its call waits for.
    pub(crate) fn call_cause(&self, request: &Attempt) -> Cause {
        match self.attempts.occupant(request.child) {
            Some((_, call)) if call.origin == Origin::Call => self.waiting_for(call),
            _ => request.cause,
        }
    }

    /// Bytes of a call and of its answer: those of the client's request that it is for.
    pub(crate) fn call_bytes(&self, slot: Slot) -> [u64; 2] {
        let mut place = slot;
        while let Some(attempt) = self.attempts.get(place.index, place.generation) {
            if attempt.origin != Origin::Call {
                let users = self.users.get(usize::from(attempt.users));
                return users
                    .map_or(FETCH_BYTES, |users| users.bytes.map(|bytes| u64::from(bytes[attempt.class as usize])));
            }
            place = attempt.caller();
        }
        FETCH_BYTES
    }

    /// What a request and its answer weigh is charged to a part if they cross from a zone or a Region to another.
    #[inline]
    pub(crate) fn count_crossing(&mut self, slot: Slot, payer: PartIndex, from: Place, to: Place) {
        if let Some(border) = self.network.crossing(from, to) {
            let bytes: u64 = self.call_bytes(slot).iter().sum();
            self.record.parts[usize::from(payer)].crossed[border] += bytes;
        }
    }

    /// The part that makes a call.
    pub(crate) fn caller_part(&self, call: &Attempt) -> PartIndex {
        let caller = call.caller();
        let request = self.attempts.get(caller.index, caller.generation);
        request.and_then(|request| self.instances.get(request.instance as usize)).map_or(0, |instance| instance.part)
    }
}

#[later]
impl Engine {
    /// A request makes its call number `done` at the service `index`, or the next one that it has to make.
    pub(crate) fn next_call(&mut self, caller: Slot, index: u16, done: u8) {
        let now = self.now;
        let (mut index, mut done) = (index, done);
        let Some(attempt) = self.attempts.get_mut(caller.index, caller.generation) else { return };
        let is_write = attempt.class == Class::Write;
        let instance = &mut self.instances[attempt.instance as usize];
        loop {
            let Some(call) = instance.calls.get(usize::from(index)) else { return self.after_calls(caller) };
            let is_over = done >= call.count || (!is_write && matches!(call.callee, Callee::Queue(_)));
            // Whether a request calls is drawn once, before its first call.
            let passes = !is_over && done == 0 && call.share < 1.0 && !instance.choices.chance(call.share);
            if !is_over && !passes {
                break;
            }
            (index, done) = (index + 1, 0);
        }
        attempt.step = Step::Calling;
        let mut call = Attempt::new(Origin::Call, attempt.class, now);
        (call.client, call.object) = (caller.index, caller.generation);
        (call.origin_index, call.edge_tries) = (index, done);
        let slot = self.insert(call);
        self.send_call(slot);
    }

    /// Sends a call, for the first time or again.
    pub(crate) fn send_call(&mut self, slot: Slot) {
        let now = self.now;
        let Some((caller, instance)) = self.calling(slot) else { return self.free(slot) };
        if !self.instances[instance as usize].hangs.is_empty() {
            return self.instances[instance as usize].parked.push(slot);
        }
        if let Some(request) = self.attempts.get_mut(caller.index, caller.generation) {
            request.child = slot.index;
        }
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let index = usize::from(attempt.origin_index);
        let call = &mut self.instances[instance as usize].calls[index];
        let connection = call.take_connection(now);
        let call = *call;
        attempt.handshakes = connection.opening > 1;
        attempt.tries += 1;
        attempt.step = Step::Travelling;
        attempt.reached_front = true;
        attempt.client_deadline = now + call.timeout;
        self.arm(slot.index);
        let place = self.instances[instance as usize].place;
        match call.callee {
            Callee::LoadBalancer(balancer) => {
                let node = self.known_node(instance, index, balancer);
                if self.call_passes(slot, balancer, node) {
                    self.call_node(slot, node, (place, connection), call.part);
                }
            }
            Callee::Group(group) => {
                let member = self.next_member(instance, index, group);
                self.call_instance(slot, member, (place, connection), call.part);
            }
            Callee::Instance(member) => self.call_instance(slot, member, (place, connection), call.part),
            Callee::External(service) => self.call_external_service(slot, service, place, connection),
            Callee::Queue(queue) => self.call_queue(slot, queue, place, connection),
        }
    }

    /// A call's answer leaves its server, or the node before it.
    pub(crate) fn answer_call(&mut self, slot: Slot, after: Span) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let from = match (self.nodes.get(attempt.node as usize), self.instances.get(attempt.instance as usize)) {
            (Some(node), _) => Some(node.place),
            (None, instance) => instance.map(|instance| instance.place),
        };
        let to = self.calling(slot).map(|(_, instance)| self.instances[instance as usize].place);
        let back = from.zip(to).map_or(Span::ZERO, |(from, to)| self.network.one_way(from, to));
        self.queue.push(self.now + after + back, Kind::Called as u8, slot.generation, slot.index);
    }

    /// A call's answer is back at the caller.
    pub(crate) fn called(&mut self, slot: Slot) {
        self.leave_nat(slot);
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (outcome, why) = (attempt.status, attempt.cause);
        let Some((caller, instance)) = self.calling(slot) else { return self.free(slot) };
        let instance = &mut self.instances[instance as usize];
        if !instance.hangs.is_empty() {
            return instance.parked.push(slot);
        }
        self.call_ended(slot, caller, outcome, why);
    }

    /// The caller waits no longer.
    pub(crate) fn call_timed_out(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let why = self.waiting_for(attempt);
        let slot = self.detach(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        (attempt.status, attempt.cause, attempt.step) = (Outcome::ClientTimeout, why, Step::Answering);
        attempt.client_deadline = SimTime::NEVER;
        self.called(slot);
    }
}
