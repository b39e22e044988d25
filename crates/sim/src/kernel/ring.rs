//! A queue in a power-of-two ring: no allocation once it has grown to its longest.

/// A double-ended queue of small values.
#[derive(Debug)]
pub struct Ring<T> {
    buffer: Vec<T>,
    head: usize,
    length: usize,
}

impl<T> Ring<T> {
    /// An empty queue, without memory.
    pub const fn new() -> Self {
        Self { buffer: Vec::new(), head: 0, length: 0 }
    }

    /// How many values wait.
    #[inline]
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Whether none waits.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }
}

impl<T: Copy> Ring<T> {
    /// Where the value `offset` places behind the first is kept; the buffer's length is a power of two.
    #[inline]
    fn place(&self, offset: usize) -> usize {
        (self.head + offset) & (self.buffer.len() - 1)
    }

    /// Appends a value.
    #[inline]
    pub fn push_back(&mut self, value: T) {
        if self.length == self.buffer.len() {
            self.grow(value);
        }
        let place = self.place(self.length);
        self.buffer[place] = value;
        self.length += 1;
    }

    /// Doubles the buffer; `filler` only fills places that are not in use.
    #[cold]
    fn grow(&mut self, filler: T) {
        let capacity = (self.buffer.len() * 2).max(8);
        self.rebuild(capacity, filler);
    }

    fn rebuild(&mut self, capacity: usize, filler: T) {
        let mut buffer = Vec::with_capacity(capacity);
        buffer.extend(self.iter());
        buffer.resize(capacity, filler);
        self.buffer = buffer;
        self.head = 0;
    }

    /// Takes the value that has waited longest.
    #[inline]
    pub fn pop_front(&mut self) -> Option<T> {
        if self.length == 0 {
            return None;
        }
        let value = self.buffer[self.head];
        self.head = self.place(1);
        self.length -= 1;
        Some(value)
    }

    /// Takes the value that came last.
    #[inline]
    pub fn pop_back(&mut self) -> Option<T> {
        if self.length == 0 {
            return None;
        }
        self.length -= 1;
        Some(self.buffer[self.place(self.length)])
    }

    /// The value that has waited longest.
    #[inline]
    pub fn front(&self) -> Option<T> {
        if self.length == 0 { None } else { Some(self.buffer[self.head]) }
    }

    /// Takes the value `offset` places behind the first and closes the gap from the nearer end.
    pub fn remove(&mut self, offset: usize) -> Option<T> {
        if offset >= self.length {
            return None;
        }
        let value = self.buffer[self.place(offset)];
        if offset < self.length / 2 {
            for step in (0..offset).rev() {
                let (from, to) = (self.place(step), self.place(step + 1));
                self.buffer[to] = self.buffer[from];
            }
            self.head = self.place(1);
        } else {
            for step in offset + 1..self.length {
                let (from, to) = (self.place(step), self.place(step - 1));
                self.buffer[to] = self.buffer[from];
            }
        }
        self.length -= 1;
        Some(value)
    }

    /// Empties the queue and keeps its memory.
    pub fn clear(&mut self) {
        self.head = 0;
        self.length = 0;
    }

    /// The values in order.
    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        let (wrapped, straight) = self.buffer.split_at(self.head);
        straight.iter().chain(wrapped).take(self.length).copied()
    }
}

impl<T> Default for Ring<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// Copies what waits, not the room left from a longer queue: a checkpoint should be as small as the state.
impl<T: Copy> Clone for Ring<T> {
    fn clone(&self) -> Self {
        let mut copy = Self { buffer: self.iter().collect(), head: 0, length: self.length };
        if let Some(filler) = copy.buffer.first().copied() {
            copy.buffer.resize(self.length.next_power_of_two(), filler);
        }
        copy
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::VecDeque;

    #[test]
    fn the_first_in_is_the_first_out() {
        let mut ring = Ring::new();
        (1..=20).for_each(|value| ring.push_back(value));
        assert_eq!(ring.pop_front(), Some(1));
    }

    #[test]
    fn the_last_in_can_be_the_first_out() {
        let mut ring = Ring::new();
        (1..=20).for_each(|value| ring.push_back(value));
        assert_eq!(ring.pop_back(), Some(20));
    }

    #[test]
    fn an_empty_ring_gives_nothing() {
        assert_eq!(Ring::<u32>::new().pop_front(), None);
    }

    #[test]
    fn the_copy_of_an_emptied_ring_takes_no_memory() {
        let mut ring = Ring::new();
        (1..=20).for_each(|value| ring.push_back(value));
        ring.clear();
        assert_eq!(ring.clone().buffer.capacity(), 0);
    }

    proptest! {
        #[test]
        fn a_ring_behaves_like_a_double_ended_queue(
            actions in prop::collection::vec((0_u8..6, any::<u16>()), 0..300),
        ) {
            let mut ring = Ring::new();
            let mut model = VecDeque::new();
            for (action, value) in actions {
                let offset = usize::from(value) % (model.len() + 1);
                match action {
                    0 => prop_assert_eq!(ring.pop_front(), model.pop_front()),
                    1 => prop_assert_eq!(ring.pop_back(), model.pop_back()),
                    2 => prop_assert_eq!(ring.remove(offset), model.remove(offset)),
                    3 => ring = ring.clone(),
                    _ => {
                        ring.push_back(value);
                        model.push_back(value);
                    }
                }
                prop_assert_eq!(ring.front(), model.front().copied());
                prop_assert_eq!(ring.iter().collect::<Vec<_>>(), model.iter().copied().collect::<Vec<_>>());
            }
        }
    }
}
