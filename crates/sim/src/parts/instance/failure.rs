//! What is lost with an instance or its application: everything on it at once, with or without a word to its peers; and an
//! application that stands still, which loses nothing and answers nothing.

use ninepins_report::{Because, CauseKind, Outcome};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::kernel::{SimTime, Slot, Span};

impl Engine {
    /// Everything on an instance is lost at once. `reset` says whether its peers learn of it.
    pub(crate) fn crash_instance(&mut self, index: u32, kind: CauseKind, because: Because, reset: bool) {
        let now = self.now;
        let instance = &mut self.instances[index as usize];
        let epoch = instance.epoch;
        instance.epoch += 1;
        instance.down = Some(because);
        instance.down_kind = kind;
        instance.connections = 0;
        let parked = std::mem::take(&mut instance.parked);
        instance.hangs.clear();
        instance.machine.killed = None;
        instance.cpu.set_servers(instance.vcpus);
        let mut lost = Vec::new();
        instance.cpu.crash(now, &mut lost);
        instance.threads.crash(now, &mut lost);
        let part = instance.part;
        let pools = instance.pools.clone();
        self.forget_held(index);
        self.disconnect_cache(index as usize);
        for pool in pools {
            self.close_pool(pool);
        }
        // Answers to its calls that it has not looked at are lost with it.
        for slot in parked {
            if self
                .attempts
                .get(slot.index, slot.generation)
                .is_some_and(|attempt| attempt.origin == Origin::Call && !attempt.on_instance)
            {
                self.free(slot);
            }
        }
        let concerned = |attempt: &Attempt| attempt.instance == index && attempt.instance_epoch == epoch;
        let slots: Vec<Slot> = self
            .attempts
            .iter()
            .filter(|(_, attempt)| concerned(attempt) && !matches!(attempt.step, Step::Answering | Step::Backoff))
            .map(|(slot, _)| slot)
            .collect();
        for slot in slots {
            self.lose_on_instance(slot, cause(kind, part, because), reset);
        }
    }

    fn lose_on_instance(&mut self, slot: Slot, why: ninepins_report::Cause, reset: bool) {
        let slot = self.leave_query(slot);
        self.return_borrowed(slot);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.on_instance = false;
        attempt.has_thread = false;
        attempt.connection = NONE;
        attempt.member = NONE;
        attempt.database_deadline = SimTime::NEVER;
        if attempt.orphan {
            return self.free(slot);
        }
        if attempt.origin == Origin::Message {
            self.note_failure(slot, why.because);
            return self.free(slot);
        }
        if !reset {
            return self.lose(slot, why.kind, why.part, why.because);
        }
        if attempt.node == NONE && attempt.origin != Origin::Check {
            return self.answer(slot, Outcome::Reset, why, Span::ZERO);
        }
        self.answer_from_node(slot, Outcome::BadGateway, why);
    }

    /// The application's process dies: what is on it is reset, and its port is closed.
    pub(super) fn crash_application(&mut self, index: u32, event: u32) {
        self.crash_instance(index, CauseKind::ApplicationDown, Because::Event(event), true);
        let instance = &mut self.instances[index as usize];
        instance.down = None;
        instance.down_kind = CauseKind::InstanceDown;
        instance.crashes.push(event);
    }

    /// One reason for which the process is away is over; it starts with the last.
    pub(super) fn restart_application(&mut self, index: u32, event: u32) {
        self.instances[index as usize].crashes.retain(|layer| *layer != event);
        self.application_back(index);
    }

    /// The application's process runs again, if nothing else keeps it away.
    pub(crate) fn application_back(&mut self, index: u32) {
        let instance = &self.instances[index as usize];
        if instance.down.is_some() || !instance.is_listening() {
            return;
        }
        for pool in instance.pools.clone() {
            self.pools[pool as usize].closed = false;
            self.fill_pool(pool, false);
        }
        if !self.instances[index as usize].consumers.is_empty() {
            self.start_pollers(index);
        }
    }

    /// An application stands still: no CPU burst begins any more.
    pub(super) fn hang_instance(&mut self, index: u32, event: u32) {
        let instance = &mut self.instances[index as usize];
        instance.hangs.push(event);
        instance.cpu.set_servers(0);
    }

    /// An application stops hanging: it goes on with what it was at and looks at what it has received.
    pub(super) fn resume_instance(&mut self, index: u32) {
        let now = self.now;
        let instance = &mut self.instances[index as usize];
        instance.cpu.set_servers(instance.vcpus);
        let parked = std::mem::take(&mut instance.parked);
        while let Some(next) = self.instances[index as usize].cpu.start_next(now) {
            self.burst_runs(next);
        }
        for slot in parked {
            let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { continue };
            match (attempt.step, attempt.origin) {
                (Step::Answering, Origin::Call) => self.called(slot),
                (Step::Backoff, Origin::Call) => self.send_call(slot),
                (Step::Delivering | Step::Pausing, _) => self.polled(slot),
                _ if attempt.status == Outcome::InternalError => {
                    let why = attempt.cause;
                    self.respond(slot, Outcome::InternalError, Some(why));
                }
                (Step::WaitingForThread, Origin::Check) => self.check_runs(slot),
                (Step::WaitingForThread, _) => self.start_burst(slot),
                (Step::OnInstanceCpu, _) => self.after_burst(slot),
                (Step::HandlerWaits, _) => self.after_wait(slot),
                (Step::OnDisk, _) => self.after_disk(slot),
                (Step::AskingCache | Step::FillingCache | Step::Invalidating, _) => self.cache_answered(slot),
                _ => self.after_query(slot),
            }
        }
    }
}
