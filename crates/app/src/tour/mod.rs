//! The tour of the page: offered once, at the first visit, and found again in the file menu.
//!
//! The offer is small and takes no focus; the tour begins only when somebody asks for it.

mod callout;
mod offer;
mod placement;
mod target;

use std::rc::Rc;

use yew::prelude::*;

pub(crate) use callout::TourCallout;
pub(crate) use offer::TourOffer;

use crate::later::{Later, View};
use crate::state::{Topic, use_design_store};
use crate::{browser, storage};

/// How far the tour is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// It is offered.
    Offered,
    /// It runs.
    Running,
    /// Neither.
    Away,
}

impl Default for Phase {
    /// The first visit decides. Over a link the tour is offered once: what was sent is what the person came for.
    fn default() -> Self {
        if storage::tour_is_settled() {
            return Phase::Away;
        }
        if !browser::fragment().is_empty() {
            storage::settle_tour();
        }
        Phase::Offered
    }
}

thread_local! {
    static PHASE: Topic<Phase> = Topic::default();
}

/// Begins the tour.
pub(crate) fn start_tour() {
    enter(Phase::Running);
}

/// Ends the tour, or declines it; it is not offered again.
fn end_tour() {
    enter(Phase::Away);
}

fn enter(phase: Phase) {
    storage::settle_tour();
    PHASE.with(|topic| topic.set(phase));
}

#[hook]
fn use_phase() -> Rc<Phase> {
    let render_again = use_force_update();
    use_effect_with((), move |()| {
        let subscription = PHASE.with(|topic| topic.subscribe(move || render_again.force_update()));
        move || drop(subscription)
    });
    PHASE.with(Topic::get)
}

/// The tour, while it runs.
#[component]
pub(crate) fn Tour() -> Html {
    // It speaks of the design that it began beside.
    let opened = use_design_store().opened;
    use_effect_with(opened, |_| {
        if *PHASE.with(Topic::get) == Phase::Running {
            end_tour();
        }
    });
    if *use_phase() == Phase::Running {
        html! { <div class="tour"><Later view={View::Tour} /></div> }
    } else {
        Html::default()
    }
}
