//! Serves a built page as docs/hosting.md has it served: the same headers, types and cache times.

mod file_kind;
mod headers;
mod http;

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::progress;
use crate::project::Project;
use file_kind::FileKind;
use http::{Request, Response};

/// What to serve and where.
pub(crate) struct Site {
    folder: PathBuf,
    /// The path the page is under: `/`, or such as `/play/`.
    under: String,
    headers: Vec<(&'static str, String)>,
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

    fn answer(&self, request: &Request) -> Response {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return text("405 Method Not Allowed");
        }
        if format!("{}/", request.path) == self.under {
            let mut moved = text("301 Moved Permanently");
            moved.headers.push(("Location", self.under.clone()));
            return moved;
        }
        let Some(name) = request.path.strip_prefix(&self.under).and_then(file_name) else {
            return text("404 Not Found");
        };
        match fs::read(self.folder.join(&name)) {
            Ok(bytes) => file(&name, bytes),
            Err(_) => text("404 Not Found"),
        }
    }

    fn respond(&self, stream: &TcpStream) -> Result<()> {
        let request = http::read(stream)?;
        let mut response = self.answer(&request);
        response.headers.extend(self.headers.iter().cloned());
        http::write(stream, &request, &response)
    }
}

/// Serves until the process ends.
pub(crate) fn serve(site: Site, port: u16) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener =
        TcpListener::bind(address).with_context(|| format!("listening on {address}; choose another with --port"))?;
    let port = listener.local_addr().context("asking for the port")?.port();
    progress::step(&format!("Serving {} on http://localhost:{port}{}", site.folder.display(), site.under));
    let site = Arc::new(site);
    for stream in listener.incoming() {
        let stream = stream.context("accepting a connection")?;
        let site = Arc::clone(&site);
        thread::spawn(move || {
            // A browser that went away, or never asked, is no fault of the server's.
            let _ = site.respond(&stream);
        });
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

fn file(name: &str, body: Vec<u8>) -> Response {
    let kind = FileKind::of(name);
    Response {
        status: "200 OK",
        headers: vec![("Content-Type", kind.content_type.to_owned()), ("Cache-Control", kind.cache_control.to_owned())],
        body,
    }
}

fn text(status: &'static str) -> Response {
    Response {
        status,
        headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
        body: status.as_bytes().to_vec(),
    }
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
