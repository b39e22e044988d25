//! A file's type and how long it may be kept, by its name: the table of docs/hosting.md.

pub(crate) struct FileKind {
    pub content_type: &'static str,
    pub cache_control: &'static str,
}

/// The files whose names stay the same from release to release.
const UNHASHED: &[&str] = &["index.html", "boot.js"];

impl FileKind {
    pub(crate) fn of(name: &str) -> Self {
        Self {
            content_type: content_type(name),
            cache_control: if UNHASHED.contains(&name) { "no-cache" } else { "public, max-age=31536000, immutable" },
        }
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
