//! The result of a run as JSON. Its shape is documented in docs/command-line.md and stable.

use ninepins_model::{DOCUMENT_VERSION, ENGINE_VERSION, Promise, promise};
use ninepins_report::{Class, Outcome, PartIndex, Totals, Window, bill, failures_usd, monthly_usd, total_usd};
use ninepins_sim::{LatencySummary, Run};
use ninepins_words::Language;
use serde_json::{Map, Value, json};

use crate::{json_log, json_parts};

/// The whole report. `windows` adds every window of measurements.
pub(crate) fn report(run: &Run, language: Language, windows: bool) -> Value {
    let names = Names::of(run);
    let summary = run.summary();
    let outcomes: Vec<Value> =
        summary.failures.iter().map(|(outcome, cause, count)| failure(&names, *outcome, cause, *count)).collect();
    let [all, asset, read, write] = &summary.latency;
    let mut report = json!({
        "ninepins": DOCUMENT_VERSION,
        "engine": ENGINE_VERSION,
        "seed": run.design().scenario.seed,
        "simulated_s": seconds(run.now_ns()),
        "totals": totals(&run.totals()),
        "outcomes": outcomes,
        "latency_ms": {
            "all": latency(all), "asset": latency(asset), "read": latency(read), "write": latency(write),
        },
        "parts": json_parts::metrics(&names, run.windows()),
        "cost": cost(run, &names),
        "sla": promise(run.design()).map(|promise| sla(&promise)),
        "log": json_log::log(run, &names, language),
        "digest": format!("{:016x}", run.digest()),
    });
    if windows {
        report["windows"] = run.windows().iter().map(|one| window(&names, one)).collect();
    }
    report
}

/// The bill in US dollars.
fn cost(run: &Run, names: &Names<'_>) -> Value {
    let elapsed_s = seconds(run.now_ns());
    let bill = bill(run.design(), &run.gauges().usage, elapsed_s);
    let lines: Vec<Value> = bill
        .iter()
        .map(|line| {
            json!({
                "part": names.part(line.part),
                "item": name(&line.item),
                "amount": line.amount,
                "unit_price_usd": line.unit_price,
                "usd": line.usd(),
                "fact": line.fact.id,
            })
        })
        .collect();
    let total = total_usd(&bill);
    let failures = failures_usd(&bill);
    let mut cost = json!({ "total_usd": total, "monthly_usd": monthly_usd(total, elapsed_s), "lines": lines });
    if failures > 0.0 {
        cost["failed_requests_usd"] = json!(failures);
    }
    cost
}

/// What AWS promises for the design.
fn sla(promise: &Promise) -> Value {
    let parts: Vec<Value> = promise
        .parts
        .iter()
        .map(|(id, fact)| json!({ "part": id.as_str(), "percent": fact.value, "fact": fact.id }))
        .collect();
    json!({ "percent": promise.availability * 100.0, "parts": parts })
}

/// Ids of parts by their index.
pub(crate) struct Names<'a>(Vec<&'a str>);

impl<'a> Names<'a> {
    pub(crate) fn of(run: &'a Run) -> Self {
        Names(run.design().parts.keys().map(|id| id.as_str()).collect())
    }

    pub(crate) fn part(&self, index: PartIndex) -> &'a str {
        self.0.get(usize::from(index)).copied().unwrap_or_default()
    }
}

pub(crate) fn failure(names: &Names<'_>, outcome: Outcome, cause: &ninepins_report::Cause, count: u64) -> Value {
    json!({
        "outcome": name(&outcome),
        "cause": name(&cause.kind),
        "part": names.part(cause.part),
        "because": json_log::because(cause.because),
        "count": count,
    })
}

fn totals(totals: &Totals) -> Value {
    json!({
        "generated": totals.generated,
        "ok": totals.ok,
        "failed": totals.failed,
        "in_flight": totals.in_flight,
        "attempts": totals.attempts,
        "events": totals.events,
        "hops": totals.hops,
    })
}

fn latency(latency: &LatencySummary) -> Value {
    let milliseconds = |us: u64| rounded(us as f64 / 1000.0);
    json!({
        "count": latency.count,
        "mean": rounded(latency.mean_us / 1000.0),
        "p50": milliseconds(latency.p50_us),
        "p95": milliseconds(latency.p95_us),
        "p99": milliseconds(latency.p99_us),
        "max": milliseconds(latency.max_us),
    })
}

fn window(names: &Names<'_>, window: &Window) -> Value {
    let by_class = |counts: [u32; 3]| -> Map<String, Value> {
        Class::ALL.iter().zip(counts).map(|(class, count)| (name(class), count.into())).collect()
    };
    let failures: Vec<Value> =
        window.failures.iter().map(|one| failure(names, one.outcome, &one.cause, one.count.into())).collect();
    json!({
        "start_s": window.start_s,
        "length_s": window.length_s,
        "started": by_class(window.started),
        "ok": by_class(window.ok),
        "failed": by_class(window.failed),
        "attempts": window.attempts,
        "in_flight": window.in_flight,
        "p50_ms": rounded(f64::from(window.p50_us) / 1000.0),
        "p95_ms": rounded(f64::from(window.p95_us) / 1000.0),
        "p99_ms": rounded(f64::from(window.p99_us) / 1000.0),
        "failures": failures,
        "parts": json_parts::samples(names, window),
    })
}

/// Nanoseconds as seconds.
pub(crate) fn seconds(ns: u64) -> f64 {
    ns as f64 / 1e9
}

/// Six decimals: more than is measured, and no digits that only come from the conversion.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// The name of a variant without data, such as `gateway_timeout`.
pub(crate) fn name(variant: &impl serde::Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(Value::String(name)) => snake_case(&name),
        _ => String::new(),
    }
}

pub(crate) fn snake_case(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for character in name.chars() {
        if character.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(character.to_ascii_lowercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use ninepins_report::{CauseKind, Outcome};

    use super::name;

    #[test]
    fn names_are_in_snake_case() {
        assert_eq!(
            [name(&Outcome::GatewayTimeout), name(&CauseKind::InstanceCpu)],
            ["gateway_timeout", "instance_cpu"]
        );
    }
}
