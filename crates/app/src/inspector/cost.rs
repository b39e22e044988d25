//! What the run costs, as a whole and by part.

use std::collections::BTreeMap;

use ninepins_canvas::put_in_order;
use ninepins_model::{Design, PartId};
use ninepins_report::{CostLine, PartIndex, bill, failures_usd, monthly_usd, total_usd};
use ninepins_words::{cost_formula, cost_texts, dollars, item_name};
use yew::prelude::*;

use super::part_row::PartRow;
use crate::pulse::use_pulse;
use crate::state::{LiveStore, use_design, use_language, use_live_store};

/// Least wall milliseconds between two renderings.
const EVERY_MS: u32 = 1_000;
/// Most parts listed.
const PARTS: usize = 6;

/// The bill so far, and the simulated seconds it is for.
fn bill_of(design: &Design, live: &LiveStore) -> (Vec<CostLine>, f64) {
    let elapsed_s = live.clock.get().now_ns as f64 / 1e9;
    (bill(design, &live.gauges.get().usage, elapsed_s), elapsed_s)
}

/// What the whole design costs, and which parts cost most.
#[component]
pub(super) fn RunCost() -> Html {
    let language = use_language();
    let (design, live) = (use_design(), use_live_store());
    use_pulse(|live| &live.gauges, EVERY_MS);
    let t = cost_texts(language);
    let (lines, elapsed_s) = bill_of(&design, &live);
    if lines.is_empty() {
        return Html::default();
    }
    let (total, failures) = (total_usd(&lines), failures_usd(&lines));
    html! {
        <section class="group" data-testid="cost">
            <h3 class="group-title">{ t.cost }</h3>
            <dl class="metrics">
                { row(t.so_far.to_owned(), dollars(total)) }
                { row(t.per_month.to_owned(), dollars(monthly_usd(total, elapsed_s))) }
                if failures > 0.0 {
                    { row(t.failures.to_owned(), dollars(monthly_usd(failures, elapsed_s))) }
                }
            </dl>
            <dl class="metrics cost-parts">
                for (id, usd) in dearest(&design, &lines).into_iter().take(PARTS) {
                    <PartRow
                        key={id.to_string()}
                        part={id.clone()}
                        name={design.display_name(&id).to_owned()}
                        value={dollars(monthly_usd(usd, elapsed_s))}
                    />
                }
            </dl>
            <p class="help">{ t.basis }</p>
        </section>
    }
}

/// The parts by what they cost, the dearest first.
fn dearest(design: &Design, lines: &[CostLine]) -> Vec<(PartId, f64)> {
    let mut sums: BTreeMap<PartIndex, f64> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.item.is_estimate()) {
        *sums.entry(line.part).or_default() += line.usd();
    }
    let named = design.running_parts().zip(0..).filter_map(|((id, _), index)| Some((id.clone(), *sums.get(&index)?)));
    let mut parts: Vec<(PartId, f64)> = named.collect();
    put_in_order(&mut parts, |(_, one), (_, other)| one > other);
    parts
}

/// Whose cost.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The part's place in the order of ids.
    pub(super) part: PartIndex,
}

/// What one part costs, line by line, with how each comes about.
#[component]
pub(super) fn PartCost(props: &Props) -> Html {
    let language = use_language();
    let (design, live) = (use_design(), use_live_store());
    use_pulse(|live| &live.gauges, EVERY_MS);
    let t = cost_texts(language);
    let (lines, elapsed_s) = bill_of(&design, &live);
    let own: Vec<&CostLine> = lines.iter().filter(|line| line.part == props.part).collect();
    if own.is_empty() {
        return Html::default();
    }
    let is_estimate = own.iter().all(|line| line.item.is_estimate());
    let total = own.iter().map(|line| line.usd()).sum();
    html! {
        <section class="group" data-testid="part-cost">
            <h3 class="group-title">{ t.cost }</h3>
            <dl class="metrics">
                for line in own {
                    <div class="metric">
                        <dt>
                            { item_name(language, line.item) }
                            <span class="cost-formula">
                                { cost_formula(language, line) }
                                if !line.fact.page.is_empty() {
                                    { " " }
                                    <a href={line.fact.page} target="_blank" rel="noopener noreferrer">{ line.fact.id }</a>
                                }
                            </span>
                        </dt>
                        <dd>{ dollars(line.usd()) }</dd>
                    </div>
                }
                { row(t.per_month.to_owned(), dollars(monthly_usd(total, elapsed_s))) }
            </dl>
            <p class="help">{ if is_estimate { t.estimate } else { t.basis } }</p>
        </section>
    }
}

fn row(name: String, value: String) -> Html {
    html! {
        <div class="metric">
            <dt>{ name }</dt>
            <dd>{ value }</dd>
        </div>
    }
}
