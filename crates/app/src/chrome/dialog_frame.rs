//! The frame of a dialog: the browser's own, which keeps the focus inside and gives it back.

use ninepins_words::texts;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::glyph::Glyph;
use super::icon_button::IconButton;
use crate::later::{Later, View};
use crate::layout::{Dialog, LayoutAction, use_layout};
use crate::state::{DialogAnnouncer, use_language};

/// Which dialog.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// It.
    pub(crate) dialog: Dialog,
}

/// The dialog, open as long as it is on the page. Escape, its button and a press beside it close it.
#[component]
pub(crate) fn DialogFrame(props: &Props) -> Html {
    let language = use_language();
    let layout = use_layout();
    let frame = use_node_ref();
    use_effect_with(frame.clone(), |frame| {
        if let Some(frame) = frame.cast::<HtmlDialogElement>() {
            // One that is open already stays so.
            let _ = frame.show_modal();
        }
    });
    let onclose = use_callback(layout.dispatcher(), |_: Event, layout| layout.dispatch(LayoutAction::CloseDialog));
    let close = use_callback(layout.dispatcher(), |_: MouseEvent, layout| layout.dispatch(LayoutAction::CloseDialog));
    // What lies around the card is the dialog element itself.
    let onpointerdown = use_callback((layout.dispatcher(), frame.clone()), |event: PointerEvent, (layout, frame)| {
        if event.target().is_some() && event.target() == frame.get().map(Into::into) {
            layout.dispatch(LayoutAction::CloseDialog);
        }
    });
    let title = props.dialog.title(language);
    html! {
        <dialog
            ref={frame}
            class={classes!("dialog", format!("dialog-{}", props.dialog.as_str()))}
            aria-label={title}
            data-testid={format!("dialog-{}", props.dialog.as_str())}
            {onclose}
            {onpointerdown}
        >
            <div class="dialog-card">
                <header class="dialog-head">
                    <h2>{ title }</h2>
                    <IconButton
                        name={texts(language).close}
                        glyph={Glyph::Close}
                        onclick={close}
                        class="plain"
                        testid="close-dialog"
                    />
                </header>
                <Later view={View::Dialog(props.dialog)} />
                <DialogAnnouncer />
            </div>
        </dialog>
    }
}
