//! Tests of the whole system are in `tests/`; here is what they build their designs with and read their runs by.
#![warn(missing_docs)]

pub mod chaos;
mod draft;
mod measured;
pub mod report;

pub use draft::{Draft, pid, target};
pub use measured::{Measured, Tally};
