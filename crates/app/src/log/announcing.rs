//! The entries of the log that a screen reader says by itself: the few that matter.

use ninepins_report::LogFact;
use ninepins_words::log_sentence;
use yew::prelude::*;

use crate::state::{announce, use_design, use_language, use_live_store};

/// Announces important entries, at most one for each change of the log.
#[hook]
pub(super) fn use_announcing() {
    let live = use_live_store();
    let (language, design) = (use_language(), use_design());
    let latest = use_mut_ref(|| (language, design.clone()));
    *latest.borrow_mut() = (language, design);
    use_effect_with(live, move |live| {
        let store = live.clone();
        let heard = std::cell::Cell::new((0, 0));
        let hear = move || {
            let book = store.log.get();
            let (epoch, count) = heard.replace((book.epoch, book.entries.len()));
            // What a rewind brings back was said before.
            if epoch != book.epoch {
                return;
            }
            let new = book.entries.get(count..).unwrap_or_default();
            if let Some(entry) = new.iter().rev().find(|entry| is_important(&entry.fact)) {
                let (language, design) = &*latest.borrow();
                announce(&log_sentence(*language, design, &book.entries, entry));
            }
        };
        // There may be some already.
        hear();
        let subscription = live.log.subscribe(hear);
        move || drop(subscription)
    });
}

const fn is_important(fact: &LogFact) -> bool {
    matches!(
        fact,
        LogFact::EventApplied { .. }
            | LogFact::EventWithoutEffect { .. }
            | LogFact::FailOpen { .. }
            | LogFact::PrimaryLost { .. }
            | LogFact::NoStandby
            | LogFact::EndpointMoved { .. }
            | LogFact::DatabaseAvailable { .. }
            | LogFact::DatabaseRestored { .. }
            | LogFact::CertificateExpired
            | LogFact::FailuresBegan { .. }
            | LogFact::FailuresEnded { .. }
            | LogFact::TooManyInFlight
            | LogFact::TooMuchMemory
            | LogFact::DesignTooLarge { .. }
    )
}
