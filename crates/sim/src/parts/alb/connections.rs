//! Connections: those that nodes keep open to targets (ALB-34, ALB-35), and those that clients keep open to nodes (ALB-36).

use ninepins_report::{Because, Cause, CauseKind};

use crate::cause::cause;
use crate::engine::Engine;
use crate::kernel::{Ring, SimTime};
use crate::parts::alb::LoadBalancer;
use crate::parts::instance::Instance;
use crate::parts::users::{ClientHost, Front};

/// Idle connections of a node to a target, by when they were last used.
#[derive(Clone, Debug)]
pub(crate) struct IdleConnections {
    since: Ring<SimTime>,
    /// The epoch of the target that they lead to.
    epoch: u32,
    /// Requests since the target last closed one for having carried as many as it allows.
    used: u32,
}

/// The connection that a request goes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// A new one.
    New,
    /// One that is open.
    Open,
    /// One that the target has just closed, which the node does not know yet.
    Closed,
}

/// How a client finds the connection that it kept.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kept {
    /// Open.
    Open,
    /// Closed in good order by the other side: a new one is opened.
    Closed,
    /// Forgotten by the other side, which answers the next packet with a reset.
    Reset(Cause),
    /// Leading to nothing any more.
    Lost(Cause),
}

/// Most idle connections of a node to a target.
const MOST_IDLE: usize = 4096;

impl IdleConnections {
    /// None yet.
    pub(crate) const fn new() -> Self {
        IdleConnections { since: Ring::new(), epoch: 0, used: 0 }
    }

    /// A request was answered: its connection is idle from now on.
    #[inline]
    pub(crate) fn give_back(&mut self, epoch: u32, now: SimTime) {
        if self.epoch != epoch {
            self.clear();
            self.epoch = epoch;
        }
        if self.since.len() >= MOST_IDLE {
            self.since.pop_front();
        }
        self.since.push_back(now);
    }

    /// The connection for a request to a server: the one used last, if both sides still have it open.
    #[inline]
    pub(super) fn take(&mut self, now: SimTime, instance: &Instance, balancer: &LoadBalancer) -> Taken {
        let (keep_alive, idle_timeout) = (instance.server.keep_alive, balancer.idle_timeout);
        self.used += 1;
        if self.epoch != instance.epoch && instance.down.is_none() {
            self.clear();
        }
        let Some(since) = self.since.pop_back() else { return Taken::New };
        let idle = now - since;
        if idle < keep_alive && idle < idle_timeout {
            if self.used > instance.server.keep_alive_requests {
                // It said so with its last answer, so nothing fails (APP-06).
                self.used = 1;
                return Taken::New;
            }
            return Taken::Open;
        }
        // Both sides close what has been idle; the one that is later does so while the other's news is under way.
        if idle >= keep_alive && idle < keep_alive.min(idle_timeout) + balancer.race {
            return Taken::Closed;
        }
        self.clear();
        Taken::New
    }

    /// All are closed.
    pub(crate) fn clear(&mut self) {
        while self.since.pop_back().is_some() {}
    }
}

impl Engine {
    /// How a client finds the connection to a front that it kept.
    #[inline]
    pub(crate) fn kept_connection(&mut self, front: Front, users: usize, host: usize, known: &ClientHost) -> Kept {
        let Front::LoadBalancer(index) = front else { return Kept::Open };
        let (opened, last_used) = (known.ready, known.last_used);
        let balancer = &self.balancers[usize::from(index)];
        if balancer.flows.is_some() {
            return self.kept_flow(index, users, host);
        }
        let is_old = self.now - last_used >= balancer.idle_timeout || self.now - opened >= balancer.client_life;
        if is_old { Kept::Closed } else { Kept::Open }
    }
}

/// What the reset of a forgotten flow is put down to.
pub(crate) fn forgotten(kind: CauseKind, part: u16) -> Kept {
    Kept::Reset(cause(kind, part, Because::Configuration))
}
