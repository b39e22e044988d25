//! Which dots run on which wire: how many by rate, how far by time.

use std::collections::BTreeMap;

use ninepins_model::WireId;

/// Most dots at once.
const MOST: usize = 400;
/// How fast a dot runs, in canvas units per second.
const SPEED: f64 = 110.0;
/// Dots per second on the busiest wire.
const BUSIEST: f64 = 3.2;
/// Dots per second on the quietest wire with traffic.
const QUIETEST: f64 = 0.35;
/// By how much the maximum falls in a second when the rates fall.
const FALL: f64 = 0.2;

/// One dot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dot {
    /// How far along its wire, 0 to 1.
    pub(super) at: f64,
    /// Whether it stands for a failed request.
    pub(super) failed: bool,
}

/// The dots of one wire.
#[derive(Debug, Default)]
struct Stream {
    dots: Vec<Dot>,
    due: f64,
    failed_due: f64,
}

/// The dots of all wires.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    streams: BTreeMap<WireId, Stream>,
    maximum: f64,
}

impl Traffic {
    /// Every wire's dots.
    pub(super) fn dots(&self) -> impl Iterator<Item = (&WireId, &[Dot])> {
        self.streams.iter().map(|(id, stream)| (id, stream.dots.as_slice()))
    }

    /// Lets `seconds` pass. `rates` are requests per second that went well and that failed.
    pub(super) fn advance(
        &mut self,
        rates: &BTreeMap<WireId, (f64, f64)>,
        length: impl Fn(&WireId) -> Option<f64>,
        seconds: f64,
    ) {
        let highest = rates.values().map(|(ok, failed)| ok + failed).fold(0.0, f64::max);
        self.maximum = highest.max(self.maximum * (1.0 - FALL * seconds));
        self.streams.retain(|id, _| length(id).is_some());
        let mut room = MOST.saturating_sub(self.streams.values().map(|stream| stream.dots.len()).sum());
        for id in rates.keys() {
            self.streams.entry(id.clone()).or_default();
        }
        for (id, stream) in &mut self.streams {
            if !stream.dots.is_empty() {
                let step = SPEED * seconds / length(id).unwrap_or(SPEED).max(1.0);
                for dot in &mut stream.dots {
                    dot.at += step;
                }
                stream.dots.retain(|dot| dot.at < 1.0);
            }
            let (ok, failed) = rates.get(id).copied().unwrap_or_default();
            stream.emit(ok, failed, self.maximum, seconds, &mut room);
        }
    }
}

impl Stream {
    fn emit(&mut self, ok: f64, failed: f64, maximum: f64, seconds: f64, room: &mut usize) {
        let rate = ok + failed;
        if rate <= 0.0 || maximum <= 0.0 {
            return;
        }
        // The root keeps quiet wires alive beside busy ones.
        self.due += seconds * (BUSIEST * (rate / maximum).sqrt()).max(QUIETEST);
        while self.due >= 1.0 {
            self.due -= 1.0;
            self.failed_due += failed / rate;
            let is_failed = self.failed_due >= 1.0;
            if is_failed {
                self.failed_due -= 1.0;
            }
            if *room > 0 {
                *room -= 1;
                self.dots.push(Dot { at: 0.0, failed: is_failed });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{MOST, Traffic};

    fn run(rates: &[(&str, f64, f64)], seconds: f64) -> Traffic {
        let rates: BTreeMap<_, _> =
            rates.iter().map(|(id, ok, failed)| (id.parse().unwrap(), (*ok, *failed))).collect();
        let mut traffic = Traffic::default();
        for _ in 0..(seconds * 60.0) as u32 {
            traffic.advance(&rates, |_| Some(4_000.0), 1.0 / 60.0);
        }
        traffic
    }

    #[test]
    fn failed_dots_have_their_share() {
        let traffic = run(&[("w1", 300.0, 100.0)], 20.0);
        let dots: Vec<_> = traffic.dots().flat_map(|(_, dots)| dots).collect();
        let failed = dots.iter().filter(|dot| dot.failed).count();
        assert_eq!(failed, dots.len() / 4);
    }

    #[test]
    fn a_busier_wire_has_more_dots_and_an_idle_one_none() {
        let traffic = run(&[("w1", 400.0, 0.0), ("w2", 40.0, 0.0), ("w3", 0.0, 0.0)], 10.0);
        let counts: Vec<usize> = traffic.dots().map(|(_, dots)| dots.len()).collect();
        assert!(counts[0] > counts[1] && counts[1] > 0 && counts[2] == 0, "{counts:?}");
    }

    #[test]
    fn there_are_never_too_many() {
        let names: Vec<String> = (0..300).map(|number| format!("w{number}")).collect();
        let rates: Vec<_> = names.iter().map(|name| (name.as_str(), 100.0, 1.0)).collect();
        let total: usize = run(&rates, 20.0).dots().map(|(_, dots)| dots.len()).sum();
        assert!(total <= MOST, "{total}");
    }
}
