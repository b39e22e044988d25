//! Something that works at a rate, faster for a while as long as it has credits: a volume's operations, a network
//! interface's bytes.
//!
//! It works off what it is asked for one after the other, so one subtraction says how long the newest takes: no event is
//! needed for credits that run out.

use super::{SimTime, Span};

/// With so much of its credits needed at most, no rounding makes them too few.
const ENOUGH: f64 = 0.99;

/// Units a second, with a bucket of credits for more.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Units a second without credits, and with.
    baseline: f64,
    burst: f64,
    /// Units that it may still do beyond the baseline, and the most of them.
    credits: f64,
    most: f64,
    /// Credits that a unit costs where all of it is left.
    cost: f64,
    /// When it has done what it was asked for. Its credits are counted up to there.
    free_at: SimTime,
}

impl Pace {
    /// A pace with a full bucket; without one where the burst is no faster than the baseline.
    pub const fn new(baseline: f64, burst: f64, credits: f64) -> Self {
        let most = if burst > baseline { credits } else { 0.0 };
        let cost = (burst - baseline) / burst;
        Pace { baseline, burst, credits: most, most, cost, free_at: SimTime::ZERO }
    }

    /// It has this share of its credits, from 0 to 1.
    pub fn set_balance(&mut self, share: f64) {
        self.credits = self.most * share;
    }

    /// It works at other rates from now on, with a bucket of another size. What it was asked for takes as long as it was said
    /// to.
    pub fn modify(&mut self, baseline: f64, burst: f64, credits: f64) {
        let most = if burst > baseline { credits } else { 0.0 };
        (self.baseline, self.burst, self.most) = (baseline, burst, most);
        self.cost = (burst - baseline) / burst;
        self.credits = self.credits.min(most);
    }

    /// How long what it was asked for still takes.
    pub fn behind(&self, now: SimTime) -> Span {
        self.free_at.max(now) - now
    }

    /// Units a second at present.
    pub const fn rate(&self) -> f64 {
        if self.credits > 0.0 { self.burst } else { self.baseline }
    }

    /// Counts the credits up to an instant at which it has nothing to do. Something else has the share of it that is not
    /// left, and uses it all the time.
    pub fn rest(&mut self, until: SimTime, left: f64) {
        if until <= self.free_at {
            return;
        }
        let idle = until - self.free_at;
        self.free_at = until;
        // It cannot have more than the most. A product with a little less than what it earns spares a division.
        let earns = self.baseline * idle.as_ns() as f64 * (ENOUGH / 1e9);
        if left == 1.0 && earns >= self.most - self.credits {
            self.credits = self.most;
            return;
        }
        let idle_s = idle.as_s_f64();
        let earned = (self.baseline - self.rate() * (1.0 - left)) * idle_s;
        self.credits = (self.credits + earned).max(0.0).min(self.most);
    }

    /// Takes so many units, which last for so many seconds at least. Says how long it is until they are done.
    pub fn serve(&mut self, now: SimTime, units: f64, at_least_s: f64, left: f64) -> Span {
        self.rest(now, left);
        // Mostly there is enough for all: then what is below comes to this, with the same bits.
        let is_alone = left == 1.0 && at_least_s == 0.0 && self.baseline > 0.0;
        if is_alone && units * self.cost <= self.credits * ENOUGH {
            self.credits -= units * self.cost;
            self.free_at += Span::from_s_f64(units / self.burst);
            return self.free_at - now;
        }
        self.serve_all(now, units, at_least_s, left)
    }

    /// The same where the credits may be too few.
    #[inline(never)]
    fn serve_all(&mut self, now: SimTime, units: f64, at_least_s: f64, left: f64) -> Span {
        // Faster than the baseline as long as there are credits; each unit then costs what it takes beyond the baseline.
        let cost = (self.burst - self.baseline) / (self.burst * left);
        let fast = if cost > 0.0 { units.min(self.credits / cost) } else { units };
        self.credits = (self.credits - fast * cost).max(0.0);
        let mut takes = fast / (self.burst * left) + (units - fast) / (self.baseline * left);
        if at_least_s > takes {
            self.credits = (self.credits + (at_least_s - takes) * self.baseline).min(self.most);
            takes = at_least_s;
        }
        self.free_at += Span::from_s_f64(takes);
        self.free_at - now
    }

    /// Its credits as a share of the most, where it has any.
    pub fn balance(&self) -> Option<f64> {
        (self.most > 0.0).then(|| self.credits / self.most)
    }

    /// Whether it has run out of credits.
    pub fn is_spent(&self) -> bool {
        self.most > 0.0 && self.credits < 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Pace {
        /// The same without a short cut.
        fn serve_slowly(&mut self, now: SimTime, units: f64) -> Span {
            if now > self.free_at {
                let idle_s = (now - self.free_at).as_s_f64();
                self.free_at = now;
                self.credits = (self.credits + self.baseline * idle_s).max(0.0).min(self.most);
            }
            let cost = (self.burst - self.baseline) / self.burst;
            let fast = if cost > 0.0 { units.min(self.credits / cost) } else { units };
            self.credits = (self.credits - fast * cost).max(0.0);
            self.free_at += Span::from_s_f64(fast / self.burst + (units - fast) / self.baseline);
            self.free_at - now
        }
    }

    proptest! {
        #[test]
        fn the_short_cut_gives_the_same_bits(
            baseline in 1.0_f64..1e9,
            more in prop_oneof![Just(0.0), 1.0_f64..1e9],
            credits in 0.0_f64..1e7,
            asked in prop::collection::vec((0_u64..50_000_000, 0.0_f64..1e6), 1..60),
        ) {
            let mut quick = Pace::new(baseline, baseline + more, credits);
            let (mut slow, mut now) = (quick, SimTime::ZERO);
            for (gap, units) in asked {
                now += Span::from_ns(gap);
                prop_assert_eq!(quick.serve(now, units, 0.0, 1.0), slow.serve_slowly(now, units));
                prop_assert_eq!(quick.credits.to_bits(), slow.credits.to_bits());
            }
        }
    }
}
