//! What the picture is cut to. A browser paints what lies within some thousands of pixels around the window, and again
//! whenever a zoom changes what that is; a picture that is cut to what it holds lies within it at every zoom.

use gloo::utils::document;
use ninepins_canvas::{Layout, Rect, Routes};
use ninepins_words::number::fixed;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::surface::{Surface, surface};

/// Room around what the picture holds, in canvas units: what moves may go so far before it is cut anew.
const ROOM: f64 = 1_000.0;

/// Cuts the picture to a layout.
#[hook]
pub(super) fn use_clip(layout: &Layout, routes: &Routes) {
    let held = layout.rects().chain(routes.iter().map(|(_, route)| route.bounds())).reduce(Rect::union);
    use_effect_with(held, |held| surface().cut_to(held.unwrap_or_default()));
}

impl Surface {
    fn cut_to(&self, held: Rect) {
        let present = self.cut.get();
        if present.encloses(held.grown(ROOM / 2.0)) && held.grown(ROOM * 2.0).encloses(present) {
            return;
        }
        let Some(picture) = document().query_selector(".picture").ok().flatten() else { return };
        let cut = held.grown(ROOM);
        self.cut.set(cut);
        let picture: HtmlElement = picture.unchecked_into();
        let pixels = |length: f64| format!("{}px", fixed(length, 0));
        // The drawing's origin stays where it was.
        let sides = [("left", cut.x), ("top", cut.y), ("width", cut.width), ("height", cut.height)];
        let origin = [("--origin-x", -cut.x), ("--origin-y", -cut.y)];
        for (name, length) in sides.into_iter().chain(origin) {
            // Where it cannot be cut, what lies outside is not seen.
            let _ = picture.style().set_property(name, &pixels(length));
        }
    }
}
