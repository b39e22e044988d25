//! Which panels are open.

use std::rc::Rc;

use ninepins_words::{Language, dialog_titles, texts};
use yew::prelude::*;

use crate::chrome::{Glyph, IconButton};
use crate::state::use_language;

/// A panel beside the canvas, on a large screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Panel {
    /// The blocks, on the left.
    Palette,
    /// The selected part, on the right.
    Inspector,
    /// Timeline, log and charts.
    Bottom,
}

/// What lies over the canvas, on a small screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// The blocks.
    Palette,
    /// The selected part.
    Inspector,
    /// Timeline and log.
    Log,
    /// The charts.
    Charts,
}

/// What opens over the whole page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// Everything that can be done, to search and run.
    Commands,
    /// The keys.
    Shortcuts,
    /// Ready designs to start from.
    Gallery,
    /// The steps of the history.
    History,
    /// The design as text, to read and edit.
    Outline,
    /// Whether the numbers are real: self-tests, what is modelled, facts and their sources.
    Fidelity,
    /// The same run with other seeds.
    Seeds,
}

/// Which panels, which sheet and which dialog are open.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LayoutState {
    /// The palette, on a large screen.
    pub(crate) palette: bool,
    /// The inspector, on a large screen.
    pub(crate) inspector: bool,
    /// The bottom, on a large screen.
    pub(crate) bottom: bool,
    /// The sheet, on a small screen.
    pub(crate) sheet: Option<Sheet>,
    /// The dialog over the page.
    pub(crate) dialog: Option<Dialog>,
    /// Whether the minimap is shown, on a large screen.
    pub(crate) minimap: bool,
}

/// What can happen to the layout.
pub(crate) enum LayoutAction {
    /// Opens or closes a panel.
    Toggle(Panel),
    /// Opens a sheet, or closes it when it is open.
    ToggleSheet(Sheet),
    /// Closes the sheet.
    CloseSheet,
    /// Opens a dialog.
    Open(Dialog),
    /// Closes the dialog.
    CloseDialog,
    /// Shows or hides the minimap.
    ToggleMinimap,
}

/// The layout as a context.
pub(crate) type Layout = UseReducerHandle<LayoutState>;

impl Default for LayoutState {
    fn default() -> Self {
        LayoutState { palette: true, inspector: true, bottom: true, sheet: None, dialog: None, minimap: true }
    }
}

impl LayoutState {
    /// Whether a panel is open.
    pub(crate) fn is_open(&self, panel: Panel) -> bool {
        match panel {
            Panel::Palette => self.palette,
            Panel::Inspector => self.inspector,
            Panel::Bottom => self.bottom,
        }
    }
}

impl Dialog {
    /// Its name in the style sheet and in tests.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Dialog::Commands => "commands",
            Dialog::Shortcuts => "shortcuts",
            Dialog::Gallery => "gallery",
            Dialog::History => "history",
            Dialog::Outline => "outline",
            Dialog::Fidelity => "fidelity",
            Dialog::Seeds => "seeds",
        }
    }

    /// What it is called.
    pub(crate) const fn title(self, language: Language) -> &'static str {
        let titles = dialog_titles(language);
        match self {
            Dialog::Commands => titles.commands,
            Dialog::Shortcuts => titles.shortcuts,
            Dialog::Gallery => titles.gallery,
            Dialog::History => titles.history,
            Dialog::Outline => titles.outline,
            Dialog::Fidelity => titles.fidelity,
            Dialog::Seeds => titles.seeds,
        }
    }
}

impl Sheet {
    /// Its name in the style sheet.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Sheet::Palette => "palette",
            Sheet::Inspector => "inspector",
            Sheet::Log => "log",
            Sheet::Charts => "charts",
        }
    }
}

impl Reducible for LayoutState {
    type Action = LayoutAction;

    fn reduce(self: Rc<Self>, action: LayoutAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            LayoutAction::Toggle(Panel::Palette) => next.palette = !next.palette,
            LayoutAction::Toggle(Panel::Inspector) => next.inspector = !next.inspector,
            LayoutAction::Toggle(Panel::Bottom) => next.bottom = !next.bottom,
            LayoutAction::ToggleSheet(sheet) => next.sheet = if next.sheet == Some(sheet) { None } else { Some(sheet) },
            LayoutAction::CloseSheet => next.sheet = None,
            LayoutAction::Open(dialog) => next.dialog = Some(dialog),
            LayoutAction::CloseDialog => next.dialog = None,
            LayoutAction::ToggleMinimap => next.minimap = !next.minimap,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The layout, from its context.
#[hook]
pub(crate) fn use_layout() -> Layout {
    use_context::<Layout>().expect("the page provides the layout")
}

/// Which panel a button opens and closes.
#[derive(Properties, PartialEq)]
pub(crate) struct ToggleProps {
    /// It.
    pub(crate) panel: Panel,
}

/// The button that opens and closes a panel.
#[component]
pub(crate) fn PanelToggle(props: &ToggleProps) -> Html {
    let t = texts(use_language());
    let layout = use_layout();
    let panel = props.panel;
    let (name, glyph, testid) = match panel {
        Panel::Palette => (t.palette, Glyph::PanelLeft, "toggle-palette"),
        Panel::Inspector => (t.inspector, Glyph::PanelRight, "toggle-inspector"),
        Panel::Bottom => (t.charts, Glyph::PanelBottom, "toggle-bottom"),
    };
    let pressed = layout.is_open(panel);
    let onclick = use_callback((layout.dispatcher(), panel), |_, (dispatcher, panel)| {
        dispatcher.dispatch(LayoutAction::Toggle(*panel));
    });
    html! { <IconButton {name} {glyph} {onclick} {pressed} class="plain" {testid} /> }
}
