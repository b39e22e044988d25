//! The workloads in a worker of a browser, as the page runs its engine.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::command::run;
use crate::metadata::Metadata;
use crate::progress;
use crate::project::Project;
use crate::setup;
use crate::static_server::{self, Site};

const TARGET: &str = "wasm32-unknown-unknown";
const PAGE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Benchmarks</title></html>\n";

/// A Node process that holds a browser and measures what it is told to.
pub(crate) struct Browser {
    node: Child,
    names: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Browser {
    pub(crate) fn start(project: &Project) -> Result<Self> {
        setup::rust::wasm_target()?;
        setup::cargo_tools::wasm_bindgen(project)?;
        setup::binaryen::wasm_opt(project)?;
        setup::node::packages(project)?;
        let browser = setup::browser::find_or_install(project)?;
        let folder = build(project)?;
        let port = serve(project, &folder)?;
        let mut node = project
            .command("node")?
            .current_dir(project.end_to_end())
            .env("CHROME", &browser.browser)
            .env("NINEPINS_BENCH_ADDRESS", format!("http://localhost:{port}/"))
            .arg("bench.mjs")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting node")?;
        let names = node.stdin.take().context("taking node's standard input")?;
        let answers = BufReader::new(node.stdout.take().context("taking node's standard output")?);
        Ok(Self { node, names, answers })
    }

    pub(crate) fn measure(&mut self, workload: &str) -> Result<String> {
        writeln!(self.names, "{workload}").context("asking the browser")?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).context("reading the browser's answer")?;
        ensure!(!answer.is_empty(), "the browser did not answer: its error is above");
        Ok(answer)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Whatever happens to the browser now, the measurements are done.
        let _ = self.node.kill();
        let _ = self.node.wait();
    }
}

/// Builds the module with the page's worker's profile and puts it where it can be served.
fn build(project: &Project) -> Result<PathBuf> {
    progress::step("Building the workloads for WebAssembly");
    run(project.cargo()?.args([
        "build",
        "--profile",
        "worker",
        "--target",
        TARGET,
        "--package",
        "ninepins-bench",
        "--lib",
    ]))
    .context("building the workloads for WebAssembly")?;
    let target = Metadata::of_target(project, None)?.target_directory;
    let folder = target.join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    run(project
        .command("wasm-bindgen")?
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(&folder)
        .arg(target.join(TARGET).join("worker/ninepins_bench.wasm")))
    .context("making a module for a browser")?;
    // As the page's worker is.
    let module = folder.join("ninepins_bench_bg.wasm");
    run(project.command("wasm-opt")?.arg("-O3").arg("-o").arg(&module).arg(&module))
        .context("optimising the module")?;
    let worker = project.root().join("crates/bench/www/worker.js");
    fs::copy(&worker, folder.join("worker.js")).with_context(|| format!("copying {}", worker.display()))?;
    fs::write(folder.join("index.html"), PAGE).context("writing the page")?;
    Ok(folder)
}

/// Serves the folder until this program ends. Returns the port.
pub(super) fn serve(project: &Project, folder: &Path) -> Result<u16> {
    let site = Site::new(project, folder, "/")?;
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("finding a free port")?;
    let port = socket.local_addr().context("asking for a free port's number")?.port();
    drop(socket);
    thread::spawn(move || {
        if let Err(error) = static_server::serve(site, port) {
            progress::failure(&error);
        }
    });
    Ok(port)
}
