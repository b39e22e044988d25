//! Views that open when they are asked for.

use std::cell::Cell;

use ninepins_model::{PartId, WireId};
use ninepins_words::{page_texts, texts};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

use super::NotLoaded;
use crate::chrome::{ProblemsPanel, SharePanel};
use crate::history::HistorySteps;
use crate::inspector::{PartPanel, SeveralPanel, WirePanel};
use crate::layout::Dialog;
use crate::outline::Outline;
use crate::state::use_language;

/// A view whose code arrives later.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum View {
    /// The inspector of a part.
    Part(PartId),
    /// The inspector of a wire.
    Wire(WireId),
    /// The inspector of several parts and wires.
    Several,
    /// What opens over the page.
    Dialog(Dialog),
    /// What is wrong with the design.
    Problems,
    /// The link that carries the design.
    Share,
}

type Draw = fn(&View) -> Html;

thread_local! {
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

fn draw(view: &View) -> Html {
    match view {
        View::Part(id) => html! { <PartPanel key={id.as_str()} id={id.clone()} /> },
        View::Wire(id) => html! { <WirePanel key={id.as_str()} id={id.clone()} /> },
        View::Several => html! { <SeveralPanel key="several selected" /> },
        View::Dialog(dialog) => draw_dialog(*dialog),
        View::Problems => html! { <ProblemsPanel /> },
        View::Share => html! { <SharePanel /> },
    }
}

fn draw_dialog(dialog: Dialog) -> Html {
    match dialog {
        Dialog::History => html! { <HistorySteps /> },
        Dialog::Outline => html! { <Outline /> },
        Dialog::Commands | Dialog::Shortcuts | Dialog::Gallery => Html::default(),
    }
}

#[wasm_split(views, fallible)]
fn load() -> Result<Draw, NotLoaded> {
    Ok(draw)
}

/// Fetches the views, so that the first of them opens at once.
pub(crate) fn prefetch() {
    spawn_local(async {
        // One that does not arrive is asked for again when it is opened.
        if let Ok(draw) = load().await {
            DRAW.set(Some(draw));
        }
    });
}

#[derive(Clone, Copy, PartialEq)]
enum Arrival {
    Waiting,
    Here,
    Failed,
}

/// Which view.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// It.
    pub(crate) view: View,
}

/// The view, as soon as its code is here.
#[component]
pub(crate) fn Later(props: &Props) -> Html {
    let language = use_language();
    let arrival = use_state(|| if DRAW.get().is_some() { Arrival::Here } else { Arrival::Waiting });
    let setter = arrival.setter();
    use_effect_with(*arrival == Arrival::Waiting, move |waiting| {
        if *waiting {
            spawn_local(async move {
                setter.set(match load().await {
                    Ok(draw) => {
                        DRAW.set(Some(draw));
                        Arrival::Here
                    }
                    Err(NotLoaded) => Arrival::Failed,
                });
            });
        }
    });
    let ask_again = {
        let arrival = arrival.setter();
        move |_: MouseEvent| arrival.set(Arrival::Waiting)
    };
    match (*arrival, DRAW.get()) {
        (Arrival::Here, Some(draw)) => draw(&props.view),
        (Arrival::Failed, _) => html! {
            <div class="not-loaded" role="alert">
                <p>{ page_texts(language).not_loaded }</p>
                <button type="button" class="button" onclick={ask_again}>{ texts(language).retry }</button>
            </div>
        },
        _ => html! { <p class="help loading" role="status">{ page_texts(language).loading }</p> },
    }
}
