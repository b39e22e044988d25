//! What a cache holds: items with one TTL, the memory for them, and what replicas do not have yet.

use crate::kernel::{Recency, Ring, SimTime, Span};

/// The items of a cache, by key.
#[derive(Clone, Debug)]
pub(crate) struct Items {
    entries: Vec<Entry>,
    /// In the order in which they were written, which is that in which they expire.
    written: Recency,
    /// In the order of their use, where not all fit and some have to leave.
    used: Option<Recency>,
    /// Items that fit into memory.
    capacity: u32,
    evicts: bool,
    /// How long an item lives; [`Span::MAX`] for ever.
    ttl: Span,
    /// Writes that replicas have not applied: when, which, and whether it was removed.
    tail: Ring<(SimTime, u32, bool)>,
    lag: Option<Span>,
    /// Items that left for others in this second.
    pub(crate) evicted: u32,
}

/// One item.
#[derive(Clone, Copy, Debug)]
struct Entry {
    expires: SimTime,
    /// Whether the database has a newer one.
    is_stale: bool,
}

const ABSENT: Entry = Entry { expires: SimTime::ZERO, is_stale: false };

impl Items {
    /// None of so many items. `lag` is how far replicas are behind, if there are any.
    pub(crate) fn new(keys: u32, capacity: u32, evicts: bool, ttl: Span, lag: Option<Span>) -> Self {
        let is_bounded = capacity < keys && evicts;
        Items {
            entries: vec![ABSENT; keys as usize],
            written: Recency::new(keys as usize),
            used: is_bounded.then(|| Recency::new(keys as usize)),
            capacity,
            evicts,
            ttl: if ttl.is_zero() { Span::MAX } else { ttl },
            tail: Ring::new(),
            lag,
            evicted: 0,
        }
    }

    /// How many different items there may be.
    pub(crate) fn keys(&self) -> u32 {
        self.entries.len() as u32
    }

    /// How many it holds.
    pub(crate) const fn len(&self) -> u32 {
        self.written.len()
    }

    /// Bytes of its state.
    pub(crate) fn bytes(&self) -> usize {
        self.entries.len() * 40
    }

    /// Looks an item up. Returns whether it is stale, if it is there.
    pub(crate) fn get(&mut self, key: u32, now: SimTime) -> Option<bool> {
        let entry = self.entries[key as usize];
        if entry.expires <= now {
            return None;
        }
        if let Some(used) = &mut self.used {
            used.touch(key);
        }
        Some(entry.is_stale)
    }

    /// Writes an item that lives `lives` long, if there is memory for it.
    fn put(&mut self, key: u32, now: SimTime, lives: Span) {
        let is_new = !self.written.contains(key);
        if is_new && self.written.len() >= self.capacity {
            let oldest = self.used.as_ref().and_then(Recency::oldest).filter(|_| self.evicts && self.capacity > 0);
            let Some(oldest) = oldest else { return };
            self.drop_key(oldest);
            self.evicted += 1;
        }
        self.entries[key as usize] = Entry { expires: now + lives, is_stale: false };
        self.written.touch(key);
        if let Some(used) = &mut self.used {
            used.touch(key);
        }
    }

    /// Writes an item.
    pub(crate) fn set(&mut self, key: u32, now: SimTime) {
        self.put(key, now, self.ttl);
        self.remember(key, now, false);
    }

    /// Fills it at the start of a run: the item was written so long ago.
    pub(crate) fn fill(&mut self, key: u32, age: Span) {
        let lives = if self.ttl == Span::MAX { Span::MAX } else { self.ttl - age.min(self.ttl) };
        self.put(key, SimTime::ZERO, lives);
    }

    /// How long an item lives, if not for ever.
    pub(crate) fn ttl(&self) -> Option<Span> {
        (self.ttl != Span::MAX).then_some(self.ttl)
    }

    /// Removes an item.
    pub(crate) fn delete(&mut self, key: u32, now: SimTime) {
        if self.written.contains(key) {
            self.drop_key(key);
            self.remember(key, now, true);
        }
    }

    /// The database has a newer item.
    pub(crate) fn outdate(&mut self, key: u32) {
        if self.written.contains(key) {
            self.entries[key as usize].is_stale = true;
        }
    }

    /// Everything is gone.
    pub(crate) fn clear(&mut self) {
        self.entries.fill(ABSENT);
        self.written.clear();
        if let Some(used) = &mut self.used {
            used.clear();
        }
        self.tail.clear();
    }

    /// What has expired leaves memory.
    pub(crate) fn expire(&mut self, now: SimTime) {
        while let Some(oldest) = self.written.oldest().filter(|key| self.entries[*key as usize].expires <= now) {
            self.drop_key(oldest);
        }
    }

    /// A replica takes over that has nothing of what was written after `since`: newer items are gone, and those that were
    /// removed are back. Returns how many writes are lost.
    pub(crate) fn lose_tail(&mut self, since: SimTime, now: SimTime) -> u32 {
        let mut lost = 0;
        while let Some((at, key, was_removed)) = self.tail.pop_back() {
            if at <= since {
                continue;
            }
            lost += 1;
            if was_removed {
                self.put(key, now, self.ttl);
                self.outdate(key);
            } else if self.written.contains(key) {
                self.drop_key(key);
            }
        }
        lost
    }

    fn remember(&mut self, key: u32, now: SimTime, was_removed: bool) {
        let Some(lag) = self.lag else { return };
        while self.tail.front().is_some_and(|(at, ..)| at + lag < now) {
            self.tail.pop_front();
        }
        self.tail.push_back((now, key, was_removed));
    }

    fn drop_key(&mut self, key: u32) {
        self.entries[key as usize] = ABSENT;
        self.written.remove(key);
        if let Some(used) = &mut self.used {
            used.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(s: u64) -> SimTime {
        SimTime::from_s(s)
    }

    fn filled(capacity: u32, evicts: bool, keys: &[u32]) -> Items {
        let mut items = Items::new(10, capacity, evicts, Span::from_s(60), Some(Span::from_s(5)));
        for (second, key) in keys.iter().enumerate() {
            items.set(*key, at(second as u64));
        }
        items
    }

    #[test]
    fn an_item_expires_with_its_ttl_and_leaves_memory() {
        let mut items = filled(10, true, &[3]);
        assert_eq!([items.get(3, at(59)), items.get(3, at(60))], [Some(false), None]);
        items.expire(at(60));
        assert_eq!(items.len(), 0);
    }

    #[test]
    fn the_item_that_was_not_asked_for_longest_leaves_a_full_memory() {
        let mut items = filled(2, true, &[1, 2]);
        items.get(1, at(3));
        items.set(3, at(4));
        assert_eq!([1, 2, 3].map(|key| items.get(key, at(5))), [Some(false), None, Some(false)]);
    }

    #[test]
    fn where_nothing_leaves_a_full_memory_takes_no_more() {
        let mut items = filled(2, false, &[1, 2, 3]);
        assert_eq!([1, 2, 3].map(|key| items.get(key, at(5))), [Some(false), Some(false), None]);
    }

    #[test]
    fn a_replica_lacks_the_last_writes_and_has_what_was_removed_last() {
        let mut items = filled(10, true, &[1, 2, 3, 4]);
        items.delete(1, at(4));
        assert_eq!(items.lose_tail(at(2), at(10)), 2);
        assert_eq!([1, 2, 3, 4].map(|key| items.get(key, at(11))), [Some(true), Some(false), Some(false), None]);
    }
}
