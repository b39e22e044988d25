//! A log-linear histogram of durations: 128 buckets an octave, so that a quantile is within 0.4 % of a sample.
//!
//! Integer shifts only: it is fast and has the same bits everywhere. It keeps only the octaves between the shortest and the
//! longest sample; empty, it has no memory.

use super::time::Span;

/// 2^7 buckets an octave; half of 1/128 is 0.39 %.
const SUB_BITS: u32 = 7;
const SUB_BUCKETS: usize = 1 << SUB_BITS;

/// Counts of durations from 0 to 584 years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// The octave that `counts` starts with.
    first_octave: usize,
    counts: Vec<u32>,
    count: u64,
    sum: u128,
    min: u64,
    max: u64,
    saturated: bool,
}

/// The bucket of a duration, counted from 0 ns. The first octave is exact: one bucket a nanosecond below 128.
#[inline]
fn bucket_of(ns: u64) -> usize {
    let magnitude = 63 - (ns | (SUB_BUCKETS as u64 - 1)).leading_zeros();
    if ns < SUB_BUCKETS as u64 {
        return ns as usize;
    }
    let shift = magnitude - SUB_BITS;
    // The leading one of the shifted value counts as the next octave.
    ((shift as usize) << SUB_BITS) + (ns >> shift) as usize
}

/// The middle of a bucket in nanoseconds.
fn middle_of(bucket: usize) -> u64 {
    let octave = bucket >> SUB_BITS;
    if octave < 2 {
        return bucket as u64;
    }
    let shift = octave - 1;
    let low = ((bucket - (shift << SUB_BITS)) as u64) << shift;
    low + (1 << shift >> 1)
}

impl Histogram {
    /// An empty histogram, without memory.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one duration.
    #[inline]
    pub fn record(&mut self, span: Span) {
        let ns = span.as_ns();
        let bucket = bucket_of(ns);
        let start = self.first_octave << SUB_BITS;
        if bucket < start || bucket - start >= self.counts.len() {
            self.cover(bucket >> SUB_BITS, bucket >> SUB_BITS);
        }
        let count = &mut self.counts[bucket - (self.first_octave << SUB_BITS)];
        match count.checked_add(1) {
            Some(more) => *count = more,
            None => self.saturated = true,
        }
        self.min = if self.count == 0 { ns } else { self.min.min(ns) };
        self.max = self.max.max(ns);
        self.count += 1;
        self.sum += u128::from(ns);
    }

    /// Makes room for the octaves `from` to `to`.
    #[cold]
    fn cover(&mut self, from: usize, to: usize) {
        let (mut first, mut end) = (from, to + 1);
        if !self.counts.is_empty() {
            first = first.min(self.first_octave);
            end = end.max(self.first_octave + self.counts.len() / SUB_BUCKETS);
        }
        let mut counts = vec![0; (end - first) * SUB_BUCKETS];
        let offset = self.first_octave.saturating_sub(first) * SUB_BUCKETS;
        for (to, from) in counts.iter_mut().skip(offset).zip(&self.counts) {
            *to = *from;
        }
        self.counts = counts;
        self.first_octave = first;
    }

    /// How many durations were counted.
    #[inline]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// Whether none was.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The sum of all durations in nanoseconds, exact.
    pub const fn sum_ns(&self) -> u128 {
        self.sum
    }

    /// The mean, exact to the nanosecond below; zero if empty.
    pub fn mean(&self) -> Span {
        let mean = self.sum.checked_div(u128::from(self.count)).unwrap_or(0);
        Span::from_ns(mean as u64)
    }

    /// The longest duration, exact; zero if empty.
    pub const fn max(&self) -> Span {
        Span::from_ns(self.max)
    }

    /// The shortest duration, exact; zero if empty.
    pub const fn min(&self) -> Span {
        Span::from_ns(self.min)
    }

    /// Whether a bucket reached 4,294,967,295, after which quantiles are no longer right.
    pub const fn is_saturated(&self) -> bool {
        self.saturated
    }

    /// The nearest-rank quantile for `q` from 0 to 1, within 0.4 % of that sample; zero if empty. The first and the last
    /// rank are exact.
    pub fn quantile(&self, q: f64) -> Span {
        let rank = ((q * self.count as f64).ceil() as u64).clamp(1, self.count.max(1));
        if rank == self.count {
            return self.max();
        }
        let mut seen = 0;
        for (index, count) in self.counts.iter().enumerate() {
            seen += u64::from(*count);
            if seen >= rank {
                let middle = middle_of((self.first_octave << SUB_BITS) + index);
                let ns = if rank == 1 { self.min } else { middle.clamp(self.min, self.max) };
                return Span::from_ns(ns);
            }
        }
        self.max()
    }

    /// Adds all counts of another histogram. The order of merging does not matter.
    pub fn merge(&mut self, other: &Histogram) {
        if other.is_empty() {
            return;
        }
        let end = other.first_octave + other.counts.len() / SUB_BUCKETS;
        let own_end = self.first_octave + self.counts.len() / SUB_BUCKETS;
        if self.counts.is_empty() || other.first_octave < self.first_octave || end > own_end {
            self.cover(other.first_octave, end - 1);
        }
        let offset = (other.first_octave - self.first_octave) * SUB_BUCKETS;
        for (to, from) in self.counts.iter_mut().skip(offset).zip(&other.counts) {
            self.saturated |= to.checked_add(*from).is_none();
            *to = to.saturating_add(*from);
        }
        self.saturated |= other.saturated;
        self.min = if self.count == 0 { other.min } else { self.min.min(other.min) };
        self.max = self.max.max(other.max);
        self.count += other.count;
        self.sum += other.sum;
    }

    /// Forgets all durations and keeps the memory.
    pub fn clear(&mut self) {
        let mut counts = std::mem::take(&mut self.counts);
        counts.fill(0);
        *self = Self { first_octave: self.first_octave, counts, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(samples: &[u64]) -> Histogram {
        let mut histogram = Histogram::new();
        for ns in samples {
            histogram.record(Span::from_ns(*ns));
        }
        histogram
    }

    #[test]
    fn the_median_of_one_two_three_is_two() {
        assert_eq!(of(&[3, 1, 2]).quantile(0.5), Span::from_ns(2));
    }

    #[test]
    fn the_highest_quantile_is_the_longest_sample() {
        assert_eq!(of(&[1, 1_234_567_891]).quantile(1.0), Span::from_ns(1_234_567_891));
    }

    #[test]
    fn an_empty_histogram_has_a_median_of_zero() {
        assert_eq!(Histogram::new().quantile(0.5), Span::ZERO);
    }

    #[test]
    fn an_empty_histogram_takes_no_memory() {
        assert_eq!(Histogram::new().counts.capacity(), 0);
    }

    #[test]
    fn a_cleared_histogram_has_forgotten_everything() {
        let mut histogram = of(&[5, 500_000]);
        histogram.clear();
        assert_eq!((histogram.count(), histogram.max(), histogram.mean()), (0, Span::ZERO, Span::ZERO));
    }

    #[test]
    fn the_longest_duration_of_all_has_a_bucket() {
        assert_eq!(of(&[0, u64::MAX]).max(), Span::MAX);
    }

    #[test]
    fn the_mean_is_exact() {
        assert_eq!(of(&[1_000_000, 1_000_002]).mean(), Span::from_ns(1_000_001));
    }

    fn samples() -> impl Strategy<Value = Vec<u64>> {
        let one = prop_oneof![0_u64..300, 1_000_u64..10_000_000_000, Just(u64::MAX), any::<u64>()];
        prop::collection::vec(one, 1..200)
    }

    proptest! {
        #[test]
        fn a_quantile_is_within_four_thousandths_of_the_sample_of_its_rank(mut samples in samples(), q in 0.0..=1.0) {
            let quantile = of(&samples).quantile(q).as_ns() as f64;
            samples.sort_unstable();
            let rank = ((q * samples.len() as f64).ceil() as usize).clamp(1, samples.len());
            let exact = samples[rank - 1] as f64;
            prop_assert!((quantile - exact).abs() <= exact / 256.0, "{} against {}", quantile, exact);
        }

        #[test]
        fn merging_is_the_same_as_counting_everything_in_one(first in samples(), second in samples()) {
            let mut merged = of(&first);
            merged.merge(&of(&second));
            prop_assert_eq!(merged, of(&[first, second].concat()));
        }
    }
}
