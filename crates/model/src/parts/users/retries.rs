//! What clients do after a failed attempt.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;

use crate::fact;

/// What clients do after a failed attempt (TRF-01 to TRF-09).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Retries {
    /// Most retries after the first attempt (TRF-01).
    pub max: u32,
    /// How the wait grows.
    pub backoff: Backoff,
    /// First backoff in milliseconds.
    pub base_ms: f64,
    /// Longest backoff in milliseconds.
    pub cap_ms: f64,
    /// How the backoff is spread.
    pub jitter: Jitter,
    /// Whether writes are retried as well.
    pub writes: bool,
    /// What retries may be spent from.
    pub token_bucket: TokenBucket,
}

/// How the wait before a retry grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Backoff {
    /// It doubles each time, up to the cap (TRF-06).
    Exponential,
    /// It is always the first one.
    Fixed,
    /// There is none.
    Immediate,
    /// The next try starts when the last one's timeout is over, even if it failed earlier.
    AtTimeout,
}

/// A bucket of retry tokens shared by the clients of the source: each success adds to it, each retry takes one (TRF-05).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct TokenBucket {
    /// Whether retries need a token.
    pub enabled: bool,
    /// Tokens that a success adds.
    pub deposit: f64,
    /// Most tokens it holds.
    pub capacity: f64,
    /// Tokens it starts with.
    pub initial: f64,
}

/// A circuit breaker for each host, shared by the clients of the source: after failures in a row it fails requests at once,
/// then tries with a few.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct CircuitBreaker {
    /// Whether there is one.
    pub enabled: bool,
    /// Failed attempts in a row that open it.
    pub failures: u32,
    /// Seconds that it stays open.
    pub open_s: f64,
    /// Attempts let through when those are over; it closes if all succeed and opens again if one fails.
    pub probes: u32,
}

/// Spread of the backoff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(rename_all = "snake_case")]
pub enum Jitter {
    /// Exactly the backoff (TRF-06).
    None,
    /// Uniform between zero and the backoff (TRF-07).
    Full,
    /// Half the backoff and a uniform half (TRF-08).
    Equal,
    /// Uniform between the first backoff and three times the last wait, up to the cap (TRF-09).
    Decorrelated,
}

impl Default for TokenBucket {
    fn default() -> Self {
        TokenBucket {
            enabled: false,
            deposit: fact::TOKEN_DEPOSIT.value,
            capacity: fact::TOKEN_CAPACITY.value,
            initial: fact::TOKEN_INITIAL.value,
        }
    }
}

impl Default for CircuitBreaker {
    fn default() -> Self {
        CircuitBreaker {
            enabled: false,
            failures: fact::BREAKER_FAILURES.whole(),
            open_s: fact::BREAKER_OPEN.value,
            probes: fact::BREAKER_PROBES.whole(),
        }
    }
}

impl Default for Retries {
    fn default() -> Self {
        Retries {
            max: fact::RETRIES.whole(),
            backoff: Backoff::Exponential,
            base_ms: fact::RETRY_BASE.value,
            cap_ms: fact::RETRY_CAP.value,
            jitter: Jitter::Full,
            writes: false,
            token_bucket: TokenBucket::default(),
        }
    }
}
