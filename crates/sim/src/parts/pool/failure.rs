//! What the application does without a connection or an answer: it asks again, or answers 500.

use ninepins_report::{Cause, Outcome};

use crate::attempt::{NONE, Step};
use crate::engine::Engine;
use crate::kernel::{SimTime, Slot};

impl Engine {
    /// The application gives up on a connection or a query: it answers 500.
    pub(crate) fn database_gave_up(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.database_deadline = SimTime::NEVER;
        let attempt = attempt.clone();
        let why = self.waiting_for(&attempt);
        match attempt.step {
            Step::WaitingForConnection => {
                self.pools[attempt.pool as usize].pending -= 1;
                self.record.wire_ended(self.pools[attempt.pool as usize].settings.wire, false);
            }
            Step::Querying | Step::QueryLost => {
                let slot = self.leave_query(slot);
                self.break_connection(slot);
                return self.query_failed(slot, why);
            }
            _ => return,
        }
        self.query_failed(slot, why);
    }

    /// A query fails, and its connection stays: a proxy keeps its clients (PRX-04).
    pub(crate) fn fail_over_proxy(&mut self, slot: Slot, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.database_deadline = SimTime::NEVER;
        let (index, place) = (attempt.pool, std::mem::replace(&mut attempt.connection, NONE));
        self.record.wire_ended(self.pools[index as usize].settings.wire, false);
        self.give_back(index, place);
        self.query_failed(slot, why);
    }

    /// A query failed: the application sends it again or gives up.
    pub(crate) fn query_failed(&mut self, slot: Slot, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.query_tries += 1;
        let (pool, tries) = (attempt.pool, attempt.query_tries);
        let instance = attempt.instance as usize;
        if self.instances[instance].hangs.is_empty() && tries < self.pools[pool as usize].settings.tries {
            self.record.blame(why);
            return self.borrow_connection(slot, pool);
        }
        self.respond_failed(slot, why);
    }

    /// The application answers 500.
    pub(crate) fn respond_failed(&mut self, slot: Slot, why: Cause) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        if !instance.hangs.is_empty() {
            // The hung application notices when it runs again.
            attempt.status = Outcome::InternalError;
            attempt.cause = why;
            attempt.step = Step::OnInstanceCpu;
            return instance.parked.push(slot);
        }
        self.respond(slot, Outcome::InternalError, Some(why));
    }
}
