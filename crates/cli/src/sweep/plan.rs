//! What a sweep runs: every combination of settings, faults and seeds, numbered.

use std::collections::BTreeMap;
use std::path::Path;

use ninepins_model::{Design, ENGINE_VERSION, limits};
use ninepins_share::{Notice, read, write};
use ninepins_sim::{Progress, Run};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::line::Line;
use crate::duration::seconds;
use crate::failure::Failure;
use crate::{input, open};

/// Events between two looks at the progress.
const SLICE_EVENTS: u64 = 1_000_000;
/// Most runs of one sweep: beyond it the list of them is a plan of its own.
const RUNS: usize = 10_000_000;

/// The file, as a person writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// A design: a file beside this one, or a link.
    design: String,
    /// Simulated time to run, such as `10m`, instead of the scenario's.
    #[serde(rename = "for", default)]
    for_: Option<String>,
    #[serde(default)]
    seeds: Option<Seeds>,
    #[serde(default)]
    settings: Vec<Setting>,
    /// Events by a name of one's own, put into the timeline; without any the timeline stays as it is.
    #[serde(default)]
    faults: BTreeMap<String, Vec<Value>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Seeds {
    List(Vec<u32>),
    Range { from: u32, count: u32 },
}

impl Seeds {
    fn list(&self) -> Vec<u32> {
        match self {
            Seeds::List(list) => list.clone(),
            Seeds::Range { from, count } => (*from..from.saturating_add(*count)).collect(),
        }
    }
}

/// One setting of the document, and what it is set to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Setting {
    /// Where, such as `parts.api.desired`.
    path: String,
    values: Vec<Value>,
}

/// A sweep that can be run.
pub(super) struct Plan {
    design: Value,
    settings: Vec<Setting>,
    faults: Vec<(String, Vec<Value>)>,
    seeds: Vec<u32>,
    id: String,
}

/// One run of a sweep.
pub(super) struct Variation<'a> {
    pub(super) seed: u32,
    pub(super) settings: Vec<(&'a str, &'a Value)>,
    pub(super) faults: &'a str,
}

impl Plan {
    pub(super) fn read(source: &str) -> Result<Plan, Failure> {
        let file = Path::new(source);
        let text =
            std::fs::read(file).map_err(|error| Failure::Unreadable { source_name: source.to_owned(), error })?;
        let file_text: File = serde_json::from_slice(&text).map_err(|error| bad(source, &error.to_string()))?;
        let mut design = open(&beside(file, &file_text.design))?;
        if let Some(text) = &file_text.for_ {
            design.scenario.duration_s = seconds(text).map_err(|reason| bad(source, &reason))?;
        }
        let seeds = file_text.seeds.as_ref().map_or_else(|| vec![design.scenario.seed], Seeds::list);
        let faults = match file_text.faults.is_empty() {
            true => vec![(String::new(), Vec::new())],
            false => file_text.faults.into_iter().collect(),
        };
        let design = serde_json::from_str(&write(&design)).map_err(|error| bad(source, &error.to_string()))?;
        let mut plan = Plan { design, settings: file_text.settings, faults, seeds, id: String::new() };
        plan.id = plan.identity();
        plan.check(source)?;
        Ok(plan)
    }

    /// How many runs it has.
    pub(super) fn runs(&self) -> usize {
        let settings = self.settings.iter().map(|setting| setting.values.len());
        settings.chain([self.faults.len(), self.seeds.len()]).try_fold(1, usize::checked_mul).unwrap_or(usize::MAX)
    }

    /// What tells it from every other sweep.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    fn identity(&self) -> String {
        let settings: Vec<Value> = self.settings.iter().map(|setting| json!([setting.path, setting.values])).collect();
        let whole = json!([ENGINE_VERSION, self.design, settings, self.faults, self.seeds]);
        let digest = Sha256::digest(whole.to_string());
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Refuses a plan whose runs would not be what it says, before the first of them: a setting that is not there, a value out
    /// of its range, an event that is none.
    fn check(&self, source: &str) -> Result<(), Failure> {
        let runs = self.runs();
        if runs == 0 {
            return Err(bad(source, "a list of seeds or values is empty"));
        }
        if runs > RUNS {
            return Err(bad(source, &format!("it has more than {RUNS} runs")));
        }
        for (place, setting) in self.settings.iter().enumerate() {
            for value in 0..setting.values.len() {
                let mut choice = vec![0; self.settings.len()];
                choice[place] = value;
                self.document(&choice, 0).map_err(|reason| bad(source, &reason))?;
            }
        }
        for faults in 0..self.faults.len() {
            self.document(&vec![0; self.settings.len()], faults).map_err(|reason| bad(source, &reason))?;
        }
        Ok(())
    }

    /// Which value of each setting, which faults and which seed a run has: seeds change first, the first setting last.
    fn choice(&self, run: usize) -> (Vec<usize>, usize, usize) {
        let (rest, seed) = (run / self.seeds.len(), run % self.seeds.len());
        let (mut rest, faults) = (rest / self.faults.len(), rest % self.faults.len());
        let mut values = vec![0; self.settings.len()];
        for (value, setting) in values.iter_mut().zip(&self.settings).rev() {
            (rest, *value) = (rest / setting.values.len(), rest % setting.values.len());
        }
        (values, faults, seed)
    }

    pub(super) fn variation(&self, run: usize) -> Variation<'_> {
        let (values, faults, seed) = self.choice(run);
        let chosen = self.settings.iter().zip(values);
        Variation {
            seed: self.seeds[seed],
            settings: chosen.map(|(setting, value)| (setting.path.as_str(), &setting.values[value])).collect(),
            faults: &self.faults[faults].0,
        }
    }

    /// Makes a run.
    ///
    /// # Errors
    /// Its design is none, which `check` has ruled out for each setting by itself but not for all together.
    pub(super) fn run(&self, number: usize) -> Result<Line, Failure> {
        let (values, faults, seed) = self.choice(number);
        let mut design = self.document(&values, faults).map_err(|reason| bad(&format!("run {number}"), &reason))?;
        design.scenario.seed = self.seeds[seed];
        let mut run = Run::new(design);
        let end_ns = run.end_ns();
        let progress = loop {
            match run.advance(end_ns, SLICE_EVENTS) {
                Progress::EventLimit => {}
                progress => break progress,
            }
        };
        Ok(Line::of(number, &self.variation(number), &run, matches!(progress, Progress::Stopped)))
    }

    fn document(&self, values: &[usize], faults: usize) -> Result<Design, String> {
        let mut document = self.design.clone();
        for (setting, value) in self.settings.iter().zip(values) {
            put(&mut document, &setting.path, &setting.values[*value])?;
        }
        let events = &self.faults[faults].1;
        if !events.is_empty() {
            add_events(&mut document, events)?;
        }
        let opened = read(document.to_string().as_bytes()).map_err(|error| error.to_string())?;
        let told = opened.notices.iter().find(|notice| !matches!(notice, Notice::EventsSorted));
        match told {
            Some(notice) => Err(notice.to_string()),
            None => Ok(opened.design),
        }
    }
}

fn bad(source: &str, reason: &str) -> Failure {
    Failure::Sweep { source_name: source.to_owned(), reason: reason.to_owned() }
}

/// A file that is named beside another one; a link stays what it is.
fn beside(file: &Path, design: &str) -> String {
    match file.parent() {
        Some(folder) if !input::is_link(design) => folder.join(design).to_string_lossy().into_owned(),
        _ => design.to_owned(),
    }
}

/// Sets what a path of dots names. Levels that only hold defaults are not written, so they are made; parts and wires are not.
fn put(document: &mut Value, path: &str, to: &Value) -> Result<(), String> {
    let mut place = document;
    for (level, key) in path.split('.').enumerate() {
        let Value::Object(fields) = place else { return Err(format!("{path} leads into something without fields")) };
        let is_named_thing = level == 1 && (path.starts_with("parts.") || path.starts_with("wires."));
        if is_named_thing && !fields.contains_key(key) {
            return Err(format!("{path}: the design has no {key}"));
        }
        place = fields.entry(key).or_insert_with(|| Value::Object(Map::new()));
    }
    *place = to.clone();
    Ok(())
}

fn add_events(document: &mut Value, events: &[Value]) -> Result<(), String> {
    let count = document.pointer("/scenario/events").and_then(Value::as_array).map_or(0, Vec::len);
    if count + events.len() > limits::EVENTS {
        return Err(format!("the timeline would have more than {} events", limits::EVENTS));
    }
    let all = document.pointer("/scenario/events").and_then(Value::as_array).into_iter().flatten();
    let all: Vec<Value> = all.chain(events).cloned().collect();
    put(document, "scenario.events", &Value::Array(all))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Plan, Setting};

    fn plan() -> Plan {
        let setting = |path: &str, values| Setting { path: path.to_owned(), values };
        Plan {
            design: json!({}),
            settings: vec![
                setting("parts.a.desired", vec![json!(1), json!(2)]),
                setting("parts.a.max", vec![json!(3), json!(4), json!(5)]),
            ],
            faults: vec![("none".to_owned(), Vec::new()), ("zone".to_owned(), Vec::new())],
            seeds: vec![7, 8, 9],
            id: String::new(),
        }
    }

    #[test]
    fn every_combination_has_one_number() {
        let plan = plan();
        assert_eq!(plan.runs(), 36);
        let said: std::collections::BTreeSet<String> = (0..36)
            .map(|run| {
                let variation = plan.variation(run);
                format!("{} {:?} {}", variation.seed, variation.settings, variation.faults)
            })
            .collect();
        assert_eq!(said.len(), 36);
    }

    #[test]
    fn seeds_change_first_and_the_first_setting_last() {
        assert_eq!(plan().choice(1), (vec![0, 0], 0, 1));
        assert_eq!(plan().choice(3), (vec![0, 0], 1, 0));
        assert_eq!(plan().choice(6), (vec![0, 1], 0, 0));
        assert_eq!(plan().choice(35), (vec![1, 2], 1, 2));
    }
}
