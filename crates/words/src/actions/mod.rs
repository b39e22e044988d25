//! Events of the timeline: faults, changes of traffic, an operator's actions.

mod database;
mod ended;
mod english;
mod fault;
mod korean;
mod name;

pub(crate) use ended::action_ended;
pub use fault::{fault_help, fault_label, fault_label_on};
use korean::Tense;
pub use name::action_name;
use ninepins_model::{Action, Design};

use crate::Language::{self, English, Korean};
use crate::number::duration;

/// What an action does, with how long it lasts: "AZ ap-northeast-2a loses power for 10 min".
pub fn action_sentence(language: Language, design: &Design, action: &Action) -> String {
    let sentence = match language {
        English => english::present(design, action),
        Korean => korean::sentence(design, action, Tense::Present),
    };
    match (language, action.for_s()) {
        (_, None) => sentence,
        (English, Some(0)) => format!("{sentence} to the end of the run"),
        (English, Some(for_s)) => format!("{sentence} for {}", duration(English, f64::from(for_s))),
        (Korean, Some(0)) => format!("실행이 끝날 때까지 {sentence}"),
        (Korean, Some(for_s)) => format!("{} 동안 {sentence}", duration(Korean, f64::from(for_s))),
    }
}

/// What an action did, for the log: "AZ ap-northeast-2a lost power".
pub(crate) fn action_past(language: Language, design: &Design, action: &Action) -> String {
    match language {
        English => english::past(design, action),
        Korean => korean::sentence(design, action, Tense::Past),
    }
}
