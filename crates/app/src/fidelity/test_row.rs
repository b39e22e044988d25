//! One self-test: what is expected, what was measured, and why.

use ninepins_model::self_tests::SelfTest;
use ninepins_words::{fidelity_texts, self_test_expected, self_test_texts, self_test_value};
use yew::prelude::*;

use super::results::Status;
use crate::state::use_language;

/// Which test, and how it is.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// It.
    pub(super) test: SelfTest,
    /// How far it is.
    pub(super) status: Status,
    /// Whether it passed; nothing before its end.
    pub(super) passed: Option<bool>,
    /// Whether it can be run now.
    pub(super) can_run: bool,
    /// Runs it alone.
    pub(super) onrun: Callback<SelfTest>,
}

/// The row.
#[component]
pub(super) fn TestRow(props: &Props) -> Html {
    let language = use_language();
    let t = fidelity_texts(language);
    let test = props.test;
    let words = self_test_texts(language, test);
    let (state, said) = match (props.status, props.passed) {
        (Status::NotRun, _) => ("idle", t.not_run),
        (Status::Waiting, _) => ("waiting", t.waiting),
        (Status::Running(_), _) => ("running", t.running),
        (Status::Ended(_), Some(true)) => ("pass", t.pass),
        (Status::Ended(_), _) => ("fail", t.fail),
    };
    let measured = match props.status {
        Status::Ended(Some(value)) => self_test_value(language, test, value),
        Status::Ended(None) => t.nothing.to_owned(),
        _ => "–".to_owned(),
    };
    let onclick = {
        let onrun = props.onrun.clone();
        move |_: MouseEvent| onrun.emit(test)
    };
    html! {
        <li class={classes!("self-test", state)} data-testid={format!("self-test-{}", test.id())} data-state={state}>
            <div class="self-test-words">
                <h4>{ words.name }</h4>
                <p class="self-test-what">{ words.measures }</p>
                <p class="self-test-why">{ words.derivation }</p>
            </div>
            <dl class="self-test-values">
                <div><dt>{ t.expected }</dt><dd>{ self_test_expected(language, test) }</dd></div>
                <div><dt>{ t.measured }</dt><dd class="self-test-measured">{ measured }</dd></div>
            </dl>
            <div class="self-test-end">
                if let Status::Running(share) = props.status {
                    <progress aria-label={words.name} max="100" value={(100.0 * share).round().to_string()} />
                } else if matches!(props.status, Status::NotRun) {
                    <button
                        type="button"
                        class="button small"
                        aria-label={format!("{}: {}", t.run_one, words.name)}
                        disabled={!props.can_run}
                        {onclick}
                    >
                        { t.run_one }
                    </button>
                } else {
                    <span class="verdict">{ said }</span>
                }
            </div>
        </li>
    }
}
