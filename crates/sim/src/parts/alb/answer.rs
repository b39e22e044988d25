//! Answers: what a target has said, what a node says by itself (502, 503, 504), and when a target has one request less.

use ninepins_report::{Cause, Outcome};

use crate::engine::Engine;
use crate::kernel::{Slot, Span};

impl Engine {
    /// A target has answered: its connection is free, its cookie is set, and the load balancer no longer counts the attempt.
    pub(crate) fn target_answered(&mut self, slot: Slot, outcome: Outcome) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if !attempt.outstanding {
            return;
        }
        let (group, instance, node) = (usize::from(attempt.group), attempt.instance, attempt.node);
        let position = self.nodes.get(node as usize).map_or(0, |node| usize::from(node.position));
        let epoch = self.instances[instance as usize].epoch;
        let now = self.now;
        let group_index = group;
        let group = &mut self.groups[group_index];
        let place = group.place_of(instance);
        if let Some(place) = place {
            let target = &mut group.targets[place];
            if let Some(idle) = target.idle.get_mut(position) {
                idle.give_back(epoch, now);
            }
            target.answers += 1.0;
            target.errors += if outcome == Outcome::Ok { 0.0 } else { 1.0 };
        }
        if group.pins.is_some() {
            self.pin(slot, group_index, instance, outcome);
        }
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.outstanding = false;
            self.count_released(group_index, place, instance);
        }
    }

    /// The load balancer no longer counts the attempt at its target.
    pub(crate) fn release_outstanding(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if !std::mem::take(&mut attempt.outstanding) {
            return;
        }
        let (group, instance) = (usize::from(attempt.group), attempt.instance);
        let place = self.groups[group].place_of(instance);
        self.count_released(group, place, instance);
    }

    /// A target has one attempt less outstanding, if it is still among the targets.
    #[inline]
    fn count_released(&mut self, group: usize, place: Option<usize>, instance: u32) {
        let Some(place) = place else { return };
        let group = &mut self.groups[group];
        let outstanding = group.targets[place].outstanding.saturating_sub(1);
        group.set_outstanding(place, outstanding);
        if group.targets[place].draining && outstanding == 0 {
            self.drained(instance);
        }
    }

    /// A client gives up on a request that a node has sent on: the node counts a 460 (ALB-42).
    pub(crate) fn client_closed_early(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.outstanding
            && let Some(node) = self.nodes.get(attempt.node as usize)
        {
            self.balancers[usize::from(node.balancer)].generated[3] += 1;
        }
    }

    /// A node answers by itself.
    pub(crate) fn answer_from_node(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        self.answer_from_node_after(slot, outcome, why, Span::ZERO);
    }

    pub(super) fn answer_from_node_after(&mut self, slot: Slot, outcome: Outcome, why: Cause, after: Span) {
        self.count_refusal(slot);
        self.release_outstanding(slot);
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if let Some(node) = self.nodes.get(attempt.node as usize) {
            let balancer = &mut self.balancers[usize::from(node.balancer)];
            match outcome {
                Outcome::BadGateway => balancer.generated[0] += 1,
                Outcome::ServiceUnavailable => balancer.generated[1] += 1,
                Outcome::GatewayTimeout => balancer.generated[2] += 1,
                Outcome::NotFound | Outcome::RequestTimeout | Outcome::TooManyForwarded | Outcome::ProtocolMismatch => {
                    balancer.generated[3] += 1
                }
                Outcome::IdentityProviderError => balancer.generated[4] += 1,
                _ => {}
            }
        }
        self.answer(slot, outcome, why, after);
    }
}
