//! Views that open when they are asked for.

use std::cell::Cell;

use ninepins_canvas::Point;
use ninepins_model::{Design, Kind, PartId, Problem, WireId};
use ninepins_report::{CauseKind, PartIndex};
use ninepins_words::{page_texts, texts};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

use super::NotLoaded;
use crate::canvas::{Hands, Minimap, OfferCard, Overlay, SelectionBar, surface};
use crate::chrome::{FilePanel, ProblemsPanel, ReadingSentence, SharePanel};
use crate::commands::{self, Command, CommandPalette, Desk, ShortcutList, desk};
use crate::fidelity::{CauseRule, FidelityPage};
use crate::gallery::Gallery;
use crate::history::HistorySteps;
use crate::inspector::{PartPanel, SeveralPanel, WirePanel};
use crate::layout::Dialog;
use crate::log::LogRows;
use crate::outline::Outline;
use crate::palette::{Drag, follow};
use crate::seeds::OtherSeeds;
use crate::state::{Message, MessagesAction, use_language};
use crate::tour::TourCallout;

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
    /// The tour of the page.
    Tour,
    /// What is wrong with the design.
    Problems,
    /// New, open, save; with what chooses a file.
    File(NodeRef),
    /// The link that carries the design.
    Share,
    /// What is offered on the canvas.
    Offer,
    /// What can be done with the selection.
    SelectionBar,
    /// The whole design, small.
    Minimap,
    /// What happened, in sentences.
    LogRows,
    /// The rule behind a cause of failures at a part, if there is one.
    Rule(CauseKind, PartIndex),
    /// What listens to hands, and stands beside the pointer.
    Hands,
    /// What lies over the picture while something is pointed at.
    Overlay,
    /// What came of reading a design.
    Reading(Message),
}

/// What the module offers.
#[derive(Clone, Copy)]
struct Views {
    draw: fn(&View) -> Html,
    run: fn(Command, &Desk),
    paste: fn(&Design, Point),
    problems: fn(&Design) -> Vec<Problem>,
    add: fn(Kind),
    drag: fn(Kind, &PointerEvent, &Drag),
    key: fn(&KeyboardEvent),
    show: fn(&PartId),
}

thread_local! {
    static VIEWS: Cell<Option<Views>> = const { Cell::new(None) };
}

fn draw(view: &View) -> Html {
    match view {
        View::Part(id) => html! { <PartPanel key={id.as_str()} id={id.clone()} /> },
        View::Wire(id) => html! { <WirePanel key={id.as_str()} id={id.clone()} /> },
        View::Several => html! { <SeveralPanel key="several selected" /> },
        View::Dialog(dialog) => draw_dialog(*dialog),
        View::Tour => html! { <TourCallout /> },
        View::Problems => html! { <ProblemsPanel /> },
        View::File(chooser) => html! { <FilePanel chooser={chooser.clone()} /> },
        View::Share => html! { <SharePanel /> },
        View::Offer => html! { <OfferCard /> },
        View::SelectionBar => html! { <SelectionBar /> },
        View::Minimap => html! { <Minimap /> },
        View::LogRows => html! { <LogRows /> },
        View::Rule(cause, part) => html! { <CauseRule cause={*cause} part={*part} /> },
        View::Hands => html! { <Hands /> },
        View::Overlay => html! { <Overlay /> },
        View::Reading(message) => html! { <ReadingSentence message={message.clone()} /> },
    }
}

fn draw_dialog(dialog: Dialog) -> Html {
    match dialog {
        Dialog::Commands => html! { <CommandPalette /> },
        Dialog::Shortcuts => html! { <ShortcutList /> },
        Dialog::Gallery => html! { <Gallery /> },
        Dialog::History => html! { <HistorySteps /> },
        Dialog::Outline => html! { <Outline /> },
        Dialog::Fidelity => html! { <FidelityPage /> },
        Dialog::Seeds => html! { <OtherSeeds /> },
    }
}

#[wasm_split(views, fallible)]
fn load() -> Result<Views, NotLoaded> {
    Ok(Views {
        draw,
        run: commands::run,
        paste: |design, at| surface().paste(design, Some(at)),
        problems: ninepins_model::problems,
        add: |kind| surface().add(kind),
        drag: follow,
        key: |event| surface().on_key(event),
        show: |id| surface().show(id),
    })
}

/// Runs a command, as soon as its code is here.
pub(crate) fn run(command: Command) {
    with_views(move |views, desk| (views.run)(command, desk));
}

/// Adds the parts of a document, with their middle at a point of the canvas.
pub(crate) fn paste(design: Design, at: Point) {
    with_views(move |views, _| (views.paste)(&design, at));
}

/// Selects a part and brings it into view.
pub(crate) fn show(id: PartId) {
    with_views(move |views, _| (views.show)(&id));
}

/// Adds a part where it fits best.
pub(crate) fn add(kind: Kind) {
    with_views(move |views, _| (views.add)(kind));
}

/// Follows a block that is dragged from the palette, once the code for it is here.
pub(crate) fn drag(kind: Kind, press: &PointerEvent, drag: &Drag) {
    if let Some(views) = VIEWS.get() {
        (views.drag)(kind, press, drag);
    }
}

/// A key went down on the canvas. Before the code for it is here, it is left to the browser.
pub(crate) fn key(event: &KeyboardEvent) {
    if let Some(views) = VIEWS.get() {
        (views.key)(event);
    }
}

fn with_views(act: impl FnOnce(Views, &Desk) + 'static) {
    if let (Some(views), Some(desk)) = (VIEWS.get(), desk()) {
        return act(views, &desk);
    }
    spawn_local(async move {
        let loaded = load().await;
        let Some(desk) = desk() else { return };
        match loaded {
            Ok(views) => {
                VIEWS.set(Some(views));
                act(views, &desk);
            }
            Err(NotLoaded) => desk.messages.dispatch(MessagesAction::Tell(Message::NotLoaded)),
        }
    });
}

/// Fetches the views, so that the first of them opens at once, and says when they are here.
pub(crate) fn prefetch(arrived: impl FnOnce() + 'static) {
    spawn_local(async {
        // One that does not arrive is asked for again when it is opened.
        if let Ok(views) = load().await {
            VIEWS.set(Some(views));
            arrived();
        }
    });
}

/// The rule behind failures of a cause at a part, if there is one; nothing as long as the rules are not here.
pub(crate) fn rule(cause: CauseKind, part: PartIndex) -> Html {
    VIEWS.get().map_or_else(Html::default, |views| (views.draw)(&View::Rule(cause, part)))
}

/// What is wrong with a design; `None` as long as the checks are not here.
pub(crate) fn problems(design: &Design) -> Option<Vec<Problem>> {
    VIEWS.get().map(|views| (views.problems)(design))
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
    let arrival = use_state(|| if VIEWS.get().is_some() { Arrival::Here } else { Arrival::Waiting });
    let setter = arrival.setter();
    use_effect_with(*arrival == Arrival::Waiting, move |waiting| {
        if *waiting {
            spawn_local(async move {
                setter.set(match load().await {
                    Ok(views) => {
                        VIEWS.set(Some(views));
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
    match (*arrival, VIEWS.get()) {
        (Arrival::Here, Some(views)) => (views.draw)(&props.view),
        (Arrival::Failed, _) => html! {
            <div class="not-loaded" role="alert">
                <p>{ page_texts(language).not_loaded }</p>
                <button type="button" class="button" onclick={ask_again}>{ texts(language).retry }</button>
            </div>
        },
        // What is small comes without a word.
        _ if matches!(props.view, View::Minimap | View::SelectionBar | View::Offer | View::Hands | View::Overlay) => {
            Html::default()
        }
        _ => html! { <p class="help loading" role="status">{ page_texts(language).loading }</p> },
    }
}
