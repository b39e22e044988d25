//! How much work was done.

use std::ops::Sub;

/// Work done since the start of a workload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests that started.
    pub requests: u64,
    /// Requests to the API that were answered, for an architecture.
    pub api_requests: u64,
    /// Requests that failed.
    pub failed: u64,
    /// Events processed.
    pub events: u64,
    /// Arrivals of requests at members, for an architecture.
    pub hops: u64,
    /// Simulated nanoseconds.
    pub simulated_ns: u64,
}

impl Sub for Counts {
    type Output = Counts;

    fn sub(self, earlier: Counts) -> Counts {
        Counts {
            requests: self.requests - earlier.requests,
            api_requests: self.api_requests - earlier.api_requests,
            failed: self.failed - earlier.failed,
            events: self.events - earlier.events,
            hops: self.hops - earlier.hops,
            simulated_ns: self.simulated_ns - earlier.simulated_ns,
        }
    }
}
