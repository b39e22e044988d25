//! Retries: how many attempts a request becomes.

use super::bench::Bench;
use crate::Design;

/// Users who retry twice, for ten minutes, and a target group without targets, whose every request is a 503.
fn refusing(rps: f64) -> Bench {
    let mut bench = Bench::new(630);
    bench.users(rps, |users| users.retries.max = 2);
    bench.balancer();
    bench.group("nobody", 0, |_| {});
    bench.ends_at(600);
    bench
}

pub(super) fn every_attempt_fails() -> Design {
    refusing(20.0).done()
}

/// A second target group of the same weight answers: each attempt fails with a probability of one half.
pub(super) fn half_of_attempts_fail() -> Design {
    let mut bench = refusing(50.0);
    bench.group("servers", 1, |group| group.application.read_cpu_ms = 1.0);
    bench.done()
}
