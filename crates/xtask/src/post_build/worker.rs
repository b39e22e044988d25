//! Trunk hashes the names of the page's files but not of a worker's. Under its plain name a worker could
//! come from a browser's cache and be older than its page, so its files go into a folder named by their content.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{folder_by_content, replace_in_page};

/// What index.html holds where the loader's address goes.
const PLACEHOLDER: &str = "__SIM_WORKER__";
const FILES: &[&str] = &["ninepins-worker.js", "ninepins-worker_bg.wasm"];
const LOADER: &str = "ninepins-worker_loader.js";
/// Trunk's own loader hands the address over in a way that wasm-bindgen warns about. And a promise refused in a
/// worker reaches nobody, whereas an error thrown in it reaches the page's `onerror`.
const LOADER_TEXT: &str = "importScripts(\"./ninepins-worker.js\");\
    wasm_bindgen({ module_or_path: \"./ninepins-worker_bg.wasm\" })\
    .catch((error) => setTimeout(() => { throw error; }));\n";

/// Moves the worker into its folder and puts the folder's name into the page.
pub(super) fn place(staging: &Path) -> Result<()> {
    let folder = move_into_folder(staging)?;
    replace_in_page(staging, PLACEHOLDER, &format!("./{folder}/{LOADER}"))
}

fn move_into_folder(staging: &Path) -> Result<String> {
    let loader = staging.join(LOADER);
    fs::write(&loader, LOADER_TEXT).with_context(|| format!("writing {}", loader.display()))?;
    let files: Vec<_> = FILES.iter().chain(&[LOADER]).map(|name| staging.join(name)).collect();
    folder_by_content(staging, "sim", &files)
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::path::PathBuf;

    use super::*;

    fn staging(name: &str, module: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("ninepins-post-build-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(FILES[0]), "script").unwrap();
        fs::write(folder.join(FILES[1]), module).unwrap();
        fs::write(folder.join("index.html"), "<link href=\"__SIM_WORKER__\">").unwrap();
        folder
    }

    #[test]
    fn the_page_names_a_folder_that_holds_the_worker() {
        let staging = staging("page", "module");
        place(&staging).unwrap();
        let page = fs::read_to_string(staging.join("index.html")).unwrap();
        let loader = page.split('"').nth(1).unwrap();
        assert!(staging.join(loader).is_file(), "{loader}");
        assert!(staging.join(loader).with_file_name(FILES[1]).is_file());
        assert!(!staging.join(FILES[1]).exists());
        fs::remove_dir_all(staging).unwrap();
    }

    #[test]
    fn the_folder_changes_with_the_content_alone() {
        let folders = ["one", "two", "one"].map(|module| {
            let staging = staging("content", module);
            let folder = move_into_folder(&staging).unwrap();
            fs::remove_dir_all(staging).unwrap();
            folder
        });
        assert_eq!(folders[0], folders[2]);
        assert_ne!(folders[0], folders[1]);
    }
}
