//! What the worker does with the page's messages. It knows no browser, so it is tested natively.
#![warn(missing_docs)]

mod later {
    #[cfg(all(target_family = "wasm", feature = "split"))]
    pub(crate) use ninepins_sim::later::arrive;
}
mod opened;
mod session;

pub use session::Session;
