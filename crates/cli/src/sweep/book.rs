//! The file of results: a line that says which sweep it is, then a line for each run, in the order in which they ended.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};

use serde::{Deserialize, Serialize};

use super::line::Line;
use super::plan::Plan;
use crate::failure::Failure;

/// Most missing runs that are named.
const NAMED: usize = 10;

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    /// Equal for sweeps that run the same.
    sweep: String,
    runs: usize,
}

/// Results that are being written.
pub(super) struct Book {
    file: File,
    name: String,
    lines: BTreeMap<usize, Line>,
}

/// Results that were read.
pub(super) struct Results {
    title: Title,
    pub(super) lines: BTreeMap<usize, Line>,
}

impl Book {
    /// Opens the file of a sweep, to go on where it stopped, or begins one. A line that was cut off when the process ended is
    /// taken out; its run is made again.
    pub(super) fn continued(name: &str, plan: &Plan) -> Result<Book, Failure> {
        let unusable = |error| Failure::Unreadable { source_name: name.to_owned(), error };
        let title = Title { sweep: plan.id().to_owned(), runs: plan.runs() };
        let text = match std::fs::read_to_string(name) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            text => text.map_err(unusable)?,
        };
        let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
        let lines = match whole.is_empty() {
            true => BTreeMap::new(),
            false => {
                let results = Results::read(name, whole)?;
                if results.title != title {
                    return Err(bad(name, "holds the results of another sweep; choose another file"));
                }
                results.lines
            }
        };
        let file = OpenOptions::new().create(true).append(true).open(name).map_err(unusable)?;
        file.set_len(whole.len() as u64).map_err(unusable)?;
        let mut book = Book { file, name: name.to_owned(), lines };
        if whole.is_empty() {
            book.write(&title)?;
        }
        Ok(book)
    }

    pub(super) fn has(&self, run: usize) -> bool {
        self.lines.contains_key(&run)
    }

    /// Adds a result; a process that is ended afterwards does not lose it.
    pub(super) fn add(&mut self, line: &Line) -> Result<(), Failure> {
        self.write(line)
    }

    fn write(&mut self, line: &impl Serialize) -> Result<(), Failure> {
        let unusable = |error| Failure::Unreadable { source_name: self.name.clone(), error };
        let mut text = text(line);
        text.push('\n');
        // In one piece, so that only the last line of a file can be cut off.
        self.file.write_all(text.as_bytes()).map_err(unusable)
    }
}

fn text(line: &impl Serialize) -> String {
    // A structure of texts and numbers always can be written.
    serde_json::to_string(line).unwrap_or_default()
}

fn bad(name: &str, reason: &str) -> Failure {
    Failure::Sweep { source_name: name.to_owned(), reason: reason.to_owned() }
}

impl Results {
    fn read(name: &str, text: &str) -> Result<Results, Failure> {
        let mut rows = text.lines().enumerate();
        let title = rows.next().and_then(|(_, line)| serde_json::from_str(line).ok());
        let title: Title = title.ok_or_else(|| bad(name, "does not begin as the results of a sweep do"))?;
        let mut lines = BTreeMap::new();
        for (row, line) in rows {
            let line: Line = serde_json::from_str(line)
                .map_err(|error| bad(name, &format!("line {} is no result of a run: {error}", row + 1)))?;
            add(&mut lines, line).map_err(|reason| bad(name, &reason))?;
        }
        Ok(Results { title, lines })
    }

    /// The file as one process would have written it, with the runs in order.
    pub(super) fn text(&self) -> String {
        let lines = self.lines.values().map(text);
        [text(&self.title)].into_iter().chain(lines).map(|line| line + "\n").collect()
    }

    /// What is not there, in sentences.
    pub(super) fn missing(&self) -> Vec<String> {
        let missing: Vec<usize> = (0..self.title.runs).filter(|run| !self.lines.contains_key(run)).collect();
        if missing.is_empty() {
            return Vec::new();
        }
        let named: Vec<String> = missing.iter().take(NAMED).map(usize::to_string).collect();
        let more = if missing.len() > NAMED { ", …" } else { "" };
        vec![format!("{} of {} runs are missing: {}{more}", missing.len(), self.title.runs, named.join(", "))]
    }
}

/// Joins the results in several files. A run that is in two of them must be the same in both.
pub(super) fn merged(names: &[String]) -> Result<Results, Failure> {
    let mut merged: Option<Results> = None;
    for name in names {
        let text =
            std::fs::read_to_string(name).map_err(|error| Failure::Unreadable { source_name: name.clone(), error })?;
        let results = Results::read(name, text.rfind('\n').map_or("", |end| &text[..=end]))?;
        match &mut merged {
            None => merged = Some(results),
            Some(merged) if merged.title != results.title => {
                return Err(bad(name, &format!("holds the results of another sweep than {}", names[0])));
            }
            Some(merged) => {
                for line in results.lines.into_values() {
                    add(&mut merged.lines, line).map_err(|reason| bad(name, &reason))?;
                }
            }
        }
    }
    merged.ok_or_else(|| bad("merge", "there is nothing to join"))
}

fn add(lines: &mut BTreeMap<usize, Line>, line: Line) -> Result<(), String> {
    let run = line.run;
    match lines.insert(run, line) {
        Some(before) if before != lines[&run] => Err(format!("run {run} has two different results")),
        _ => Ok(()),
    }
}
