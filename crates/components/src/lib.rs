//! Yew, with one lifecycle for every component of the page.
//!
//! Yew compiles the code that creates, updates and removes a component once for each component, which is
//! about three kilobytes for each of the page's. The page depends on this crate under Yew's name, so what
//! `html!` writes for `<Card … />` makes a [`VChild`](virtual_dom::VChild) of this crate instead of Yew's. All
//! of these are one component to Yew, the `Shell`, which calls the function it is given.
//!
//! A shell whose function changes begins again with new hooks, but keeps the elements that both functions
//! draw alike: where two components take turns in one place and hold what a person types or scrolls, give
//! them different keys.

mod shell;

pub use yew::*;

pub use shell::provide;

/// Yew's virtual nodes, with a child that is drawn by the one shell.
pub mod virtual_dom {
    pub use yew::virtual_dom::*;

    pub use crate::shell::VChild;
}
