//! What each crate adds to the modules, from the names in what Cargo made of them: before they are divided, shrunk and
//! compressed, after which nothing tells any more whose code it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::table::print_table;
use crate::metadata::Metadata;
use crate::progress;
use crate::project::Project;

/// The modules by what they are, their profile and their file.
const MODULES: [(&str, &str, &str); 2] =
    [("page", "release", "ninepins-app.wasm"), ("worker", "worker", "ninepins-worker.wasm")];
const HEAD: [&str; 4] = ["crate", "functions", "bytes of code", "share"];
const CODE: u8 = 10;
const DATA: u8 = 11;
const IMPORT: u8 = 2;
const CUSTOM: u8 = 0;
/// The part of the names that is about functions.
const FUNCTION_NAMES: u8 = 1;
/// Shares below this are added up.
const SMALL: usize = 2048;

pub(super) fn print(project: &Project) -> Result<()> {
    let target = Metadata::of_target(project, None)?.target_directory.join("wasm32-unknown-unknown");
    for (what, profile, file) in MODULES {
        let sizes = Module::read(&target.join(profile).join(file))?;
        let all: usize = sizes.crates.values().map(|(bytes, _)| bytes).sum();
        progress::step(&format!("The {what}'s module: {all} bytes of code, {} of data", sizes.data));
        let mut rows: Vec<(String, (usize, usize))> = Vec::new();
        let mut rest = (0, 0);
        for (name, (bytes, functions)) in sizes.crates {
            if bytes < SMALL {
                rest = (rest.0 + bytes, rest.1 + functions);
            } else {
                rows.push((name, (bytes, functions)));
            }
        }
        rows.sort_by_key(|(_, (bytes, _))| std::cmp::Reverse(*bytes));
        rows.push(("all others".into(), rest));
        print_table(
            &HEAD,
            rows.into_iter().map(|(name, (bytes, functions))| {
                let share = format!("{:.1} %", bytes as f64 / all as f64 * 100.0);
                [name, functions.to_string(), bytes.to_string(), share]
            }),
        );
    }
    Ok(())
}

/// What a module consists of.
struct Module {
    /// Bytes and functions by crate.
    crates: BTreeMap<String, (usize, usize)>,
    data: usize,
}

impl Module {
    fn read(path: &Path) -> Result<Self> {
        let bytes =
            fs::read(path).with_context(|| format!("reading {}; run `cargo xtask build` first", path.display()))?;
        Self::of(&bytes).with_context(|| format!("understanding {}", path.display()))
    }

    fn of(bytes: &[u8]) -> Result<Self> {
        ensure!(bytes.starts_with(b"\0asm"), "it is no module");
        let mut reader = Reader { bytes, at: 8 };
        let (mut bodies, mut names, mut imported, mut data) = (Vec::new(), BTreeMap::new(), 0, 0);
        while reader.at < bytes.len() {
            let kind = reader.byte()?;
            let length = reader.number()?;
            let mut section = reader.part(length)?;
            match kind {
                IMPORT => imported = section.imported_functions()?,
                CODE => bodies = section.bodies()?,
                DATA => data = length,
                CUSTOM if section.text()? == "name" => names = section.function_names()?,
                _ => {}
            }
        }
        ensure!(!names.is_empty(), "it has no names");
        let mut crates = BTreeMap::new();
        for (place, size) in bodies.into_iter().enumerate() {
            let name = names.get(&(imported + place)).map_or("?", String::as_str);
            let sum: &mut (usize, usize) = crates.entry(crate_of(name)).or_default();
            *sum = (sum.0 + size, sum.1 + 1);
        }
        Ok(Self { crates, data })
    }
}

/// Reads a part of a module.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let byte = self.bytes.get(self.at).copied().context("it ends too early")?;
        self.at += 1;
        Ok(byte)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            ensure!(shift < 35, "a number is too long");
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    fn part(&mut self, length: usize) -> Result<Reader<'a>> {
        let bytes = self.bytes.get(self.at..self.at + length).context("it ends too early")?;
        self.at += length;
        Ok(Reader { bytes, at: 0 })
    }

    fn text(&mut self) -> Result<String> {
        let length = self.number()?;
        Ok(String::from_utf8_lossy(self.part(length)?.bytes).into_owned())
    }

    fn imported_functions(&mut self) -> Result<usize> {
        let mut functions = 0;
        for _ in 0..self.number()? {
            self.text()?;
            self.text()?;
            match self.byte()? {
                0 => {
                    self.number()?;
                    functions += 1;
                }
                // A table has a type and limits, a memory limits, a global a type and whether it changes.
                kind @ (1 | 2) => {
                    if kind == 1 {
                        self.byte()?;
                    }
                    let has_maximum = self.number()? & 1 == 1;
                    self.number()?;
                    if has_maximum {
                        self.number()?;
                    }
                }
                _ => {
                    self.byte()?;
                    self.byte()?;
                }
            }
        }
        Ok(functions)
    }

    /// The sizes of the functions.
    fn bodies(&mut self) -> Result<Vec<usize>> {
        let count = self.number()?;
        (0..count)
            .map(|_| {
                let size = self.number()?;
                self.part(size)?;
                Ok(size)
            })
            .collect()
    }

    fn function_names(&mut self) -> Result<BTreeMap<usize, String>> {
        let mut names = BTreeMap::new();
        while self.at < self.bytes.len() {
            let kind = self.byte()?;
            let length = self.number()?;
            let mut part = self.part(length)?;
            if kind != FUNCTION_NAMES {
                continue;
            }
            for _ in 0..part.number()? {
                let place = part.number()?;
                names.insert(place, part.text()?);
            }
        }
        Ok(names)
    }
}

/// The crate that a function is there for: the first of ours in its mangled name, else the one that it begins with.
fn crate_of(name: &str) -> String {
    let own = |at: usize| -> &str {
        let rest = &name[at + "ninepins_".len()..];
        &rest[..rest.find(|letter: char| !letter.is_ascii_lowercase()).unwrap_or(rest.len())]
    };
    let ours: Vec<&str> = name.match_indices("ninepins_").map(|(at, _)| own(at)).collect();
    // Components are generic over what is in them.
    if let Some(first) = ours.iter().find(|one| **one != "components").or(ours.first()) {
        return (*first).to_owned();
    }
    // `_ZN` and a length, or `Cs`, a hash and a length, stand before the first name.
    let start = name.strip_prefix("_ZN").or_else(|| {
        let (_, rest) = name.split_once("Cs")?;
        rest.split_once('_').map(|(_, rest)| rest)
    });
    let Some(start) = start else { return "no crate".into() };
    let start = start.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '_');
    let start = ["$LT$", "$RF$", "mut$u20$", "dyn$u20$", "impl$u20$"]
        .iter()
        .fold(start, |start, prefix| start.strip_prefix(prefix).unwrap_or(start));
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let end = start.find(|letter: char| !is_part(letter)).unwrap_or(start.len());
    if end == 0 { "no crate".into() } else { start[..end].to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_there_for_the_first_crate_of_ours_that_it_names() {
        let names = [
            "_ZN12ninepins_sim6engine6Engine7advance17h0123456789abcdefE",
            "_ZN75_$LT$alloc..vec..Vec$LT$T$GT$$u20$as$u20$core..clone..Clone$GT$5clone17h0123456789abcdefE",
            "_ZN4core3fmt5write17h0123456789abcdefE",
            "_RNvMs_NtCsbV8qPBRjVbN_12ninepins_sim6engineNtB4_6Engine7advance",
            "_RNvNtCs4fqI2P2rA04_4core3fmt5write",
            "_ZN19ninepins_components3run17h3ninepins_app4viewE",
            "memcpy",
        ];
        assert_eq!(names.map(crate_of), ["sim", "alloc", "core", "sim", "core", "app", "no crate"]);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Module::of(b"text").is_err());
    }
}
