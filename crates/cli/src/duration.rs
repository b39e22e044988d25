//! Durations as a person writes them.

use ninepins_model::limits;

/// The seconds of `90s`, `30m`, `2h` or `1d`.
pub(crate) fn seconds(text: &str) -> Result<u32, String> {
    let (number, unit) = match text.char_indices().last() {
        Some((place, 's')) => (&text[..place], 1),
        Some((place, 'm')) => (&text[..place], 60),
        Some((place, 'h')) => (&text[..place], 3_600),
        Some((place, 'd')) => (&text[..place], 86_400),
        _ => return Err("write a duration like 90s, 30m, 2h or 1d".into()),
    };
    let seconds = number.parse::<u32>().ok().and_then(|number| number.checked_mul(unit));
    seconds
        .filter(|seconds| (1..=limits::DURATION_S).contains(seconds))
        .ok_or_else(|| format!("write a whole duration from 1s to {}d", limits::DURATION_S / 86_400))
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn units_are_seconds_minutes_hours_and_days() {
        assert_eq!(["90s", "30m", "2h", "1d"].map(seconds), [Ok(90), Ok(1_800), Ok(7_200), Ok(86_400)]);
    }

    #[test]
    fn what_is_no_duration_from_a_second_to_a_week_is_refused() {
        let refused = ["", "90", "m", "-1s", "1.5h", "0s", "8d", "99999999999d", "1분"];
        assert_eq!(refused.map(|text| seconds(text).is_err()), [true; 9]);
    }
}
