//! What was knocked over while the run is paused: nothing moves before it goes on.

use ninepins_report::RunState;
use ninepins_words::{guidance_texts, texts};
use yew::prelude::*;

use crate::browser;
use crate::chrome::{Glyph, Icon, toggle_playing};
use crate::runner::use_runner;
use crate::state::{use_design, use_language, use_live};

/// How far an event may be from the present moment, in milliseconds: the clock counts finer.
const NEAR_MS: u64 = 1;

/// The hint, with a button that lets the run go on, while an event waits at the moment where the run is paused.
#[component]
pub(super) fn PausedHint() -> Html {
    let language = use_language();
    let runner = use_runner();
    let design = use_design();
    let paused_at = use_live(
        |live| &live.clock,
        (),
        |clock, ()| (!clock.playing && clock.state == RunState::Running).then_some(clock.now_ns / 1_000_000),
    );
    let play = use_callback((runner, language), |_: MouseEvent, (runner, language)| {
        toggle_playing(runner, *language);
        focus_play();
    });
    let waits =
        paused_at.is_some_and(|now| design.scenario.events.iter().any(|event| event.at_ms.abs_diff(now) <= NEAR_MS));
    if !waits {
        return Html::default();
    }
    html! {
        <div class="paused-hint" data-testid="paused-hint">
            <p>{ guidance_texts(language).knocked_while_paused }</p>
            <button type="button" class="button small" onclick={play}>
                <Icon glyph={Glyph::Play} />
                { texts(language).play }
            </button>
        </div>
    }
}

/// The hint goes with its button: the keyboard goes to the one that pauses again.
fn focus_play() {
    browser::focus(".transport .play");
}
