//! Zoom, fit and tidy.

use ninepins_words::{texts, zoom_level};
use yew::prelude::*;

use super::surface::surface;
use crate::commands::Command;
use crate::later;
use crate::state::{Language, use_language};

/// How far one press zooms.
const STEP: f64 = 1.25;

/// The buttons at the bottom right of the canvas.
#[component]
pub(super) fn Controls() -> Html {
    let language = use_language();
    let t = texts(language);
    let level = use_zoom_level(language);
    let button = |name: &'static str, testid: &'static str, path: &'static str, act: Callback<MouseEvent>| {
        html! {
            <button type="button" class="canvas-control" title={name} aria-label={name} data-testid={testid} onclick={act}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={path} /></svg>
            </button>
        }
    };
    html! {
        <div class="canvas-controls" role="group" aria-label={t.canvas}>
            { button(t.zoom_out, "zoom-out", "M3.5 8h9", Callback::from(|_| surface().zoom(1.0 / STEP))) }
            <output class="zoom-level" data-testid="zoom-level">{ level }</output>
            { button(t.zoom_in, "zoom-in", "M3.5 8h9M8 3.5v9", Callback::from(|_| surface().zoom(STEP))) }
            { button(t.tidy, "tidy", "M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM9 9h4v4H9z", Callback::from(|_| later::run(Command::Tidy))) }
            { button(t.zoom_fit, "zoom-fit", "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3", Callback::from(|_| surface().fit_or_all())) }
        </div>
    }
}

/// The zoom in words; renders again only when it reads differently, which a pan does not.
#[hook]
fn use_zoom_level(language: Language) -> String {
    let render_again = use_force_update();
    let shown = use_mut_ref(String::new);
    let level = zoom_level(language, surface().view.get().zoom);
    shown.borrow_mut().clone_from(&level);
    use_effect_with(language, move |language| {
        let language = *language;
        let subscription = surface().view.subscribe(move || {
            if *shown.borrow() != zoom_level(language, surface().view.get().zoom) {
                render_again.force_update();
            }
        });
        move || drop(subscription)
    });
    level
}
