//! The page.

mod app;
mod canvas;
mod icons;
mod palette;
mod state;

use gloo::utils::document;

fn main() {
    if let Some(root) = document().get_element_by_id("app") {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
