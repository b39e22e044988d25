//! Dynamic scaling policies: two alarms each, and what they make of the desired capacity.

use ninepins_macros::rare;
use ninepins_model::ScalingProcess;
use ninepins_model::parts::{AdjustmentType, ScalingStep};
use ninepins_report::{Because, LogFact, Metric};

use super::cloudwatch::Point;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::SimTime;
use crate::parts::instance::Life;

/// Data points that the high and the low alarm of target tracking look at (ASG-03, ASG-04).
pub(crate) const TRACKING_PERIODS: [u32; 2] = [3, 15];

/// A policy with its two alarms.
#[derive(Clone, Debug)]
pub(crate) struct Policy {
    pub(crate) series: usize,
    pub(crate) metric: Metric,
    pub(crate) rule: Rule,
    /// The high and the low alarm.
    pub(crate) alarms: [Alarm; 2],
}

/// An alarm: how many minutes must breach which threshold, and whether they do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alarm {
    pub(crate) threshold: f64,
    pub(crate) periods: u32,
    pub(crate) on: bool,
}

/// What a policy does.
#[derive(Clone, Debug)]
pub(crate) enum Rule {
    /// Target tracking.
    Tracking {
        /// What it aims at.
        target: f64,
        /// Whether it may remove instances.
        scale_in: bool,
    },
    /// Step or simple scaling.
    Steps(Box<Steps>),
}

/// Adjustments by how far an alarm is breached.
#[derive(Clone, Debug)]
pub(crate) struct Steps {
    /// Whether it waits for activities and the cooldown, and knows one adjustment only (ASG-20).
    pub(crate) is_simple: bool,
    pub(crate) kind: AdjustmentType,
    pub(crate) least: u32,
    /// Steps of the high and the low alarm.
    pub(crate) steps: [Vec<ScalingStep>; 2],
}

impl Steps {
    /// What a breach by so much makes of so many instances; the low alarm's steps mirror the high one's bounds (ASG-14).
    fn capacity(&self, low: usize, breach: f64, base: u32) -> Option<u32> {
        let steps = &self.steps[low];
        let fits = |step: &&ScalingStep| match low {
            0 => step.from <= breach && breach < step.to,
            _ => step.from < breach && breach <= step.to,
        };
        let step = if self.is_simple { steps.first() } else { steps.iter().find(fits) }?;
        let change = match self.kind {
            AdjustmentType::ExactCapacity => return Some(step.adjustment.max(0.0) as u32),
            AdjustmentType::ChangeInCapacity => libm::trunc(step.adjustment) as i64,
            AdjustmentType::PercentChangeInCapacity => {
                let change = percent_change(base, step.adjustment);
                change.signum() * change.abs().max(i64::from(self.least) * change.signum().abs())
            }
        };
        Some((i64::from(base) + change).clamp(0, i64::from(u32::MAX)) as u32)
    }
}

/// So many per cent of the capacity, in whole instances: at least one, otherwise towards zero (ASG-15).
fn percent_change(base: u32, percent: f64) -> i64 {
    let exact = f64::from(base) * percent / 100.0;
    if exact == 0.0 {
        0
    } else if exact.abs() < 1.0 {
        if exact > 0.0 { 1 } else { -1 }
    } else {
        // A third of three is one, whatever binary fractions make of it.
        libm::trunc(exact + if exact > 0.0 { 1e-9 } else { -1e-9 }) as i64
    }
}

/// What one policy wants in a direction.
struct Want {
    to: u32,
    /// Whether its alarm was on before.
    standing: bool,
    fact: LogFact,
    is_tracking: bool,
    is_simple: bool,
}

#[rare]
impl Engine {
    /// The alarms are evaluated, once a minute (ASG-60, ASG-61).
    pub(crate) fn alarm_evaluation(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        self.queue.push(self.now + group.watch.period, Kind::AlarmEvaluation as u8, 0, group_index);
        let (mut out, mut inwards) = (Vec::new(), Vec::new());
        let mut disagrees = false;
        for place in 0..group.policies.len() {
            let policy = &self.scaling_groups[group_index as usize].policies[place];
            let (was, is_tracking) =
                (policy.alarms.map(|alarm| alarm.on), matches!(policy.rule, Rule::Tracking { .. }));
            let may_scale_in = !matches!(policy.rule, Rule::Tracking { scale_in: false, .. });
            let Some((on, last)) = self.evaluate(group_index, place) else {
                disagrees |= is_tracking && may_scale_in;
                continue;
            };
            if on[0] {
                out.extend(self.want(group_index, place, 0, last, was[0]));
            } else if on[1] && may_scale_in {
                inwards.extend(self.want(group_index, place, 1, last, was[1]));
            } else if is_tracking && may_scale_in {
                disagrees = true;
            }
        }
        if self.scaling_groups[group_index as usize].suspended(ScalingProcess::AlarmNotification).is_some() {
            return;
        }
        if !out.is_empty() {
            return self.scale_out(group_index, out);
        }
        // All target tracking policies must agree before one removes anything (ASG-08).
        inwards.retain(|want| !(disagrees && want.is_tracking));
        if !inwards.is_empty() {
            self.scale_in(group_index, inwards);
        }
    }

    /// Evaluates both alarms of a policy. Nothing without data.
    fn evaluate(&mut self, group_index: u32, place: usize) -> Option<([bool; 2], Point)> {
        let now = self.now;
        let group = &self.scaling_groups[group_index as usize];
        let policy = &group.policies[place];
        let is_tracking = matches!(policy.rule, Rule::Tracking { .. });
        let [high, low] = policy.alarms;
        let above = move |value: f64| value > high.threshold || (!is_tracking && value == high.threshold);
        let below = move |value: f64| value < low.threshold || (!is_tracking && value == low.threshold);
        let (is_high, last) = group.watch.breaches(policy.series, now, (high.periods, high.on), &above);
        let (is_low, seen) = group.watch.breaches(policy.series, now, (low.periods, low.on), &below);
        let alarms = &mut self.scaling_groups[group_index as usize].policies[place].alarms;
        (alarms[0].on, alarms[1].on) = (is_high, is_low);
        Some(([is_high, is_low], last.or(seen)?))
    }

    /// What a policy whose alarm is on wants: `low` is 1 for the low alarm.
    fn want(&self, group_index: u32, place: usize, low: usize, last: Point, standing: bool) -> Option<Want> {
        let group = &self.scaling_groups[group_index as usize];
        let policy = &group.policies[place];
        let (metric, alarm, value) = (policy.metric, policy.alarms[low], last.value as f32);
        let (threshold, periods) = (alarm.threshold as f32, alarm.periods as u8);
        let period_s = (group.watch.period.as_ns() / 1_000_000_000) as u8;
        let fact = match low {
            0 => LogFact::AlarmHigh { metric, value, threshold, periods, period_s },
            _ => LogFact::AlarmLow { metric, value, threshold, periods, period_s },
        };
        let want = |to, is_tracking, is_simple| Want { to, standing, fact, is_tracking, is_simple };
        match &policy.rule {
            Rule::Tracking { target, .. } => {
                // What was measured before instances went says nothing of those that are left (ASG-07).
                if low == 1 && group.watch.began(last) < group.scaled_in {
                    return None;
                }
                let needed = f64::from(last.instances) * last.value / target;
                Some(match low {
                    // Fractions round up, and what warms up counts already (ASG-06).
                    0 => want(libm::ceil(needed - 1e-9) as u32, true, false),
                    // Removals round down (ASG-07).
                    _ => {
                        let removals = libm::floor((f64::from(group.desired) - needed).max(0.0) + 1e-9) as u32;
                        want(group.desired.saturating_sub(removals), true, false)
                    }
                })
            }
            Rule::Steps(steps) => {
                if steps.is_simple && self.is_cooling(group_index) {
                    return None;
                }
                // What warms up is not there yet, and what terminates still is (ASG-19).
                let base = match low {
                    0 => group.desired.saturating_sub(self.warming(group_index)),
                    _ => group.desired + self.terminating(group_index),
                };
                let base = if steps.is_simple { group.desired } else { base };
                steps.capacity(low, last.value - alarm.threshold, base).map(|to| want(to, false, steps.is_simple))
            }
        }
    }

    /// The largest capacity that any policy wants (ASG-08).
    fn scale_out(&mut self, group: u32, wants: Vec<Want>) {
        let scaling = &self.scaling_groups[group as usize];
        let (part, desired, limit) = (scaling.part, scaling.desired, scaling.limit());
        let mut best: Option<(u32, u32, bool)> = None;
        for want in wants {
            let to = want.to.min(limit);
            if to > desired || !want.standing {
                let entry = self.log(Some(part), None, want.fact, Because::Demand);
                if best.is_none_or(|(most, ..)| to > most) {
                    best = Some((to, entry, want.is_simple));
                }
            }
        }
        if let Some((to, entry, is_simple)) = best {
            self.scaled(group, to.max(desired), entry, is_simple);
        }
    }

    /// The largest capacity that those that want fewer leave, and nothing while something warms up (ASG-11).
    fn scale_in(&mut self, group: u32, wants: Vec<Want>) {
        if self.warming(group) > 0 {
            return;
        }
        let scaling = &self.scaling_groups[group as usize];
        let (part, desired) = (scaling.part, scaling.desired);
        let least = scaling.min.max(scaling.forecast);
        let mut best: Option<(u32, u32, bool)> = None;
        for want in wants {
            let to = want.to.max(least).min(desired);
            if to < desired || !want.standing {
                let entry = self.log(Some(part), None, want.fact, Because::Demand);
                if best.is_none_or(|(most, ..)| to > most) {
                    best = Some((to, entry, want.is_simple));
                }
            }
        }
        if let Some((to, entry, is_simple)) = best {
            if to < desired {
                self.scaling_groups[group as usize].scaled_in = self.now;
            }
            self.scaled(group, to, entry, is_simple);
        }
    }

    fn scaled(&mut self, group: u32, to: u32, entry: u32, is_simple: bool) {
        if self.set_desired(group, to, Because::Decision(entry)) && is_simple {
            self.scaling_groups[group as usize].cooling = true;
        }
    }

    /// Instances that start or warm up.
    fn warming(&self, group: u32) -> u32 {
        let is_warming = |member: &&u32| {
            let instance = &self.instances[**member as usize];
            instance.life == Life::Pending || instance.warm_at > self.now
        };
        self.scaling_groups[group as usize].members.iter().filter(is_warming).count() as u32
    }

    fn terminating(&self, group: u32) -> u32 {
        let is_leaving = |member: &&u32| self.instances[**member as usize].life == Life::Draining;
        self.scaling_groups[group as usize].members.iter().filter(is_leaving).count() as u32
    }

    /// Whether simple scaling has to wait: for what it began, then for the cooldown (ASG-20, ASG-21).
    fn is_cooling(&self, group_index: u32) -> bool {
        let group = &self.scaling_groups[group_index as usize];
        let is_busy = |member: &u32| matches!(self.instances[*member as usize].life, Life::Pending | Life::Draining);
        let cools = group.last_activity + group.cooldown > self.now && group.last_activity > SimTime::ZERO;
        group.cooling && (cools || group.members.iter().any(is_busy))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The policy of AWS's example: none up to 10 above the threshold, 10 % up to 20, 30 % beyond, and mirrored.
    fn example() -> Steps {
        let step = |from, to, adjustment| ScalingStep { from, to, adjustment };
        let (open, closed) = (f64::INFINITY, f64::NEG_INFINITY);
        Steps {
            is_simple: false,
            kind: AdjustmentType::PercentChangeInCapacity,
            least: 1,
            steps: [
                vec![step(0.0, 10.0, 0.0), step(10.0, 20.0, 10.0), step(20.0, open, 30.0)],
                vec![step(-10.0, 0.0, 0.0), step(-20.0, -10.0, -10.0), step(closed, -20.0, -30.0)],
            ],
        }
    }

    #[test]
    fn the_official_sequence_of_step_scaling_goes_over_11_14_and_13_back_to_10() {
        let steps = example();
        assert_eq!(steps.capacity(0, 60.0 - 50.0, 10), Some(11));
        assert_eq!(steps.capacity(0, 70.0 - 50.0, 11), Some(14));
        assert_eq!(steps.capacity(1, 40.0 - 50.0, 14), Some(13));
        assert_eq!(steps.capacity(1, 30.0 - 50.0, 13), Some(10));
        assert_eq!(steps.capacity(0, 5.0, 10), Some(10));
    }

    #[test]
    fn per_cent_round_towards_zero_but_never_to_it() {
        assert_eq!(
            [(10, 25.0), (3, 10.0), (3, -10.0), (20, -33.35)].map(|(base, by)| percent_change(base, by)),
            [2, 1, -1, -6]
        );
    }

    #[test]
    fn a_change_in_per_cent_is_at_least_the_minimum_magnitude() {
        let steps = Steps { least: 3, ..example() };
        assert_eq!((steps.capacity(0, 12.0, 10), steps.capacity(1, -12.0, 10)), (Some(13), Some(7)));
        assert_eq!(steps.capacity(0, 5.0, 10), Some(10));
    }
}
