//! An attempt: one try of a client's request, an edge's fetch from its origin, or a health check.
//!
//! A request lives in the slot of its current attempt. When its client gives up while a server still works for it, the
//! server's side stays behind in the old slot as an orphan (abandoned work is still executed) and the request moves on.

use ninepins_report::{Because, Cause, CauseKind, Class};

use crate::kernel::SimTime;

/// No index.
pub(crate) const NONE: u32 = u32::MAX;

/// Who waits for the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A client.
    Client,
    /// An edge location that fetches an object.
    Fetch,
    /// A load balancer node that checks a target.
    Check,
    /// A worker that polls a queue: `origin_index` is the consumer among those of the instance, `object` and `next` are its
    /// message, `number` is how often that had been received.
    Message,
    /// A service that calls another one: `client` and `object` are the slot of the request that calls, `origin_index` is
    /// its place among the calls of the instance, `edge_tries` counts the calls made there before.
    Call,
}

/// Where an attempt is, which says what it holds and waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The name is being resolved.
    Resolving,
    /// Waiting for an answer that will not come: nothing is held, the cause says why.
    Lost,
    /// On its way to the next member.
    Travelling,
    /// Waiting at an edge for a fetch.
    AtEdge,
    /// At the origin, for a fetch.
    Fetching,
    /// Waiting for a worker thread.
    WaitingForThread,
    /// Using or waiting for CPU on an instance; holds a thread.
    OnInstanceCpu,
    /// Kept by the network interface of its instance.
    OnLink,
    /// Its handler takes its time without CPU; holds a thread.
    HandlerWaits,
    /// Its operations on the volume are not done; holds a thread.
    OnDisk,
    /// Waiting for another service's answer to its call, which is the attempt `child`; holds a thread.
    Calling,
    /// At a service outside AWS.
    AtExternalService,
    /// At a queue, to send a message.
    AtQueue,
    /// On its way to a queue, to receive a message.
    Polling,
    /// At a queue, waiting for a message.
    LongPolling,
    /// On its way from a queue with a message.
    Delivering,
    /// On its way to a queue, to delete a message.
    Deleting,
    /// Until the next receive.
    Pausing,
    /// Waiting for the cache's answer to a read; holds a thread.
    AskingCache,
    /// Writing the cache after a miss; holds a thread.
    FillingCache,
    /// Removing an item from the cache after a write; holds a thread.
    Invalidating,
    /// Waiting for a pooled connection; holds a thread.
    WaitingForConnection,
    /// At the database; holds a thread and a connection.
    Querying,
    /// The query's answer will not come; holds a thread and a connection.
    QueryLost,
    /// The answer travels back.
    Answering,
    /// The client receives the answer at its bandwidth.
    Receiving,
    /// Waiting to be retried.
    Backoff,
}

/// One attempt. What belongs to the request comes first, then what belongs to this try.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    /// When the request started.
    pub(crate) started: SimTime,
    /// Number of the request, from 0.
    pub(crate) number: u64,
    /// When the client gives up this attempt.
    pub(crate) client_deadline: SimTime,
    /// When the edge gives up.
    pub(crate) edge_deadline: SimTime,
    /// When the load balancer node gives up.
    pub(crate) balancer_deadline: SimTime,
    /// When the application gives up on a connection or a query.
    pub(crate) database_deadline: SimTime,
    /// When it reached the edge.
    pub(crate) reached_edge: SimTime,
    /// When its query reached the database.
    pub(crate) reached_database: SimTime,
    /// When the load balancer forwarded it.
    pub(crate) forwarded: SimTime,
    /// The client; for a health check, the check.
    pub(crate) client: u32,
    /// The object asked for, or [`NONE`].
    pub(crate) object: u32,
    /// The load balancer node that proxies it, or [`NONE`].
    pub(crate) node: u32,
    /// The epoch of the node when it arrived; while a client connects, the address that it tries.
    pub(crate) node_epoch: u32,
    /// The instance it was sent to, or [`NONE`].
    pub(crate) instance: u32,
    /// The epoch of the instance.
    pub(crate) instance_epoch: u32,
    /// The pool it waits at or holds a connection of, or [`NONE`].
    pub(crate) pool: u32,
    /// The connection it holds, or [`NONE`].
    pub(crate) connection: u32,
    /// The database member it queries, or [`NONE`].
    pub(crate) member: u32,
    /// The epoch of that member.
    pub(crate) member_epoch: u32,
    /// The next attempt that waits for the same fetch, or [`NONE`].
    pub(crate) next: u32,
    /// The slot of the call whose answer it waits for; after its calls, the item that it asks a cache for.
    pub(crate) child: u32,
    /// The status of the origin's answer, for a fetch.
    pub(crate) status: ninepins_report::Outcome,
    /// Why it will fail, if known already.
    pub(crate) cause: Cause,
    /// Its users.
    pub(crate) users: u16,
    /// The route that DNS gave it, or `u16::MAX`.
    pub(crate) route: u16,
    /// The distribution it goes through, for a client or a fetch.
    pub(crate) distribution: u16,
    /// The edge location there.
    pub(crate) location: u16,
    /// The target group it was forwarded by.
    pub(crate) group: u16,
    /// The wire to its origin, for what goes through an edge.
    pub(crate) origin_index: u16,
    /// Who waits for the answer.
    pub(crate) origin: Origin,
    /// What it asks for.
    pub(crate) class: Class,
    /// How many attempts the request has made.
    pub(crate) tries: u8,
    /// How many addresses of its answer the client has tried.
    pub(crate) addresses: u8,
    /// How often its edge has sent it to the origin again.
    pub(crate) edge_tries: u8,
    /// The custom error response that it fetches the page of, from 1; 0 for none.
    pub(crate) error_page: u8,
    /// What its edge leaves of the answer's bytes, in per cent.
    pub(crate) bytes_left: u8,
    /// Whether its edge has no connection to the origin yet.
    pub(crate) is_connecting: bool,
    /// Where it is.
    pub(crate) step: Step,
    /// CPU bursts done on the instance.
    pub(crate) bursts: u8,
    /// How often its query was sent.
    pub(crate) query_tries: u8,
    /// How many queries follow the present one on its connection.
    pub(crate) queries_left: u8,
    /// Whether its connection begins with a TLS handshake on the instance that is still to be paid for.
    pub(crate) handshakes: bool,
    /// Whether it goes through an edge to its origin without being cached.
    pub(crate) via_edge: bool,
    /// Whether nobody waits for the answer any more.
    pub(crate) orphan: bool,
    /// Whether the load balancer counts it as outstanding at the target.
    pub(crate) outstanding: bool,
    /// Whether it holds a worker thread.
    pub(crate) has_thread: bool,
    /// Whether it is counted among the connections of the instance.
    pub(crate) on_instance: bool,
    /// Whether the connection it travels on can be kept alive.
    pub(crate) reached_front: bool,
    /// Whether it has sent a message, so that the database is left to those who work on it.
    pub(crate) sent_message: bool,
    /// Whether a circuit breaker that was open tries with it.
    pub(crate) is_probe: bool,
    /// Whether it holds a database connection of a proxy.
    pub(crate) borrowed: bool,
}

impl Attempt {
    /// A new attempt that has gone nowhere.
    pub(crate) fn new(origin: Origin, class: Class, started: SimTime) -> Self {
        Attempt {
            started,
            number: 0,
            client_deadline: SimTime::NEVER,
            edge_deadline: SimTime::NEVER,
            balancer_deadline: SimTime::NEVER,
            database_deadline: SimTime::NEVER,
            reached_edge: started,
            reached_database: started,
            forwarded: started,
            client: NONE,
            object: NONE,
            node: NONE,
            node_epoch: 0,
            instance: NONE,
            instance_epoch: 0,
            pool: NONE,
            connection: NONE,
            member: NONE,
            member_epoch: 0,
            next: NONE,
            child: NONE,
            status: ninepins_report::Outcome::Ok,
            cause: Cause { kind: CauseKind::NetworkSlow, part: 0, because: Because::Configuration },
            users: u16::MAX,
            route: u16::MAX,
            distribution: u16::MAX,
            location: 0,
            group: u16::MAX,
            origin_index: u16::MAX,
            origin,
            class,
            tries: 0,
            addresses: 1,
            edge_tries: 0,
            error_page: 0,
            bytes_left: 100,
            is_connecting: false,
            step: Step::Travelling,
            bursts: 0,
            query_tries: 0,
            queries_left: 0,
            handshakes: false,
            via_edge: false,
            orphan: false,
            outstanding: false,
            has_thread: false,
            on_instance: false,
            reached_front: false,
            sent_message: false,
            is_probe: false,
            borrowed: false,
        }
    }

    /// The earliest of its deadlines.
    #[inline]
    pub(crate) fn earliest_deadline(&self) -> SimTime {
        self.client_deadline.min(self.edge_deadline).min(self.balancer_deadline).min(self.database_deadline)
    }

    /// Whether a server still holds something for it, so that it must stay behind when its client gives up.
    #[inline]
    pub(crate) fn is_held(&self) -> bool {
        self.on_instance || self.step == Step::AtEdge
    }
}
