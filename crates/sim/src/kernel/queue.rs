//! The event queue: a hierarchical timing wheel.
//!
//! Time is cut into ticks of 16.4 µs. Level 0 has one slot for each of the next 64 ticks, level 1 one for each of the next 64
//! times 64 ticks, and so on: nine levels reach over all 64 bits. An event goes to the lowest level that tells its tick
//! from the current one, which takes no comparison with other events. When the wheel turns to a slot of level 0, its few events are
//! sorted by (time, sequence) into `front`; a slot of a higher level is dealt out to the levels below.
//!
//! Unlike a heap its cost hardly grows with the number of events, so deadlines can lie on it by the million.

use super::time::SimTime;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// 2^14 ns = 16.4 µs, the best of the powers measured.
const TICK_BITS: u32 = 14;
const LEVEL_BITS: u32 = 6;
const SLOTS: usize = 1 << LEVEL_BITS;
/// 9 levels of 6 bits above 14 bits cover 64.
const LEVELS: usize = 9;
/// How far from the end an event may be put into `front` before a heap is cheaper.
const NEAR: usize = 48;
/// Up to this many events are kept in `front` alone: moving so few is faster than any structure.
const FEW: usize = 24;
const TOKEN_BITS: u32 = 24;
const NO_BUCKET: u16 = u16::MAX;

/// Something that happens at an instant. 24 bytes: a run holds many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it happens.
    pub time: SimTime,
    /// How many events were pushed before it: events of the same instant happen in this order.
    pub sequence: u64,
    /// Whom it concerns, as the caller defines it: a slot, a part.
    pub target: u32,
    kind_and_token: u32,
}

const _: () = assert!(size_of::<Event>() == 24);

impl Event {
    /// What happens, as the caller defines it.
    #[inline]
    pub const fn kind(&self) -> u8 {
        (self.kind_and_token >> TOKEN_BITS) as u8
    }

    /// 24 bits for the caller, such as the generation of the slot it was meant for.
    #[inline]
    pub const fn token(&self) -> u32 {
        self.kind_and_token & Self::TOKEN_MASK
    }

    /// The bits a token can have.
    pub const TOKEN_MASK: u32 = (1 << TOKEN_BITS) - 1;

    #[inline]
    fn tick(&self) -> u64 {
        self.time.as_ns() >> TICK_BITS
    }
}

impl Ord for Event {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        (self.time, self.sequence).cmp(&(other.time, other.sequence))
    }
}

impl PartialOrd for Event {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// One ring of 64 slots. A slot names a bucket only while it holds events, so that empty slots cost two bytes and buckets
/// are used again by the slots of their own level, which need about the same size.
#[derive(Clone, Debug)]
struct Level {
    /// Bit i: slot i holds events.
    occupied: u64,
    slots: [u16; SLOTS],
    spare: Vec<u16>,
}

/// Events in the order of (time, sequence).
#[derive(Clone, Debug)]
pub struct EventQueue {
    /// The tick the wheel has turned to: every event up to it is in `front` or `early`, every later one in `levels`. It is
    /// the last tick of all while there are so few events that `front` is enough.
    tick: u64,
    /// The next events, the earliest last, so that taking it moves nothing.
    front: Vec<Event>,
    /// Events up to `tick` that came too late to be put into `front` cheaply. Nearly always empty.
    early: BinaryHeap<Reverse<Event>>,
    /// Bit i: level i holds events.
    occupied_levels: u32,
    levels: [Level; LEVELS],
    buckets: Vec<Vec<Event>>,
    /// The earliest time in `levels`, once it was asked for.
    peeked: Option<SimTime>,
    now: SimTime,
    sequence: u64,
    length: usize,
}

impl EventQueue {
    /// An empty queue at time zero.
    pub fn new() -> Self {
        let level = || Level { occupied: 0, slots: [NO_BUCKET; SLOTS], spare: Vec::new() };
        Self {
            tick: u64::MAX,
            front: Vec::new(),
            early: BinaryHeap::new(),
            occupied_levels: 0,
            levels: std::array::from_fn(|_| level()),
            buckets: Vec::new(),
            peeked: None,
            now: SimTime::ZERO,
            sequence: 0,
            length: 0,
        }
    }

    /// How many events are pending.
    #[inline]
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Whether none is pending.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The time of the event popped last.
    #[inline]
    pub const fn now(&self) -> SimTime {
        self.now
    }

    /// How many events were ever pushed.
    #[inline]
    pub const fn pushed(&self) -> u64 {
        self.sequence
    }

    /// Adds an event of `kind` for `target` with a token of 24 bits (higher bits are cut off). A time before that of the
    /// event popped last is a mistake of the caller; it happens at once then.
    // Not inlined: its parameters stay in registers, so the event is written once, where it belongs.
    #[inline(never)]
    pub fn push(&mut self, at: SimTime, kind: u8, token: u32, target: u32) {
        debug_assert!(at >= self.now, "an event was pushed into the past");
        let time = at.max(self.now);
        let kind_and_token = u32::from(kind) << TOKEN_BITS | token & Event::TOKEN_MASK;
        let event = Event { time, sequence: self.sequence, target, kind_and_token };
        self.sequence += 1;
        self.length += 1;
        if event.tick() > self.tick {
            if self.peeked.is_some_and(|earliest| time < earliest) {
                self.peeked = Some(time);
            }
            self.place(event);
        } else {
            self.push_front(event);
        }
    }

    /// Puts an event of the current tick or before where it is found at once.
    #[inline]
    fn push_front(&mut self, event: Event) {
        if self.front.len() >= FEW && self.tick == u64::MAX {
            return self.deal_out(event);
        }
        let nearest = self.front.len().saturating_sub(NEAR);
        // Its sequence is the highest, so it comes after all events of its instant.
        let earlier = self.front[nearest..].iter().rev().take_while(|other| other.time <= event.time).count();
        if earlier < NEAR {
            self.front.insert(self.front.len() - earlier, event);
        } else {
            self.early.push(Reverse(event));
        }
    }

    /// There are no longer few events: deals them out to the wheel, which is empty.
    #[cold]
    fn deal_out(&mut self, event: Event) {
        self.tick = self.now.as_ns() >> TICK_BITS;
        let mut few = std::mem::take(&mut self.front);
        let current = few.partition_point(|other| other.tick() > self.tick);
        few.drain(..current).for_each(|other| self.place(other));
        self.front = few;
        if event.tick() > self.tick {
            self.place(event);
        } else {
            self.push_front(event);
        }
    }

    /// Puts an event of a later tick into the wheel.
    #[inline(always)]
    fn place(&mut self, event: Event) {
        let tick = event.tick();
        let level_index = ((63 - (tick ^ self.tick).leading_zeros()) / LEVEL_BITS) as usize;
        let slot = (tick >> (LEVEL_BITS * level_index as u32)) as usize % SLOTS;
        let level = &mut self.levels[level_index];
        if level.occupied >> slot & 1 == 0 {
            level.occupied |= 1 << slot;
            self.occupied_levels |= 1 << level_index;
            level.slots[slot] = level.spare.pop().unwrap_or_else(|| {
                self.buckets.push(Vec::new());
                (self.buckets.len() - 1) as u16
            });
        }
        self.buckets[level.slots[slot] as usize].push(event);
    }

    /// The earliest event.
    #[inline]
    pub fn pop(&mut self) -> Option<Event> {
        self.pop_until(SimTime::NEVER)
    }

    /// The earliest event if it happens at `limit` or before.
    #[inline]
    pub fn pop_until(&mut self, limit: SimTime) -> Option<Event> {
        if !self.early.is_empty() {
            return self.pop_early(limit);
        }
        while self.front.is_empty() {
            if !self.turn(limit) {
                return None;
            }
        }
        let event = self.front.pop_if(|event| event.time <= limit)?;
        self.now = event.time;
        self.length -= 1;
        Some(event)
    }

    /// As [`EventQueue::pop_until`] while there are events in `early`.
    #[cold]
    fn pop_early(&mut self, limit: SimTime) -> Option<Event> {
        let Reverse(early) = self.early.peek()?;
        let event = match self.front.last() {
            Some(front) if front < early => *front,
            _ => *early,
        };
        if event.time > limit {
            return None;
        }
        if self.front.last() == Some(&event) {
            self.front.pop();
        } else {
            self.early.pop();
        }
        self.now = event.time;
        self.length -= 1;
        Some(event)
    }

    /// The time of the earliest event. It does not turn the wheel, so events may still be pushed before it at full speed.
    #[inline]
    pub fn peek_time(&mut self) -> Option<SimTime> {
        let front = self.front.last().map(|event| event.time);
        let early = self.early.peek().map(|event| event.0.time);
        match (front, early) {
            (Some(front), Some(early)) => Some(front.min(early)),
            (None, None) => self.peek_wheel(),
            (one, other) => one.or(other),
        }
    }

    /// The earliest time in the wheel: that of the first slot of the lowest level in use. It is kept, so that a slot of many
    /// events is searched once.
    fn peek_wheel(&mut self) -> Option<SimTime> {
        if self.peeked.is_none() && self.occupied_levels != 0 {
            let level = &self.levels[self.occupied_levels.trailing_zeros() as usize];
            let bucket = level.slots[level.occupied.trailing_zeros() as usize];
            self.peeked = self.buckets[bucket as usize].iter().map(|event| event.time).min();
        }
        self.peeked
    }

    /// Turns the wheel to its next slot and says whether it did. It does not if that slot starts after `limit`: events
    /// before it may still be pushed.
    fn turn(&mut self, limit: SimTime) -> bool {
        if self.occupied_levels == 0 {
            return false;
        }
        let level_index = self.occupied_levels.trailing_zeros() as usize;
        let shift = LEVEL_BITS * level_index as u32;
        let level = &mut self.levels[level_index];
        let slot = level.occupied.trailing_zeros();
        // The slots behind the current one are empty, so the first occupied one is the next. Its ticks share all bits above
        // this level with the current tick.
        let above = u64::MAX.checked_shl(shift + LEVEL_BITS).unwrap_or(0);
        let start = self.tick & above | u64::from(slot) << shift;
        let bucket_index = level.slots[slot as usize];
        let bucket = &mut self.buckets[bucket_index as usize];
        let single = if let [event] = bucket.as_slice() { Some(*event) } else { None };
        if single.map_or(start > limit.as_ns() >> TICK_BITS, |event| event.time > limit) {
            return false;
        }
        level.occupied &= level.occupied - 1;
        if level.occupied == 0 {
            self.occupied_levels &= self.occupied_levels - 1;
        }
        level.spare.push(bucket_index);
        self.peeked = None;
        if let Some(event) = single {
            // A lone event need not go through the levels below.
            bucket.clear();
            self.tick = event.tick();
            self.front.push(event);
        } else {
            self.tick = start;
            self.open(level_index, bucket_index);
        }
        if self.occupied_levels == 0 && self.front.len() <= FEW / 2 {
            self.tick = u64::MAX;
        }
        true
    }

    /// Takes the events out of a bucket: sorted to the front, or dealt out to the levels below.
    fn open(&mut self, level_index: usize, bucket_index: u16) {
        if level_index == 0 {
            std::mem::swap(&mut self.front, &mut self.buckets[bucket_index as usize]);
        } else {
            let mut bucket = std::mem::take(&mut self.buckets[bucket_index as usize]);
            for event in bucket.drain(..) {
                if event.tick() == self.tick {
                    self.front.push(event);
                } else {
                    self.place(event);
                }
            }
            self.buckets[bucket_index as usize] = bucket;
        }
        self.front.sort_unstable_by(|one, other| other.cmp(one));
    }
}

impl Default for EventQueue {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
#[path = "queue_tests.rs"]
mod tests;
