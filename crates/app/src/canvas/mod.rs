//! The drawing surface: the design as a picture to edit.
//!
//! What a pointer does is decided by `ninepins-canvas`; here are the browser's events, the picture and what follows. The
//! view, the gesture, hover and focus are topics of their own: a pan sets one attribute, a drag renders what moves.

mod arranging;
mod card_state;
mod clip;
mod collapsed_card;
mod container_box;
mod controls;
mod effects;
mod frame_box;
mod hands;
mod holding;
mod keys;
mod layers;
mod live;
mod mark;
mod member_card;
mod member_dot;
mod minimap;
mod name_editor;
mod note_card;
mod notice;
mod offer_card;
mod outage;
mod overlay;
mod part_card;
mod part_group;
mod particles;
mod pointer;
mod rectangle;
mod rest;
mod selection_bar;
mod shaping;
mod stage;
mod subnet_members;
mod surface;
mod text;
mod traffic;
mod viewport;
mod wire_label;
mod wire_line;
mod wiring_hint;

use std::rc::Rc;

use ninepins_words::{canvas_help, gallery_texts, guidance_texts, texts};
use yew::prelude::*;

use controls::Controls;
pub(crate) use effects::refusal_text;
pub(crate) use hands::Hands;
use layers::Layers;
pub(crate) use minimap::Minimap;
pub(crate) use offer_card::OfferCard;
pub(crate) use overlay::Overlay;
use particles::Particles;
pub(crate) use rectangle::rectangle;
pub(crate) use rest::use_rest;
pub(crate) use selection_bar::SelectionBar;
use stage::Stage;
use surface::Environment;
pub(crate) use surface::surface;
use surface::use_topic;
use viewport::{use_sized_view, use_viewport};

use crate::gallery::use_open_gallery;
use crate::later::{self, Later, View};
use crate::layout::use_layout;
use crate::state::{Language, use_design_store, use_findings, use_language, use_selection};

/// The design as a picture to edit.
#[component]
pub(crate) fn Canvas() -> Html {
    let store = use_design_store();
    let selection = use_selection();
    let language = use_language();
    let t = texts(language);
    let stage = use_stage();
    *surface().environment.borrow_mut() =
        Some(Environment { store: store.clone(), selection: selection.clone(), language });
    let (element, shown) = (use_node_ref(), use_viewport());
    use_sized_view(&element, store.opened);
    let onkeydown = use_callback((), |event: KeyboardEvent, ()| later::key(&event));
    let layout = use_layout();
    let offer = use_topic(|surface| &surface.offer);
    let open_gallery = use_open_gallery();
    let selected = selection.selected.clone();
    let is_empty = stage.design.parts.is_empty();
    // What hands need arrives with the checks, after the first picture.
    let is_handy = use_findings().all().is_some();
    html! {
        <div class="canvas" data-testid="canvas">
            <div ref={element} class="canvas-surface" tabindex={if is_empty { "0" } else { "-1" }} {onkeydown}>
                <div ref={&shown.grid} class="canvas-grid" aria-hidden="true"></div>
                <div ref={&shown.world} class="world">
                    <div class="picture">
                        <div
                            ref={&shown.picture}
                            class="canvas-svg"
                            role="group"
                            aria-label={t.canvas}
                            aria-roledescription={t.canvas_role}
                            aria-describedby="canvas-help"
                        >
                            <Layers {stage} {selected} {language} />
                        </div>
                    </div>
                    <Particles />
                </div>
                <svg ref={&shown.over} class="canvas-over" aria-hidden="true">
                    // Whatever is shown, the drawing is as large: the browser puts layers together anew when one changes its size.
                    <rect class="canvas-over-ground" width="100%" height="100%" />
                    <g ref={&shown.drawn_over}>
                        if is_handy {
                            <Later view={View::Overlay} />
                        }
                    </g>
                </svg>
                <div class="canvas-shield"></div>
            </div>
            <p id="canvas-help" class="visually-hidden">{ canvas_help(language) }</p>
            if is_empty {
                { empty(language, open_gallery) }
            }
            if is_handy {
                <Later view={View::Hands} />
            }
            if offer.is_some() {
                <Later view={View::Offer} />
            }
            if layout.minimap {
                <Later view={View::Minimap} />
            }
            if !selection.selected.is_empty() {
                <Later view={View::SelectionBar} />
            }
            <Controls />
        </div>
    }
}

/// What is said where there is no part yet.
fn empty(language: Language, open_gallery: Callback<MouseEvent>) -> Html {
    html! {
        <div class="canvas-empty">
            <p class="on-large-screen">{ texts(language).empty_canvas }</p>
            <p class="on-small-screen">{ guidance_texts(language).empty_canvas_small }</p>
            <button type="button" class="button" data-testid="empty-gallery" onclick={open_gallery}>
                { gallery_texts(language).from_empty }
            </button>
        </div>
    }
}

/// The document, laid out again when it has changed.
#[hook]
fn use_stage() -> Rc<Stage> {
    let design = use_design_store().design.clone();
    let findings = use_findings();
    let surface = surface();
    let is_same = surface.stage.borrow().is_of(&design, &findings);
    if !is_same {
        let stage = Rc::new(Stage::of(design, findings, &surface.stage.borrow()));
        *surface.stage.borrow_mut() = stage;
    }
    surface.stage.borrow().clone()
}
