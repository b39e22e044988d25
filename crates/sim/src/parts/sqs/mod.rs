//! SQS, a standard queue: messages are visible, or hidden for the visibility timeout once received, and gone when deleted.
//! What is not deleted in time is delivered again, so that delivery is at least once (SQS-01, SQS-03).
//!
//! `consumer.rs` is those who work on the messages. Those who send them call the queue as any service (`parts/call.rs`).

mod consumer;

use ninepins_macros::later;
use ninepins_report::{Because, CauseKind, LogFact, Outcome, PartIndex};

pub(crate) use consumer::Consumer;

use crate::attempt::Step;
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Ring, SimTime, Slab, Slot, Span, Stream};
use crate::network::{Egress, Place};
use crate::parts::call::CallConnection;

/// Trouble with messages is over when there was none for this long; then the next is said again.
const QUIET: Span = Span::from_s(60);
/// Entries of messages that are gone, beyond which the list of all by age is gone through.
const SLACK: usize = 4_096;

/// A queue.
#[derive(Clone, Debug)]
pub(crate) struct Queue {
    pub(crate) part: PartIndex,
    pub(crate) latency: Span,
    pub(crate) visibility: Span,
    pub(crate) retention: Span,
    pub(crate) receive_wait: Span,
    /// Receives after which a message goes to the dead-letter queue, if there is one.
    pub(crate) max_receives: Option<u32>,
    pub(crate) in_flight_limit: u32,
    pub(crate) has_endpoint: bool,
    pub(crate) messages: Slab<Message>,
    /// Messages that may be received, with entries of such as are gone.
    pub(crate) visible: Ring<Slot>,
    pub(crate) visible_count: u32,
    /// Received messages in the order in which they are visible again, with entries of such as are gone.
    pub(crate) hidden: Ring<(SimTime, Slot)>,
    pub(crate) hidden_count: u32,
    /// All messages in the order in which they were sent, with entries of such as are gone.
    pub(crate) by_age: Ring<Slot>,
    /// Receives that wait for a message.
    pub(crate) waiting: Ring<Slot>,
    /// When the event for the next one to be visible again fires.
    pub(crate) next_visible: SimTime,
    pub(crate) totals: QueueTotals,
    pub(crate) second: QueueCounters,
    /// When messages last came back, were given up, and expired.
    pub(crate) last: [SimTime; 3],
    /// What becomes of each message.
    pub(crate) fates: Stream,
}

/// A message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Message {
    pub(crate) sent: SimTime,
    /// When it is visible again, while it is hidden.
    pub(crate) hidden_until: SimTime,
    pub(crate) receives: u32,
    pub(crate) is_hidden: bool,
    /// Uniform from 0 to 1: the lowest fail every time.
    pub(crate) fate: f32,
    /// Why it was not deleted, as far as is known.
    pub(crate) because: Because,
}

/// What a queue has done since the start.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct QueueTotals {
    pub(crate) sent: u64,
    pub(crate) deleted: u64,
    pub(crate) expired: u64,
    pub(crate) dead: u64,
}

/// What a queue did in this second.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct QueueCounters {
    pub(crate) requests: u32,
    pub(crate) sent: u32,
    pub(crate) received: u32,
    pub(crate) empty: u32,
    pub(crate) deleted: u32,
    /// Deliveries of messages that had been delivered before.
    pub(crate) again: u32,
}

impl Queue {
    /// Takes a message in.
    fn put(&mut self, now: SimTime) -> bool {
        let fate = self.fates.unit() as f32;
        let because = Because::Configuration;
        let message = Message { sent: now, hidden_until: SimTime::ZERO, receives: 0, is_hidden: false, fate, because };
        let Ok(slot) = self.messages.insert(message) else { return false };
        self.visible.push_back(slot);
        self.by_age.push_back(slot);
        self.visible_count += 1;
        self.totals.sent += 1;
        true
    }

    /// Puts the messages in that are there at the start.
    pub(crate) fn fill(&mut self, count: u32) {
        for _ in 0..count {
            self.put(SimTime::ZERO);
        }
    }

    /// A message leaves for good.
    fn remove(&mut self, slot: Slot) -> Option<Message> {
        let message = self.messages.remove(slot.index, slot.generation)?;
        if message.is_hidden {
            self.hidden_count -= 1;
        } else {
            self.visible_count -= 1;
        }
        Some(message)
    }

    /// The oldest message that is not gone.
    fn oldest(&mut self) -> Option<(Slot, SimTime)> {
        while let Some(slot) = self.by_age.front() {
            if let Some(message) = self.messages.get(slot.index, slot.generation) {
                return Some((slot, message.sent));
            }
            self.by_age.pop_front();
        }
        None
    }

    /// How long the oldest message has been there.
    pub(crate) fn age(&self, now: SimTime) -> Span {
        let sent = self.by_age.iter().find_map(|slot| self.messages.get(slot.index, slot.generation));
        sent.map_or(Span::ZERO, |message| now - message.sent)
    }

    /// Bytes of its state.
    pub(crate) fn bytes(&self) -> usize {
        self.messages.slots() as usize * size_of::<Message>()
            + (self.visible.len() + self.by_age.len()) * 8
            + self.hidden.len() * 16
    }
}

impl Engine {
    /// The way from an instance to a queue: an endpoint in its VPC, or the internet.
    ///
    /// # Errors
    /// Why there is none.
    fn way_to_queue(&self, from: Place, queue: usize) -> Result<Egress, ninepins_report::Cause> {
        if self.queues[queue].has_endpoint { self.network.egress_by_endpoint(from) } else { self.network.egress(from) }
    }

    /// An application sends a message: its call leaves.
    pub(crate) fn call_queue(&mut self, slot: Slot, index: u16, from: Place, connection: CallConnection) {
        let queue = &self.queues[usize::from(index)];
        let (part, half) = (queue.part, queue.latency / 2);
        let slow = cause(CauseKind::QueueSlow, part, Because::Demand);
        match self.way_to_queue(from, usize::from(index)) {
            Ok(way) => self.leave_for(slot, way, (slow, half, u32::from(index)), connection, Kind::AtQueue),
            Err(why) => self.lose(slot, why.kind, why.part, why.because),
        }
    }

    /// Why a message that is being sent gets no answer any more.
    pub(crate) fn queue_severed(&self, from: Place, queue: u32) -> Option<ninepins_report::Cause> {
        self.way_to_queue(from, queue as usize).err()
    }
}

#[later]
impl Engine {
    /// A request reaches a queue: a message, a receive or a deletion.
    pub(crate) fn at_queue(&mut self, slot: Slot) {
        self.totals.hops += 1;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let (step, called) = (attempt.step, attempt.member as usize);
        if !matches!(step, Step::AtQueue | Step::Polling | Step::Deleting) {
            return; // it was lost on the way, and whoever waits knows
        }
        let index = match (step, self.consumer(slot)) {
            (Step::AtQueue, _) => called,
            (_, Some((consumer, _))) => usize::from(consumer.queue),
            _ => return self.free(slot),
        };
        self.queues[index].second.requests += 1;
        match step {
            Step::Polling => self.receive(slot, index),
            Step::Deleting => self.delete_message(slot, index),
            _ => self.take_message_in(slot, index),
        }
    }
}

impl Engine {
    fn take_message_in(&mut self, slot: Slot, index: usize) {
        let now = self.now;
        let queue = &mut self.queues[index];
        let (part, half) = (queue.part, queue.latency / 2);
        if !queue.put(now) {
            return self.overflow();
        }
        queue.second.sent += 1;
        self.record.arrived(part);
        if let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) {
            attempt.status = Outcome::Ok;
        }
        self.queue.push(now + half, Kind::Called as u8, slot.generation, slot.index);
        self.offer(index);
    }

    /// Hands visible messages to the receives that wait.
    fn offer(&mut self, index: usize) {
        while let Some(poller) = self.queues[index].waiting.front() {
            let waits =
                self.attempts.get(poller.index, poller.generation).is_some_and(|one| one.step == Step::LongPolling);
            if waits {
                let Some(message) = self.next_message(index) else { return };
                self.hand_over(poller, message, index);
            }
            self.queues[index].waiting.pop_front();
        }
    }

    /// The next message that may be delivered; it is hidden from now on. Those received too often are given up (SQS-05).
    fn next_message(&mut self, index: usize) -> Option<Slot> {
        let now = self.now;
        loop {
            let queue = &mut self.queues[index];
            if queue.hidden_count >= queue.in_flight_limit {
                return None;
            }
            let slot = queue.visible.pop_front()?;
            let Some(message) = queue.messages.get_mut(slot.index, slot.generation) else { continue };
            if queue.max_receives.is_some_and(|most| message.receives >= most) {
                let because = message.because;
                queue.remove(slot);
                queue.totals.dead += 1;
                self.say(index, 1, LogFact::MessageDeadLettered, because);
                continue;
            }
            message.receives += 1;
            queue.second.again += u32::from(message.receives > 1);
            queue.second.received += 1;
            message.because = Because::Configuration;
            message.hidden_until = now + queue.visibility;
            let due = message.hidden_until;
            if queue.visibility.is_zero() {
                queue.visible.push_back(slot);
                return Some(slot);
            }
            message.is_hidden = true;
            queue.visible_count -= 1;
            queue.hidden_count += 1;
            queue.hidden.push_back((due, slot));
            self.await_visible(index);
            return Some(slot);
        }
    }

    /// Makes sure that an event fires when the next hidden message is visible again.
    fn await_visible(&mut self, index: usize) {
        let queue = &mut self.queues[index];
        while let Some((due, slot)) = queue.hidden.front() {
            let message = queue.messages.get(slot.index, slot.generation);
            if message.is_some_and(|message| message.is_hidden && message.hidden_until == due) {
                if due < queue.next_visible {
                    queue.next_visible = due;
                    self.queue.push(due, Kind::MessagesVisible as u8, 0, index as u32);
                }
                return;
            }
            queue.hidden.pop_front();
        }
    }

    /// Messages that were not deleted in time are visible again.
    pub(crate) fn messages_visible(&mut self, index: u32) {
        let (now, index) = (self.now, index as usize);
        let mut back = None;
        let queue = &mut self.queues[index];
        queue.next_visible = SimTime::NEVER;
        while let Some((due, slot)) = queue.hidden.front().filter(|(due, _)| *due <= now) {
            queue.hidden.pop_front();
            let Some(message) = queue.messages.get_mut(slot.index, slot.generation) else { continue };
            if !message.is_hidden || message.hidden_until != due {
                continue;
            }
            message.is_hidden = false;
            back = Some(message.because);
            queue.hidden_count -= 1;
            queue.visible_count += 1;
            queue.visible.push_back(slot);
        }
        if let Some(because) = back {
            self.say(index, 0, LogFact::MessageReturned, because);
        }
        self.await_visible(index);
        self.offer(index);
    }

    /// Says the first of such things, until they have been quiet for a while.
    fn say(&mut self, index: usize, kind: usize, fact: LogFact, because: Because) {
        let now = self.now;
        let queue = &mut self.queues[index];
        let part = queue.part;
        let last = std::mem::replace(&mut queue.last[kind], now);
        if last.is_never() || now - last >= QUIET {
            self.log(Some(part), None, fact, because);
        }
    }

    /// A second ends: messages beyond their retention are gone (SQS-02).
    pub(crate) fn queues_second(&mut self) {
        let now = self.now;
        for index in 0..self.queues.len() {
            let queue = &mut self.queues[index];
            let mut expired = 0;
            while let Some((slot, sent)) = queue.oldest() {
                if now - sent < queue.retention {
                    break;
                }
                queue.remove(slot);
                expired += 1;
            }
            queue.totals.expired += expired;
            if queue.by_age.len() > 2 * queue.messages.len() as usize + SLACK {
                let mut kept = Ring::new();
                let alive = |slot: &Slot| queue.messages.get(slot.index, slot.generation).is_some();
                queue.by_age.iter().filter(alive).for_each(|slot| kept.push_back(slot));
                queue.by_age = kept;
            }
            if expired > 0 {
                self.say(index, 2, LogFact::MessagesExpired, Because::Configuration);
            }
        }
    }
}
