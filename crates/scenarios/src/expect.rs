//! Reads scenarios: the expectations, and the design of each variant.

use std::fmt;

use ninepins_model::Design;
use serde::Deserialize;
use serde_json::{Map, Value};

/// A scenario that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// What is shown, in a line.
    pub title: String,
    /// Facts it rests on.
    pub basis: Vec<String>,
    /// The design as it is, if something is expected of it, and its variants.
    pub cases: Vec<Case>,
    /// Most seeds that run, where a single run is as long as many of others.
    pub most_seeds: Option<u32>,
}

/// A design and what its runs must give.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Name of the variant; empty for the design as it is.
    pub name: String,
    /// The design.
    pub design: Design,
    /// What must come out.
    pub expect: Vec<Expectation>,
}

/// One quantity and what it must be.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// What it says, in a line.
    pub what: String,
    /// What is measured.
    pub measure: Map<String, Value>,
    /// What it must be.
    pub expected: Expected,
    /// Where the numbers come from.
    pub derivation: String,
    /// Why it does not hold, where it is known not to.
    pub cannot_hold: Option<String>,
}

/// What a quantity must be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Expected {
    /// Between these, both included, with every seed.
    Window(f64, f64),
    /// This on average over the seeds, give or take a tolerance.
    Mean(f64, f64),
    /// It does not happen, with any seed.
    Never,
}

/// Why a scenario cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioError(pub String);

impl fmt::Display for ScenarioError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for ScenarioError {}

/// A scenario as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    title: String,
    #[serde(default)]
    basis: Vec<String>,
    most_seeds: Option<u32>,
    #[serde(default)]
    expect: Vec<WrittenExpectation>,
    #[serde(default)]
    variants: Vec<WrittenVariant>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenVariant {
    name: String,
    /// JSON pointers into the design, and what stands there instead; null removes.
    set: Map<String, Value>,
    expect: Vec<WrittenExpectation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenExpectation {
    what: String,
    measure: Map<String, Value>,
    window: Option<[f64; 2]>,
    mean: Option<f64>,
    tolerance: Option<f64>,
    #[serde(default)]
    never: bool,
    derivation: String,
    cannot_hold: Option<String>,
}

impl Scenario {
    /// Reads a scenario from the texts of its design and its expectations.
    ///
    /// # Errors
    /// One of them is not what it should be.
    pub fn read(design: &str, expect: &str) -> Result<Scenario, ScenarioError> {
        let bad = |place: &str, error: &dyn fmt::Display| ScenarioError(format!("{place}: {error}"));
        let document: Value = serde_json::from_str(design).map_err(|error| bad("design.json", &error))?;
        let written: Written = serde_json::from_str(expect).map_err(|error| bad("expect.json", &error))?;
        let mut cases = Vec::new();
        if !written.expect.is_empty() {
            cases.push(case(String::new(), &document, written.expect)?);
        }
        for variant in written.variants {
            let mut document = document.clone();
            for (pointer, value) in variant.set {
                put(&mut document, &pointer, value)?;
            }
            cases.push(case(variant.name, &document, variant.expect)?);
        }
        Ok(Scenario { title: written.title, basis: written.basis, cases, most_seeds: written.most_seeds })
    }
}

fn case(name: String, document: &Value, expect: Vec<WrittenExpectation>) -> Result<Case, ScenarioError> {
    let text = document.to_string();
    let opened =
        ninepins_share::read(text.as_bytes()).map_err(|error| ScenarioError(format!("design.json: {error}")))?;
    if let Some(notice) = opened.notices.first() {
        return Err(ScenarioError(format!("design.json {name}: {notice}")));
    }
    let expect = expect.into_iter().map(expectation).collect::<Result<_, _>>()?;
    Ok(Case { name, design: opened.design, expect })
}

fn expectation(written: WrittenExpectation) -> Result<Expectation, ScenarioError> {
    let expected = match (written.window, written.mean, written.tolerance, written.never) {
        (Some([low, high]), None, None, false) => Expected::Window(low, high),
        (None, Some(mean), Some(tolerance), false) => Expected::Mean(mean, tolerance),
        (None, None, None, true) => Expected::Never,
        _ => {
            let what = &written.what;
            return Err(ScenarioError(format!("“{what}” needs a window, a mean with its tolerance, or never")));
        }
    };
    Ok(Expectation {
        what: written.what,
        measure: written.measure,
        expected,
        derivation: written.derivation,
        cannot_hold: written.cannot_hold,
    })
}

/// Puts a value at a JSON pointer, making the objects on the way there; `-` at its end appends to a list.
fn put(document: &mut Value, pointer: &str, value: Value) -> Result<(), ScenarioError> {
    let wrong = || ScenarioError(format!("expect.json: nothing can be set at {pointer}"));
    let (way, last) = pointer.rsplit_once('/').ok_or_else(wrong)?;
    let mut place = document;
    for level in way.split('/').skip(1) {
        place = match place {
            Value::Object(object) => object.entry(level).or_insert_with(|| Value::Object(Map::new())),
            Value::Array(list) => level.parse::<usize>().ok().and_then(|at| list.get_mut(at)).ok_or_else(wrong)?,
            _ => return Err(wrong()),
        };
    }
    match place {
        Value::Object(object) if value.is_null() => {
            object.remove(last);
        }
        Value::Object(object) => {
            object.insert(last.to_owned(), value);
        }
        Value::Array(list) if last == "-" => list.push(value),
        Value::Array(list) => {
            *last.parse::<usize>().ok().and_then(|at| list.get_mut(at)).ok_or_else(wrong)? = value;
        }
        _ => return Err(wrong()),
    }
    Ok(())
}
