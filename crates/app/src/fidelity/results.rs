//! What the self-tests have given so far.

use std::rc::Rc;

use ninepins_model::self_tests::SelfTest;
use yew::prelude::*;

/// How far a self-test is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Status {
    /// Nobody asked for it.
    NotRun,
    /// Others come first.
    Waiting,
    /// It runs; so much of it is done, 0 to 1.
    Running(f64),
    /// It has ended; nothing if what it waits for did not happen.
    Ended(Option<f64>),
}

/// The status of every self-test, in the order of [`SelfTest::ALL`].
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Results {
    statuses: Vec<Status>,
    /// The worker could not be started, or stopped.
    pub(super) broken: bool,
}

/// What can happen to the results.
pub(super) enum Happened {
    /// These were asked for.
    Asked(Vec<SelfTest>),
    /// One is so far.
    Progress(SelfTest, f64),
    /// One has ended with this.
    Ended(SelfTest, Option<f64>),
    /// What has not ended is not run.
    Cancelled,
    /// The worker failed.
    Broken,
}

impl Default for Results {
    fn default() -> Self {
        Results { statuses: vec![Status::NotRun; SelfTest::ALL.len()], broken: false }
    }
}

impl Results {
    /// How far a test is.
    pub(super) fn status(&self, test: SelfTest) -> Status {
        self.statuses.get(test as usize).copied().unwrap_or(Status::NotRun)
    }

    /// Whether a test has given what it must; nothing before its end.
    pub(super) fn passed(&self, test: SelfTest) -> Option<bool> {
        match self.status(test) {
            Status::Ended(measured) => Some(measured.is_some_and(|measured| test.expected().admits(measured))),
            _ => None,
        }
    }

    /// How many have ended, and how many of them passed.
    pub(super) fn ended(&self) -> (usize, usize) {
        let verdicts = SelfTest::ALL.iter().filter_map(|test| self.passed(*test));
        verdicts.fold((0, 0), |(ended, passed), verdict| (ended + 1, passed + usize::from(verdict)))
    }

    /// Whether any runs or waits.
    pub(super) fn is_busy(&self) -> bool {
        self.statuses.iter().any(|status| matches!(status, Status::Waiting | Status::Running(_)))
    }
}

impl Reducible for Results {
    type Action = Happened;

    fn reduce(self: Rc<Self>, happened: Happened) -> Rc<Self> {
        let mut next = (*self).clone();
        match happened {
            Happened::Asked(tests) => {
                next.broken = false;
                tests.into_iter().for_each(|test| next.statuses[test as usize] = Status::Waiting);
            }
            Happened::Progress(test, share) => next.statuses[test as usize] = Status::Running(share),
            Happened::Ended(test, measured) => next.statuses[test as usize] = Status::Ended(measured),
            Happened::Cancelled | Happened::Broken => {
                next.broken = matches!(happened, Happened::Broken);
                for status in &mut next.statuses {
                    if !matches!(status, Status::Ended(_)) {
                        *status = Status::NotRun;
                    }
                }
            }
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(happened: Vec<Happened>) -> Results {
        let results = happened.into_iter().fold(Rc::new(Results::default()), |results, one| results.reduce(one));
        (*results).clone()
    }

    #[test]
    fn a_test_passes_when_what_it_measured_is_admitted() {
        let results = after(vec![
            Happened::Asked(vec![SelfTest::TargetDetection, SelfTest::Conservation]),
            Happened::Ended(SelfTest::TargetDetection, Some(50.0)),
            Happened::Ended(SelfTest::Conservation, Some(1.0)),
        ]);
        assert_eq!(results.passed(SelfTest::TargetDetection), Some(true));
        assert_eq!(results.passed(SelfTest::Conservation), Some(false));
        assert_eq!((results.ended(), results.is_busy()), ((2, 1), false));
    }

    #[test]
    fn what_did_not_happen_is_no_pass_and_what_was_cancelled_no_result() {
        let results = after(vec![
            Happened::Asked(SelfTest::ALL.to_vec()),
            Happened::Ended(SelfTest::ScalingAlarm, None),
            Happened::Progress(SelfTest::HitRatio, 0.5),
            Happened::Cancelled,
        ]);
        assert_eq!(results.passed(SelfTest::ScalingAlarm), Some(false));
        assert_eq!(results.status(SelfTest::HitRatio), Status::NotRun);
        assert!(!results.is_busy());
    }
}
