//! Quantities of a run. `docs/scenarios.md` is their vocabulary.

use std::ops::Range;

use ninepins_model::{Design, problems};
use ninepins_report::{Class, LogEntry, Metric, Outcome, PartIndex, Window, bill, monthly_usd, total_usd};
use ninepins_sim::{LatencySummary, Progress, Run};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::ScenarioError;

/// Events between two looks at whether the run is over.
const SLICE_EVENTS: u64 = 10_000_000;
/// Minutes of a month (SLA-08).
const MONTH_MIN: f64 = 43_830.0;

/// The run of a design to its end.
pub fn measured_run(design: &Design) -> Run {
    let mut run = Run::new(design.clone());
    let end_ns = run.end_ns();
    while run.advance(end_ns, SLICE_EVENTS) == Progress::EventLimit {}
    run
}

/// What a quantity is at the end of a run; `None` if it did not happen.
///
/// # Errors
/// There is no such quantity.
pub fn measure(run: &Run, quantity: &Map<String, Value>) -> Result<Option<f64>, ScenarioError> {
    Quantity { run, terms: quantity }.value()
}

struct Quantity<'a> {
    run: &'a Run,
    terms: &'a Map<String, Value>,
}

type Measured = Result<Option<f64>, ScenarioError>;

/// A kind of quantity, what else may be said of it, and how it is measured.
type Kind<'a> = (&'static str, &'static [&'static str], fn(&Quantity<'a>, &str) -> Measured);

impl<'a> Quantity<'a> {
    fn value(&self) -> Measured {
        let kinds: [Kind<'a>; 15] = [
            ("first_log", &["after_s", "part", "member", "outcome"], Quantity::first_log),
            ("log_count", &["from_s", "to_s", "part", "member", "outcome"], Quantity::log_count),
            ("count", &["from_s", "to_s", "class"], Quantity::count),
            ("rate", &["from_s", "to_s", "class"], Quantity::rate),
            ("share", &["from_s", "to_s", "class"], Quantity::share),
            ("first_second", &["after_s", "class", "at_least"], Quantity::first_second),
            ("last_second", &["after_s", "class", "at_least"], Quantity::last_second),
            ("settled", &["after_s", "class", "at_least", "at_most"], Quantity::settled),
            ("in_flight", &["from_s", "to_s"], Quantity::in_flight),
            ("metric", &["part", "from_s", "to_s", "take"], Quantity::metric),
            ("latency_ms", &["class"], Quantity::latency),
            ("failure_latency_ms", &["outcome"], Quantity::failure_latency),
            ("problems", &["part"], Quantity::problems),
            ("monthly_usd", &["part"], Quantity::monthly),
            ("promise", &[], Quantity::promise),
        ];
        if let Some(terms) = self.terms.get("ratio") {
            return self.ratio(terms);
        }
        if let Some(terms) = self.terms.get("sum") {
            return self.sum(terms);
        }
        let found = kinds.iter().find_map(|kind| Some((kind, self.terms.get(kind.0)?)));
        let Some(((name, others, measure), Value::String(what))) = found else {
            return Err(self.wrong("it names no quantity"));
        };
        if let Some(unknown) = self.terms.keys().find(|key| key != name && !others.contains(&key.as_str())) {
            return Err(self.wrong(&format!("“{unknown}” means nothing beside {name}")));
        }
        measure(self, what)
    }

    fn wrong(&self, reason: &str) -> ScenarioError {
        ScenarioError(format!("{}: {reason}", Value::Object(self.terms.clone())))
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.terms.get(key)?.as_str()
    }

    fn number(&self, key: &str) -> Option<f64> {
        self.terms.get(key)?.as_f64()
    }

    /// The seconds measured, to the end of the run if nothing else is said.
    fn seconds(&self) -> Range<f64> {
        let end = self.run.end_ns() as f64 / 1e9;
        self.number("from_s").unwrap_or(0.0)..self.number("to_s").unwrap_or(end)
    }

    fn windows(&self) -> impl Iterator<Item = &Window> {
        let seconds = self.seconds();
        self.run.windows().iter().filter(move |window| seconds.contains(&f64::from(window.start_s)))
    }

    fn part(&self) -> Result<Option<PartIndex>, ScenarioError> {
        let Some(id) = self.text("part") else { return Ok(None) };
        let place = self.run.design().parts.keys().position(|other| other.as_str() == id);
        place.map(|place| Some(place as PartIndex)).ok_or_else(|| self.wrong("there is no such part"))
    }

    fn classes(&self) -> Result<Range<usize>, ScenarioError> {
        let Some(name) = self.text("class") else { return Ok(0..3) };
        let place = Class::ALL.iter().position(|class| is_named(class, name));
        place.map(|place| place..place + 1).ok_or_else(|| self.wrong("there is no such class"))
    }

    fn outcome(&self, name: &str) -> Result<Outcome, ScenarioError> {
        let found = Outcome::ALL.iter().copied().find(|outcome| is_named(outcome, name));
        found.ok_or_else(|| self.wrong("there is no such outcome"))
    }

    /// Log entries of this name that fit what else is said.
    fn entries(&self, name: &str) -> Result<Vec<&LogEntry>, ScenarioError> {
        let part = self.part()?;
        let member = self.number("member");
        let outcome = self.text("outcome").map(|name| self.outcome(name)).transpose()?;
        let fits = |entry: &&LogEntry| {
            let fact = serde_json::to_value(entry.fact).unwrap_or_default();
            let (kind, fields) = match &fact {
                Value::String(kind) => (kind.as_str(), None),
                Value::Object(tagged) => match tagged.iter().next() {
                    Some((kind, fields)) => (kind.as_str(), Some(fields)),
                    None => return false,
                },
                _ => return false,
            };
            let field = |key: &str| fields.and_then(|fields| fields.get(key));
            snake_case(kind) == name
                && part.is_none_or(|part| {
                    entry.part == Some(part) || field("target").and_then(Value::as_u64) == Some(u64::from(part))
                })
                && member.is_none_or(|member| entry.member.map(f64::from) == Some(member))
                && outcome.is_none_or(|outcome| field("outcome") == serde_json::to_value(outcome).ok().as_ref())
        };
        Ok(self.run.log().iter().filter(fits).collect())
    }

    fn first_log(&self, name: &str) -> Measured {
        let after_s = self.number("after_s").unwrap_or(0.0);
        let times = self.entries(name)?.into_iter().map(|entry| entry.at_ns as f64 / 1e9 - after_s);
        Ok(times.into_iter().find(|time| *time >= 0.0))
    }

    fn log_count(&self, name: &str) -> Measured {
        let seconds = self.seconds();
        let entries = self.entries(name)?;
        Ok(Some(entries.iter().filter(|entry| seconds.contains(&(entry.at_ns as f64 / 1e9))).count() as f64))
    }

    /// How many requests of a window are what is said: `started`, `ok`, `failed`, `ended`, an outcome; or its attempts.
    fn counted(&self, window: &Window, what: &str) -> Result<f64, ScenarioError> {
        let classes = self.classes()?;
        let sum = |counts: &[u32; 3]| counts[classes.clone()].iter().sum::<u32>();
        Ok(f64::from(match what {
            "started" => sum(&window.started),
            "ok" => sum(&window.ok),
            "failed" => sum(&window.failed),
            "ended" => sum(&window.ok) + sum(&window.failed),
            "attempts" => window.attempts,
            name => {
                let outcome = self.outcome(name)?;
                let failures = window.failures.iter().filter(|failure| failure.outcome == outcome);
                failures.map(|failure| failure.count).sum()
            }
        }))
    }

    fn total(&self, what: &str) -> Result<f64, ScenarioError> {
        self.windows().map(|window| self.counted(window, what)).sum()
    }

    fn count(&self, what: &str) -> Measured {
        self.total(what).map(Some)
    }

    fn rate(&self, what: &str) -> Measured {
        let seconds: f64 = self.windows().map(|window| f64::from(window.length_s)).sum();
        Ok((seconds > 0.0).then_some(self.total(what)? / seconds))
    }

    fn share(&self, what: &str) -> Measured {
        let ended = self.total("ended")?;
        Ok((ended > 0.0).then_some(self.total(what)? / ended))
    }

    /// Windows from `after_s` on with their start since then and what they count.
    fn since(&self, what: &str) -> Result<Vec<(f64, f64, f64)>, ScenarioError> {
        let after_s = self.number("after_s").unwrap_or(0.0);
        let windows = self.run.windows().iter().filter(|window| f64::from(window.start_s) >= after_s);
        windows
            .map(|window| {
                let start = f64::from(window.start_s) - after_s;
                Ok((start, start + f64::from(window.length_s), self.counted(window, what)?))
            })
            .collect()
    }

    fn first_second(&self, what: &str) -> Measured {
        let least = self.number("at_least").unwrap_or(1.0);
        Ok(self.since(what)?.into_iter().find(|(_, _, count)| *count >= least).map(|(start, _, _)| start))
    }

    fn last_second(&self, what: &str) -> Measured {
        let least = self.number("at_least").unwrap_or(1.0);
        Ok(self.since(what)?.into_iter().rfind(|(_, _, count)| *count >= least).map(|(_, end, _)| end))
    }

    /// From when on every second counts as many, or as few, as is said.
    fn settled(&self, what: &str) -> Measured {
        let (least, most) = (self.number("at_least"), self.number("at_most"));
        let fits = |count: f64| least.is_none_or(|least| count >= least) && most.is_none_or(|most| count <= most);
        let since = self.since(what)?;
        let tail = since.iter().rev().take_while(|(_, _, count)| fits(*count)).count();
        Ok(since.get(since.len() - tail).map(|(start, _, _)| *start))
    }

    fn in_flight(&self, take: &str) -> Measured {
        self.taken(take, self.windows().map(|window| (window.start_s, f64::from(window.in_flight))).collect())
    }

    fn metric(&self, name: &str) -> Measured {
        let metric = Metric::ALL.iter().copied().find(|metric| metric.name() == name);
        let metric = metric.ok_or_else(|| self.wrong("there is no such metric"))?;
        let part = self.part()?.ok_or_else(|| self.wrong("a metric is of a part"))?;
        let values = self
            .windows()
            .filter_map(|window| window.metric(part, metric).map(|value| (window.start_s, f64::from(value))));
        self.taken(self.text("take").unwrap_or("mean"), values.collect())
    }

    /// One number of values over time: `mean`, `min`, `max`, `sum`, `last`, or `slope`, the change per second.
    fn taken(&self, take: &str, values: Vec<(u32, f64)>) -> Measured {
        let (Some(first), Some(last)) = (values.first(), values.last()) else { return Ok(None) };
        let sum: f64 = values.iter().map(|(_, value)| value).sum();
        let all = values.iter().map(|(_, value)| *value);
        Ok(Some(match take {
            "mean" => sum / values.len() as f64,
            "min" => all.fold(f64::INFINITY, f64::min),
            "max" => all.fold(f64::NEG_INFINITY, f64::max),
            "sum" => sum,
            "last" => last.1,
            "slope" => (last.1 - first.1) / f64::from(last.0 - first.0).max(1.0),
            _ => return Err(self.wrong("take mean, min, max, sum, last or slope")),
        }))
    }

    fn latency(&self, which: &str) -> Measured {
        let classes = self.classes()?;
        let place = if classes.len() == 3 { 0 } else { 1 + classes.start };
        self.of_latency(&self.run.summary().latency[place], which)
    }

    fn failure_latency(&self, which: &str) -> Measured {
        let name = self.text("outcome").ok_or_else(|| self.wrong("it needs an outcome"))?;
        let outcome = self.outcome(name)?;
        let summary = self.run.summary();
        match summary.failure_latency.iter().find(|(other, _)| *other == outcome) {
            Some((_, latency)) => self.of_latency(latency, which),
            None => Ok(None),
        }
    }

    fn of_latency(&self, latency: &LatencySummary, which: &str) -> Measured {
        let us = match which {
            "mean" => latency.mean_us,
            "min" => latency.min_us as f64,
            "p50" => latency.p50_us as f64,
            "p95" => latency.p95_us as f64,
            "p99" => latency.p99_us as f64,
            "max" => latency.max_us as f64,
            _ => return Err(self.wrong("take mean, min, p50, p95, p99 or max")),
        };
        Ok((latency.count > 0).then_some(us / 1e3))
    }

    /// What a month like the run costs, in US dollars: one item of the bill, or `all`.
    fn monthly(&self, item: &str) -> Measured {
        let (part, elapsed_s) = (self.part()?, self.run.end_ns() as f64 / 1e9);
        let lines = bill(self.run.design(), &self.run.gauges().usage, elapsed_s);
        let lines = lines
            .iter()
            .filter(|line| (item == "all" || is_named(&line.item, item)) && part.is_none_or(|part| line.part == part));
        // What failures are worth is no part of the sum, and a line of its own.
        let usd = if item == "all" { total_usd(lines) } else { lines.map(ninepins_report::CostLine::usd).sum() };
        Ok(Some(monthly_usd(usd, elapsed_s)))
    }

    /// What AWS promises for the design, without a run: its availability in `percent`, or the `minutes` of a month
    /// beyond it (SLA-08).
    fn promise(&self, what: &str) -> Measured {
        let promise = ninepins_model::promise(self.run.design());
        let scale = |availability: f64| match what {
            "percent" => Ok(availability * 100.0),
            "minutes" => Ok((1.0 - availability) * MONTH_MIN),
            _ => Err(self.wrong("take percent or minutes")),
        };
        promise.map(|promise| scale(promise.availability)).transpose()
    }

    /// What the checks of the design say of a kind, without a run.
    fn problems(&self, kind: &str) -> Measured {
        let is_there = |subject: &ninepins_model::Subject| match (subject, self.text("part")) {
            (_, None) => true,
            (ninepins_model::Subject::Part(id), Some(part)) => id.as_str() == part,
            (ninepins_model::Subject::Wire(id), Some(wire)) => id.as_str() == wire,
            _ => false,
        };
        let found = problems(self.run.design());
        let alike = found.iter().filter(|problem| {
            let name = format!("{:?}", problem.kind);
            let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
            snake_case(&name[..end]) == kind && is_there(&problem.subject)
        });
        Ok(Some(alike.count() as f64))
    }

    /// All quantities of a list together; nothing if one of them did not happen.
    fn sum(&self, terms: &Value) -> Measured {
        let values = quantities(terms).into_iter().map(|terms| measure(self.run, terms));
        let values = values.collect::<Result<Vec<Option<f64>>, _>>()?;
        Ok(values.into_iter().sum())
    }

    fn ratio(&self, terms: &Value) -> Measured {
        let parts = quantities(terms);
        let [above, below] = parts.as_slice() else { return Err(self.wrong("a ratio is of two quantities")) };
        let (above, below) = (measure(self.run, above)?, measure(self.run, below)?);
        Ok(above.zip(below).filter(|(_, below)| *below != 0.0).map(|(above, below)| above / below))
    }
}

/// The quantities of a list.
fn quantities(terms: &Value) -> Vec<&Map<String, Value>> {
    terms.as_array().into_iter().flatten().filter_map(Value::as_object).collect()
}

/// Whether a value's name in documents is this.
fn is_named(value: &impl Serialize, name: &str) -> bool {
    matches!(serde_json::to_value(value), Ok(Value::String(own)) if snake_case(&own) == name)
}

fn snake_case(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}
