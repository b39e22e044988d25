//! The worker's second module, which comes behind the first frame.

/// Waits for the second module, once: what calls into it cannot go on without.
#[cfg(all(target_family = "wasm", feature = "split"))]
#[allow(unsafe_code, reason = "what fetches a module is JavaScript's")]
pub fn arrive() {
    use std::cell::Cell;

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        // Written by the build (`crates/xtask/src/post_build/worker.rs`). It returns with the module, or throws.
        safe fn __wasm_split_load_later();
    }
    thread_local! {
        static ARRIVED: Cell<bool> = const { Cell::new(false) };
    }
    if !ARRIVED.get() {
        __wasm_split_load_later();
        ARRIVED.set(true);
    }
}
