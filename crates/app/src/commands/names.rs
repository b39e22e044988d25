//! What commands are called.

use ninepins_canvas::{Alignment, Axis};
use ninepins_words::{
    Language, action_name, add_command, command_texts, kind_name, redo_change, speed, texts, undo_change,
};

use super::{Command, CommandGroup, Desk};
use crate::layout::Panel;

/// A command's name as it would be done now: what would be undone, which containers would open.
pub(crate) fn name_of(command: &Command, desk: &Desk) -> String {
    let language = desk.language();
    let (t, c) = (texts(language), command_texts(language));
    let history = &desk.store.history;
    match command {
        Command::Undo => history.undoable().map_or_else(|| t.undo.to_owned(), |change| undo_change(language, change)),
        Command::Redo => history.redoable().map_or_else(|| t.redo.to_owned(), |change| redo_change(language, change)),
        Command::Play if desk.runner.is_playing() => t.pause.to_owned(),
        Command::Collapse => {
            let design = &desk.store.design;
            let is_open = desk.selection.parts().any(|id| design.parts.get(id).is_some_and(|part| !part.collapsed));
            (if is_open { c.collapse } else { c.expand }).to_owned()
        }
        Command::Speed(times) => format!("{}: {}", t.speed, speed(f64::from(*times))),
        Command::Add(kind) => add_command(language, kind_name(language, *kind)),
        Command::Knock(action) => action_name(language, action),
        Command::Toggle(panel) => {
            let name = match panel {
                Panel::Palette => t.palette,
                Panel::Inspector => t.inspector,
                Panel::Bottom => t.charts,
            };
            format!("{}: {name}", c.show_or_hide)
        }
        Command::Open(dialog) => dialog.title(language).to_owned(),
        other => plain_name(language, other).to_owned(),
    }
}

fn plain_name(language: Language, command: &Command) -> &'static str {
    let (t, c) = (texts(language), command_texts(language));
    match command {
        Command::Copy => c.copy,
        Command::Cut => c.cut,
        Command::Duplicate => c.duplicate,
        Command::Remove => t.delete,
        Command::SelectAll => c.select_all,
        Command::Rename => c.rename,
        Command::Connect => c.connect,
        Command::AddNext => c.add_next,
        Command::Align(alignment) => match alignment {
            Alignment::Left => c.align_left,
            Alignment::Center => c.align_center,
            Alignment::Right => c.align_right,
            Alignment::Top => c.align_top,
            Alignment::Middle => c.align_middle,
            Alignment::Bottom => c.align_bottom,
        },
        Command::Distribute(Axis::Across) => c.distribute_across,
        Command::Distribute(Axis::Down) => c.distribute_down,
        Command::Tidy => c.tidy,
        Command::ZoomIn => t.zoom_in,
        Command::ZoomOut => t.zoom_out,
        Command::ZoomToFit => t.zoom_fit,
        Command::ZoomToSelection => c.zoom_to_selection,
        Command::Minimap => c.minimap,
        Command::Play => t.play,
        Command::Step => t.step,
        Command::Restart => t.restart,
        Command::New => t.new_design,
        Command::SaveFile => c.save_file,
        Command::Language => c.switch_language,
        Command::Theme => c.switch_theme,
        _ => "",
    }
}

/// The group of a command.
pub(crate) const fn group_of(command: &Command) -> CommandGroup {
    match command {
        Command::Align(_) | Command::Distribute(_) | Command::Tidy => CommandGroup::Arrange,
        Command::ZoomIn
        | Command::ZoomOut
        | Command::ZoomToFit
        | Command::ZoomToSelection
        | Command::Minimap
        | Command::Toggle(_) => CommandGroup::View,
        Command::Play | Command::Step | Command::Restart | Command::Speed(_) => CommandGroup::Run,
        Command::Knock(_) => CommandGroup::Knock,
        Command::Add(_) => CommandGroup::Add,
        Command::Open(_) | Command::New | Command::SaveFile | Command::Language | Command::Theme => CommandGroup::Page,
        _ => CommandGroup::Edit,
    }
}

impl CommandGroup {
    /// What it is called.
    pub(crate) const fn name(self, language: Language) -> &'static str {
        let c = command_texts(language);
        match self {
            CommandGroup::Edit => c.group_edit,
            CommandGroup::Arrange => c.group_arrange,
            CommandGroup::View => c.group_view,
            CommandGroup::Run => c.group_run,
            CommandGroup::Knock => c.group_knock,
            CommandGroup::Page => c.group_page,
            CommandGroup::Add => c.group_add,
        }
    }
}
