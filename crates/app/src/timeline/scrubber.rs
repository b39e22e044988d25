//! The scrubber: where the run is, and the way to any other time of it.

use ninepins_words::number::fixed;
use ninepins_words::{page_texts, time_of};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::runner::use_runner;
use crate::state::{use_language, use_live};

/// How long the run is.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// In simulated seconds.
    pub(crate) duration_s: u32,
}

/// A slider over the run's time. While it is dragged it shows the time it would go to.
#[component]
pub(crate) fn Scrubber(props: &Props) -> Html {
    let language = use_language();
    let runner = use_runner();
    let node = use_node_ref();
    let dragged = use_state(|| None::<u64>);
    let now_s = use_live(|live| &live.clock, (), |clock, ()| clock.now_ns / 1_000_000_000);
    let shown_s = dragged.unwrap_or(now_s);
    let duration_s = u64::from(props.duration_s.max(1));
    use_effect_with((node.clone(), shown_s, duration_s), |(node, shown_s, duration_s)| {
        let Some(slider) = node.cast::<HtmlElement>() else { return };
        let share = *shown_s as f64 / *duration_s as f64 * 100.0;
        // Without it the track is not filled; the thumb still stands in its place.
        let _ = slider.style().set_property("--progress", &format!("{}%", fixed(share, 2)));
    });
    let oninput = use_callback(dragged.setter(), |event: InputEvent, dragged| {
        dragged.set(event.target_unchecked_into::<HtmlInputElement>().value().parse().ok());
    });
    let onchange = use_callback((dragged.setter(), runner), |event: Event, (dragged, runner)| {
        let chosen = event.target_unchecked_into::<HtmlInputElement>().value().parse::<u64>();
        dragged.set(None);
        if let Ok(seconds) = chosen {
            runner.seek(seconds * 1_000);
        }
    });
    html! {
        <input
            ref={node}
            class="scrubber"
            type="range"
            min="0"
            max={duration_s.to_string()}
            step="1"
            value={shown_s.to_string()}
            aria-label={page_texts(language).jump_to_time}
            aria-valuetext={time_of(language, shown_s, duration_s)}
            data-testid="scrubber"
            {oninput}
            {onchange}
        />
    }
}
