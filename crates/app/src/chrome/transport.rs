//! Restart, play, step, the speeds and the clock.

use ninepins_model::Action;
use ninepins_report::RunState;
use ninepins_words::{Language, guidance_texts, number, page_texts, run_state_name, runs_at, speed, speed_held, texts};
use yew::prelude::*;

use super::glyph::{Glyph, Icon};
use super::icon_button::IconButton;
use crate::runner::{Runner, use_runner};
use crate::state::{PreferencesAction, announce, use_language, use_live, use_preferences};

/// Speeds to choose from, in simulated seconds per second.
const SPEEDS: [u32; 4] = [1, 10, 60, 600];

/// The controls of the run.
#[component]
pub(crate) fn Transport() -> Html {
    let language = use_language();
    let t = texts(language);
    let runner = use_runner();
    let playing = use_live(|live| &live.clock, (), |clock, ()| clock.playing);
    let restart = use_callback((runner.clone(), language), |_, (runner, language)| {
        runner.restart();
        announce(texts(*language).announce_run_restarted);
    });
    let step = use_callback(runner.clone(), |_, runner| runner.step());
    let play = use_callback((runner, language), |_: MouseEvent, (runner, language)| toggle_playing(runner, *language));
    let is_over = use_live(|live| &live.clock, (), |clock, ()| clock.state == RunState::Finished);
    let (name, glyph) = match (playing, is_over) {
        (true, _) => (t.pause, Glyph::Pause),
        (false, true) => (t.replay, Glyph::Play),
        (false, false) => (t.play, Glyph::Play),
    };
    html! {
        <div class="transport" role="group" aria-label={t.simulated_time}>
            <IconButton name={t.restart} glyph={Glyph::Restart} onclick={restart} testid="restart" />
            <button
                type="button"
                class="button primary play"
                title={name}
                aria-keyshortcuts="Space"
                data-testid="play"
                onclick={play}
            >
                <Icon {glyph} />
                <span>{ name }</span>
            </button>
            <IconButton name={t.step} glyph={Glyph::Step} onclick={step} testid="step" />
            <Speeds />
            <ClockFace />
        </div>
    }
}

/// Plays, or pauses; plays again from the start where the run is over.
pub(crate) fn toggle_playing(runner: &Runner, language: Language) {
    let t = texts(language);
    if runner.is_playing() {
        runner.set_playing(false);
        announce(t.announce_run_paused);
    } else if runner.is_over() {
        runner.restart();
        announce(t.announce_run_restarted);
    } else {
        runner.set_playing(true);
        announce(t.announce_run_started);
    }
}

/// Does something to the run now. A run that has not begun sets out, for a person wants to see what comes of it; one that
/// was paused stays where it is, so that more can be added to the same moment, and says so.
pub(crate) fn knock(runner: &Runner, language: Language, actions: &[Action]) {
    if !runner.is_playing() && runner.is_at_start() {
        runner.set_playing(true);
    }
    for action in actions {
        runner.act(action);
    }
    if !runner.is_playing() && !runner.is_over() {
        announce(guidance_texts(language).knocked_while_paused);
    }
}

#[component]
fn Speeds() -> Html {
    let language = use_language();
    let preferences = use_preferences();
    html! {
        <div class="segments speeds" role="group" aria-label={texts(language).speed}>
            for times in SPEEDS {
                <button
                    key={times}
                    type="button"
                    class="segment"
                    aria-pressed={(preferences.speed == times).to_string()}
                    data-testid={format!("speed-{times}")}
                    onclick={
                        let preferences = preferences.clone();
                        move |_| preferences.dispatch(PreferencesAction::Speed(times))
                    }
                >
                    { speed(f64::from(times)) }
                </button>
            }
        </div>
    }
}

#[component]
fn ClockFace() -> Html {
    let language = use_language();
    let asked = use_preferences().speed;
    let seconds = use_live(|live| &live.clock, (), |clock, ()| clock.now_ns / 1_000_000_000);
    let state = use_live(|live| &live.clock, (), |clock, ()| clock.state);
    // In tenths, so that it does not flicker.
    let held = use_live(|live| &live.clock, (), |clock, ()| clock.held_speed.map(|held| (held * 10.0).round() as u32));
    let loading = use_live(|live| &live.clock, (), |clock, ()| clock.loading);
    let restarted = use_live(|live| &live.clock, (), |clock, ()| clock.restarted);
    let note = match (state, held.map(|tenths| f64::from(tenths) / 10.0)) {
        _ if loading => Some((page_texts(language).loading.to_owned(), String::new())),
        (RunState::Running | RunState::CatchingUp, _) if restarted => {
            let guidance = guidance_texts(language);
            Some((guidance.restarted.to_owned(), guidance.started_anew.to_owned()))
        }
        (RunState::Running, None) => None,
        (RunState::Running, Some(held)) => {
            Some((runs_at(language, held), speed_held(language, f64::from(asked), held)))
        }
        (state, _) => Some((run_state_name(language, state).to_owned(), String::new())),
    };
    html! {
        <div class="clock-face">
            <span class="clock" data-testid="clock" role="timer" aria-label={texts(language).simulated_time}>
                { number::clock(seconds) }
            </span>
            // What was done is announced by itself; this follows it.
            <span class="visually-hidden" role="status" data-testid="restart-note">
                { if restarted { guidance_texts(language).started_anew } else { "" } }
            </span>
            if let Some((note, explanation)) = note {
                <span class="clock-note" title={explanation} data-testid="clock-note">{ note }</span>
            }
        </div>
    }
}
