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

    /// Keeps one more copy of the engine's state. Returns whether the workload has an engine.
    pub fn copy(&mut self) -> bool {
        self.bench.copy()
    }

    /// The last copy's size by estimate, and the most attempts in flight up to then; empty without a copy.
    pub fn last_copy(&self) -> Vec<u32> {
        self.bench.last_copy().map(|(bytes, in_flight)| vec![bytes as u32, in_flight]).unwrap_or_default()
    }

    /// Drops the copies.
    pub fn drop_copies(&mut self) {
        self.bench.drop_copies();
    }

    /// Makes a frame to encode: of the last second, or of everything since the start.
    pub fn make_frame(&mut self, everything: bool) -> bool {
        self.bench.make_frame(everything)
    }

    /// Encodes the frame. Returns its bytes.
    pub fn encode(&mut self) -> usize {
        self.bench.encode()
    }

    /// Decodes what was encoded.
    pub fn decode(&self) -> bool {
        self.bench.decode()
    }

    /// Goes to a second.
    pub fn seek(&mut self, second: u32) {
        self.bench.seek(second);
    }

    /// Whether seeking is measured.
    pub fn is_sought(&self) -> bool {
        self.bench.workload().is_sought()
    }

    /// The end of the half an hour in which seeking is measured.
    pub fn last_second(&self) -> u32 {
        Workload::LAST_SECOND
    }

    /// Where to seek, in this order.
    pub fn seeks(&self) -> Vec<u32> {
        Workload::seeks().collect()
    }

    /// Mean time of a request in milliseconds.
    pub fn mean_ms(&self) -> f64 {
        self.bench.mean_ms()
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
