//! Target tracking on CPU or on requests for each target: CloudWatch's one-minute data points, two alarms, and what they make of the desired capacity.

use ninepins_model::parts::ScalingMetric;
use ninepins_report::{Because, LogFact, Metric, PartIndex};

use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Ring, SimTime, Span};
use crate::parts::instance::Life;

/// Data points that the high and the low alarm look at (ASG-03, ASG-04).
const HIGH_POINTS: usize = 3;
const LOW_POINTS: usize = 15;

/// A target tracking policy with its two alarms.
#[derive(Clone, Debug)]
pub(crate) struct Tracking {
    pub(crate) metric: ScalingMetric,
    pub(crate) target: f64,
    pub(crate) low: f64,
    pub(crate) scale_in: bool,
    pub(crate) delay: Span,
    /// Requests of the minute under way.
    pub(crate) requests: u64,
    /// Data points: when delivered, value, instances in it.
    pub(crate) points: Ring<Point>,
    pub(crate) high: bool,
    pub(crate) in_low: bool,
}

/// One minute's data point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    pub(crate) delivered: SimTime,
    /// Per cent, or requests for each target.
    pub(crate) value: f64,
    pub(crate) instances: u32,
}

impl Engine {
    /// A second ends: the load balancer has counted its requests.
    pub(crate) fn count_requests(&mut self) {
        for group in &mut self.scaling_groups {
            if let Some(tracking) = &mut group.tracking {
                tracking.requests += u64::from(self.record.parts[usize::from(group.part)].arrived);
            }
        }
    }

    /// A minute of CloudWatch ends.
    pub(crate) fn metric_minute(&mut self, group_index: u32) {
        let now = self.now;
        self.queue.push(now + Span::from_s(60), Kind::MetricMinute as u8, 0, group_index);
        let cpu = self.average_cpu(group_index);
        let Some(tracking) = &mut self.scaling_groups[group_index as usize].tracking else { return };
        let requests = std::mem::take(&mut tracking.requests) as f64;
        let (value, instances) = match tracking.metric {
            ScalingMetric::AsgAverageCpuUtilization => cpu,
            ScalingMetric::AlbRequestCountPerTarget => {
                let targets = self.targets_of(group_index);
                (requests / f64::from(targets.max(1)), targets)
            }
            ScalingMetric::SqsBacklogPerInstance => self.backlog(group_index),
        };
        // Without data nothing is scaled (ASG-09).
        if instances == 0 {
            return;
        }
        let Some(tracking) = &mut self.scaling_groups[group_index as usize].tracking else { return };
        tracking.points.push_back(Point { delivered: now + tracking.delay, value, instances });
        while tracking.points.len() > LOW_POINTS + 12 {
            tracking.points.pop_front();
        }
    }

    /// The targets that the requests of the group are counted for: those that do not drain, warm or not (ASG-02, ASG-10).
    fn targets_of(&self, group_index: u32) -> u32 {
        let registered = self.groups.iter().flat_map(|group| &group.targets);
        let is_member = |instance: u32| self.instances[instance as usize].scaling_group == group_index;
        let mut targets: Vec<u32> = registered
            .filter(|target| !target.draining && is_member(target.instance))
            .map(|target| target.instance)
            .collect();
        targets.sort_unstable();
        targets.dedup();
        targets.len() as u32
    }

    /// Visible messages of the queue that a group consumes, for each instance in service, and how many they are (ASG-54).
    fn backlog(&self, group_index: u32) -> (f64, u32) {
        let group = &self.scaling_groups[group_index as usize];
        let serving = group.members.iter().map(|member| &self.instances[*member as usize]);
        let serving = serving.filter(|one| one.life == Life::InService && one.down.is_none()).count() as u32;
        match group.blueprint.consumers.first() {
            Some(consumer) => {
                let visible = self.queues[usize::from(consumer.queue)].visible_count;
                (f64::from(visible) / f64::from(serving.max(1)), serving)
            }
            None => (0.0, 0),
        }
    }

    /// The average over instances in service and warm in this minute, in per cent, and how many they are (ASG-10).
    fn average_cpu(&mut self, group_index: u32) -> (f64, u32) {
        let now = self.now;
        let members = self.scaling_groups[group_index as usize].members.clone();
        let (mut sum, mut count) = (0.0, 0_u32);
        for member in members {
            let instance = &mut self.instances[member as usize];
            let (since, mark) = instance.minute_mark;
            let integral = instance.cpu.busy().integral(now);
            instance.minute_mark = (now, integral);
            let counts = instance.life == Life::InService && instance.down.is_none() && instance.warm_at <= now;
            let elapsed = (now - since).as_ns() as f64 * f64::from(instance.vcpus);
            if counts && elapsed > 0.0 {
                let speed = instance.credits.map_or(1.0, |credits| credits.speed());
                sum += (integral - mark) as f64 / elapsed * 100.0 * speed;
                count += 1;
            }
        }
        (sum / f64::from(count.max(1)), count)
    }

    /// The alarms are evaluated, once a minute (ASG-60, ASG-61).
    pub(crate) fn alarm_evaluation(&mut self, group_index: u32) {
        let now = self.now;
        self.queue.push(now + Span::from_s(60), Kind::AlarmEvaluation as u8, 0, group_index);
        let group = &self.scaling_groups[group_index as usize];
        let part = group.part;
        let Some(tracking) = &group.tracking else { return };
        let delivered: Vec<Point> = tracking.points.iter().filter(|point| point.delivered <= now).collect();
        let (target, low, scale_in) = (tracking.target, tracking.low, tracking.scale_in);
        let (was_high, was_low) = (tracking.high, tracking.in_low);
        let metric = match tracking.metric {
            ScalingMetric::AsgAverageCpuUtilization => Metric::CpuUtilization,
            ScalingMetric::AlbRequestCountPerTarget => Metric::RequestCountPerTarget,
            ScalingMetric::SqsBacklogPerInstance => Metric::BacklogPerInstance,
        };
        let newest = |count: usize| (delivered.len() >= count).then(|| &delivered[delivered.len() - count..]);
        let high = newest(HIGH_POINTS).is_some_and(|points| points.iter().all(|point| point.value > target));
        let in_low = newest(LOW_POINTS).is_some_and(|points| points.iter().all(|point| point.value < low));
        let Some(last) = delivered.last().copied() else { return };
        if let Some(tracking) = &mut self.scaling_groups[group_index as usize].tracking {
            tracking.high = high;
            tracking.in_low = in_low;
        }
        let wanted = f64::from(last.instances) * last.value / target;
        if high {
            let fact = LogFact::AlarmHigh { metric, value: last.value as f32, threshold: target as f32 };
            self.scale_out(group_index, part, wanted, fact, was_high);
        } else if in_low && scale_in {
            let fact = LogFact::AlarmLow { metric, value: last.value as f32, threshold: low as f32 };
            self.scale_in(group_index, part, wanted, fact, was_low);
        }
    }

    /// Fractions round up, and what warms up counts already (ASG-06).
    fn scale_out(&mut self, group: u32, part: PartIndex, wanted: f64, fact: LogFact, standing: bool) {
        let scaling = &self.scaling_groups[group as usize];
        let wanted = (libm::ceil(wanted - 1e-9) as u32).min(scaling.max);
        if wanted > scaling.desired || !standing {
            let entry = self.log(Some(part), None, fact, Because::Demand);
            let desired = wanted.max(self.scaling_groups[group as usize].desired);
            self.set_desired(group, desired, Because::Decision(entry));
        }
    }

    /// Removals round down, and nothing is removed while something warms up (ASG-07, ASG-11).
    fn scale_in(&mut self, group: u32, part: PartIndex, wanted: f64, fact: LogFact, standing: bool) {
        let now = self.now;
        let scaling = &self.scaling_groups[group as usize];
        let warming = scaling.members.iter().any(|member| {
            let instance = &self.instances[*member as usize];
            instance.life == Life::Pending || instance.warm_at > now
        });
        let desired = scaling.desired;
        let removals = libm::floor((f64::from(desired) - wanted).max(0.0) + 1e-9) as u32;
        let to = desired.saturating_sub(removals).max(scaling.min);
        if !warming && (to < desired || !standing) {
            let entry = self.log(Some(part), None, fact, Because::Demand);
            self.set_desired(group, to, Because::Decision(entry));
        }
    }
}
