//! What the page asks of the browser: files, the clipboard, the address. All of it may fail.

use gloo::utils::{document, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

/// The system's colours are dark.
pub(crate) const DARK: &str = "(prefers-color-scheme: dark)";
/// The system asks for strong contrasts, or has colours of its own.
pub(crate) const CONTRAST: &str = "(prefers-contrast: more), (forced-colors: active)";
/// The system asks for little motion.
pub(crate) const REDUCED_MOTION: &str = "(prefers-reduced-motion: reduce)";

/// Loads the page again.
pub(crate) fn reload() {
    // Nothing is left to do where the browser refuses.
    let _ = window().location().reload();
}

/// Puts the focus on the first element that a selector finds. Where there is none, or it takes no focus, it stays where it is.
pub(crate) fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether a person has marked a text on the page, which then is what is copied.
pub(crate) fn has_marked_text() -> bool {
    let marked = window().get_selection().ok().flatten();
    marked.is_some_and(|marked| !marked.is_collapsed())
}

/// Saves a text as a file.
///
/// # Errors
/// The browser cannot make one.
pub(crate) fn save_file(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor = document().create_element("a")?.dyn_into::<HtmlAnchorElement>()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // The download has its own hold on the data.
    gloo::timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

/// The content of a file.
///
/// # Errors
/// It has gone or may not be read.
pub(crate) async fn read_file(file: &Blob) -> Result<Vec<u8>, JsValue> {
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The name of a design's file.
pub(crate) fn file_name(design_name: &str) -> String {
    let kept: String =
        design_name.chars().map(|character| if character.is_alphanumeric() { character } else { '-' }).collect();
    let kept = kept.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if kept.is_empty() { "ninepins.json".into() } else { format!("{}.json", kept.to_ascii_lowercase()) }
}

/// Puts a text on the clipboard.
///
/// # Errors
/// The browser has none, or the person does not allow it.
pub(crate) async fn copy(text: String) -> Result<(), JsValue> {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())?;
    if clipboard.is_undefined() {
        return Err(JsValue::from_str("there is no clipboard on an insecure page"));
    }
    let written = window().navigator().clipboard().write_text(&text);
    wasm_bindgen_futures::JsFuture::from(written).await.map(drop)
}

/// The fragment of the page's address, without the `#`.
pub(crate) fn fragment() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Puts a fragment into the page's address, without a new entry in the browser's history, and gives the whole address.
///
/// # Errors
/// The browser refuses.
pub(crate) fn set_fragment(fragment: &str) -> Result<String, JsValue> {
    let location = window().location();
    let address = location.href()?;
    let base = address.split('#').next().unwrap_or_default();
    let address = if fragment.is_empty() { base.to_owned() } else { format!("{base}#{fragment}") };
    window().history()?.replace_state_with_url(&JsValue::NULL, "", Some(&address))?;
    Ok(address)
}

/// Whether a media query holds.
pub(crate) fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_files_name_follows_the_designs() {
        assert_eq!(file_name("Spring API and React app"), "spring-api-and-react-app.json");
        assert_eq!(file_name("../.."), "ninepins.json");
    }
}
