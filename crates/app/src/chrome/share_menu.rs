//! The link that carries the design.

use ninepins_words::{link_is_long, link_length, page_texts, texts};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::glyph::{Glyph, Icon};
use super::popover::Popover;
use crate::browser;
use crate::later::{Later, View};
use crate::state::{announce, use_design_store, use_language};

/// Above this, some programs cut a link.
const LONG: usize = 1_900;

/// The button, and the panel with the link.
#[component]
pub(crate) fn ShareMenu() -> Html {
    let t = texts(use_language());
    let button = html! { <><Icon glyph={Glyph::Share} /><span class="label">{ t.share }</span></> };
    html! {
        <Popover {button} name={t.share} class="primary" testid="share">
            <Later view={View::Share} />
        </Popover>
    }
}

/// Whether the link reached the clipboard.
#[derive(Clone, Copy, PartialEq)]
enum Copied {
    Trying,
    Yes,
    No,
}

/// The link, which is copied at once.
#[component]
pub(crate) fn SharePanel() -> Html {
    let language = use_language();
    let t = texts(language);
    let page = page_texts(language);
    let design = use_design_store().design.clone();
    let address = use_memo(design, |design| {
        let fragment = ninepins_share::to_link_fragment(design);
        // Where the address cannot be changed, the link still works when it is copied from here.
        browser::set_fragment(&fragment).unwrap_or_else(|_| format!("#{fragment}"))
    });
    let copied = use_state(|| Copied::Trying);
    let field = use_node_ref();
    let copy = use_callback((address.clone(), copied.setter()), |(), (address, copied)| {
        let (address, copied) = ((**address).clone(), copied.clone());
        wasm_bindgen_futures::spawn_local(async move {
            copied.set(if browser::copy(address).await.is_ok() { Copied::Yes } else { Copied::No });
        });
    });
    use_effect_with(address.clone(), {
        let (field, copy) = (field.clone(), copy.clone());
        move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
            }
            copy.emit(());
        }
    });
    let status = match *copied {
        Copied::Trying => page.share_ready,
        Copied::Yes => t.link_copied,
        Copied::No => t.copy_failed,
    };
    use_effect_with(*copied, move |copied| {
        if *copied != Copied::Trying {
            announce(status);
        }
    });
    let length = address.chars().count();
    html! {
        <div class="share-panel">
            <label class="field-label" for="share-address">{ page.share_address }</label>
            <div class="share-row">
                <input
                    id="share-address"
                    ref={field}
                    type="text"
                    readonly=true
                    value={(*address).clone()}
                    data-testid="share-address"
                />
                <button type="button" class="button" onclick={move |_| copy.emit(())}>
                    <Icon glyph={Glyph::Copy} />
                    { t.copy_link }
                </button>
            </div>
            <p class="help" data-testid="share-status">{ status }</p>
            <p class={classes!("help", (length > LONG).then_some("warn-text"))}>
                { if length > LONG { link_is_long(language, length) } else { link_length(language, length) } }
            </p>
        </div>
    }
}
