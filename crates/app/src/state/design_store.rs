//! The design on the canvas, with its history.

use std::rc::Rc;

use ninepins_model::{Change, Design, Edit, Event, History};
use yew::prelude::*;

use crate::runner::with_event;

/// The design and what can be undone. Unchanged means the same `Rc`.
#[derive(Clone)]
pub(crate) struct DesignState {
    /// The document.
    pub(crate) design: Rc<Design>,
    /// Its history.
    pub(crate) history: Rc<History>,
    /// Counts the documents opened, also by undo and redo: one is fitted into the view, and its run starts again.
    pub(crate) opened: u32,
}

/// What can happen to the design.
pub(crate) enum DesignAction {
    /// One step of the history.
    Commit(Change, Edit),
    /// Adds to the last step, which stays one.
    Amend(Edit),
    /// An action took effect in the run; it belongs on the timeline.
    Happened(Event),
    /// Takes back the last step.
    Undo,
    /// Makes the last undone step again.
    Redo,
    /// Takes back, below zero, or makes again this many steps at once.
    Travel(i32),
    /// Replaces the document, as a step that can be taken back.
    Open(Box<Design>),
}

/// The design as a context. Its consumers render again when the design or its history changes.
pub(crate) type DesignStore = UseReducerHandle<DesignState>;

impl DesignState {
    /// A document just opened.
    pub(crate) fn new(design: Rc<Design>) -> Self {
        DesignState { design, history: Rc::default(), opened: 0 }
    }

    fn changed(&self, change: impl FnOnce(&mut History, &mut Design) -> bool) -> Option<Self> {
        let mut design = (*self.design).clone();
        let mut history = (*self.history).clone();
        if !change(&mut history, &mut design) {
            return None;
        }
        let design = if design == *self.design { self.design.clone() } else { Rc::new(design) };
        Some(DesignState { design, history: Rc::new(history), opened: self.opened })
    }

    /// A step back or on; one that brings another document back opens it.
    fn turned(
        &self,
        next: fn(&History) -> Option<Change>,
        turn: fn(&mut History, &mut Design) -> Option<Change>,
    ) -> Option<Self> {
        let opens = next(&self.history) == Some(Change::Open);
        let turned = self.changed(|history, design| turn(history, design).is_some());
        if opens { turned.map(DesignState::reopened) } else { turned }
    }

    fn reopened(self) -> Self {
        DesignState { opened: self.opened + 1, ..self }
    }
}

impl PartialEq for DesignState {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.design, &other.design)
            && Rc::ptr_eq(&self.history, &other.history)
            && self.opened == other.opened
    }
}

impl Reducible for DesignState {
    type Action = DesignAction;

    fn reduce(self: Rc<Self>, action: DesignAction) -> Rc<Self> {
        let next = match action {
            DesignAction::Commit(change, edit) => {
                self.changed(|history, design| history.commit(design, change, edit).is_ok())
            }
            DesignAction::Amend(edit) => self.changed(|history, design| history.amend(design, edit).is_ok()),
            DesignAction::Happened(event) => self.changed(|history, design| {
                let events = with_event(&design.scenario.events, event);
                history.commit(design, Change::Timeline, Edit::Events(events)).is_ok()
            }),
            DesignAction::Undo => self.turned(History::undoable, History::undo),
            DesignAction::Redo => self.turned(History::redoable, History::redo),
            DesignAction::Open(design) => self
                .changed(|history, design_now| history.commit(design_now, Change::Open, Edit::Design(design)).is_ok())
                .map(DesignState::reopened),
            DesignAction::Travel(steps) => {
                let ahead = if steps < 0 { self.history.done() } else { self.history.undone() };
                let mut passed = ahead.iter().rev().take(steps.unsigned_abs() as usize);
                let reopens = passed.any(|step| step.change == Change::Open);
                let travelled = self.changed(|history, design| history.travel(design, steps) != 0);
                if reopens { travelled.map(DesignState::reopened) } else { travelled }
            }
        };
        next.map_or(self, Rc::new)
    }
}

/// The design with its history, to change it.
#[hook]
pub(crate) fn use_design_store() -> DesignStore {
    use_context::<DesignStore>().expect("the page provides the design")
}

/// The design, to read it.
#[hook]
pub(crate) fn use_design() -> Rc<Design> {
    use_design_store().design.clone()
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::Preset;

    use super::*;

    fn after(state: Rc<DesignState>, action: DesignAction) -> Rc<DesignState> {
        state.reduce(action)
    }

    #[test]
    fn a_design_that_was_replaced_comes_back_by_undo_and_is_opened_anew() {
        let own = Rc::new(Preset::SingleInstance.design());
        let state = Rc::new(DesignState::new(own.clone()));
        let renamed = after(state, DesignAction::Commit(Change::Rename, Edit::Name("Mine".into())));
        let replaced = after(renamed, DesignAction::Open(Box::new(Preset::ThreeAz.design())));
        assert_eq!((&*replaced.design, replaced.opened), (&Preset::ThreeAz.design(), 1));
        let back = after(replaced, DesignAction::Undo);
        assert_eq!((back.design.name.as_str(), back.opened), ("Mine", 2));
        assert_eq!(back.history.undoable(), Some(Change::Rename), "its own steps are still there");
        let again = after(back, DesignAction::Redo);
        assert_eq!((&*again.design, again.opened), (&Preset::ThreeAz.design(), 3));
    }

    #[test]
    fn another_step_opens_nothing() {
        let state = Rc::new(DesignState::new(Rc::default()));
        let renamed = after(state, DesignAction::Commit(Change::Rename, Edit::Name("Mine".into())));
        assert_eq!(after(renamed, DesignAction::Undo).opened, 0);
    }
}
