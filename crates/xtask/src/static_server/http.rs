//! As much of HTTP/1.1 as a browser needs to load files: one request a connection, which is then closed.
//!
//! A server crate was tried first. It shares a few threads between connections, and the idle ones that a browser
//! keeps open now and then held up a request for ever.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// Of the request's first lines, headers included.
const LIMIT: u64 = 64 * 1024;
/// A browser opens connections it may not use.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Request {
    pub(crate) method: String,
    /// The path alone, without what follows a question mark.
    pub(crate) path: String,
}

pub(crate) struct Response {
    pub(crate) status: &'static str,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

pub(crate) fn read(stream: &TcpStream) -> Result<Request> {
    stream.set_read_timeout(Some(PATIENCE)).context("setting a time limit")?;
    let mut lines = BufReader::new(stream.take(LIMIT));
    let mut first = String::new();
    lines.read_line(&mut first).context("reading a request")?;
    loop {
        let mut header = String::new();
        let length = lines.read_line(&mut header).context("reading a request's headers")?;
        ensure!(length > 0, "the request ended early");
        if header.trim_end().is_empty() {
            break;
        }
    }
    let mut words = first.split_whitespace();
    let method = words.next().context("reading a request's method")?.to_owned();
    let target = words.next().context("reading a request's path")?;
    let path = target.split(['?', '#']).next().unwrap_or("/").to_owned();
    Ok(Request { method, path })
}

/// Answers and closes the connection; a HEAD request gets the headers alone.
pub(crate) fn write(mut stream: &TcpStream, request: &Request, response: &Response) -> Result<()> {
    let mut head = format!("HTTP/1.1 {}\r\n", response.status);
    for (name, value) in &response.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", response.body.len()));
    let mut bytes = head.into_bytes();
    if request.method != "HEAD" {
        bytes.extend_from_slice(&response.body);
    }
    stream.write_all(&bytes).context("answering a request")
}
