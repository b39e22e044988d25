//! What keeps the browser's programs small: [`Fields`](macro@Fields) instead of serde's code for each type, [`rare`] code for
//! size in an engine for speed, and code that comes [`later`].
#![warn(missing_docs)]

mod attributes;
mod fields;
mod later;
mod rare;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// Derives `Fields` for structs and for tagged enums, whose `unknown` says that a text is none of them; `Slot` for choices and
/// texts.
#[proc_macro_derive(Fields, attributes(serde, fields))]
pub fn derive_fields(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as syn::DeriveInput);
    fields::derive(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// Marks a function, or all those of an `impl`, as one that runs rarely: it is compiled with the crate that uses it.
///
/// The engine is compiled for speed and the programs that run it for size (the profile `worker`). A function that may be
/// inlined into another crate is compiled there, as that crate is; so the compilation of a design, its faults and its
/// checkpoints take half the room, and nobody waits for them. It says nothing where both are compiled alike. Only for what
/// nothing but rare code calls: else it is compiled twice.
#[proc_macro_attribute]
pub fn rare(_: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::Item);
    rare::marked(item).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// Moves the methods of an `impl` into the worker's second module, with all that only they need.
///
/// The worker starts without that module and fetches it behind the first frame; a call that comes before it waits for it
/// (`model/src/later.rs`). So only for what the first screen runs without: other parts, faults. Everywhere but in a worker
/// that is split (the feature `split`) it says nothing. A method takes `self` and plainly named arguments, without type
/// parameters or a lifetime in what it returns.
#[proc_macro_attribute]
pub fn later(_: TokenStream, item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as syn::Item);
    later::moved(item).unwrap_or_else(|error| error.to_compile_error()).into()
}
