//! The kernel of the engine: simulated time, the event queue, random streams, measurements and containers.
//!
//! Nothing here knows of a service, a request or a network. Everything is `Clone`, so that a checkpoint is a plain copy,
//! and everything computes in integers or through `libm`, so that a run has the same bits natively and in WASM.

pub mod digest;
pub mod histogram;
pub mod pace;
pub mod queue;
pub mod random;
pub mod recency;
pub mod ring;
pub mod series;
pub mod slab;
pub mod station;
pub mod time;
mod ziggurat;

pub use digest::Digest;
pub use histogram::Histogram;
pub use pace::Pace;
pub use queue::{Event, EventQueue};
pub use random::{Purpose, Stream, stable_hash};
pub use recency::Recency;
pub use ring::Ring;
pub use series::TimeWeighted;
pub use slab::{Slab, SlabFull, Slot};
pub use station::{Admission, Station};
pub use time::{SimTime, Span};
