//! The table of a group's settings.

use super::super::application::instance_settings;
use crate::fact::{self, Fact};
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// The predefined metrics of target tracking (ASG-01).
const TRACKED: &[&str] = &[
    "asg_average_cpu_utilization",
    "asg_average_network_in",
    "asg_average_network_out",
    "alb_request_count_per_target",
    "sqs_backlog_per_instance",
];
/// What the alarms of step and simple scaling can watch.
const WATCHED: &[&str] = &[
    "cpu_utilization",
    "network_in",
    "network_out",
    "request_count_per_target",
    "request_count",
    "target_response_time",
];

const fn scaling(key: SettingKey, path: &'static str, control: Control) -> Setting {
    setting(key, path, Section::Scaling, control)
}

const fn health(key: SettingKey, path: &'static str, control: Control) -> Setting {
    setting(key, path, Section::Health, control)
}

const fn capacity(key: SettingKey, path: &'static str, control: Control) -> Setting {
    setting(key, path, Section::Capacity, control)
}

const fn number(key: SettingKey, path: &'static str, fact: &'static Fact) -> Setting {
    scaling(key, path, Control::Decimal(fact))
}

/// The settings of a group.
pub(crate) const SETTINGS: &[Setting] = instance_settings![
    [
        setting(SettingKey::GroupMin, "min", Section::Capacity, Control::Integer(&fact::GROUP_MIN)),
        setting(SettingKey::GroupDesired, "desired", Section::Capacity, Control::Integer(&fact::GROUP_DESIRED)),
        setting(SettingKey::GroupMax, "max", Section::Capacity, Control::Integer(&fact::GROUP_MAX)),
    ],
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(SettingKey::TargetTracking, "target_tracking.enabled", Section::Scaling, Control::Toggle),
    setting(SettingKey::ScalingMetric, "target_tracking.metric", Section::Scaling, Control::Choice(TRACKED)),
    scaling(
        SettingKey::SecondMetric,
        "target_tracking.second_metric",
        Control::Choice(&[
            "none",
            "asg_average_cpu_utilization",
            "asg_average_network_in",
            "asg_average_network_out",
            "alb_request_count_per_target",
        ]),
    ),
    setting(
        SettingKey::TargetCpu,
        "target_tracking.cpu_percent",
        Section::Scaling,
        Control::Decimal(&fact::TARGET_CPU)
    ),
    setting(
        SettingKey::TargetRequests,
        "target_tracking.requests_per_target",
        Section::Scaling,
        Control::Decimal(&fact::TARGET_REQUESTS)
    ),
    number(SettingKey::BacklogPerInstance, "target_tracking.backlog_per_instance", &fact::BACKLOG_PER_INSTANCE),
    number(SettingKey::TargetNetwork, "target_tracking.network_bytes", &fact::TARGET_NETWORK),
    setting(SettingKey::ScaleIn, "target_tracking.scale_in", Section::Scaling, Control::Toggle),
    scaling(
        SettingKey::AlarmPolicy,
        "alarm_scaling.policy_type",
        Control::Choice(&["none", "step_scaling", "simple_scaling"]),
    ),
    scaling(SettingKey::AlarmMetric, "alarm_scaling.metric", Control::Choice(WATCHED)),
    number(SettingKey::HighThreshold, "alarm_scaling.high_threshold", &fact::HIGH_THRESHOLD),
    number(SettingKey::LowThreshold, "alarm_scaling.low_threshold", &fact::LOW_THRESHOLD),
    scaling(
        SettingKey::EvaluationPeriods,
        "alarm_scaling.evaluation_periods",
        Control::Integer(&fact::EVALUATION_PERIODS),
    ),
    scaling(
        SettingKey::AdjustmentType,
        "alarm_scaling.adjustment_type",
        Control::Choice(&["change_in_capacity", "percent_change_in_capacity", "exact_capacity"]),
    ),
    scaling(
        SettingKey::MinAdjustment,
        "alarm_scaling.min_adjustment_magnitude",
        Control::Integer(&fact::MIN_ADJUSTMENT),
    ),
    scaling(SettingKey::ScaleOutSteps, "alarm_scaling.scale_out_steps", Control::Texts),
    scaling(SettingKey::ScaleInSteps, "alarm_scaling.scale_in_steps", Control::Texts),
    number(SettingKey::Cooldown, "default_cooldown_s", &fact::COOLDOWN),
    scaling(SettingKey::ScheduledActions, "scheduled_actions", Control::Texts),
    scaling(SettingKey::PredictiveScaling, "predictive_scaling.enabled", Control::Toggle),
    scaling(SettingKey::PredictiveMetric, "predictive_scaling.metric", Control::Choice(TRACKED)),
    scaling(SettingKey::PredictiveForecast, "predictive_scaling.forecast", Control::Texts),
    number(SettingKey::SchedulingBuffer, "predictive_scaling.scheduling_buffer_s", &fact::SCHEDULING_BUFFER),
    scaling(SettingKey::IncreaseMaxCapacity, "predictive_scaling.increase_max_capacity", Control::Toggle),
    number(SettingKey::MaxCapacityBuffer, "predictive_scaling.max_capacity_buffer_percent", &fact::MAX_CAPACITY_BUFFER,),
    scaling(SettingKey::DetailedMonitoring, "detailed_monitoring", Control::Toggle),
    scaling(SettingKey::MetricPeriod, "metric_period", Control::Choice(&["60", "30", "10"])),
    setting(
        SettingKey::InstanceWarmup,
        "default_instance_warmup_s",
        Section::Scaling,
        Control::Decimal(&fact::INSTANCE_WARMUP)
    ),
    setting(SettingKey::HealthCheckType, "health_check_type", Section::Health, Control::Choice(&["ec2", "elb"])),
    setting(SettingKey::HealthGrace, "health_check_grace_s", Section::Health, Control::Decimal(&fact::HEALTH_GRACE)),
    setting(SettingKey::MaintenancePolicy, "maintenance_policy.enabled", Section::Health, Control::Toggle),
    health(SettingKey::MinHealthy, "maintenance_policy.min_healthy_percent", Control::Decimal(&fact::MIN_HEALTHY)),
    health(SettingKey::MaxHealthy, "maintenance_policy.max_healthy_percent", Control::Decimal(&fact::MAX_HEALTHY)),
    health(SettingKey::MaxInstanceLifetime, "max_instance_lifetime_s", Control::Decimal(&fact::MAX_LIFETIME)),
    health(SettingKey::LaunchHook, "launch_hook.enabled", Control::Toggle),
    health(SettingKey::LaunchHookTime, "launch_hook.takes_s", Control::Decimal(&fact::HOOK_TIME)),
    health(
        SettingKey::LaunchHookTimeout,
        "launch_hook.heartbeat_timeout_s",
        Control::Decimal(&fact::HEARTBEAT_TIMEOUT),
    ),
    health(SettingKey::LaunchHookResult, "launch_hook.default_result", Control::Choice(&["abandon", "continue"]),),
    health(SettingKey::TerminateHook, "terminate_hook.enabled", Control::Toggle),
    health(SettingKey::TerminateHookTime, "terminate_hook.takes_s", Control::Decimal(&fact::HOOK_TIME)),
    health(
        SettingKey::TerminateHookTimeout,
        "terminate_hook.heartbeat_timeout_s",
        Control::Decimal(&fact::HEARTBEAT_TIMEOUT),
    ),
    health(SettingKey::GroupZonalShift, "impairment_policy.zonal_shift", Control::Toggle),
    health(SettingKey::ReplaceShifted, "impairment_policy.replace_unhealthy", Control::Toggle),
    scaling(
        SettingKey::TerminationPolicy,
        "termination_policy",
        Control::Choice(&[
            "default",
            "oldest_instance",
            "newest_instance",
            "oldest_launch_template",
            "closest_to_next_instance_hour",
        ]),
    ),
    scaling(SettingKey::ScaleInProtection, "scale_in_protection", Control::Toggle),
    capacity(SettingKey::WarmPool, "warm_pool.enabled", Control::Toggle),
    capacity(SettingKey::WarmPoolState, "warm_pool.state", Control::Choice(&["stopped", "hibernated", "running"]),),
    capacity(SettingKey::MaxPrepared, "warm_pool.max_prepared_capacity", Control::Integer(&fact::MAX_PREPARED)),
    capacity(SettingKey::WarmPoolMin, "warm_pool.min_size", Control::Integer(&fact::WARM_POOL_MIN)),
    capacity(SettingKey::OnDemandBase, "spot.on_demand_base", Control::Integer(&fact::ON_DEMAND_BASE)),
    capacity(SettingKey::SpotShare, "spot.percent_above_base", Control::Decimal(&fact::SPOT_SHARE)),
    capacity(SettingKey::CapacityRebalancing, "spot.capacity_rebalancing", Control::Toggle),
    setting(SettingKey::LaunchTime, "launch_s", Section::Assumptions, Control::Decimal(&fact::LAUNCH_TIME)),
    setting(SettingKey::UserDataTime, "user_data_s", Section::Assumptions, Control::Decimal(&fact::USER_DATA_TIME)),
    setting(SettingKey::RegisterAt, "register_at", Section::Health, Control::Choice(&["ready", "in_service"])),
    setting(SettingKey::ImpairedWait, "impaired_wait_s", Section::Assumptions, Control::Decimal(&fact::IMPAIRED_WAIT)),
    setting(SettingKey::HealthPoll, "health_poll_s", Section::Assumptions, Control::Decimal(&fact::HEALTH_POLL)),
    setting(
        SettingKey::CloudwatchDelay,
        "cloudwatch_delay_s",
        Section::Assumptions,
        Control::Decimal(&fact::CLOUDWATCH_DELAY)
    ),
    setting(
        SettingKey::ScheduledDelay,
        "scheduled_delay_s",
        Section::Assumptions,
        Control::Decimal(&fact::SCHEDULED_DELAY)
    ),
    setting(
        SettingKey::LowAlarmRatio,
        "target_tracking.low_alarm_ratio",
        Section::Assumptions,
        Control::Decimal(&fact::LOW_ALARM_RATIO)
    ),
];
