//! What the worker does with the page's messages. It knows no browser, so it is tested natively.
#![warn(missing_docs)]

mod opened;
mod session;

pub use session::Session;
