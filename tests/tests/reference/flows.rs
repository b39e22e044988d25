//! Network Load Balancer: flows, idle timeouts, resets, DNS, ports.

use ninepins_model::parts::{Nlb, TlsKey};
use ninepins_model::wires::{CachePolicy, Call, CheckProtocol, NlbTargetGroup, Origin};
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
fn what_is_slowed_or_cut_at_a_network_load_balancer_is_seen_by_its_clients() {
    let mut draft = Draft::new();
    draft.lasts(200).users(50.0, |users| users.timeout_s = 2.0);
    nlb(&mut draft, &["net-a", "net-b"], |_| {}, |group| group.cross_zone = true);
    draft.at(60, Action::NetworkLatency { part: pid("nlb"), latency_ms: 300.0, jitter_ms: 0.0, for_s: 60 });
    draft.at(140, Action::Partition { part: pid("nlb"), other: pid("one"), for_s: 0 });
    each_seed(&draft, |run| {
        let worst_us = |seconds| run.within(seconds).map(|window| window.p50_us).max();
        assert!(worst_us(70..120) > worst_us(10..60).map(|before| before + 300_000));
        assert!(run.tally(145..155).error_share() > 0.2);
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

/// Clients that open a connection for each of 100 requests a second, to targets of two processors that speak TLS.
fn passed_on(key: TlsKey) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(120).users(100.0, |users| (users.keep_alive_s, users.region_rtt_ms) = (0.0, 50.0));
    nlb(&mut draft, &["net-a"], |_| {}, |_| {});
    if let Some(PartSettings::Ec2(one)) = draft.design.parts.get_mut(&pid("one")).map(|part| &mut part.settings) {
        one.instance_type = "m6i.large".into();
        (one.application.tls_key, one.application.read_cpu_ms) = (key, 0.0);
    }
    draft
}

#[test]
fn tls_11_what_a_network_load_balancer_passes_on_costs_the_target_its_handshake() {
    // 100 × 0.27 ms on two processors; TCP, TLS and the request take a round trip each.
    each_seed(&passed_on(TlsKey::Rsa2048), |run| {
        assert_within(run.mean("one", Metric::CpuUtilization, 20..120), 1.31, 1.39);
        assert_within(run.mean_ms(), 150.2, 150.4);
    });
    each_seed(&passed_on(TlsKey::None), |run| {
        assert_eq!(run.mean("one", Metric::CpuUtilization, 20..120), 0.0);
        assert_within(run.mean_ms(), 99.9, 100.1);
    });
}

#[test]
fn app_06_a_target_behind_a_network_load_balancer_closes_a_connection_after_its_requests() {
    let mut draft = Draft::new();
    // Ten clients with a request a second each, ten of them on a connection.
    draft.lasts(200).users(10.0, |users| (users.clients, users.keep_alive_s) = (10, 3600.0));
    nlb(&mut draft, &["net-a"], |_| {}, |_| {});
    if let Some(PartSettings::Ec2(one)) = draft.design.parts.get_mut(&pid("one")).map(|part| &mut part.settings) {
        one.application.max_keep_alive_requests = 10;
    }
    each_seed(&draft, |run| {
        assert_within(run.mean("nlb", Metric::NewFlowCount, 50..200), 0.9, 1.1);
        assert_eq!(run.totals().failed, 0);
    });
}

/// A Network Load Balancer in front of an instance in each of two zones, as the origin of a distribution or for a service.
fn behind(draft: &mut Draft) {
    let nlb = Nlb { subnets: vec![pid("net-a"), pid("net-b")], added_latency_ms: 0.0, ..Nlb::default() };
    draft.put("nlb", Some("vpc"), PartSettings::Nlb(nlb));
    for (id, subnet) in [("one", "net-a"), ("two", "net-b")] {
        draft.instance(id, subnet, |server| server.instance_type = "m6i.4xlarge".into());
        let group = NlbTargetGroup { cross_zone: true, ..NlbTargetGroup::default() };
        draft.wire("nlb", id, Some(WireSettings::NlbTargetGroup(group)));
    }
}

#[test]
fn a_network_load_balancer_is_an_origin_whose_lost_target_is_a_connection_timeout() {
    let mut draft = Draft::new();
    draft.lasts(200).users(20.0, |users| users.timeout_s = 100.0);
    draft.put("cdn", None, PartSettings::Cloudfront(Default::default())).wire("users", "cdn", None);
    behind(&mut draft);
    let origin = Origin { cache_policy: CachePolicy::CachingDisabled, rtt_ms: 0.0, ..Origin::default() };
    draft.wire("cdn", "nlb", Some(WireSettings::Origin(origin)));
    draft.at(60, Action::HangInstance { target: target("one/1"), for_s: 0 });
    each_seed(&draft, |run| {
        assert_eq!(run.tally(0..60).error_share(), 0.0);
        assert_within(run.mean("one", Metric::RequestCount, 0..60), 8.5, 11.5);
        // It still accepts connections: 30 s without an answer, three times, and half of the next tries elsewhere.
        assert_within(run.tally(160..200).error_share(), 0.05, 0.3);
        assert_eq!(run.tally(160..200).kinds(), [Outcome::GatewayTimeout]);
    });
}

#[test]
fn a_service_calls_another_one_through_a_network_load_balancer() {
    let mut draft = Draft::new();
    draft.lasts(100).users(20.0, |_| {}).wire("users", "front", None).instance("front", "net-c", |_| {});
    behind(&mut draft);
    draft.wire("front", "nlb", Some(WireSettings::Call(Call::default())));
    each_seed(&draft, |run| {
        let [one, two] = ["one", "two"].map(|id| run.mean(id, Metric::RequestCount, 0..100));
        assert_within(one + two, 18.5, 21.5);
        assert_within(one / (one + two), 0.45, 0.55);
        assert_eq!(run.totals().failed, 0);
    });
}
