//! What the commands do.

use ninepins_canvas::gathered;

use super::keys::{redo, undo};
use super::{Command, Desk};
use crate::browser;
use crate::canvas::surface;
use crate::chrome::toggle_playing;
use crate::layout::LayoutAction;
use crate::state::{DesignAction, Language, PreferencesAction, Selected, SelectionAction, Theme};

/// How far one press zooms.
const ZOOM: f64 = 1.25;

/// Runs a command.
pub(crate) fn run(command: Command, desk: &Desk) {
    let surface = surface();
    match command {
        Command::Undo => undo(desk),
        Command::Redo => redo(desk),
        Command::Copy => surface.copy_to_clipboard(false),
        Command::Cut => surface.copy_to_clipboard(true),
        Command::Duplicate => surface.duplicate(),
        Command::Remove => surface.remove_and_focus(),
        Command::SelectAll => {
            let all = gathered(desk.store.design.parts.keys().cloned().map(Selected::Part));
            desk.selection.dispatch(SelectionAction::SelectAll(all));
        }
        Command::Rename => surface.rename_selected(),
        Command::Connect => surface.connect_selected(),
        Command::AddNext => surface.offer_next(),
        Command::Collapse => surface.collapse_selected(),
        Command::Align(alignment) => surface.align(alignment),
        Command::Distribute(axis) => surface.distribute(axis),
        Command::Tidy => surface.tidy(),
        Command::ZoomIn => surface.zoom(ZOOM),
        Command::ZoomOut => surface.zoom(1.0 / ZOOM),
        Command::ZoomToFit => surface.fit_or_all(),
        Command::ZoomToSelection => surface.fit_selection(),
        Command::Minimap => desk.layout.dispatch(LayoutAction::ToggleMinimap),
        Command::Toggle(panel) => desk.layout.dispatch(LayoutAction::Toggle(panel)),
        Command::Add(kind) => surface.add(kind),
        Command::Open(dialog) => desk.layout.dispatch(LayoutAction::Open(dialog)),
        Command::New => desk.store.dispatch(DesignAction::Open(Box::default())),
        Command::SaveFile => save(desk),
        Command::Language => {
            let other = if desk.language() == Language::English { Language::Korean } else { Language::English };
            desk.preferences.dispatch(PreferencesAction::Language(other));
        }
        Command::Theme => {
            let theme = if desk.preferences.is_dark() { Theme::Light } else { Theme::Dark };
            desk.preferences.dispatch(PreferencesAction::Theme(theme));
        }
        other => run_in_time(other, desk),
    }
}

/// What concerns the run.
fn run_in_time(command: Command, desk: &Desk) {
    match command {
        Command::Play => toggle_playing(&desk.runner, desk.language()),
        Command::Step => desk.runner.step(),
        Command::Restart => desk.runner.restart(),
        Command::Speed(speed) => desk.preferences.dispatch(PreferencesAction::Speed(speed)),
        Command::Knock(action) => {
            if !desk.runner.is_playing() && !desk.runner.is_over() {
                desk.runner.set_playing(true);
            }
            desk.runner.act(&action);
        }
        _ => {}
    }
}

fn save(desk: &Desk) {
    let design = &desk.store.design;
    let saved = browser::save_file(&browser::file_name(&design.name), &ninepins_share::write_pretty(design));
    if let Err(error) = saved {
        gloo::console::error!("the file was not saved:", error);
    }
}

/// Whether a command would do something now.
pub(crate) fn is_possible(command: &Command, desk: &Desk) -> bool {
    let selection = &desk.selection;
    let parts = selection.parts().count();
    let design = &desk.store.design;
    let kinds = || selection.parts().filter_map(|id| design.parts.get(id)).map(ninepins_model::Part::kind);
    match command {
        Command::Undo => desk.store.history.undoable().is_some(),
        Command::Redo => desk.store.history.redoable().is_some(),
        Command::Copy | Command::Cut | Command::Duplicate => parts > 0,
        Command::ZoomToSelection | Command::Remove => !selection.selected.is_empty(),
        Command::Rename => selection.only().is_some(),
        Command::Connect => parts == 1 && kinds().all(|kind| !kind.is_resizable()),
        Command::AddNext => parts == 1 && kinds().all(|kind| !ninepins_canvas::next_kinds(kind).is_empty()),
        Command::Collapse => kinds().any(ninepins_model::Kind::is_container),
        Command::Align(_) => parts > 1,
        Command::Distribute(_) => parts > 2,
        Command::Tidy | Command::SelectAll | Command::ZoomToFit => !design.parts.is_empty(),
        _ => true,
    }
}
