//! How instances come and go: maintenance policy, termination policies, lifecycle hooks, warm pool, Spot.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;
use crate::fields::Fields;

/// How much of the group replacements may take away or add; without it AWS's defaults hold (ASG-32, ASG-44).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct MaintenancePolicy {
    /// Whether there is one.
    pub enabled: bool,
    /// Share of the desired capacity that stays healthy, in per cent.
    pub min_healthy_percent: f64,
    /// Share of the desired capacity that there may be, in per cent. Above 100 instances are launched before others are
    /// terminated.
    pub max_healthy_percent: f64,
}

/// Which instance of the zone with most is terminated first (ASG-38, ASG-39).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum TerminationPolicy {
    /// The oldest launch template, then the one nearest to its next billed hour, then any.
    Default,
    /// The oldest.
    OldestInstance,
    /// The newest.
    NewestInstance,
    /// The oldest launch template.
    OldestLaunchTemplate,
    /// The one nearest to its next billed hour.
    ClosestToNextInstanceHour,
}

/// A hook that holds an instance before it is in service (ASG-40 to ASG-43).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct LaunchHook {
    /// Whether there is one.
    pub enabled: bool,
    /// Seconds from the instance's running until somebody completes the hook.
    pub takes_s: f64,
    /// Seconds after which the group decides by itself.
    pub heartbeat_timeout_s: f64,
    /// What it decides then.
    pub default_result: HookResult,
}

/// What a hook's timeout means (ASG-41).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum HookResult {
    /// The instance is terminated, and another launched.
    Abandon,
    /// The instance goes into service.
    Continue,
}

/// A hook that holds an instance after it has left the load balancer and before it is terminated (ASG-42).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct TerminateHook {
    /// Whether there is one.
    pub enabled: bool,
    /// Seconds until somebody completes the hook.
    pub takes_s: f64,
    /// Seconds after which the instance is terminated anyway.
    pub heartbeat_timeout_s: f64,
}

/// Instances that have run their user data and wait to be used (ASG-52).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct WarmPool {
    /// Whether there is one.
    pub enabled: bool,
    /// How they wait.
    pub state: WarmPoolState,
    /// Instances of pool and group together; 0 takes the group's maximum.
    pub max_prepared_capacity: u32,
    /// Fewest instances in the pool.
    pub min_size: u32,
}

/// How the instances of a warm pool wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum WarmPoolState {
    /// Stopped: they start as stopped instances do (EC2-22).
    Stopped,
    /// Hibernated.
    Hibernated,
    /// Running: they are billed, and in service almost at once.
    Running,
}

impl WarmPoolState {
    /// Seconds until such an instance runs (EC2-22).
    pub const fn start_s(self) -> f64 {
        match self {
            WarmPoolState::Stopped => fact::STOPPED_START.value,
            WarmPoolState::Hibernated => fact::HIBERNATED_START.value,
            WarmPoolState::Running => fact::RUNNING_START.value,
        }
    }
}

/// Spot Instances of the group (ASG-55 to ASG-57).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Spot {
    /// Instances that are On-Demand before any Spot Instance is launched.
    pub on_demand_base: u32,
    /// Share of the others that are Spot Instances, in per cent.
    pub percent_above_base: f64,
    /// Whether a rebalance recommendation launches a replacement first (ASG-57).
    pub capacity_rebalancing: bool,
}

/// What the group does while a zone is shifted away from it (ASG-66).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct ImpairmentPolicy {
    /// Whether a zonal shift concerns the group.
    pub zonal_shift: bool,
    /// Whether unhealthy instances of that zone are replaced rather than left alone.
    pub replace_unhealthy: bool,
}

impl Default for MaintenancePolicy {
    fn default() -> Self {
        MaintenancePolicy {
            enabled: false,
            min_healthy_percent: fact::MIN_HEALTHY.value,
            max_healthy_percent: fact::MAX_HEALTHY.value,
        }
    }
}

impl Default for LaunchHook {
    fn default() -> Self {
        LaunchHook {
            enabled: false,
            takes_s: fact::HOOK_TIME.value,
            heartbeat_timeout_s: fact::HEARTBEAT_TIMEOUT.value,
            default_result: HookResult::Abandon,
        }
    }
}

impl Default for TerminateHook {
    fn default() -> Self {
        TerminateHook {
            enabled: false,
            takes_s: fact::HOOK_TIME.value,
            heartbeat_timeout_s: fact::HEARTBEAT_TIMEOUT.value,
        }
    }
}

impl Default for WarmPool {
    fn default() -> Self {
        WarmPool {
            enabled: false,
            state: WarmPoolState::Stopped,
            max_prepared_capacity: fact::MAX_PREPARED.whole(),
            min_size: fact::WARM_POOL_MIN.whole(),
        }
    }
}

impl Default for Spot {
    fn default() -> Self {
        Spot {
            on_demand_base: fact::ON_DEMAND_BASE.whole(),
            percent_above_base: fact::SPOT_SHARE.value,
            capacity_rebalancing: false,
        }
    }
}

impl Default for ImpairmentPolicy {
    fn default() -> Self {
        ImpairmentPolicy { zonal_shift: false, replace_unhealthy: true }
    }
}
