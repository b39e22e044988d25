//! Measurements: the open window, totals by outcome and cause, latency histograms, counters per part and wire.

use ninepins_report::{
    Cause, CauseKind, Class, FAILURES_END_AFTER_S, FailureCount, Outcome, PartIndex, Window, WireIndex,
};

use crate::attempt::Attempt;
use crate::kernel::{Histogram, SimTime, Span};
use crate::parts::alb::TargetGroup;
use crate::parts::instance::Instance;
use crate::parts::users::Users;

/// Failures of one kind are over when none has happened for this long.
const QUIET: Span = Span::from_s(FAILURES_END_AFTER_S as u64);

/// Values by their keys, in the order of these. There are few, so that a list is smaller and quicker than a tree.
#[derive(Clone, Debug)]
pub(crate) struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Table(Vec::new())
    }
}

impl<K: Ord, V: Default> Table<K, V> {
    /// The value of a key, new if there is none.
    fn entry(&mut self, key: K) -> &mut V {
        let place = match self.0.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, V::default()));
                place
            }
        };
        &mut self.0[place].1
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }
}

/// The measurements of a run.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) started: [u32; 3],
    pub(crate) ok: [u32; 3],
    pub(crate) failed: [u32; 3],
    pub(crate) attempts: u32,
    /// Latency of requests that ended ok in this second.
    pub(crate) latency: Histogram,
    /// The same since the start, by class.
    pub(crate) latencies: [Histogram; 3],
    /// Time until requests failed since the start, by outcome.
    pub(crate) failure_latencies: Table<Outcome, Histogram>,
    pub(crate) failures: Table<(Outcome, Cause), u32>,
    pub(crate) all_failures: Table<(Outcome, Cause), u64>,
    /// Kinds of failure that go on: since when it is quiet, and how many.
    active: Table<(Outcome, Cause), (SimTime, u32)>,
    /// This second's counters and the last second's, by part.
    pub(crate) parts: Vec<PartCounters>,
    pub(crate) last_parts: Vec<PartCounters>,
    /// This second's attempts that went well and that failed, by wire, and the last second's.
    pub(crate) wires: Vec<[u32; 2]>,
    pub(crate) last_wires: Vec<[u32; 2]>,
    /// Windows since they were last collected.
    pub(crate) fresh_windows: Vec<Window>,
}

/// Counters of a part over a second.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PartCounters {
    pub(crate) arrived: u32,
    pub(crate) finished: u32,
    pub(crate) spent_ns: u64,
    /// Attempts that failed because of this part, and the last such cause.
    pub(crate) failed: u32,
    pub(crate) cause: Option<Cause>,
    /// Those of them that never arrived at it.
    pub(crate) unreached: u32,
    /// Bytes of answers that it sent to clients.
    pub(crate) sent: u64,
    /// Bytes that it exchanged with another zone, and with another Region.
    pub(crate) crossed: [u64; 2],
}

/// Whether what fails for this reason never arrived at the part at fault.
const fn is_unreached(kind: CauseKind) -> bool {
    use CauseKind::{CacheDown, DatabaseDown, ExternalServiceDown, InstanceDown, NetworkCut, NodeDown, ReplicaCutOff};
    matches!(
        kind,
        NodeDown | InstanceDown | NetworkCut | DatabaseDown | ReplicaCutOff | CacheDown | ExternalServiceDown
    )
}

impl Record {
    /// Nothing is measured yet.
    pub(crate) fn new(parts: usize, wires: usize) -> Self {
        Record {
            started: [0; 3],
            ok: [0; 3],
            failed: [0; 3],
            attempts: 0,
            latency: Histogram::new(),
            latencies: [Histogram::new(), Histogram::new(), Histogram::new()],
            failure_latencies: Table::default(),
            failures: Table::default(),
            all_failures: Table::default(),
            active: Table::default(),
            parts: vec![PartCounters::default(); parts],
            last_parts: vec![PartCounters::default(); parts],
            wires: vec![[0; 2]; wires],
            last_wires: vec![[0; 2]; wires],
            fresh_windows: Vec::new(),
        }
    }

    #[inline]
    pub(crate) fn started(&mut self, class: Class) {
        self.started[class as usize] += 1;
    }

    #[inline]
    pub(crate) fn ended_ok(&mut self, class: Class, latency: Span) {
        self.ok[class as usize] += 1;
        self.latency.record(latency);
        self.latencies[class as usize].record(latency);
    }

    /// A request failed. Returns whether this kind of failure is new.
    pub(crate) fn failed(&mut self, class: Class, outcome: Outcome, why: Cause, now: SimTime, after: Span) -> bool {
        self.failed[class as usize] += 1;
        self.failure_latencies.entry(outcome).record(after);
        *self.failures.entry((outcome, why)) += 1;
        *self.all_failures.entry((outcome, why)) += 1;
        let entry = self.active.entry((outcome, why));
        entry.0 = now;
        entry.1 += 1;
        entry.1 == 1
    }

    /// Kinds of failure that have been quiet long enough to be over.
    pub(crate) fn ended_failures(&mut self, now: SimTime) -> Vec<(Outcome, Cause, u32)> {
        let mut over = Vec::new();
        self.active.0.retain(|((outcome, why), (last, count))| {
            let goes_on = now - *last < QUIET;
            if !goes_on {
                over.push((*outcome, *why, *count));
            }
            goes_on
        });
        over
    }

    /// Something arrived at a part.
    #[inline]
    pub(crate) fn arrived(&mut self, part: PartIndex) {
        self.parts[usize::from(part)].arrived += 1;
    }

    /// A part is done with something after this long.
    #[inline]
    pub(crate) fn finished(&mut self, part: PartIndex, spent: Span) {
        let counters = &mut self.parts[usize::from(part)];
        counters.finished += 1;
        counters.spent_ns = counters.spent_ns.saturating_add(spent.as_ns());
    }

    /// Something that travelled over a wire ended.
    #[inline]
    pub(crate) fn wire_ended(&mut self, wire: WireIndex, ok: bool) {
        self.wires[usize::from(wire)][usize::from(!ok)] += 1;
    }

    /// An attempt failed because of a part.
    pub(crate) fn blame(&mut self, why: Cause) {
        let counters = &mut self.parts[usize::from(why.part)];
        counters.failed += 1;
        counters.unreached += u32::from(is_unreached(why.kind));
        counters.cause = Some(why);
    }

    /// An attempt of a client ended: its wires and, if it failed, the part at fault.
    pub(crate) fn attempt_ended(
        &mut self,
        attempt: &Attempt,
        users: &Users,
        (groups, instances): (&[TargetGroup], &[Instance]),
        outcome: Outcome,
        why: Cause,
        now: SimTime,
    ) {
        let ok = outcome == Outcome::Ok;
        if let Some(route) = users.routes.get(usize::from(attempt.route)) {
            self.wire_ended(route.wires[0], ok);
            if route.wires[1] != route.wires[0] {
                self.wire_ended(route.wires[1], ok);
            }
        }
        if let Some(wire) = groups.get(usize::from(attempt.group)).and_then(|group| group.wire_to(attempt, instances)) {
            self.wire_ended(wire, ok);
        }
        if !ok {
            self.blame(why);
        } else {
            self.finished(users.part, now - attempt.started);
        }
    }

    /// Closes the second: its window without the parts' metrics.
    pub(crate) fn close(&mut self, start_s: u32, in_flight: u32) -> Window {
        let micros = |span: Span| u32::try_from(span.as_us()).unwrap_or(u32::MAX);
        let window = Window {
            start_s,
            length_s: 1,
            started: std::mem::take(&mut self.started),
            ok: std::mem::take(&mut self.ok),
            failed: std::mem::take(&mut self.failed),
            attempts: std::mem::take(&mut self.attempts),
            in_flight,
            p50_us: micros(self.latency.quantile(0.5)),
            p95_us: micros(self.latency.quantile(0.95)),
            p99_us: micros(self.latency.quantile(0.99)),
            failures: std::mem::take(&mut self.failures)
                .0
                .into_iter()
                .map(|((outcome, cause), count)| FailureCount { outcome, cause, count })
                .collect(),
            parts: Vec::new(),
            extremes: None,
        };
        self.latency.clear();
        self.last_parts.clone_from(&self.parts);
        self.parts.fill(PartCounters::default());
        self.last_wires.clone_from(&self.wires);
        self.wires.fill([0; 2]);
        window
    }
}
