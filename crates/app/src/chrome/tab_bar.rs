//! On small screens: which sheet is open.

use ninepins_words::texts;
use yew::prelude::*;

use super::glyph::{Glyph, Icon};
use crate::layout::{LayoutAction, Sheet, use_layout};
use crate::state::use_language;

/// The tabs at the bottom of a small screen.
#[component]
pub(crate) fn TabBar() -> Html {
    let t = texts(use_language());
    let layout = use_layout();
    let tabs = [
        (Sheet::Palette, t.palette, Glyph::Blocks),
        (Sheet::Inspector, t.inspector, Glyph::Sliders),
        (Sheet::Log, t.log, Glyph::List),
        (Sheet::Charts, t.charts, Glyph::Chart),
    ];
    html! {
        <nav class="tab-bar" aria-label={t.more}>
            for (sheet, name, glyph) in tabs {
                <button
                    key={name}
                    type="button"
                    class="tab-button"
                    aria-pressed={(layout.sheet == Some(sheet)).to_string()}
                    data-testid={format!("sheet-{}", sheet.as_str())}
                    onclick={
                        let layout = layout.clone();
                        move |_| layout.dispatch(LayoutAction::ToggleSheet(sheet))
                    }
                >
                    <Icon {glyph} />
                    <span>{ name }</span>
                </button>
            }
        </nav>
    }
}
