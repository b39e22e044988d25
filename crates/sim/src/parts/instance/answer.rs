//! The application answers: its thread takes the next request, and the answer goes back the way the request came.

use ninepins_report::{Because, Cause, CauseKind, Outcome};

use super::failing_event;
use crate::attempt::Origin;
use crate::cause::cause;
use crate::engine::Engine;
use crate::kernel::{Slot, Span};

impl Engine {
    /// The handler is done: it answers, unless a bug makes it fail.
    pub(super) fn complete(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        match failing_event(&instance.errors, &mut instance.failures) {
            None => self.respond(slot, Outcome::Ok, None),
            Some(event) => {
                let why = cause(CauseKind::ApplicationError, instance.part, Because::Event(event));
                self.respond(slot, Outcome::InternalError, Some(why));
            }
        }
    }

    /// The application answers: the thread takes the next request.
    pub(crate) fn respond(&mut self, slot: Slot, outcome: Outcome, why: Option<Cause>) {
        self.leave_instance(slot);
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let part = self.instances[attempt.instance as usize].part;
        let why = why.unwrap_or(cause(CauseKind::InstanceCpu, part, Because::Demand));
        self.answer_from_instance(slot, outcome, why);
    }

    /// Sends the instance's answer, to which nothing is left to do there.
    pub(crate) fn answer_from_instance(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        if self.is_message(slot) {
            return self.message_worked_on(slot, outcome, why);
        }
        self.target_answered(slot, outcome);
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let instance = &self.instances[attempt.instance as usize];
        let (part, place, node) = (instance.part, instance.place, attempt.node);
        let is_check = attempt.origin == Origin::Check;
        let spent = self.now - attempt.forwarded;
        if attempt.orphan {
            return self.free(slot);
        }
        let kept = if is_check { Span::ZERO } else { self.carry(slot, 1) };
        if !is_check {
            self.record.finished(part, spent);
            if self.watches_bytes {
                self.count_bytes(slot);
            }
        }
        let back = match self.nodes.get(node as usize) {
            Some(node) => {
                if outcome != Outcome::Ok {
                    self.balancers[usize::from(node.balancer)].target_5xx += 1;
                }
                self.network.one_way(place, node.place)
            }
            None => Span::ZERO,
        };
        self.answer(slot, outcome, why, back + kept);
    }

    /// Whether an attempt is a worker's at a message.
    fn is_message(&self, slot: Slot) -> bool {
        self.attempts.get(slot.index, slot.generation).is_some_and(|one| one.origin == Origin::Message && !one.orphan)
    }

    /// Gives back the thread and the connection.
    fn leave_instance(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let index = attempt.instance as usize;
        if std::mem::take(&mut attempt.on_instance) {
            self.instances[index].connections -= 1;
        }
        if std::mem::take(&mut attempt.has_thread) {
            self.pass_thread_on(index);
        }
    }
}
