//! The self-tests: run them, watch them, read the results.

use std::rc::Rc;

use ninepins_model::self_tests::{SelfTest, SelfTestGroup};
use ninepins_words::{announce_self_tests, fidelity_progress, fidelity_summary, fidelity_texts, self_test_group_name};
use yew::prelude::*;

use super::results::{Happened, Results, Status};
use super::test_row::TestRow;
use crate::runner::{Pool, PoolEvent};
use crate::state::{announce, use_language};

/// The panel.
#[component]
pub(super) fn TestsPanel() -> Html {
    let language = use_language();
    let t = fidelity_texts(language);
    let results = use_reducer(Results::default);
    let pool = use_pool(&results);
    let all = SelfTest::ALL.len();
    let (ended, passed) = results.ended();
    let busy = results.is_busy();
    use_effect_with((busy, language), move |(busy, language)| {
        if !*busy && ended > 0 {
            announce(&announce_self_tests(*language, passed, ended));
        }
    });
    let run = {
        let (pool, results) = (pool.clone(), results.dispatcher());
        move |tests: Vec<SelfTest>| {
            results.dispatch(Happened::Asked(tests.clone()));
            pool.run(tests);
        }
    };
    let run_all = {
        let run = run.clone();
        Callback::from(move |_: MouseEvent| run(SelfTest::ALL.to_vec()))
    };
    let run_one = Callback::from(move |test: SelfTest| run(vec![test]));
    let cancel = {
        let results = results.dispatcher();
        Callback::from(move |_: MouseEvent| {
            pool.cancel();
            results.dispatch(Happened::Cancelled);
        })
    };
    let summary = match () {
        () if busy => running(&results).map(|number| fidelity_progress(language, number, all)).unwrap_or_default(),
        () if ended > 0 => fidelity_summary(language, passed, ended),
        () => String::new(),
    };
    let verdict = (!busy && ended > 0).then_some(if passed == ended { "passed" } else { "failed" });
    html! {
        <section class="self-tests" aria-label={t.tab_tests}>
            <p class="fidelity-intro">{ t.intro }</p>
            <div class="fidelity-bar">
                // One button, so that the focus stays where it is.
                <button
                    type="button"
                    class={classes!("button", (!busy).then_some("primary"))}
                    data-testid="run-self-tests"
                    onclick={if busy { cancel } else { run_all }}
                >
                    { if busy { t.cancel } else if ended == all { t.run_again } else { t.run_all } }
                </button>
                <span class={classes!("fidelity-summary", verdict)} data-testid="self-test-summary">{ summary }</span>
            </div>
            if results.broken {
                <p class="refusal" role="alert">{ t.no_worker }</p>
            }
            for group in SelfTestGroup::ALL {
                <section class="self-test-group" key={group as usize}>
                    <h3>{ self_test_group_name(language, group) }</h3>
                    <ul>
                        for test in SelfTest::ALL.iter().copied().filter(|test| test.group() == group) {
                            <TestRow
                                key={test.id()}
                                {test}
                                status={results.status(test)}
                                passed={results.passed(test)}
                                can_run={!busy}
                                onrun={run_one.clone()}
                            />
                        }
                    </ul>
                </section>
            }
        </section>
    }
}

/// Workers that run the tests.
#[hook]
fn use_pool(results: &UseReducerHandle<Results>) -> Rc<Pool<SelfTest>> {
    let dispatcher = results.dispatcher();
    use_memo((), move |()| {
        let on_event = Callback::from(move |event: PoolEvent<SelfTest>| {
            dispatcher.dispatch(match event {
                PoolEvent::Progress(test, share) => Happened::Progress(test, share),
                PoolEvent::Ended(test, ran) => Happened::Ended(test, ran.told.measure(test, &ran.design)),
                PoolEvent::Broken => Happened::Broken,
            });
        });
        Pool::new(SelfTest::design, on_event)
    })
}

/// The number of the test that runs, from 1.
fn running(results: &Results) -> Option<usize> {
    let place = SelfTest::ALL.iter().position(|test| matches!(results.status(*test), Status::Running(_)))?;
    Some(place + 1)
}
