//! When requests arrive: open arrivals at a rate that changes in the course of the run, and clients that think.

use std::rc::Rc;

use ninepins_macros::{later, rare};
use ninepins_model::PartId;
use ninepins_model::parts::{Arrivals, Population, Shape, Traffic as Settings};
use ninepins_report::Class;

use super::pick_object;
use crate::attempt::{Attempt, NONE, Origin};
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{Span, Stream};
use crate::layer::lay_with;

/// The traffic of a source.
#[derive(Clone, Debug)]
pub(crate) struct Traffic {
    /// The rate in the course of time: seconds and requests per second, on lines between the points. Never empty.
    curve: Rc<[[f64; 2]]>,
    /// Seconds after which the curve starts again, or 0.
    period: f64,
    /// Whether all gaps and think times are alike.
    is_even: bool,
    /// Nanoseconds that the last even gap was too long or too short.
    residue: f64,
    /// Mean think time in seconds, where clients wait for their answers.
    think: Option<f64>,
}

/// A quarter of a wave, from its top to its middle, in twelve steps.
const QUARTER: [f64; 13] = [
    1.0,
    0.991_445,
    0.965_926,
    0.923_880,
    0.866_025,
    0.793_353,
    std::f64::consts::FRAC_1_SQRT_2,
    0.608_761,
    0.5,
    0.382_683,
    0.258_819,
    0.130_526,
    0.0,
];

/// The course of a rate.
struct Curve<'a> {
    settings: &'a Settings,
}

#[later]
impl Curve<'_> {
    /// Its corners: seconds and requests a second.
    fn points(&self) -> Vec<[f64; 2]> {
        let settings = self.settings;
        let (rps, peak) = (settings.rps, settings.peak_rps);
        let (start, length, rise) = (settings.start_s, settings.length_s, settings.rise_s);
        let before = [[0.0, rps], [start, rps]];
        let mut curve: Vec<[f64; 2]> = match settings.shape {
            Shape::Constant => vec![[0.0, rps]],
            Shape::Step => vec![before[0], before[1], [start, peak]],
            Shape::Ramp => vec![before[0], before[1], [start + length, peak]],
            Shape::FlashCrowd => {
                let (full, leaves) = (start + rise, start + rise + length);
                vec![before[0], before[1], [full, peak], [leaves, peak], [leaves + rise, rps]]
            }
            Shape::Daily => day(rps, peak, start, length.max(1.0)),
            Shape::Table => settings.points.clone(),
        };
        let is_number = |point: &[f64; 2]| point[0] >= 0.0 && point[1] >= 0.0 && point[0] + point[1] < 1e12;
        curve.retain(is_number);
        let mut latest = 0.0;
        for point in &mut curve {
            // What is out of order happens at once.
            point[0] = point[0].max(latest);
            latest = point[0];
        }
        if curve.is_empty() {
            curve.push([0.0, 0.0]);
        }
        curve
    }
}

impl Traffic {
    /// The traffic of these settings.
    pub(crate) fn new(settings: &Settings) -> Self {
        let curve = match settings.shape {
            Shape::Constant if (0.0..1e12).contains(&settings.rps) => vec![[0.0, settings.rps]],
            _ => Curve { settings }.points(),
        };
        Traffic {
            curve: curve.into(),
            period: if settings.shape == Shape::Daily { settings.length_s.max(1.0) } else { 0.0 },
            is_even: settings.arrivals == Arrivals::Deterministic,
            residue: 0.0,
            think: (settings.population == Population::Closed).then_some(settings.think_s.max(0.001)),
        }
    }

    /// No traffic at all.
    pub(crate) fn none() -> Self {
        Traffic { curve: Rc::new([[0.0, 0.0]]), period: 0.0, is_even: false, residue: 0.0, think: None }
    }

    /// Whether clients wait for their answers.
    #[inline]
    pub(crate) fn is_closed(&self) -> bool {
        self.think.is_some()
    }

    /// Seconds from `now` on until the curve has given `work` requests; nothing if that is not before `end`.
    fn gap(&self, now: f64, mut work: f64, end: f64) -> Option<f64> {
        let last = self.curve.len() - 1;
        let mut base = if self.period > 0.0 { (now / self.period).floor() * self.period } else { 0.0 };
        let mut at = now - base;
        let mut next = self.curve.partition_point(|point| point[0] <= at);
        while base + at < end {
            let (from, rate) = match next {
                0 => (0.0, self.curve[0][1]),
                next => (self.curve[next - 1][0], self.curve[next - 1][1]),
            };
            let (until, final_rate) = match next {
                next if next > last && self.period > 0.0 => (self.period, rate),
                next if next > last => (f64::INFINITY, rate),
                0 => (self.curve[0][0], rate),
                next => (self.curve[next][0], self.curve[next][1]),
            };
            let slope = if until > from && until < f64::INFINITY { (final_rate - rate) / (until - from) } else { 0.0 };
            let rate = rate + slope * (at - from);
            let length = (until - at).max(0.0);
            let given = if rate + final_rate > 0.0 { (rate + final_rate) / 2.0 * length } else { 0.0 };
            if given >= work {
                // rate·x + slope·x²/2 = work
                let root = (rate * rate + 2.0 * slope * work).max(0.0).sqrt();
                return Some(base + at + 2.0 * work / (rate + root).max(f64::MIN_POSITIVE) - now);
            }
            work -= given;
            (at, next) = if next > last { (0.0, 0) } else { (until, next + 1) };
            if next == 0 {
                if self.period <= 0.0 {
                    return None;
                }
                base += self.period;
                next = self.curve.partition_point(|point| point[0] <= 0.0);
            }
        }
        None
    }

    /// A gap in whole nanoseconds. Even gaps hand what is rounded off to the next one, so that they do not drift.
    fn whole(&mut self, gap: f64) -> Span {
        if !self.is_even {
            return Span::from_s_f64(gap);
        }
        let exact = gap * 1e9 + self.residue;
        let whole = exact.max(0.0).round();
        self.residue = exact - whole;
        Span::from_ns(whole as u64)
    }

    fn unit(&self, stream: &mut Stream) -> f64 {
        if self.is_even { 1.0 } else { stream.exponential() }
    }
}

/// A day's curve in 48 steps: a wave between two rates whose top is at `top`.
fn day(low: f64, high: f64, top: f64, length: f64) -> Vec<[f64; 2]> {
    let phase = (top / length).fract() * 48.0;
    let wave = |step: usize| {
        let step = step % 48;
        match step {
            0..=12 => QUARTER[step],
            13..=24 => -QUARTER[24 - step],
            25..=36 => -QUARTER[step - 24],
            _ => QUARTER[48 - step],
        }
    };
    (0..=48)
        .map(|step| {
            let from_top = step as f64 + 48.0 - phase;
            let whole = from_top.floor();
            let (before, after) = (wave(whole as usize), wave(whole as usize + 1));
            let height = before + (after - before) * (from_top - whole);
            [step as f64 / 48.0 * length, low + (high - low) * (1.0 + height) / 2.0]
        })
        .collect()
}

impl Engine {
    /// Schedules the next arrival of an open population.
    pub(crate) fn schedule_arrival(&mut self, index: u32) {
        let end = self.end.as_s_f64();
        let users = &mut self.users[index as usize];
        if users.traffic.is_closed() {
            return;
        }
        let gap = if let [[_, rps]] = *users.traffic.curve {
            let rate = users.factor(rps);
            if rate <= 0.0 {
                return;
            }
            users.traffic.unit(&mut users.arrivals) / rate
        } else {
            let factor = users.factor(1.0);
            if factor <= 0.0 {
                return;
            }
            let work = users.traffic.unit(&mut users.arrivals) / factor;
            match users.traffic.gap(self.now.as_s_f64(), work, end) {
                Some(gap) => gap,
                None => return,
            }
        };
        let gap = users.traffic.whole(gap);
        self.queue.push(self.now + gap, Kind::Arrival as u8, users.epoch & 0x00ff_ffff, index);
    }

    /// The rate of a source changed: arrivals have no memory, so the next one is drawn anew.
    pub(crate) fn rate_changed(&mut self, index: u32) {
        self.users[index as usize].epoch += 1;
        self.schedule_arrival(index);
    }

    /// A request of an open population arrives.
    pub(crate) fn arrival(&mut self, index: u32, epoch: u32) {
        if self.users[index as usize].epoch & 0x00ff_ffff == epoch {
            self.new_request(index, None);
        }
    }

    fn new_request(&mut self, index: u32, thinker: Option<u32>) {
        let now = self.now;
        let users = &mut self.users[index as usize];
        let pick = users.choices.unit();
        let class = match pick {
            pick if pick < users.mix[0] => Class::Asset,
            pick if pick < users.mix[1] => Class::Read,
            _ => Class::Write,
        };
        let client = match thinker {
            Some(client) => client,
            None => users.choices.below(users.clients),
        };
        let object = if class == Class::Asset { pick_object(users, self.catalogue) } else { NONE };
        let mut attempt = Attempt::new(Origin::Client, class, now);
        attempt.users = index as u16;
        attempt.client = client;
        attempt.object = object;
        attempt.number = self.totals.generated;
        self.totals.generated += 1;
        self.record.started(class);
        self.record.arrived(users.part);
        if thinker.is_none() {
            self.schedule_arrival(index);
        }
        let slot = self.insert(attempt);
        self.begin_attempt(slot);
    }
}

#[later]
impl Engine {
    /// Every client of a closed population begins by thinking.
    pub(crate) fn start_thinking(&mut self, index: u32) {
        let clients = self.users[index as usize].clients;
        for client in 0..clients {
            self.think(index, client, true);
        }
    }

    /// A client thinks before it sends its next request. Traffic times a factor is so much less time to think.
    pub(crate) fn think(&mut self, index: u32, client: u32, at_start: bool) {
        let users = &mut self.users[index as usize];
        let Some(mean) = users.traffic.think else { return };
        let factor = users.factor(1.0);
        let share = match (users.traffic.is_even, at_start) {
            (true, true) => users.arrivals.unit(),
            (true, false) => 1.0,
            (false, _) => users.arrivals.exponential(),
        };
        // Without any traffic it looks again every second.
        let wait = if factor > 0.0 { Span::from_s_f64(mean * share / factor) } else { Span::from_s(1) };
        self.queue.push(self.now + wait, Kind::ThoughtOver as u8, client, index);
    }

    /// A client of a closed population has thought.
    pub(crate) fn thought_over(&mut self, index: u32, client: u32) {
        if self.users[index as usize].factor(1.0) <= 0.0 {
            return self.think(index, client, false);
        }
        self.new_request(index, Some(client));
    }
}

#[rare]
impl Engine {
    /// The traffic of a source is multiplied, or is no more.
    pub(crate) fn change_traffic(&mut self, id: &PartId, factor: f64, event: u32, on: bool) -> u32 {
        let part = self.part_index(id);
        let Some(index) = self.users.iter().position(|users| Some(users.part) == part && !users.is_checker) else {
            return 0;
        };
        let factors = &mut self.users[index].factors;
        lay_with(factors, event, on.then_some(if factor.is_finite() { factor.clamp(0.0, 1000.0) } else { 1.0 }));
        self.rate_changed(index as u32);
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn traffic(shape: Shape) -> Traffic {
        let (points, length_s) = (vec![[10.0, 0.0], [20.0, 10.0], [30.0, 10.0], [30.0, 0.0]], 100.0);
        Traffic::new(&Settings {
            shape,
            points,
            length_s,
            rps: 10.0,
            peak_rps: 30.0,
            start_s: 100.0,
            ..Settings::default()
        })
    }

    #[test]
    fn a_ramp_gives_its_mean_rate() {
        // From 10 to 30 a second in 100 s: 2,000 requests.
        assert!((traffic(Shape::Ramp).gap(100.0, 2000.0, 1e6).unwrap() - 100.0).abs() < 1e-6);
    }

    #[test]
    fn a_table_starts_at_its_first_rate_and_ends_where_it_gives_no_more() {
        // A triangle of 50 requests until 20 s, then 100 until 30 s.
        let table = traffic(Shape::Table);
        assert!((table.gap(0.0, 50.0, 1e6).unwrap() - 20.0).abs() < 1e-6);
        assert!((table.gap(0.0, 149.0, 1e6).unwrap() - 29.9).abs() < 1e-6);
        assert_eq!(table.gap(0.0, 151.0, 1e6), None);
    }

    #[test]
    fn a_day_gives_the_mean_of_its_rates_and_starts_again() {
        let daily = traffic(Shape::Daily);
        assert!((daily.gap(0.0, 6000.0, 1e6).unwrap() - 300.0).abs() < 0.01);
        assert!((daily.gap(95.0, 10.0, 1e6).unwrap() - 0.334).abs() < 0.005);
    }
}
