//! The loss of an edge location: its clients time out until DNS leads them to another.

use ninepins_model::PartId;
use ninepins_report::{Because, Cause, CauseKind};

use super::Distribution;
use crate::attempt::{Origin as Waiter, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::kernel::Slot;

impl Distribution {
    /// The edge location that DNS gives a client: its nearest one that is there.
    pub(crate) fn edge_for(&self, client: u32) -> u32 {
        let edges = u32::from(self.edges);
        let nearest = client % edges;
        let mut edge = nearest;
        while self.locations[edge as usize].lost.is_some() {
            edge = (edge + 1) % edges;
            if edge == nearest {
                break;
            }
        }
        edge
    }

    /// What changes when the connections of an edge location are lost.
    pub(crate) fn edge_epoch(&self, edge: u32) -> u32 {
        self.locations.get(edge as usize).map_or(0, |location| location.epoch)
    }

    /// Why packets to an edge location vanish, if they do.
    #[inline]
    pub(crate) fn edge_lost(&self, edge: u32) -> Option<Cause> {
        let event = self.locations.get(edge as usize)?.lost?;
        Some(cause(CauseKind::EdgeLocationLost, self.part, Because::Event(event)))
    }
}

impl Engine {
    /// The first edge location that is there vanishes, with its cache and the requests in it, or the one that an event made
    /// vanish comes back. Returns how many it concerns.
    pub(crate) fn lose_edge_location(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let now = self.now;
        let part = self.part_index(id);
        let Some(index) = self.distributions.iter().position(|distribution| Some(distribution.part) == part) else {
            return 0;
        };
        let distribution = &mut self.distributions[index];
        let concerned = if on { None } else { Some(event) };
        let edges = &distribution.locations[..usize::from(distribution.edges)];
        let Some(edge) = edges.iter().position(|location| location.lost == concerned) else { return 0 };
        let location = &mut distribution.locations[edge];
        location.lost = on.then_some(event);
        location.epoch += 1;
        for key in 0..location.objects.len() {
            location.drop_key(key, now);
        }
        let Some(why) = distribution.edge_lost(edge as u32) else { return 1 };
        let waiting: Vec<Slot> = self
            .attempts
            .iter()
            .filter(|(_, attempt)| {
                attempt.origin == Waiter::Client
                    && !attempt.orphan
                    && (usize::from(attempt.distribution), usize::from(attempt.location)) == (index, edge)
                    && !matches!(attempt.step, Step::Answering | Step::Backoff | Step::Resolving)
            })
            .map(|(slot, _)| slot)
            .collect();
        for slot in waiting {
            let slot = self.detach(slot);
            if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
                attempt.edge_deadline = crate::kernel::SimTime::NEVER;
            }
            self.lose(slot, why.kind, why.part, why.because);
        }
        1
    }
}
