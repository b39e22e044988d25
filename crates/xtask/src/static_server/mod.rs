//! Serves a built page as docs/hosting.md has it served: the same headers, types and cache times.

mod file_kind;
mod headers;

use std::fs;
use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::progress;
use crate::project::Project;
use file_kind::FileKind;

type Answer = Response<Cursor<Vec<u8>>>;

/// Browsers ask for the page's few files at once.
const THREADS: usize = 4;

/// What to serve and where.
pub(crate) struct Site {
    folder: PathBuf,
    /// The path the page is under: `/`, or such as `/play/`.
    under: String,
    headers: Vec<Header>,
}

impl Site {
    pub(crate) fn new(project: &Project, folder: &Path, under: &str) -> Result<Self> {
        ensure!(under.starts_with('/') && under.ends_with('/'), "the path {under:?} must begin and end with a slash");
        ensure!(
            folder.join("index.html").is_file(),
            "{} holds no index.html: run `cargo xtask build` first",
            folder.display()
        );
        Ok(Self {
            folder: folder.to_path_buf(),
            under: under.to_owned(),
            headers: headers::read(&project.root().join("docs/response-headers-policy.json"))?,
        })
    }

    fn answer(&self, request: &Request) -> Answer {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return text(405, "only GET and HEAD are served");
        }
        let path = request.url().split(['?', '#']).next().unwrap_or("/");
        if format!("{path}/") == self.under {
            return redirect(&self.under);
        }
        let Some(name) = path.strip_prefix(&self.under).and_then(file_name) else {
            return text(404, "not found");
        };
        match fs::read(self.folder.join(&name)) {
            Ok(bytes) => file(&name, bytes),
            Err(_) => text(404, "not found"),
        }
    }

    fn respond(&self, request: Request) {
        let mut answer = self.answer(&request);
        for header in &self.headers {
            answer.add_header(header.clone());
        }
        // A browser that went away is no fault of the server's.
        let _ = request.respond(answer);
    }
}

/// Serves until the process ends.
pub(crate) fn serve(site: Site, port: u16) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let server = Server::http(address)
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| format!("listening on {address}; choose another with --port"))?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    progress::step(&format!("Serving {} on http://localhost:{port}{}", site.folder.display(), site.under));
    let (server, site) = (Arc::new(server), Arc::new(site));
    let workers: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    site.respond(request);
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow!("a thread of the server panicked"))?;
    }
    Ok(())
}

/// The file a path names, if it can be one of ours: no way out of the folder, nothing encoded.
fn file_name(path: &str) -> Option<String> {
    let plain = path.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_./".contains(letter));
    if !plain || path.split('/').any(|part| part == "..") || path.starts_with('/') {
        return None;
    }
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() })
}

fn file(name: &str, bytes: Vec<u8>) -> Answer {
    let kind = FileKind::of(name);
    Response::from_data(bytes)
        .with_header(header("Content-Type", kind.content_type))
        .with_header(header("Cache-Control", kind.cache_control))
}

fn text(status: u16, message: &str) -> Answer {
    Response::from_string(message).with_status_code(StatusCode(status))
}

fn redirect(to: &str) -> Answer {
    text(301, "moved").with_header(header("Location", to))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are plain ASCII")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_folder_is_its_index() {
        assert_eq!(file_name("").as_deref(), Some("index.html"));
        assert_eq!(file_name("sim-1/a.js").as_deref(), Some("sim-1/a.js"));
    }

    #[test]
    fn no_path_leaves_the_folder() {
        for path in ["../secret", "a/../../secret", "/etc/passwd", "%2e%2e/secret"] {
            assert_eq!(file_name(path), None, "{path}");
        }
    }
}
