//! A generational slab: values in reusable slots, found by slot and generation so that a stale reference finds nothing.

/// Generations have 24 bits, so that one fits an event's token; after 16.7 million reuses of one slot they start again.
pub const GENERATION_MASK: u32 = 0x00ff_ffff;

/// A reference to one occupant of a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The place in the slab, from 0.
    pub index: u32,
    /// Which occupant of that place is meant, 24 bits.
    pub generation: u32,
}

/// The slab holds as many values as it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlabFull {
    /// The most values it may hold.
    pub capacity: u32,
}

impl std::fmt::Display for SlabFull {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "all {} slots are taken", self.capacity)
    }
}

impl std::error::Error for SlabFull {}

#[derive(Clone, Debug)]
struct Entry<T> {
    generation: u32,
    value: Option<T>,
}

/// Values in slots. The slot freed last is taken first: it is still in the cache.
///
/// A copy is packed: it holds the values alone and not the room between them, of which there is much after a rush. Before it
/// is used it is unpacked.
#[derive(Debug)]
pub struct Slab<T> {
    /// By slot; empty in a copy.
    entries: Vec<Entry<T>>,
    /// Of a copy, the generations of all slots, and the values with their slots.
    generations: Vec<u32>,
    packed: Vec<(u32, T)>,
    free: Vec<u32>,
    capacity: u32,
}

impl<T: Clone> Clone for Slab<T> {
    fn clone(&self) -> Self {
        let mut packed = Vec::with_capacity(self.len() as usize);
        packed.extend(self.packed.iter().cloned());
        let entries = self.entries.iter().enumerate();
        packed.extend(entries.filter_map(|(index, entry)| Some((index as u32, entry.value.clone()?))));
        let mut generations = self.generations.clone();
        generations.extend(self.entries.iter().map(|entry| entry.generation));
        Self { entries: Vec::new(), generations, packed, free: self.free.clone(), capacity: self.capacity }
    }
}

impl<T> Slab<T> {
    /// An empty slab that may hold `capacity` values. It takes memory only as it fills.
    pub const fn new(capacity: u32) -> Self {
        Self { entries: Vec::new(), generations: Vec::new(), packed: Vec::new(), free: Vec::new(), capacity }
    }

    /// Makes a copy one that can be used.
    pub fn unpack(&mut self) {
        let generations = std::mem::take(&mut self.generations);
        self.entries.extend(generations.into_iter().map(|generation| Entry { generation, value: None }));
        for (index, value) in std::mem::take(&mut self.packed) {
            self.entries[index as usize].value = Some(value);
        }
    }

    /// Puts a value into a slot, or says that all slots are taken.
    #[inline]
    pub fn insert(&mut self, value: T) -> Result<Slot, SlabFull> {
        if let Some(index) = self.free.pop() {
            let entry = &mut self.entries[index as usize];
            entry.value = Some(value);
            return Ok(Slot { index, generation: entry.generation });
        }
        let index = self.entries.len() as u32;
        if index >= self.capacity {
            return Err(SlabFull { capacity: self.capacity });
        }
        self.entries.push(Entry { generation: 0, value: Some(value) });
        Ok(Slot { index, generation: 0 })
    }

    /// The value at `index` if its occupant is still that of `generation`.
    #[inline]
    pub fn get(&self, index: u32, generation: u32) -> Option<&T> {
        let entry = self.entries.get(index as usize)?;
        if entry.generation == generation { entry.value.as_ref() } else { None }
    }

    /// The value at `index`, to change, if its occupant is still that of `generation`.
    #[inline]
    pub fn get_mut(&mut self, index: u32, generation: u32) -> Option<&mut T> {
        let entry = self.entries.get_mut(index as usize)?;
        if entry.generation == generation { entry.value.as_mut() } else { None }
    }

    /// Whoever occupies `index` now, and its reference. For what belongs to a slot across occupants, such as its one
    /// pending deadline.
    #[inline]
    pub fn occupant(&self, index: u32) -> Option<(Slot, &T)> {
        let entry = self.entries.get(index as usize)?;
        entry.value.as_ref().map(|value| (Slot { index, generation: entry.generation }, value))
    }

    /// Whoever occupies `index` now, to change, and its reference.
    #[inline]
    pub fn occupant_mut(&mut self, index: u32) -> Option<(Slot, &mut T)> {
        let entry = self.entries.get_mut(index as usize)?;
        let generation = entry.generation;
        entry.value.as_mut().map(|value| (Slot { index, generation }, value))
    }

    /// Takes the value out and frees its slot, if its occupant is still that of `generation`.
    #[inline]
    pub fn remove(&mut self, index: u32, generation: u32) -> Option<T> {
        let entry = self.entries.get_mut(index as usize)?;
        if entry.generation != generation {
            return None;
        }
        let value = entry.value.take()?;
        entry.generation = entry.generation.wrapping_add(1) & GENERATION_MASK;
        self.free.push(index);
        Some(value)
    }

    /// How many values there are.
    #[inline]
    pub fn len(&self) -> u32 {
        self.slots() - self.free.len() as u32
    }

    /// Whether there are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many slots were ever in use: every index is below this.
    #[inline]
    pub fn slots(&self) -> u32 {
        (self.entries.len() + self.generations.len()) as u32
    }

    /// The most values it may hold.
    pub const fn capacity(&self) -> u32 {
        self.capacity
    }

    /// All values in the order of their slots.
    pub fn iter(&self) -> impl Iterator<Item = (Slot, &T)> {
        self.entries.iter().enumerate().filter_map(|(index, entry)| {
            let slot = Slot { index: index as u32, generation: entry.generation };
            entry.value.as_ref().map(|value| (slot, value))
        })
    }

    /// All values, to change, in the order of their slots.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Slot, &mut T)> {
        self.entries.iter_mut().enumerate().filter_map(|(index, entry)| {
            let slot = Slot { index: index as u32, generation: entry.generation };
            entry.value.as_mut().map(|value| (slot, value))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_stale_reference_finds_nothing_after_the_slot_is_reused() {
        let mut slab = Slab::new(10);
        let first = slab.insert('a').unwrap();
        slab.remove(first.index, first.generation);
        slab.insert('b').unwrap();
        assert_eq!(slab.get(first.index, first.generation), None);
    }

    #[test]
    fn the_slot_freed_last_is_taken_first() {
        let mut slab = Slab::new(10);
        let slots: Vec<Slot> = "abc".chars().map(|value| slab.insert(value).unwrap()).collect();
        slab.remove(slots[0].index, slots[0].generation);
        slab.remove(slots[2].index, slots[2].generation);
        assert_eq!(slab.insert('d').unwrap(), Slot { index: 2, generation: 1 });
    }

    #[test]
    fn the_third_value_does_not_fit_a_capacity_of_two() {
        let mut slab = Slab::new(2);
        slab.insert(1).unwrap();
        slab.insert(2).unwrap();
        assert_eq!(slab.insert(3), Err(SlabFull { capacity: 2 }));
    }

    #[test]
    fn an_occupant_is_found_by_its_slot_alone() {
        let mut slab = Slab::new(2);
        let first = slab.insert(1).unwrap();
        slab.remove(first.index, first.generation);
        slab.insert(2).unwrap();
        assert_eq!(slab.occupant(0), Some((Slot { index: 0, generation: 1 }, &2)));
    }

    #[test]
    fn values_are_visited_in_the_order_of_their_slots() {
        let mut slab = Slab::new(10);
        let slots: Vec<Slot> = "abc".chars().map(|value| slab.insert(value).unwrap()).collect();
        slab.remove(slots[1].index, slots[1].generation);
        assert_eq!(slab.iter().map(|(_, value)| *value).collect::<String>(), "ac");
    }

    #[test]
    fn removing_twice_gives_the_value_once() {
        let mut slab = Slab::new(10);
        let slot = slab.insert('a').unwrap();
        slab.remove(slot.index, slot.generation);
        assert_eq!(slab.remove(slot.index, slot.generation), None);
    }

    proptest! {
        #[test]
        fn exactly_the_values_not_removed_are_found(choices in prop::collection::vec(any::<(bool, u8)>(), 0..200)) {
            let mut slab = Slab::new(u32::MAX);
            let mut live: Vec<(Slot, usize)> = Vec::new();
            for (number, (insert, which)) in choices.into_iter().enumerate() {
                if insert || live.is_empty() {
                    live.push((slab.insert(number).unwrap(), number));
                } else {
                    let (slot, value) = live.swap_remove(usize::from(which) % live.len());
                    prop_assert_eq!(slab.remove(slot.index, slot.generation), Some(value));
                }
            }
            prop_assert_eq!(slab.len() as usize, live.len());
            live.sort_unstable();
            let found: Vec<(Slot, usize)> = slab.iter().map(|(slot, value)| (slot, *value)).collect();
            prop_assert_eq!(&found, &live);
            let mut copy = slab.clone().clone();
            copy.unpack();
            prop_assert_eq!(copy.iter().map(|(slot, value)| (slot, *value)).collect::<Vec<_>>(), live);
            prop_assert_eq!(copy.insert(0), slab.insert(0));
        }
    }
}
