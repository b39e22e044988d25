//! Keys in the order of their last use: a doubly linked list in an array, so that touching a key costs the same however
//! many there are.

/// No key.
const NONE: u32 = u32::MAX;
/// What stands in the link of a key that is not listed.
const OUT: u32 = u32::MAX - 1;

/// Some of the keys 0 to n-1, the one used last first.
#[derive(Clone, Debug)]
pub struct Recency {
    /// The next newer and the next older key.
    links: Vec<[u32; 2]>,
    newest: u32,
    oldest: u32,
    len: u32,
}

impl Recency {
    /// None of so many keys.
    pub fn new(keys: usize) -> Self {
        Self { links: vec![[OUT, NONE]; keys], newest: NONE, oldest: NONE, len: 0 }
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.links.as_slice())
    }

    /// How many keys are listed.
    #[inline]
    pub const fn len(&self) -> u32 {
        self.len
    }

    /// Whether no key is listed.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether a key is listed.
    #[inline]
    pub fn contains(&self, key: u32) -> bool {
        self.links[key as usize][0] != OUT
    }

    /// The key that was used longest ago.
    #[inline]
    pub fn oldest(&self) -> Option<u32> {
        (self.oldest != NONE).then_some(self.oldest)
    }

    /// A key was used: it is the newest now.
    pub fn touch(&mut self, key: u32) {
        if self.newest == key {
            return;
        }
        self.remove(key);
        match self.links.get_mut(self.newest as usize) {
            Some(last) => last[0] = key,
            None => self.oldest = key,
        }
        self.links[key as usize] = [NONE, self.newest];
        self.newest = key;
        self.len += 1;
    }

    /// Takes a key off the list. Returns whether it was there.
    pub fn remove(&mut self, key: u32) -> bool {
        let Some([newer, older]) = self.links.get(key as usize).copied().filter(|[newer, _]| *newer != OUT) else {
            return false;
        };
        match self.links.get_mut(newer as usize) {
            Some(neighbour) => neighbour[1] = older,
            None => self.newest = older,
        }
        match self.links.get_mut(older as usize) {
            Some(neighbour) => neighbour[0] = newer,
            None => self.oldest = newer,
        }
        self.links[key as usize] = [OUT, NONE];
        self.len -= 1;
        true
    }

    /// Takes all keys off the list.
    pub fn clear(&mut self) {
        self.links.fill([OUT, NONE]);
        (self.newest, self.oldest, self.len) = (NONE, NONE, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn keys_leave_in_the_order_of_their_last_use(actions in prop::collection::vec((0_u32..8, any::<bool>()), 0..60)) {
            let (mut list, mut expected) = (Recency::new(8), Vec::new());
            for (key, is_used) in actions {
                expected.retain(|other| *other != key);
                if is_used {
                    list.touch(key);
                    expected.push(key);
                } else {
                    list.remove(key);
                }
                prop_assert_eq!(list.len() as usize, expected.len());
            }
            let mut found = Vec::new();
            while let Some(oldest) = list.oldest() {
                prop_assert!(list.contains(oldest) && list.remove(oldest));
                found.push(oldest);
            }
            prop_assert_eq!(found, expected);
        }
    }
}
