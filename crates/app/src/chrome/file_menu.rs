//! New, open, save.

use ninepins_words::{dialog_titles, gallery_texts, outline_texts, page_texts, texts, tour_texts};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::glyph::{Glyph, Icon};
use super::popover::Popover;
use crate::commands::{Command, shown_keys};
use crate::gallery::use_open_gallery;
use crate::later::{Later, View};
use crate::layout::{Dialog, LayoutAction, use_layout};
use crate::state::{DesignAction, use_design_store, use_language, use_messages};
use crate::tour::start_tour;
use crate::{browser, opening};

/// The menu's button, and what chooses a file.
#[component]
pub(crate) fn FileMenu() -> Html {
    let language = use_language();
    let name = page_texts(language).file;
    let chooser = use_node_ref();
    let onchange = use_open_file();
    let button = html! { <><Icon glyph={Glyph::File} /><span class="label">{ name }</span></> };
    html! {
        <>
            <Popover {button} {name} testid="file" closes_on_click=true>
                <Later view={View::File(chooser.clone())} />
            </Popover>
            <input
                ref={chooser}
                class="visually-hidden"
                type="file"
                accept="application/json,.json"
                aria-label={texts(language).open_file}
                tabindex="-1"
                data-testid="file-input"
                {onchange}
            />
        </>
    }
}

/// What chooses a file.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Its element.
    pub(crate) chooser: NodeRef,
}

/// The menu.
#[component]
pub(crate) fn FilePanel(props: &Props) -> Html {
    let language = use_language();
    let t = texts(language);
    let store = use_design_store();
    let open_gallery = use_open_gallery();
    let open_blank = use_callback(store.dispatcher(), |_: MouseEvent, dispatcher| {
        dispatcher.dispatch(DesignAction::Open(Box::default()));
    });
    let choose = use_callback(props.chooser.clone(), |_: MouseEvent, chooser| {
        if let Some(chooser) = chooser.cast::<HtmlInputElement>() {
            chooser.click();
        }
    });
    let save = use_callback(store.design.clone(), |_: MouseEvent, design| {
        let saved = browser::save_file(&browser::file_name(&design.name), &ninepins_share::write_pretty(design));
        if let Err(error) = saved {
            gloo::console::error!("the file was not saved:", error);
        }
    });
    let layout = use_layout();
    let opens = |dialog: Dialog| {
        let layout = layout.dispatcher();
        Callback::from(move |_: MouseEvent| layout.dispatch(LayoutAction::Open(dialog)))
    };
    let item = |text: &'static str, testid: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="menu-item" data-testid={testid} {onclick}>{ text }</button> }
    };
    // What keys open says which.
    let command = |dialog: Dialog, testid: &'static str| {
        let keys = Command::Open(dialog).keys().first().map(|keys| shown_keys(keys).join(" "));
        html! {
            <button type="button" class="menu-item with-keys" data-testid={testid} onclick={opens(dialog)}>
                { dialog.title(language) }
                <kbd>{ keys }</kbd>
            </button>
        }
    };
    html! {
        <div class="menu">
            { item(gallery_texts(language).menu_item, "open-gallery", open_gallery) }
            { item(t.new_design, "new-design", open_blank) }
            <hr />
            { item(t.open_file, "open-file", choose) }
            { item(t.export_file, "export-file", save) }
            <hr />
            { command(Dialog::Commands, "open-commands") }
            { command(Dialog::Shortcuts, "open-shortcuts") }
            <hr />
            { item(outline_texts(language).open, "open-outline", opens(Dialog::Outline)) }
            { item(tour_texts(language).menu_item, "take-tour", Callback::from(|_| start_tour())) }
            { item(dialog_titles(language).fidelity, "open-fidelity", opens(Dialog::Fidelity)) }
        </div>
    }
}

/// Reads the chosen file and opens it; a refusal is a message, and the present design stays.
#[hook]
fn use_open_file() -> Callback<Event> {
    let store = use_design_store().dispatcher();
    let messages = use_messages().dispatcher();
    use_callback((store, messages), |event: Event, (store, messages)| {
        let chooser = event.target_unchecked_into::<HtmlInputElement>();
        let Some(file) = chooser.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again.
        chooser.set_value("");
        wasm_bindgen_futures::spawn_local(opening::open_file(file, store.clone(), messages.clone()));
    })
}
