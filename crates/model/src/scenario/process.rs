//! The processes of an Auto Scaling group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::{Blank, Fields};

/// A process of an Auto Scaling group that can be suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum ScalingProcess {
    /// Nothing is launched.
    Launch,
    /// Nothing is terminated.
    Terminate,
    /// New instances are not registered with the load balancer.
    AddToLoadBalancer,
    /// Policies do not hear of alarms.
    AlarmNotification,
    /// Zones are not brought into balance.
    AzRebalance,
    /// Unhealthy instances are not replaced.
    ReplaceUnhealthy,
    /// Scheduled actions do not run.
    ScheduledActions,
}

impl ScalingProcess {
    /// Every process.
    pub const ALL: [ScalingProcess; 7] = [
        ScalingProcess::Launch,
        ScalingProcess::Terminate,
        ScalingProcess::AddToLoadBalancer,
        ScalingProcess::AlarmNotification,
        ScalingProcess::AzRebalance,
        ScalingProcess::ReplaceUnhealthy,
        ScalingProcess::ScheduledActions,
    ];

    /// AWS's name.
    pub const fn name(self) -> &'static str {
        match self {
            ScalingProcess::Launch => "Launch",
            ScalingProcess::Terminate => "Terminate",
            ScalingProcess::AddToLoadBalancer => "AddToLoadBalancer",
            ScalingProcess::AlarmNotification => "AlarmNotification",
            ScalingProcess::AzRebalance => "AZRebalance",
            ScalingProcess::ReplaceUnhealthy => "ReplaceUnhealthy",
            ScalingProcess::ScheduledActions => "ScheduledActions",
        }
    }
}

impl Blank for ScalingProcess {
    fn blank() -> Self {
        ScalingProcess::Launch
    }
}
