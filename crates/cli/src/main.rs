//! `ninepins`: the engine without a browser.

mod arguments;
mod check;
mod duration;
mod expected;
mod facts;
mod failure;
mod fidelity;
mod input;
mod json;
mod json_log;
mod json_parts;
mod run;
mod schema;
mod summary;
mod sweep;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use ninepins_model::presets::Preset;
use ninepins_share::{Notice, to_link_fragment, write_pretty};

use crate::arguments::{Arguments, Command, LinkCommand};
use crate::failure::Failure;

/// What a command has to say, and whether that is good news.
pub(crate) struct Said {
    text: String,
    /// False where the command worked but found what it was to look for: exit code 1.
    well: bool,
}

impl Said {
    pub(crate) fn well(text: String) -> Self {
        Said { text, well: true }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let said = match follow(&arguments) {
        Ok(said) => said,
        Err(failure) => {
            complain(&failure.to_string());
            return ExitCode::from(2);
        }
    };
    match std::io::stdout().lock().write_all(said.text.as_bytes()) {
        // A reader such as `head` that has seen enough is no failure.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&error.to_string());
            ExitCode::from(2)
        }
        _ if said.well => ExitCode::SUCCESS,
        _ => ExitCode::from(1),
    }
}

fn follow(arguments: &Arguments) -> Result<Said, Failure> {
    let language = arguments.language.into();
    match &arguments.command {
        Command::Run(run) => run::run(run, language),
        Command::Sweep(arguments) => sweep::sweep(arguments),
        Command::Merge(arguments) => sweep::merge(arguments),
        Command::Check { source } => Ok(check::check(&open(source)?, language)),
        Command::Schema => Ok(Said::well(ninepins_share::pretty(&schema::schema()))),
        Command::Facts { json: true } => Ok(Said::well(ninepins_share::pretty(&facts::json(language)))),
        Command::Facts { json: false } => Ok(Said::well(facts::table(language))),
        Command::Fidelity => Ok(Said::well(fidelity::page(language))),
        Command::Link { command: LinkCommand::Encode { source } } => {
            Ok(Said::well(format!("#{}\n", to_link_fragment(&open(source)?))))
        }
        Command::Link { command: LinkCommand::Decode { source } } => Ok(Said::well(write_pretty(&open(source)?))),
        Command::Preset { name } => {
            // The arguments admit no other name.
            let preset = Preset::ALL.iter().find(|preset| preset.id() == name);
            Ok(Said::well(preset.map(|preset| write_pretty(&preset.design())).unwrap_or_default()))
        }
    }
}

/// Opens a design and tells on standard error what was repaired.
pub(crate) fn open(source: &str) -> Result<ninepins_model::Design, Failure> {
    let opened = input::open(source)?;
    for notice in &opened.notices {
        complain(&format!("{}{notice}", if matches!(notice, Notice::OtherEngine { .. }) { "" } else { "repaired: " }));
    }
    Ok(opened.design)
}

pub(crate) fn complain(sentence: &str) {
    // There is nobody left to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "ninepins: {sentence}");
}
