//! One chart: its title, its newest values as text, the canvas, the legend.

use ninepins_canvas::put_in_order;
use ninepins_model::Design;
use ninepins_report::Window;
use ninepins_words::{Language, page_texts, texts};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlCanvasElement, ResizeObserver};
use yew::prelude::*;

use super::Span;
use super::paint::{Frame, paint};
use super::series::{Band, Picture};
use crate::pulse::use_pulse;
use crate::state::{use_design, use_language, use_live_store, use_preferences};

/// Least wall milliseconds between two paintings.
const EVERY_MS: u32 = 100;
/// Simulated seconds shown of a long run.
const RECENT_S: f64 = 600.0;
/// Most names over a plot, and over one that is so low that they would hide it.
const NAMED: usize = 3;
const NAMED_IF_LOW: usize = 1;
/// A plot of fewer pixels is low.
const LOW: i32 = 72;
/// A run that has just begun does not fill the chart.
const LEAST_S: f64 = 60.0;

/// Which chart, and how much of the run.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) picture: Picture,
    pub(super) span: Span,
}

/// The chart. It is painted again when there is something new.
#[component]
pub(super) fn Chart(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let live = use_live_store();
    let canvas = use_node_ref();
    use_pulse(|live| &live.windows, EVERY_MS);
    let size = use_size(canvas.clone());
    let preferences = use_preferences();
    let colours = (preferences.is_dark(), preferences.has_contrast());
    let book = live.windows.get();
    let shown = shown(&book.windows, props.span);
    let (from_s, to_s) = borders(shown, props.span);
    let bands = props.picture.bands(language, &design, shown);
    let title = props.picture.title(language);
    let summary = summary(language, title, &bands);
    let before = props.span == Span::Recent && book.totals.failed > 0;
    let nothing = nothing(language, props.picture, shown.is_empty(), before, &bands);
    let named = if size[1] < LOW { NAMED_IF_LOW } else { NAMED };
    let view = view(props.picture, title, summary, &bands, named, nothing, &canvas);
    let key = (book.version, size, colours, language, props.span, design.scenario.events.len());
    use_effect_with(key, {
        let live = live.clone();
        let (span, design) = (props.span, design.clone());
        move |_| {
            let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
            let book = live.windows.get();
            let events = event_times(&design);
            let windows = self::shown(&book.windows, span);
            let frame = Frame { from_s, to_s, windows, events: &events, language };
            if let Err(error) = paint(&canvas, size, &bands, &frame) {
                gloo::console::error!("a chart was not painted:", error);
            }
        }
    });
    view
}

fn view(
    picture: Picture,
    title: &'static str,
    summary: String,
    bands: &[Band],
    named: usize,
    nothing: Option<&'static str>,
    canvas: &NodeRef,
) -> Html {
    let legend = match picture {
        Picture::Latency => keys(bands),
        Picture::Failures => total(bands),
        _ => legend(bands),
    };
    html! {
        <figure class={classes!("chart", picture.as_str())} data-testid={format!("chart-{}", picture.as_str())}>
            <figcaption class="chart-title">{ title }</figcaption>
            { legend }
            <div class="chart-plot">
                <canvas ref={canvas} role="img" aria-label={summary}></canvas>
                if let Some(nothing) = nothing {
                    <span class="chart-empty"><span>{ nothing }</span></span>
                } else if picture == Picture::Failures {
                    { largest(bands, named) }
                }
            </div>
        </figure>
    }
}

/// Swatch, name and newest value of each series.
fn legend(bands: &[Band]) -> Html {
    html! {
        <ul class="legend">
            for series in bands.iter().flat_map(|band| &band.series) {
                <li key={series.name.clone()} title={series.name.clone()}>
                    <span class={classes!("swatch", series.colour)}></span>
                    <span class="legend-name">{ &series.name }</span>
                    // It changes ten times a second: to be looked up, not to be read out.
                    <output aria-live="off">{ &series.newest }</output>
                </li>
            }
        </ul>
    }
}

/// The names of the largest, as many as have room over the plot, and how many more there are.
fn largest(bands: &[Band], named: usize) -> Html {
    let mut all: Vec<_> =
        bands.iter().flat_map(|band| &band.series).map(|series| (series.values.iter().sum::<f64>(), series)).collect();
    put_in_order(&mut all, |(one, _), (other, _)| one > other);
    let more = all.len().saturating_sub(named);
    html! {
        <ul class="legend over">
            for (place, (_, series)) in all.into_iter().take(named).enumerate() {
                <li key={series.name.clone()}>
                    <span class={classes!("swatch", series.colour)}></span>
                    <span class="legend-name">{ &series.name }</span>
                    if more > 0 && place + 1 == named {
                        <span>{ format!("+{more}") }</span>
                    }
                </li>
            }
        </ul>
    }
}

/// Names underlined in their colours, with the values.
fn keys(bands: &[Band]) -> Html {
    html! {
        <ul class="legend keys">
            for series in bands.iter().flat_map(|band| &band.series).rev() {
                <li key={series.name.clone()}>
                    <span class={classes!("key", series.colour)}>{ &series.name }</span>
                    <output aria-live="off">{ &series.newest }</output>
                </li>
            }
        </ul>
    }
}

/// The newest values of all series as one.
fn total(bands: &[Band]) -> Html {
    html! {
        for band in bands {
            <output class="chart-value" aria-live="off">{ &band.total }</output>
        }
    }
}

/// What stands in a chart without series.
fn nothing(
    language: Language,
    picture: Picture,
    is_empty: bool,
    failed_before: bool,
    bands: &[Band],
) -> Option<&'static str> {
    if is_empty {
        return Some(texts(language).chart_no_data);
    }
    let has_series = bands.iter().any(|band| !band.series.is_empty());
    let t = page_texts(language);
    let none = if failed_before { t.failures_before } else { t.no_failures_shown };
    (picture == Picture::Failures && !has_series).then_some(none)
}

fn summary(language: Language, title: &str, bands: &[Band]) -> String {
    let values: Vec<String> =
        bands.iter().flat_map(|band| &band.series).map(|series| format!("{} {}", series.name, series.newest)).collect();
    if values.is_empty() {
        format!("{title}. {}", texts(language).chart_no_data)
    } else {
        format!("{title}. {}", values.join(", "))
    }
}

fn event_times(design: &Design) -> Vec<f64> {
    design.scenario.events.iter().map(|event| event.at_ms as f64 / 1_000.0).collect()
}

fn end_s(windows: &[Window]) -> f64 {
    windows.last().map_or(0.0, |window| f64::from(window.start_s + window.length_s))
}

fn borders(windows: &[Window], span: Span) -> (f64, f64) {
    let end_s = end_s(windows);
    match span {
        Span::Recent => ((end_s - RECENT_S).max(0.0), end_s.max(LEAST_S)),
        Span::Whole => (0.0, end_s.max(LEAST_S)),
    }
}

fn shown(windows: &[Window], span: Span) -> &[Window] {
    match span {
        Span::Whole => windows,
        Span::Recent => {
            let from_s = end_s(windows) - RECENT_S;
            let first = windows.partition_point(|window| f64::from(window.start_s + window.length_s) < from_s);
            &windows[first..]
        }
    }
}

/// How large the canvas is, in CSS pixels. Asked of the observer: asking the canvas lays out the page.
#[hook]
fn use_size(canvas: NodeRef) -> [i32; 2] {
    let size = use_state_eq(|| [0; 2]);
    use_effect_with(canvas, {
        let size = size.setter();
        move |canvas| {
            let measured = canvas.cast::<HtmlCanvasElement>();
            let on_resize = Closure::<dyn Fn()>::new(move || {
                if let Some(canvas) = &measured {
                    size.set([canvas.client_width(), canvas.client_height()]);
                }
            });
            let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
            if let Some((observer, canvas)) = observer.as_ref().zip(canvas.cast::<HtmlCanvasElement>()) {
                observer.observe(&canvas);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(on_resize);
            }
        }
    });
    *size
}
