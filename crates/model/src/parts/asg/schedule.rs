//! Lines of text that name times: scheduled actions and forecasts. A run begins at midnight UTC.

/// What a scheduled action sets, and when (ASG-48).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScheduledAction {
    /// When.
    pub when: When,
    /// The new minimum, if it sets one.
    pub min: Option<u32>,
    /// The new maximum.
    pub max: Option<u32>,
    /// The new desired capacity.
    pub desired: Option<u32>,
}

/// When a scheduled action happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Once, so many seconds after the start.
    Once(u64),
    /// At these minutes of these hours of every day, by the fields of cron, as sets of bits.
    Cron {
        /// Minutes 0 to 59.
        minutes: u64,
        /// Hours 0 to 23.
        hours: u32,
    },
}

/// Reads a scheduled action: `3600 2 10 6` once, an hour after the start, or `0 9 * * * 2 10 6` at nine o'clock every day.
/// The last three are minimum, maximum and desired capacity; `-` leaves one as it is. Of cron's fields the last three are `*`.
pub fn scheduled_action(line: &str) -> Option<ScheduledAction> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (when, sizes) = words.split_at_checked(words.len().checked_sub(3)?)?;
    let when = match when {
        [seconds] => When::Once(seconds.parse().ok().filter(|seconds| *seconds <= 604_800)?),
        [minutes, hours, "*", "*", "*"] => {
            When::Cron { minutes: cron_field(minutes, 60)?, hours: cron_field(hours, 24)? as u32 }
        }
        _ => return None,
    };
    let size = |word: &str| match word {
        "-" => Some(None),
        word => word.parse().ok().filter(|size| *size <= 1_000).map(Some),
    };
    let [min, max, desired] = sizes else { return None };
    Some(ScheduledAction { when, min: size(min)?, max: size(max)?, desired: size(desired)? })
}

/// A field of cron as the set of its values: `*`, `*/15`, `9`, `9-17`, `0,30`.
fn cron_field(text: &str, values: u64) -> Option<u64> {
    let mut set = 0;
    for item in text.split(',') {
        let (range, step) = match item.split_once('/') {
            Some((range, step)) => (range, step.parse().ok().filter(|step| *step > 0)?),
            None => (item, 1),
        };
        let (first, last) = match range.split_once('-') {
            _ if range == "*" => (0, values - 1),
            Some((first, last)) => (first.parse().ok()?, last.parse().ok()?),
            None => {
                let value: u64 = range.parse().ok()?;
                (value, value)
            }
        };
        if first > last || last >= values {
            return None;
        }
        let mut value: u64 = first;
        while value <= last {
            set |= 1 << value;
            value += step;
        }
    }
    Some(set)
}

impl When {
    /// The first time after this second, in seconds since the start.
    pub fn after(self, second: Option<u64>) -> Option<u64> {
        match self {
            When::Once(at) => second.is_none_or(|second| at > second).then_some(at),
            When::Cron { minutes, hours } => {
                let first = second.map_or(0, |second| second / 60 + 1);
                let fits = |minute: &u64| minutes >> (minute % 60) & 1 == 1 && hours >> (minute / 60 % 24) & 1 == 1;
                (first..=first + 1_440).find(fits).map(|minute| minute * 60)
            }
        }
    }
}

/// What is forecast for an hour of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forecast {
    /// The hour of the day, 0 to 23.
    pub hour: u32,
    /// Instances needed.
    pub instances: u32,
}

/// Reads a line of a forecast, `9 8`: from nine o'clock on eight instances are needed.
pub fn forecast(line: &str) -> Option<Forecast> {
    let (hour, instances) = line.trim().split_once(char::is_whitespace)?;
    let hour = hour.parse().ok().filter(|hour| *hour < 24)?;
    Some(Forecast { hour, instances: instances.trim().parse().ok().filter(|count| *count <= 1_000)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheduled_action_happens_once_or_by_the_clock() {
        let once = scheduled_action("3600 2 10 6").unwrap();
        assert_eq!((once.when, once.min, once.max, once.desired), (When::Once(3_600), Some(2), Some(10), Some(6)));
        let daily = scheduled_action("0 9 * * * - - 6").unwrap();
        assert_eq!((daily.min, daily.desired), (None, Some(6)));
        assert_eq!(daily.when.after(None), Some(9 * 3_600));
        assert_eq!(daily.when.after(Some(9 * 3_600)), Some(33 * 3_600));
        let often = scheduled_action("*/15 8-9,20 * * * 1 1 1").unwrap();
        assert_eq!(often.when.after(Some(9 * 3_600 + 2_700)), Some(20 * 3_600));
    }

    #[test]
    fn what_is_no_scheduled_action_is_none() {
        for wrong in
            ["", "1 2 3", "60 * * * * 1 2 3", "0 9 1 * * 1 2 3", "0 9 * * * 1 2", "x 1 2 3", "*/0 9 * * * 1 2 3"]
        {
            assert_eq!(scheduled_action(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_forecast_is_an_hour_and_its_instances() {
        assert_eq!(forecast("9 8"), Some(Forecast { hour: 9, instances: 8 }));
        assert_eq!((forecast("24 8"), forecast("9"), forecast("9 8 1")), (None, None, None));
    }
}
