//! Simulated time in whole nanoseconds.
//!
//! Integers make equal times exactly equal and sums independent of their order, which floating-point seconds would not.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Sub, SubAssign};

const NS_PER_US: u64 = 1_000;
const NS_PER_MS: u64 = 1_000_000;
const NS_PER_S: u64 = 1_000_000_000;

/// An instant: nanoseconds since the start of the run, 0 to 584 years. Arithmetic saturates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimTime(u64);

/// A duration in nanoseconds, 0 to 584 years. Arithmetic saturates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(u64);

/// Seconds to nanoseconds, to the nearest; negative and NaN give 0, too large gives the maximum.
fn ns_from_seconds(seconds: f64) -> u64 {
    nearest(seconds * NS_PER_S as f64)
}

/// The nearest whole number, halves upwards; negative and NaN give 0, too large gives the maximum. No processor that we run on
/// rounds so by itself, and a library's function costs more than the rest of what is done with the number.
#[inline(never)]
fn nearest(value: f64) -> u64 {
    // `as` saturates and turns NaN into 0. What it cuts off is exact.
    let whole = value as u64;
    whole.saturating_add(u64::from(value - whole as f64 >= 0.5))
}

macro_rules! constructors_and_readers {
    ($name:ident) => {
        impl $name {
            /// Zero nanoseconds.
            pub const ZERO: $name = $name(0);

            /// From nanoseconds.
            #[inline]
            pub const fn from_ns(ns: u64) -> Self {
                Self(ns)
            }

            /// From microseconds, saturating.
            #[inline]
            pub const fn from_us(us: u64) -> Self {
                Self(us.saturating_mul(NS_PER_US))
            }

            /// From milliseconds, saturating.
            #[inline]
            pub const fn from_ms(ms: u64) -> Self {
                Self(ms.saturating_mul(NS_PER_MS))
            }

            /// From seconds, saturating.
            #[inline]
            pub const fn from_s(seconds: u64) -> Self {
                Self(seconds.saturating_mul(NS_PER_S))
            }

            /// From seconds, rounded to the nearest nanosecond; negative and NaN give 0, too large saturates.
            #[inline]
            pub fn from_s_f64(seconds: f64) -> Self {
                Self(ns_from_seconds(seconds))
            }

            /// In nanoseconds.
            #[inline]
            pub const fn as_ns(self) -> u64 {
                self.0
            }

            /// In whole microseconds, rounded down.
            #[inline]
            pub const fn as_us(self) -> u64 {
                self.0 / NS_PER_US
            }

            /// In whole milliseconds, rounded down.
            #[inline]
            pub const fn as_ms(self) -> u64 {
                self.0 / NS_PER_MS
            }

            /// In seconds, to the precision of a double.
            #[inline]
            pub fn as_s_f64(self) -> f64 {
                self.0 as f64 / NS_PER_S as f64
            }

            /// In milliseconds, to the precision of a double.
            #[inline]
            pub fn as_ms_f64(self) -> f64 {
                self.0 as f64 / NS_PER_MS as f64
            }
        }
    };
}

constructors_and_readers!(SimTime);
constructors_and_readers!(Span);

impl SimTime {
    /// Later than everything that happens.
    pub const NEVER: SimTime = SimTime(u64::MAX);

    /// Whether this is [`SimTime::NEVER`].
    #[inline]
    pub const fn is_never(self) -> bool {
        self.0 == u64::MAX
    }

    /// The time since `earlier`; zero if that is later.
    #[inline]
    pub const fn since(self, earlier: SimTime) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Span {
    /// The longest duration; added to any instant it gives [`SimTime::NEVER`].
    pub const MAX: Span = Span(u64::MAX);

    /// Whether this is no time at all.
    #[inline]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// This duration times a factor, rounded to the nearest nanosecond; a negative or NaN factor gives zero.
    #[inline]
    pub fn scaled(self, factor: f64) -> Span {
        Span(nearest(self.0 as f64 * factor))
    }
}

impl Add<Span> for SimTime {
    type Output = SimTime;
    #[inline]
    fn add(self, span: Span) -> SimTime {
        SimTime(self.0.saturating_add(span.0))
    }
}

impl AddAssign<Span> for SimTime {
    #[inline]
    fn add_assign(&mut self, span: Span) {
        *self = *self + span;
    }
}

impl Sub<Span> for SimTime {
    type Output = SimTime;
    #[inline]
    fn sub(self, span: Span) -> SimTime {
        SimTime(self.0.saturating_sub(span.0))
    }
}

impl Sub for SimTime {
    type Output = Span;
    #[inline]
    fn sub(self, earlier: SimTime) -> Span {
        self.since(earlier)
    }
}

impl Add for Span {
    type Output = Span;
    #[inline]
    fn add(self, other: Span) -> Span {
        Span(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Span {
    #[inline]
    fn add_assign(&mut self, other: Span) {
        *self = *self + other;
    }
}

impl Sub for Span {
    type Output = Span;
    #[inline]
    fn sub(self, other: Span) -> Span {
        Span(self.0.saturating_sub(other.0))
    }
}

impl SubAssign for Span {
    #[inline]
    fn sub_assign(&mut self, other: Span) {
        *self = *self - other;
    }
}

impl Mul<u64> for Span {
    type Output = Span;
    #[inline]
    fn mul(self, times: u64) -> Span {
        Span(self.0.saturating_mul(times))
    }
}

impl Div<u64> for Span {
    type Output = Span;
    /// Rounded down; a division by zero gives [`Span::MAX`], as a rate of zero means "never".
    #[inline]
    fn div(self, parts: u64) -> Span {
        Span(self.0.checked_div(parts).unwrap_or(u64::MAX))
    }
}

impl Sum for Span {
    fn sum<I: Iterator<Item = Span>>(spans: I) -> Span {
        spans.fold(Span::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_rounded_to_the_nearest_nanosecond() {
        assert_eq!(Span::from_s_f64(0.000_000_001_6).as_ns(), 2);
    }

    #[test]
    fn not_a_number_of_seconds_is_zero() {
        assert_eq!(SimTime::from_s_f64(f64::NAN), SimTime::ZERO);
    }

    #[test]
    fn a_negative_number_of_seconds_is_zero() {
        assert_eq!(Span::from_s_f64(-3.0), Span::ZERO);
    }

    #[test]
    fn infinitely_many_seconds_are_never() {
        assert_eq!(SimTime::from_s_f64(f64::INFINITY), SimTime::NEVER);
    }

    #[test]
    fn nothing_comes_after_never() {
        assert_eq!(SimTime::NEVER + Span::from_s(1), SimTime::NEVER);
    }

    #[test]
    fn the_time_since_a_later_instant_is_zero() {
        assert_eq!(SimTime::from_ms(3) - SimTime::from_ms(5), Span::ZERO);
    }

    #[test]
    fn milliseconds_are_read_rounded_down() {
        assert_eq!(SimTime::from_us(2_999).as_ms(), 2);
    }

    #[test]
    fn too_many_seconds_saturate() {
        assert_eq!(SimTime::from_s(u64::MAX), SimTime::NEVER);
    }

    #[test]
    fn a_span_split_into_no_parts_never_ends() {
        assert_eq!(Span::from_s(1) / 0, Span::MAX);
    }

    #[test]
    fn one_and_a_half_times_three_nanoseconds_rounds_to_five() {
        assert_eq!(Span::from_ns(3).scaled(1.5), Span::from_ns(5));
    }

    #[test]
    fn the_nearest_is_what_rounding_gives() {
        let near_half = 0.499_999_999_999_999_94;
        let values = [
            0.0,
            near_half,
            0.5,
            1.5,
            2.5,
            2.499_999_999_999_999_6,
            1e9 + 0.5,
            4_503_599_627_370_495.5,
            9e15,
            1.9e19,
            1e300,
        ];
        for value in values.into_iter().chain([-0.5, -0.6, -7.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY]) {
            assert_eq!(nearest(value), value.round() as u64, "{value}");
        }
    }
}
