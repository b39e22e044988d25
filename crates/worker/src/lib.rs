//! What the worker does with the page's messages. It knows no browser, so it is tested natively.
#![warn(missing_docs)]

mod opened;
mod session;

#[cfg(all(target_family = "wasm", feature = "split"))]
use ninepins_model::later;
pub use session::Session;
