//! Target groups: group health, slow start, stickiness, weights, listener rules, deregistration, kept connections.

use ninepins_model::parts::Ec2;
use ninepins_model::wires::{Algorithm, HealthCheck, ListenerRule, StickinessCookie, TargetGroup, TargetProtocol};
use ninepins_model::{Action, WireSettings};
use ninepins_report::{CauseKind, LogFact, Metric, Outcome};
use ninepins_sim::Run;
use ninepins_tests::{Draft, Measured, pid, target};

use super::{assert_within, each_seed, healthy, unhealthy};

/// In nanoseconds.
const SECOND: u64 = 1_000_000_000;

/// Adds an instance of 16 processors as a target.
fn server(draft: &mut Draft, id: &str, subnet: &str, change: impl FnOnce(&mut TargetGroup)) {
    draft.instance(id, subnet, |server: &mut Ec2| server.instance_type = "m6i.4xlarge".into());
    let mut group = TargetGroup::default();
    change(&mut group);
    draft.wire("alb", id, Some(WireSettings::TargetGroup(group)));
}

/// Share of the requests that one of these parts got.
fn share(run: &Measured, id: &str, of: &[&str], seconds: std::ops::Range<u32>) -> f64 {
    let rate = |id: &str| run.mean(id, Metric::RequestCount, seconds.clone());
    rate(id) / of.iter().map(|id| rate(id)).sum::<f64>()
}

/// Requests that went well in the last second over the wire to a part.
fn carried(run: &Run, id: &str) -> f32 {
    let wire = run.design().wires.values().position(|wire| wire.to == pid(id)).unwrap();
    run.gauges().wires.iter().find(|view| usize::from(view.wire) == wire).map_or(0.0, |view| view.ok)
}

#[test]
fn each_wire_of_a_target_group_carries_what_its_own_target_gets() {
    let mut draft = Draft::new();
    draft.lasts(120).users(100.0, |_| {}).alb(&["net-a"], |_| {});
    server(&mut draft, "one", "net-a", |_| {});
    server(&mut draft, "two", "net-a", |_| {});
    draft.at(60, Action::TerminateInstance { target: target("two/any") });
    let mut run = Run::new(draft.design);
    run.advance(55 * SECOND, u64::MAX);
    assert_within(f64::from(carried(&run, "one")), 30.0, 70.0);
    assert_within(f64::from(carried(&run, "two")), 30.0, 70.0);
    run.advance(110 * SECOND, u64::MAX);
    assert_within(f64::from(carried(&run, "one")), 70.0, 140.0);
    assert_eq!(carried(&run, "two"), 0.0);
}

fn hang(draft: &mut Draft, number: u32, at: u64) {
    draft.at(at, Action::HangInstance { target: target(&format!("api/{number}")), for_s: 0 });
}

/// Ten targets in each of two zones, thresholds of 50 per cent; six of zone b fail at 100 s.
fn six_of_twenty_fail(cross_zone: bool) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(300).users(100.0, |users| users.timeout_s = 5.0).alb(&["net-a", "net-b"], |_| {});
    draft.asg(
        &["net-a", "net-b"],
        |group| group.desired = 20,
        |targets| {
            targets.cross_zone = cross_zone;
            targets.group_health.routing_percent = 50.0;
            targets.group_health.dns_percent = 50.0;
        },
    );
    for number in [2, 4, 6, 8, 10, 12] {
        hang(&mut draft, number, 100);
    }
    draft
}

#[test]
fn alb_18_without_cross_zone_a_zone_at_40_per_cent_leaves_dns_and_uses_all_its_targets() {
    each_seed(&six_of_twenty_fail(false), |run| {
        assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::NodeLeftDns)), 35.0, 65.0);
        assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::FailOpen { .. })), 35.0, 65.0);
        // Clients keep its address for a day: half of them are at zone b, where six of ten targets hang.
        assert_within(run.tally(180..300).error_share(), 0.25, 0.35);
    });
}

#[test]
fn alb_18_with_cross_zone_70_per_cent_are_enough_and_nothing_happens() {
    each_seed(&six_of_twenty_fail(true), |run| {
        assert_eq!(run.count(|fact| matches!(fact, LogFact::NodeLeftDns | LogFact::FailOpen { .. })), 0);
        assert_eq!(run.tally(180..300).error_share(), 0.0);
    });
}

#[test]
fn alb_22_without_cross_zone_clients_leave_a_zone_without_a_healthy_target() {
    let mut draft = Draft::new();
    draft.lasts(400).users(50.0, |users| (users.dns_minimum_s, users.timeout_s) = (0.0, 5.0));
    draft.alb(&["net-a", "net-b"], |_| {});
    draft.asg(&["net-a", "net-b"], |group| group.desired = 2, |targets| targets.cross_zone = false);
    hang(&mut draft, 2, 100);
    each_seed(&draft, |run| {
        let left = run.first_fact(100, |fact| matches!(fact, LogFact::NodeLeftDns));
        assert_within(left, 35.0, 65.0);
        // A minute later no client has its address.
        assert_eq!(run.tally(235..400).error_share(), 0.0);
    });
}

#[test]
fn alb_05_a_target_that_fails_its_first_two_checks_needs_five_passes() {
    let mut draft = Draft::new();
    draft.lasts(400).users(10.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 1, |_| {});
    draft.at(100, Action::BadHealthCheck { part: pid("api"), status: 500, for_s: 200 });
    draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 2 });
    each_seed(&draft, |run| {
        let failed = |fact: &LogFact| matches!(fact, LogFact::TargetUnhealthy { number: 2, .. });
        // Launch 26 s, start 60 s, registration 5 s, then two checks 30 s apart.
        assert_within(run.first_fact(100, failed), 121.0, 151.0);
        assert_eq!(run.count(|fact| matches!(fact, LogFact::TargetHealthy { number: 2, .. })), 0);
    });
}

#[test]
fn s05_a_path_that_answers_500_fails_every_check_and_no_request() {
    let mut draft = Draft::new();
    draft.lasts(300).users(50.0, |_| {}).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 3, |_| {});
    draft.at(100, Action::BadHealthCheck { part: pid("api"), status: 500, for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.mean("alb", Metric::UnHealthyHostCount, 161..300), 3.0);
        assert_within(run.first_fact(100, unhealthy), 30.0, 60.0);
        assert_eq!(run.totals().failed, 0);
    });
}

#[test]
fn alb_06_success_codes_decide_what_passes() {
    for (codes, expected) in [("200", 0.0), ("200-399", 1.0)] {
        let mut draft = Draft::new();
        draft.lasts(120).users(10.0, |_| {}).alb(&["net-a"], |_| {});
        draft.asg(
            &["net-a"],
            |group| group.desired = 1,
            |targets| {
                let check = HealthCheck { status: 302, success_codes: codes.into(), ..HealthCheck::default() };
                targets.health_check = check;
            },
        );
        each_seed(&draft, |run| assert_eq!(run.mean("alb", Metric::HealthyHostCount, 70..120), expected));
    }
}

/// Two targets; the second is out from 10 s to 20 s and warms up for 60 s once it is healthy.
fn warming_up() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(200).users(200.0, |_| {}).alb(&["net-a"], |_| {});
    for id in ["one", "two"] {
        server(&mut draft, id, "net-a", |group| group.slow_start_s = 60.0);
    }
    draft.at(10, Action::TargetDeregistration { target: target("two/1"), for_s: 10 });
    draft
}

#[test]
fn alb_28_in_the_first_half_of_slow_start_a_target_gets_19_per_cent() {
    each_seed(&warming_up(), |run| {
        let from = run.first_fact(20, healthy).expect("it passes a check") as u32 + 21;
        // Its weight grows from 0 to 1/2: the mean of w / (1 + w).
        assert_within(share(run, "two", &["one", "two"], from..from + 30), 0.17, 0.21);
        assert_within(share(run, "two", &["one", "two"], from + 61..200), 0.48, 0.52);
    });
}

/// Two old targets and two that join, with a source that keeps cookies and one that does not.
fn sticky(new_sessions: f64) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(600).users(100.0 * (1.0 - new_sessions), |users| users.clients = 1000).alb(&["net-a"], |_| {});
    let mut others = ninepins_model::parts::Users::default();
    (others.traffic.rps, others.cookies, others.region_rtt_ms) = (100.0 * new_sessions, false, 0.0);
    (others.mix.assets, others.mix.writes, others.retries.max) = (0.0, 0.0, 0);
    draft.put("others", None, ninepins_model::PartSettings::Users(others)).wire("others", "alb", None);
    for id in ["one", "two", "three", "four"] {
        server(&mut draft, id, "net-a", |group| group.stickiness.cookie = StickinessCookie::LbCookie);
    }
    for id in ["three/1", "four/1"] {
        draft.at(0, Action::TargetDeregistration { target: target(id), for_s: 100 });
    }
    draft
}

#[test]
fn s11_new_targets_get_nothing_from_users_with_a_cookie() {
    each_seed(&sticky(0.0), |run| {
        let all = ["one", "two", "three", "four"];
        assert_eq!(run.mean("alb", Metric::HealthyHostCount, 160..600), 4.0);
        assert_eq!(share(run, "three", &all, 160..600) + share(run, "four", &all, 160..600), 0.0);
    });
}

#[test]
fn s11_a_tenth_of_new_sessions_gives_two_of_four_targets_five_per_cent() {
    each_seed(&sticky(0.1), |run| {
        let all = ["one", "two", "three", "four"];
        assert_within(share(run, "three", &all, 160..600) + share(run, "four", &all, 160..600), 0.04, 0.06);
    });
}

#[test]
fn s11_users_of_a_target_that_failed_do_not_come_back_to_it() {
    let mut draft = sticky(0.0);
    draft.at(200, Action::BadHealthCheck { part: pid("one"), status: 500, for_s: 100 });
    each_seed(&draft, |run| {
        assert_within(share(run, "one", &["one", "two", "three", "four"], 150..200), 0.45, 0.55);
        assert_eq!(run.mean("alb", Metric::HealthyHostCount, 470..600), 4.0);
        assert_eq!(run.mean("one", Metric::RequestCount, 262..600), 0.0);
    });
}

#[test]
fn alb_32_a_cookie_that_was_not_used_for_its_duration_binds_no_more() {
    let mut draft = sticky(0.0);
    for wire in draft.design.wires.values_mut() {
        if let Some(WireSettings::TargetGroup(group)) = &mut wire.settings {
            group.stickiness.duration_s = 1.0;
        }
    }
    // A client sends a request every ten seconds.
    each_seed(&draft, |run| {
        let all = ["one", "two", "three", "four"];
        assert_within(share(run, "three", &all, 160..600), 0.2, 0.27);
    });
}

/// Two groups behind one rule, 95 to 5; the operator takes the canary back at 100 s.
fn canary() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(200).users(200.0, |_| {}).alb(&["net-a"], |_| {});
    server(&mut draft, "stable", "net-a", |group| (group.name, group.weight) = ("stable".into(), 95));
    server(&mut draft, "canary", "net-a", |group| (group.name, group.weight) = ("canary".into(), 5));
    draft.at(100, Action::TargetGroupWeight { part: pid("canary"), weight: 0, for_s: 0 });
    draft
}

#[test]
fn s81_a_weight_of_5_beside_95_gets_five_per_cent_and_0_gets_nothing() {
    each_seed(&canary(), |run| {
        assert_within(share(run, "canary", &["stable", "canary"], 0..100), 0.043, 0.057);
        assert_eq!(run.mean("canary", Metric::RequestCount, 101..200), 0.0);
    });
}

#[test]
fn a_listener_rule_sends_the_api_to_its_own_targets() {
    let mut draft = Draft::new();
    draft.lasts(60).users(100.0, |users| (users.mix.assets, users.mix.reads) = (3.0, 1.0)).alb(&["net-a"], |_| {});
    server(&mut draft, "web", "net-a", |group| group.name = "web".into());
    server(&mut draft, "api", "net-a", |group| {
        group.name = "api".into();
        group.rule = ListenerRule { path: "/api/*".into(), ..group.rule.clone() };
    });
    each_seed(&draft, |run| assert_within(share(run, "api", &["web", "api"], 0..60), 0.23, 0.27));
}

#[test]
fn a_request_that_no_rule_takes_gets_404() {
    let mut draft = Draft::new();
    draft.lasts(30).users(50.0, |users| (users.mix.assets, users.mix.reads) = (1.0, 1.0)).alb(&["net-a"], |_| {});
    server(&mut draft, "web", "net-a", |group| group.rule.path = "/assets/*".into());
    each_seed(&draft, |run| {
        let all = run.tally(0..30);
        assert_within(all.error_share(), 0.45, 0.55);
        assert_eq!(all.kinds(), [Outcome::NotFound]);
    });
}

/// One target that hangs from the start, one request a second; deregistered at 120 s.
fn deregistered(delay_s: f64) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(500).users(1.0, |users| users.timeout_s = 1000.0).alb(&["net-a"], |alb| alb.idle_timeout_s = 1000.0);
    server(&mut draft, "one", "net-a", |group| group.deregistration_delay_s = delay_s);
    draft.at(0, Action::HangInstance { target: target("one/1"), for_s: 0 });
    draft.at(120, Action::TargetDeregistration { target: target("one/1"), for_s: 0 });
    draft
}

#[test]
fn s10_requests_that_outlive_the_deregistration_delay_end_with_502() {
    for (delay_s, ends) in [(60.0, 180), (0.0, 120)] {
        each_seed(&deregistered(delay_s), |run| {
            let started: u64 = run.tally(0..120).started;
            let at_end = run.tally(ends - 1..ends + 2).failures.get(&Outcome::BadGateway).copied();
            assert_within(at_end.map(|count| count as f64), started as f64 - 3.0, started as f64 + 1.0);
        });
    }
}

#[test]
fn s10_no_new_request_goes_to_a_deregistered_target() {
    each_seed(&deregistered(300.0), |run| {
        assert_eq!(run.tally(121..400).kinds(), [Outcome::ServiceUnavailable]);
        assert_eq!(run.mean("one", Metric::RequestCount, 121..400), 0.0);
    });
}

/// One connection that is used every five seconds on average.
fn seldom(keep_alive_s: f64) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(20_000).users(0.2, |_| {}).alb(&["net-a"], |alb| alb.keep_alive_race_ms = 1000.0);
    draft.instance("one", "net-a", |server| {
        server.application.keep_alive_s = keep_alive_s;
        server.application.read_cpu_ms = 0.1;
    });
    draft.wire("alb", "one", Some(WireSettings::TargetGroup(TargetGroup::default())));
    draft
}

#[test]
fn s13_a_target_that_closes_first_costs_the_share_of_gaps_that_end_in_the_race() {
    // Gaps between 5 s and 6 s at 0.2 a second: e^-1 (1 - e^-0.2) of all requests.
    each_seed(&seldom(5.0), |run| {
        let all = run.tally(0..20_000);
        assert_eq!(all.kinds(), [Outcome::BadGateway]);
        assert_within(all.error_share(), 0.055, 0.079);
    });
}

#[test]
fn s13_a_target_that_closes_later_than_the_load_balancer_costs_nothing() {
    each_seed(&seldom(65.0), |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn alb_38_a_tls_handshake_that_does_not_end_is_a_502_after_ten_seconds() {
    let mut draft = Draft::new();
    draft.lasts(60).users(20.0, |users| users.timeout_s = 30.0).alb(&["net-a"], |_| {});
    server(&mut draft, "one", "net-a", |group| group.protocol = TargetProtocol::Https);
    draft.at(0, Action::HangInstance { target: target("one/1"), for_s: 0 });
    each_seed(&draft, |run| {
        let began = |fact: &LogFact| matches!(fact, LogFact::FailuresBegan { outcome: Outcome::BadGateway, cause } if cause.kind == CauseKind::TargetTls);
        assert_within(run.first_fact(0, began), 10.0, 10.6);
    });
}

#[test]
fn alb_27_anomaly_mitigation_takes_requests_away_from_a_target_that_fails() {
    for (mitigates, low, high) in [(false, 0.31, 0.36), (true, 0.0, 0.1)] {
        let mut draft = Draft::new();
        draft.lasts(200).users(100.0, |_| {}).alb(&["net-a"], |_| {});
        for id in ["one", "two", "three"] {
            server(&mut draft, id, "net-a", |group| {
                (group.algorithm, group.anomaly_mitigation) = (Algorithm::WeightedRandom, mitigates);
            });
        }
        // Its database is gone, so all it answers is an error.
        draft.database(|_| {}).pool("three", "db", |pool| pool.wait_timeout_s = 0.25);
        draft.at(20, Action::PrimaryFailure { part: pid("db") });
        each_seed(&draft, |run| {
            assert_within(share(run, "three", &["one", "two", "three"], 40..75), low, high);
        });
    }
}
