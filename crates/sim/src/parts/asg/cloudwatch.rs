//! CloudWatch's data points of a group: every minute, or every five of EC2's own with basic monitoring (EC2-15).

use ninepins_macros::rare;
use ninepins_report::Metric;

use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Ring, SimTime, Slot, Span};
use crate::parts::instance::Life;

/// Seconds of a minute, which counts are reckoned by.
const MINUTE_S: f64 = 60.0;
/// Minutes that basic monitoring puts into one data point.
const BASIC_MINUTES: u32 = 5;
/// Data points that are kept: more than the longest alarm looks at.
const KEPT: usize = 70;

/// What CloudWatch knows of a group.
#[derive(Clone, Debug)]
pub(crate) struct Watch {
    /// How long a data point is, and how often alarms look: a minute, or less of a high-resolution metric (ASG-13). What is
    /// said of minutes below is said of these.
    pub(crate) period: Span,
    /// When the first minute ends.
    pub(crate) phase: SimTime,
    pub(crate) delay: Span,
    /// Minutes that have ended.
    pub(crate) minutes: u32,
    /// The minute of five in which a data point of basic monitoring is complete; none with detailed monitoring.
    pub(crate) basic: Option<u32>,
    pub(crate) series: Vec<Series>,
}

/// The data points of one metric.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    pub(crate) metric: Metric,
    /// What the minute under way has counted: requests, or answers and the nanoseconds they took.
    counted: (u64, u64),
    points: Ring<Point>,
}

/// One data point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    /// The minute at whose end it is complete, from 0.
    pub(crate) minute: u32,
    /// Per cent, requests, bytes or seconds.
    pub(crate) value: f64,
    /// Instances, or targets, in it.
    pub(crate) instances: u32,
}

#[rare]
impl Watch {
    /// The place of a metric's series, which begins with its first use.
    pub(crate) fn series_of(&mut self, metric: Metric) -> usize {
        if let Some(place) = self.series.iter().position(|series| series.metric == metric) {
            return place;
        }
        self.series.push(Series { metric, counted: (0, 0), points: Ring::new() });
        self.series.len() - 1
    }

    /// When the period of a data point began.
    pub(crate) fn began(&self, point: Point) -> SimTime {
        let periods = if self.basic.is_some() { BASIC_MINUTES } else { 1 };
        let end = self.phase + self.period * u64::from(point.minute);
        end.max(SimTime::ZERO + self.period * u64::from(periods)) - self.period * u64::from(periods)
    }

    /// The newest minute whose data point has been delivered.
    fn newest(&self, now: SimTime) -> Option<u32> {
        let first = self.phase + self.delay;
        (now >= first).then(|| ((now - first).as_ns() / self.period.as_ns()) as u32)
    }

    /// Whether so many minutes in a row breach, the way CloudWatch evaluates missing data points (ASG-60), and the last data
    /// point that was looked at. Without any there is no opinion (ASG-09).
    pub(crate) fn breaches(
        &self,
        series: usize,
        now: SimTime,
        (periods, was): (u32, bool),
        is_breaching: &dyn Fn(f64) -> bool,
    ) -> (bool, Option<Point>) {
        let Some(newest) = self.newest(now) else { return (false, None) };
        // Two more than the alarm needs are looked at, so that a missing one does not count at once.
        let range = (newest + 1).saturating_sub(periods + 2)..=newest;
        let points: Vec<Point> =
            self.series[series].points.iter().filter(|point| range.contains(&point.minute)).collect();
        let Some(last) = points.last().copied() else { return (false, None) };
        let needed = periods as usize;
        let on = if points.len() >= needed {
            points[points.len() - needed..].iter().all(|point| is_breaching(point.value))
        } else if points.iter().all(|point| is_breaching(point.value)) {
            newest - points[0].minute + 1 >= periods || was
        } else {
            false
        };
        (on, Some(last))
    }
}

impl Engine {
    /// A second ends: the load balancer has counted its requests.
    pub(crate) fn count_requests(&mut self) {
        for group in &mut self.scaling_groups {
            let counters = &self.record.parts[usize::from(group.part)];
            for series in &mut group.watch.series {
                let (more, spent) = match series.metric {
                    Metric::TargetResponseTime => (counters.finished, counters.spent_ns),
                    _ => (counters.arrived, 0),
                };
                series.counted.0 += u64::from(more);
                series.counted.1 += spent;
            }
        }
    }

    /// An instance has answered: its network has carried the request and the answer.
    pub(crate) fn count_bytes(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let class = attempt.class as usize;
        let Some(users) = self.users.get(usize::from(attempt.users)) else { return };
        let bytes = [users.bytes[0][class], users.bytes[1][class]];
        let carried = &mut self.instances[attempt.instance as usize].carried;
        carried[0] += u64::from(bytes[0]);
        carried[1] += u64::from(bytes[1]);
    }
}

#[rare]
impl Engine {
    /// A minute of CloudWatch ends.
    pub(crate) fn metric_minute(&mut self, group_index: u32) {
        let watch = &mut self.scaling_groups[group_index as usize].watch;
        self.queue.push(self.now + watch.period, Kind::MetricMinute as u8, 0, group_index);
        let part_of_minute = watch.period.as_s_f64() / MINUTE_S;
        let minute = watch.minutes;
        watch.minutes += 1;
        // EC2's own metrics come when their period is over.
        let is_complete = watch.basic.is_none_or(|phase| minute % BASIC_MINUTES == phase);
        let span = if watch.basic.is_some() { f64::from(BASIC_MINUTES) } else { part_of_minute };
        let of_instances = is_complete.then(|| self.average(group_index, span));
        for place in 0..self.scaling_groups[group_index as usize].watch.series.len() {
            let series = &mut self.scaling_groups[group_index as usize].watch.series[place];
            let (count, spent) = std::mem::take(&mut series.counted);
            let found = match (series.metric, &of_instances) {
                // The run sees only a part of its first minute.
                _ if minute == 0 => None,
                (Metric::RequestCount, _) => Some((count as f64 / part_of_minute, 1)),
                (Metric::TargetResponseTime, _) if count == 0 => None,
                (Metric::TargetResponseTime, _) => Some((spent as f64 / 1e9 / count as f64, 1)),
                (Metric::RequestCountPerTarget, _) => {
                    let targets = self.targets_of(group_index);
                    Some((count as f64 / part_of_minute / f64::from(targets.max(1)), targets))
                }
                (Metric::BacklogPerInstance, _) => self.backlog(group_index),
                (_, None) => None,
                (Metric::NetworkIn, Some(average)) => Some((average.bytes[0], average.instances)),
                (Metric::NetworkOut, Some(average)) => Some((average.bytes[1], average.instances)),
                (_, Some(average)) => Some((average.cpu, average.instances)),
            };
            // Without data nothing is scaled (ASG-09).
            let Some((value, instances)) = found.filter(|(_, instances)| *instances > 0) else { continue };
            self.learn(group_index, place, value * f64::from(instances));
            let points = &mut self.scaling_groups[group_index as usize].watch.series[place].points;
            points.push_back(Point { minute, value, instances });
            while points.len() > KEPT {
                points.pop_front();
            }
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
    fn backlog(&self, group_index: u32) -> Option<(f64, u32)> {
        let group = &self.scaling_groups[group_index as usize];
        let queue = usize::from(group.blueprint.consumers.first()?.queue);
        let members = group.members.iter().map(|member| &self.instances[*member as usize]);
        let serving = members.filter(|one| one.life == Life::InService && one.down.is_none()).count() as u32;
        Some((f64::from(self.queues[queue].visible_count) / f64::from(serving.max(1)), serving))
    }

    /// The average over instances in service and warm in this period (ASG-10).
    fn average(&mut self, group_index: u32, minutes: f64) -> Average {
        let now = self.now;
        let mut sum = Average::default();
        for place in 0..self.scaling_groups[group_index as usize].members.len() {
            let member = self.scaling_groups[group_index as usize].members[place];
            let instance = &mut self.instances[member as usize];
            let (since, mark) = instance.minute_mark;
            let integral = instance.busy_integral(now);
            instance.minute_mark = (now, integral);
            let carried = std::mem::take(&mut instance.carried);
            let counts = instance.life == Life::InService && instance.down.is_none() && instance.warm_at <= now;
            let elapsed = (now - since).as_ns() as f64 * f64::from(instance.vcpus);
            if counts && elapsed > 0.0 {
                let speed = instance.credits.map_or(1.0, |credits| credits.speed());
                sum.cpu += (integral - mark) as f64 / elapsed * 100.0 * speed;
                sum.bytes[0] += carried[0] as f64 / minutes;
                sum.bytes[1] += carried[1] as f64 / minutes;
                sum.instances += 1;
            }
        }
        let count = f64::from(sum.instances.max(1));
        Average { cpu: sum.cpu / count, bytes: sum.bytes.map(|bytes| bytes / count), instances: sum.instances }
    }
}

/// What EC2 measures of the instances of a group.
#[derive(Default)]
struct Average {
    /// Per cent.
    cpu: f64,
    /// Bytes a minute, in and out.
    bytes: [f64; 2],
    instances: u32,
}
