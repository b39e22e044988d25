//! Scaling policies of Auto Scaling groups.

use ninepins_macros::{later, rare};
use ninepins_model::parts::{self as model, AlarmMetric, AlarmScaling, PolicyType, ScalingMetric};
use ninepins_report::Metric;

use super::{Compiler, s};
use crate::parts::asg::{Alarm, Policy, Predictor, Rule, Steps, TRACKING_PERIODS};

#[rare]
const fn tracked(metric: ScalingMetric) -> Metric {
    match metric {
        ScalingMetric::AsgAverageCpuUtilization => Metric::CpuUtilization,
        ScalingMetric::AsgAverageNetworkIn => Metric::NetworkIn,
        ScalingMetric::AsgAverageNetworkOut => Metric::NetworkOut,
        ScalingMetric::AlbRequestCountPerTarget => Metric::RequestCountPerTarget,
        ScalingMetric::SqsBacklogPerInstance => Metric::BacklogPerInstance,
    }
}

#[rare]
const fn watched(metric: AlarmMetric) -> Metric {
    match metric {
        AlarmMetric::CpuUtilization => Metric::CpuUtilization,
        AlarmMetric::NetworkIn => Metric::NetworkIn,
        AlarmMetric::NetworkOut => Metric::NetworkOut,
        AlarmMetric::RequestCountPerTarget => Metric::RequestCountPerTarget,
        AlarmMetric::RequestCount => Metric::RequestCount,
        AlarmMetric::TargetResponseTime => Metric::TargetResponseTime,
    }
}

#[rare]
impl Compiler<'_> {
    /// Gives a group its policies.
    pub(super) fn policies(&mut self, index: u32, asg: &model::Asg) {
        let tracking = &asg.target_tracking;
        if tracking.enabled {
            self.track(index, tracking, tracking.metric);
            if let Some(metric) = tracking.second_metric.metric().filter(|metric| *metric != tracking.metric) {
                self.track(index, tracking, metric);
            }
        }
        if asg.alarm_scaling.policy_type != PolicyType::None {
            self.step(index, &asg.alarm_scaling);
        }
        if asg.predictive_scaling.enabled {
            self.predict(index, asg);
        }
    }

    fn series(&mut self, index: u32, metric: Metric) -> usize {
        self.engine.watches_bytes |= matches!(metric, Metric::NetworkIn | Metric::NetworkOut);
        self.engine.scaling_groups[index as usize].watch.series_of(metric)
    }

    fn track(&mut self, index: u32, tracking: &model::TargetTracking, metric: ScalingMetric) {
        let target = tracking.target(metric);
        let thresholds = [target, target * tracking.low_alarm_ratio];
        let alarm = |low: usize| Alarm { threshold: thresholds[low], periods: TRACKING_PERIODS[low], on: false };
        let metric = tracked(metric);
        let policy = Policy {
            series: self.series(index, metric),
            metric,
            rule: Rule::Tracking { target, scale_in: tracking.scale_in },
            alarms: [alarm(0), alarm(1)],
        };
        self.engine.scaling_groups[index as usize].policies.push(policy);
    }
}

#[later]
impl Compiler<'_> {
    fn step(&mut self, index: u32, scaling: &AlarmScaling) {
        let periods = scaling.evaluation_periods.clamp(1, 60);
        let alarm = |threshold| Alarm { threshold, periods, on: false };
        let metric = watched(scaling.metric);
        let steps = Steps {
            is_simple: scaling.policy_type == PolicyType::SimpleScaling,
            kind: scaling.adjustment_type,
            least: scaling.min_adjustment_magnitude,
            steps: [AlarmScaling::steps(&scaling.scale_out_steps), AlarmScaling::steps(&scaling.scale_in_steps)],
        };
        let policy = Policy {
            series: self.series(index, metric),
            metric,
            rule: Rule::Steps(Box::new(steps)),
            alarms: [alarm(scaling.high_threshold), alarm(scaling.low_threshold)],
        };
        self.engine.scaling_groups[index as usize].policies.push(policy);
    }

    fn predict(&mut self, index: u32, asg: &model::Asg) {
        let predictive = &asg.predictive_scaling;
        let mut forecast: Vec<_> = predictive.forecast.iter().filter_map(|line| model::forecast(line)).collect();
        ninepins_model::put_in_order(&mut forecast, |one, other| one.hour < other.hour);
        let series = self.series(index, tracked(predictive.metric));
        self.engine.scaling_groups[index as usize].predictor = Some(Predictor {
            series,
            target: asg.target_tracking.target(predictive.metric),
            forecast,
            seen: [(0.0, 0); 24],
            buffer: s(predictive.scheduling_buffer_s),
            above_max: predictive.increase_max_capacity.then_some(1.0 + predictive.max_capacity_buffer_percent / 100.0),
        });
    }
}
