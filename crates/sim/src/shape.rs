//! How durations are spread around their mean.

use ninepins_model::parts::Distribution;

use crate::kernel::{Span, Stream};

/// A distribution of durations without its mean.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Exponential.
    Exponential,
    /// Always the mean.
    Constant,
    /// Log-normal: the deviation of its logarithm, and its median over its mean.
    LogNormal { sigma: f64, median: f64 },
}

impl Shape {
    /// The shape of a distribution with this standard deviation over mean.
    pub(crate) fn new(distribution: Distribution, variation: f64) -> Self {
        match distribution {
            Distribution::Exponential => Shape::Exponential,
            Distribution::Constant => Shape::Constant,
            Distribution::Lognormal => {
                let variance = libm::log(1.0 + variation * variation);
                Shape::LogNormal { sigma: libm::sqrt(variance), median: libm::exp(-0.5 * variance) }
            }
        }
    }

    /// Draws a duration of this mean.
    #[inline]
    pub(crate) fn draw(self, mean: Span, stream: &mut Stream) -> Span {
        match self {
            Shape::Exponential => stream.exponential_span(mean),
            Shape::Constant => mean,
            Shape::LogNormal { sigma, median } => stream.log_normal_span(mean.scaled(median), sigma),
        }
    }
}
