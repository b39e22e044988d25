//! CPU credits of burstable instances.

use ninepins_model::parts::{CpuCredits, CreditSpecification, Distribution, Ec2};
use ninepins_report::{Item, LogFact, Metric, bill};
use ninepins_tests::{Draft, Measured};

use super::assert_within;

/// A t3.micro whose two vCPUs are kept busy: each second a read of so many seconds of CPU.
fn busy(cpu_s: f64, lasts_s: u32, change: impl FnOnce(&mut CpuCredits)) -> Measured {
    let mut draft = Draft::new();
    draft.lasts(lasts_s).wire("users", "front", None);
    draft.users(1.0, |users| (users.timeout_s, users.retries.max) = (20.0, 0));
    draft.instance("front", "net-a", |front: &mut Ec2| {
        front.instance_type = "t3.micro".into();
        (front.application.read_cpu_ms, front.application.distribution) = (cpu_s * 1e3, Distribution::Constant);
        change(&mut front.cpu_credits);
    });
    Measured::new(&draft.seed(5))
}

fn standard(credits: &mut CpuCredits) {
    credits.specification = CreditSpecification::Standard;
}

#[test]
fn a_full_t3_micro_in_standard_mode_is_throttled_to_a_tenth_after_160_minutes() {
    // 288 credits, 2 - 0.2 of them a minute (EC2-10); then 0.2 of 2 vCPUs (EC2-13).
    let run = busy(4.0, 12_000, standard);
    let spent_s = run.first_fact(0, |fact| *fact == LogFact::CreditsSpent).unwrap();
    assert_within(spent_s / 60.0, 158.4, 161.6);
    assert_within(run.mean("front", Metric::CpuUtilization, 600..9_000), 99.0, 100.5);
    assert_within(run.mean("front", Metric::CpuUtilization, 10_500..12_000), 9.0, 11.0);
}

#[test]
fn a_t3_micro_below_its_baseline_is_never_throttled() {
    let run = busy(0.1, 3_000, |credits| {
        standard(credits);
        credits.start_percent = 1.0;
    });
    assert_eq!(run.count(|fact| *fact == LogFact::CreditsSpent), 0);
}

#[test]
fn an_unlimited_t3_micro_is_never_throttled_and_pays_for_what_it_borrowed_beyond_a_day() {
    // 1.8 vCPUs borrowed: 288 credits, a day's earnings, after 160 minutes; the next 40 cost 72 vCPU-minutes (EC2-06).
    let run = busy(4.0, 12_000, |credits| credits.start_percent = 0.0);
    assert_eq!(run.count(|fact| *fact == LogFact::CreditsSpent), 0);
    let lines = bill(run.design(), &run.gauges().usage, 12_000.0);
    let surplus = lines.iter().find(|line| line.item == Item::SurplusCredits).unwrap();
    assert_within(surplus.amount, 1.17, 1.2);
}
