//! What was measured, over time.

mod chart;
mod paint;
mod scale;
mod series;

use chart::Chart;
use ninepins_words::{page_texts, texts};
use series::Picture;
pub(crate) use series::failures_by_cause;
use yew::prelude::*;

use crate::state::{use_design, use_language};

/// How much of the run is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// The last ten simulated minutes.
    Recent,
    /// All of it.
    Whole,
}

/// All charts that the design has something for.
#[component]
pub(crate) fn Charts() -> Html {
    let language = use_language();
    let (t, page) = (texts(language), page_texts(language));
    let span = use_state(|| Span::Recent);
    let design = use_design();
    html! {
        <section class="charts" aria-label={t.charts}>
            <div class="charts-head">
                <h2 class="panel-title">{ t.charts }</h2>
                <div class="segments small" role="group" aria-label={page.chart_range}>
                    for (value, name) in [(Span::Recent, page.last_ten_minutes), (Span::Whole, page.whole_run)] {
                        <button
                            key={name}
                            type="button"
                            class="segment"
                            aria-pressed={(*span == value).to_string()}
                            onclick={
                                let span = span.setter();
                                move |_| span.set(value)
                            }
                        >
                            { name }
                        </button>
                    }
                </div>
            </div>
            <div class="chart-grid">
                for picture in Picture::ALL.into_iter().filter(|picture| picture.concerns(&design)) {
                    <Chart key={picture.as_str()} {picture} span={*span} />
                }
            </div>
        </section>
    }
}
