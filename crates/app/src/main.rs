//! The page.

mod app;
mod browser;
mod canvas;
mod charts;
mod chrome;
mod commands;
mod crash;
mod fidelity;
mod gallery;
mod history;
mod icons;
mod inspector;
mod later;
mod layout;
mod log;
mod opening;
mod outline;
mod page;
mod palette;
mod pulse;
mod runner;
mod seeds;
mod state;
mod storage;
mod timeline;
mod tour;

use gloo::utils::document;

fn main() {
    crash::install();
    if let Some(root) = document().get_element_by_id("app") {
        wasm_bindgen_futures::spawn_local(async move {
            let (design, messages) = opening::first_design().await;
            let first = app::First { design: design.into(), messages };
            yew::Renderer::<app::App>::with_root_and_props(root, first).render();
        });
    }
}
