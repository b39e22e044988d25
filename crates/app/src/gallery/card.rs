//! A preset in the gallery.

use std::rc::Rc;

use ninepins_model::Design;
use ninepins_model::presets::Preset;
use ninepins_words::{gallery_texts, open_preset, preset_texts};
use yew::prelude::*;

use super::picture::Picture;
use crate::chrome::{Glyph, Icon};
use crate::state::use_language;

/// Which preset.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) preset: Preset,
    pub(super) design: Rc<Design>,
    /// Whether the design on the canvas was begun from it.
    pub(super) is_here: bool,
    pub(super) onopen: Callback<(Preset, Rc<Design>)>,
}

/// Its picture, its name, what it teaches and what to try. A press anywhere on it is one on its button.
#[component]
pub(super) fn Card(props: &Props) -> Html {
    let language = use_language();
    let (texts, gallery) = (preset_texts(language, props.preset), gallery_texts(language));
    let onclick = use_callback(
        (props.preset, props.design.clone(), props.onopen.clone()),
        |_: MouseEvent, (preset, design, onopen)| onopen.emit((*preset, design.clone())),
    );
    html! {
        <li class="gallery-card" data-testid={format!("preset-{}", props.preset.id())}>
            <Picture design={props.design.clone()} />
            <div class="gallery-text">
                <h3>
                    { texts.name }
                    if props.is_here {
                        <span class="gallery-here">{ gallery.here_now }</span>
                    }
                </h3>
                <p class="gallery-teaches">{ texts.teaches }</p>
                if !texts.experiments.is_empty() {
                    <div class="gallery-try">
                        <span class="gallery-try-title">{ gallery.try_it }</span>
                        <ul>
                            for experiment in texts.experiments {
                                <li key={experiment.name} title={experiment.help}>
                                    <Icon glyph={Glyph::Bolt} />
                                    { experiment.name }
                                </li>
                            }
                        </ul>
                    </div>
                }
            </div>
            <button
                type="button"
                class="button gallery-open"
                aria-label={open_preset(language, texts.name)}
                data-testid={format!("open-{}", props.preset.id())}
                {onclick}
            >
                { gallery.open }
            </button>
        </li>
    }
}
