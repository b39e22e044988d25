//! The event queue: a hierarchical timing wheel.
//!
//! Time is cut into ticks of 16.4 µs. Level 0 has one slot for each of the next 64 ticks, level 1 one for each of the next 64
//! times 64 ticks, and so on: nine levels reach over all 64 bits. An event goes to the lowest level that tells its tick
//! from the current one, which takes no comparison with other events. When the wheel turns to a slot of few events, whatever its
//! level, they are sorted by time into `front`, and later ones of the slot are put among them; a slot of many is dealt out to
//! the level below. So a quiet run has long slots and a busy one short ones.
//!
//! Unlike a heap its cost hardly grows with the number of events, so deadlines can lie on it by the million. Events of the same
//! instant are always in the same slot, in the order in which they were pushed, so that they need no numbers.

use super::time::SimTime;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// 2^14 ns = 16.4 µs, the best of the powers measured.
const TICK_BITS: u32 = 14;
const LEVEL_BITS: u32 = 6;
const SLOTS: usize = 1 << LEVEL_BITS;
/// 9 levels of 6 bits above 14 bits cover 64.
const LEVELS: usize = 9;
/// A slot of up to so many events is sorted as it is: moving so few is faster than any structure.
const FEW: usize = 24;
/// The same of a slot of one tick, which cannot be dealt out: more are put into a heap.
const FEW_OF_A_TICK: usize = 96;
/// With so many events in `front` their slot is too long.
const CROWD: usize = 48;
const TOKEN_BITS: u32 = 24;
const NO_BUCKET: u16 = u16::MAX;

/// Something that happens at an instant. 16 bytes: a run holds many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it happens.
    pub time: SimTime,
    /// Its kind, token and target in one number, so that it is handed on in registers: written to memory in pieces and read as
    /// a whole it would have to wait.
    what: u64,
}

const _: () = assert!(size_of::<Event>() == 16);
/// Bits of a target.
const TARGET_BITS: u32 = 32;

impl Event {
    /// What happens, as the caller defines it.
    #[inline]
    pub const fn kind(&self) -> u8 {
        (self.what >> (TARGET_BITS + TOKEN_BITS)) as u8
    }

    /// 24 bits for the caller, such as the generation of the slot it was meant for.
    #[inline]
    pub const fn token(&self) -> u32 {
        (self.what >> TARGET_BITS) as u32 & Self::TOKEN_MASK
    }

    /// Whom it concerns, as the caller defines it: a slot, a part.
    #[inline]
    pub const fn target(&self) -> u32 {
        self.what as u32
    }

    /// The bits a token can have.
    pub const TOKEN_MASK: u32 = (1 << TOKEN_BITS) - 1;

    #[inline]
    fn tick(&self) -> u64 {
        self.time.as_ns() >> TICK_BITS
    }
}

/// An event of a crowded tick, which has its place among those of its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Crowded {
    event: Event,
    place: u64,
}

impl Ord for Crowded {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.event.time, self.place).cmp(&(other.event.time, other.place))
    }
}

impl PartialOrd for Crowded {
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

/// Events in the order of their times, and of pushing where these are the same.
#[derive(Clone, Debug)]
pub struct EventQueue {
    /// The first and the last tick of the slot that the wheel has turned to: every event up to the last is in `front` or `early`,
    /// every later one in `levels`. While there are few events all of time is one slot.
    first: u64,
    last: u64,
    /// The next events, the earliest last, so that taking it moves nothing.
    front: Vec<Event>,
    /// Events up to `last` that were too many, or came too late, to be put into `front` cheaply. Nearly always empty.
    early: BinaryHeap<Reverse<Crowded>>,
    /// How many events were ever put there.
    crowded: u64,
    /// Bit i: level i holds events.
    occupied_levels: u32,
    levels: [Level; LEVELS],
    buckets: Vec<Vec<Event>>,
    now: SimTime,
}

impl EventQueue {
    /// An empty queue at time zero.
    pub fn new() -> Self {
        let level = || Level { occupied: 0, slots: [NO_BUCKET; SLOTS], spare: Vec::new() };
        Self {
            first: 0,
            last: u64::MAX,
            front: Vec::new(),
            early: BinaryHeap::new(),
            crowded: 0,
            occupied_levels: 0,
            levels: std::array::from_fn(|_| level()),
            buckets: Vec::new(),
            now: SimTime::ZERO,
        }
    }

    /// How many events are pending, counted one bucket after the other.
    pub fn len(&self) -> usize {
        self.front.len() + self.early.len() + self.buckets.iter().map(Vec::len).sum::<usize>()
    }

    /// Whether none is pending.
    pub fn is_empty(&self) -> bool {
        self.front.is_empty() && self.early.is_empty() && self.occupied_levels == 0
    }

    /// The time of the event popped last.
    #[inline]
    pub const fn now(&self) -> SimTime {
        self.now
    }

    /// Adds an event of `kind` for `target` with a token of 24 bits (higher bits are cut off). A time before that of the
    /// event popped last is a mistake of the caller; it happens at once then.
    // Not inlined: its parameters stay in registers, so the event is written once, where it belongs.
    #[inline(never)]
    pub fn push(&mut self, at: SimTime, kind: u8, token: u32, target: u32) {
        debug_assert!(at >= self.now, "an event was pushed into the past");
        let time = at.max(self.now);
        let kind_and_token = u32::from(kind) << TOKEN_BITS | token & Event::TOKEN_MASK;
        let event = Event { time, what: u64::from(kind_and_token) << TARGET_BITS | u64::from(target) };
        if event.tick() > self.last {
            self.place(event);
        } else if self.front.len() < CROWD && self.early.is_empty() {
            self.insert_front(event);
        } else {
            self.push_crowded(event);
        }
    }

    /// Puts an event where it is found at once, behind all of its instant.
    #[inline(always)]
    fn insert_front(&mut self, event: Event) {
        let mut place = self.front.len();
        self.front.push(event);
        while place > 0 && self.front[place - 1].time <= event.time {
            self.front[place] = self.front[place - 1];
            place -= 1;
        }
        self.front[place] = event;
    }

    /// Puts an event among many.
    #[cold]
    fn push_crowded(&mut self, event: Event) {
        let current = (self.now.as_ns() >> TICK_BITS).max(self.first);
        if self.early.is_empty() && current < self.last {
            self.deal_out(current);
            return self.push(event.time, event.kind(), event.token(), event.target());
        }
        let nearest = self.front.len().saturating_sub(CROWD);
        let is_near = self.front.get(nearest).is_none_or(|far| event.time < far.time);
        if is_near && self.early.peek().is_none_or(|Reverse(other)| event.time < other.event.time) {
            return self.insert_front(event);
        }
        self.push_early(event);
    }

    fn push_early(&mut self, event: Event) {
        self.early.push(Reverse(Crowded { event, place: self.crowded }));
        self.crowded += 1;
    }

    /// The slot is too long: what is later than a tick of it goes to the levels below its own, which are empty.
    fn deal_out(&mut self, tick: u64) {
        (self.first, self.last) = (tick, tick);
        let crowd = std::mem::take(&mut self.front);
        let later = crowd.partition_point(|event| event.tick() > tick);
        crowd[..later].iter().rev().for_each(|event| self.place(*event));
        self.front = crowd;
        self.front.drain(..later);
    }

    /// Puts an event of a later slot into the wheel.
    #[inline(always)]
    fn place(&mut self, event: Event) {
        let level = (63 - (event.tick() ^ self.last).leading_zeros()) / LEVEL_BITS;
        self.place_at(level, event);
    }

    #[inline(always)]
    fn place_at(&mut self, level_index: u32, event: Event) {
        let slot = (event.tick() >> (LEVEL_BITS * level_index)) as usize % SLOTS;
        let level = &self.levels[level_index as usize];
        let bucket = match level.slots[slot] {
            NO_BUCKET => self.occupy(level_index, slot),
            bucket => bucket,
        };
        self.buckets[bucket as usize].push(event);
    }

    /// Gives an empty slot a bucket.
    #[inline(never)]
    fn occupy(&mut self, level_index: u32, slot: usize) -> u16 {
        let level = &mut self.levels[level_index as usize];
        level.occupied |= 1 << slot;
        self.occupied_levels |= 1 << level_index;
        let bucket = level.spare.pop().unwrap_or_else(|| {
            self.buckets.push(Vec::new());
            (self.buckets.len() - 1) as u16
        });
        level.slots[slot] = bucket;
        bucket
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
        if self.front.is_empty() && !self.turn(limit) {
            return None;
        }
        let event = self.front.pop_if(|event| event.time <= limit)?;
        self.now = event.time;
        Some(event)
    }

    /// As [`EventQueue::pop_until`] while there are events in `early`.
    #[cold]
    fn pop_early(&mut self, limit: SimTime) -> Option<Event> {
        let Reverse(Crowded { event: early, .. }) = *self.early.peek()?;
        // What is in `front` was pushed before what is in `early`, if it is of the same instant.
        let event = match self.front.last() {
            Some(front) if front.time <= early.time => *front,
            _ => early,
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
        Some(event)
    }

    /// Turns the wheel to its next slot, whose events are then in `front`, and says whether it did. It does not if that slot
    /// starts after `limit`: events before it may still be pushed.
    fn turn(&mut self, limit: SimTime) -> bool {
        loop {
            if self.occupied_levels == 0 {
                return false;
            }
            let level_index = self.occupied_levels.trailing_zeros();
            let shift = LEVEL_BITS * level_index;
            let level = &mut self.levels[level_index as usize];
            let slot = level.occupied.trailing_zeros();
            // The slots behind the current one are empty, so the first occupied one is the next. Its ticks share all bits above
            // this level with the current tick.
            let above = u64::MAX.checked_shl(shift + LEVEL_BITS).unwrap_or(0);
            let first = self.last & above | u64::from(slot) << shift;
            if first > limit.as_ns() >> TICK_BITS {
                return false;
            }
            let bucket = std::mem::replace(&mut level.slots[slot as usize], NO_BUCKET);
            level.spare.push(bucket);
            level.occupied &= level.occupied - 1;
            if level.occupied == 0 {
                self.occupied_levels &= self.occupied_levels - 1;
            }
            self.first = first;
            if self.open(level_index, bucket) {
                return true;
            }
        }
    }

    /// Takes the events out of a bucket: to the front if they are few, else to the level below, or to the heap where there is
    /// none. Says whether the first is at the front.
    fn open(&mut self, level_index: u32, bucket_index: u16) -> bool {
        let mut bucket = std::mem::take(&mut self.buckets[bucket_index as usize]);
        if bucket.len() <= if level_index == 0 { FEW_OF_A_TICK } else { FEW } {
            bucket.iter().for_each(|event| self.insert_front(*event));
            bucket.clear();
            self.buckets[bucket_index as usize] = bucket;
            self.last = match self.occupied_levels {
                0 if self.front.len() <= FEW / 2 => u64::MAX,
                _ => self.first | !(u64::MAX << (LEVEL_BITS * level_index)),
            };
            return true;
        }
        self.last = self.first;
        if level_index == 0 {
            bucket.drain(..).for_each(|event| self.push_early(event));
            self.front.extend(self.early.pop().map(|Reverse(first)| first.event));
            self.buckets[bucket_index as usize] = bucket;
            return true;
        }
        // The first slot of the level below is opened before anything else is pushed.
        bucket.drain(..).for_each(|event| self.place_at(level_index - 1, event));
        self.buckets[bucket_index as usize] = bucket;
        false
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
