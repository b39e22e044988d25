//! An EC2 instance: connections, worker threads, vCPUs, and a request's way over them.
//!
//! A request holds a worker thread from start to answer (APP-01), also while it waits for the database or for another
//! service. Its CPU demand is one burst, or two halves around what it waits for.

use std::rc::Rc;

use ninepins_report::{Because, CauseKind, PartIndex};

use crate::kernel::{SimTime, Slot, Span, Station, Stream};
use crate::network::Place;
use crate::parts::call::Call;
use crate::parts::credits::Credits;
use crate::parts::elasticache::CacheClient;
use crate::parts::machine::Machine;
use crate::parts::server::Server;
use crate::parts::sqs::Consumer;

mod admission;
mod answer;
mod failure;
mod faults;
mod handler;
mod launch;
mod power;
mod termination;

pub(crate) use launch::{Blueprint, Hook};

/// Where an instance is in its life (ASG-43).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    /// Launching, or its application starts.
    Pending,
    /// Running its application.
    InService,
    /// Taking no new requests.
    Draining,
    /// Gone.
    Terminated,
}

/// An instance.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub(crate) part: PartIndex,
    /// The Auto Scaling group, or [`NONE`].
    pub(crate) scaling_group: u32,
    /// Hash of its name, for its random streams.
    pub(crate) component: u64,
    /// Number in the order of creation within its part, from 1.
    pub(crate) number: u32,
    pub(crate) place: Place,
    /// Whether what its user data needs is there, so that its application can start.
    pub(crate) is_installed: bool,
    /// Connections that its security groups can track, where that can matter (VPC-33).
    pub(crate) tracked_limit: Option<u32>,
    /// Connections dropped for it in this second.
    pub(crate) untracked: u32,
    /// Whether its application runs.
    pub(crate) is_started: bool,
    pub(crate) life: Life,
    /// Why it goes once its replacement serves, if it does.
    pub(crate) outgoing: Option<Because>,
    pub(crate) is_spot: bool,
    /// The launch template's version that it was made from.
    pub(crate) version: u32,
    /// Until when a lifecycle hook holds it before its end.
    pub(crate) held_until: Option<SimTime>,
    /// Why it is as it is: its launch, its termination.
    pub(crate) because: Because,
    /// Why it does not answer packets at all, if it does not.
    pub(crate) down: Option<Because>,
    pub(crate) down_kind: CauseKind,
    /// Events that make the application hang.
    pub(crate) hangs: Vec<u32>,
    /// Events that keep the application's process away.
    pub(crate) crashes: Vec<u32>,
    /// What the hung application has received and not looked at.
    pub(crate) parked: Vec<Slot>,
    /// Changes whenever everything on it is lost.
    pub(crate) epoch: u32,
    pub(crate) cpu: Station,
    pub(crate) threads: Station,
    /// Connections: requests on it, with or without a thread.
    pub(crate) connections: u32,
    pub(crate) server: Rc<Server>,
    pub(crate) vcpus: u32,
    /// Its CPU credits, if it is burstable.
    pub(crate) credits: Option<Credits>,
    pub(crate) machine: Machine,
    pub(crate) pools: Vec<u32>,
    /// The client of the cache that it asks before the database.
    pub(crate) cache: Option<CacheClient>,
    /// The services it calls.
    pub(crate) calls: Vec<Call>,
    /// The queues whose messages it works on.
    pub(crate) consumers: Rc<[Consumer]>,
    /// Events that make it answer with errors, and for which share of the requests.
    pub(crate) errors: Vec<(u32, f64)>,
    /// Events that make it keep the connection of a share of its queries.
    pub(crate) leaks: Vec<(u32, f64)>,
    /// How far it is with the next read that goes to the writer, from 0 to 1.
    pub(crate) read_turn: f64,
    pub(crate) launched: SimTime,
    /// How long after that its application starts.
    pub(crate) starts_in: Span,
    pub(crate) in_service: SimTime,
    /// Until when it is left out of the group's metrics.
    pub(crate) warm_at: SimTime,
    /// CPU integral at the start of the present minute.
    pub(crate) minute_mark: (SimTime, u128),
    /// Bytes received and sent since then, where somebody follows them.
    pub(crate) carried: [u64; 2],
    /// CPU integral at the start of the present second.
    pub(crate) second_mark: u128,
    /// Utilisation of the last seconds, smoothed.
    pub(crate) load: f32,
    pub(crate) service: Stream,
    pub(crate) waits: Stream,
    /// Which requests call, and how long a call backs off.
    pub(crate) choices: Stream,
    /// Which TLS handshakes resume a session.
    pub(crate) sessions: Stream,
    pub(crate) failures: Stream,
}

impl Instance {
    /// Whether its application accepts connections.
    pub(crate) fn is_listening(&self) -> bool {
        self.is_started
            && matches!(self.life, Life::InService | Life::Draining)
            && self.crashes.is_empty()
            && self.machine.killed.is_none()
    }

    /// What is wrong with an instance that answers packets and does not listen, and why.
    pub(crate) fn refusal(&self) -> (CauseKind, Because) {
        match (self.crashes.first(), self.machine.killed) {
            (Some(event), _) => (CauseKind::ApplicationDown, Because::Event(*event)),
            (None, Some((because, _))) => (CauseKind::OutOfMemory, because),
            (None, None) => (CauseKind::InstanceStarting, self.because),
        }
    }

    /// Why it is not well, as far as is known.
    pub(crate) fn state_because(&self) -> Because {
        match (self.down, self.hangs.first()) {
            (Some(because), _) => because,
            (None, Some(event)) => Because::Event(*event),
            (None, None) if !self.is_listening() => self.refusal().1,
            (None, None) => Because::Demand,
        }
    }
}

/// The event that makes this request fail, if one does: each fails its own share.
pub(crate) fn failing_event(layers: &[(u32, f64)], draws: &mut Stream) -> Option<u32> {
    layers.iter().find(|(_, share)| draws.chance(*share)).map(|(event, _)| *event)
}
