//! What the seed architecture must show: a lost zone, a failed primary, a flood of requests.
#![allow(clippy::unwrap_used, reason = "a test whose input cannot be made has failed")]

use ninepins_model::presets::seed_architecture;
use ninepins_model::wires::Pool;
use ninepins_model::{Action, Design, Event, WireSettings};
use ninepins_report::{CauseKind, Class, Health, LogFact, Metric};
use ninepins_tests::{Measured, pid};

const SEEDS: [u32; 3] = [7, 8, 9];
const FAULT_S: u32 = 300;

/// The seed architecture with one event at 300 s.
fn with(action: Action, duration_s: u32, seed: u32) -> Design {
    let mut design = seed_architecture();
    design.scenario.duration_s = duration_s;
    design.scenario.seed = seed;
    design.scenario.events = vec![Event { at_ms: u64::from(FAULT_S) * 1000, action }];
    design
}

fn each_seed(action: &Action, duration_s: u32, check: impl Fn(&Measured)) {
    for seed in SEEDS {
        check(&Measured::new(&with(action.clone(), duration_s, seed)));
    }
}

fn zone_a_loses_power() -> Action {
    Action::ZonePowerLoss { zone: "ap-northeast-2a".into(), for_s: 0 }
}

#[test]
fn without_a_fault_nothing_fails() {
    for seed in SEEDS {
        let mut design = seed_architecture();
        (design.scenario.seed, design.scenario.duration_s) = (seed, 600);
        assert_eq!(Measured::new(&design).totals().failed, 0);
    }
}

#[test]
fn users_do_as_their_requests_do_and_say_whose_fault_it_is() {
    let users = |run: &Measured| {
        let index = run.design().running_parts().position(|(id, _)| *id == pid("users")).unwrap();
        run.gauges().parts.into_iter().find(|view| usize::from(view.part) == index).unwrap()
    };
    let failure = Action::PrimaryFailure { part: pid("db") };
    each_seed(&failure, FAULT_S, |run| assert_eq!((users(run).health, users(run).failing), (Health::Healthy, 0.0)));
    each_seed(&failure, FAULT_S + 30, |run| {
        let view = users(run);
        assert_eq!((view.health, view.reason.unwrap().kind), (Health::Strained, CauseKind::DatabaseDown));
        // A tenth of all requests are writes, which all fail.
        assert!((0.04..0.25).contains(&view.failing), "{}", view.failing);
    });
}

#[test]
fn the_loss_of_a_zone_fails_requests() {
    each_seed(&zone_a_loses_power(), 420, |run| {
        assert!(run.tally(FAULT_S..FAULT_S + 120).error_share() > 0.05);
    });
}

#[test]
fn after_the_loss_of_a_zone_everything_recovers_by_itself() {
    each_seed(&zone_a_loses_power(), 900, |run| {
        let healed = run.tally(FAULT_S + 200..900);
        assert!(healed.error_share() < 0.0005, "{healed:?}");
    });
}

#[test]
fn the_log_tells_the_loss_of_a_zone_in_order() {
    each_seed(&zone_a_loses_power(), 900, |run| {
        let when = |says: fn(&LogFact) -> bool| run.first_fact(FAULT_S, says).expect("the log says it");
        let power = when(|fact| matches!(fact, LogFact::EventApplied { .. }));
        let failures = when(|fact| matches!(fact, LogFact::FailuresBegan { .. }));
        let unhealthy = when(|fact| matches!(fact, LogFact::TargetUnhealthy { .. }));
        let left = when(|fact| matches!(fact, LogFact::NodeLeftDns));
        let lost = when(|fact| matches!(fact, LogFact::PrimaryLost { .. }));
        let promoting = when(|fact| matches!(fact, LogFact::StandbyPromoting));
        let moved = when(|fact| matches!(fact, LogFact::EndpointMoved { .. }));
        let reconnected = when(|fact| matches!(fact, LogFact::PoolReconnected { .. }));
        let replaced = when(|fact| matches!(fact, LogFact::InstanceReplaced));
        let in_service = when(|fact| matches!(fact, LogFact::InstanceInService { .. }));
        let story = [power, failures, unhealthy, replaced, in_service];
        assert!(story.is_sorted(), "{story:?}");
        let story = [power, lost, promoting, moved, reconnected];
        assert!(story.is_sorted(), "{story:?}");
        assert_eq!(left, 30.0);
        let ended = run.log().iter().filter(|entry| matches!(entry.fact, LogFact::FailuresEnded { .. })).count();
        let began = run.count(|fact| matches!(fact, LogFact::FailuresBegan { .. }));
        assert_eq!(ended, began);
    });
}

#[test]
fn four_instances_serve_again_in_the_zone_that_is_left() {
    each_seed(&zone_a_loses_power(), 1200, |run| {
        assert_eq!(run.mean("alb", Metric::HealthyHostCount, 1100..1200), 4.0);
    });
}

fn primary_fails() -> Action {
    Action::PrimaryFailure { part: pid("db") }
}

#[test]
fn when_the_primary_fails_writes_fail_for_60_to_130_seconds() {
    each_seed(&primary_fails(), 600, |run| {
        let failing = run.within(FAULT_S..600).filter(|window| window.failed[Class::Write as usize] > 0);
        let last = failing.last().map_or(0, |window| window.start_s + 1 - FAULT_S);
        assert!((60..=130).contains(&last), "{last}");
    });
}

#[test]
fn when_the_primary_fails_99_per_cent_of_the_replicas_reads_succeed() {
    each_seed(&primary_fails(), 600, |run| {
        let during = run.tally(FAULT_S..FAULT_S + 130).success_of(Class::Read);
        assert!(during >= 0.99, "{during}");
    });
}

#[test]
fn with_spring_boots_own_timeouts_the_failed_primary_takes_the_reads_down_too() {
    for seed in SEEDS {
        let mut design = with(primary_fails(), 600, seed);
        for wire in ["w6", "w7"] {
            let wire = design.wires.get_mut(&wire.parse().unwrap()).unwrap();
            wire.settings = Some(WireSettings::Pool(Pool::default()));
        }
        let during = Measured::new(&design).tally(FAULT_S..FAULT_S + 130).success_of(Class::Read);
        assert!(during < 0.9, "{during}");
    }
}

/// Five times the traffic from 300 s on.
fn spike() -> Action {
    Action::Traffic { part: pid("users"), factor: 5.0, for_s: 0 }
}

/// The mean of the 95th percentiles of these seconds in milliseconds.
fn p95_ms(run: &Measured, from: u32, to: u32) -> f64 {
    run.within(from..to).map(|window| f64::from(window.p95_us) / 1e3).sum::<f64>() / f64::from(to - from)
}

#[test]
fn five_times_the_traffic_makes_the_group_grow_after_its_alarm() {
    each_seed(&spike(), 900, |run| {
        let alarm = run.first_fact(FAULT_S, |fact| matches!(fact, LogFact::AlarmHigh { .. })).unwrap();
        let more = run.first_fact(FAULT_S, |fact| matches!(fact, LogFact::DesiredCapacity { .. })).unwrap();
        assert!((120.0..=320.0).contains(&alarm) && more >= alarm, "alarm {alarm}, capacity {more}");
    });
}

#[test]
fn after_the_group_has_grown_the_95th_percentile_is_back_within_half_again() {
    each_seed(&spike(), 1500, |run| {
        let (before, after) = (p95_ms(run, 120, 300), p95_ms(run, 1200, 1500));
        assert!(after <= before * 1.5, "{before} ms before, {after} ms after");
    });
}

#[test]
fn before_the_group_has_grown_targets_answer_slower_and_afterwards_as_before() {
    each_seed(&spike(), 1500, |run| {
        let time = |from, to| run.mean("alb", Metric::TargetResponseTime, from..to);
        let (before, during, after) = (time(120, 300), time(400, 500), time(1200, 1500));
        assert!(during > before * 1.5 && after <= before * 1.5, "{before} ms, {during} ms, {after} ms");
    });
}
