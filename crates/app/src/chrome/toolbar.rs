//! The top bar.

use ninepins_words::{dialog_titles, redo_change, texts, undo_change};
use yew::prelude::*;

use super::file_menu::FileMenu;
use super::glyph::Glyph;
use super::icon_button::IconButton;
use super::name_field::NameField;
use super::preference_buttons::PreferenceButtons;
use super::problems_menu::ProblemsMenu;
use super::share_menu::ShareMenu;
use super::transport::Transport;
use crate::layout::{Dialog, LayoutAction, Panel, PanelToggle, use_layout};
use crate::state::{DesignAction, use_design_store, use_language};

/// The top bar.
#[component]
pub(crate) fn Toolbar() -> Html {
    let t = texts(use_language());
    html! {
        <header class="toolbar">
            <div class="toolbar-start">
                <h1 class="brand">
                    <BrandMark />
                    <span class="brand-name">{ t.app_name }</span>
                </h1>
                <NameField />
                <HistoryButtons />
            </div>
            <Transport />
            <div class="toolbar-end">
                <ProblemsMenu />
                <ShareMenu />
                <FileMenu />
                <PreferenceButtons />
                <span class="panel-toggles">
                    <PanelToggle panel={Panel::Palette} />
                    <PanelToggle panel={Panel::Bottom} />
                    <PanelToggle panel={Panel::Inspector} />
                </span>
            </div>
        </header>
    }
}

#[component]
fn HistoryButtons() -> Html {
    let language = use_language();
    let t = texts(language);
    let store = use_design_store();
    let undoable = store.history.undoable();
    let redoable = store.history.redoable();
    let undo = use_callback(store.dispatcher(), |_, dispatcher| dispatcher.dispatch(DesignAction::Undo));
    let redo = use_callback(store.dispatcher(), |_, dispatcher| dispatcher.dispatch(DesignAction::Redo));
    let layout = use_layout();
    let open = use_callback(layout.dispatcher(), |_, layout| layout.dispatch(LayoutAction::Open(Dialog::History)));
    html! {
        <div class="history-buttons">
            <IconButton
                name={undoable.map_or_else(|| t.undo.to_owned(), |change| undo_change(language, change))}
                glyph={Glyph::Undo}
                onclick={undo}
                disabled={undoable.is_none()}
                keys="Control+Z Meta+Z"
                testid="undo"
            />
            <IconButton
                name={redoable.map_or_else(|| t.redo.to_owned(), |change| redo_change(language, change))}
                glyph={Glyph::Redo}
                onclick={redo}
                disabled={redoable.is_none()}
                keys="Control+Y Control+Shift+Z Meta+Shift+Z"
                testid="redo"
            />
            <IconButton name={dialog_titles(language).history} glyph={Glyph::History} onclick={open} testid="history" />
        </div>
    }
}

#[component]
fn BrandMark() -> Html {
    html! {
        <svg class="brand-mark" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
            <circle cx="8" cy="3" r="1.8" />
            <circle cx="4" cy="7.5" r="1.8" />
            <circle cx="12" cy="7.5" r="1.8" />
            <circle cx="8" cy="12.5" r="2.4" />
        </svg>
    }
}
