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
    html! {
        <p class="wiring-hint" aria-hidden="true" data-testid="wiring-hint">{ guidance_texts(language).wiring_hint }</p>
    }
}
