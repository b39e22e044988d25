//! `ninepins check`: what is wrong with a design.

use std::fmt::Write;

use ninepins_model::{Design, Severity, problems};
use ninepins_words::{Language, problem_sentence, severity_name, subject_name};

use crate::Said;

pub(crate) fn check(design: &Design, language: Language) -> Said {
    let problems = problems(design);
    let mut text = String::new();
    for problem in &problems {
        let severity = severity_name(language, problem.severity);
        let subject = subject_name(language, design, &problem.subject);
        let sentence = problem_sentence(language, design, problem);
        let _ = writeln!(text, "{severity}: {subject}: {sentence}");
    }
    Said { text, well: !problems.iter().any(|problem| problem.severity == Severity::Error) }
}
