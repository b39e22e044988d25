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
    Text,
    Fix,
}

/// One step: what it was and how to take it back.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it was.
    pub change: Change,
    /// The edit that takes it back; of a step that was undone, the edit that makes it again.
    pub inverse: Edit,
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

    /// Undoes or makes again as many steps as there are, up to this number: below zero it undoes. Gives how many it was.
    pub fn travel(&mut self, design: &mut Design, steps: i32) -> i32 {
        let turn = if steps < 0 { Self::undo } else { Self::redo };
        let made = (0..steps.unsigned_abs()).take_while(|_| turn(self, design).is_some()).count();
        i32::try_from(made).unwrap_or(i32::MAX) * steps.signum()
    }

    /// The steps that can be undone, oldest first.
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// The steps that can be made again, the last one first.
    pub fn undone(&self) -> &[Step] {
        &self.undone
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

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(history: &mut History, design: &mut Design, name: &str) {
        history.commit(design, Change::Rename, Edit::Name(name.into())).unwrap();
    }

    #[test]
    fn travelling_goes_back_and_forth_as_far_as_there_are_steps() {
        let (mut history, mut design) = (History::default(), Design::default());
        for name in ["one", "two", "three"] {
            renamed(&mut history, &mut design, name);
        }
        assert_eq!((history.travel(&mut design, -2), design.name.as_str()), (-2, "one"));
        assert_eq!((history.done().len(), history.undone().len()), (1, 2));
        assert_eq!((history.travel(&mut design, 9), design.name.as_str()), (2, "three"));
        assert_eq!((history.travel(&mut design, -9), design.name.as_str()), (-3, ""));
        assert_eq!(history.travel(&mut design, 0), 0);
    }
}
