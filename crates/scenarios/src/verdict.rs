//! Whether what was measured is what was expected.

use crate::expect::Expected;

/// Seeds from which on a mean is held to its tolerance as written.
const ENOUGH_SEEDS: usize = 200;

/// What the seeds gave together.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Whether it holds.
    pub holds: bool,
    /// By which rule: `window`, `mean`, `mean ± 3 standard errors` or `never`.
    pub rule: &'static str,
    /// Least, mean and most of the seeds in which it happened.
    pub measured: Option<(f64, f64, f64)>,
    /// Standard error of the mean.
    pub standard_error: f64,
    /// Seeds in which it did not happen.
    pub absent: usize,
}

/// Judges what each seed gave; `None` where what is measured did not happen.
pub fn judge(expected: Expected, values: &[Option<f64>]) -> Verdict {
    let found: Vec<f64> = values.iter().flatten().copied().collect();
    let absent = values.len() - found.len();
    let count = found.len() as f64;
    let mean = found.iter().sum::<f64>() / count;
    let least = found.iter().copied().fold(f64::INFINITY, f64::min);
    let most = found.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let variance = found.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0).max(1.0);
    let standard_error = if found.len() > 1 { (variance / count).sqrt() } else { 0.0 };
    let (holds, rule) = match expected {
        Expected::Window(low, high) => (absent == 0 && least >= low && most <= high, "window"),
        Expected::Mean(wanted, tolerance) => {
            let is_enough = found.len() >= ENOUGH_SEEDS;
            let widened = if is_enough { tolerance } else { tolerance.max(3.0 * standard_error) };
            let rule = if widened > tolerance { "mean ± 3 standard errors" } else { "mean" };
            (absent == 0 && (mean - wanted).abs() <= widened, rule)
        }
        Expected::Never => (found.is_empty(), "never"),
    };
    let measured = (!found.is_empty()).then_some((least, mean, most));
    Verdict { holds: holds && !values.is_empty(), rule, measured, standard_error, absent }
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::Expected::{Mean, Never, Window};

    #[test]
    fn a_window_holds_only_if_every_seed_lies_in_it() {
        let holds = |values: &[Option<f64>]| judge(Window(1.0, 3.0), values).holds;
        assert!(holds(&[Some(1.0), Some(3.0)]));
        assert!(!holds(&[Some(2.0), Some(3.1)]));
        assert!(!holds(&[Some(2.0), None]));
        assert!(!holds(&[]));
    }

    #[test]
    fn a_mean_of_few_seeds_may_be_off_by_three_standard_errors() {
        // Standard deviation 1, standard error of four 0.5.
        let few = [9.134, 10.866, 9.134, 10.866].map(Some);
        assert!(judge(Mean(11.4, 0.1), &few).holds);
        assert!(!judge(Mean(11.6, 0.1), &few).holds);
        let many: Vec<_> = few.into_iter().cycle().take(200).collect();
        assert!(!judge(Mean(11.4, 0.1), &many).holds);
        assert!(judge(Mean(10.05, 0.1), &many).holds);
    }

    #[test]
    fn what_never_happens_happens_with_no_seed() {
        assert!(judge(Never, &[None, None]).holds);
        assert!(!judge(Never, &[None, Some(1.0)]).holds);
    }
}
