//! `ninepins run --expect`: what a reference scenario expects of a design beside what comes out.

use std::fs::read_to_string;

use ninepins_scenarios::{Expected, Scenario, judge, measure, measured_run};
use serde_json::{Value, json};

use crate::Said;
use crate::arguments::RunArguments;
use crate::failure::Failure;
use crate::json::rounded;

/// Every quantity of every variant as JSON. Good news if all that should hold does.
pub(crate) fn expected(arguments: &RunArguments, expect: &str) -> Result<Said, Failure> {
    let text =
        |name: &str| read_to_string(name).map_err(|error| Failure::Unreadable { source_name: name.to_owned(), error });
    let scenario = Scenario::read(&text(&arguments.source)?, &text(expect)?)?;
    let mut quantities: Vec<Value> = Vec::new();
    let mut well = true;
    for case in &scenario.cases {
        let mut design = case.design.clone();
        design.scenario.seed = arguments.seed.unwrap_or(design.scenario.seed);
        let run = measured_run(&design);
        for expectation in &case.expect {
            let value = measure(&run, &expectation.measure)?;
            let holds = judge(expectation.expected, &[value]).holds;
            // One seed proves nothing about a mean.
            let decides = !matches!(expectation.expected, Expected::Mean(..)) && expectation.cannot_hold.is_none();
            well &= holds || !decides;
            let expected = match expectation.expected {
                Expected::Window(low, high) => json!({ "from": low, "to": high }),
                Expected::Mean(mean, tolerance) => json!({ "mean": mean, "tolerance": tolerance }),
                Expected::Never => json!("never"),
            };
            quantities.push(json!({
                "variant": case.name,
                "what": expectation.what,
                "expected": expected,
                "measured": value.map(rounded),
                "holds": holds,
            }));
        }
    }
    Ok(Said { text: ninepins_share::pretty(&quantities.into()), well })
}
