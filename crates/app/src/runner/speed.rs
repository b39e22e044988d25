//! The speed that the run really has, over about a second.

/// Wall milliseconds over which it is measured.
const OVER_MS: f64 = 1_000.0;
/// Below this share of the speed asked for it is worth telling.
const WORTH_TELLING: f64 = 0.95;

/// Measures the speed held.
#[derive(Default)]
pub(super) struct HeldSpeed {
    since: Option<(f64, f64)>,
    held: Option<f64>,
}

impl HeldSpeed {
    /// Starts afresh, after a pause or a jump.
    pub(super) fn forget(&mut self) {
        *self = HeldSpeed::default();
    }

    /// Takes note of the time at one frame.
    pub(super) fn measure(&mut self, wall_ms: f64, now_ms: f64, asked: f64) {
        let Some((since_wall, since_now)) = self.since else {
            self.since = Some((wall_ms, now_ms));
            return;
        };
        let wall = wall_ms - since_wall;
        if wall < OVER_MS {
            return;
        }
        // A tab that was hidden in between says nothing about the speed.
        self.held = if wall < 3.0 * OVER_MS { Some(((now_ms - since_now) / wall).min(asked)) } else { None };
        self.since = Some((wall_ms, now_ms));
    }

    /// The speed held, where it falls short of what was asked for.
    pub(super) fn below(&self, asked: f64) -> Option<f64> {
        self.held.filter(|held| *held < asked * WORTH_TELLING)
    }
}

#[cfg(test)]
mod tests {
    use super::HeldSpeed;

    #[test]
    fn half_the_speed_is_told_and_all_of_it_is_not() {
        let mut speed = HeldSpeed::default();
        speed.measure(0.0, 0.0, 60.0);
        speed.measure(1_000.0, 30_000.0, 60.0);
        assert_eq!(speed.below(60.0), Some(30.0));
        speed.measure(2_000.0, 90_000.0, 60.0);
        assert_eq!(speed.below(60.0), None);
    }
}
