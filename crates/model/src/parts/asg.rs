//! EC2 Auto Scaling group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::application::application_settings;
use super::cpu_credits::{CREDIT_SPECIFICATION, CREDIT_START};
use super::{Application, CpuCredits};
use crate::PartId;
use crate::fact;
use crate::fields::Fields;
use crate::instance_types::EC2_NAMES;
use crate::setting::{Control, Section, Setting, SettingKey, setting};

/// A group of equal instances over subnets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Asg {
    /// The subnets its instances live in.
    pub subnets: Vec<PartId>,
    /// Fewest instances.
    pub min: u32,
    /// Most instances.
    pub max: u32,
    /// Instances at the start of the run.
    pub desired: u32,
    /// Instance type.
    pub instance_type: String,
    /// CPU credits, for a burstable type.
    pub cpu_credits: CpuCredits,
    /// What runs on each instance.
    pub application: Application,
    /// Security groups; empty means rules derived from the wires.
    pub security_groups: Vec<String>,
    /// Whose opinion of an instance's health counts (ASG-24).
    pub health_check_type: HealthCheckType,
    /// Seconds after InService during which failed load balancer checks are ignored (ASG-27).
    pub health_check_grace_s: f64,
    /// Seconds from the launch call until the operating system is up (EC2-20, EC2-21).
    pub launch_s: f64,
    /// Seconds of user data and application start.
    pub user_data_s: f64,
    /// When a new instance registers with its target groups.
    pub register_at: RegisterAt,
    /// Seconds a new instance is left out of the metrics (ASG-23).
    pub default_instance_warmup_s: f64,
    /// The target tracking policy.
    pub target_tracking: TargetTracking,
    /// Seconds between two looks at the instances' health (not published).
    pub health_poll_s: f64,
    /// Seconds until CloudWatch delivers a minute's data point (not published).
    pub cloudwatch_delay_s: f64,
}

/// Target tracking on one of the predefined metrics (ASG-01 to ASG-11).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct TargetTracking {
    /// Whether the policy exists.
    pub enabled: bool,
    /// What it keeps near its target (ASG-01).
    pub metric: ScalingMetric,
    /// The CPU utilisation it aims at, in per cent.
    pub cpu_percent: f64,
    /// The requests a minute that it aims at for each target (ASG-02).
    pub requests_per_target: f64,
    /// The visible messages that it aims at for each instance (ASG-54).
    pub backlog_per_instance: f64,
    /// Whether it may remove instances.
    pub scale_in: bool,
    /// Low alarm's threshold as a share of the target (ASG-05).
    pub low_alarm_ratio: f64,
}

/// What a target tracking policy keeps near its target (ASG-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum ScalingMetric {
    /// `ASGAverageCPUUtilization`: the mean of the instances that are in service and warm (ASG-10).
    AsgAverageCpuUtilization,
    /// `ALBRequestCountPerTarget`: requests in a minute, by target (ASG-02). It does not saturate.
    AlbRequestCountPerTarget,
    /// Visible messages of the queue that the group consumes, by instance: a metric of one's own (ASG-54).
    SqsBacklogPerInstance,
}

/// When a new instance is in service and registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum RegisterAt {
    /// Once its user data has finished, as with a lifecycle hook.
    Ready,
    /// As soon as it runs; until its application listens, connections are refused.
    InService,
}

/// Whose opinion of an instance's health counts (ASG-24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum HealthCheckType {
    /// EC2 status checks only.
    Ec2,
    /// The load balancer's health checks as well.
    Elb,
}

impl Default for Asg {
    fn default() -> Self {
        Asg {
            subnets: Vec::new(),
            min: fact::GROUP_MIN.whole(),
            max: fact::GROUP_MAX.whole(),
            desired: fact::GROUP_DESIRED.whole(),
            instance_type: "m6i.large".into(),
            cpu_credits: CpuCredits::default(),
            application: Application::default(),
            security_groups: Vec::new(),
            health_check_type: HealthCheckType::Ec2,
            health_check_grace_s: fact::HEALTH_GRACE.value,
            launch_s: fact::LAUNCH_TIME.value,
            user_data_s: fact::USER_DATA_TIME.value,
            register_at: RegisterAt::Ready,
            default_instance_warmup_s: fact::INSTANCE_WARMUP.value,
            target_tracking: TargetTracking::default(),
            health_poll_s: fact::HEALTH_POLL.value,
            cloudwatch_delay_s: fact::CLOUDWATCH_DELAY.value,
        }
    }
}

impl Default for TargetTracking {
    fn default() -> Self {
        TargetTracking {
            enabled: true,
            metric: ScalingMetric::AsgAverageCpuUtilization,
            cpu_percent: fact::TARGET_CPU.value,
            requests_per_target: fact::TARGET_REQUESTS.value,
            backlog_per_instance: fact::BACKLOG_PER_INSTANCE.value,
            scale_in: true,
            low_alarm_ratio: fact::LOW_ALARM_RATIO.value,
        }
    }
}

/// The settings of a group.
pub(crate) const SETTINGS: &[Setting] = application_settings![
    setting(SettingKey::GroupMin, "min", Section::Capacity, Control::Integer(&fact::GROUP_MIN)),
    setting(SettingKey::GroupDesired, "desired", Section::Capacity, Control::Integer(&fact::GROUP_DESIRED)),
    setting(SettingKey::GroupMax, "max", Section::Capacity, Control::Integer(&fact::GROUP_MAX)),
    setting(SettingKey::InstanceType, "instance_type", Section::Capacity, Control::Choice(EC2_NAMES)),
    CREDIT_SPECIFICATION,
    CREDIT_START,
    setting(SettingKey::Subnets, "subnets", Section::Network, Control::Subnets),
    setting(SettingKey::SecurityGroups, "security_groups", Section::Network, Control::SecurityGroups),
    setting(SettingKey::TargetTracking, "target_tracking.enabled", Section::Scaling, Control::Toggle),
    setting(
        SettingKey::ScalingMetric,
        "target_tracking.metric",
        Section::Scaling,
        Control::Choice(&["asg_average_cpu_utilization", "alb_request_count_per_target", "sqs_backlog_per_instance"])
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
    setting(
        SettingKey::BacklogPerInstance,
        "target_tracking.backlog_per_instance",
        Section::Scaling,
        Control::Decimal(&fact::BACKLOG_PER_INSTANCE)
    ),
    setting(SettingKey::ScaleIn, "target_tracking.scale_in", Section::Scaling, Control::Toggle),
    setting(
        SettingKey::InstanceWarmup,
        "default_instance_warmup_s",
        Section::Scaling,
        Control::Decimal(&fact::INSTANCE_WARMUP)
    ),
    setting(SettingKey::HealthCheckType, "health_check_type", Section::Health, Control::Choice(&["ec2", "elb"])),
    setting(SettingKey::HealthGrace, "health_check_grace_s", Section::Health, Control::Decimal(&fact::HEALTH_GRACE)),
    setting(SettingKey::LaunchTime, "launch_s", Section::Assumptions, Control::Decimal(&fact::LAUNCH_TIME)),
    setting(SettingKey::UserDataTime, "user_data_s", Section::Assumptions, Control::Decimal(&fact::USER_DATA_TIME)),
    setting(SettingKey::RegisterAt, "register_at", Section::Health, Control::Choice(&["ready", "in_service"])),
    setting(SettingKey::HealthPoll, "health_poll_s", Section::Assumptions, Control::Decimal(&fact::HEALTH_POLL)),
    setting(
        SettingKey::CloudwatchDelay,
        "cloudwatch_delay_s",
        Section::Assumptions,
        Control::Decimal(&fact::CLOUDWATCH_DELAY)
    ),
    setting(
        SettingKey::LowAlarmRatio,
        "target_tracking.low_alarm_ratio",
        Section::Assumptions,
        Control::Decimal(&fact::LOW_ALARM_RATIO)
    ),
];
