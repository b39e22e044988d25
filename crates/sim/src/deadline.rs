//! Deadlines: at most one live entry on the queue per slot, whatever number of timeouts an attempt is under.
//!
//! An entry belongs to the slot and survives its occupants. When it fires early it is set again for the occupant's
//! earliest deadline, so the entries on the queue are bounded by the requests in flight, not by rate times timeout.

use ninepins_macros::later;
use ninepins_report::{Because, CauseKind, Outcome, PartIndex};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot};
use crate::parts::elasticache::is_at_cache;

impl Engine {
    /// Makes sure that the slot's entry fires no later than its occupant's earliest deadline.
    #[inline]
    pub(crate) fn arm(&mut self, slot: u32) {
        let Some((_, attempt)) = self.attempts.occupant(slot) else { return };
        let due = attempt.earliest_deadline();
        let armed = &mut self.armed[slot as usize];
        if due < *armed {
            *armed = due;
            self.queue.push(due, Kind::Deadline as u8, 0, slot);
        }
    }

    /// A slot's entry fires.
    pub(crate) fn deadline(&mut self, slot: u32) {
        if self.armed[slot as usize] != self.now {
            return; // an entry that was replaced by an earlier one
        }
        self.armed[slot as usize] = SimTime::NEVER;
        let Some((place, attempt)) = self.attempts.occupant(slot) else { return };
        let now = self.now;
        let (database, balancer, edge, client) = (
            attempt.database_deadline <= now,
            attempt.balancer_deadline <= now,
            attempt.edge_deadline <= now,
            attempt.client_deadline <= now,
        );
        if database {
            if is_at_cache(attempt.step) {
                self.cache_gave_up(place);
            } else if attempt.step == Step::LongPolling {
                self.receive_ended(place);
            } else {
                self.database_gave_up(place);
            }
        } else if balancer {
            self.balancer_gave_up(place);
        } else if edge {
            self.edge_gave_up(place);
        } else if client {
            self.client_gave_up(place);
        }
        self.arm(slot);
    }

    /// Separates the waiting side from the server's side. Returns the slot of the waiting side: the same slot where no
    /// server holds anything, else a new one, and the old one becomes an orphan.
    pub(crate) fn detach(&mut self, slot: Slot) -> Slot {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return slot };
        let (outstanding, is_call) = (attempt.outstanding, attempt.origin == Origin::Call);
        if outstanding {
            self.release_outstanding(slot);
        }
        if is_call {
            self.leave_nat(slot);
        }
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return slot };
        let mut waiting = attempt.clone();
        if attempt.is_held() {
            attempt.orphan = true;
            attempt.client_deadline = SimTime::NEVER;
            attempt.edge_deadline = SimTime::NEVER;
            attempt.balancer_deadline = SimTime::NEVER;
        } else {
            self.attempts.remove(slot.index, slot.generation);
        }
        waiting.forget_server_side();
        self.insert(waiting)
    }

    /// Puts an attempt into a slot.
    pub(crate) fn insert(&mut self, attempt: Attempt) -> Slot {
        match self.attempts.insert(attempt) {
            Ok(slot) => {
                if self.armed.len() <= slot.index as usize {
                    self.armed.resize(slot.index as usize + 1, SimTime::NEVER);
                }
                slot
            }
            Err(_) => {
                self.overflow();
                Slot { index: NONE, generation: 0 }
            }
        }
    }

    /// Moves an attempt that starts anew to a slot of its own, so that what is still under way for its last try is dropped.
    pub(crate) fn renew(&mut self, slot: Slot) -> Slot {
        match self.attempts.remove(slot.index, slot.generation) {
            Some(attempt) => self.insert(attempt),
            None => slot,
        }
    }

    /// An orphan that nothing holds any more, or a finished attempt, leaves its slot.
    #[inline]
    pub(crate) fn free(&mut self, slot: Slot) {
        self.attempts.remove(slot.index, slot.generation);
    }

    /// Marks an attempt as waiting for an answer that will not come.
    pub(crate) fn lose(&mut self, slot: Slot, kind: CauseKind, part: PartIndex, because: Because) {
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.step = Step::Lost;
            attempt.cause = cause(kind, part, because);
        }
        self.arm(slot.index);
    }

    /// Marks attempts that matched as waiting for an answer that will not come.
    pub(crate) fn lose_attempts(&mut self, kind: CauseKind, because: Because, concerned: impl Fn(&Attempt) -> bool) {
        let slots: Vec<Slot> = self
            .attempts
            .iter()
            .filter(|(_, attempt)| concerned(attempt) && !attempt.orphan && attempt.step != Step::Backoff)
            .map(|(slot, _)| slot)
            .collect();
        for slot in slots {
            let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { continue };
            let part = self.nodes.get(attempt.node as usize).map_or(0, |node| node.part);
            let slot = self.detach(slot);
            self.lose(slot, kind, part, because);
        }
    }
}

#[later]
impl Engine {
    /// The client waits no longer: the request fails or is tried again; what servers still do for it becomes an orphan.
    fn client_gave_up(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.origin == Origin::Check {
            return self.check_timed_out(slot);
        }
        if attempt.origin == Origin::Call {
            return self.call_timed_out(slot);
        }
        let why = self.waiting_for(attempt);
        let outcome = if attempt.reached_front || attempt.step == Step::Resolving {
            Outcome::ClientTimeout
        } else {
            Outcome::ConnectTimeout
        };
        self.client_closed_early(slot);
        self.drop_client_connection(slot);
        let slot = self.detach(slot);
        self.finish(slot, outcome, why);
    }

    /// The node waits no longer for the target: 504 (ALB-37, ALB-41).
    fn balancer_gave_up(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.origin == Origin::Client && !attempt.reached_front {
            return self.connect_timed_out(slot);
        }
        let why = self.waiting_for(attempt);
        // A target that does not end its TLS handshake is a 502 (ALB-38).
        let is_tls = why.kind == CauseKind::TargetTls;
        let outcome = if is_tls { Outcome::BadGateway } else { Outcome::GatewayTimeout };
        let slot = self.detach(slot);
        self.answer_from_node(slot, outcome, why);
    }

    /// The edge waits no longer for its origin: 504 (CF-34).
    fn edge_gave_up(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.edge_deadline = SimTime::NEVER;
        let (distribution, origin_index, class) = (attempt.distribution, attempt.origin_index, attempt.class);
        let attempt = attempt.clone();
        let why = self.waiting_for(&attempt);
        let origin = &self.distributions[usize::from(distribution)].origins[usize::from(origin_index)];
        self.record.wire_ended(origin.wire, false);
        // A request that may have changed something is not sent twice; a connection that failed is tried again for all.
        let may_repeat = attempt.is_connecting || class != ninepins_report::Class::Write;
        if may_repeat && u32::from(attempt.edge_tries) + 1 < origin.attempts {
            return self.fetch_again(slot, origin_index, attempt.edge_tries + 1);
        }
        if self.fails_over(slot, None) {
            return;
        }
        let slot = self.detach(slot);
        self.answer_from_edge(slot, Outcome::GatewayTimeout, why);
    }
}

impl Attempt {
    /// What the waiting side keeps when the server's side is left behind.
    pub(crate) fn forget_server_side(&mut self) {
        self.instance = NONE;
        self.pool = NONE;
        self.connection = NONE;
        self.member = NONE;
        self.next = NONE;
        self.child = NONE;
        self.bursts = 0;
        self.query_tries = 0;
        self.handshakes = false;
        self.outstanding = false;
        self.has_thread = false;
        self.on_instance = false;
        self.balancer_deadline = SimTime::NEVER;
        self.database_deadline = SimTime::NEVER;
    }
}
