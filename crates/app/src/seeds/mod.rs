//! The same design and timeline with other seeds: how much of what one saw was chance.

mod runs;

use std::cell::RefCell;
use std::rc::Rc;

use ninepins_model::{Change, Design, Edit};
use ninepins_words::number::{availability, count, latency};
use ninepins_words::{Language, announce_seeds, seeds_other_runs, seeds_progress, seeds_seconds, seeds_texts};
use runs::{Happened, Result, Runs};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::layout::{LayoutAction, use_layout};
use crate::runner::{Pool, PoolEvent};
use crate::state::{DesignAction, announce, use_design_store, use_language};

/// How many seeds can be chosen.
const CHOICES: [usize; 4] = [10, 20, 50, 100];
/// How many are, at first.
const USUAL: usize = 20;

/// A figure of a run: its name, what it is, and how it is written.
type Figure = (&'static str, fn(&Result) -> f64, fn(Language, f64) -> String);

fn figures(language: Language) -> [Figure; 4] {
    let t = seeds_texts(language);
    [
        (t.success, |result| result.success_percent, |language, value| availability(language, value / 100.0)),
        (t.failed, |result| result.failed, |_, value| count(value.round() as u64)),
        (t.failing, |result| result.failing_s, |language, value| seeds_seconds(language, value)),
        (t.worst_p95, |result| result.worst_p95_ms, latency),
    ]
}

/// The comparison.
#[component]
pub(crate) fn OtherSeeds() -> Html {
    let language = use_language();
    let t = seeds_texts(language);
    let store = use_design_store();
    let chosen = use_state(|| USUAL);
    let runs = use_reducer(Runs::default);
    let design = use_mut_ref(Design::default);
    let pool = use_pool(&design, &runs);
    let busy = runs.is_busy();
    use_effect_with((busy, runs.of(), language), move |(busy, of, language)| {
        if !busy && *of > 0 {
            announce(&announce_seeds(*language, *of));
        }
    });
    let onclick = {
        let (pool, runs, shown, chosen) = (pool.clone(), runs.dispatcher(), store.design.clone(), *chosen);
        Callback::from(move |_: MouseEvent| {
            if busy {
                pool.cancel();
                return runs.dispatch(Happened::Cancelled);
            }
            *design.borrow_mut() = (*shown).clone();
            runs.dispatch(Happened::Asked(chosen));
            pool.run((1..).filter(|seed| *seed != shown.scenario.seed).take(chosen));
        })
    };
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            chosen.set(value.parse().unwrap_or(USUAL));
        })
    };
    html! {
        <div class="seeds">
            <p class="help">{ t.intro }</p>
            <div class="seeds-bar">
                <label>
                    <span class="visually-hidden">{ t.how_many }</span>
                    <select data-testid="seeds-count" disabled={busy} {onchange}>
                        for count in CHOICES {
                            <option value={count.to_string()} selected={count == *chosen}>{ seeds_other_runs(language, count) }</option>
                        }
                    </select>
                </label>
                <button type="button" class={classes!("button", (!busy).then_some("primary"))} data-testid="seeds-run" {onclick}>
                    { if busy { t.cancel } else { t.run } }
                </button>
                if busy {
                    <progress max="1" value={runs.share().to_string()} aria-label={t.run} />
                }
                <span class="seeds-state" data-testid="seeds-state">
                    if runs.of() > 0 { { seeds_progress(language, runs.results().len(), runs.of()) } }
                </span>
            </div>
            if runs.broken {
                <p class="refusal" role="alert">{ t.no_worker }</p>
            }
            if !runs.results().is_empty() {
                <Spread runs={(*runs).clone()} {language} />
                <BySeed runs={(*runs).clone()} {language} />
            }
        </div>
    }
}

/// Workers that run the design with the seed they are given.
#[hook]
fn use_pool(design: &Rc<RefCell<Design>>, runs: &UseReducerHandle<Runs>) -> Rc<Pool<u32>> {
    let (design, dispatcher) = (design.clone(), runs.dispatcher());
    use_memo((), move |()| {
        let on_event = Callback::from(move |event: PoolEvent<u32>| {
            dispatcher.dispatch(match event {
                PoolEvent::Progress(seed, share) => Happened::Progress(seed, share),
                PoolEvent::Ended(seed, ran) => Happened::Ended(seed, Result::of(&ran.totals, &ran.told)),
                PoolEvent::Broken => Happened::Broken,
            });
        });
        let with_seed = move |seed| {
            let mut design = design.borrow().clone();
            design.scenario.seed = seed;
            design
        };
        Pool::new(with_seed, on_event)
    })
}

#[derive(Properties, PartialEq)]
struct Props {
    runs: Runs,
    language: Language,
}

/// Least, median and most of each figure.
#[component]
fn Spread(props: &Props) -> Html {
    let language = props.language;
    let t = seeds_texts(language);
    html! {
        <table class="seeds-table" data-testid="seeds-spread">
            <thead>
                <tr><td></td><th scope="col">{ t.least }</th><th scope="col">{ t.median }</th><th scope="col">{ t.most }</th></tr>
            </thead>
            <tbody>
                for (name, figure, written) in figures(language) {
                    <tr key={name}>
                        <th scope="row">{ name }</th>
                        for value in props.runs.spread(figure).into_iter().flatten() {
                            <td>{ written(language, value) }</td>
                        }
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// Each seed's figures; a press opens its run.
#[component]
fn BySeed(props: &Props) -> Html {
    let language = props.language;
    let t = seeds_texts(language);
    let (store, layout) = (use_design_store(), use_layout());
    let open = use_callback((store.dispatcher(), layout), {
        let duration_s = store.design.scenario.duration_s;
        move |seed: u32, (store, layout)| {
            store.dispatch(DesignAction::Commit(Change::Setting, Edit::Scenario { seed, duration_s }));
            layout.dispatch(LayoutAction::CloseDialog);
        }
    });
    html! {
        <table class="seeds-table by-seed">
            <thead>
                <tr>
                    <th scope="col">{ t.seed }</th>
                    for (name, ..) in figures(language) {
                        <th scope="col" key={name}>{ name }</th>
                    }
                    <td></td>
                </tr>
            </thead>
            <tbody>
                for (seed, result) in props.runs.results() {
                    <tr key={*seed} data-testid={format!("seed-{seed}")}>
                        <th scope="row">{ *seed }</th>
                        for (name, figure, written) in figures(language) {
                            <td key={name}>{ written(language, figure(result)) }</td>
                        }
                        <td>
                            <button
                                type="button"
                                class="button small"
                                aria-label={format!("{} {seed}", t.open)}
                                onclick={open.reform({ let seed = *seed; move |_: MouseEvent| seed })}
                            >
                                { t.open }
                            </button>
                        </td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
