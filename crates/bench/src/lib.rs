//! The workloads of `cargo xtask bench`: fixed work in short slices, the same natively and in WebAssembly.
//!
//! Nothing here looks at a clock: who runs a workload times it. `docs/performance.md` says how to read the results.
#![warn(missing_docs)]

#[cfg(target_arch = "wasm32")]
mod browser;
mod counts;
mod multi_server;
mod parts;
mod scale;
mod seed;
mod state;
mod tandem;
mod workload;

pub use counts::Counts;
pub use scale::{Scale, state_bytes};
pub use workload::{Bench, Workload};
