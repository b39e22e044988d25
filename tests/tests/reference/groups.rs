//! Auto Scaling groups beyond target tracking: policies, replacement, zones, hooks, warm pools, Spot.

use ninepins_model::parts::{
    AdjustmentType, AlarmMetric, Arrivals, Asg, Distribution, HealthCheckType, PolicyType, ScalingMetric, SecondMetric,
    Shape, TerminationPolicy, WarmPoolState,
};
use ninepins_model::{Action, ScalingProcess};
use ninepins_report::{LogFact, Metric};
use ninepins_tests::{Draft, Measured, pid, target};

use super::{assert_within, each_seed, healthy};

/// A group of instances with one processor each in two zones.
fn group(rps: f64, change: impl FnOnce(&mut Asg)) -> Draft {
    let mut draft = Draft::new();
    draft.users(rps, |users| (users.timeout_s, users.traffic.arrivals) = (30.0, Arrivals::Deterministic));
    draft.alb(&["net-a", "net-b"], |_| {});
    draft.asg(
        &["net-a", "net-b"],
        |group| {
            (group.desired, group.instance_type) = (4, "m7g.medium".into());
            (group.application.read_cpu_ms, group.application.distribution) = (100.0, Distribution::Constant);
            group.default_instance_warmup_s = 60.0;
            change(group);
        },
        |_| {},
    );
    draft
}

fn desired(run: &Measured) -> Vec<u32> {
    let changes = run.log().iter().filter_map(|entry| match entry.fact {
        LogFact::DesiredCapacity { to, .. } => Some(to),
        _ => None,
    });
    changes.collect()
}

fn launching(fact: &LogFact) -> bool {
    matches!(fact, LogFact::InstanceLaunching { .. })
}

fn in_service(fact: &LogFact) -> bool {
    matches!(fact, LogFact::InstanceInService { .. })
}

fn lines<const COUNT: usize>(lines: [&str; COUNT]) -> Vec<String> {
    lines.map(Into::into).into()
}

/// AWS's example: threshold 50, none up to 10 above, 10 % up to 20 above, 30 % beyond; and mirrored (ASG-17).
fn example(group: &mut Asg) {
    let scaling = &mut group.alarm_scaling;
    (scaling.policy_type, scaling.adjustment_type) = (PolicyType::StepScaling, AdjustmentType::PercentChangeInCapacity);
    (scaling.high_threshold, scaling.low_threshold) = (50.0, 50.0);
    scaling.scale_out_steps = lines(["0 10 0", "10 20 10", "20 * 30"]);
    scaling.scale_in_steps = lines(["-10 0 0", "-20 -10 -10", "* -20 -30"]);
    (group.desired, group.cloudwatch_delay_s) = (10, 0.0);
}

#[test]
fn s43_the_official_sequence_of_step_scaling() {
    // 61 % of ten, 72 % of eleven, 39 % of fourteen, 29 % of thirteen.
    for (instances, percent, wanted) in [(10, 61.0, 11), (11, 72.0, 14), (14, 39.0, 13), (13, 29.0, 10)] {
        let mut draft = group(f64::from(instances) * percent / 10.0, |group| {
            example(group);
            group.desired = instances;
        });
        draft.lasts(200);
        each_seed(&draft, |run| assert_eq!(desired(run).first(), Some(&wanted)));
    }
}

#[test]
fn step_scaling_adds_only_what_a_higher_step_wants_more_while_instances_warm_up() {
    // 61 % of ten adds one. While it warms up 75 % wants 30 % of the ten that are warm: thirteen, not 14.
    let mut draft = group(61.0, |group| {
        example(group);
        group.default_instance_warmup_s = 600.0;
    });
    draft.lasts(600).at(240, Action::Traffic { part: pid("users"), factor: 1.35, for_s: 0 });
    each_seed(&draft, |run| assert_eq!(desired(run), [11, 13]));
}

#[test]
fn simple_scaling_waits_for_the_launch_and_the_cooldown() {
    let mut draft = group(36.0, |group| {
        (group.alarm_scaling.policy_type, group.default_cooldown_s) = (PolicyType::SimpleScaling, 300.0);
        group.alarm_scaling.metric = AlarmMetric::RequestCount;
        group.alarm_scaling.high_threshold = 1000.0;
        group.max = 7;
    });
    draft.lasts(1500);
    each_seed(&draft, |run| {
        let times: Vec<f64> = run
            .log()
            .iter()
            .filter(|entry| matches!(entry.fact, LogFact::DesiredCapacity { .. }))
            .map(|entry| entry.at_ns as f64 / 1e9)
            .collect();
        assert_eq!(desired(run), [5, 6, 7]);
        for pair in times.windows(2) {
            // 86 s to launch, 300 s of cooldown, the next evaluation.
            assert_within(pair[1] - pair[0], 386.0, 446.0);
        }
    });
}

#[test]
fn of_two_policies_the_larger_capacity_wins_and_both_must_agree_to_scale_in() {
    // CPU at 20 % of 50 wants fewer; 10 requests a second for each target of 5 want twice as many.
    let mut draft = group(8.0, |group| {
        group.target_tracking.enabled = true;
        group.target_tracking.second_metric = SecondMetric::AlbRequestCountPerTarget;
        group.target_tracking.requests_per_target = 60.0;
    });
    draft.lasts(1500);
    each_seed(&draft, |run| assert_eq!(desired(run), [8]));
    let mut draft = group(8.0, |group| {
        group.target_tracking.enabled = true;
        group.target_tracking.second_metric = SecondMetric::AlbRequestCountPerTarget;
        group.target_tracking.requests_per_target = 120.0;
    });
    draft.lasts(1500);
    each_seed(&draft, |run| assert!(desired(run).is_empty()));
}

#[test]
fn target_tracking_on_the_network_out_follows_the_bytes_of_answers() {
    // 40 answers of 10,000 bytes a second on four instances: 6 MB a minute each, for 2 MB: twelve.
    let mut draft = group(40.0, |group| {
        group.application.read_cpu_ms = 5.0;
        group.target_tracking.enabled = true;
        group.target_tracking.metric = ScalingMetric::AsgAverageNetworkOut;
        group.target_tracking.network_bytes = 2_000_000.0;
    });
    draft.lasts(600);
    each_seed(&draft, |run| assert_eq!(desired(run).first(), Some(&12)));
}

#[test]
fn a_scheduled_action_sets_the_capacity_at_its_time() {
    let draft = group(4.0, |group| {
        group.scheduled_actions = lines(["120 2 6 6", "5 0 * * * - - 3"]);
        group.scheduled_delay_s = 0.0;
    });
    each_seed(&draft, |run| {
        assert_eq!(desired(run), [6, 3]);
        assert_within(run.first_fact(0, |fact| matches!(fact, LogFact::ScheduledAction)), 120.0, 120.0);
        assert_within(run.first_fact(200, |fact| matches!(fact, LogFact::ScheduledAction)), 100.0, 100.0);
    });
}

#[test]
fn s58_predictive_scaling_has_learned_a_day_and_raises_the_capacity_at_the_hour() {
    // Each read is ten seconds of a processor; in the second hour 3.9 are busy, which at 50 % are 7.8 instances.
    let mut draft = group(0.2, |group| {
        group.application.read_cpu_ms = 10_000.0;
        group.predictive_scaling.enabled = true;
    });
    if let ninepins_model::PartSettings::Users(users) = &mut draft.design.parts.get_mut(&pid("users")).unwrap().settings
    {
        users.traffic.shape = Shape::Table;
        users.traffic.points = vec![[0.0, 0.2], [3_599.0, 0.2], [3_600.0, 0.39], [7_200.0, 0.39], [7_201.0, 0.2]];
    }
    draft.lasts(90_100);
    let run = Measured::new(&draft.seed(11));
    assert_eq!(desired(&run), [8]);
    let at = run.first_fact(0, |fact| matches!(fact, LogFact::DesiredCapacity { .. }));
    assert_within(at, 25.0 * 3_600.0, 25.0 * 3_600.0);
}

#[test]
fn a_group_rebalances_its_zones_once_a_lost_one_is_back() {
    let mut draft = group(8.0, |group| {
        (group.health_check_type, group.health_check_grace_s) = (HealthCheckType::Elb, 0.0);
        group.default_instance_warmup_s = 0.0;
    });
    draft.lasts(1800).at(100, Action::ZonePowerLoss { zone: "zone-b".into(), for_s: 600 });
    each_seed(&draft, |run| {
        assert_eq!(run.count(|fact| matches!(fact, LogFact::ZonesRebalanced { .. })), 1);
        // Launched before others are terminated, and within the tenth of the maximum that may be too many (ASG-35).
        let serving = run.values("api", Metric::GroupInServiceInstances, 720..1800);
        assert_within(serving.iter().copied().fold(9.0, f64::min), 4.0, 4.0);
        assert_within(serving.iter().copied().fold(0.0, f64::max), 5.0, 6.0);
        let members = run.gauges().members;
        let subnets: Vec<_> = members.iter().filter(|member| member.part == run.part("api")).collect();
        let in_a = subnets.iter().filter(|member| member.subnet == run.part("net-a")).count();
        assert_eq!((subnets.len(), in_a), (4, 2));
    });
}

#[test]
fn the_newest_instance_goes_first_where_the_policy_says_so() {
    for (policy, gone) in [(TerminationPolicy::NewestInstance, 4), (TerminationPolicy::OldestInstance, 1)] {
        let mut draft = group(4.0, |group| group.termination_policy = policy);
        draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 3 });
        let run = Measured::new(&draft.seed(11));
        let ended = run.log().iter().find(|entry| matches!(entry.fact, LogFact::InstanceTerminated)).unwrap();
        assert_eq!(ended.member, Some(gone));
    }
}

#[test]
fn protected_instances_stay_when_the_group_scales_in() {
    let mut draft = group(4.0, |group| group.scale_in_protection = true);
    draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 1 });
    each_seed(&draft, |run| assert_eq!(run.count(|fact| matches!(fact, LogFact::InstanceTerminated)), 0));
}

#[test]
fn a_group_whose_launches_are_suspended_shrinks_and_makes_up_for_it_at_once_afterwards() {
    let mut draft = group(4.0, |_| {});
    let suspend = |process| Action::ProcessSuspension { part: pid("api"), process, for_s: 300 };
    draft.at(90, suspend(ScalingProcess::Launch)).at(100, Action::TerminateInstance { target: target("api/1") });
    each_seed(&draft, |run| {
        assert_eq!(run.values("api", Metric::GroupInServiceInstances, 380..389).last(), Some(&3.0));
        assert_within(run.first_fact(0, launching), 390.0, 390.0);
    });
    let mut draft = group(4.0, |_| {});
    draft.at(90, suspend(ScalingProcess::ReplaceUnhealthy));
    draft.at(100, Action::TerminateInstance { target: target("api/1") });
    each_seed(&draft, |run| assert_within(run.first_fact(0, launching), 390.0, 450.0));
}

#[test]
fn a_launch_hook_holds_an_instance_back_and_its_timeout_abandons_it() {
    let mut draft = group(4.0, |group| {
        group.launch_hook.enabled = true;
        group.launch_hook.takes_s = 200.0;
    });
    draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 5 });
    // 26 s until it runs, then the hook; user data takes 60 s of that.
    each_seed(&draft, |run| assert_within(run.first_fact(100, in_service), 226.0, 226.0));
    let mut draft = group(4.0, |group| {
        group.launch_hook.enabled = true;
        (group.launch_hook.takes_s, group.launch_hook.heartbeat_timeout_s) = (200.0, 100.0);
    });
    draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 5 });
    each_seed(&draft, |run| {
        assert_eq!(run.count(in_service), 0);
        assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::LaunchAbandoned)), 126.0, 126.0);
        assert_eq!(run.count(launching), 4, "and another one each time");
    });
}

#[test]
fn a_termination_hook_holds_an_instance_after_it_has_left_the_load_balancer() {
    let mut draft = group(4.0, |group| {
        group.terminate_hook.enabled = true;
        group.terminate_hook.takes_s = 90.0;
    });
    draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 3 });
    each_seed(&draft, |run| {
        let ended = run.first_fact(100, |fact| matches!(fact, LogFact::InstanceTerminated));
        assert_within(ended, 90.0, 91.0);
        assert_eq!(run.values("alb", Metric::HealthyHostCount, 102..104), [3.0, 3.0]);
    });
}

#[test]
fn a_warm_pool_brings_an_instance_into_service_within_seconds() {
    for (state, start) in
        [(WarmPoolState::Stopped, 21.2), (WarmPoolState::Hibernated, 20.7), (WarmPoolState::Running, 1.9)]
    {
        let mut draft = group(4.0, |group| {
            (group.warm_pool.enabled, group.warm_pool.state, group.max) = (true, state, 6);
        });
        draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 5 });
        each_seed(&draft, |run| assert_within(run.first_fact(100, in_service), start - 0.01, start + 0.01));
    }
}

#[test]
fn an_interrupted_spot_instance_is_replaced_once_it_is_gone() {
    let mut draft = group(4.0, |group| group.spot.percent_above_base = 100.0);
    draft.at(100, Action::SpotInterruption { target: target("api/any"), after_s: 120 });
    each_seed(&draft, |run| {
        assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::SpotReclaimed)), 120.0, 120.0);
        assert_within(run.first_fact(100, launching), 120.0, 180.0);
    });
}

#[test]
fn with_capacity_rebalancing_the_replacement_is_launched_first() {
    let mut draft = group(4.0, |group| {
        (group.spot.percent_above_base, group.spot.capacity_rebalancing) = (100.0, true);
    });
    draft.at(100, Action::SpotInterruption { target: target("api/any"), after_s: 120 });
    each_seed(&draft, |run| {
        assert_within(run.first_fact(100, launching), 0.0, 0.0);
        // It goes into service 86 s later, and the other one leaves within a second.
        assert_within(run.first_fact(100, |fact| matches!(fact, LogFact::InstanceTerminated)), 86.0, 87.5);
        assert_eq!(run.count(|fact| matches!(fact, LogFact::SpotReclaimed)), 0);
    });
}

#[test]
fn what_is_not_a_spot_instance_cannot_be_taken_back() {
    let mut draft = group(4.0, |group| (group.spot.percent_above_base, group.spot.on_demand_base) = (100.0, 4));
    draft.at(100, Action::SpotInterruption { target: target("api/any"), after_s: 120 });
    each_seed(&draft, |run| assert_eq!(run.count(|fact| matches!(fact, LogFact::EventWithoutEffect { .. })), 1));
}

#[test]
fn a_quota_of_vcpus_stops_a_scale_out_below_the_maximum() {
    // Six instances of one vCPU.
    let mut draft = group(4.0, |_| {});
    draft.at(50, Action::OnDemandQuota { part: pid("seoul"), vcpus: 6, for_s: 400 });
    draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 10 });
    each_seed(&draft, |run| {
        assert_eq!(run.values("api", Metric::GroupInServiceInstances, 300..449).last(), Some(&6.0));
        assert_eq!(run.count(|fact| matches!(fact, LogFact::QuotaReached)), 1);
        assert_eq!(run.values("api", Metric::GroupInServiceInstances, 598..600).last(), Some(&10.0));
    });
}

#[test]
fn a_group_launches_nothing_in_a_zone_that_is_shifted_away() {
    let mut draft = group(4.0, |group| group.impairment_policy.zonal_shift = true);
    draft.at(50, Action::ZonalShift { part: pid("api"), zone: "zone-a".into(), for_s: 300 });
    draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 6 });
    each_seed(&draft, |run| {
        let zones = run.log().iter().filter_map(|entry| match entry.fact {
            LogFact::InstanceLaunching { zone } => Some(zone),
            _ => None,
        });
        let (first, zone_b): (Vec<_>, _) = (zones.take(2).collect(), run.part("az-b"));
        assert_eq!(first, [zone_b, zone_b]);
    });
}

#[test]
fn an_instance_older_than_the_maximum_lifetime_is_replaced_one_at_a_time() {
    let mut draft = group(0.05, |group| (group.desired, group.max_instance_lifetime_s) = (2, 86_400.0));
    draft.lasts(87_400);
    let run = Measured::new(&draft.seed(11));
    assert_within(run.first_fact(0, |fact| matches!(fact, LogFact::InstanceRotated)), 86_400.0, 86_461.0);
    assert_eq!(run.count(|fact| matches!(fact, LogFact::InstanceRotated)), 2);
    assert_within(
        run.values("alb", Metric::HealthyHostCount, 86_400..87_400).into_iter().fold(9.0, f64::min),
        1.0,
        1.0,
    );
}

#[test]
fn a_maintenance_policy_above_100_per_cent_launches_before_it_terminates_what_is_unhealthy() {
    let mut draft = group(4.0, |group| {
        (group.maintenance_policy.enabled, group.maintenance_policy.max_healthy_percent) = (true, 110.0);
        (group.health_check_type, group.health_check_grace_s) = (HealthCheckType::Elb, 0.0);
    });
    draft.at(100, Action::ApplicationCrash { target: target("api/1"), for_s: 0 });
    each_seed(&draft, |run| {
        let healthy_at = run.first(100, |entry| healthy(&entry.fact) && entry.member == Some(5)).unwrap();
        let gone_at = run.first_fact(100, |fact| matches!(fact, LogFact::InstanceTerminated)).unwrap();
        assert_within(gone_at - healthy_at, 0.0, 1.5);
    });
}
