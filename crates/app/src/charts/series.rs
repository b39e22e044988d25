//! What each chart shows, taken from the windows. No canvas in here.

use ninepins_canvas::put_in_order;
use ninepins_model::{Design, Kind};
use ninepins_report::{CauseKind, Metric, PartIndex, Window};
use ninepins_words::{Language, cause_name, number, page_texts, texts};

use super::scale::Scale;

/// A chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Picture {
    /// Requests per second, answered and failed.
    Requests,
    /// Latency.
    Latency,
    /// Failures by cause.
    Failures,
    /// Instances.
    Capacity,
    /// Database.
    Database,
}

/// How a series is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A line.
    Line,
    /// A broken line.
    Dashed,
    /// A line with its area.
    Area,
    /// The same of a count, which goes from one value to the next at once.
    Steps,
    /// An area on top of those before it.
    Stacked,
}

/// One series.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Series {
    /// For the legend.
    pub(super) name: String,
    /// The name of its colour in the style sheet, without the dashes.
    pub(super) colour: &'static str,
    /// How it is drawn.
    pub(super) style: Style,
    /// One value a window; not a number where there is none.
    pub(super) values: Vec<f64>,
    /// Its newest value as text.
    pub(super) newest: String,
}

/// Series that share a scale. A chart has one band, or several one above the other.
#[derive(Debug, Clone)]
pub(super) struct Band {
    /// The series.
    pub(super) series: Vec<Series>,
    /// The scale.
    pub(super) scale: Scale,
    /// The newest values of all series as one, where that makes sense.
    pub(super) total: String,
    /// How a tick is written.
    pub(super) write: fn(Language, f64) -> String,
}

/// Colours of causes, in the order in which they begin: one that overtakes another keeps its own.
const CAUSE_COLOURS: [&str; 6] = ["cause-1", "cause-2", "cause-3", "cause-4", "cause-5", "cause-6"];

impl Picture {
    /// Every chart, in order.
    pub(super) const ALL: [Picture; 5] =
        [Picture::Requests, Picture::Latency, Picture::Failures, Picture::Capacity, Picture::Database];

    /// Whether a design has something that it shows.
    pub(super) fn concerns(self, design: &Design) -> bool {
        let kinds: &[Kind] = match self {
            Picture::Capacity => &[Kind::Asg, Kind::Ec2],
            Picture::Database => &[Kind::Rds, Kind::ReadReplica],
            Picture::Requests | Picture::Latency | Picture::Failures => return true,
        };
        design.parts.values().any(|part| kinds.contains(&part.kind()))
    }

    /// Its name in the style sheet and in tests.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Picture::Requests => "requests",
            Picture::Latency => "latency",
            Picture::Failures => "failures",
            Picture::Capacity => "capacity",
            Picture::Database => "database",
        }
    }

    /// Its title.
    pub(super) const fn title(self, language: Language) -> &'static str {
        let t = texts(language);
        match self {
            Picture::Requests => t.chart_requests,
            Picture::Latency => page_texts(language).latency,
            Picture::Failures => t.chart_failures,
            Picture::Capacity => page_texts(language).instances,
            Picture::Database => t.chart_database,
        }
    }

    /// What it shows of these windows.
    pub(super) fn bands(self, language: Language, design: &Design, windows: &[Window]) -> Vec<Band> {
        match self {
            Picture::Requests => vec![requests(language, windows)],
            Picture::Latency => vec![latency(language, windows)],
            Picture::Failures => vec![failures(language, windows)],
            Picture::Capacity => vec![capacity(language, design, windows)],
            Picture::Database => database(language, design, windows),
        }
    }
}

fn per_second(window: &Window, count: u32) -> f64 {
    f64::from(count) / f64::from(window.length_s.max(1))
}

fn series(name: &str, colour: &'static str, style: Style, values: Vec<f64>, write: impl Fn(f64) -> String) -> Series {
    let newest = values.iter().rev().find(|value| value.is_finite()).map_or_else(|| "–".into(), |value| write(*value));
    Series { name: name.to_owned(), colour, style, values, newest }
}

fn largest(series: &[Series]) -> f64 {
    series.iter().flat_map(|series| &series.values).copied().filter(|value| value.is_finite()).fold(0.0, f64::max)
}

fn requests(language: Language, windows: &[Window]) -> Band {
    let t = texts(language);
    // Per second is said in the title.
    let rate = number::rounded;
    let ok = windows.iter().map(|window| per_second(window, window.ok_total())).collect();
    let failed = windows.iter().map(|window| per_second(window, window.failed_total())).collect();
    let all = vec![
        series(t.series_ok, "accent", Style::Area, ok, rate),
        series(t.series_failed, "bad", Style::Area, failed, rate),
    ];
    Band { scale: Scale::linear(largest(&all).max(1.0)), series: all, total: String::new(), write: number::rate }
}

fn latency(language: Language, windows: &[Window]) -> Band {
    // Milliseconds are said in the title.
    let ms = |value: f64| if value < 1_000.0 { number::decimal(value, 0) } else { number::latency(language, value) };
    let of = |percentile: fn(&Window) -> u32| -> Vec<f64> {
        windows
            .iter()
            .map(|window| match window.ok_total() {
                0 => f64::NAN,
                _ => f64::from(percentile(window)) / 1_000.0,
            })
            .collect()
    };
    let all = vec![
        series("p99", "series-3", Style::Line, of(|window| window.p99_us), ms),
        series("p95", "warn", Style::Line, of(|window| window.p95_us), ms),
        series("p50", "accent", Style::Line, of(|window| window.p50_us), ms),
    ];
    let smallest = all[2].values.iter().copied().filter(|value| *value > 0.0).fold(f64::INFINITY, f64::min);
    let smallest = if smallest.is_finite() { smallest } else { 1.0 };
    Band {
        scale: Scale::logarithmic(smallest, largest(&all).max(10.0)),
        series: all,
        total: String::new(),
        write: number::latency,
    }
}

/// How many requests failed of each cause, the most first.
pub(crate) fn failures_by_cause(windows: &[Window]) -> Vec<(CauseKind, u64)> {
    let mut totals: Vec<(CauseKind, u64)> = Vec::new();
    for failure in windows.iter().flat_map(|window| &window.failures) {
        match totals.iter_mut().find(|(kind, _)| *kind == failure.cause.kind) {
            Some((_, total)) => *total += u64::from(failure.count),
            None => totals.push((failure.cause.kind, u64::from(failure.count))),
        }
    }
    put_in_order(&mut totals, |(kind, total), (other, most)| total > most || total == most && kind < other);
    totals
}

fn failures(language: Language, windows: &[Window]) -> Band {
    let totals = failures_by_cause(windows);
    let mut named: Vec<(usize, CauseKind)> = totals
        .iter()
        .take(CAUSE_COLOURS.len() - 1)
        .map(|(kind, _)| (windows.iter().position(|window| has(window, *kind)).unwrap_or(windows.len()), *kind))
        .collect();
    put_in_order(&mut named, |one, other| one < other);
    let rate = |value| number::rate(language, value);
    let of = |counts: &dyn Fn(CauseKind) -> bool| -> Vec<f64> {
        windows
            .iter()
            .map(|window| {
                let counted = window.failures.iter().filter(|failure| counts(failure.cause.kind));
                per_second(window, counted.map(|failure| failure.count).sum())
            })
            .collect()
    };
    let mut all: Vec<Series> = named
        .iter()
        .zip(CAUSE_COLOURS)
        .map(|((_, kind), colour)| {
            series(cause_name(language, *kind), colour, Style::Stacked, of(&|other| other == *kind), rate)
        })
        .collect();
    if totals.len() > named.len() {
        let others = of(&|other| named.iter().all(|(_, kind)| *kind != other));
        all.push(series(texts(language).series_other, "cause-6", Style::Stacked, others, rate));
    }
    let newest = windows.last().map_or(0.0, |window| per_second(window, window.failed_total()));
    let top = (0..windows.len()).map(|at| all.iter().map(|series| series.values[at]).sum()).fold(0.0, f64::max);
    Band { scale: Scale::linear(top.max(1.0)), series: all, total: rate(newest), write: number::rate }
}

fn has(window: &Window, kind: CauseKind) -> bool {
    window.failures.iter().any(|failure| failure.cause.kind == kind)
}

/// Places of the parts of these kinds in the order of ids.
fn places(design: &Design, kinds: &[Kind]) -> Vec<PartIndex> {
    let numbered = (0..).zip(design.running_parts());
    numbered.filter(|(_, (_, part))| kinds.contains(&part.kind())).map(|(place, _)| place).collect()
}

fn metric(windows: &[Window], places: &[PartIndex], metric: Metric, join: fn(f64, f64) -> f64) -> Vec<f64> {
    windows
        .iter()
        .map(|window| {
            let found = places.iter().filter_map(|place| window.metric(*place, metric)).map(f64::from);
            found.reduce(join).unwrap_or(f64::NAN)
        })
        .collect()
}

fn sum(one: f64, other: f64) -> f64 {
    one + other
}

fn whole(_language: Language, value: f64) -> String {
    number::decimal(value, 0)
}

/// The sum of two series; where one has no value, the other's.
fn added(mut one: Vec<f64>, other: &[f64]) -> Vec<f64> {
    for (value, other) in one.iter_mut().zip(other) {
        *value = if value.is_nan() {
            *other
        } else if other.is_nan() {
            *value
        } else {
            *value + other
        };
    }
    one
}

fn capacity(language: Language, design: &Design, windows: &[Window]) -> Band {
    let page = page_texts(language);
    let (groups, singles) = (places(design, &[Kind::Asg]), places(design, &[Kind::Ec2]));
    let of = |name| metric(windows, &groups, name, sum);
    // An instance of its own is wanted as long as it is in the design, and in service unless it is down.
    let down = metric(windows, &singles, Metric::StatusCheckFailed, sum);
    let wanted: Vec<f64> = down.iter().map(|down| down * 0.0 + singles.len() as f64).collect();
    let up: Vec<f64> = down.iter().map(|down| singles.len() as f64 - down).collect();
    let write = |value| whole(language, value);
    let mut all = vec![
        series(page.in_service, "ok", Style::Steps, added(of(Metric::GroupInServiceInstances), &up), write),
        series(page.pending, "warn", Style::Line, of(Metric::GroupPendingInstances), write),
        series(page.desired, "muted", Style::Dashed, added(of(Metric::GroupDesiredCapacity), &wanted), write),
    ];
    if groups.is_empty() {
        // Nothing starts an instance in place of one of its own.
        all.truncate(1);
    }
    Band { scale: Scale::whole(largest(&all)), series: all, total: String::new(), write: whole }
}

fn database(language: Language, design: &Design, windows: &[Window]) -> Vec<Band> {
    let page = page_texts(language);
    let databases = places(design, &[Kind::Rds, Kind::ReadReplica]);
    let replicas = places(design, &[Kind::ReadReplica]);
    let of = |places: &[PartIndex], name, join| metric(windows, places, name, join);
    let seconds = |language, value: f64| if value < 0.0 { "–".to_owned() } else { number::duration(language, value) };
    let band = |name, colour, values: Vec<f64>, top: f64, write: fn(Language, f64) -> String| {
        let all = vec![series(name, colour, Style::Area, values, |value| write(language, value))];
        Band { scale: Scale::linear(largest(&all).max(top)), series: all, total: String::new(), write }
    };
    vec![
        band(page.connections, "accent", of(&databases, Metric::DatabaseConnections, sum), 10.0, whole),
        band(page.cpu, "ok", of(&databases, Metric::CpuUtilization, f64::max), 100.0, number::percent),
        band(page.lag, "warn", of(&replicas, Metric::ReplicaLag, f64::max), 1.0, seconds),
    ]
}

#[cfg(test)]
mod tests {
    use ninepins_model::presets::seed_architecture;
    use ninepins_report::{Because, Cause, FailureCount, Outcome, PartSample};

    use super::*;

    fn window(start_s: u32, counts: &[(CauseKind, u32)]) -> Window {
        let failures = counts
            .iter()
            .map(|(kind, count)| FailureCount {
                outcome: Outcome::ClientTimeout,
                cause: Cause { kind: *kind, part: 0, because: Because::Demand },
                count: *count,
            })
            .collect();
        Window {
            start_s,
            length_s: 2,
            started: [20, 10, 4],
            ok: [20, 10, 4],
            failed: [0; 3],
            attempts: 34,
            in_flight: 0,
            p50_us: 9_000,
            p95_us: 20_000,
            p99_us: 31_000,
            failures,
            parts: Vec::new(),
            extremes: None,
        }
    }

    #[test]
    fn counts_become_rates_by_the_length_of_the_window() {
        let bands = Picture::Requests.bands(Language::English, &seed_architecture(), &[window(0, &[])]);
        assert_eq!(bands[0].series[0].values, [17.0]);
        assert_eq!(bands[0].series[0].newest, "17");
    }

    #[test]
    fn an_instance_of_its_own_counts_among_the_instances() {
        let design = ninepins_model::presets::Preset::SingleInstance.design();
        let part = places(&design, &[Kind::Ec2])[0];
        let at = |failed: f32| Window {
            parts: vec![PartSample { part, metrics: vec![(Metric::StatusCheckFailed, failed)], extremes: Vec::new() }],
            ..window(0, &[])
        };
        let bands = Picture::Capacity.bands(Language::English, &design, &[at(0.0), at(1.0)]);
        assert_eq!(bands[0].series[0].values, [1.0, 0.0], "in service");
        assert_eq!(bands[0].series.len(), 1, "nothing replaces it");
    }

    #[test]
    fn the_rarest_causes_are_one() {
        let counts: Vec<(CauseKind, u32)> = CauseKind::ALL.iter().copied().zip([1, 2, 3, 4, 5, 6, 7]).collect();
        let bands = Picture::Failures.bands(Language::English, &seed_architecture(), &[window(0, &counts)]);
        let values: Vec<f64> = bands[0].series.iter().map(|series| series.values[0]).collect();
        assert_eq!(values, [1.5, 2.0, 2.5, 3.0, 3.5, 1.5]);
    }

    #[test]
    fn a_cause_that_overtakes_another_leaves_it_its_colour() {
        let [first, second] = [CauseKind::ALL[3], CauseKind::ALL[1]];
        let windows = [window(0, &[(first, 2)]), window(2, &[(first, 1), (second, 9)])];
        let bands = Picture::Failures.bands(Language::English, &seed_architecture(), &windows);
        let totals: Vec<(&str, f64)> =
            bands[0].series.iter().map(|series| (series.colour, series.values.iter().sum())).collect();
        assert_eq!(totals, [("cause-1", 1.5), ("cause-2", 4.5)]);
    }

    #[test]
    fn a_design_without_a_database_has_no_chart_of_one() {
        let shown = |design: &Design| Picture::ALL.into_iter().filter(|picture| picture.concerns(design)).count();
        assert_eq!((shown(&seed_architecture()), shown(&Design::default())), (5, 3));
    }
}
