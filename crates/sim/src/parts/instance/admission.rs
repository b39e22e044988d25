//! A request reaches an instance: the connections it takes, the worker threads that take requests from them, and health checks,
//! which have an endpoint of their own.

use ninepins_model::wires::HealthCheckDepth;
use ninepins_report::{Because, CauseKind, Class, Outcome};

use super::Life;
use crate::attempt::{NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Admission, Slot, Span};
use crate::network::Place;

impl Engine {
    /// A request reaches an instance.
    pub(crate) fn at_instance(&mut self, slot: Slot) {
        self.totals.hops += 1;
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        match attempt.step {
            Step::Travelling if Engine::has_bytes(attempt) => {
                let kept = self.carry(slot, 0);
                if !kept.is_zero() {
                    return self.keep_on_link(slot, kept);
                }
            }
            Step::Travelling | Step::OnLink => {}
            _ => return, // it was lost on the way, and whoever waits knows
        }
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::Travelling;
        let index = attempt.instance;
        let instance = &mut self.instances[index as usize];
        if instance.down.is_some() || matches!(instance.life, Life::Pending | Life::Terminated) {
            let (kind, part, because) = (instance.down_kind, instance.part, instance.state_because());
            return self.lose(slot, kind, part, because);
        }
        if instance.epoch != attempt.instance_epoch || !instance.is_listening() {
            // Nobody listens, or the connection is unknown there by now.
            let (kind, because) = instance.refusal();
            let why = cause(kind, instance.part, because);
            return self.refuse(slot, why);
        }
        let is_check = attempt.origin == Origin::Check;
        if !is_check {
            self.record.arrived(instance.part);
        } else if instance.server.answers_apart(self.groups[usize::from(attempt.group)].check_port) {
            return self.check_apart(slot);
        }
        if instance.connections >= instance.server.connection_limit {
            let why = cause(CauseKind::AcceptQueueFull, instance.part, Because::Demand);
            return self.refuse(slot, why);
        }
        instance.connections += 1;
        attempt.on_instance = true;
        attempt.forwarded = if attempt.node == NONE { now } else { attempt.forwarded };
        match instance.threads.arrive(now, slot) {
            Admission::Started => self.thread_started(slot),
            Admission::Queued => attempt.step = Step::WaitingForThread,
            Admission::Refused => self.turn_away(slot),
        }
    }

    /// The network interface of an instance is busy: a request reaches it later.
    #[cold]
    fn keep_on_link(&mut self, slot: Slot, kept: Span) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::OnLink;
        self.queue.push(self.now + kept, Kind::AtInstance as u8, slot.generation, slot.index);
    }

    /// Why an instance drops the packets of one more connection from a client, if it tracks as many as it can (VPC-33).
    pub(crate) fn cannot_track(&self, index: u32, client: Option<Place>) -> Option<ninepins_report::Cause> {
        let instance = &self.instances[index as usize];
        let limit = instance.tracked_limit?;
        if self.network.is_untracked(client, instance.place) {
            return None;
        }
        let pooled = instance.pools.iter().map(|pool| &self.pools[*pool as usize]);
        let open: u32 = pooled.map(|pool| pool.lent + pool.idle.len() as u32).sum();
        let is_full = instance.connections.saturating_add(open) >= limit;
        is_full.then(|| cause(CauseKind::TrackedConnections, instance.part, Because::Demand))
    }

    /// A worker thread takes a request.
    pub(crate) fn thread_started(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.has_thread = true;
        let index = attempt.instance as usize;
        if !self.instances[index].hangs.is_empty() {
            attempt.step = Step::WaitingForThread;
            return self.instances[index].parked.push(slot);
        }
        if attempt.origin == Origin::Check {
            return self.check_runs(slot);
        }
        self.start_burst(slot);
    }

    /// A check reaches the health endpoint on a port of its own, which has connections and threads of its own.
    #[cold]
    fn check_apart(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        if instance.hangs.is_empty() {
            return self.check_runs(slot);
        }
        attempt.step = Step::WaitingForThread;
        instance.parked.push(slot);
    }

    /// The checked path: it answers, or queries the database first.
    pub(super) fn check_runs(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let group = &self.groups[usize::from(attempt.group)];
        let (depth, path, port) = (group.depth, group.check_path, group.check_port);
        attempt.bursts = 1;
        let instance = attempt.instance;
        let is_served = self.instances[instance as usize].server.serves(path, port);
        let pool = self.pool_for(instance, Class::Read).filter(|_| is_served);
        match (depth, pool) {
            (HealthCheckDepth::Deep, Some(pool)) => self.borrow_connection(slot, pool),
            _ => self.respond(slot, Outcome::Ok, None),
        }
    }
}
