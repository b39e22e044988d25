//! What commands are called.

use ninepins_canvas::{Alignment, Axis};
use ninepins_model::Action;
use ninepins_words::{
    COMMAND_KEYWORDS, Language, action_name, add_command, command_texts, kind_description, kind_name, redo_change,
    speed, texts, undo_change,
};

use super::{Command, CommandGroup, Desk};
use crate::layout::{Dialog, Panel};

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
        Command::Knock(action) => action_name(language, &desk.store.design, action),
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
        Command::Tidy => t.tidy,
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

/// Other words that a command is looked for by: in both languages, separated by spaces.
pub(super) fn keywords_of(command: &Command) -> String {
    let k = &COMMAND_KEYWORDS;
    let words = match command {
        Command::Undo => k.undo,
        Command::Redo => k.redo,
        Command::Copy => k.copy,
        Command::Cut => k.cut,
        Command::Duplicate => k.duplicate,
        Command::Remove => k.remove,
        Command::SelectAll => k.select_all,
        Command::Rename => k.rename,
        Command::Connect => k.connect,
        Command::AddNext => k.add_next,
        Command::Collapse => k.collapse,
        Command::Align(_) => k.align,
        Command::Distribute(_) => k.distribute,
        Command::Tidy => k.tidy,
        Command::ZoomIn => k.zoom_in,
        Command::ZoomOut => k.zoom_out,
        Command::ZoomToFit => k.zoom_to_fit,
        Command::ZoomToSelection => k.zoom_to_selection,
        Command::Minimap => k.minimap,
        Command::Toggle(_) => k.panel,
        Command::Play => k.play,
        Command::Step => k.step,
        Command::Restart => k.restart,
        Command::Speed(_) => k.speed,
        Command::Knock(Action::TerminateInstance { .. }) => return format!("{} {}", k.knock, k.terminate),
        Command::Knock(_) => k.knock,
        // What it is for is a word for it too.
        Command::Add(kind) => {
            let [english, korean] = Language::ALL.map(|language| kind_description(language, *kind));
            return format!("{} {english} {korean} {}", k.add, kind.as_str());
        }
        Command::Open(Dialog::Gallery) => k.gallery,
        Command::Open(Dialog::History) => k.history,
        Command::Open(Dialog::Outline) => k.outline,
        Command::Open(Dialog::Shortcuts) => k.shortcuts,
        Command::Open(Dialog::Fidelity) => k.fidelity,
        Command::Open(Dialog::Seeds) => k.seeds,
        Command::Open(Dialog::Commands) => "",
        Command::New => k.new,
        Command::SaveFile => k.save,
        Command::Language => k.language,
        Command::Theme => k.theme,
    };
    words.to_owned()
}

/// Whether every word typed begins one of a command's keywords.
pub(super) fn is_keyword(keywords: &str, typed: &[String]) -> bool {
    let begins = |word: &String| keywords.split_whitespace().any(|keyword| keyword.to_lowercase().starts_with(word));
    typed.iter().all(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<Command> {
        let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        Command::all().into_iter().filter(|command| is_keyword(&keywords_of(command), &words)).collect()
    }

    #[test]
    fn commands_are_found_under_the_words_that_a_newcomer_tries() {
        for typed in ["empty", "blank", "clear", "delete", "빈", "지우기", "초기화"] {
            assert!(found(typed).contains(&Command::New), "{typed}");
        }
        for typed in ["erase", "remove", "trash", "없애기"] {
            assert!(found(typed).contains(&Command::Remove), "{typed}");
        }
        for typed in ["export", "download", "json", "내보내기", "다운로드"] {
            assert!(found(typed).contains(&Command::SaveFile), "{typed}");
        }
        for typed in ["dark", "night", "다크", "어둡게"] {
            assert!(found(typed).contains(&Command::Theme), "{typed}");
        }
        assert!(found("english").contains(&Command::Language) && found("언어").contains(&Command::Language));
        assert!(found("zoom").contains(&Command::ZoomToFit));
    }

    #[test]
    fn a_fault_is_found_under_what_it_looks_like() {
        let target = "api/any".parse().unwrap();
        let knock = Command::Knock(Action::TerminateInstance { target });
        for typed in ["kill", "crash", "chaos", "장애", "죽이기"] {
            assert!(is_keyword(&keywords_of(&knock), &[typed.to_owned()]), "{typed}");
        }
    }
}
