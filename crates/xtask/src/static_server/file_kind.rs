//! A file's type and how long it may be kept, by its name: the table of docs/hosting.md.

pub(crate) struct FileKind {
    pub content_type: &'static str,
    pub cache_control: &'static str,
}

impl FileKind {
    pub(crate) fn of(name: &str) -> Self {
        Self {
            content_type: content_type(name),
            cache_control: if names_its_content(name) { "public, max-age=31536000, immutable" } else { "no-cache" },
        }
    }
}

/// Trunk's hashes and our own are 16 digits, in the file's name or its folder's; Trunk drops leading zeros.
fn names_its_content(name: &str) -> bool {
    name.split(|letter: char| !letter.is_ascii_hexdigit()).any(|digits| (13..=16).contains(&digits.len()))
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

#[cfg(test)]
mod tests {
    use super::names_its_content;

    #[test]
    fn only_files_that_name_their_content_are_kept() {
        assert!(names_its_content("style-c57520156c5ad1d7.css"));
        assert!(names_its_content("bottom-35b871df587ab4f.css"));
        assert!(names_its_content("ninepins-app-a046d70dcaaaa4d4_bg.wasm"));
        assert!(names_its_content("sim-ab8cc9469062de5d/ninepins-worker.js"));
        assert!(!names_its_content("index.html"));
        assert!(!names_its_content("boot.js"));
    }
}
