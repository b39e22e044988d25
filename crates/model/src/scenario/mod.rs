//! The scenario: seed, duration and the timeline of events.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fields::Fields;
use crate::{fact, put_in_order};

mod action;
mod extent;
mod process;
mod target;

pub use action::Action;
pub use process::ScalingProcess;
pub use target::{MemberPick, MemberTarget};

/// What is replayed: the same design, seed and timeline give the same run, bit for bit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
#[serde(default)]
pub struct Scenario {
    /// Seeds every random stream.
    pub seed: u32,
    /// Length of the run in simulated seconds.
    pub duration_s: u32,
    /// What happens, in the order of time; events of the same time happen in the order listed.
    pub events: Vec<Event>,
}

impl Default for Scenario {
    fn default() -> Self {
        Scenario { seed: 1, duration_s: fact::DURATION.whole(), events: Vec::new() }
    }
}

/// Something that happens at a whole millisecond of simulated time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Fields)]
pub struct Event {
    /// When, in milliseconds.
    pub at_ms: u64,
    /// What.
    #[serde(flatten)]
    pub action: Action,
}

impl Event {
    /// Sorts a timeline by time; what happens at the same time keeps its order.
    pub fn put_in_order(events: &mut [Event]) {
        put_in_order(events, |one, other| one.at_ms < other.at_ms);
    }
}
