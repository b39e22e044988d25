//! The command line.

use std::num::NonZeroUsize;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use ninepins_model::presets::Preset;
use ninepins_words::Language;

use crate::duration::seconds;

/// Runs AWS architectures: which requests die, what kills them, how the system heals.
#[derive(Parser)]
#[command(name = "ninepins", version)]
pub(crate) struct Arguments {
    /// Language of sentences
    #[arg(long, global = true, value_enum, default_value = "en")]
    pub language: LanguageName,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Runs a design and says what happened
    Run(RunArguments),
    /// Runs every combination of settings, faults and seeds in a small JSON file, one result line a run
    Sweep(SweepArguments),
    /// Joins the results of a sweep's shards; exit code 1 if runs are missing
    Merge(MergeArguments),
    /// Lists what is wrong with a design; exit code 1 if something must fail
    Check {
        /// A file, a link, or - for standard input
        source: String,
    },
    /// Prints the JSON Schema of documents
    Schema,
    /// Prints the catalogue of facts: every default and range with its rule and source
    Facts {
        /// Prints it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Prints what is modelled, simplified and assumed
    Fidelity,
    /// Turns documents into links and back
    Link {
        #[command(subcommand)]
        command: LinkCommand,
    },
    /// Prints a design to start from: one of the gallery's
    Preset {
        /// Which
        #[arg(value_parser = PossibleValuesParser::new(Preset::ALL.iter().map(|preset| preset.id())))]
        name: String,
    },
}

#[derive(Args)]
pub(crate) struct RunArguments {
    /// A file, a link, or - for standard input
    pub source: String,
    /// Simulated time to run, such as 90s, 30m, 2h or 1d, instead of the scenario's
    #[arg(long = "for", value_name = "DURATION", value_parser = seconds)]
    pub for_s: Option<u32>,
    /// Seed, instead of the scenario's
    #[arg(long)]
    pub seed: Option<u32>,
    /// A scenario's expect.json: prints what it expects of this document beside what comes out; exit code 1 if it does not
    /// hold
    #[arg(long, value_name = "FILE", conflicts_with_all = ["for_s", "json"])]
    pub expect: Option<String>,
    /// Prints the result as JSON
    #[arg(long)]
    pub json: bool,
    /// Adds every window of measurements to the JSON
    #[arg(long, requires = "json")]
    pub windows: bool,
}

#[derive(Args)]
pub(crate) struct SweepArguments {
    /// The file that says what to run (docs/command-line.md)
    pub plan: String,
    /// Where the results go; a sweep that was ended goes on where it stopped
    #[arg(long, value_name = "FILE")]
    pub out: String,
    /// Makes only every n-th run, beginning with run i: i/n, i from 0
    #[arg(long, value_name = "i/n", value_parser = shard)]
    pub shard: Option<Shard>,
    /// Runs made at the same time; as many as the machine has processors if not given
    #[arg(long)]
    pub threads: Option<NonZeroUsize>,
}

#[derive(Args)]
pub(crate) struct MergeArguments {
    /// Files that sweeps have written
    #[arg(required = true)]
    pub results: Vec<String>,
    /// Prints a table for a person: a row for each combination, over its seeds
    #[arg(long)]
    pub table: bool,
}

/// A share of a sweep: the runs whose number leaves this remainder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    index: usize,
    of: usize,
}

impl Shard {
    /// All of them.
    pub(crate) const WHOLE: Shard = Shard { index: 0, of: 1 };

    pub(crate) fn holds(self, run: usize) -> bool {
        run % self.of == self.index
    }
}

fn shard(text: &str) -> Result<Shard, String> {
    let numbers = text.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
    match numbers {
        Some((index, of)) if index < of => Ok(Shard { index, of }),
        _ => Err("write i/n with i from 0 to n - 1, such as 0/4".into()),
    }
}

#[derive(Subcommand)]
pub(crate) enum LinkCommand {
    /// Prints the link of a document, from the # on
    Encode {
        /// A file, a link, or - for standard input
        source: String,
    },
    /// Prints the document in a link
    Decode {
        /// A link, a file that holds one, or - for standard input
        source: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum LanguageName {
    /// English
    En,
    /// Korean
    Ko,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::En => Language::English,
            LanguageName::Ko => Language::Korean,
        }
    }
}
