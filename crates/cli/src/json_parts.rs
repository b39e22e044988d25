//! Metrics of parts as JSON.

use std::collections::BTreeMap;

use ninepins_report::{Metric, PartIndex, Window};
use serde_json::{Map, Value, json};

use crate::json::{Names, rounded};

/// What a metric did over the run; the mean is over time.
struct Course {
    weighted: f64,
    length_s: f64,
    min: f64,
    max: f64,
    last: f64,
}

impl Course {
    const NOTHING: Course =
        Course { weighted: 0.0, length_s: 0.0, min: f64::INFINITY, max: f64::NEG_INFINITY, last: 0.0 };

    fn add(&mut self, value: f64, [low, high]: [f64; 2], length_s: f64) {
        self.weighted += value * length_s;
        self.length_s += length_s;
        self.min = self.min.min(low);
        self.max = self.max.max(high);
        self.last = value;
    }

    fn json(&self) -> Value {
        json!({
            "mean": rounded(self.weighted / self.length_s),
            "min": rounded(self.min),
            "max": rounded(self.max),
            "last": rounded(self.last),
        })
    }
}

/// Mean, least, most and last of every metric of every part, over the windows that are kept.
pub(crate) fn metrics(names: &Names<'_>, windows: &[Window]) -> Value {
    let mut courses: BTreeMap<(PartIndex, Metric), Course> = BTreeMap::new();
    for window in windows {
        for sample in &window.parts {
            for (place, (metric, value)) in sample.metrics.iter().enumerate() {
                let course = courses.entry((sample.part, *metric)).or_insert(Course::NOTHING);
                course.add(f64::from(*value), sample.range(place).map(f64::from), f64::from(window.length_s));
            }
        }
    }
    let mut parts = json!({});
    for ((part, metric), course) in &courses {
        parts[names.part(*part)][metric.name()] = course.json();
    }
    parts
}

/// The metrics of one window: part, metric, value.
pub(crate) fn samples(names: &Names<'_>, window: &Window) -> Value {
    let of_part = |metrics: &[(Metric, f32)]| -> Map<String, Value> {
        metrics.iter().map(|(metric, value)| (metric.name().to_owned(), rounded(f64::from(*value)).into())).collect()
    };
    let parts: Map<String, Value> = window
        .parts
        .iter()
        .map(|sample| (names.part(sample.part).to_owned(), Value::Object(of_part(&sample.metrics))))
        .collect();
    Value::Object(parts)
}
