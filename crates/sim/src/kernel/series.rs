//! A quantity that holds a value over time, integrated exactly: utilisation, queue length, connections in use.

use super::time::SimTime;

/// A whole quantity over time and its integral in unit-nanoseconds. The integral is exact, so that two readings taken at
/// any instants give the exact mean between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeWeighted {
    value: u64,
    since: SimTime,
    integral: u128,
}

/// `value` held for `elapsed` nanoseconds.
#[inline]
fn area(value: u64, elapsed: u64) -> u128 {
    // A 64-bit product is several times faster than a 128-bit one in WASM and nearly always enough.
    if (value | elapsed) >> 32 == 0 { u128::from(value * elapsed) } else { u128::from(value) * u128::from(elapsed) }
}

impl TimeWeighted {
    /// A quantity of `value` from `now` on.
    pub const fn new(now: SimTime, value: u64) -> Self {
        Self { value, since: now, integral: 0 }
    }

    /// The value now.
    #[inline]
    pub const fn value(&self) -> u64 {
        self.value
    }

    /// Sets the value from `now` on; `now` must not be before the last change.
    #[inline]
    pub fn set(&mut self, now: SimTime, value: u64) {
        debug_assert!(now >= self.since, "a quantity cannot change in the past");
        self.integral += area(self.value, (now - self.since).as_ns());
        self.since = now;
        self.value = value;
    }

    /// Changes the value by `delta` from `now` on; it stops at zero.
    #[inline]
    pub fn add(&mut self, now: SimTime, delta: i64) {
        debug_assert!(self.value.checked_add_signed(delta).is_some(), "a quantity cannot fall below zero");
        self.set(now, self.value.saturating_add_signed(delta));
    }

    /// The integral from the start to `now`, in unit-nanoseconds.
    #[inline]
    pub fn integral(&self, now: SimTime) -> u128 {
        self.integral + area(self.value, (now - self.since).as_ns())
    }

    /// The mean between an earlier reading (`last_integral` taken at `last_time`) and `now`; at that very time, the value.
    pub fn mean_since(&self, last_integral: u128, last_time: SimTime, now: SimTime) -> f64 {
        let elapsed = (now - last_time).as_ns();
        if elapsed == 0 {
            return self.value as f64;
        }
        self.integral(now).saturating_sub(last_integral) as f64 / elapsed as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_for_a_second_and_four_for_a_second_is_three_on_average() {
        let mut gauge = TimeWeighted::new(SimTime::ZERO, 2);
        gauge.set(SimTime::from_s(1), 4);
        assert_eq!(gauge.mean_since(0, SimTime::ZERO, SimTime::from_s(2)), 3.0);
    }

    #[test]
    fn a_mean_over_no_time_is_the_value() {
        let gauge = TimeWeighted::new(SimTime::ZERO, 7);
        assert_eq!(gauge.mean_since(gauge.integral(SimTime::from_s(1)), SimTime::from_s(1), SimTime::from_s(1)), 7.0);
    }

    #[test]
    fn an_integral_beyond_64_bits_is_exact() {
        let gauge = TimeWeighted::new(SimTime::ZERO, 1 << 40);
        assert_eq!(gauge.integral(SimTime::from_ns(1 << 40)), 1 << 80);
    }

    #[test]
    fn a_change_counts_from_its_own_instant() {
        let mut gauge = TimeWeighted::new(SimTime::ZERO, 5);
        gauge.add(SimTime::from_ns(10), -5);
        assert_eq!(gauge.integral(SimTime::from_ns(1_000)), 50);
    }

    proptest! {
        #[test]
        fn the_integral_is_the_sum_of_value_times_duration(
            steps in prop::collection::vec((0_u64..1 << 40, 0_u64..1 << 40), 0..50),
        ) {
            let mut gauge = TimeWeighted::default();
            let (mut now, mut expected) = (SimTime::ZERO, 0_u128);
            for (value, held) in steps {
                gauge.set(now, value);
                now += super::super::time::Span::from_ns(held);
                expected += u128::from(value) * u128::from(held);
            }
            prop_assert_eq!(gauge.integral(now), expected);
        }
    }
}
