//! What is billed: what a run counts agrees with what its design and its clients say.

use ninepins_model::presets::seed_architecture;
use ninepins_model::{Action, Event};
use ninepins_report::{Item, Metric, Quantity, bill};
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
