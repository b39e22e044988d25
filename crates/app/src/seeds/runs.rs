//! What other seeds gave.

use std::collections::BTreeMap;
use std::rc::Rc;

use ninepins_report::{Told, Totals};
use yew::prelude::*;

/// What one run gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Result {
    /// Requests that ended ok, of those that ended, in percent.
    pub(super) success_percent: f64,
    /// Requests that failed.
    pub(super) failed: f64,
    /// Seconds in which a request failed.
    pub(super) failing_s: f64,
    /// The highest 95th percentile of a second, in milliseconds.
    pub(super) worst_p95_ms: f64,
}

impl Result {
    /// Of a run that has ended.
    pub(super) fn of(totals: &Totals, told: &Told) -> Self {
        let ended = (totals.ok + totals.failed).max(1);
        let failing = told.windows().iter().filter(|window| window.failed_total() > 0);
        let slowest = told.windows().iter().map(|window| window.p95_us).max().unwrap_or(0);
        Result {
            success_percent: totals.ok as f64 / ended as f64 * 100.0,
            failed: totals.failed as f64,
            failing_s: failing.map(|window| f64::from(window.length_s)).sum(),
            worst_p95_ms: f64::from(slowest) / 1000.0,
        }
    }
}

/// The runs of one comparison, by their seeds: in which order they ended does not show.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Runs {
    of: usize,
    ended: BTreeMap<u32, Result>,
    under_way: BTreeMap<u32, f64>,
    /// A worker could not be started, or stopped.
    pub(super) broken: bool,
}

/// What can happen to them.
pub(super) enum Happened {
    /// So many were asked for, and nothing of before counts.
    Asked(usize),
    /// One is so far.
    Progress(u32, f64),
    /// One has ended.
    Ended(u32, Result),
    /// What has not ended is not run.
    Cancelled,
    /// A worker failed.
    Broken,
}

impl Runs {
    /// The results by seed.
    pub(super) fn results(&self) -> &BTreeMap<u32, Result> {
        &self.ended
    }

    /// How many were asked for.
    pub(super) const fn of(&self) -> usize {
        self.of
    }

    /// Whether any is still to end.
    pub(super) fn is_busy(&self) -> bool {
        self.ended.len() < self.of
    }

    /// How much of all is done, from 0 to 1.
    pub(super) fn share(&self) -> f64 {
        let done = self.ended.len() as f64 + self.under_way.values().sum::<f64>();
        done / self.of.max(1) as f64
    }

    /// Least, median and most of a figure; none before the first run has ended.
    pub(super) fn spread(&self, figure: fn(&Result) -> f64) -> Option<[f64; 3]> {
        let mut values: Vec<f64> = self.ended.values().map(figure).collect();
        ninepins_model::put_in_order(&mut values, |one, other| one < other);
        let (first, last) = (values.first()?, values.last()?);
        let middle = values.len() / 2;
        let median = if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / 2.0 };
        Some([*first, median, *last])
    }
}

impl Reducible for Runs {
    type Action = Happened;

    fn reduce(self: Rc<Self>, happened: Happened) -> Rc<Self> {
        let mut next = (*self).clone();
        match happened {
            Happened::Asked(of) => next = Runs { of, ..Runs::default() },
            Happened::Progress(seed, share) => {
                next.under_way.insert(seed, share);
            }
            Happened::Ended(seed, result) => {
                next.under_way.remove(&seed);
                next.ended.insert(seed, result);
            }
            Happened::Cancelled | Happened::Broken => {
                next.broken = matches!(happened, Happened::Broken);
                next.of = next.ended.len();
                next.under_way.clear();
            }
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(failed: f64) -> Result {
        Result { success_percent: 100.0, failed, failing_s: 0.0, worst_p95_ms: 0.0 }
    }

    fn after(happened: Vec<Happened>) -> Runs {
        let runs = happened.into_iter().fold(Rc::new(Runs::default()), |runs, one| runs.reduce(one));
        (*runs).clone()
    }

    #[test]
    fn the_order_in_which_runs_end_does_not_show() {
        let one = after(vec![Happened::Asked(2), Happened::Ended(1, result(5.0)), Happened::Ended(2, result(7.0))]);
        let other = after(vec![Happened::Asked(2), Happened::Ended(2, result(7.0)), Happened::Ended(1, result(5.0))]);
        assert_eq!(one, other);
        assert_eq!(one.spread(|result| result.failed), Some([5.0, 6.0, 7.0]));
    }

    #[test]
    fn half_of_two_runs_is_done_when_one_has_ended() {
        let runs = after(vec![Happened::Asked(2), Happened::Ended(1, result(0.0))]);
        assert_eq!((runs.share(), runs.is_busy()), (0.5, true));
    }

    #[test]
    fn what_was_cancelled_is_not_waited_for() {
        let runs = after(vec![Happened::Asked(9), Happened::Ended(4, result(0.0)), Happened::Cancelled]);
        assert_eq!((runs.is_busy(), runs.of(), runs.results().len()), (false, 1, 1));
    }
}
