//! The engine: seed and design in, events out, the same bits natively and in WASM.
//!
//! Every request is a walk through members that holds real resources and gives them back exactly once. Latency is what
//! comes out: only service demands, network delays and limits go in. `docs/architecture.md` describes the walk.
#![warn(missing_docs)]

mod answer;
mod attempt;
mod cause;
mod compile;
mod deadline;
mod engine;
mod event;
mod gauge;
pub mod kernel;
mod layer;
mod memory;
mod meter;
mod network;
mod parts;
mod record;
mod run;
mod scenario;
mod shape;
mod violation;

#[cfg(all(target_family = "wasm", feature = "split"))]
use ninepins_model::later;
pub use run::{LatencySummary, Progress, Run, State, Summary};
