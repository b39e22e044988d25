//! Every dependency must allow distribution under MIT or Apache-2.0.

use anyhow::{Result, bail};

use crate::metadata::Metadata;
use crate::progress;
use crate::project::Project;

/// Permissive licences, as SPDX names them.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

pub(crate) fn check(project: &Project) -> Result<()> {
    let metadata = Metadata::of_target(project, None)?;
    let mut refused = 0;
    for package in &metadata.packages {
        let licence = package.license.as_deref().unwrap_or("none named");
        if !is_allowed(licence) {
            progress::detail(&format!("{} {}: {licence}", package.name, package.version));
            refused += 1;
        }
    }
    if refused > 0 {
        bail!("{refused} packages have a licence that is not on the list in licences.rs");
    }
    progress::detail(&format!("{} packages", metadata.packages.len()));
    Ok(())
}

/// Whether a choice that the SPDX expression offers is wholly on the list. The slash is an old way to write OR.
fn is_allowed(expression: &str) -> bool {
    let text = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = Words { words: text.split_whitespace().collect(), next: 0 };
    words.any() == Some(true) && words.next == words.words.len()
}

struct Words<'a> {
    words: Vec<&'a str>,
    next: usize,
}

impl<'a> Words<'a> {
    fn take(&mut self) -> Option<&'a str> {
        let word = self.words.get(self.next).copied();
        self.next += 1;
        word
    }

    fn take_if(&mut self, expected: &str) -> bool {
        let found = self.words.get(self.next) == Some(&expected);
        self.next += usize::from(found);
        found
    }

    fn any(&mut self) -> Option<bool> {
        let mut allowed = self.all()?;
        while self.take_if("OR") {
            allowed |= self.all()?;
        }
        Some(allowed)
    }

    fn all(&mut self) -> Option<bool> {
        let mut allowed = self.one()?;
        while self.take_if("AND") {
            allowed &= self.one()?;
        }
        Some(allowed)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take_if("(") {
            let allowed = self.any()?;
            return self.take_if(")").then_some(allowed);
        }
        let mut name = self.take()?.to_owned();
        if self.take_if("WITH") {
            name = format!("{name} WITH {}", self.take()?);
        }
        Some(ALLOWED.contains(&name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn one_allowed_choice_is_enough() {
        assert!(is_allowed("MIT"));
        assert!(is_allowed("MIT/Apache-2.0"));
        assert!(is_allowed("LGPL-2.1-or-later OR MIT"));
        assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(is_allowed("Apache-2.0 WITH LLVM-exception OR GPL-2.0"));
    }

    #[test]
    fn all_parts_must_be_allowed() {
        assert!(!is_allowed("GPL-3.0-only"));
        assert!(!is_allowed("MIT AND GPL-3.0-only"));
        assert!(!is_allowed("none named"));
        assert!(!is_allowed("(MIT"));
        assert!(!is_allowed(""));
    }
}
