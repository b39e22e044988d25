//! Load balancer as a whole: capacity and its growth, capacity units, lost nodes, zonal shift, clients' connections.

use ninepins_model::Action;
use ninepins_report::{LogFact, Metric, Outcome};
use ninepins_tests::{Draft, Measured};

use super::{assert_within, each_seed};

/// Clients that open a connection for each of their 120 requests a second; the load balancer begins with 100 a second.
fn too_many(reservation_lcu: f64) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(420).users(120.0, |users| users.keep_alive_s = 0.0);
    draft.alb(&["net-a"], |alb| {
        (alb.starting_capacity_lcu, alb.capacity_reservation_lcu) = (4.0, reservation_lcu);
    });
    draft.asg(&["net-a"], |group| group.desired = 4, |_| {});
    draft
}

#[test]
fn alb_52_beyond_its_capacity_connections_are_refused() {
    each_seed(&too_many(0.0), |run| {
        let before = run.tally(0..60);
        assert_within(before.error_share(), 0.14, 0.2);
        assert_eq!(before.kinds(), [Outcome::Refused]);
        assert_within(run.mean("alb", Metric::RejectedConnectionCount, 0..60), 16.0, 25.0);
    });
}

#[test]
fn alb_50_capacity_grows_by_half_in_five_minutes_and_no_more_than_needed() {
    // 4 LCUs become 6 at 300 s: 150 connections a second.
    each_seed(&too_many(0.0), |run| {
        assert_within(run.tally(180..240).error_share(), 0.0, 0.08);
        assert_within(run.tally(300..420).error_share(), 0.0, 0.005);
    });
}

#[test]
fn alb_51_reserved_capacity_refuses_nobody() {
    each_seed(&too_many(10.0), |run| assert_eq!(run.totals().failed, 0));
}

#[test]
fn s18_a_hundred_new_connections_a_second_are_four_lcus() {
    let mut draft = Draft::new();
    draft.lasts(120).users(100.0, |users| users.keep_alive_s = 0.0).alb(&["net-a"], |_| {});
    draft.asg(&["net-a"], |group| group.desired = 4, |_| {});
    each_seed(&draft, |run| assert_within(run.mean("alb", Metric::ConsumedLcus, 0..120), 3.8, 4.2));
}

#[test]
fn s18_two_gigabytes_an_hour_are_two_lcus() {
    let mut draft = Draft::new();
    // 2 GB an hour are 555,556 bytes a second: 10 requests of 55,556.
    draft.lasts(300).users(10.0, |users| (users.payload.read_bytes, users.payload.request_bytes) = (55_000, 556));
    draft.alb(&["net-a"], |_| {}).asg(&["net-a"], |group| group.desired = 1, |_| {});
    each_seed(&draft, |run| assert_within(run.mean("alb", Metric::ConsumedLcus, 100..300), 1.85, 2.15));
}

#[test]
fn s18_nine_thousand_active_connections_are_three_lcus() {
    let mut draft = Draft::new();
    // Every client comes once in thirty seconds and keeps its connection for longer than that nearly always.
    draft.lasts(400).users(300.0, |users| {
        (users.clients, users.keep_alive_s) = (9000, 3600.0);
        (users.payload.read_bytes, users.payload.request_bytes) = (0, 0);
    });
    draft.alb(&["net-a"], |alb| alb.idle_timeout_s = 4000.0).asg(&["net-a"], |group| group.desired = 4, |_| {});
    each_seed(&draft, |run| {
        assert_within(run.mean("alb", Metric::ActiveConnectionCount, 350..400), 8950.0, 9000.0);
        assert_within(run.mean("alb", Metric::ConsumedLcus, 350..400), 2.98, 3.0);
    });
}

fn left(fact: &LogFact) -> bool {
    matches!(fact, LogFact::NodeLeftDns)
}

#[test]
fn a_lost_node_costs_its_clients_until_dns_has_forgotten_it() {
    let mut draft = Draft::new();
    draft.lasts(300).users(60.0, |users| (users.dns_minimum_s, users.timeout_s) = (0.0, 2.0));
    draft.alb(&["net-a", "net-b"], |_| {}).asg(&["net-a", "net-b"], |group| group.desired = 4, |_| {});
    draft.at(100, Action::NodeLoss { part: ninepins_tests::pid("alb"), zone: "zone-b".into(), for_s: 150 });
    each_seed(&draft, |run| {
        assert_within(run.first_fact(100, left), 29.9, 30.1);
        let during = run.tally(103..130);
        assert_within(during.error_share(), 0.42, 0.58);
        assert_eq!(during.kinds(), [Outcome::ConnectTimeout]);
        assert_eq!(run.tally(193..300).error_share(), 0.0);
    });
}

fn shifted(allowed: bool) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(200).users(60.0, |users| users.dns_minimum_s = 0.0);
    draft.alb(&["net-a", "net-b"], |alb| alb.zonal_shift = allowed);
    for (id, subnet) in [("one", "net-a"), ("two", "net-b")] {
        draft.instance(id, subnet, |server| server.instance_type = "m6i.4xlarge".into());
        draft.wire("alb", id, None);
    }
    draft.at(100, Action::ZonalShift { part: ninepins_tests::pid("alb"), zone: "zone-b".into(), for_s: 60 });
    draft
}

#[test]
fn alb_56_a_zonal_shift_takes_the_zone_out_of_dns_and_its_targets_out_of_use() {
    each_seed(&shifted(true), |run: &Measured| {
        assert_within(run.first_fact(100, left), 0.0, 0.01);
        assert_eq!(run.mean("two", Metric::RequestCount, 101..160), 0.0);
        assert_within(run.mean("two", Metric::RequestCount, 165..200), 20.0, 40.0);
        assert_eq!(run.totals().failed, 0);
    });
}

#[test]
fn alb_56_with_cross_zone_a_load_balancer_that_does_not_allow_it_is_not_shifted() {
    each_seed(&shifted(false), |run| {
        assert_eq!(run.count(|fact| matches!(fact, LogFact::EventWithoutEffect { .. })), 1);
        assert_eq!(run.count(left), 0);
    });
}

#[test]
fn alb_34_a_client_whose_connection_was_idle_too_long_opens_another() {
    let mut draft = Draft::new();
    // A client sends a request every 100 s and would keep its connection for an hour.
    draft.lasts(1000).users(10.0, |users| (users.clients, users.keep_alive_s) = (1000, 3600.0));
    draft.alb(&["net-a"], |_| {}).asg(&["net-a"], |group| group.desired = 1, |_| {});
    each_seed(&draft, |run| {
        // Gaps above 60 s: e^-0.6 of all.
        assert_within(run.mean("alb", Metric::NewConnectionCount, 400..1000), 5.1, 5.9);
        assert_eq!(run.totals().failed, 0);
    });
}

#[test]
fn alb_36_a_connection_that_is_always_busy_is_closed_after_its_longest_life() {
    let mut draft = Draft::new();
    draft.lasts(1000).users(100.0, |users| (users.clients, users.keep_alive_s) = (10, 300.0));
    draft.alb(&["net-a"], |alb| alb.client_keep_alive_s = 100.0).asg(&["net-a"], |group| group.desired = 2, |_| {});
    // Ten clients, each every 100 s.
    each_seed(&draft, |run| {
        assert_within(run.mean("alb", Metric::NewConnectionCount, 100..1000), 0.095, 0.105);
        assert_eq!(run.totals().failed, 0);
    });
}

/// Three zones with four instances each and a node each; zone c is lost at 100 s.
fn a_third_is_lost(cross_zone: bool) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(300).users(120.0, |users| {
        (users.clients, users.dns_minimum_s, users.timeout_s) = (1000, 0.0, 4.0);
    });
    draft.alb(&["net-a", "net-b", "net-c"], |_| {});
    let subnets = ["net-a", "net-b", "net-c"];
    draft.asg(&subnets, |group| group.desired = 12, |targets| targets.cross_zone = cross_zone);
    draft.at(100, Action::ZonePowerLoss { zone: "zone-c".into(), for_s: 0 });
    draft
}

#[test]
fn s49_a_lost_zone_costs_five_ninths_then_a_third_then_nothing() {
    each_seed(&a_third_is_lost(true), |run| {
        assert_within(run.tally(104..130).error_share(), 0.51, 0.60);
        assert_eq!(run.tally(230..300).error_share(), 0.0);
    });
}

#[test]
fn s49_without_cross_zone_it_costs_a_third_only() {
    each_seed(&a_third_is_lost(false), |run| {
        assert_within(run.tally(104..130).error_share(), 0.29, 0.38);
        assert_eq!(run.tally(230..300).error_share(), 0.0);
    });
}
