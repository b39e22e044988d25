//! Who has a connection: the request that borrows one, those that wait for one in line, and what comes back.

use crate::attempt::Step;
use crate::engine::Engine;
use crate::kernel::{Slot, Span};

impl Engine {
    /// A thread asks for a connection.
    pub(crate) fn borrow_connection(&mut self, slot: Slot, index: u32) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.pool = index;
        attempt.step = Step::WaitingForConnection;
        if self.pools[index as usize].pending == 0
            && let Some(connection) = self.take_idle(index)
        {
            return self.query(slot, connection);
        }
        let pool = &mut self.pools[index as usize];
        let deadline = now + pool.settings.wait_timeout;
        pool.waiting.push_back(slot);
        pool.pending += 1;
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.database_deadline = deadline;
        }
        self.arm(slot.index);
        self.open_connection_if_needed(index);
    }

    /// An idle connection that is still of use.
    fn take_idle(&mut self, index: u32) -> Option<u32> {
        let now = self.now;
        loop {
            let pool = &mut self.pools[index as usize];
            let place = pool.idle.pop()?;
            let connection = pool.connections[place as usize];
            let member = &self.members[connection.member as usize];
            // A host that restarted resets what it does not know; one that vanished stays silent.
            let is_reset = member.epoch != connection.member_epoch && member.unreachable().is_none();
            let is_old = connection.expires <= now;
            let is_idle = self.idle_client_timeout(index).is_some_and(|timeout| now - connection.last_used >= timeout);
            if is_reset || is_old || is_idle {
                self.close_connection(index, place);
                continue;
            }
            return Some(place);
        }
    }

    /// After what idle time a proxy closes a pool's connections (PRX-02).
    fn idle_client_timeout(&self, index: u32) -> Option<Span> {
        self.proxy_of(index).map(|proxy| self.proxies[proxy].idle_client_timeout)
    }

    /// Gives idle connections to those that wait.
    pub(super) fn serve_waiting(&mut self, index: u32) {
        while self.pools[index as usize].pending > 0 {
            let Some(place) = self.take_idle(index) else { return };
            let Some(slot) = self.next_waiting(index) else {
                return self.pools[index as usize].idle.push(place);
            };
            self.query(slot, place);
        }
    }

    fn next_waiting(&mut self, index: u32) -> Option<Slot> {
        while let Some(slot) = self.pools[index as usize].waiting.pop_front() {
            let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { continue };
            if attempt.step == Step::WaitingForConnection && attempt.pool == index {
                self.pools[index as usize].pending -= 1;
                return Some(slot);
            }
        }
        None
    }

    pub(super) fn give_back(&mut self, index: u32, place: u32) {
        let now = self.now;
        let pool = &mut self.pools[index as usize];
        pool.lent -= 1;
        pool.connections[place as usize].last_used = now;
        pool.idle.push(place);
        self.serve_waiting(index);
    }
}
