//! The gallery: ready designs to start from.

mod card;
mod picture;

use std::rc::Rc;

use card::Card;
use ninepins_model::Design;
use ninepins_model::presets::Preset;
use ninepins_words::{announce_preset, gallery_texts, preset_texts};
use yew::prelude::*;

use crate::layout::{Dialog, LayoutAction, use_layout};
use crate::state::{DesignAction, announce, use_design_store, use_language};

/// Opens the gallery.
#[hook]
pub(crate) fn use_open_gallery() -> Callback<MouseEvent> {
    let layout = use_layout();
    use_callback(layout.dispatcher(), |_: MouseEvent, layout| {
        layout.dispatch(LayoutAction::Open(Dialog::Gallery));
    })
}

/// The presets as cards.
#[component]
pub(crate) fn Gallery() -> Html {
    let language = use_language();
    let store = use_design_store();
    let layout = use_layout();
    let designs = use_memo((), |()| Preset::ALL.iter().map(|preset| Rc::new(preset.design())).collect::<Vec<_>>());
    let here = use_memo(store.design.clone(), |design| Preset::of(design));
    let onopen = use_callback(
        (store.dispatcher(), layout.dispatcher(), language),
        |(preset, design): (Preset, Rc<Design>), (store, layout, language)| {
            let name = preset_texts(*language, preset).name;
            let design = match preset {
                Preset::EmptyCanvas => Design::default(),
                _ => Design { name: name.into(), ..(*design).clone() },
            };
            store.dispatch(DesignAction::Open(Box::new(design)));
            layout.dispatch(LayoutAction::CloseDialog);
            layout.dispatch(LayoutAction::CloseSheet);
            announce(&announce_preset(*language, name));
        },
    );
    html! {
        <div class="gallery" data-testid="gallery">
            <p class="help gallery-note">{ gallery_texts(language).undo_note }</p>
            <ul class="gallery-cards">
                for (preset, design) in Preset::ALL.iter().zip(designs.iter().cloned()) {
                    <Card key={preset.id()} preset={*preset} {design} is_here={*here == Some(*preset)} onopen={onopen.clone()} />
                }
            </ul>
        </div>
    }
}
