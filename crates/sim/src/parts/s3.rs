//! S3: who may read, first-byte latency, missing keys, and the rates beyond which a prefix asks to slow down.

use ninepins_macros::later;
use ninepins_model::PartId;
use ninepins_report::{Because, Cause, CauseKind, Class, LogFact, Outcome, PartIndex};

use crate::attempt::Step;
use crate::cause::cause;
use crate::engine::Engine;
use crate::event::Kind;
use crate::kernel::{SimTime, Slot, Span, Stream};
use crate::layer::{lay, lay_with};

/// A bucket.
#[derive(Clone, Debug)]
pub(crate) struct Bucket {
    pub(crate) part: PartIndex,
    pub(crate) objects: u32,
    pub(crate) is_website: bool,
    pub(crate) public_read: bool,
    pub(crate) list_bucket: bool,
    pub(crate) put_object: bool,
    pub(crate) first_byte: (Span, Span),
    /// Reads and writes per second of a prefix that was never partitioned.
    pub(crate) rates: [f64; 2],
    pub(crate) prefixes: Vec<Prefix>,
    /// Seconds of sustained throttling until a prefix is partitioned.
    pub(crate) repartition_s: u32,
    /// Events that throttle it, with the share that is left.
    pub(crate) throttles: Vec<(u32, f64)>,
    /// Events that deny everybody.
    pub(crate) denials: Vec<u32>,
    /// 4xx and 5xx answers in this second.
    pub(crate) errors: [u32; 2],
    /// Reads and writes answered in this second, whatever the answer.
    pub(crate) answered: [u32; 2],
    pub(crate) latency: Stream,
    pub(crate) writes: Stream,
}

/// A prefix, with one token bucket for reads and one for writes, each a second deep (S3-01, S3-02).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prefix {
    pub(crate) tokens: [f64; 2],
    pub(crate) refilled: [SimTime; 2],
    /// How often its rates it serves.
    pub(crate) partitions: u32,
    /// Whether it was throttled in this second, and for how many seconds before.
    pub(crate) is_throttled: bool,
    pub(crate) throttled_s: u32,
}

/// Most partitions of a prefix.
const PARTITIONS: u32 = 1 << 16;

impl Bucket {
    /// Takes one read (0) or write (1) of a prefix from its rate limit.
    fn admit(&mut self, prefix: usize, which: usize, now: SimTime) -> bool {
        let prefix = &mut self.prefixes[prefix];
        let left = self.throttles.iter().fold(1.0, |left, (_, share)| left * share);
        let rate = self.rates[which] * f64::from(prefix.partitions) * left;
        let refilled = (now - std::mem::replace(&mut prefix.refilled[which], now)).as_s_f64() * rate;
        let tokens = &mut prefix.tokens[which];
        *tokens = (*tokens + refilled).min(if rate > 0.0 { rate.max(1.0) } else { 0.0 });
        if *tokens < 1.0 {
            prefix.is_throttled = true;
            return false;
        }
        *tokens -= 1.0;
        true
    }

    /// How a request ends that is within the rates, and why.
    fn answers(&self, key: u32, is_put: bool, signed: bool, catalogue: u32) -> (Outcome, CauseKind, Because) {
        let signed = signed && !self.is_website;
        let because = self.denials.first().map_or(Because::Configuration, |event| Because::Event(*event));
        let admits = if is_put { signed && self.put_object } else { signed || self.public_read };
        if !admits || !self.denials.is_empty() {
            return (Outcome::Forbidden, CauseKind::AccessDenied, because);
        }
        // A website endpoint finds the index document for `/`; with ListBucket the REST endpoint lists the keys.
        let is_root = key == catalogue * 2 && (self.is_website || self.list_bucket);
        if is_put || is_root || key < self.objects.min(catalogue) {
            return (Outcome::Ok, CauseKind::OriginSlow, Because::Demand);
        }
        let outcome = if self.is_website || self.list_bucket { Outcome::NotFound } else { Outcome::Forbidden };
        (outcome, CauseKind::MissingKey, Because::Configuration)
    }
}

impl Engine {
    /// Why a bucket cannot be reached at all: its Region is gone.
    pub(crate) fn bucket_gone(&self, index: usize) -> Option<Cause> {
        let part = self.buckets[index].part;
        self.network.lost_region_of(part).map(|because| cause(CauseKind::RegionLost, part, because))
    }

    /// A GET or PUT at the bucket: how it ends, why, and after how long. A key beyond its objects is missing.
    pub(crate) fn object_answer(
        &mut self,
        index: usize,
        key: u32,
        is_put: bool,
        signed: bool,
    ) -> (Outcome, Cause, Span) {
        let now = self.now;
        let catalogue = self.catalogue;
        let bucket = &mut self.buckets[index];
        let part = bucket.part;
        self.record.arrived(part);
        self.totals.hops += 1;
        let (low, high) = bucket.first_byte;
        let latency = bucket.latency.uniform_span(low, high.max(low));
        let prefixes = bucket.prefixes.len() as u32;
        let prefix = if is_put { bucket.writes.below(prefixes) } else { key % prefixes };
        if !bucket.admit(prefix as usize, usize::from(is_put), now) {
            bucket.errors[1] += 1;
            let because = bucket.throttles.first().map_or(Because::Demand, |(event, _)| Because::Event(*event));
            let why = cause(CauseKind::SlowDown, part, because);
            return (Outcome::ServiceUnavailable, why, Span::from_ms(10));
        }
        bucket.answered[usize::from(is_put)] += 1;
        let (outcome, kind, because) = bucket.answers(key, is_put, signed, catalogue);
        if outcome == Outcome::Ok {
            self.record.finished(part, latency);
        } else {
            bucket.errors[0] += 1;
        }
        (outcome, cause(kind, part, because), latency)
    }

    /// A second ends: prefixes that were throttled long enough have been partitioned (S3-03).
    pub(crate) fn bucket_second(&mut self) {
        for index in 0..self.buckets.len() {
            for prefix in 0..self.buckets[index].prefixes.len() {
                let bucket = &mut self.buckets[index];
                let (part, needed, is_fault) = (bucket.part, bucket.repartition_s, !bucket.throttles.is_empty());
                let prefix = &mut bucket.prefixes[prefix];
                let was_throttled = std::mem::take(&mut prefix.is_throttled) && !is_fault;
                prefix.throttled_s = if was_throttled { prefix.throttled_s + 1 } else { 0 };
                if prefix.throttled_s < needed || !was_throttled || prefix.partitions >= PARTITIONS {
                    continue;
                }
                prefix.throttled_s = 0;
                prefix.partitions *= 2;
                let partitions = prefix.partitions;
                self.log(Some(part), None, LogFact::PrefixRepartitioned { partitions }, Because::Demand);
            }
        }
    }

    fn bucket_of(&mut self, id: &PartId) -> Option<&mut Bucket> {
        let part = self.part_index(id);
        self.buckets.iter_mut().find(|bucket| Some(bucket.part) == part)
    }

    /// An event leaves a bucket only a share of its rates, or ends. Returns how many buckets it concerns.
    pub(crate) fn throttle_bucket(&mut self, id: &PartId, share: f64, event: u32, on: bool) -> u32 {
        let Some(bucket) = self.bucket_of(id) else { return 0 };
        lay_with(
            &mut bucket.throttles,
            event,
            on.then_some(if share.is_finite() { share.clamp(0.0, 1.0) } else { 1.0 }),
        );
        1
    }

    /// An event denies everybody access to a bucket, or ends. Returns how many buckets it concerns.
    pub(crate) fn deny_bucket(&mut self, id: &PartId, event: u32, on: bool) -> u32 {
        let Some(bucket) = self.bucket_of(id) else { return 0 };
        lay(&mut bucket.denials, event, on);
        1
    }
}

#[later]
impl Engine {
    /// A client's request reaches a bucket without a distribution before it; nobody has signed it (S3-08).
    pub(crate) fn at_bucket(&mut self, slot: Slot) {
        self.totals.hops += 1;
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        let (class, key, bucket) = (attempt.class, attempt.object, usize::from(attempt.location));
        let route = self.users[usize::from(attempt.users)].routes.get(usize::from(attempt.route));
        let half = route.map_or(Span::ZERO, |route| route.round_trip / 2);
        let (outcome, why, latency) = self.object_answer(bucket, key, class == Class::Write, false);
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        attempt.status = outcome;
        attempt.cause = why;
        attempt.step = Step::Answering;
        self.queue.push(self.now + latency + half, Kind::Answered as u8, slot.generation, slot.index);
    }
}
