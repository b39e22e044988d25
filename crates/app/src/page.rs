//! The layout of the page.

use ninepins_words::{page_texts, texts};
use yew::prelude::*;

use crate::canvas::Canvas;
use crate::charts::Charts;
use crate::chrome::{Banners, DialogFrame, Glyph, IconButton, TabBar, Toolbar};
use crate::inspector::Inspector;
use crate::layout::{LayoutAction, use_layout};
use crate::log::Log;
use crate::palette::Palette;
use crate::state::{use_language, use_live};
use crate::timeline::Timeline;
use crate::tour::{Tour, TourOffer};

/// Top bar, palette, canvas, inspector, bottom.
#[component]
pub(crate) fn Page() -> Html {
    let language = use_language();
    let t = texts(language);
    let layout = use_layout();
    let is_new = use_live(|live| &live.clock, (), |clock, ()| clock.now_ns == 0 && !clock.playing);
    let close_sheet = use_callback(layout.dispatcher(), |_: MouseEvent, dispatcher| {
        dispatcher.dispatch(LayoutAction::CloseSheet);
    });
    let class = classes!(
        "page",
        is_new.then_some("not-played"),
        (!layout.palette).then_some("without-palette"),
        (!layout.inspector).then_some("without-inspector"),
        (!layout.bottom).then_some("without-bottom"),
        layout.sheet.map(|sheet| format!("sheet-{}", sheet.as_str())),
    );
    html! {
        <div {class}>
            <Toolbar />
            <aside class="panel palette-panel" aria-label={t.palette}>
                <Palette />
            </aside>
            <main class="stage" aria-label={t.canvas}>
                <Banners />
                <Canvas />
                <TourOffer />
            </main>
            <section class="panel bottom-panel" aria-label={t.timeline}>
                <Timeline />
                <div class="bottom-columns">
                    <Log />
                    <Charts />
                </div>
            </section>
            <aside class="panel inspector-panel" aria-label={t.inspector}>
                <Inspector />
            </aside>
            if layout.sheet.is_some() {
                <div class="sheet-corner">
                    <IconButton
                        name={page_texts(language).close_sheet}
                        glyph={Glyph::Close}
                        onclick={close_sheet}
                        class="plain"
                        testid="close-sheet"
                    />
                </div>
            }
            <TabBar />
            <Tour />
            if let Some(dialog) = layout.dialog {
                <DialogFrame {dialog} />
            }
        </div>
    }
}
