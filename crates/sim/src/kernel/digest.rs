//! A running 64-bit digest of everything a run decided, to tell whether two runs were the same.
//!
//! Own mixing: the standard hashers promise no stable value between versions. It finds differences; it is no protection
//! against an adversary.

const WORD_FACTOR: u64 = 0xff51_afd7_ed55_8ccd;
const STATE_FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
const STATE_STEP: u64 = 0x2545_f491_4f6c_dd1d;

/// A streaming digest of 64-bit words; their order and number matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    state: u64,
    words: u64,
}

impl Digest {
    /// The digest of nothing.
    pub const fn new() -> Self {
        Self { state: STATE_STEP, words: 0 }
    }

    /// Adds one word.
    #[inline]
    pub fn absorb(&mut self, word: u64) {
        let mixed = self.state.rotate_left(27) ^ word.wrapping_mul(WORD_FACTOR);
        // The added step keeps a state of zero from absorbing zeros without a trace.
        self.state = mixed.wrapping_mul(STATE_FACTOR).wrapping_add(STATE_STEP);
        self.words = self.words.wrapping_add(1);
    }

    /// Adds text: its bytes in words of eight and its length, so that "ab", "c" differs from "a", "bc".
    pub fn absorb_text(&mut self, text: &str) {
        for chunk in text.as_bytes().chunks(8) {
            let mut word = [0; 8];
            for (to, from) in word.iter_mut().zip(chunk) {
                *to = *from;
            }
            self.absorb(u64::from_le_bytes(word));
        }
        self.absorb(text.len() as u64);
    }

    /// The digest so far; absorbing may go on afterwards.
    pub fn value(&self) -> u64 {
        let mut hash = self.state ^ self.words.wrapping_mul(WORD_FACTOR);
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        hash ^ (hash >> 31)
    }
}

impl Default for Digest {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn digest_of(words: &[u64]) -> u64 {
        let mut digest = Digest::new();
        for word in words {
            digest.absorb(*word);
        }
        digest.value()
    }

    #[test]
    fn the_digest_of_one_two_three_never_changes_between_versions() {
        assert_eq!(digest_of(&[1, 2, 3]), 8_007_543_133_693_819_740);
    }

    #[test]
    fn one_zero_more_changes_the_digest() {
        assert_ne!(digest_of(&[0, 0]), digest_of(&[0, 0, 0]));
    }

    #[test]
    fn the_border_between_two_texts_changes_the_digest() {
        let of = |first: &str, second: &str| {
            let mut digest = Digest::new();
            digest.absorb_text(first);
            digest.absorb_text(second);
            digest.value()
        };
        assert_ne!(of("ab", "c"), of("a", "bc"));
    }

    proptest! {
        #[test]
        fn swapping_two_different_neighbours_changes_the_digest(
            words in prop::collection::vec(any::<u64>(), 2..20), at in any::<prop::sample::Index>(),
        ) {
            let at = at.index(words.len() - 1);
            prop_assume!(words[at] != words[at + 1]);
            let mut swapped = words.clone();
            swapped.swap(at, at + 1);
            prop_assert_ne!(digest_of(&words), digest_of(&swapped));
        }
    }
}
