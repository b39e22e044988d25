//! What the first screen does without: views and documents whose code arrives in modules of their own.
//!
//! The build splits the page's module at the functions marked `#[wasm_split]` here. Only code that nothing else uses
//! leaves the first module, so reach a view through [`Later`] and a document through [`documents`], never directly.

pub(crate) mod documents;
mod experiments;
mod view;

pub(crate) use experiments::{Experiment, fetch_experiments, own_experiments};
pub(crate) use view::{Later, View, add, drag, key, paste, prefetch, problems, rule, run, show};

/// A module did not arrive: the network is gone, or the host has a newer version of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotLoaded;

impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        NotLoaded
    }
}
