//! Queries over a borrowed connection, one after the other, and what the driver waits for at most.

use ninepins_report::{Because, CauseKind, Class};

use crate::attempt::{NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span};
use crate::parts::instance::failing_event;

/// TCP gives up on a peer that does not answer (RDS-43).
const TCP_GIVES_UP: Span = Span::from_s(924);

impl Engine {
    /// Sends the first query over a connection.
    pub(super) fn query(&mut self, slot: Slot, place: u32) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let pool = &mut self.pools[attempt.pool as usize];
        pool.lent += 1;
        attempt.queries_left = if attempt.origin == Origin::Check { 0 } else { pool.settings.queries - 1 };
        self.send_query(slot, place);
    }

    /// Sends a query over a connection that the request has borrowed.
    fn send_query(&mut self, slot: Slot, place: u32) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let index = attempt.pool;
        let pool = &self.pools[index as usize];
        let connection = pool.connections[place as usize];
        let timeout = if pool.settings.socket_timeout.is_zero() { TCP_GIVES_UP } else { pool.settings.socket_timeout };
        attempt.connection = place;
        attempt.member = connection.member;
        attempt.member_epoch = connection.member_epoch;
        attempt.database_deadline = now + timeout;
        attempt.step = Step::Querying;
        let member = &self.members[connection.member as usize];
        let lost = member.unreachable();
        let lost = lost.or((member.epoch != connection.member_epoch).then_some(member.because));
        if let Some(because) = lost {
            attempt.step = Step::QueryLost;
            attempt.cause = cause(member.unreachable_kind(), member.part, because);
            return self.arm(slot.index);
        }
        let place = self.instances[attempt.instance as usize].place;
        if let Some(why) = self.network.severed(Some(place), member.place) {
            attempt.step = Step::QueryLost;
            attempt.cause = why;
            return self.arm(slot.index);
        }
        let delay = self.network.one_way(place, member.place);
        self.arm(slot.index);
        self.queue.push(now + delay, Kind::AtDatabase as u8, slot.generation, slot.index);
    }

    /// A query's answer is back: the connection goes to the next that waits.
    pub(crate) fn query_answered(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if attempt.step != Step::Querying || attempt.connection == NONE {
            return;
        }
        let member = &self.members[attempt.member as usize];
        if member.epoch != attempt.member_epoch || member.unreachable().is_some() {
            // Lost on the way; the deadline will say so.
            attempt.step = Step::QueryLost;
            attempt.cause =
                cause(member.unreachable_kind(), member.part, member.unreachable().unwrap_or(member.because));
            return;
        }
        if self.instances[attempt.instance as usize].epoch != attempt.instance_epoch {
            return;
        }
        attempt.database_deadline = SimTime::NEVER;
        let (place, answers_check) = (member.place, attempt.origin == Origin::Check);
        if attempt.queries_left > 0 && self.instances[attempt.instance as usize].hangs.is_empty() {
            return self.next_query(slot);
        }
        self.return_borrowed(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if !answers_check {
            let client = &self.instances[attempt.instance as usize];
            let (part, from) = (client.part, client.place);
            self.count_crossing(slot, part, from, place);
        }
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (index, place) = (attempt.pool, std::mem::replace(&mut attempt.connection, NONE));
        let database = &mut self.databases[self.pools[index as usize].settings.database as usize];
        let failed = failing_event(&database.errors, &mut database.failures)
            .map(|event| cause(CauseKind::QueryError, database.part, Because::Event(event)));
        let is_refused = attempt.class == Class::Write && database.space.is_full();
        let failed = failed
            .or_else(|| is_refused.then(|| cause(CauseKind::StorageFull, database.part, database.space.because())));
        self.record.wire_ended(self.pools[index as usize].settings.wire, failed.is_none());
        let instance = &mut self.instances[self.pools[index as usize].instance as usize];
        match failing_event(&instance.leaks, &mut instance.failures) {
            Some(event) => self.leak(index, place, event),
            None => self.give_back(index, place),
        }
        match failed {
            Some(why) => self.query_failed(slot, why),
            None => self.after_query(slot),
        }
    }

    /// A query was answered that is not the request's last: the next one goes over the same connection, unless it failed.
    #[cold]
    fn next_query(&mut self, slot: Slot) {
        self.return_borrowed(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (index, place) = (attempt.pool, attempt.connection);
        let database = &mut self.databases[self.pools[index as usize].settings.database as usize];
        if let Some(event) = failing_event(&database.errors, &mut database.failures) {
            let why = cause(CauseKind::QueryError, database.part, Because::Event(event));
            attempt.connection = NONE;
            self.record.wire_ended(self.pools[index as usize].settings.wire, false);
            self.give_back(index, place);
            return self.query_failed(slot, why);
        }
        attempt.queries_left -= 1;
        self.send_query(slot, place);
    }

    /// When the driver gives up on a query that was sent at a time.
    pub(crate) fn socket_deadline(&self, index: u32, sent: SimTime) -> SimTime {
        let timeout = self.pools[index as usize].settings.socket_timeout;
        sent + if timeout.is_zero() { TCP_GIVES_UP } else { timeout }
    }
}
