//! A request at a node: whether it is admitted, to which target group and target it goes, over which connection.

use ninepins_report::{Because, CauseKind, Outcome};

use super::connections::Taken;
use crate::attempt::{Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Slot, Span};
use crate::network::Place;
use crate::parts::health_check::CONNECT_TIMEOUT;

/// How long a node waits for the TLS handshake of a target (ALB-38).
const TLS_TIMEOUT: Span = Span::from_s(10);

impl Engine {
    /// The request reaches a node.
    pub(crate) fn at_node(&mut self, slot: Slot) {
        self.totals.hops += 1;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (node_index, node_epoch) = (attempt.node, attempt.node_epoch);
        let Some(node) = self.nodes.get_mut(node_index as usize) else { return };
        let part = node.part;
        if let Some(because) = node.down {
            return self.lose(slot, CauseKind::NodeDown, part, because);
        }
        if node.epoch != node_epoch {
            // It is another machine now: it resets what it does not know.
            let why = cause(CauseKind::NodeDown, part, Because::Configuration);
            return self.answer_from_node(slot, Outcome::Reset, why);
        }
        node.requests += 1;
        let (balancer, place, position) = (usize::from(node.balancer), node.place, usize::from(node.position));
        self.record.arrived(part);
        if attempt.status != Outcome::Ok && attempt.origin == Origin::Client && !attempt.via_edge {
            // The client has stopped sending for longer than the node waits (ALB-42).
            let is_flow = self.balancers[balancer].flows.is_some();
            let kind = if is_flow { CauseKind::FlowIdle } else { CauseKind::ClientStalled };
            let outcome = attempt.status;
            return self.answer_from_node(slot, outcome, cause(kind, part, Because::Configuration));
        }
        if self.balancers[balancer].flows.is_some() {
            return self.flow_packet(slot, balancer, place);
        }
        if !self.admits_request(slot, balancer) {
            let why = cause(CauseKind::BalancerCapacity, part, Because::Demand);
            return self.answer_from_node(slot, Outcome::ServiceUnavailable, why);
        }
        let group = match self.pick_group(slot, balancer) {
            Ok(group) => group,
            Err((outcome, kind)) => {
                return self.answer_from_node(slot, outcome, cause(kind, part, Because::Configuration));
            }
        };
        let held = match self.balancers[balancer].inspects {
            false => Ok(Span::ZERO),
            true => self.inspect(slot, group),
        };
        let held = match held {
            Ok(held) => held,
            Err((outcome, kind, after)) => {
                let why = cause(kind, part, Because::Configuration);
                return self.answer_from_node_after(slot, outcome, why, after);
            }
        };
        match self.pick_target(slot, usize::from(group), position, place) {
            Some(target) => self.forward(slot, group, target, (position, place), held),
            None => {
                let because =
                    self.groups[usize::from(group)].failing_open.map_or(Because::Configuration, Because::Decision);
                let why = cause(CauseKind::NoTargets, part, because);
                self.answer_from_node(slot, Outcome::ServiceUnavailable, why);
            }
        }
    }

    /// Connects to the target, or takes a connection that is open, and sends the request on, after the node has held it for a
    /// while.
    fn forward(&mut self, slot: Slot, group_index: u16, target: usize, (position, place): (usize, Place), held: Span) {
        let now = self.now + held;
        let group = &mut self.groups[usize::from(group_index)];
        group.set_outstanding(target, group.targets[target].outstanding + 1);
        let tls = group.tls;
        let target = &mut group.targets[target];
        let instance_index = target.instance;
        let balancer = &self.balancers[usize::from(group.balancer)];
        let (added, idle) = (balancer.added_latency + held, balancer.idle_timeout);
        let instance = &self.instances[instance_index as usize];
        let (instance_part, epoch) = (instance.part, instance.epoch);
        let taken = target.idle[position].take(self.now, instance, balancer);
        let (round_trip, one_way) = self.network.delays(place, instance.place);
        let down = instance.down.map(|because| cause(instance.down_kind, instance_part, because));
        let listening = instance.is_listening();
        let hangs = instance.hangs.first().copied();
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.group = group_index;
        attempt.instance = instance_index;
        attempt.instance_epoch = epoch;
        attempt.outstanding = true;
        attempt.forwarded = now;
        if taken == Taken::Closed {
            let why = cause(CauseKind::KeepAliveRace, instance_part, Because::Configuration);
            return self.answer_from_node_after(slot, Outcome::BadGateway, why, added + round_trip);
        }
        let is_new = taken == Taken::New;
        // A connection that is open outlives the rule that admitted it (VPC-21).
        let server = self.instances[instance_index as usize].place;
        let blocked = match is_new {
            true => self.network.blocked(Some(place), server),
            false => self.network.severed(Some(place), server),
        };
        let untracked = if is_new { self.cannot_track(instance_index, Some(place)) } else { None };
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if let Some(why) = down.or(blocked).or(untracked) {
            // An open connection shows nothing of it: the node waits as long as for any answer (ALB-34, ALB-37).
            attempt.balancer_deadline = now + if is_new { CONNECT_TIMEOUT } else { idle };
            self.instances[instance_index as usize].untracked += u32::from(why.kind == CauseKind::TrackedConnections);
            return self.lose(slot, why.kind, why.part, why.because);
        }
        if !listening {
            let (refusal, because) = self.instances[instance_index as usize].refusal();
            let why = cause(refusal, instance_part, because);
            return self.answer_from_node_after(slot, Outcome::BadGateway, why, added + round_trip);
        }
        if let Some(event) = hangs.filter(|_| is_new && tls) {
            attempt.balancer_deadline = now + TLS_TIMEOUT;
            return self.lose(slot, CauseKind::TargetTls, instance_part, Because::Event(event));
        }
        let handshakes = if is_new { 1 + u64::from(tls) } else { 0 };
        attempt.balancer_deadline = now + idle;
        attempt.step = Step::Travelling;
        attempt.handshakes = is_new && tls;
        self.arm(slot.index);
        let delay = added + one_way + round_trip * handshakes;
        self.queue.push(self.now + delay, Kind::AtInstance as u8, slot.generation, slot.index);
    }
}
