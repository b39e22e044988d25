//! The last resort: a panic ends the page's program, so what is left is drawn without it.
//!
//! The design is in the browser's storage by then; the message offers it as a file.

use std::cell::RefCell;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Element;

use crate::browser;
use ninepins_words::{Language, page_texts, texts};

thread_local! {
    /// What to save: the design as text, its name and the language, as last seen.
    static LAST: RefCell<Option<LastSeen>> = const { RefCell::new(None) };
}

struct LastSeen {
    text: String,
    name: String,
    language: Language,
}

/// Keeps the design at hand.
pub(crate) fn remember(text: String, name: &str, language: Language) {
    LAST.with_borrow_mut(|last| *last = Some(LastSeen { text, name: name.to_owned(), language }));
}

/// Shows the message when the program panics.
pub(crate) fn install() {
    // Yew would put its own in place of the standard library's.
    yew::set_custom_panic_hook(Box::new(|panic| {
        gloo::console::error!(panic.to_string());
        // Where even this fails, the console has the reason.
        let _ = show(&panic.to_string());
    }));
}

fn show(reason: &str) -> Result<(), wasm_bindgen::JsValue> {
    let last = LAST.with(|last| last.try_borrow_mut().ok().and_then(|mut last| last.take()));
    let language = last.as_ref().map_or(Language::English, |last| last.language);
    let (t, page) = (texts(language), page_texts(language));
    let body = document().body().ok_or("the page has no body")?;
    let message = element("div", "crash", None)?;
    message.set_attribute("role", "alertdialog")?;
    message.set_attribute("aria-label", t.error_title)?;
    let card = element("div", "crash-card", None)?;
    put(&card, &element("h2", "", Some(t.error_title))?)?;
    put(&card, &element("p", "", Some(page.crashed))?)?;
    if let Some(last) = last {
        let name = browser::file_name(&last.name);
        put(&card, &button(t.export_file, move || drop(browser::save_file(&name, &last.text)))?)?;
    }
    put(&card, &button(t.reload, browser::reload)?)?;
    let details = element("details", "", None)?;
    put(&details, &element("summary", "", Some(page.crash_details))?)?;
    put(&details, &element("pre", "", Some(reason))?)?;
    put(&card, &details)?;
    put(&message, &card)?;
    body.append_child(&message)?;
    Ok(())
}

fn put(parent: &Element, child: &Element) -> Result<(), wasm_bindgen::JsValue> {
    parent.append_child(child).map(drop)
}

fn element(tag: &str, class: &str, text: Option<&str>) -> Result<Element, wasm_bindgen::JsValue> {
    let element = document().create_element(tag)?;
    element.set_class_name(class);
    if let Some(text) = text {
        element.set_text_content(Some(text));
    }
    Ok(element)
}

fn button(text: &str, on_click: impl Fn() + 'static) -> Result<Element, wasm_bindgen::JsValue> {
    let button = element("button", "button", Some(text))?;
    let on_click = Closure::<dyn Fn()>::new(on_click);
    button.add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref())?;
    // It lives as long as the message, which is until the page is reloaded.
    on_click.forget();
    Ok(button)
}
