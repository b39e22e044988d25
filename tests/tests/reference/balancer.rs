//! Load balancer: detection, fail-open, algorithms, timeouts, security groups.

use ninepins_model::wires::{Algorithm, HealthCheckDepth, TargetGroup};
use ninepins_model::{Action, PartSettings, WireSettings};
use ninepins_report::{Class, LogFact, Metric, Outcome};
use ninepins_tests::{Draft, Measured, pid, target};

use super::{assert_within, each_seed, healthy, unhealthy};

/// Two instances, one in the subnet of the only node, one in another one; health checks every 30 s, timeout 5 s, 2 failures.
fn two_targets(rps: f64) -> Draft {
    let mut draft = Draft::new();
    draft.users(rps, |users| users.timeout_s = 60.0).alb(&["net-a"], |_| {});
    draft.asg(&["net-a", "app-a"], |group| group.desired = 2, |_| {});
    draft
}

fn b_vanishes() -> Draft {
    let mut draft = two_targets(50.0);
    draft.lasts(300).at(100, Action::Partition { part: pid("alb"), other: pid("app-a"), for_s: 0 });
    draft
}

#[test]
fn s02_a_vanished_host_is_unhealthy_after_35_to_65_seconds() {
    each_seed(&b_vanishes(), |run| assert_within(run.first_fact(100, unhealthy), 35.0, 65.0));
}

#[test]
fn s02_the_first_504_comes_ten_seconds_after_the_host_vanished() {
    each_seed(&b_vanishes(), |run| {
        let began = |fact: &LogFact| matches!(fact, LogFact::FailuresBegan { outcome: Outcome::GatewayTimeout, .. });
        assert_within(run.first_fact(100, began), 9.9, 10.4);
    });
}

#[test]
fn s02_half_the_requests_fail_with_504_and_with_nothing_else() {
    each_seed(&b_vanishes(), |run| {
        assert_within(run.tally(112..130).error_share(), 0.46, 0.54);
        assert_eq!(run.tally(0..300).kinds(), [Outcome::GatewayTimeout]);
    });
}

#[test]
fn s02_ten_seconds_of_half_the_traffic_wait_for_the_vanished_host() {
    // 25 requests a second, 10 s each; the others take about 10 ms.
    each_seed(&b_vanishes(), |run| {
        let waiting: Vec<f64> = run.within(112..132).map(|window| f64::from(window.in_flight)).collect();
        assert_within(waiting.iter().sum::<f64>() / waiting.len() as f64, 225.0, 275.0);
    });
}

#[test]
fn s02_ten_seconds_after_the_target_is_unhealthy_no_request_fails() {
    each_seed(&b_vanishes(), |run| assert_eq!(run.tally(177..300).error_share(), 0.0));
}

#[test]
fn s01_a_terminated_instance_costs_only_what_was_in_flight() {
    let mut draft = two_targets(200.0);
    draft.lasts(160).at(100, Action::TerminateInstance { target: target("api/2") });
    each_seed(&draft, |run| {
        let all = run.tally(0..160);
        assert!(all.failures.get(&Outcome::BadGateway).is_none_or(|count| *count <= 8), "{all:?}");
        assert_eq!(run.tally(102..160).error_share(), 0.0);
    });
}

#[test]
fn s12_a_handler_that_sends_nothing_is_given_up_after_the_idle_timeout() {
    let mut draft = Draft::new();
    draft.lasts(200).users(20.0, |users| users.timeout_s = 300.0).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.at(100, Action::HangInstance { target: target("api/1"), for_s: 75 });
    each_seed(&draft, |run| {
        let began = |fact: &LogFact| matches!(fact, LogFact::FailuresBegan { outcome: Outcome::GatewayTimeout, .. });
        assert_within(run.first_fact(100, began), 59.9, 60.5);
    });
}

#[test]
fn s12_an_idle_timeout_of_two_minutes_outlasts_75_seconds_of_silence() {
    let mut draft = Draft::new();
    draft.lasts(200).users(20.0, |users| users.timeout_s = 300.0).alb(&["net-a"], |alb| alb.idle_timeout_s = 120.0);
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.at(100, Action::HangInstance { target: target("api/1"), for_s: 75 });
    each_seed(&draft, |run| {
        assert_eq!(run.totals().failed, 0);
        assert_within(run.summary().latency[0].max_us as f64 / 1e6, 74.0, 75.5);
    });
}

/// A deep check whose database is gone, and assets, which need no database.
fn failing_open() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(300).users(50.0, |users| (users.mix.assets, users.mix.reads) = (1.0, 0.0)).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 3, |targets| targets.health_check.depth = HealthCheckDepth::Deep);
    draft.database(|_| {}).pool("api", "db", |_| {});
    draft.at(100, Action::PrimaryFailure { part: pid("db") });
    draft
}

#[test]
fn s05_when_every_check_fails_all_targets_are_unhealthy_within_65_seconds() {
    each_seed(&failing_open(), |run| {
        assert_eq!(run.mean("alb", Metric::UnHealthyHostCount, 166..220), 3.0);
        assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::FailOpen { .. })), 30.0, 65.0);
    });
}

#[test]
fn s05_a_load_balancer_that_fails_open_fails_no_request() {
    each_seed(&failing_open(), |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn s06_without_registered_targets_every_answer_is_503() {
    let mut draft = two_targets(50.0);
    draft.lasts(120).at(60, Action::SetDesiredCapacity { part: pid("api"), desired: 0 });
    each_seed(&draft, |run| {
        let after = run.tally(62..120);
        assert_eq!((after.error_share(), after.kinds()), (1.0, vec![Outcome::ServiceUnavailable]));
    });
}

/// Two instances of 16 processors, 50 ms and 500 ms, at 20 requests a second: neither ever queues.
fn unequal(algorithm: Algorithm) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(3600).users(20.0, |_| {}).alb(&["net-a"], |_| {});
    for (id, cpu_ms) in [("fast", 50.0), ("slow", 500.0)] {
        draft.instance(id, "net-a", |server| {
            server.instance_type = "m6i.4xlarge".into();
            server.application.read_cpu_ms = cpu_ms;
        });
        draft.wire("alb", id, Some(WireSettings::TargetGroup(TargetGroup { algorithm, ..TargetGroup::default() })));
    }
    draft
}

/// Mean over the seeds.
fn mean(draft: &Draft, of: impl Fn(&Measured) -> f64) -> f64 {
    super::SEEDS.iter().map(|seed| of(&Measured::new(&draft.seed(*seed)))).sum::<f64>() / 3.0
}

fn share_of_fast(run: &Measured) -> f64 {
    let [fast, slow] = ["fast", "slow"].map(|id| run.mean(id, Metric::RequestCount, 0..3600));
    fast / (fast + slow)
}

#[test]
fn s07_in_turn_fast_and_slow_targets_get_the_same_and_take_275_milliseconds() {
    assert_within(mean(&unequal(Algorithm::RoundRobin), Measured::mean_ms), 275.0 * 0.98, 275.0 * 1.02);
    assert_within(mean(&unequal(Algorithm::RoundRobin), share_of_fast), 0.499, 0.501);
}

#[test]
fn s07_least_outstanding_requests_give_the_fast_target_82_per_cent_and_take_132_milliseconds() {
    assert_within(mean(&unequal(Algorithm::LeastOutstandingRequests), share_of_fast), 0.809, 0.829);
    assert_within(mean(&unequal(Algorithm::LeastOutstandingRequests), Measured::mean_ms), 126.7, 137.3);
}

#[test]
fn s15_without_cross_zone_the_node_of_an_empty_zone_answers_503() {
    let mut draft = Draft::new();
    draft.lasts(120).users(100.0, |users| users.clients = 5000).alb(&["net-a", "net-b"], |_| {});
    draft.asg(&["net-b"], |group| group.desired = 4, |targets| targets.cross_zone = false);
    each_seed(&draft, |run| {
        let all = run.tally(0..120);
        assert_within(all.error_share(), 0.47, 0.53);
        assert_eq!(all.kinds(), [Outcome::ServiceUnavailable]);
    });
}

#[test]
fn s15_with_cross_zone_it_uses_the_other_zones_targets() {
    let mut draft = Draft::new();
    draft.lasts(60).users(100.0, |_| {}).alb(&["net-a", "net-b"], |_| {});
    draft.asg(&["net-b"], |group| group.desired = 4, |_| {});
    each_seed(&draft, |run| assert_eq!(run.totals().failed, 0));
}

/// The rule that admits the load balancer is gone from 100 s to 300 s.
fn blocked() -> Draft {
    let mut draft = two_targets(20.0);
    // No connection is left that the rule has admitted (VPC-21).
    if let Some(PartSettings::Asg(api)) = draft.design.parts.get_mut(&pid("api")).map(|part| &mut part.settings) {
        api.application.max_keep_alive_requests = 1;
    }
    let rule = Action::SecurityGroupRuleRemoval { part: pid("api"), from: "alb".into(), for_s: 200 };
    draft.lasts(500).at(100, rule);
    draft
}

#[test]
fn s20_without_the_rule_targets_are_unhealthy_after_35_to_65_seconds() {
    each_seed(&blocked(), |run| assert_within(run.first_fact(100, unhealthy), 35.0, 65.0));
}

#[test]
fn s20_every_request_ends_with_504_and_none_with_503() {
    each_seed(&blocked(), |run| {
        let blocked = run.tally(111..299);
        assert_eq!((blocked.success_of(Class::Read), blocked.kinds()), (0.0, vec![Outcome::GatewayTimeout]));
    });
}

#[test]
fn s20_once_the_rule_is_back_requests_succeed_at_once_because_the_group_fails_open() {
    each_seed(&blocked(), |run| {
        let back = run.tally(300..302);
        assert!(back.ok[Class::Read as usize] > 20, "{back:?}");
        assert_eq!(run.tally(312..500).error_share(), 0.0);
    });
}

#[test]
fn s20_targets_are_healthy_again_after_five_passes() {
    each_seed(&blocked(), |run| assert_within(run.first_fact(300, healthy), 120.0, 150.0));
}
