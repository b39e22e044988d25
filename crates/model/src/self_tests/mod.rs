//! The self-tests: small designs whose result theory or AWS's documentation says in advance.
//!
//! The page runs them in its own worker, and `tests/tests/self_tests.rs` runs them natively: what is claimed is what was
//! measured. What is measured of a run is in `report::self_test`; names and derivations are in `words`.

mod bench;
mod caches;
mod clocks;
mod laws;
mod queues;
mod retries;

use crate::{Design, PartId, Unit};

/// What a self-test is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SelfTestGroup {
    /// Waiting in queues.
    Queues,
    /// Laws that hold for every system.
    Laws,
    /// Caches.
    Caches,
    /// Retries.
    Retries,
    /// AWS's clocks.
    Clocks,
}

impl SelfTestGroup {
    /// Every group, in the order shown.
    pub const ALL: [SelfTestGroup; 5] = [
        SelfTestGroup::Queues,
        SelfTestGroup::Laws,
        SelfTestGroup::Caches,
        SelfTestGroup::Retries,
        SelfTestGroup::Clocks,
    ];
}

macro_rules! self_tests {
    ($($(#[$doc:meta])* $name:ident = $group:ident, $id:literal, $file:ident::$design:ident, $unit:ident, $expected:expr;)*) => {
        /// One self-test.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum SelfTest { $($(#[$doc])* $name),* }

        impl SelfTest {
            /// Every self-test, in the order shown.
            pub const ALL: &[SelfTest] = &[$(SelfTest::$name),*];

            /// Its name for programs.
            pub const fn id(self) -> &'static str {
                match self { $(SelfTest::$name => $id),* }
            }

            /// What it is about.
            pub const fn group(self) -> SelfTestGroup {
                match self { $(SelfTest::$name => SelfTestGroup::$group),* }
            }

            /// The design that is run to its end.
            pub fn design(self) -> Design {
                match self { $(SelfTest::$name => $file::$design()),* }
            }

            /// The unit of what is measured.
            pub const fn unit(self) -> Unit {
                match self { $(SelfTest::$name => Unit::$unit),* }
            }

            /// What must come out.
            pub const fn expected(self) -> Expected {
                match self { $(SelfTest::$name => $expected),* }
            }
        }
    };
}

self_tests! {
    /// M/M/1 at a load of 0.5.
    OneServerHalfBusy = Queues, "mm1-half", queues::one_server_half_busy, Milliseconds, Expected::Near { value: 20.0, percent: 4.0 };
    /// M/M/1 at a load of 0.8.
    OneServerFourFifthsBusy = Queues, "mm1-four-fifths", queues::one_server_four_fifths_busy, Milliseconds, Expected::Near { value: 50.0, percent: 9.0 };
    /// M/M/2 at a load of 0.8.
    TwoServers = Queues, "mm2", queues::two_servers, Milliseconds, Expected::Near { value: 27.78, percent: 6.0 };
    /// M/M/8 at a load of 0.8.
    EightServers = Queues, "mm8", queues::eight_servers, Milliseconds, Expected::Near { value: 64.3, percent: 4.0 };
    /// M/D/1 at a load of 0.8.
    ConstantService = Queues, "md1", queues::constant_service, Milliseconds, Expected::Near { value: 30.0, percent: 6.0 };
    /// M/G/1 at a load of 0.5, with a coefficient of variation of 2.
    VariedService = Queues, "mg1", queues::varied_service, Milliseconds, Expected::Near { value: 35.0, percent: 10.0 };
    /// What is inside a group is its rate times the time spent there.
    LittlesLaw = Laws, "little", laws::littles_law, Number, Expected::Near { value: 1.0, percent: 4.0 };
    /// Every request that started has ended, through overload and failures.
    Conservation = Laws, "conservation", laws::conservation, Count, Expected::Exactly(0.0);
    /// The hit ratio of an object that stays fresh for a while.
    HitRatio = Caches, "hit-ratio", caches::hit_ratio, Percent, Expected::Near { value: 80.0, percent: 2.5 };
    /// Attempts for each request when every one fails.
    EveryAttemptFails = Retries, "retries-all", retries::every_attempt_fails, Number, Expected::Exactly(3.0);
    /// Attempts for each request when half of them fail.
    HalfOfAttemptsFail = Retries, "retries-half", retries::half_of_attempts_fail, Number, Expected::Near { value: 1.75, percent: 2.0 };
    /// How long a load balancer takes to find a lost target.
    TargetDetection = Clocks, "target-detection", clocks::target_detection, Seconds, Expected::Between { low: 35.0, high: 65.0 };
    /// How long requests fail while a database fails over.
    DatabaseFailover = Clocks, "database-failover", clocks::database_failover, Seconds, Expected::Between { low: 60.0, high: 130.0 };
    /// How long target tracking takes to notice a rise of the load.
    ScalingAlarm = Clocks, "scaling-alarm", clocks::scaling_alarm, Seconds, Expected::Between { low: 197.0, high: 317.0 };
}

/// The second at which something happens in the self-tests of clocks.
pub const FAULT_AT_S: u32 = 300;

/// What must come out of a self-test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Expected {
    /// This, within so many per cent: the spread that a run of this length has.
    Near {
        /// What theory says.
        value: f64,
        /// Tolerance in per cent of it.
        percent: f64,
    },
    /// Between these two, both included: the window of a clock whose phase is random.
    Between {
        /// The earliest.
        low: f64,
        /// The latest.
        high: f64,
    },
    /// Exactly this.
    Exactly(f64),
}

impl Expected {
    /// The smallest and the largest value that pass.
    pub const fn bounds(self) -> (f64, f64) {
        match self {
            Expected::Near { value, percent } => {
                let margin = value * percent / 100.0;
                (value - margin, value + margin)
            }
            Expected::Between { low, high } => (low, high),
            Expected::Exactly(value) => (value, value),
        }
    }

    /// Whether this passes.
    pub fn admits(self, measured: f64) -> bool {
        let (low, high) = self.bounds();
        (low..=high).contains(&measured)
    }
}

/// The number that reports give a part of a self-test's design.
pub fn part_index(design: &Design, id: &str) -> Option<u16> {
    let id: PartId = id.parse().ok()?;
    design.running_parts().position(|(other, _)| *other == id).and_then(|place| u16::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::{Expected, SelfTest};
    use crate::{Severity, problems};

    #[test]
    fn no_self_test_runs_a_design_that_aws_would_refuse() {
        for test in SelfTest::ALL {
            let errors = problems(&test.design()).into_iter().filter(|problem| problem.severity == Severity::Error);
            // A group without instances is what makes attempts fail.
            assert_eq!(errors.collect::<Vec<_>>(), vec![], "{}", test.id());
        }
    }

    #[test]
    fn what_lies_on_the_edge_of_a_window_passes() {
        let window = Expected::Between { low: 35.0, high: 65.0 };
        assert_eq!([34.9, 35.0, 65.0, 65.1].map(|value| window.admits(value)), [false, true, true, false]);
        assert!(Expected::Near { value: 20.0, percent: 5.0 }.admits(21.0));
        assert!(!Expected::Exactly(0.0).admits(1.0));
    }
}
