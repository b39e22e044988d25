//! Network Load Balancer: flows, idle timeouts, resets, DNS, ports.

use ninepins_model::parts::Nlb;
use ninepins_model::wires::{CheckProtocol, NlbTargetGroup};
use ninepins_model::{Action, PartSettings, WireSettings};
use ninepins_report::{LogFact, Metric, Outcome};
use ninepins_tests::{Draft, pid, target};

use super::{assert_within, each_seed, unhealthy};

/// A Network Load Balancer with an instance of 16 processors in each of its subnets.
fn nlb(draft: &mut Draft, subnets: &[&str], change: impl FnOnce(&mut Nlb), targets: impl Fn(&mut NlbTargetGroup)) {
    let mut nlb = Nlb { subnets: subnets.iter().map(|id| pid(id)).collect(), added_latency_ms: 0.0, ..Nlb::default() };
    change(&mut nlb);
    draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb)).wire("users", "nlb", None);
    for (id, subnet) in ["one", "two", "three"].iter().zip(subnets) {
        draft.instance(id, subnet, |server| server.instance_type = "m6i.4xlarge".into());
        let mut group = NlbTargetGroup::default();
        targets(&mut group);
        draft.wire("nlb", id, Some(WireSettings::NlbTargetGroup(group)));
    }
}

/// Clients that send a request every 400 s over a connection that they keep.
fn idle(tcp_keepalive_s: f64, idle_timeout_s: f64) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(4000).users(5.0, |users| {
        (users.clients, users.keep_alive_s, users.tcp_keepalive_s) = (2000, 86_400.0, tcp_keepalive_s);
        users.keep_alive_s = 3600.0;
    });
    nlb(&mut draft, &["net-a"], |nlb| nlb.idle_timeout_s = idle_timeout_s, |_| {});
    draft
}

#[test]
fn s17_the_next_packet_of_a_flow_that_was_idle_too_long_is_answered_with_a_reset() {
    each_seed(&idle(0.0, 350.0), |run| {
        // A reset ends the connection, so of a client's requests: gaps above 350 s, less those that follow a reset.
        let late = run.tally(2000..4000);
        assert_eq!(late.kinds(), [Outcome::Reset]);
        assert_within(late.error_share(), 0.26, 0.33);
    });
}

#[test]
fn s17_a_flow_that_is_probed_or_has_a_longer_timeout_survives() {
    each_seed(&idle(60.0, 350.0), |run| assert_eq!(run.totals().failed, 0));
    each_seed(&idle(0.0, 6000.0), |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn nlb_01_a_connection_stays_at_one_target_and_connections_spread_evenly() {
    let mut draft = Draft::new();
    draft.lasts(100).users(200.0, |users| users.clients = 5000);
    nlb(&mut draft, &["net-a", "net-b"], |_| {}, |group| group.cross_zone = true);
    each_seed(&draft, |run| {
        let [one, two] = ["one", "two"].map(|id| run.mean(id, Metric::RequestCount, 0..100));
        assert_within(one / (one + two), 0.47, 0.53);
        assert_eq!(run.totals().failed, 0);
    });
}

#[test]
fn nlb_03_without_cross_zone_a_node_uses_the_targets_of_its_zone() {
    let mut draft = Draft::new();
    draft.lasts(100).users(200.0, |users| users.clients = 5000);
    nlb(&mut draft, &["net-a", "net-b"], |_| {}, |_| {});
    // Another target in zone a: half of what enters there goes to it.
    draft.instance("more", "net-a", |server| server.instance_type = "m6i.4xlarge".into());
    draft.wire("nlb", "more", Some(WireSettings::NlbTargetGroup(NlbTargetGroup::default())));
    each_seed(&draft, |run| {
        let [one, two, more] = ["one", "two", "more"].map(|id| run.mean(id, Metric::RequestCount, 0..100));
        assert_within(two / (one + two + more), 0.46, 0.54);
    });
}

/// Two zones with a target each, HTTP checks; the one in zone b hangs at 100 s.
fn hung() -> Draft {
    let mut draft = Draft::new();
    draft.lasts(400).users(50.0, |users| (users.dns_minimum_s, users.timeout_s, users.clients) = (0.0, 5.0, 500));
    nlb(&mut draft, &["net-a", "net-b"], |_| {}, |group| group.health_check.protocol = CheckProtocol::Http);
    draft.at(100, Action::HangInstance { target: target("two/1"), for_s: 0 });
    draft
}

#[test]
fn nlb_12_a_zone_without_a_healthy_target_leaves_dns_and_clients_follow() {
    each_seed(&hung(), |run| {
        // Two failures, 30 s apart, of 10 s each.
        assert_within(run.first_fact(100, unhealthy), 40.0, 70.0);
        assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::NodeLeftDns)), 40.0, 70.0);
        assert_eq!(run.tally(240..400).error_share(), 0.0);
    });
}

#[test]
fn nlb_13_flows_of_a_target_that_became_unhealthy_are_reset() {
    each_seed(&hung(), |run| {
        let before = run.tally(105..135);
        assert_eq!(before.kinds(), [Outcome::ClientTimeout]);
        let resets: f64 = run.values("nlb", Metric::TcpElbResetCount, 140..240).iter().sum();
        assert!(resets > 10.0, "{resets}");
    });
}

#[test]
fn nlb_06_a_tcp_check_does_not_notice_that_the_application_hangs() {
    let mut draft = Draft::new();
    draft.lasts(300).users(20.0, |users| users.timeout_s = 5.0);
    nlb(&mut draft, &["net-a"], |_| {}, |_| {});
    draft.at(100, Action::HangInstance { target: target("one/1"), for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.count(unhealthy), 0);
        assert_within(run.tally(110..300).error_share(), 1.0, 1.0);
    });
}

#[test]
fn nlb_12_when_every_zone_fails_it_sends_to_all() {
    let mut draft = Draft::new();
    draft.lasts(300).users(20.0, |users| users.dns_minimum_s = 0.0);
    nlb(&mut draft, &["net-a", "net-b"], |_| {}, |group| group.health_check.protocol = CheckProtocol::Http);
    for id in ["one", "two"] {
        draft.at(100, Action::BadHealthCheck { part: pid(id), status: 500, for_s: 0 });
    }
    each_seed(&draft, |run| {
        assert_eq!(run.mean("nlb", Metric::UnHealthyHostCount, 161..300), 2.0);
        assert_eq!(run.tally(162..300).error_share(), 0.0);
    });
}

#[test]
fn nlb_08_beyond_55_000_connections_a_minute_to_a_target_connections_fail() {
    let mut draft = Draft::new();
    draft.lasts(150).users(1200.0, |users| (users.keep_alive_s, users.timeout_s) = (0.0, 2.0));
    nlb(&mut draft, &["net-a"], |_| {}, |group| group.preserve_client_ip = false);
    draft.design.parts.get_mut(&pid("one")).into_iter().for_each(|part| {
        if let PartSettings::Ec2(server) = &mut part.settings {
            server.application.read_cpu_ms = 0.1;
        }
    });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..40).error_share(), 0.0);
        // 72,000 a minute find 55,000 ports.
        assert_within(run.tally(90..150).error_share(), 0.2, 0.27);
        assert!(run.mean("nlb", Metric::PortAllocationErrorCount, 90..150) > 200.0);
    });
}

#[test]
fn nlb_09_targets_that_see_clients_must_admit_them() {
    for (preserves, expected) in [(true, 1.0), (false, 0.0)] {
        let mut draft = Draft::new();
        draft.lasts(60).users(20.0, |users| users.timeout_s = 2.0);
        nlb(&mut draft, &["net-a"], |_| {}, |group| group.preserve_client_ip = preserves);
        let rule = ninepins_model::SecurityRule { from: "nlb".into(), port: 8080 };
        let group = ninepins_model::SecurityGroup { inbound: vec![rule], ..Default::default() };
        draft.design.security_groups.insert("servers".into(), group);
        draft.design.parts.get_mut(&pid("one")).into_iter().for_each(|part| {
            if let PartSettings::Ec2(server) = &mut part.settings {
                server.security_groups = vec!["servers".into()];
            }
        });
        each_seed(&draft, |run| assert_eq!(run.tally(3..60).error_share(), expected));
    }
}

#[test]
fn nlb_11_flows_of_a_deregistered_target_go_on_unless_they_are_ended() {
    for (ended, low, high) in [(false, 0.0, 0.0), (true, 0.02, 0.7)] {
        let mut draft = Draft::new();
        draft.lasts(120).users(50.0, |users| (users.clients, users.keep_alive_s) = (100, 3600.0));
        nlb(
            &mut draft,
            &["net-a", "net-b"],
            |_| {},
            |group| {
                group.cross_zone = true;
                (group.deregistration_delay_s, group.connection_termination) = (20.0, ended);
            },
        );
        draft.at(60, Action::TargetDeregistration { target: target("two/1"), for_s: 0 });
        each_seed(&draft, |run| {
            assert_eq!(run.tally(0..80).error_share(), 0.0);
            assert_within(run.tally(80..85).error_share(), low, high);
        });
    }
}
