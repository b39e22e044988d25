//! From values to pixels: ranges that end at round numbers.

/// How values are spread over the height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Scale {
    /// From 0 to this.
    Linear(f64),
    /// Decades, from the first to the second.
    Logarithmic(f64, f64),
}

impl Scale {
    /// From 0 to a round number not below the largest value.
    pub(super) fn linear(largest: f64) -> Self {
        Scale::Linear(round_up(largest.max(1e-9)))
    }

    /// From 0 to an even number above the largest count, so that half of it is a count as well.
    pub(super) fn whole(largest: f64) -> Self {
        let top = (largest + 1.0).max(2.0);
        Scale::Linear(if top <= 20.0 { (top / 2.0).ceil() * 2.0 } else { round_up(top) })
    }

    /// Decades around the values.
    pub(super) fn logarithmic(smallest: f64, largest: f64) -> Self {
        let low = 10f64.powf(smallest.max(1e-3).log10().floor());
        let high = 10f64.powf(largest.max(1e-3).log10().ceil());
        Scale::Logarithmic(low, high.max(low * 10.0))
    }

    /// 0 at the bottom, 1 at the top.
    pub(super) fn share(self, value: f64) -> f64 {
        match self {
            Scale::Linear(top) => value / top,
            Scale::Logarithmic(low, high) => (value.max(low) / low).log10() / (high / low).log10(),
        }
        .clamp(0.0, 1.0)
    }

    /// Values to draw a line at.
    pub(super) fn ticks(self) -> Vec<f64> {
        match self {
            Scale::Linear(top) => vec![top / 2.0, top],
            Scale::Logarithmic(low, high) => std::iter::successors(Some(low), |tick| Some(tick * 10.0))
                .take_while(|tick| *tick <= high * 1.01)
                .collect(),
        }
    }
}

/// The next of 1, 2, 4, 5 or 10 times a power of ten.
fn round_up(value: f64) -> f64 {
    let power = 10f64.powf(value.log10().floor());
    let steps = [1.0, 2.0, 4.0, 5.0, 10.0];
    // A hair of tolerance: what is computed as 2.0000000001 is 2.
    steps.into_iter().map(|step| step * power).find(|top| *top >= value * 0.999_999).unwrap_or(value)
}

/// Pixels between two times, at least.
const TIME_WIDTH: f64 = 84.0;
/// Seconds between two times.
const TIME_STEPS_S: [f64; 14] =
    [10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1_800.0, 3_600.0, 7_200.0, 14_400.0, 28_800.0, 86_400.0];

/// Round times between two seconds, as many as have room in a width.
pub(super) fn time_ticks(from_s: f64, to_s: f64, width: f64) -> impl Iterator<Item = f64> {
    let least_s = (to_s - from_s) * TIME_WIDTH / width.max(1.0);
    let step_s = TIME_STEPS_S.into_iter().find(|step_s| *step_s >= least_s).unwrap_or(TIME_STEPS_S[13]);
    std::iter::successors(Some((from_s / step_s).ceil() * step_s), move |at_s| Some(at_s + step_s))
        .take_while(move |at_s| *at_s <= to_s)
}

#[cfg(test)]
mod tests {
    use super::{Scale, time_ticks};

    #[test]
    fn times_are_round_and_have_room() {
        let ticks = |from_s, to_s| time_ticks(from_s, to_s, 300.0).collect::<Vec<f64>>();
        assert_eq!(ticks(0.0, 60.0), [0.0, 30.0, 60.0]);
        assert_eq!(ticks(130.0, 730.0), [300.0, 600.0]);
        assert_eq!(ticks(0.0, 86_400.0), [0.0, 28_800.0, 57_600.0, 86_400.0]);
    }

    #[test]
    fn a_scale_ends_at_a_round_number() {
        let tops = [0.7, 3.0, 412.0, 1_000.0].map(Scale::linear);
        assert_eq!(tops, [1.0, 4.0, 500.0, 1_000.0].map(Scale::Linear));
    }

    #[test]
    fn a_logarithmic_scale_has_a_line_for_each_decade() {
        assert_eq!(Scale::logarithmic(3.0, 170.0).ticks(), [1.0, 10.0, 100.0, 1_000.0]);
    }

    #[test]
    fn half_way_between_decades_is_half_way_up() {
        assert!((Scale::Logarithmic(1.0, 100.0).share(10.0) - 0.5).abs() < 1e-12);
    }
}
