//! `cargo xtask …`: sets up, builds, serves and tests Ninepins.

mod bench;
mod build;
mod command;
mod layout;
mod metadata;
mod post_build;
mod progress;
mod project;
mod scenarios;
mod setup;
mod sizes;
mod static_server;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use project::Project;
use static_server::Site;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Sets up, builds, serves and tests Ninepins.")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Set up what is missing, build the page, serve it, and reload it on every change
    Serve {
        /// The first port to try
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Set up what is missing and run every test
    Test(test::Options),
    /// Measure the engine, natively and in a browser, and print a table
    Bench(bench::Options),
    /// Run the reference scenarios of tests/scenarios over many seeds and write target/scenarios.md
    Scenarios(scenarios::Options),
    /// Build the page for a host into dist/
    Build,
    /// Serve a built page with the headers a host must send
    Static {
        /// The folder to serve
        #[arg(long, default_value = "dist")]
        dir: PathBuf,
        /// The port; 0 takes any that is free
        #[arg(long, default_value_t = 8000)]
        port: u16,
        /// The path the page is under
        #[arg(long, default_value = "/")]
        under: String,
    },
    /// A step of Trunk's build: gives the worker's files their names
    #[command(hide = true)]
    PostBuild,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            progress::failure(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode> {
    let project = Project::find()?;
    match arguments.task {
        Task::Serve { port } => build::serve(&project, port)?,
        Task::Test(options) => return test::run(&project, &options),
        Task::Bench(options) => bench::run(&project, &options)?,
        Task::Scenarios(options) => scenarios::run(&project, &options)?,
        Task::Build => {
            build::release(&project)?;
            sizes::print(&project)?;
        }
        Task::Static { dir, port, under } => {
            let site = Site::new(&project, &project.root().join(dir), &under)?;
            static_server::serve(site, port)?;
        }
        Task::PostBuild => post_build::run(&project)?,
    }
    Ok(ExitCode::SUCCESS)
}
