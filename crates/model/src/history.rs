//! Undo and redo.

use crate::{Design, Edit, EditError};

/// What a step of the history did, for showing it. `words` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is a sentence in `words`")]
pub enum Change {
    Add,
    Remove,
    Move,
    Resize,
    Wire,
    Unwire,
    Setting,
    Rename,
    Timeline,
    Network,
    Open,
    Paste,
    Arrange,
    Collapse,
}

/// One step: what it was and how to take it back.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    change: Change,
    inverse: Edit,
}

/// The steps that can be undone and redone. Selection is not part of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// Most steps kept.
const KEPT: usize = 200;

impl History {
    /// Makes an edit as one step. Steps that were undone are forgotten.
    ///
    /// # Errors
    /// As [`Design::apply`]; nothing has changed then.
    pub fn commit(&mut self, design: &mut Design, change: Change, edit: Edit) -> Result<(), EditError> {
        let inverse = design.apply(edit)?;
        self.done.push(Step { change, inverse });
        if self.done.len() > KEPT {
            self.done.remove(0);
        }
        self.undone.clear();
        Ok(())
    }

    /// Makes an edit as part of the last step.
    ///
    /// # Errors
    /// As [`Design::apply`]; nothing has changed then.
    pub fn amend(&mut self, design: &mut Design, edit: Edit) -> Result<(), EditError> {
        let inverse = design.apply(edit)?;
        if let Some(step) = self.done.last_mut() {
            let before = std::mem::replace(&mut step.inverse, Edit::Batch(Vec::new()));
            step.inverse = Edit::Batch(vec![inverse, before]);
        }
        self.undone.clear();
        Ok(())
    }

    /// Takes back the last step and says which it was.
    pub fn undo(&mut self, design: &mut Design) -> Option<Change> {
        Self::turn(&mut self.done, &mut self.undone, design)
    }

    /// Makes the last undone step again.
    pub fn redo(&mut self, design: &mut Design) -> Option<Change> {
        Self::turn(&mut self.undone, &mut self.done, design)
    }

    fn turn(from: &mut Vec<Step>, to: &mut Vec<Step>, design: &mut Design) -> Option<Change> {
        let step = from.pop()?;
        match design.apply(step.inverse) {
            Ok(inverse) => {
                to.push(Step { change: step.change, inverse });
                Some(step.change)
            }
            Err(_) => None,
        }
    }

    /// Whether there is something to undo, and what.
    pub fn undoable(&self) -> Option<Change> {
        self.done.last().map(|step| step.change)
    }

    /// Whether there is something to redo, and what.
    pub fn redoable(&self) -> Option<Change> {
        self.undone.last().map(|step| step.change)
    }
}
