//! Why something cannot be, beside the pointer; or what happens when a new part is let go there.

use ninepins_canvas::Refusal;
use ninepins_words::{number::fixed, offered_at_drop};
use yew::prelude::*;

use super::effects::refusal_text;
use super::surface::{surface, use_topic};
use crate::state::use_language;

/// The bubble: of the gesture under way, or of what was last refused.
#[component]
pub(super) fn NoticeBubble() -> Html {
    let language = use_language();
    let preview = use_topic(|surface| &surface.preview);
    let notice = use_topic(|surface| &surface.notice);
    let bubble = use_node_ref();
    let offers = preview.offers_containers();
    let is_calm = offers
        || (preview.refusal.is_none()
            && notice.as_ref().as_ref().is_some_and(|notice| notice.refusal == Refusal::InOrder));
    let said = match (&preview.refusal, &*notice) {
        _ if offers => Some((offered_at_drop(language).to_owned(), surface().pointer.get())),
        (Some(refusal), _) => Some((refusal_text(language, refusal), surface().pointer.get())),
        (None, Some(notice)) => Some((refusal_text(language, &notice.refusal), notice.at)),
        (None, None) => None,
    };
    let at = said.as_ref().map(|(_, at)| *at);
    let shown = bubble.clone();
    use_effect(move || {
        if let (Some(at), Some(element)) = (at, shown.cast::<web_sys::HtmlElement>()) {
            let size = surface().size.get();
            let (width, height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
            let x = (at.x + 14.0).min(size.x - width - 8.0).max(8.0);
            let y = (at.y + 18.0).min(surface().above_bars() - height - 8.0).max(8.0);
            // Where it cannot be placed it stays at the surface's corner.
            let _ =
                element.style().set_property("transform", &format!("translate({}px, {}px)", fixed(x, 0), fixed(y, 0)));
        }
    });
    match said {
        Some((text, _)) => {
            html! { <div ref={bubble} class={classes!("canvas-notice", is_calm.then_some("calm"))} data-testid="canvas-notice">{ text }</div> }
        }
        None => Html::default(),
    }
}
