//! Workers: each instance receives messages of a queue, works on them as on writes, and deletes them.
//!
//! A poller is an attempt that receives, works and deletes in turn for as long as its instance runs. One that dies in
//! between leaves its message hidden, until it is visible again.

use ninepins_macros::later;
use ninepins_report::{Because, Cause, CauseKind, Class, Outcome, WireIndex};

use crate::attempt::{Attempt, NONE, Origin, Step};
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Admission, SimTime, Slot, Span};
use crate::parts::instance::Life;

/// Bytes of a receive, and of a message.
const MESSAGE_BYTES: u64 = 1_500;
/// Pause after a request that did not reach the queue.
const RETRY_PAUSE: Span = Span::from_s(1);

/// How an instance consumes a queue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Consumer {
    pub(crate) wire: WireIndex,
    pub(crate) queue: u16,
    pub(crate) concurrency: u32,
    pub(crate) pause: Span,
    /// Share of the messages that fail every time.
    pub(crate) poison: f32,
}

#[later]
impl Engine {
    /// The application of an instance runs: its pollers begin.
    pub(crate) fn start_pollers(&mut self, index: u32) {
        let now = self.now;
        for place in 0..self.instances[index as usize].consumers.len() {
            let instance = &mut self.instances[index as usize];
            let (consumer, epoch) = (instance.consumers[place], instance.epoch);
            let latency = self.queues[usize::from(consumer.queue)].latency;
            for _ in 0..consumer.concurrency {
                let first = self.instances[index as usize].choices.uniform_span(Span::ZERO, latency);
                let mut poller = Attempt::new(Origin::Message, Class::Write, now);
                (poller.instance, poller.instance_epoch) = (index, epoch);
                poller.origin_index = place as u16;
                poller.step = Step::Pausing;
                let slot = self.insert(poller);
                self.queue.push(now + first, Kind::Polled as u8, slot.generation, slot.index);
            }
        }
    }
}

impl Engine {
    pub(super) fn consumer(&self, slot: Slot) -> Option<(Consumer, usize)> {
        let attempt = self.attempts.get(slot.index, slot.generation)?;
        let instance = self.instances.get(attempt.instance as usize)?;
        Some((*instance.consumers.get(usize::from(attempt.origin_index))?, attempt.instance as usize))
    }

    /// Sends a receive or a deletion to the queue.
    fn poll(&mut self, slot: Slot, step: Step) {
        let now = self.now;
        let Some((consumer, index)) = self.consumer(slot) else { return self.free(slot) };
        let instance = &self.instances[index];
        if instance.life != Life::InService {
            return self.free(slot);
        }
        let queue = usize::from(consumer.queue);
        let half = self.queues[queue].latency / 2;
        let way = self.way_to_queue(instance.place, queue);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        match way {
            Ok(way) => {
                attempt.step = step;
                self.network.pass_through(way, MESSAGE_BYTES, true);
                self.queue.push(now + way.delay + half, Kind::AtQueue as u8, slot.generation, slot.index);
            }
            Err(why) => {
                attempt.step = Step::Pausing;
                self.record.wire_ended(consumer.wire, false);
                self.record.blame(why);
                let pause = consumer.pause.max(RETRY_PAUSE);
                self.queue.push(now + pause, Kind::Polled as u8, slot.generation, slot.index);
            }
        }
    }

    /// A receive reaches the queue: it gets a message, waits for one, or gets nothing.
    pub(super) fn receive(&mut self, slot: Slot, index: usize) {
        if let Some(message) = self.next_message(index) {
            return self.hand_over(slot, message, index);
        }
        let wait = self.queues[index].receive_wait;
        if wait.is_zero() {
            return self.receive_ended(slot);
        }
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.step = Step::LongPolling;
        attempt.database_deadline = self.now + wait;
        self.arm(slot.index);
        self.queues[index].waiting.push_back(slot);
    }
}

#[later]
impl Engine {
    /// There was no message: the poller pauses after a short poll, and asks again after a long one.
    pub(crate) fn receive_ended(&mut self, slot: Slot) {
        let Some((consumer, _)) = self.consumer(slot) else { return self.free(slot) };
        let queue = &mut self.queues[usize::from(consumer.queue)];
        queue.second.empty += 1;
        let pause = if queue.receive_wait.is_zero() { consumer.pause } else { Span::ZERO };
        let back = queue.latency / 2;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        (attempt.step, attempt.database_deadline) = (Step::Pausing, SimTime::NEVER);
        self.queue.push(self.now + back + pause, Kind::Polled as u8, slot.generation, slot.index);
    }
}

impl Engine {
    /// A message is on its way to a poller.
    pub(super) fn hand_over(&mut self, slot: Slot, message: Slot, index: usize) {
        let queue = &self.queues[index];
        let receives = queue.messages.get(message.index, message.generation).map_or(0, |message| message.receives);
        let back = queue.latency / 2;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        (attempt.object, attempt.next, attempt.number) = (message.index, message.generation, u64::from(receives));
        (attempt.step, attempt.database_deadline) = (Step::Delivering, SimTime::NEVER);
        self.queue.push(self.now + back, Kind::Polled as u8, slot.generation, slot.index);
    }
}

#[later]
impl Engine {
    /// Something is back at a poller: a message, or nothing.
    pub(crate) fn polled(&mut self, slot: Slot) {
        let now = self.now;
        let Some((consumer, index)) = self.consumer(slot) else { return self.free(slot) };
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        if !matches!(attempt.step, Step::Pausing | Step::Delivering) {
            return;
        }
        let instance = &mut self.instances[index];
        if !instance.hangs.is_empty() {
            return instance.parked.push(slot);
        }
        if attempt.step == Step::Pausing {
            return self.poll(slot, Step::Polling);
        }
        let place = instance.place;
        if instance.life != Life::InService {
            return self.free(slot);
        }
        match self.way_to_queue(place, usize::from(consumer.queue)) {
            Ok(way) => self.network.pass_through(way, MESSAGE_BYTES, false),
            Err(why) => return self.message_failed(slot, why),
        };
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[index];
        (attempt.started, attempt.forwarded, attempt.step) = (now, now, Step::Travelling);
        (attempt.bursts, attempt.query_tries, attempt.on_instance, attempt.sent_message) = (0, 0, true, false);
        instance.connections += 1;
        self.record.arrived(instance.part);
        match instance.threads.arrive(now, slot) {
            Admission::Started => self.thread_started(slot),
            Admission::Queued => attempt.step = Step::WaitingForThread,
            Admission::Refused => self.turn_away(slot),
        }
    }

    /// The work on a message is over: it is deleted, or left to be delivered again.
    pub(crate) fn message_worked_on(&mut self, slot: Slot, outcome: Outcome, why: Cause) {
        let now = self.now;
        // What is still under way for this message, such as a query that was lost, must not be taken for the next one's.
        let slot = self.renew(slot);
        let Some((consumer, index)) = self.consumer(slot) else { return self.free(slot) };
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        (attempt.database_deadline, attempt.status) = (SimTime::NEVER, Outcome::Ok);
        (attempt.pool, attempt.member) = (NONE, NONE);
        let part = self.instances[index].part;
        self.record.finished(part, now - attempt.started);
        let messages = &self.queues[usize::from(consumer.queue)].messages;
        let is_poison = messages.get(attempt.object, attempt.next).is_some_and(|one| one.fate < consumer.poison);
        if outcome != Outcome::Ok {
            return self.message_failed(slot, why);
        }
        if is_poison {
            let why = cause(CauseKind::ApplicationError, part, Because::Configuration);
            return self.message_failed(slot, why);
        }
        self.record.wire_ended(consumer.wire, true);
        self.poll(slot, Step::Deleting);
    }
}

impl Engine {
    fn message_failed(&mut self, slot: Slot, why: Cause) {
        if let Some((consumer, _)) = self.consumer(slot) {
            self.record.wire_ended(consumer.wire, false);
        }
        self.record.blame(why);
        self.note_failure(slot, why.because);
        self.poll(slot, Step::Polling);
    }
}

#[later]
impl Engine {
    /// Remembers why a message that a poller has is not deleted.
    pub(crate) fn note_failure(&mut self, slot: Slot, because: Because) {
        let Some((consumer, _)) = self.consumer(slot) else { return };
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let messages = &mut self.queues[usize::from(consumer.queue)].messages;
        if let Some(message) = messages.get_mut(attempt.object, attempt.next)
            && u64::from(message.receives) == attempt.number
        {
            message.because = because;
        }
    }
}

impl Engine {
    /// A deletion reaches the queue. It deletes nothing if the message has been delivered again since.
    pub(super) fn delete_message(&mut self, slot: Slot, index: usize) {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let queue = &mut self.queues[index];
        let message = Slot { index: attempt.object, generation: attempt.next };
        let receipt = queue.messages.get(message.index, message.generation).map(|message| message.receives);
        if receipt.map(u64::from) == Some(attempt.number)
            && let Some(message) = queue.remove(message)
        {
            queue.totals.deleted += 1;
            queue.second.deleted += 1;
            self.record.finished(queue.part, now - message.sent);
        }
        // The answer goes back, and the next receive comes.
        attempt.step = Step::Pausing;
        (attempt.object, attempt.next) = (NONE, NONE);
        let back = queue.latency / 2;
        self.queue.push(now + back, Kind::Polled as u8, slot.generation, slot.index);
    }
}
