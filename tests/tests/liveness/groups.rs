//! Auto Scaling groups: policies, replacement, hooks, warm pools, Spot.

use ninepins_model::parts::{
    AdjustmentType, AlarmMetric, Asg, HealthCheckType, HookResult, PolicyType, ScalingMetric, Shape, TerminationPolicy,
};
use ninepins_model::{Action, Design, ScalingProcess};
use ninepins_tests::{Draft, pid, target};

pub(crate) fn all() -> Vec<Design> {
    let metrics = [
        AlarmMetric::CpuUtilization,
        AlarmMetric::NetworkIn,
        AlarmMetric::NetworkOut,
        AlarmMetric::RequestCountPerTarget,
        AlarmMetric::RequestCount,
        AlarmMetric::TargetResponseTime,
    ];
    let mut designs: Vec<Design> = metrics.into_iter().map(stepping).collect();
    designs.extend([
        tracking(),
        simple(),
        scheduled(),
        predicted(),
        refreshed(false),
        refreshed(true),
        hooked(HookResult::Abandon),
        hooked(HookResult::Continue),
        pooled(),
        spot(),
        shifted(),
        impaired(),
        protected(),
        long(),
    ]);
    designs.extend([TerminationPolicy::Default, TerminationPolicy::OldestInstance].map(shrinking));
    designs
}

/// A group behind a load balancer in two zones, at five reads a second.
fn group(lasts_s: u32, change: impl FnOnce(&mut Asg)) -> Draft {
    let mut draft = Draft::new();
    draft.lasts(lasts_s).users(5.0, |users| users.timeout_s = 20.0).alb(&["net-a", "net-b"], |_| {});
    draft.asg(
        &["net-a", "net-b"],
        |group| {
            (group.min, group.desired, group.max) = (1, 3, 8);
            (group.application.read_cpu_ms, group.default_instance_warmup_s) = (400.0, 60.0);
            change(group);
        },
        |_| {},
    );
    draft
}

/// Steps of one metric, whose value goes up and down.
fn stepping(metric: AlarmMetric) -> Design {
    let [high, low] = match metric {
        AlarmMetric::CpuUtilization => [60.0, 20.0],
        AlarmMetric::NetworkIn => [200_000.0, 50_000.0],
        AlarmMetric::NetworkOut => [2_000_000.0, 500_000.0],
        AlarmMetric::RequestCountPerTarget => [180.0, 60.0],
        AlarmMetric::RequestCount => [500.0, 150.0],
        AlarmMetric::TargetResponseTime => [0.5, 0.42],
    };
    let mut draft = group(2400, |group| {
        let scaling = &mut group.alarm_scaling;
        (scaling.policy_type, scaling.metric) = (PolicyType::StepScaling, metric);
        (scaling.high_threshold, scaling.low_threshold) = (high, low);
        scaling.adjustment_type = AdjustmentType::PercentChangeInCapacity;
        (scaling.scale_out_steps, scaling.scale_in_steps) = (vec!["0 * 20".into()], vec!["* 0 -20".into()]);
    });
    draft.at(300, Action::Traffic { part: pid("users"), factor: 2.5, for_s: 900 });
    draft.at(1300, Action::Traffic { part: pid("users"), factor: 0.2, for_s: 0 });
    draft.design
}

/// Target tracking on what the network sends.
fn tracking() -> Design {
    let mut draft = group(1200, |group| {
        group.target_tracking.enabled = true;
        group.target_tracking.metric = ScalingMetric::AsgAverageNetworkOut;
        group.target_tracking.network_bytes = 1_000_000.0;
    });
    draft.at(200, Action::Traffic { part: pid("users"), factor: 1.5, for_s: 0 });
    draft.design
}

fn simple() -> Design {
    let mut draft = group(2400, |group| {
        (group.alarm_scaling.policy_type, group.alarm_scaling.high_threshold) = (PolicyType::SimpleScaling, 50.0);
        (group.detailed_monitoring, group.default_cooldown_s) = (false, 200.0);
    });
    draft.at(300, Action::Traffic { part: pid("users"), factor: 3.0, for_s: 0 });
    draft.design
}

fn scheduled() -> Design {
    let lines = ["60 2 10 5", "*/5 * * * * - - 2", "400 - - 7"];
    group(900, |group| group.scheduled_actions = lines.map(Into::into).into()).design
}

/// A forecast above the maximum for the second hour.
fn predicted() -> Design {
    let mut draft = group(7300, |group| {
        group.predictive_scaling.enabled = true;
        group.predictive_scaling.forecast = vec!["0 3".into(), "1 9".into()];
        (group.predictive_scaling.increase_max_capacity, group.application.read_cpu_ms) = (true, 50.0);
        group.predictive_scaling.max_capacity_buffer_percent = 20.0;
        group.target_tracking.enabled = true;
    });
    draft.at(4000, Action::SetDesiredCapacity { part: pid("api"), desired: 100 });
    draft.design
}

fn refreshed(launches_first: bool) -> Design {
    let mut draft = group(1500, |group| {
        (group.desired, group.maintenance_policy.enabled) = (4, true);
        group.maintenance_policy.min_healthy_percent = 50.0;
        group.maintenance_policy.max_healthy_percent = if launches_first { 150.0 } else { 100.0 };
        (group.health_check_type, group.health_check_grace_s) = (HealthCheckType::Elb, 0.0);
    });
    draft.at(100, Action::InstanceRefresh { part: pid("api") });
    draft.at(900, Action::ApplicationCrash { target: target("api/newest"), for_s: 0 });
    draft.design
}

fn hooked(result: HookResult) -> Design {
    let mut draft = group(1200, |group| {
        (group.launch_hook.enabled, group.terminate_hook.enabled) = (true, true);
        (group.launch_hook.takes_s, group.launch_hook.heartbeat_timeout_s) = (200.0, 120.0);
        (group.terminate_hook.takes_s, group.terminate_hook.heartbeat_timeout_s) = (200.0, 100.0);
        group.launch_hook.default_result = result;
    });
    draft.at(60, Action::SetDesiredCapacity { part: pid("api"), desired: 5 });
    draft.at(600, Action::SetDesiredCapacity { part: pid("api"), desired: 2 });
    draft.design
}

fn pooled() -> Design {
    let mut draft = group(900, |group| {
        (group.warm_pool.enabled, group.warm_pool.max_prepared_capacity, group.warm_pool.min_size) = (true, 4, 1);
    });
    for (at, desired) in [(60, 5), (120, 8), (400, 2), (500, 8)] {
        draft.at(at, Action::SetDesiredCapacity { part: pid("api"), desired });
    }
    draft.design
}

fn spot() -> Design {
    let mut draft = group(900, |group| {
        (group.desired, group.spot.percent_above_base, group.spot.on_demand_base) = (4, 50.0, 1);
        group.spot.capacity_rebalancing = true;
    });
    draft.at(60, Action::SpotInterruption { target: target("api/any"), after_s: 300 });
    draft.at(90, Action::OnDemandQuota { part: pid("seoul"), vcpus: 7, for_s: 300 });
    draft.at(120, Action::SetDesiredCapacity { part: pid("api"), desired: 6 });
    draft.design
}

/// A zone is shifted away while an instance there is not well.
fn shifted() -> Design {
    let mut draft = group(900, |group| {
        group.impairment_policy.zonal_shift = true;
        (group.health_check_type, group.health_check_grace_s) = (HealthCheckType::Elb, 0.0);
    });
    draft.at(60, Action::ZonalShift { part: pid("api"), zone: "zone-a".into(), for_s: 600 });
    draft.at(90, Action::ApplicationCrash { target: target("api/any@zone-a"), for_s: 0 });
    draft.at(100, Action::SetDesiredCapacity { part: pid("api"), desired: 5 });
    draft.design
}

/// A zone without power for longer than status checks are waited for, and out of balance afterwards.
fn impaired() -> Design {
    let mut draft = group(1500, |group| group.desired = 4);
    draft.at(60, Action::ZonePowerLoss { zone: "zone-a".into(), for_s: 500 });
    draft.design
}

fn protected() -> Design {
    let mut draft = group(600, |group| group.scale_in_protection = true);
    let suspend = |process| Action::ProcessSuspension { part: pid("api"), process, for_s: 200 };
    draft.at(60, Action::SetDesiredCapacity { part: pid("api"), desired: 1 });
    draft.at(70, suspend(ScalingProcess::Launch)).at(80, suspend(ScalingProcess::ReplaceUnhealthy));
    draft.at(90, Action::TerminateInstance { target: target("api/any") });
    draft.design
}

fn shrinking(policy: TerminationPolicy) -> Design {
    let mut draft = group(1200, |group| group.termination_policy = policy);
    for (at, desired) in [(60, 6), (400, 4), (600, 7), (900, 2)] {
        draft.at(at, Action::SetDesiredCapacity { part: pid("api"), desired });
    }
    draft.design
}

/// More than a day: what the first one needed is the forecast of the second.
fn long() -> Design {
    let mut draft = Draft::new();
    draft.lasts(87_200).users(0.01, |users| {
        (users.timeout_s, users.traffic.shape, users.traffic.peak_rps) = (60.0, Shape::Daily, 0.1);
        (users.traffic.start_s, users.traffic.length_s) = (3_600.0, 86_400.0);
    });
    draft.alb(&["net-a"], |_| {});
    draft.asg(
        &["net-a"],
        |group| {
            (group.min, group.desired, group.max) = (1, 1, 6);
            group.application.read_cpu_ms = 10_000.0;
            (group.target_tracking.enabled, group.target_tracking.cpu_percent) = (false, 30.0);
            (group.predictive_scaling.enabled, group.max_instance_lifetime_s) = (true, 86_400.0);
        },
        |targets| targets.health_check.interval_s = 300.0,
    );
    draft.design
}
