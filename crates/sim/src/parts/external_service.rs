//! A service on the internet, outside AWS: how long it takes, what it turns away, when it cannot be reached.

use ninepins_macros::{later, rare};
use ninepins_model::PartId;
use ninepins_report::{Because, Cause, CauseKind, Outcome, PartIndex};

use crate::attempt::{NONE, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span, Stream};
use crate::layer::lay;
use crate::network::{Egress, Place};
use crate::parts::call::CallConnection;
use crate::parts::instance::failing_event;
use crate::shape::Shape;

/// Time after which a NAT gateway forgets an idle connection (VPC-13).
const NAT_IDLE_TIMEOUT: Span = Span::from_s(350);
/// Time after which TCP sends again what a NAT gateway dropped.
const RETRANSMISSION: Span = Span::from_ms(200);

/// A service outside AWS.
#[derive(Clone, Debug)]
pub(crate) struct ExternalService {
    pub(crate) part: PartIndex,
    pub(crate) round_trip: Span,
    pub(crate) latency: Span,
    pub(crate) shape: Shape,
    pub(crate) capacity: f64,
    /// Share of the requests that it answers with an error, by itself.
    pub(crate) failing: f64,
    /// Events that make it unreachable.
    pub(crate) outages: Vec<u32>,
    /// Events that make it answer with errors, and for which share of the requests.
    pub(crate) errors: Vec<(u32, f64)>,
    /// Requests that it may still answer now: they refill at its capacity, one second deep.
    pub(crate) tokens: f64,
    pub(crate) refilled: SimTime,
    /// Requests that it turned away in this second.
    pub(crate) throttled: u32,
    pub(crate) times: Stream,
    pub(crate) failures: Stream,
}

impl ExternalService {
    fn admit(&mut self, now: SimTime) -> bool {
        let depth = self.capacity.max(1.0);
        self.tokens = (self.tokens + (now - self.refilled).as_s_f64() * self.capacity).min(depth);
        self.refilled = now;
        if self.tokens < 1.0 {
            return false;
        }
        self.tokens -= 1.0;
        true
    }
}

impl Engine {
    /// An instance calls a service outside AWS through its network's way to the internet.
    ///
    /// A NAT gateway may have forgotten its connection, on which nothing has passed for a while (VPC-13).
    pub(crate) fn call_external_service(&mut self, slot: Slot, index: u16, from: Place, connection: CallConnection) {
        let service = &self.external_services[usize::from(index)];
        let (part, half) = (service.part, service.round_trip / 2);
        if let Some(event) = service.outages.first() {
            return self.lose(slot, CauseKind::ExternalServiceDown, part, Because::Event(*event));
        }
        let way = match self.network.egress(from) {
            Ok(way) => way,
            Err(why) => return self.lose(slot, why.kind, why.part, why.because),
        };
        let slow = cause(CauseKind::ExternalServiceSlow, part, Because::Demand);
        self.leave_for(slot, way, (slow, half, u32::from(index)), connection, Kind::AtExternalService);
    }

    /// Sends a call to a service outside the VPC, which is so far beyond its edge.
    pub(crate) fn leave_for(
        &mut self,
        slot: Slot,
        way: Egress,
        (slow, half, service): (Cause, Span, u32),
        connection: CallConnection,
        arrival: Kind,
    ) {
        let part = slow.part;
        if let Some(nat) = way.nat {
            let gateway = self.network.nats[usize::from(nat)].part;
            if connection.quiet > NAT_IDLE_TIMEOUT {
                let why = cause(CauseKind::NatIdleTimeout, gateway, Because::Configuration);
                return self.call_fails_after(slot, Outcome::Reset, why, way.delay * 2);
            }
            if let Err(why) = self.network.open_through(way, part) {
                return self.lose(slot, why.kind, why.part, why.because);
            }
        }
        self.bill_way(slot, way, matches!(arrival, Kind::AtExternalService));
        let sent_again = self.through_gateway(slot, way, 0);
        let opening = (way.delay * 2 + half * 2) * connection.opening;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = if arrival == Kind::AtQueue { Step::AtQueue } else { Step::AtExternalService };
        (attempt.cause, attempt.member) = (slow, service);
        // The NAT gateway and the destination of the port that it holds.
        attempt.connection = way.nat.map_or(NONE, |nat| u32::from(nat) << 16 | u32::from(part));
        self.queue.push(self.now + opening + way.delay + sent_again + half, arrival as u8, slot.generation, slot.index);
    }

    /// What leaves AWS is charged to the caller, and what passes a NAT gateway of another zone as well.
    fn bill_way(&mut self, slot: Slot, way: Egress, leaves_aws: bool) {
        let [sent, received] = self.call_bytes(slot);
        let caller = self.attempts.get(slot.index, slot.generation).map(crate::attempt::Attempt::caller);
        let request = caller.and_then(|caller| self.attempts.get(caller.index, caller.generation));
        let Some(caller) = request.and_then(|request| self.instances.get(request.instance as usize)) else { return };
        let counters = &mut self.record.parts[usize::from(caller.part)];
        counters.sent += if leaves_aws { sent } else { 0 };
        let gateway = way.nat.and_then(|nat| self.network.nats[usize::from(nat)].place);
        if let Some(border) = gateway.and_then(|gateway| self.network.crossing(caller.place, gateway)) {
            counters.crossed[border] += sent + received;
        }
    }

    /// Passes a call, or its answer, through a NAT gateway; returns how much later it arrives if its packets are dropped there.
    fn through_gateway(&mut self, slot: Slot, way: Egress, direction: usize) -> Span {
        if way.nat.is_none() || self.network.pass_through(way, self.call_bytes(slot)[direction], direction == 0) {
            return Span::ZERO;
        }
        RETRANSMISSION
    }

    /// A call is over for its NAT gateway, which gets its port back.
    pub(crate) fn leave_nat(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if attempt.pool != NONE {
            return; // it is at another service of ours, with a connection of a pool
        }
        let held = std::mem::replace(&mut attempt.connection, NONE);
        if held != NONE {
            let way = Egress { nat: Some((held >> 16) as u16), delay: Span::ZERO };
            self.network.close_through(way, held as u16);
        }
    }
}

#[later]
impl Engine {
    /// A call reaches a service outside AWS.
    pub(crate) fn at_external_service(&mut self, slot: Slot) {
        self.totals.hops += 1;
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let service = &mut self.external_services[attempt.member as usize];
        attempt.member = crate::attempt::NONE;
        let (part, half) = (service.part, service.round_trip / 2);
        if let Some(event) = service.outages.first() {
            let because = Because::Event(*event);
            return self.lose(slot, CauseKind::ExternalServiceDown, part, because);
        }
        self.record.arrived(part);
        if !service.admit(now) {
            service.throttled += 1;
            let why = cause(CauseKind::ExternalServiceLimit, part, Because::Demand);
            return self.call_fails_after(slot, Outcome::TooManyRequests, why, half);
        }
        let takes = service.shape.draw(service.latency, &mut service.times);
        self.record.finished(part, takes);
        let event = failing_event(&service.errors, &mut service.failures).map(Because::Event);
        let by_itself = service.failing > 0.0 && service.failures.chance(service.failing);
        let (outcome, because) = match event.or(by_itself.then_some(Because::Configuration)) {
            Some(because) => (Outcome::InternalError, because),
            None => (Outcome::Ok, Because::Demand),
        };
        let why = cause(CauseKind::ExternalServiceError, part, because);
        // Until the answer is back the caller waits for the service.
        attempt.status = outcome;
        if outcome != Outcome::Ok {
            attempt.cause = why;
        }
        let nat = (attempt.connection != NONE).then_some((attempt.connection >> 16) as u16);
        let sent_again = self.through_gateway(slot, Egress { nat, delay: Span::ZERO }, 1);
        self.queue.push(now + takes + sent_again + half, Kind::Called as u8, slot.generation, slot.index);
    }
}

#[rare]
impl Engine {
    /// A service cannot be reached, or can again.
    pub(crate) fn external_outage(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(service) = self.external_services.iter_mut().find(|one| Some(one.part) == part) else { return 0 };
        lay(&mut service.outages, event, on);
        1
    }
}
