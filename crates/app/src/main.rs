//! The page.

mod app;
mod browser;
mod canvas;
mod charts;
mod chrome;
mod crash;
mod icons;
mod inspector;
mod keyboard;
mod layout;
mod log;
mod opening;
mod page;
mod palette;
mod pulse;
mod runner;
mod state;
mod storage;
mod timeline;

use gloo::utils::document;

fn main() {
    crash::install();
    if let Some(root) = document().get_element_by_id("app") {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
