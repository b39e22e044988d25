//! The application server on an instance: how long its handlers take, whom it serves next, whom it turns away, what TLS
//! costs it.

use ninepins_report::{Because, CauseKind, Class, Outcome};

use crate::attempt::Attempt;
use crate::cause::cause;
use crate::engine::Engine;
use crate::kernel::{SimTime, Slot, Span, stable_hash};
use crate::parts::instance::Instance;
use crate::parts::users::Front;
use crate::shape::Shape;

/// Requests after which an Application Load Balancer closes a client's connection (ALB-44).
const CONNECTION_REQUESTS: u32 = ninepins_model::fact::CONNECTION_REQUESTS.whole();

/// What a server is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Server {
    pub(crate) threads: u32,
    /// Connections that it accepts and that wait to be accepted.
    pub(crate) connection_limit: u32,
    /// Mean CPU time by class.
    pub(crate) cpu: [Span; 3],
    /// Mean time without CPU by class.
    pub(crate) wait: [Span; 3],
    pub(crate) shape: Shape,
    pub(crate) newest_first: bool,
    /// Requests that may wait for a thread.
    pub(crate) queue_limit: u32,
    /// Older requests are turned away when their turn comes; zero serves all.
    pub(crate) drop_older: Span,
    pub(crate) drop_counts_service: bool,
    /// What a request that is turned away ends with.
    pub(crate) rejection: Outcome,
    /// When it closes an idle connection.
    pub(crate) keep_alive: Span,
    /// After how many requests it closes a connection.
    pub(crate) keep_alive_requests: u32,
    /// The path and the port of its health endpoint (ALB-07).
    pub(crate) health_path: u64,
    pub(crate) health_port: u16,
    pub(crate) speaks_tls: bool,
    pub(crate) handshake: Span,
    pub(crate) resumed_handshake: Span,
    /// Share of handshakes that resume a session.
    pub(crate) resumption: f64,
}

/// The port that applications serve requests on.
const TRAFFIC_PORT: u16 = ninepins_model::security::listening_port(ninepins_model::Kind::Ec2, true);

/// A port as an application sees it; 0 stands for the one that it serves requests on.
pub(crate) fn own_port(port: u32) -> u16 {
    if port == 0 { TRAFFIC_PORT } else { port as u16 }
}

/// A checked path, to be compared with others: what stands after a `?` is not part of it.
pub(crate) fn path_of(text: &str) -> u64 {
    stable_hash(text.split('?').next().unwrap_or_default())
}

impl Server {
    /// Whether connections to this port are accepted.
    pub(crate) fn listens(&self, port: u16) -> bool {
        port == TRAFFIC_PORT || port == self.health_port
    }

    /// Whether a health check of this port comes to a management server beside the one that serves requests, so that it
    /// neither waits for its threads nor is turned away with its connections.
    #[inline]
    pub(crate) fn answers_apart(&self, port: u16) -> bool {
        port != TRAFFIC_PORT && port == self.health_port
    }

    /// Whether a health check of this path and port is answered with anything but 404.
    pub(crate) fn serves(&self, path: u64, port: u16) -> bool {
        path == self.health_path && port == self.health_port
    }
}

impl Instance {
    /// CPU time of the TLS handshake that a connection began with (TLS-07, TLS-09).
    #[cold]
    fn handshake_time(&mut self) -> Span {
        let is_resumed = self.server.resumption > 0.0 && self.sessions.chance(self.server.resumption);
        if is_resumed { self.server.resumed_handshake } else { self.server.handshake }
    }

    /// How long a CPU burst takes. A request with something to wait for has two, half its demand each.
    #[inline]
    pub(crate) fn burst_time(&mut self, class: Class, in_halves: bool, handshakes: bool) -> Span {
        let whole = self.server.cpu[class as usize];
        let mean = if in_halves { whole / 2 } else { whole };
        let burst = self.server.shape.draw(mean, &mut self.service);
        if handshakes { burst + self.handshake_time() } else { burst }
    }

    /// Whether a request that has waited for its thread is too old to be begun (TRF-23).
    fn is_stale(&self, attempt: &Attempt, now: SimTime) -> bool {
        let server = &self.server;
        let class = attempt.class as usize;
        let takes = if server.drop_counts_service { server.cpu[class] + server.wait[class] } else { Span::ZERO };
        !server.drop_older.is_zero() && now - attempt.forwarded + takes > server.drop_older
    }
}

impl Engine {
    /// The thread of a request that has left takes the next one that is worth it; the others are turned away.
    pub(crate) fn pass_thread_on(&mut self, index: usize) {
        let now = self.now;
        while let Some(next) = self.instances[index].threads.depart(now) {
            let instance = &self.instances[index];
            let Some(attempt) = self.attempts.get(next.index, next.generation) else { continue };
            if !instance.is_stale(attempt, now) {
                return self.thread_started(next);
            }
            self.turn_away(next);
        }
    }

    /// The server turns a request away that it has not begun.
    pub(crate) fn turn_away(&mut self, slot: Slot) {
        let Some(attempt) = self.attempts.get_mut(slot.index, slot.generation) else { return };
        let instance = &mut self.instances[attempt.instance as usize];
        if std::mem::take(&mut attempt.on_instance) {
            instance.connections -= 1;
        }
        let why = cause(CauseKind::TurnedAway, instance.part, Because::Demand);
        match instance.server.rejection {
            Outcome::Refused => self.refuse(slot, why),
            outcome => self.answer_from_instance(slot, outcome, why),
        }
    }

    /// The instance closes the connection without an answer: a load balancer makes a 502 of it.
    pub(crate) fn refuse(&mut self, slot: Slot, why: ninepins_report::Cause) {
        let Some(attempt) = self.attempts.get(slot.index, slot.generation) else { return };
        if attempt.orphan {
            return self.free(slot);
        }
        if attempt.origin == crate::attempt::Origin::Message {
            return self.message_worked_on(slot, Outcome::Refused, why);
        }
        let is_direct = attempt.node == crate::attempt::NONE && attempt.origin != crate::attempt::Origin::Check;
        let outcome = if is_direct { Outcome::Refused } else { Outcome::BadGateway };
        self.answer_from_node(slot, outcome, why);
    }

    /// When the server behind a front closes an idle connection, and after how many requests any (APP-05, APP-06). What is idle
    /// behind a Network Load Balancer is left to its own timeout.
    #[inline]
    pub(crate) fn front_keep_alive(&self, front: Front, users: usize, host: usize) -> (Span, u32) {
        match front {
            Front::Instance(index) => {
                let server = &self.instances[index as usize].server;
                (server.keep_alive, server.keep_alive_requests)
            }
            Front::LoadBalancer(_) => {
                let server = self.flow_server(front, users, host);
                (Span::MAX, server.map_or(CONNECTION_REQUESTS, |server| server.keep_alive_requests))
            }
            _ => (Span::MAX, u32::MAX),
        }
    }

    /// The server at the end of a client's flow, if the front is a Network Load Balancer.
    #[inline]
    pub(crate) fn flow_server(&self, front: Front, users: usize, host: usize) -> Option<&Server> {
        let Front::LoadBalancer(index) = front else { return None };
        self.balancers[usize::from(index)].flows.as_ref()?;
        let target = self.flow_target(usize::from(index), users, host)?;
        self.instances.get(target as usize).map(|instance| &*instance.server)
    }
}
