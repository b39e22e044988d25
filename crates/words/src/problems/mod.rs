//! What is wrong with a design.

mod cloudfront;
mod cost;
mod database;
mod elasticache;
mod english;
mod korean;
mod scaling;
mod sqs;

use ninepins_model::{Design, Kind, Problem, Subject};

use crate::Language::{self, English, Korean};
use crate::places::wire_name;

/// What a problem is about: a part's name, a wire's ends, or an event.
pub fn subject_name(language: Language, design: &Design, subject: &Subject) -> String {
    match subject {
        Subject::Part(id) => design.display_name(id).to_owned(),
        Subject::Wire(id) => match design.wires.get(id) {
            Some(wire) => wire_name(design, wire),
            None => id.to_string(),
        },
        Subject::Event(index) => match design.scenario.events.get(*index) {
            Some(event) => crate::action_name(language, design, &event.action),
            None => format!("#{}", index + 1),
        },
    }
}

/// A problem as one sentence, without its subject: "No record has the name api.example.com."
pub fn problem_sentence(language: Language, design: &Design, problem: &Problem) -> String {
    match language {
        English => english::sentence(design, &problem.subject, &problem.kind),
        Korean => korean::sentence(design, &problem.subject, &problem.kind),
    }
}

/// Whether a problem is a Network Load Balancer's, which knows no HTTP.
fn is_nlb(design: &Design, subject: &Subject) -> bool {
    matches!(subject, Subject::Part(id) if design.parts.get(id).is_some_and(|part| part.kind() == Kind::Nlb))
}

/// Where its kind may lie, for a part in the wrong place.
fn placement(language: Language, design: &Design, subject: &Subject) -> &'static str {
    let part = match subject {
        Subject::Part(id) => design.parts.get(id),
        Subject::Wire(_) | Subject::Event(_) => None,
    };
    match part {
        Some(part) => crate::placement_rule(language, part.kind()),
        None => language.pick(("It cannot lie here.", "여기에 놓을 수 없습니다.")),
    }
}
