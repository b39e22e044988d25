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
    /// Counts the documents opened: a new one is fitted into the view, and its run starts again.
    pub(crate) opened: u32,
}

/// What can happen to the design.
pub(crate) enum DesignAction {
    /// One step of the history.
    Commit(Change, Edit),
    /// An action took effect in the run; it belongs on the timeline.
    Happened(Event),
    /// Takes back the last step.
    Undo,
    /// Makes the last undone step again.
    Redo,
    /// Takes back, below zero, or makes again this many steps at once.
    Travel(i32),
    /// Replaces the document; its history starts empty.
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
            DesignAction::Happened(event) => self.changed(|history, design| {
                let events = with_event(&design.scenario.events, event);
                history.commit(design, Change::Timeline, Edit::Events(events)).is_ok()
            }),
            DesignAction::Undo => self.changed(|history, design| history.undo(design).is_some()),
            DesignAction::Redo => self.changed(|history, design| history.redo(design).is_some()),
            DesignAction::Travel(steps) => self.changed(|history, design| history.travel(design, steps) != 0),
            DesignAction::Open(design) => {
                Some(DesignState { opened: self.opened + 1, ..DesignState::new(Rc::new(*design)) })
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
