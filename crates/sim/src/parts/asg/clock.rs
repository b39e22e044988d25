//! Scheduled actions and predictive scaling: what the clock brings.

use ninepins_macros::rare;
use ninepins_model::ScalingProcess;
use ninepins_model::parts::{Forecast, ScheduledAction};
use ninepins_report::{Because, LogFact};

use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Span, Stream};

/// Seconds of an hour.
const HOUR: u64 = 3_600;

/// Scheduled actions with their next times, and by how much they may be late.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) actions: Vec<(ScheduledAction, Option<u64>)>,
    pub(crate) delay: Span,
    pub(crate) delays: Stream,
}

/// A predictive scaling policy.
#[derive(Clone, Debug)]
pub(crate) struct Predictor {
    /// The series that it learns from, and what each instance may have of it.
    pub(crate) series: usize,
    pub(crate) target: f64,
    /// What is known of hours of the day before the run.
    pub(crate) forecast: Vec<Forecast>,
    /// Instances that the hours of the day have needed: the sum, and of how many minutes.
    pub(crate) seen: [(f64, u32); 24],
    pub(crate) buffer: Span,
    /// How far above the forecast the maximum may rise, if it may.
    pub(crate) above_max: Option<f64>,
}

impl Predictor {
    /// Instances that an hour of the day needs. What the run has shown counts after a day of it (ASG-49).
    fn needed(&self, hour: usize, now: SimTime) -> Option<u32> {
        let before = |forecast: &&Forecast| forecast.hour as usize <= hour;
        let listed = self.forecast.iter().rev().find(before).or_else(|| self.forecast.last());
        if let Some(listed) = listed {
            return Some(listed.instances);
        }
        let (sum, minutes) = self.seen[hour];
        let has_history = now >= SimTime::from_s(24 * HOUR) && minutes > 0;
        has_history.then(|| libm::ceil(sum / f64::from(minutes) - 1e-9) as u32)
    }
}

#[rare]
impl Engine {
    /// Begins the clock of a group.
    pub(crate) fn start_clock(&mut self, group_index: u32) {
        let group = &self.scaling_groups[group_index as usize];
        for token in 1..=group.schedule.actions.len() as u32 {
            self.schedule_next(group_index, token, None);
        }
        self.next_forecast(group_index);
    }

    /// Puts the next time of a scheduled action on the queue.
    fn schedule_next(&mut self, group_index: u32, token: u32, after: Option<u64>) {
        let schedule = &mut self.scaling_groups[group_index as usize].schedule;
        let Some((action, next)) = schedule.actions.get_mut(token as usize - 1) else { return };
        *next = action.when.after(after);
        let Some(second) = *next else { return };
        let due = SimTime::from_s(second) + schedule.delays.uniform_span(Span::ZERO, schedule.delay);
        self.queue.push(due.max(self.now), Kind::GroupClock as u8, token, group_index);
    }

    /// The start of the next hour, or the buffer before it (ASG-50).
    fn next_forecast(&mut self, group_index: u32) {
        let Some(predictor) = &self.scaling_groups[group_index as usize].predictor else { return };
        let buffer = predictor.buffer;
        let ahead = (self.now + buffer).as_ns() / (HOUR * 1_000_000_000) + 1;
        let due = SimTime::from_s(ahead * HOUR) - buffer;
        self.queue.push(due, Kind::GroupClock as u8, 0, group_index);
    }

    /// A scheduled action is due (the token is its number, from 1), or the forecast of an hour (0).
    pub(crate) fn group_clock(&mut self, group_index: u32, token: u32) {
        if token == 0 {
            self.apply_forecast(group_index);
            return self.next_forecast(group_index);
        }
        let group = &self.scaling_groups[group_index as usize];
        let (part, found) = (group.part, group.schedule.actions.get(token as usize - 1).copied());
        let Some((action, at)) = found else { return };
        self.schedule_next(group_index, token, at);
        if self.scaling_groups[group_index as usize].suspended(ScalingProcess::ScheduledActions).is_some() {
            return;
        }
        let entry = self.log(Some(part), None, LogFact::ScheduledAction, Because::Configuration);
        let group = &mut self.scaling_groups[group_index as usize];
        group.min = action.min.unwrap_or(group.min);
        group.max = action.max.unwrap_or(group.max).max(group.min);
        let desired = action.desired.unwrap_or(group.desired);
        self.set_desired(group_index, desired, Because::Decision(entry));
    }

    /// Capacity for the hour that begins: it is raised and never lowered (ASG-50).
    fn apply_forecast(&mut self, group_index: u32) {
        let now = self.now;
        let group = &mut self.scaling_groups[group_index as usize];
        let Some(predictor) = &group.predictor else { return };
        let hour = (now + predictor.buffer).as_ns() / (HOUR * 1_000_000_000) % 24;
        let Some(needed) = predictor.needed(hour as usize, now) else { return };
        group.raised_max = predictor.above_max.map_or(0, |share| libm::ceil(f64::from(needed) * share - 1e-9) as u32);
        group.forecast = needed.min(group.limit());
        let (part, desired) = (group.part, group.desired);
        if group.forecast > desired {
            let fact = LogFact::CapacityForecast { instances: needed };
            let entry = self.log(Some(part), None, fact, Because::Demand);
            self.set_desired(group_index, needed, Because::Decision(entry));
        }
    }

    /// A data point came in: so much of a metric in all.
    pub(crate) fn learn(&mut self, group_index: u32, series: usize, total: f64) {
        let hour = self.now.as_ns() / (HOUR * 1_000_000_000) % 24;
        let Some(predictor) = &mut self.scaling_groups[group_index as usize].predictor else { return };
        if predictor.series == series {
            let seen = &mut predictor.seen[hour as usize];
            seen.0 += total / predictor.target;
            seen.1 += 1;
        }
    }
}
