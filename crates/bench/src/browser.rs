//! What the benchmark's worker in a browser calls.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Bench, Workload};

/// A workload in a browser.
#[wasm_bindgen]
#[derive(Debug)]
pub struct BrowserBench {
    bench: Bench,
}

#[wasm_bindgen]
impl BrowserBench {
    /// The workload of this name at its start; the first of all where there is none.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> BrowserBench {
        BrowserBench { bench: Bench::new(Workload::named(name).unwrap_or(Workload::ALL[0])) }
    }

    /// Slices to run before the measured ones.
    pub fn warm_up_slices(&self) -> u32 {
        self.bench.workload().warm_up_slices()
    }

    /// Slices to measure.
    pub fn measured_slices(&self) -> u32 {
        self.bench.workload().measured_slices()
    }

    /// Runs one slice.
    pub fn slice(&mut self) {
        self.bench.slice();
    }

    /// Goes back to the last checkpoint. Returns whether the workload has checkpoints.
    pub fn rewind(&mut self) -> bool {
        self.bench.rewind()
    }

    /// Requests, API requests, failed requests, events, hops and simulated nanoseconds since the start.
    pub fn counts(&self) -> Vec<u64> {
        let counts = self.bench.counts();
        vec![counts.requests, counts.api_requests, counts.failed, counts.events, counts.hops, counts.simulated_ns]
    }

    /// The checksum in hexadecimal digits.
    pub fn checksum(&self) -> String {
        format!("{:016x}", self.bench.checksum())
    }
}
