//! Everything that can be done, once: the keys, the command palette, the list of keys and the bar of the selection all
//! run these.
//!
//! What a command does is in `run.rs`, which arrives with the views; the first module knows only the keys.

mod chord;
mod clipboard;
mod desk;
mod keys;
mod names;
mod palette;
mod run;
mod shortcuts;

use ninepins_canvas::{Alignment, Axis};
use ninepins_model::{Action, Kind};

pub(crate) use chord::{chord, shown_keys};
pub(crate) use clipboard::use_clipboard;
pub(crate) use desk::{Desk, desk, use_desk};
pub(crate) use keys::use_shortcuts;
pub(crate) use names::{group_of, name_of};
pub(crate) use palette::CommandPalette;
pub(crate) use run::{is_possible, run};
pub(crate) use shortcuts::ShortcutList;

use crate::layout::{Dialog, Panel};

/// Something that can be done.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Command {
    /// Takes back the last step.
    Undo,
    /// Makes it again.
    Redo,
    /// Puts the selection on the clipboard.
    Copy,
    /// Puts it there and removes it.
    Cut,
    /// Adds a copy beside the selection.
    Duplicate,
    /// Removes the selection.
    Remove,
    /// Selects everything.
    SelectAll,
    /// Renames in place.
    Rename,
    /// Starts a wire.
    Connect,
    /// Offers what can follow.
    AddNext,
    /// Collapses containers, or expands them.
    Collapse,
    /// Lines the selection up.
    Align(Alignment),
    /// Spaces it evenly.
    Distribute(Axis),
    /// Lays the design out anew.
    Tidy,
    /// Nearer.
    ZoomIn,
    /// Farther.
    ZoomOut,
    /// Shows everything.
    ZoomToFit,
    /// Shows the selection.
    ZoomToSelection,
    /// Opens or closes the minimap.
    Minimap,
    /// Opens or closes a panel.
    Toggle(Panel),
    /// Plays or pauses.
    Play,
    /// Runs one second.
    Step,
    /// Back to the start.
    Restart,
    /// Simulated seconds per second.
    Speed(u32),
    /// Something that happens in the run.
    Knock(Action),
    /// Adds a block.
    Add(Kind),
    /// Opens a dialog.
    Open(Dialog),
    /// An empty canvas.
    New,
    /// Saves the document.
    SaveFile,
    /// The other language.
    Language,
    /// Light or dark.
    Theme,
}

/// Groups of commands, in the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CommandGroup {
    /// Changes of what is selected.
    Edit,
    /// Where things are.
    Arrange,
    /// What is shown.
    View,
    /// The run.
    Run,
    /// Faults.
    Knock,
    /// The page.
    Page,
    /// New blocks.
    Add,
}

impl Command {
    /// Every command without a part of the design in it.
    pub(crate) fn all() -> Vec<Command> {
        use Alignment::{Bottom, Center, Left, Middle, Right, Top};
        let mut all = vec![
            Command::Undo,
            Command::Redo,
            Command::Copy,
            Command::Cut,
            Command::Duplicate,
            Command::Remove,
            Command::SelectAll,
            Command::Rename,
            Command::Connect,
            Command::AddNext,
            Command::Collapse,
        ];
        all.extend([Left, Center, Right, Top, Middle, Bottom].map(Command::Align));
        all.extend([Axis::Across, Axis::Down].map(Command::Distribute));
        all.push(Command::Tidy);
        all.extend([Command::ZoomIn, Command::ZoomOut, Command::ZoomToFit, Command::ZoomToSelection, Command::Minimap]);
        all.extend([Panel::Palette, Panel::Bottom, Panel::Inspector].map(Command::Toggle));
        all.extend([Command::Play, Command::Step, Command::Restart]);
        all.extend([1, 10, 60, 600].map(Command::Speed));
        all.extend(
            [
                Dialog::Gallery,
                Dialog::Outline,
                Dialog::History,
                Dialog::Commands,
                Dialog::Shortcuts,
                Dialog::Fidelity,
                Dialog::Seeds,
            ]
            .map(Command::Open),
        );
        all.extend([Command::New, Command::SaveFile, Command::Language, Command::Theme]);
        all.extend(Kind::ALL.map(Command::Add));
        all
    }

    /// The keys that run it, the first of them shown: `Mod` is Control, or Command on a Mac.
    pub(crate) const fn keys(&self) -> &'static [&'static str] {
        match self {
            Command::Undo => &["Mod+Z"],
            Command::Redo => &["Mod+Shift+Z", "Mod+Y"],
            Command::Copy => &["Mod+C"],
            Command::Cut => &["Mod+X"],
            Command::Duplicate => &["Mod+D"],
            Command::Remove => &["Delete", "Backspace"],
            Command::SelectAll => &["Mod+A"],
            Command::Rename => &["F2"],
            Command::Connect => &["W"],
            Command::AddNext => &["N"],
            Command::Collapse => &["C"],
            Command::Align(Alignment::Left) => &["Alt+A"],
            Command::Align(Alignment::Right) => &["Alt+D"],
            Command::Align(Alignment::Top) => &["Alt+W"],
            Command::Align(Alignment::Bottom) => &["Alt+S"],
            Command::Align(Alignment::Center) => &["Alt+H"],
            Command::Align(Alignment::Middle) => &["Alt+V"],
            Command::Distribute(Axis::Across) => &["Alt+Shift+H"],
            Command::Distribute(Axis::Down) => &["Alt+Shift+V"],
            Command::Tidy => &["Alt+Shift+T"],
            Command::ZoomIn => &["+"],
            Command::ZoomOut => &["-"],
            Command::ZoomToFit => &["Shift+1", "0"],
            Command::ZoomToSelection => &["Shift+2"],
            Command::Play => &["Space"],
            Command::Open(Dialog::Commands) => &["Mod+K"],
            Command::Open(Dialog::Shortcuts) => &["?"],
            Command::SaveFile => &["Mod+S"],
            _ => &[],
        }
    }
}
