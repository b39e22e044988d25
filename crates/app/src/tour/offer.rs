//! The offer of the tour, in the corner of the canvas.

use ninepins_words::tour_texts;
use yew::prelude::*;

use super::{Phase, end_tour, start_tour, use_phase};
use crate::state::{use_design_store, use_language, use_selection};

/// The offer. Whoever has begun to work needs none, so it goes with the first step of the history.
#[component]
pub(crate) fn TourOffer() -> Html {
    let t = tour_texts(use_language());
    let is_offered = *use_phase() == Phase::Offered;
    let has_begun = use_design_store().history.undoable().is_some();
    use_effect_with(is_offered && has_begun, |goes| {
        if *goes {
            end_tour();
        }
    });
    // What can be done with a selection needs the place.
    let is_at_something = !use_selection().selected.is_empty();
    if !is_offered || is_at_something {
        return Html::default();
    }
    html! {
        <div class="tour-offer" role="group" aria-label={t.tour} data-testid="tour-offer">
            <span>{ t.question }</span>
            <button type="button" class="tour-accept" data-testid="tour-accept" onclick={|_| start_tour()}>
                { t.accept }
            </button>
            <button type="button" class="tour-decline" data-testid="tour-decline" onclick={|_| end_tour()}>
                { t.decline }
            </button>
        </div>
    }
}
