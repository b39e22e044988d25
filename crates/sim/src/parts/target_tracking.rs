//! Target tracking on CPU: CloudWatch's one-minute data points, two alarms, and what they make of the desired capacity.

use ninepins_report::{Because, LogFact, PartIndex};

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
    pub(crate) target: f64,
    pub(crate) low: f64,
    pub(crate) scale_in: bool,
    pub(crate) delay: Span,
    /// Data points: when delivered, average in per cent, instances in it.
    pub(crate) points: Ring<Point>,
    pub(crate) high: bool,
    pub(crate) in_low: bool,
}

/// One minute's data point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    pub(crate) delivered: SimTime,
    pub(crate) cpu_percent: f64,
    pub(crate) instances: u32,
}

impl Engine {
    /// A minute of CloudWatch ends: the group's average over instances in service and warm (ASG-10).
    pub(crate) fn metric_minute(&mut self, group_index: u32) {
        let now = self.now;
        self.queue.push(now + Span::from_s(60), Kind::MetricMinute as u8, 0, group_index);
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
        let Some(tracking) = &mut self.scaling_groups[group_index as usize].tracking else { return };
        if count == 0 {
            return;
        }
        let point = Point { delivered: now + tracking.delay, cpu_percent: sum / f64::from(count), instances: count };
        tracking.points.push_back(point);
        while tracking.points.len() > LOW_POINTS + 12 {
            tracking.points.pop_front();
        }
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
        let newest = |count: usize| (delivered.len() >= count).then(|| &delivered[delivered.len() - count..]);
        let high = newest(HIGH_POINTS).is_some_and(|points| points.iter().all(|point| point.cpu_percent > target));
        let in_low = newest(LOW_POINTS).is_some_and(|points| points.iter().all(|point| point.cpu_percent < low));
        let Some(last) = delivered.last().copied() else { return };
        if let Some(tracking) = &mut self.scaling_groups[group_index as usize].tracking {
            tracking.high = high;
            tracking.in_low = in_low;
        }
        let wanted = f64::from(last.instances) * last.cpu_percent / target;
        if high {
            let fact = LogFact::AlarmHigh { cpu_percent: last.cpu_percent as f32, threshold_percent: target as f32 };
            self.scale_out(group_index, part, wanted, fact, was_high);
        } else if in_low && scale_in {
            let fact = LogFact::AlarmLow { cpu_percent: last.cpu_percent as f32, threshold_percent: low as f32 };
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
