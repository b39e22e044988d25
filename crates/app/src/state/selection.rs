//! What is selected on the canvas.

use std::collections::BTreeSet;
use std::rc::Rc;

use ninepins_canvas::gathered;
use ninepins_model::{Design, PartId, WireId};
use yew::prelude::*;

/// One selected thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Selected {
    /// A part.
    Part(PartId),
    /// A wire.
    Wire(WireId),
}

/// Everything that is selected.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct SelectionState {
    /// The selected things.
    pub(crate) selected: Rc<BTreeSet<Selected>>,
}

/// What can happen to the selection.
pub(crate) enum SelectionAction {
    /// Selects this alone.
    Select(Selected),
    /// Selects these.
    SelectAll(BTreeSet<Selected>),
    /// Adds this, or takes it out.
    Toggle(Selected),
    /// Selects nothing.
    Clear,
    /// Drops what this design does not have.
    KeepWithin(Rc<Design>),
}

/// The selection as a context.
pub(crate) type Selection = UseReducerHandle<SelectionState>;

impl SelectionState {
    /// The only selected thing, when there is just one.
    pub(crate) fn only(&self) -> Option<&Selected> {
        if self.selected.len() == 1 { self.selected.first() } else { None }
    }

    /// The selected parts.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &PartId> {
        self.selected.iter().filter_map(|thing| match thing {
            Selected::Part(id) => Some(id),
            Selected::Wire(_) => None,
        })
    }
}

impl Reducible for SelectionState {
    type Action = SelectionAction;

    fn reduce(self: Rc<Self>, action: SelectionAction) -> Rc<Self> {
        let selected = match action {
            SelectionAction::Select(thing) => gathered([thing]),
            SelectionAction::SelectAll(things) => things,
            SelectionAction::Toggle(thing) => {
                let mut selected = (*self.selected).clone();
                if !selected.remove(&thing) {
                    selected.insert(thing);
                }
                selected
            }
            SelectionAction::Clear => BTreeSet::new(),
            SelectionAction::KeepWithin(design) => {
                gathered(self.selected.iter().filter(|thing| is_in(&design, thing)).cloned())
            }
        };
        if selected == *self.selected { self } else { Rc::new(SelectionState { selected: Rc::new(selected) }) }
    }
}

fn is_in(design: &Design, thing: &Selected) -> bool {
    match thing {
        Selected::Part(id) => design.parts.contains_key(id),
        Selected::Wire(id) => design.wires.contains_key(id),
    }
}

/// The selection, to read and change it.
#[hook]
pub(crate) fn use_selection() -> Selection {
    use_context::<Selection>().expect("the page provides the selection")
}
