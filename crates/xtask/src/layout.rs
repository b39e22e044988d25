//! The workspace's crates and what each may depend on: the table of docs/architecture.md.

/// Whether a crate may know that there is a browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Runs everywhere and knows no browser, clock, file or source of chance.
    Pure,
    /// Runs in the page or in the worker.
    Browser,
    Native,
}

pub(crate) struct CrateRule {
    pub name: &'static str,
    pub place: Place,
    /// The crates of ours it may depend on.
    pub may_use: &'static [&'static str],
}

const fn rule(name: &'static str, place: Place, may_use: &'static [&'static str]) -> CrateRule {
    CrateRule { name, place, may_use }
}

const BENCH: &str = "ninepins-bench";
const COMPONENTS: &str = "ninepins-components";
const MACROS: &str = "ninepins-macros";
const MODEL: &str = "ninepins-model";
const REPORT: &str = "ninepins-report";
const SIM: &str = "ninepins-sim";
const CANVAS: &str = "ninepins-canvas";
const SCENARIOS: &str = "ninepins-scenarios";
const SHARE: &str = "ninepins-share";
const PROTOCOL: &str = "ninepins-protocol";
const WORDS: &str = "ninepins-words";

pub(crate) const RULES: &[CrateRule] = &[
    // It runs in the compiler.
    rule(MACROS, Place::Native, &[]),
    rule(MODEL, Place::Pure, &[MACROS]),
    rule(REPORT, Place::Pure, &[MODEL]),
    rule(SIM, Place::Pure, &[MACROS, MODEL, REPORT]),
    rule(CANVAS, Place::Pure, &[MODEL]),
    rule(SHARE, Place::Pure, &[MODEL]),
    rule(WORDS, Place::Pure, &[MODEL, REPORT]),
    rule(SCENARIOS, Place::Pure, &[MODEL, REPORT, SHARE, SIM]),
    rule(PROTOCOL, Place::Pure, &[MODEL, REPORT]),
    rule("ninepins-worker", Place::Browser, &[MACROS, MODEL, REPORT, SHARE, PROTOCOL, SIM]),
    rule(COMPONENTS, Place::Browser, &[]),
    rule("ninepins-app", Place::Browser, &[COMPONENTS, MODEL, REPORT, CANVAS, SHARE, PROTOCOL, WORDS]),
    rule("ninepins", Place::Native, &[MODEL, REPORT, SCENARIOS, SHARE, SIM, WORDS]),
    rule(BENCH, Place::Browser, &[MODEL, REPORT, PROTOCOL, SIM]),
    rule("ninepins-tests", Place::Native, &[BENCH, MODEL, REPORT, SIM, CANVAS, SCENARIOS, SHARE, PROTOCOL, WORDS]),
    rule("xtask", Place::Native, &[]),
];

/// The names of the crates that a browser runs.
pub(crate) fn browser_crates() -> impl Iterator<Item = &'static str> {
    RULES.iter().filter(|rule| rule.place != Place::Native).map(|rule| rule.name)
}
