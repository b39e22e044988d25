//! What to do while a wire waits for its end.

use ninepins_words::guidance_texts;
use yew::prelude::*;

use super::surface::use_topic;
use crate::state::use_language;

/// The hint, at the upper edge of the canvas. What is pointed at is said aloud elsewhere.
#[component]
pub(super) fn WiringHint() -> Html {
    let language = use_language();
    let preview = use_topic(|surface| &surface.preview);
    if !preview.chooses {
        return Html::default();
    }
    let t = guidance_texts(language);
    html! {
        <p class="wiring-hint" aria-hidden="true" data-testid="wiring-hint">
            <span class="by-pointer">{ t.wiring_hint }</span>
            <span class="by-finger">{ t.wiring_hint_touch }</span>
        </p>
    }
}
