//! EC2 Auto Scaling group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Application, CpuCredits, RootVolume};
use crate::PartId;
use crate::fact;
use crate::fields::Fields;

mod replacement;
mod scaling;
mod schedule;
mod settings;

pub use replacement::{
    HookResult, ImpairmentPolicy, LaunchHook, MaintenancePolicy, Spot, TerminateHook, TerminationPolicy, WarmPool,
    WarmPoolState,
};
pub use scaling::{
    AdjustmentType, AlarmMetric, AlarmScaling, MetricPeriod, PolicyType, PredictiveScaling, ScalingMetric, ScalingStep,
    SecondMetric, TargetTracking, scaling_step,
};
pub use schedule::{Forecast, ScheduledAction, When, forecast, scheduled_action};
pub(crate) use settings::SETTINGS;

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
    /// The root volume of each instance.
    pub root_volume: RootVolume,
    /// Seconds for which a rested network interface sends at its burst bandwidth (EC2-19).
    pub network_burst_s: f64,
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
    /// Whether EC2's metrics come every minute instead of every five (EC2-15, ASG-12).
    pub detailed_monitoring: bool,
    /// Seconds of a data point. A shorter one than a minute is a high-resolution metric of one's own (ASG-13).
    pub metric_period: MetricPeriod,
    /// The target tracking policy, or two of them.
    pub target_tracking: TargetTracking,
    /// A step or simple scaling policy with its two alarms.
    pub alarm_scaling: AlarmScaling,
    /// Seconds that simple scaling waits after the last launch or termination (ASG-21).
    pub default_cooldown_s: f64,
    /// Scheduled actions, one a line: see [`scheduled_action`] (ASG-48).
    pub scheduled_actions: Vec<String>,
    /// Seconds that a scheduled action may come late, at most (ASG-48).
    pub scheduled_delay_s: f64,
    /// The predictive scaling policy.
    pub predictive_scaling: PredictiveScaling,
    /// How much of the group replacements may take away or add.
    pub maintenance_policy: MaintenancePolicy,
    /// Seconds after which an instance is replaced, a day at least; 0 never (ASG-53).
    pub max_instance_lifetime_s: f64,
    /// Which instance of the zone with most is terminated first.
    pub termination_policy: TerminationPolicy,
    /// Whether its instances are protected from scale in (ASG-39).
    pub scale_in_protection: bool,
    /// A hook at the launch.
    pub launch_hook: LaunchHook,
    /// A hook at the termination.
    pub terminate_hook: TerminateHook,
    /// Prepared instances.
    pub warm_pool: WarmPool,
    /// Spot Instances.
    pub spot: Spot,
    /// What a zonal shift means to it.
    pub impairment_policy: ImpairmentPolicy,
    /// Seconds that an instance with a failed status check is left alone (ASG-26).
    pub impaired_wait_s: f64,
    /// Seconds between two looks at the instances' health (not published).
    pub health_poll_s: f64,
    /// Seconds until CloudWatch delivers a minute's data point (not published).
    pub cloudwatch_delay_s: f64,
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
            root_volume: RootVolume::default(),
            network_burst_s: fact::NETWORK_BURST.value,
            application: Application::default(),
            security_groups: Vec::new(),
            health_check_type: HealthCheckType::Ec2,
            health_check_grace_s: fact::HEALTH_GRACE.value,
            launch_s: fact::LAUNCH_TIME.value,
            user_data_s: fact::USER_DATA_TIME.value,
            register_at: RegisterAt::Ready,
            default_instance_warmup_s: fact::INSTANCE_WARMUP.value,
            detailed_monitoring: true,
            metric_period: MetricPeriod::Minute,
            target_tracking: TargetTracking::default(),
            alarm_scaling: AlarmScaling::default(),
            default_cooldown_s: fact::COOLDOWN.value,
            scheduled_actions: Vec::new(),
            scheduled_delay_s: fact::SCHEDULED_DELAY.value,
            predictive_scaling: PredictiveScaling::default(),
            maintenance_policy: MaintenancePolicy::default(),
            max_instance_lifetime_s: fact::MAX_LIFETIME.value,
            termination_policy: TerminationPolicy::Default,
            scale_in_protection: false,
            launch_hook: LaunchHook::default(),
            terminate_hook: TerminateHook::default(),
            warm_pool: WarmPool::default(),
            spot: Spot::default(),
            impairment_policy: ImpairmentPolicy::default(),
            impaired_wait_s: fact::IMPAIRED_WAIT.value,
            health_poll_s: fact::HEALTH_POLL.value,
            cloudwatch_delay_s: fact::CLOUDWATCH_DELAY.value,
        }
    }
}
