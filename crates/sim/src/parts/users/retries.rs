//! What clients do after a failed attempt: backoff, retry tokens, circuit breakers.

use ninepins_macros::later;
use ninepins_model::parts::{Backoff, Jitter};
use ninepins_report::{Because, CauseKind, LogFact, Outcome};

use super::Users;
use crate::attempt::Attempt;
use crate::cause::cause;
use crate::engine::Engine;
use crate::kernel::{Purpose, SimTime, Slot, Span, Stream};

/// When and how clients try again.
#[derive(Clone, Debug)]
pub(crate) struct RetryPolicy {
    pub(crate) max: u32,
    pub(crate) writes: bool,
    pub(crate) backoff: Backoff,
    pub(crate) base: Span,
    pub(crate) cap: Span,
    pub(crate) jitter: Jitter,
    /// Tokens that a success adds and most tokens there are, where retries need one (TRF-05).
    pub(crate) bucket: Option<[f64; 2]>,
    pub(crate) tokens: f64,
}

/// The circuit breaker of one host.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Breaker {
    pub(crate) limit: u32,
    pub(crate) open: Span,
    pub(crate) probes: u32,
    /// Failures in a row while it is closed.
    pub(crate) failures: u32,
    /// Until when it is open; [`SimTime::ZERO`] while it is closed.
    pub(crate) open_until: SimTime,
    /// Attempts let through since then, and how many of them succeeded.
    pub(crate) tried: u32,
    pub(crate) succeeded: u32,
    /// The log entry of its opening.
    pub(crate) entry: u32,
}

impl RetryPolicy {
    /// No retries at all.
    pub(crate) const NONE: RetryPolicy = RetryPolicy {
        max: 0,
        writes: false,
        backoff: Backoff::Immediate,
        base: Span::ZERO,
        cap: Span::ZERO,
        jitter: Jitter::None,
        bucket: None,
        tokens: 0.0,
    };
}

#[later]
impl RetryPolicy {
    /// The wait before the next try of this attempt, which has failed.
    pub(crate) fn wait(&self, attempt: &Attempt, now: SimTime, seed: u64, jitter: &mut Stream) -> Span {
        let tries = u32::from(attempt.tries);
        let whole = match self.backoff {
            Backoff::Immediate => return Span::ZERO,
            Backoff::AtTimeout => return attempt.client_deadline.since(now),
            Backoff::Fixed => self.base,
            Backoff::Exponential => (self.base * (1_u64 << (tries - 1).min(32))).min(self.cap),
        };
        match self.jitter {
            Jitter::None => whole,
            Jitter::Full => jitter.uniform_span(Span::ZERO, whole),
            Jitter::Equal => whole / 2 + jitter.uniform_span(Span::ZERO, whole / 2),
            Jitter::Decorrelated => {
                // The last wait is drawn again instead of being kept with every request.
                let mut own = Stream::new(seed, attempt.number, Purpose::BACKOFF);
                let next = |wait: Span, _| own.uniform_span(self.base, wait * 3).min(self.cap);
                (0..tries).fold(self.base, next)
            }
        }
    }
}

impl Breaker {
    /// Whether it lets an attempt through, and whether as one of those that it tries with.
    fn admits(&mut self, now: SimTime) -> (bool, bool) {
        if self.open_until == SimTime::ZERO {
            return (true, false);
        }
        let lets = now >= self.open_until && self.tried < self.probes;
        self.tried += u32::from(lets);
        (lets, lets)
    }

    /// An attempt ended. Returns whether it opens (`true`) or closes (`false`) by that.
    fn ended(&mut self, is_probe: bool, ok: bool, now: SimTime) -> Option<bool> {
        if self.open_until == SimTime::ZERO {
            self.failures = if ok { 0 } else { self.failures + 1 };
            return (self.failures >= self.limit).then(|| self.opens(now));
        }
        if !is_probe {
            return None; // it was sent before the breaker opened
        }
        self.succeeded += u32::from(ok);
        if !ok {
            return Some(self.opens(now));
        }
        if self.succeeded < self.probes {
            return None;
        }
        self.open_until = SimTime::ZERO;
        self.failures = 0;
        Some(false)
    }

    fn opens(&mut self, now: SimTime) -> bool {
        self.open_until = now + self.open;
        (self.tried, self.succeeded) = (0, 0);
        true
    }
}

impl Engine {
    /// Whether the circuit breaker of the attempt's host stops it, which ends the request at once.
    pub(crate) fn breaker_stops(&mut self, slot: Slot) -> bool {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return true };
        let users = &self.users[usize::from(attempt.users)];
        users.breakers[Users::host_of(attempt.class)].is_some() && self.asks_breaker(slot)
    }
}

#[later]
impl Engine {
    fn asks_breaker(&mut self, slot: Slot) -> bool {
        let now = self.now;
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return true };
        let host = Users::host_of(attempt.class);
        let users = &mut self.users[usize::from(attempt.users)];
        let part = users.part;
        let Some(breaker) = &mut users.breakers[host] else { return false };
        let (lets, is_probe) = breaker.admits(now);
        attempt.is_probe = is_probe;
        let because = Because::Decision(breaker.entry);
        if !lets {
            self.finish(slot, Outcome::Shed, cause(CauseKind::CircuitOpen, part, because));
        }
        !lets
    }

    /// The breaker hears how an attempt ended.
    pub(crate) fn tell_breaker(&mut self, users_index: usize, host: usize, is_probe: bool, ok: bool, because: Because) {
        let now = self.now;
        let users = &mut self.users[users_index];
        let part = users.part;
        let Some(breaker) = &mut users.breakers[host] else { return };
        let (was_open, changed) = (breaker.open_until != SimTime::ZERO, breaker.ended(is_probe, ok, now));
        match changed {
            Some(true) if !was_open => {
                let entry = self.log(Some(part), None, LogFact::CircuitOpened, because);
                if let Some(breaker) = &mut self.users[users_index].breakers[host] {
                    breaker.entry = entry;
                }
            }
            Some(false) => {
                self.log(Some(part), None, LogFact::CircuitClosed, Because::Configuration);
            }
            _ => {}
        }
    }
}
