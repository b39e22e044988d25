//! What is wrong with the design: found once for each change, for all who show it.

use std::rc::Rc;

use ninepins_model::{Problem, Subject};
use yew::prelude::*;

/// The problems of the design, as a context. Unchanged means the same `Rc`.
#[derive(Clone, Default)]
pub(crate) struct Findings(Option<Rc<Vec<Problem>>>);

impl Findings {
    /// What the checks found; nothing as long as they are not here.
    pub(crate) fn new(found: Option<Vec<Problem>>) -> Self {
        Findings(found.map(Rc::new))
    }

    /// All of them, the worst first; `None` as long as the checks are not here.
    pub(crate) fn all(&self) -> Option<&Rc<Vec<Problem>>> {
        self.0.as_ref()
    }

    /// Those of one part, wire or event.
    pub(crate) fn of(&self, subject: &Subject) -> Vec<Problem> {
        let all = self.0.iter().flat_map(|found| found.iter());
        all.filter(|problem| problem.subject == *subject).cloned().collect()
    }
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(found), Some(others)) => Rc::ptr_eq(found, others),
            (found, others) => found.is_none() && others.is_none(),
        }
    }
}

/// What is wrong with the design.
#[hook]
pub(crate) fn use_findings() -> Findings {
    use_context::<Findings>().expect("the page provides what is wrong with the design")
}
