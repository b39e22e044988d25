//! What an application does with a request that has a thread: bursts of CPU, and between them what it waits for, its disk, other
//! services, a cache, the database.

use ninepins_report::{Class, Outcome};

use crate::attempt::{Origin, Step};
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Admission, Slot};

impl Engine {
    /// Puts a CPU burst in line.
    pub(crate) fn start_burst(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::OnInstanceCpu;
        let instance = &mut self.instances[attempt.instance as usize];
        if instance.cpu.arrive(now, slot) == Admission::Started {
            self.burst_runs(slot);
        }
    }

    pub(super) fn burst_runs(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (class, handshakes) = (attempt.class, std::mem::take(&mut attempt.handshakes));
        let index = attempt.instance;
        let in_halves = self.computes_in_halves(index, class);
        let instance = &mut self.instances[index as usize];
        let mut demand = instance.burst_time(class, in_halves, handshakes);
        if let Some(credits) = &instance.credits {
            demand = demand.scaled(1.0 / credits.speed());
        }
        if !instance.machine.cpu_stress.is_empty() {
            demand = demand.scaled(1.0 / instance.speed_under_stress());
        }
        self.queue.push(now + demand, Kind::InstanceCpuDone as u8, slot.generation, slot.index);
    }

    /// A CPU burst ends.
    pub(crate) fn instance_cpu_done(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let index = attempt.instance as usize;
        if self.instances[index].epoch != attempt.instance_epoch {
            return;
        }
        if let Some(next) = self.instances[index].cpu.depart(now) {
            self.burst_runs(next);
        }
        if !self.instances[index].hangs.is_empty() {
            return self.instances[index].parked.push(slot);
        }
        self.after_burst(slot);
    }

    pub(super) fn after_burst(&mut self, slot: Slot) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.bursts += 1;
        if attempt.bursts > 1 {
            return self.complete(slot);
        }
        let (class, instance) = (attempt.class, &mut self.instances[attempt.instance as usize]);
        let wait = instance.server.wait[class as usize];
        if wait.is_zero() {
            // Mostly there is nothing between the burst and the database.
            let is_plain = !instance.machine.uses_disk(class) && instance.calls.is_empty() && instance.cache.is_none();
            return if is_plain { self.go_to_database(slot) } else { self.after_wait(slot) };
        }
        attempt.step = Step::HandlerWaits;
        let wait = instance.server.shape.draw(wait, &mut instance.waits);
        self.queue.push(now + wait, Kind::HandlerWaited as u8, slot.generation, slot.index);
    }

    /// A handler has waited without CPU for as long as it takes.
    pub(crate) fn handler_waited(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.step != Step::HandlerWaits {
            return;
        }
        let instance = &mut self.instances[attempt.instance as usize];
        if !instance.hangs.is_empty() {
            return instance.parked.push(slot);
        }
        self.after_wait(slot);
    }

    /// The handler uses the disk, calls other services, then the database.
    pub(super) fn after_wait(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if self.instances[attempt.instance as usize].machine.uses_disk(attempt.class) {
            return self.disk_begins(slot);
        }
        self.after_disk(slot);
    }

    /// The handler has what it wanted of the disk.
    pub(crate) fn after_disk(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.class != Class::Asset && !self.instances[attempt.instance as usize].calls.is_empty() {
            return self.next_call(slot, 0, 0);
        }
        self.after_calls(slot);
    }

    /// All calls to other services were answered.
    pub(crate) fn after_calls(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.class == Class::Read && self.instances[attempt.instance as usize].cache.is_some() {
            return self.look_aside(slot);
        }
        self.go_to_database(slot);
    }

    /// The handler queries the database, where there is one.
    pub(crate) fn go_to_database(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (instance, class) = (attempt.instance, attempt.class);
        if attempt.sent_message {
            return self.start_burst(slot);
        }
        match self.pool_in_turn(instance, class) {
            Some(pool) => self.borrow_connection(slot, pool),
            None if self.instances[instance as usize].cache.is_some() && class == Class::Read => {
                self.after_database(slot)
            }
            None if self.computes_in_halves(instance, class) => self.start_burst(slot),
            None => self.complete(slot),
        }
    }

    /// Whether there is something that a request waits for between two CPU bursts.
    fn computes_in_halves(&self, index: u32, class: Class) -> bool {
        let instance = &self.instances[index as usize];
        class != Class::Asset
            && (!instance.calls.is_empty()
                || class == Class::Read && instance.cache.is_some()
                || match class {
                    // Reads find some pool wherever there is one.
                    Class::Read => !instance.pools.is_empty(),
                    _ => self.pool_for_writes(instance).is_some(),
                })
    }

    /// The query was answered: the second burst, or the answer to a deep check.
    pub(crate) fn after_query(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        if !instance.hangs.is_empty() {
            return instance.parked.push(slot);
        }
        if attempt.origin == Origin::Check {
            return self.respond(slot, Outcome::Ok, None);
        }
        if instance.cache.is_some() {
            return self.after_database(slot);
        }
        self.start_burst(slot);
    }
}
