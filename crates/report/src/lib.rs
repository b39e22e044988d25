//! What a run says, as typed facts: outcomes, causes, log entries, metrics, frames.
//!
//! The engine emits these; `words` turns them into sentences. Parts and wires are named by their index in the order of
//! their ids in the design, members by their part and number.
#![warn(missing_docs)]

mod cause;
mod cost;
mod frame;
mod log;
mod metric;
mod outcome;
mod rule;
mod self_test;
mod usage;
mod window;

pub use cause::{Because, Cause, CauseKind};
pub use cost::{CostLine, Item, MONTH_H, bill, failures_usd, monthly_usd, total_usd};
pub use frame::{
    Frame, Gauges, Health, MemberRole, MemberState, MemberView, PartReason, PartView, RunState, Totals, WireView,
};
pub use log::{FAILURES_END_AFTER_S, LogEntry, LogFact, TargetsLeft};
pub use metric::Metric;
pub use outcome::{Class, Outcome};
pub use rule::{rule_of, rule_of_cause, rule_of_reason};
pub use self_test::Told;
pub use usage::{PartUsage, Quantity};
pub use window::{Extremes, FailureCount, PartSample, Window};

/// A part's index in the order of ids of the design.
pub type PartIndex = u16;
/// A wire's index in the order of ids of the design.
pub type WireIndex = u16;
