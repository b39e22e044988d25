//! One block of the palette.

use ninepins_model::Kind;
use ninepins_words::{kind_description, kind_name};
use yew::prelude::*;

use super::drag::use_drag;
use crate::icons::KindIcon;
use crate::later;
use crate::state::Language;

/// Which block.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) kind: Kind,
    pub(super) language: Language,
}

/// The block: a button that adds it, and that can be dragged.
#[component]
pub(super) fn Block(props: &Props) -> Html {
    let kind = props.kind;
    let (drag, onpointerdown) = use_drag(kind);
    let onclick = use_callback(kind, move |_: MouseEvent, kind| {
        // The click that ends a drag adds nothing more. On a small screen the sheet stays open for the next block.
        if !drag.dragged.replace(false) {
            later::add(*kind);
        }
    });
    html! {
        <button
            type="button"
            class="palette-block"
            title={kind_description(props.language, kind)}
            aria-label={kind_name(props.language, kind)}
            data-kind={kind.as_str()}
            data-testid={format!("palette-{}", kind.as_str())}
            {onpointerdown}
            {onclick}
        >
            <KindIcon {kind} />
            <span class="block-texts" data-description={kind_description(props.language, kind)}>
                { kind_name(props.language, kind) }
            </span>
        </button>
    }
}
