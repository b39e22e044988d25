//! What is wrong with the design.

use std::rc::Rc;

use ninepins_model::{Problem, Severity, Subject};
use ninepins_words::{problem_count, problem_sentence, severity_name, subject_name, texts};
use yew::prelude::*;

use super::fix_button::FixButton;
use super::glyph::{Glyph, Icon};
use super::popover::Popover;
use crate::canvas::surface;
use crate::later::{Later, View};
use crate::state::{Selected, SelectionAction, use_design, use_findings, use_language, use_selection};

/// The button with the number of problems, and their list.
#[component]
pub(crate) fn ProblemsMenu() -> Html {
    let language = use_language();
    let t = texts(language);
    let findings = use_findings();
    let found = findings.all();
    let worst = found.and_then(|found| found.first()).map(|problem| problem.severity);
    let class = match worst {
        Some(Severity::Error) => "has-errors",
        Some(Severity::Warning) => "has-warnings",
        None => "has-none",
    };
    let name = match found {
        None => t.problems.to_owned(),
        Some(found) if found.is_empty() => t.no_problems.to_owned(),
        Some(found) => problem_count(language, found.len()),
    };
    let button = html! {
        <>
            <Icon glyph={Glyph::Problem} />
            <span class="label">{ t.problems }</span>
            if let Some(found) = found {
                <span class="count" data-testid="problem-count">{ found.len() }</span>
            }
        </>
    };
    html! {
        <Popover {button} {name} class={classes!("problems-button", class)} testid="problems" closes_on_click=true>
            <Later view={View::Problems} />
        </Popover>
    }
}

/// The list of all problems.
#[component]
pub(crate) fn ProblemsPanel() -> Html {
    let findings = use_findings();
    html! {
        <div class="problems-panel">
            if let Some(found) = findings.all() {
                <ProblemList problems={found.clone()} />
            }
        </div>
    }
}

/// Which problems.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// They.
    pub(crate) problems: Rc<Vec<Problem>>,
    /// Whether it goes without saying where.
    #[prop_or_default]
    pub(crate) hides_subject: bool,
}

/// Problems as sentences; pressing one selects what it is about.
#[component]
pub(crate) fn ProblemList(props: &Props) -> Html {
    let language = use_language();
    let design = use_design();
    let selection = use_selection().dispatcher();
    if props.problems.is_empty() {
        return html! { <p class="help">{ texts(language).no_problems }</p> };
    }
    html! {
        <ul class="problem-list">
            for (index, problem) in props.problems.iter().enumerate() {
                <li key={index}>
                    <button
                        type="button"
                        class="problem"
                        onclick={
                            let selection = selection.clone();
                            let subject = problem.subject.clone();
                            move |_| select(&selection, &subject)
                        }
                    >
                        <span class={classes!("severity", severity_class(problem.severity))}>
                            { severity_name(language, problem.severity) }
                        </span>
                        <span>
                            if !props.hides_subject {
                                <strong><bdi>{ subject_name(language, &design, &problem.subject) }</bdi></strong>
                                { " " }
                            }
                            { problem_sentence(language, &design, problem) }
                        </span>
                    </button>
                    <FixButton problem={problem.clone()} />
                </li>
            }
        </ul>
    }
}

const fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn select(selection: &UseReducerDispatcher<crate::state::SelectionState>, subject: &Subject) {
    match subject {
        Subject::Part(id) => surface().show(id),
        Subject::Wire(id) => selection.dispatch(SelectionAction::Select(Selected::Wire(id.clone()))),
        Subject::Event(_) => {}
    }
}
