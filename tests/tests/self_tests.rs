//! The self-tests of the fidelity page, run natively: what the page shows as passed passes for other seeds as well.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_model::self_tests::{Expected, SelfTest, SelfTestGroup};
use ninepins_report::Told;
use ninepins_tests::Measured;

/// What a test measures with this seed.
fn measured(test: SelfTest, seed: u32) -> f64 {
    let mut design = test.design();
    design.scenario.seed = seed;
    let run = Measured::new(&design);
    let found = Told::new(run.windows(), run.log()).measure(test, &design);
    found.unwrap_or_else(|| panic!("{} measured nothing", test.id()))
}

fn all_pass(group: SelfTestGroup) {
    for test in SelfTest::ALL.iter().filter(|test| test.group() == group) {
        for seed in [1, 2, 3] {
            let found = measured(*test, seed);
            assert!(test.expected().admits(found), "{}: {found} is not {:?}", test.id(), test.expected());
        }
    }
}

#[test]
fn the_queues_wait_as_long_as_theory_says() {
    all_pass(SelfTestGroup::Queues);
}

#[test]
fn the_laws_of_every_system_hold() {
    all_pass(SelfTestGroup::Laws);
}

#[test]
fn a_cache_hits_as_often_as_renewal_theory_says() {
    all_pass(SelfTestGroup::Caches);
}

#[test]
fn requests_become_as_many_attempts_as_the_sum_of_the_series() {
    all_pass(SelfTestGroup::Retries);
}

#[test]
fn aws_s_clocks_ring_within_their_windows() {
    all_pass(SelfTestGroup::Clocks);
}

#[test]
fn the_expected_times_are_those_of_erlangs_formula() {
    // Mean time in an M/M/c system: the service and the share that waits (Erlang C).
    let erlang = |servers: u32, load: f64, service_ms: f64| {
        let (mut term, mut sum) = (1.0, 1.0);
        for k in 1..servers {
            term *= load / f64::from(k);
            sum += term;
        }
        let last = term * load / f64::from(servers) / (1.0 - load / f64::from(servers));
        service_ms + last / (sum + last) * service_ms / (f64::from(servers) - load)
    };
    for (test, servers, load, service_ms) in [
        (SelfTest::OneServerHalfBusy, 1, 0.5, 10.0),
        (SelfTest::OneServerFourFifthsBusy, 1, 0.8, 10.0),
        (SelfTest::TwoServers, 2, 1.6, 10.0),
        (SelfTest::EightServers, 8, 6.4, 50.0),
    ] {
        let Expected::Near { value, .. } = test.expected() else { panic!("{} has no formula", test.id()) };
        let formula = erlang(servers, load, service_ms);
        assert!((value - formula).abs() < 0.005, "{}: {formula}", test.id());
    }
}
