//! Dynamic and predictive scaling policies.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact;
use crate::fields::Fields;

/// Target tracking on one or two of the predefined metrics (ASG-01 to ASG-11).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct TargetTracking {
    /// Whether the policy exists.
    pub enabled: bool,
    /// What it keeps near its target (ASG-01).
    pub metric: ScalingMetric,
    /// What a second policy keeps near its target: the largest capacity wins, and both must agree to scale in (ASG-08).
    pub second_metric: SecondMetric,
    /// The CPU utilisation it aims at, in per cent.
    pub cpu_percent: f64,
    /// The requests a minute that it aims at for each target (ASG-02).
    pub requests_per_target: f64,
    /// The visible messages that it aims at for each instance (ASG-54).
    pub backlog_per_instance: f64,
    /// The bytes a minute that it aims at for each instance, in or out.
    pub network_bytes: f64,
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
    /// `ASGAverageNetworkIn`: bytes received in a minute, the mean of the same instances.
    AsgAverageNetworkIn,
    /// `ASGAverageNetworkOut`: bytes sent in a minute.
    AsgAverageNetworkOut,
    /// `ALBRequestCountPerTarget`: requests in a minute, by target (ASG-02). It does not saturate.
    AlbRequestCountPerTarget,
    /// Visible messages of the queue that the group consumes, by instance: a metric of one's own (ASG-54).
    SqsBacklogPerInstance,
}

/// How long a data point of the metrics that policies follow is (ASG-13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
pub enum MetricPeriod {
    /// A minute, as of AWS's own metrics.
    #[serde(rename = "60")]
    Minute,
    /// Half a minute.
    #[serde(rename = "30")]
    HalfMinute,
    /// Ten seconds.
    #[serde(rename = "10")]
    TenSeconds,
}

impl MetricPeriod {
    /// Seconds.
    pub const fn seconds(self) -> u32 {
        match self {
            MetricPeriod::Minute => 60,
            MetricPeriod::HalfMinute => 30,
            MetricPeriod::TenSeconds => 10,
        }
    }
}

/// The metric of a second target tracking policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum SecondMetric {
    /// There is no second policy.
    None,
    /// `ASGAverageCPUUtilization`.
    AsgAverageCpuUtilization,
    /// `ASGAverageNetworkIn`.
    AsgAverageNetworkIn,
    /// `ASGAverageNetworkOut`.
    AsgAverageNetworkOut,
    /// `ALBRequestCountPerTarget`.
    AlbRequestCountPerTarget,
}

impl SecondMetric {
    /// The metric, if there is a second policy.
    pub const fn metric(self) -> Option<ScalingMetric> {
        Some(match self {
            SecondMetric::None => return None,
            SecondMetric::AsgAverageCpuUtilization => ScalingMetric::AsgAverageCpuUtilization,
            SecondMetric::AsgAverageNetworkIn => ScalingMetric::AsgAverageNetworkIn,
            SecondMetric::AsgAverageNetworkOut => ScalingMetric::AsgAverageNetworkOut,
            SecondMetric::AlbRequestCountPerTarget => ScalingMetric::AlbRequestCountPerTarget,
        })
    }
}

impl TargetTracking {
    /// What the policy of a metric aims at.
    pub const fn target(&self, metric: ScalingMetric) -> f64 {
        match metric {
            ScalingMetric::AsgAverageCpuUtilization => self.cpu_percent,
            ScalingMetric::AsgAverageNetworkIn | ScalingMetric::AsgAverageNetworkOut => self.network_bytes,
            ScalingMetric::AlbRequestCountPerTarget => self.requests_per_target,
            ScalingMetric::SqsBacklogPerInstance => self.backlog_per_instance,
        }
    }
}

/// A step or simple scaling policy for each direction, with an alarm on the same metric for each (ASG-14 to ASG-22).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct AlarmScaling {
    /// Which kind of policy, if any.
    pub policy_type: PolicyType,
    /// What the alarms watch.
    pub metric: AlarmMetric,
    /// The high alarm's threshold, in the metric's unit: it breaches at it and above.
    pub high_threshold: f64,
    /// The low alarm's threshold, in the metric's unit: it breaches at it and below.
    pub low_threshold: f64,
    /// Data points in a row that must breach, 1 to 60.
    pub evaluation_periods: u32,
    /// What an adjustment means.
    pub adjustment_type: AdjustmentType,
    /// Fewest instances that a change in per cent adds or removes (ASG-16).
    pub min_adjustment_magnitude: u32,
    /// Steps of the high alarm, one a line: see [`scaling_step`]. Simple scaling takes the first one's adjustment.
    pub scale_out_steps: Vec<String>,
    /// Steps of the low alarm.
    pub scale_in_steps: Vec<String>,
}

/// Which kind of policy acts on the alarms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum PolicyType {
    /// There is no such policy.
    None,
    /// Step scaling: it answers every evaluation of a standing alarm (ASG-19).
    StepScaling,
    /// Simple scaling: it waits for the activity under way and the cooldown (ASG-20).
    SimpleScaling,
}

/// What an alarm of step or simple scaling watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum AlarmMetric {
    /// `CPUUtilization` of the group, in per cent.
    CpuUtilization,
    /// `NetworkIn`, bytes a minute for each instance.
    NetworkIn,
    /// `NetworkOut`, bytes a minute for each instance.
    NetworkOut,
    /// `RequestCountPerTarget`, requests a minute.
    RequestCountPerTarget,
    /// `RequestCount`, requests a minute of the whole target group.
    RequestCount,
    /// `TargetResponseTime`, seconds.
    TargetResponseTime,
}

/// What the adjustment of a step means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentType {
    /// So many instances more or fewer.
    ChangeInCapacity,
    /// So many per cent more or fewer (ASG-15).
    PercentChangeInCapacity,
    /// So many instances.
    ExactCapacity,
}

/// Predictive scaling: capacity for the next hour's forecast, at its start (ASG-49 to ASG-51).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[fields(later)]
#[serde(default)]
pub struct PredictiveScaling {
    /// Whether the policy exists and scales.
    pub enabled: bool,
    /// Whose target it uses: what target tracking aims at for this metric.
    pub metric: ScalingMetric,
    /// What the days before the run say of hours of the day, one a line: see [`super::forecast`]. After a day of the run
    /// what it has seen counts for hours that are not listed.
    pub forecast: Vec<String>,
    /// Seconds before the hour at which instances are launched.
    pub scheduling_buffer_s: f64,
    /// Whether it may exceed the group's maximum.
    pub increase_max_capacity: bool,
    /// How far above the forecast the maximum may then rise, in per cent (ASG-51).
    pub max_capacity_buffer_percent: f64,
}

/// A step: bounds relative to the alarm's threshold, and the adjustment between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScalingStep {
    /// Lower bound, -∞ if open.
    pub from: f64,
    /// Upper bound, ∞ if open.
    pub to: f64,
    /// The adjustment.
    pub adjustment: f64,
}

/// Reads a step such as `10 20 +1`: from 10 above the threshold up to 20 above it. `*` is an open bound.
pub fn scaling_step(line: &str) -> Option<ScalingStep> {
    let mut words = line.split_whitespace();
    let (from, to, by) = (words.next()?, words.next()?, words.next()?);
    let bound = |word: &str, open: f64| match word {
        "*" => Some(open),
        word => word.parse().ok().filter(|bound: &f64| bound.is_finite()),
    };
    let (from, to) = (bound(from, f64::NEG_INFINITY)?, bound(to, f64::INFINITY)?);
    let adjustment: f64 = by.parse().ok().filter(|by: &f64| by.is_finite() && by.abs() <= 100_000.0)?;
    (words.next().is_none() && from < to).then_some(ScalingStep { from, to, adjustment })
}

impl AlarmScaling {
    /// The steps of a direction, without lines that cannot be read.
    pub fn steps(lines: &[String]) -> Vec<ScalingStep> {
        lines.iter().filter_map(|line| scaling_step(line)).collect()
    }
}

impl Default for TargetTracking {
    fn default() -> Self {
        TargetTracking {
            enabled: true,
            metric: ScalingMetric::AsgAverageCpuUtilization,
            second_metric: SecondMetric::None,
            cpu_percent: fact::TARGET_CPU.value,
            requests_per_target: fact::TARGET_REQUESTS.value,
            backlog_per_instance: fact::BACKLOG_PER_INSTANCE.value,
            network_bytes: fact::TARGET_NETWORK.value,
            scale_in: true,
            low_alarm_ratio: fact::LOW_ALARM_RATIO.value,
        }
    }
}

impl Default for AlarmScaling {
    fn default() -> Self {
        AlarmScaling {
            policy_type: PolicyType::None,
            metric: AlarmMetric::CpuUtilization,
            high_threshold: fact::HIGH_THRESHOLD.value,
            low_threshold: fact::LOW_THRESHOLD.value,
            evaluation_periods: fact::EVALUATION_PERIODS.whole(),
            adjustment_type: AdjustmentType::ChangeInCapacity,
            min_adjustment_magnitude: fact::MIN_ADJUSTMENT.whole(),
            scale_out_steps: vec!["0 * 1".into()],
            scale_in_steps: vec!["* 0 -1".into()],
        }
    }
}

impl Default for PredictiveScaling {
    fn default() -> Self {
        PredictiveScaling {
            enabled: false,
            metric: ScalingMetric::AsgAverageCpuUtilization,
            forecast: Vec::new(),
            scheduling_buffer_s: fact::SCHEDULING_BUFFER.value,
            increase_max_capacity: false,
            max_capacity_buffer_percent: fact::MAX_CAPACITY_BUFFER.value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ScalingStep, scaling_step};

    #[test]
    fn a_step_has_two_bounds_of_which_one_may_be_open_and_an_adjustment() {
        assert_eq!(scaling_step("10 20 +1"), Some(ScalingStep { from: 10.0, to: 20.0, adjustment: 1.0 }));
        assert_eq!(
            scaling_step("* -20 -30"),
            Some(ScalingStep { from: f64::NEG_INFINITY, to: -20.0, adjustment: -30.0 })
        );
        for wrong in ["", "1 2", "2 1 1", "1 2 x", "1 2 3 4", "nan 1 1"] {
            assert_eq!(scaling_step(wrong), None, "{wrong}");
        }
    }
}
