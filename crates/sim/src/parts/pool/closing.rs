//! How connections end: too old, broken, leaked by a bug, or with the application.

use crate::attempt::NONE;
use crate::engine::Engine;
use crate::kernel::{SimTime, Slot};
use crate::parts::rds_proxy::Pin;

impl Engine {
    /// Closes a connection; the database, if it still knows it, frees its place.
    pub(super) fn close_connection(&mut self, index: u32, place: u32) {
        let connection = &mut self.pools[index as usize].connections[place as usize];
        if !std::mem::take(&mut connection.is_open) {
            return;
        }
        let member = &mut self.members[connection.member as usize];
        if member.epoch == connection.member_epoch {
            member.connections -= 1;
        }
        if let Pin::To(member, epoch) = connection.pin {
            self.close_pin(index, (member, epoch));
        }
    }

    /// A connection broke: it is closed, and another is opened for those that wait.
    pub(crate) fn break_connection(&mut self, slot: Slot) {
        self.return_borrowed(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (index, place) = (attempt.pool, std::mem::replace(&mut attempt.connection, NONE));
        if place == NONE {
            return;
        }
        self.pools[index as usize].lent -= 1;
        self.close_connection(index, place);
        self.record.wire_ended(self.pools[index as usize].settings.wire, false);
        self.open_connection_if_needed(index);
    }

    /// A bug keeps the application from giving a connection back.
    pub(super) fn leak(&mut self, index: u32, place: u32, event: u32) {
        let pool = &mut self.pools[index as usize];
        pool.lent -= 1;
        pool.leaked.push((event, place));
    }

    /// The bug of an event is gone, and with it the connections that it kept.
    pub(crate) fn close_leaks(&mut self, index: u32, event: u32) {
        let leaked = std::mem::take(&mut self.pools[index as usize].leaked);
        for (layer, place) in leaked {
            if layer == event {
                self.close_connection(index, place);
            } else {
                self.pools[index as usize].leaked.push((layer, place));
            }
        }
        self.open_connection_if_needed(index);
    }

    /// The application stops: its connections go.
    pub(crate) fn close_pool(&mut self, index: u32) {
        for place in 0..self.pools[index as usize].connections.len() as u32 {
            self.close_connection(index, place);
        }
        let pool = &mut self.pools[index as usize];
        pool.connections.clear();
        pool.idle.clear();
        pool.leaked.clear();
        pool.waiting.clear();
        pool.pending = 0;
        pool.lent = 0;
        pool.opening = None;
        pool.resolved_until = SimTime::ZERO; // the next process has no answer of DNS yet
        pool.attempt += 1;
        pool.closed = true;
    }
}
