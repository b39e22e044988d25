//! What is billed: what a run counts agrees with what its design and its clients say.

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Event};
use ninepins_report::{Item, Metric, Quantity, bill, failures_usd, total_usd};
use ninepins_tests::{Draft, Measured, target};

use super::assert_within;

fn used(run: &Measured, quantity: Quantity) -> f64 {
    let usage = run.gauges().usage;
    usage.iter().filter(|usage| usage.quantity == quantity).map(|usage| usage.amount).sum()
}

#[test]
fn what_clients_receive_is_what_is_billed_for_leaving_aws() {
    let mut design = seed_architecture();
    design.scenario.duration_s = 300;
    let run = Measured::new(&design);
    let received: f64 = run.values("users", Metric::BytesDownloaded, 0..300).iter().sum();
    let billed = used(&run, Quantity::InternetBytes);
    // A metric has 24 bits, the meter all of them.
    assert_within(billed / received, 0.999_999, 1.000_001);
}

#[test]
fn four_instances_a_primary_its_standby_and_a_replica_are_billed_for_every_second() {
    let mut design = seed_architecture();
    design.scenario.duration_s = 300;
    assert_eq!(used(&Measured::new(&design), Quantity::InstanceSeconds), 7.0 * 300.0);
}

#[test]
fn a_terminated_instance_that_nothing_replaces_costs_nothing_more() {
    let mut draft = Draft::new();
    draft.lasts(120).users(10.0, |_| {}).wire("users", "front", None).instance("front", "net-a", |_| {});
    let mut design = draft.seed(1);
    design.scenario.events =
        vec![Event { at_ms: 60_500, action: Action::TerminateInstance { target: target("front/1") } }];
    assert_eq!(used(&Measured::new(&design), Quantity::InstanceSeconds), 60.0);
}

#[test]
fn an_hour_of_lcus_costs_what_its_largest_dimension_says() {
    // 100 reads/s of 10,000 + 1,000 bytes are 3.96 GB/h: 3.96 LCUs, more than by connections or rules (ALB-49).
    let mut draft = Draft::new();
    draft.lasts(600).users(100.0, |_| {}).wire("users", "alb", None).alb(&["net-a", "net-b"], |_| {});
    draft.instance("front", "net-a", |_| {}).wire("alb", "front", None);
    let run = Measured::new(&draft.seed(1));
    let lines = bill(run.design(), &run.gauges().usage, 600.0);
    let line = lines.iter().find(|line| line.item == Item::CapacityUnits).unwrap();
    assert_within(line.usd() * 6.0, 3.9 * 0.008, 4.02 * 0.008);
}

/// Ten reads a second of 1,000 and 10,000 bytes from zone a, each with a query to a database in this zone.
fn queries_to(zone: &str) -> Measured {
    let mut draft = Draft::new();
    draft.lasts(100).users(10.0, |users| users.traffic.arrivals = ninepins_model::parts::Arrivals::Deterministic);
    draft.wire("users", "front", None).instance("front", "net-a", |_| {});
    draft.database(|database| database.primary_zone = zone.into()).pool("front", "db", |_| {});
    Measured::new(&draft.seed(1))
}

#[test]
fn queries_to_another_zone_are_charged_where_they_leave_and_where_they_arrive() {
    assert_eq!(used(&queries_to("zone-a"), Quantity::CrossZoneBytes), 0.0);
    let run = queries_to("zone-b");
    let bytes = used(&run, Quantity::CrossZoneBytes);
    assert_within(bytes, 998.0 * 11_000.0, 1_000.0 * 11_000.0);
    let lines = bill(run.design(), &run.gauges().usage, 100.0);
    let line = lines.iter().find(|line| line.item == Item::BetweenZones).unwrap();
    assert_within(line.usd() / (bytes / 1e9), 0.02 - 1e-12, 0.02 + 1e-12);
}

#[test]
fn a_network_load_balancer_is_charged_for_what_it_sends_to_another_zone_and_an_application_load_balancer_is_not() {
    let mut draft = Draft::new();
    draft.lasts(60).users(10.0, |_| {}).alb(&["net-a"], |_| {});
    draft.instance("front", "net-b", |_| {}).wire("alb", "front", None);
    assert_eq!(used(&Measured::new(&draft.seed(1)), Quantity::CrossZoneBytes), 0.0);
    let mut draft = Draft::new();
    draft.lasts(60).users(10.0, |_| {}).instance("front", "net-b", |_| {});
    let nlb = ninepins_model::parts::Nlb {
        subnets: ["net-a", "net-b"].map(ninepins_tests::pid).into(),
        ..Default::default()
    };
    draft.put("nlb", Some("vpc"), ninepins_model::PartSettings::Nlb(nlb));
    let targets = ninepins_model::wires::NlbTargetGroup { cross_zone: true, ..Default::default() };
    draft.wire("users", "nlb", None);
    draft.wire("nlb", "front", Some(ninepins_model::WireSettings::NlbTargetGroup(targets)));
    let run = Measured::new(&draft.seed(1));
    // Half of the clients come by the node of zone a.
    assert_within(used(&run, Quantity::CrossZoneBytes) / (run.totals().ok as f64 * 11_000.0), 0.3, 0.7);
}

#[test]
fn failed_requests_are_worth_what_the_user_says_beside_the_bill_of_aws() {
    let mut draft = Draft::new();
    draft.lasts(60).users(10.0, |users| users.failure_usd = 0.5).wire("users", "front", None);
    draft.instance("front", "net-a", |_| {});
    draft.at(30, Action::TerminateInstance { target: target("front/1") });
    let run = Measured::new(&draft.seed(1));
    let lines = bill(run.design(), &run.gauges().usage, 60.0);
    let failed = run.totals().failed;
    assert!(failed > 100, "{failed}");
    assert_eq!(failures_usd(&lines), failed as f64 * 0.5);
    assert!(total_usd(&lines) < 0.01);
}

#[test]
fn writes_through_a_distribution_are_charged_on_their_way_to_the_origin() {
    let mut design = seed_architecture();
    design.scenario.duration_s = 120;
    if let Some(ninepins_model::PartSettings::Users(users)) =
        design.parts.get_mut(&ninepins_tests::pid("users")).map(|part| &mut part.settings)
    {
        users.api_host = users.web_host.clone();
        users.retries.max = 0;
    }
    let run = Measured::new(&design);
    let uploaded = used(&run, Quantity::OriginUploadBytes);
    let writes: u64 = run.within(0..120).map(|window| u64::from(window.started[2])).sum();
    assert_within(uploaded / (writes as f64 * 4_000.0), 0.97, 1.0);
}
