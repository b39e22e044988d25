//! The command line.

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
