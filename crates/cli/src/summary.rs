//! The result of a run for people.

use std::fmt::Write;

use ninepins_report::{LogEntry, Totals, bill, failures_usd, monthly_usd, total_usd};
use ninepins_sim::{LatencySummary, Run};
use ninepins_words::number::{clock_ns, count, latency};
use ninepins_words::{Language, because_sentence, cause_sentence, cost_texts, dollars, log_sentence, outcome_name};

pub(crate) fn summary(run: &Run, language: Language) -> String {
    let mut text = String::new();
    let design = run.design();
    let _ = writeln!(text, "{} · seed {} · {}", design.name, design.scenario.seed, clock_ns(run.now_ns()));
    text.push_str(&requests(&run.totals()));
    let summary = run.summary();
    text.push_str(&latencies(&summary.latency, language));
    for (outcome, cause, number) in &summary.failures {
        let outcome = outcome_name(language, *outcome);
        let cause_text = cause_sentence(language, design, cause);
        let because = because_sentence(language, design, run.log(), cause.because);
        let _ = writeln!(text, "{:>12}  {outcome}: {cause_text} ({because})", count(*number));
    }
    if !run.log().is_empty() {
        text.push('\n');
    }
    for entry in run.log() {
        text.push_str(&line(run, language, entry));
    }
    text.push_str(&cost(run, language));
    let _ = writeln!(text, "\ndigest {:016x}", run.digest());
    text
}

fn cost(run: &Run, language: Language) -> String {
    let elapsed_s = run.now_ns() as f64 / 1e9;
    let lines = bill(run.design(), &run.gauges().usage, elapsed_s);
    let (total, failures) = (total_usd(&lines), failures_usd(&lines));
    let texts = cost_texts(language);
    let month = dollars(monthly_usd(total, elapsed_s));
    let mut text = format!("\n{}: {} · {}: {month}\n", texts.cost, dollars(total), texts.per_month);
    if failures > 0.0 {
        let _ = writeln!(text, "{}: {}", texts.failures, dollars(monthly_usd(failures, elapsed_s)));
    }
    text
}

fn requests(totals: &Totals) -> String {
    let ended = totals.ok + totals.failed;
    let share = if ended == 0 { 100.0 } else { 100.0 * totals.ok as f64 / ended as f64 };
    format!(
        "\n{:>12}  requests\n{:>12}  ok ({share:.3}%)\n{:>12}  failed\n{:>12}  in flight\n",
        count(totals.generated),
        count(totals.ok),
        count(totals.failed),
        count(totals.in_flight),
    )
}

fn latencies(latencies: &[LatencySummary; 4], language: Language) -> String {
    let mut text = format!("\n{:<8}{:>12}{:>12}{:>12}{:>12}{:>12}\n", "", "mean", "p50", "p95", "p99", "max");
    for (name, one) in ["all", "asset", "read", "write"].into_iter().zip(latencies) {
        let shown = |us: f64| latency(language, us / 1000.0);
        let columns = [one.mean_us, one.p50_us as f64, one.p95_us as f64, one.p99_us as f64, one.max_us as f64];
        let _ = write!(text, "{name:<8}");
        for column in columns {
            let _ = write!(text, "{:>12}", shown(column));
        }
        text.push('\n');
    }
    text.push('\n');
    text
}

fn line(run: &Run, language: Language, entry: &LogEntry) -> String {
    format!("{}  {}\n", clock_ns(entry.at_ns), log_sentence(language, run.design(), run.log(), entry))
}
