//! `ninepins run`: runs a design to the end of its scenario.

use ninepins_sim::{Progress, Run};
use ninepins_words::Language;

use crate::arguments::RunArguments;
use crate::expected::expected;
use crate::failure::Failure;
use crate::{Said, json, open, summary};

/// Events between two looks at the progress.
const SLICE_EVENTS: u64 = 1_000_000;

pub(crate) fn run(arguments: &RunArguments, language: Language) -> Result<Said, Failure> {
    if let Some(expect) = &arguments.expect {
        return expected(arguments, expect);
    }
    let mut design = open(&arguments.source)?;
    design.scenario.duration_s = arguments.for_s.unwrap_or(design.scenario.duration_s);
    design.scenario.seed = arguments.seed.unwrap_or(design.scenario.seed);
    let mut run = Run::new(design.clone());
    let end_ns = run.end_ns();
    let progress = loop {
        match run.advance(end_ns, SLICE_EVENTS) {
            Progress::EventLimit => {}
            progress => break progress,
        }
    };
    let text = if arguments.json {
        ninepins_share::pretty(&json::report(&run, language, arguments.windows))
    } else {
        summary::summary(&run, language)
    };
    Ok(Said { text, well: !matches!(progress, Progress::Stopped) })
}
