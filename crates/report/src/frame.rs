//! A frame: what the worker tells the page.

use serde::{Deserialize, Serialize};

use crate::outcome::listed;
use crate::{Because, CauseKind, LogEntry, PartIndex, PartUsage, Window, WireIndex};

/// What is new since the last frame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Simulated time in nanoseconds.
    pub now_ns: u64,
    /// Whether it runs, catches up, has finished or stopped.
    pub state: RunState,
    /// Totals since the start of the run.
    pub totals: Totals,
    /// Windows closed since the last frame; after a rewind, all from the start.
    pub windows: Vec<Window>,
    /// Log entries since the last frame; after a rewind, all from the start.
    pub log: Vec<LogEntry>,
    /// Whether `windows` and `log` replace what the page has.
    pub rewound: bool,
    /// Present state of parts, wires and members, when the page asked for it.
    pub gauges: Option<Gauges>,
    /// The run's digest up to now.
    pub digest: u64,
}

/// What the run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RunState {
    /// At or before the time the page asked for.
    Running,
    /// Replaying to the time that a seek or an edit asked for.
    CatchingUp,
    /// At the end of the scenario.
    Finished,
    /// Stopped: too many requests in flight.
    Stopped,
}

/// Totals since the start. `generated = ok + failed + in_flight`, always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Client requests that started.
    pub generated: u64,
    /// Of them, ended ok.
    pub ok: u64,
    /// Of them, failed.
    pub failed: u64,
    /// Of them, still in flight.
    pub in_flight: u64,
    /// Attempts sent: first ones and retries.
    pub attempts: u64,
    /// Events processed by the engine.
    pub events: u64,
    /// Hops: arrivals of attempts at members.
    pub hops: u64,
}

/// Present state.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Gauges {
    /// Parts that take part in the run.
    pub parts: Vec<PartView>,
    /// Wires with traffic.
    pub wires: Vec<WireView>,
    /// Members.
    pub members: Vec<MemberView>,
    /// What was used of what is billed, since the start.
    pub usage: Vec<PartUsage>,
}

/// Present state of a part, over the last second.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartView {
    /// The part.
    pub part: PartIndex,
    /// How it does.
    pub health: Health,
    /// Why it is not healthy.
    pub reason: Option<PartReason>,
    /// Requests or queries per second.
    pub rate: f32,
    /// Share that failed because of it, 0 to 1: of these, and of those that never arrived because of it.
    pub failing: f32,
    /// Mean time in milliseconds that they spent here and beyond.
    pub latency_ms: f32,
}

/// Why a part is not healthy.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PartReason {
    /// What is wrong.
    pub kind: CauseKind,
    /// Why.
    pub because: Because,
}

listed! {
    /// How a part does.
    Health {
        /// Nothing has reached it yet.
        Idle,
        /// Well.
        Healthy,
        /// Near a limit, or partly failing.
        Strained,
        /// Failing or not there.
        Failing,
    }
}

/// Traffic of a wire over the last second.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WireView {
    /// The wire.
    pub wire: WireIndex,
    /// Attempts per second that went well.
    pub ok: f32,
    /// Attempts per second that failed.
    pub failed: f32,
}

/// A member.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MemberView {
    /// Its part.
    pub part: PartIndex,
    /// Its number within the part.
    pub number: u32,
    /// The subnet it lives in.
    pub subnet: PartIndex,
    /// What it does.
    pub role: MemberRole,
    /// How it does.
    pub state: MemberState,
    /// Its utilisation, 0 to 1, smoothed over a few seconds.
    pub load: f32,
}

listed! {
    /// What a member is.
    MemberRole {
        /// A load balancer node.
        Node,
        /// An instance.
        Instance,
        /// A database's primary.
        Primary,
        /// A database's standby.
        Standby,
        /// A read replica.
        Replica,
    }
}

listed! {
    /// How a member does.
    MemberState {
        /// It starts: booting, initial, promoting, rebuilding.
        Starting,
        /// Well.
        Healthy,
        /// Near its limit.
        Strained,
        /// It fails its health checks.
        Unhealthy,
        /// It takes no new requests and finishes those it has.
        Draining,
        /// Gone: no power, terminated, failed, cut off.
        Down,
    }
}
