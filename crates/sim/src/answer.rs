//! The way back: an answer goes to whoever sent the request, a client, an edge, a health check, another instance, a queue.

use ninepins_report::{Because, Cause, CauseKind, Outcome};

use crate::attempt::{NONE, Origin, Step};
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span};

impl Engine {
    /// Sends an answer back the way the request came: to the client, the edge or the health check.
    pub(crate) fn answer(&mut self, slot: Slot, outcome: Outcome, why: Cause, after: Span) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.status = outcome;
        attempt.cause = why;
        attempt.balancer_deadline = SimTime::NEVER;
        attempt.database_deadline = SimTime::NEVER;
        attempt.step = Step::Answering;
        let node = attempt.node;
        let node_epoch = attempt.node_epoch;
        let (origin, via_edge) = (attempt.origin, attempt.via_edge);
        let (users, route) = (attempt.users, attempt.route);
        let forwarded = attempt.forwarded;
        let from_target = attempt.instance != NONE;
        if let Some(node) = self.nodes.get(node as usize) {
            if from_target {
                self.record.finished(node.part, now - forwarded);
            }
            if node.epoch != node_epoch && outcome != Outcome::Reset {
                let (part, because) = (node.part, node.down.unwrap_or(Because::Configuration));
                return self.lose(slot, CauseKind::NodeDown, part, because);
            }
        }
        match origin {
            Origin::Check => self.check_answered(slot, outcome),
            Origin::Client if via_edge => self.origin_answers(slot, after),
            Origin::Fetch => self.origin_answers(slot, after),
            Origin::Call => self.answer_call(slot, after),
            Origin::Message => self.message_worked_on(slot, outcome, why),
            Origin::Client => {
                let way = self.users[usize::from(users)].routes[usize::from(route)].round_trip;
                let added = if self.network.is_disturbed() { self.internet_delay_of(slot) } else { Span::ZERO };
                let half = way / 2 + added;
                self.queue.push(now + after + half, Kind::Answered as u8, slot.generation, slot.index);
            }
        }
    }

    /// What events add to a message between the internet and the part that an attempt is connected to.
    pub(crate) fn internet_delay_of(&self, slot: Slot) -> Span {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return Span::ZERO };
        let node = self.nodes.get(attempt.node as usize).map(|node| node.place);
        let place = node.or_else(|| self.instances.get(attempt.instance as usize).map(|instance| instance.place));
        place.map_or(Span::ZERO, |place| self.network.internet_delay(place))
    }
}
