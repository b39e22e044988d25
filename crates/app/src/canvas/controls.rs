//! Zoom and fit.

use ninepins_words::{texts, zoom_level};
use yew::prelude::*;

use super::surface::{surface, use_topic};
use crate::state::use_language;

/// How far one press zooms.
const STEP: f64 = 1.25;

/// The buttons at the bottom right of the canvas.
#[component]
pub(super) fn Controls() -> Html {
    let language = use_language();
    let t = texts(language);
    let view = use_topic(|surface| &surface.view);
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
            <output class="zoom-level" data-testid="zoom-level">{ zoom_level(language, view.zoom) }</output>
            { button(t.zoom_in, "zoom-in", "M3.5 8h9M8 3.5v9", Callback::from(|_| surface().zoom(STEP))) }
            { button(t.zoom_fit, "zoom-fit", "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3", Callback::from(|_| surface().fit_or_all())) }
        </div>
    }
}
