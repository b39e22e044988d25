//! Numbers as people read them: grouped digits, durations, times of the simulated clock.

use crate::Language;

/// A number with at most `places` decimals, digits grouped by thousands, without trailing zeros: `1,234.5`.
pub fn decimal(value: f64, places: usize) -> String {
    if !value.is_finite() {
        return "–".into();
    }
    let rounded = fixed(value.abs(), places);
    let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut text = String::new();
    if value < 0.0 && (whole != "0" || !fraction.is_empty()) {
        text.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A number with exactly these decimals, such as an attribute of a drawing takes. The standard library's way, which is
/// exact for every number there is, is many kilobytes.
pub fn fixed(value: f64, places: usize) -> String {
    let unit = 10_u64.pow(places.min(9) as u32);
    let rounded = (value.abs() * unit as f64).round_ties_even() as u64;
    let sign = if value < 0.0 && rounded > 0 { "-" } else { "" };
    match places {
        0 => format!("{sign}{rounded}"),
        _ => format!("{sign}{}.{:0places$}", rounded / unit, rounded % unit),
    }
}

/// A number with as many decimals as its size deserves: `1,235`, `84.2`, `0.25`.
pub fn number(value: f64) -> String {
    let places = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    decimal(value, places)
}

/// A whole number: `1,234`.
pub fn count(value: u64) -> String {
    decimal(value as f64, 0)
}

/// Per cent: `78 %`, in Korean `78%`.
pub fn percent(language: Language, value: f64) -> String {
    let value = rounded(value);
    match language {
        Language::English => format!("{value} %"),
        Language::Korean => format!("{value}%"),
    }
}

/// A share that is promised or reached, as per cent: never rounded up, and with six decimals from five nines on.
pub fn availability(language: Language, share: f64) -> String {
    let places = if share > 0.999_99 { 6 } else { 3 };
    let steps = if places == 6 { 1e6 } else { 1e3 };
    // What is a step exactly must not fall to the one below it.
    let floored = (share * 100.0 * steps + 1e-6).floor() / steps;
    let value = decimal(floored, places);
    match language {
        Language::English => format!("{value} %"),
        Language::Korean => format!("{value}%"),
    }
}

/// An amount of data: `53.7 GB`.
pub fn bytes(value: f64) -> String {
    let units = [(1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")];
    match units.into_iter().find(|(size, _)| value >= *size) {
        Some((size, unit)) => format!("{} {unit}", decimal(value / size, 1)),
        None => format!("{} B", decimal(value, 0)),
    }
}

/// Data per second: `1.2 MB/s`, in Korean `1.2 MB/초`.
pub fn bytes_per_second(language: Language, value: f64) -> String {
    let per_second = language.pick(("/s", "/초"));
    format!("{}{per_second}", bytes(value))
}

/// A figure of which a tenth matters only while it is small: `7.3`, `412`.
pub fn rounded(value: f64) -> String {
    decimal(value, if value.abs() < 10.0 { 1 } else { 0 })
}

/// A rate: `412 /s`, in Korean `412/초`; from 100,000 on in thousands, `615 k/s`.
pub fn rate(language: Language, value: f64) -> String {
    let (value, thousands) = if value.abs() < 100_000.0 { (value, "") } else { (value / 1_000.0, "k") };
    let value = rounded(value);
    match language {
        Language::English => format!("{value} {thousands}/s"),
        Language::Korean => format!("{value}{thousands}/초"),
    }
}

/// A latency in milliseconds: `0.25 ms`, `84 ms`, `1.2 s`.
pub fn latency(language: Language, ms: f64) -> String {
    match ms {
        ms if ms >= 1000.0 => seconds(language, &decimal(ms / 1000.0, 1)),
        ms if ms >= 10.0 => format!("{} ms", decimal(ms, 0)),
        ms => format!("{} ms", decimal(ms, 2)),
    }
}

/// A duration in seconds by its two largest units: `0.4 s`, `41 s`, `10 min`, `3 min 20 s`, `1 h 02 min`, `2 d 03 h`.
pub fn duration(language: Language, duration_s: f64) -> String {
    if !duration_s.is_finite() || duration_s < 10.0 {
        return seconds(language, &decimal(duration_s.max(0.0), 1));
    }
    let whole = duration_s.round() as u64;
    let [second, minute, hour, day] = match language {
        Language::English => [" s", " min", " h", " d"],
        Language::Korean => ["초", "분", "시간", "일"],
    };
    let (large, large_unit, small, small_unit) = match whole {
        0..60 => return seconds(language, &whole.to_string()),
        60..3600 => (whole / 60, minute, whole % 60, second),
        3600..86_400 => (whole / 3600, hour, whole % 3600 / 60, minute),
        _ => (whole / 86_400, day, whole % 86_400 / 3600, hour),
    };
    if small == 0 { format!("{large}{large_unit}") } else { format!("{large}{large_unit} {small:02}{small_unit}") }
}

/// A time of the simulated clock in seconds: `00:12:34`.
pub fn clock(time_s: u64) -> String {
    format!("{:02}:{:02}:{:02}", time_s / 3600, time_s / 60 % 60, time_s % 60)
}

/// A time of the simulated clock in nanoseconds: `00:12:34`.
pub fn clock_ns(time_ns: u64) -> String {
    clock(time_ns / 1_000_000_000)
}

fn seconds(language: Language, value: &str) -> String {
    match language {
        Language::English => format!("{value} s"),
        Language::Korean => format!("{value}초"),
    }
}

#[cfg(test)]
mod tests {
    use super::{availability, clock, decimal, duration, fixed, latency, number, percent, rate};
    use crate::Language::{English, Korean};

    #[test]
    fn an_availability_is_never_rounded_up_to_all() {
        let shown = [1.0, 0.999_85, 0.999_999, 0.999_999_96, 0.5, 0.0].map(|share| availability(English, share));
        assert_eq!(shown, ["100 %", "99.985 %", "99.9999 %", "99.999996 %", "50 %", "0 %"]);
        assert_eq!(availability(Korean, 719_999.0 / 720_000.0), "99.999861%");
    }

    #[test]
    fn digits_are_grouped_and_trailing_zeros_dropped() {
        let shown = [1234.5, 1_000_000.0, 999.96, -0.04, -1234.0, 0.0, f64::NAN].map(|value| decimal(value, 1));
        assert_eq!(shown, ["1,234.5", "1,000,000", "1,000", "0", "-1,234", "0", "–"]);
    }

    #[test]
    fn decimals_follow_the_size() {
        assert_eq!([1234.5, 84.25, 1.5, 0.25].map(number), ["1,234", "84.2", "1.5", "0.25"]);
    }

    #[test]
    fn fixed_decimals_are_all_written() {
        let texts = [fixed(1.0, 2), fixed(-0.05, 1), fixed(-12.346, 2), fixed(0.0625, 4), fixed(7.6, 0)];
        assert_eq!(texts, ["1.00", "0.0", "-12.35", "0.0625", "8"]);
    }

    #[test]
    fn durations_have_two_units() {
        let times = [0.4, 41.0, 600.0, 200.0, 3725.0, 180_000.0];
        let english = times.map(|time| duration(English, time));
        assert_eq!(english, ["0.4 s", "41 s", "10 min", "3 min 20 s", "1 h 02 min", "2 d 02 h"]);
        let korean = times.map(|time| duration(Korean, time));
        assert_eq!(korean, ["0.4초", "41초", "10분", "3분 20초", "1시간 02분", "2일 02시간"]);
    }

    #[test]
    fn units_follow_the_language() {
        let english = [percent(English, 78.4), rate(English, 412.3), latency(English, 84.4), latency(English, 1200.0)];
        assert_eq!(english, ["78 %", "412 /s", "84 ms", "1.2 s"]);
        let korean = [percent(Korean, 0.52), rate(Korean, 412.3), latency(Korean, 0.25), latency(Korean, 1200.0)];
        assert_eq!(korean, ["0.5%", "412/초", "0.25 ms", "1.2초"]);
    }

    #[test]
    fn the_clock_has_hours_minutes_and_seconds() {
        assert_eq!([754, 90_061].map(clock), ["00:12:34", "25:01:01"]);
    }
}
