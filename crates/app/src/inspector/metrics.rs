//! What a part's latest window says.

use ninepins_report::{Metric, PartIndex};
use ninepins_words::{guidance_texts, metric_help, metric_label, metric_value, texts};
use yew::prelude::*;

use crate::state::{use_language, use_live};

/// Which part.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Its place in the order of ids.
    pub(super) part: PartIndex,
}

/// The metrics with CloudWatch's names.
#[component]
pub(super) fn Metrics(props: &Props) -> Html {
    let language = use_language();
    let has_begun = use_live(|live| &live.windows, (), |book, ()| !book.windows.is_empty());
    let metrics = use_live(
        |live| &live.windows,
        props.part,
        |book, part| {
            let sample = book.windows.last()?.parts.iter().find(|sample| sample.part == *part)?;
            Some(sample.metrics.clone())
        },
    );
    let Some(metrics) = metrics.filter(|metrics| !metrics.is_empty()) else {
        let help = if has_begun { texts(language).no_metrics_here } else { guidance_texts(language).not_measured_yet };
        return html! { <p class="help">{ help }</p> };
    };
    html! {
        <dl class="metrics">
            for (metric, value) in metrics {
                <div key={metric.name()} class="metric" title={metric_help(language, metric)}>
                    <dt>{ metric_label(language, metric) }</dt>
                    <dd class={is_bad(metric, value).then_some("bad-text")}>{ metric_value(language, metric, f64::from(value)) }</dd>
                </div>
            }
        </dl>
    }
}

/// Whether the value is bad news whatever its size.
fn is_bad(metric: Metric, value: f32) -> bool {
    let counts_failures = matches!(
        metric,
        Metric::HttpCodeElb502Count
            | Metric::HttpCodeElb503Count
            | Metric::HttpCodeElb504Count
            | Metric::HttpCodeElb5xxCount
            | Metric::HttpCodeTarget5xxCount
            | Metric::UnHealthyHostCount
            | Metric::Http5xxErrors
            | Metric::FailedRequests
    );
    (counts_failures && value > 0.0) || (metric == Metric::ReplicaLag && value < 0.0)
}
