//! S3: first-byte latency, missing keys, and the rate beyond which a prefix asks to slow down.

use ninepins_report::{Because, Cause, CauseKind, Outcome, PartIndex};

use crate::cause::cause;
use crate::engine::Engine;
use crate::kernel::{SimTime, Span, Stream};

/// A bucket.
#[derive(Clone, Debug)]
pub(crate) struct Bucket {
    pub(crate) part: PartIndex,
    pub(crate) objects: u32,
    pub(crate) first_byte: (Span, Span),
    pub(crate) get_rps: f64,
    pub(crate) list_bucket: bool,
    /// Reads that may still be served now: a bucket that refills at `get_rps`, one second deep.
    pub(crate) tokens: f64,
    pub(crate) refilled: SimTime,
    pub(crate) latency: Stream,
}

impl Bucket {
    /// Takes one read from the rate limit.
    fn admit(&mut self, now: SimTime) -> bool {
        self.tokens = (self.tokens + (now - self.refilled).as_s_f64() * self.get_rps).min(self.get_rps);
        self.refilled = now;
        if self.tokens < 1.0 {
            return false;
        }
        self.tokens -= 1.0;
        true
    }
}

impl Engine {
    /// Why a bucket cannot be reached at all: its Region is gone.
    pub(crate) fn bucket_gone(&self, index: usize) -> Option<Cause> {
        let part = self.buckets[index].part;
        self.network.lost_region_of(part).map(|because| cause(CauseKind::RegionLost, part, because))
    }

    /// A GET at the bucket: how it ends, why, and after how long. `object` beyond the catalogue is a missing key.
    pub(crate) fn get_object(&mut self, index: usize, object: u32) -> (Outcome, Cause, Span) {
        let now = self.now;
        let bucket = &mut self.buckets[index];
        let part = bucket.part;
        self.record.arrived(part);
        self.totals.hops += 1;
        let (low, high) = bucket.first_byte;
        let latency = bucket.latency.uniform_span(low, high.max(low));
        if !bucket.admit(now) {
            let why = cause(CauseKind::SlowDown, part, Because::Demand);
            return (Outcome::ServiceUnavailable, why, Span::from_ms(10));
        }
        if object >= bucket.objects.min(self.catalogue) {
            let outcome = if bucket.list_bucket { Outcome::NotFound } else { Outcome::Forbidden };
            return (outcome, cause(CauseKind::MissingKey, part, Because::Configuration), latency);
        }
        self.record.finished(part, latency);
        (Outcome::Ok, cause(CauseKind::OriginSlow, part, Because::Demand), latency)
    }
}
