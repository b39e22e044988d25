//! How much a visitor downloads, against the budgets.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::progress;
use crate::project::Project;

struct Budget {
    name: &'static str,
    /// What it is meant to be at most.
    limit: usize,
    /// What it is at most while it is over its budget: it only goes down, to the budget in the end.
    ceiling: usize,
    counts: fn(&str) -> bool,
}

const BUDGETS: &[Budget] = &[
    Budget {
        name: "page (first load)",
        limit: 350 * 1024,
        ceiling: 350 * 1024,
        counts: |path| is_code(path) && !is_worker(path) && !is_split_off(path),
    },
    Budget {
        name: "page (opened later)",
        limit: 470 * 1024,
        ceiling: 470 * 1024,
        counts: |path| !is_worker(path) && is_split_off(path),
    },
    Budget {
        name: "worker (first load)",
        limit: 160 * 1024,
        ceiling: 160 * 1024,
        counts: |path| is_code(path) && is_worker(path) && !is_split_off(path),
    },
    Budget {
        name: "worker (later)",
        limit: 160 * 1024,
        ceiling: 160 * 1024,
        counts: |path| is_worker(path) && is_split_off(path),
    },
];

struct Measured {
    path: String,
    plain: usize,
    compressed: usize,
}

/// Prints the table.
pub(crate) fn print(project: &Project) -> Result<()> {
    measure_and_print(project).map(|_| ())
}

/// Prints the table, says what is over its budget, and fails when something is over its ceiling.
pub(crate) fn check(project: &Project) -> Result<()> {
    let files = measure_and_print(project)?;
    for budget in BUDGETS {
        let sum = total(&files, budget);
        ensure!(sum > 0, "dist/ holds nothing that counts as {}", budget.name);
        ensure!(
            sum <= budget.ceiling,
            "{} is {} compressed, over its ceiling of {}",
            budget.name,
            kibibytes(sum),
            kibibytes(budget.ceiling)
        );
        if sum > budget.limit {
            let over = kibibytes(sum - budget.limit);
            progress::detail(&format!("{} is {over} OVER its budget; its ceiling only goes down", budget.name));
        }
    }
    Ok(())
}

fn measure_and_print(project: &Project) -> Result<Vec<Measured>> {
    let dist = project.dist();
    let mut files = Vec::new();
    measure(&dist, &dist, &mut files).context("measuring dist/; run `cargo xtask build` first")?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    progress::detail(&format!("{:<58} {:>10} {:>10}", "file", "plain", "brotli"));
    for file in &files {
        progress::detail(&format!(
            "{:<58} {:>10} {:>10}",
            file.path,
            kibibytes(file.plain),
            kibibytes(file.compressed)
        ));
    }
    for budget in BUDGETS {
        progress::detail(&format!(
            "{:<58} {:>10} {:>10}",
            format!("{}, budget {}", budget.name, kibibytes(budget.limit)),
            "",
            kibibytes(total(&files, budget))
        ));
    }
    Ok(files)
}

fn total(files: &[Measured], budget: &Budget) -> usize {
    files.iter().filter(|file| (budget.counts)(&file.path)).map(|file| file.compressed).sum()
}

fn measure(dist: &Path, folder: &Path, files: &mut Vec<Measured>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))?;
    for entry in entries {
        let path: PathBuf = entry.with_context(|| format!("listing {}", folder.display()))?.path();
        if path.is_dir() {
            measure(dist, &path, files)?;
            continue;
        }
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let name = path.strip_prefix(dist).unwrap_or(&path);
        files.push(Measured {
            path: name.to_string_lossy().into_owned(),
            plain: bytes.len(),
            compressed: compressed_size(&bytes)?,
        });
    }
    Ok(())
}

/// With the quality that hosts use for files compressed ahead of time.
fn compressed_size(bytes: &[u8]) -> Result<usize> {
    const BUFFER: usize = 4096;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    writer.write_all(bytes).context("compressing")?;
    Ok(writer.into_inner().len())
}

fn is_worker(path: &str) -> bool {
    path.starts_with("sim-")
}

/// The modules that `#[wasm_split]` and `#[later]` made: a view's comes when it is opened, a document's when there is one to
/// read, the engine's second behind the first frame.
fn is_split_off(path: &str) -> bool {
    path.contains("/split_") || path.contains("/chunk_")
}

fn is_code(path: &str) -> bool {
    ["html", "css", "js", "wasm"].iter().any(|extension| path.ends_with(&format!(".{extension}")))
}

fn kibibytes(bytes: usize) -> String {
    format!("{}.{} KiB", bytes / 1024, bytes % 1024 * 10 / 1024)
}
