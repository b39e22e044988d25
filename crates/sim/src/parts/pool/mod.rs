//! A connection pool: HikariCP and its driver on one instance for one database (APP-07 to APP-10).
//!
//! One connection is opened at a time. A connection whose peer has vanished is noticed only when a query on it is not
//! answered within the socket timeout; one whose peer has restarted is noticed when it is handed out.

use std::rc::Rc;

use ninepins_report::{Cause, WireIndex};

use crate::engine::Engine;
use crate::kernel::{Ring, SimTime, Slot, Span};
use crate::parts::rds_proxy::Pin;

mod choice;
mod closing;
mod failure;
mod lending;
mod opening;
mod query;

/// Round trips to open a connection: TCP, the server's greeting, authentication.
pub(crate) const OPENING_ROUND_TRIPS: u64 = 3;

/// What a pool is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PoolSettings {
    pub(crate) wire: WireIndex,
    pub(crate) database: u32,
    pub(crate) is_replica: bool,
    /// Whether it connects to the reader endpoint of a cluster (AUR-06).
    pub(crate) to_readers: bool,
    /// Share of the reads that go to the writer although there is a pool for them.
    pub(crate) reads_at_writer: f64,
    pub(crate) max: u32,
    pub(crate) wait_timeout: Span,
    pub(crate) connect_timeout: Span,
    pub(crate) socket_timeout: Span,
    pub(crate) max_lifetime: Span,
    pub(crate) dns_cache: Span,
    /// How often a query is sent.
    pub(crate) tries: u8,
    /// Queries of a request, one after the other.
    pub(crate) queries: u8,
}

/// A pool.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    pub(crate) instance: u32,
    pub(crate) settings: Rc<PoolSettings>,
    pub(crate) is_replica: bool,
    /// Whether applications have turned to a promoted replica instead.
    pub(crate) is_left: bool,
    pub(crate) connections: Vec<Connection>,
    /// Idle connections, the one used last on top.
    pub(crate) idle: Vec<u32>,
    /// Connections that the application never gives back, each with the event whose bug that is.
    pub(crate) leaked: Vec<(u32, u32)>,
    /// Connections in use.
    pub(crate) lent: u32,
    /// Requests that wait; entries of those that gave up are passed over.
    pub(crate) waiting: Ring<Slot>,
    /// How many of them still wait.
    pub(crate) pending: u32,
    /// Whether a connection is being opened, and to which member and epoch.
    pub(crate) opening: Option<(u32, u32)>,
    /// Whether the opening under way succeeds, and why not.
    pub(crate) opening_failure: Option<Cause>,
    /// Counts attempts to open, so that one of a closed pool is dropped.
    pub(crate) attempt: u32,
    /// The member that the application believes the endpoint to be.
    pub(crate) resolved: u32,
    pub(crate) resolved_until: SimTime,
    /// Why the last attempt to open failed.
    pub(crate) last_failure: Option<Cause>,
    pub(crate) failing_since: SimTime,
    pub(crate) closed: bool,
}

/// A connection of a pool.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Connection {
    pub(crate) member: u32,
    pub(crate) member_epoch: u32,
    /// When it is replaced (APP-09).
    pub(crate) expires: SimTime,
    pub(crate) is_open: bool,
    /// When it last came back from a query.
    last_used: SimTime,
    /// What a proxy knows of it.
    pub(crate) pin: Pin,
}

impl Engine {
    /// Creates the pool of an instance. At the start of a run, and when the application starts, it is filled.
    pub(crate) fn create_pool(&mut self, instance: u32, settings: &Rc<PoolSettings>) -> u32 {
        let index = self.pools.len() as u32;
        let database = &self.databases[settings.database as usize];
        let (endpoint, is_left) = (database.endpoint, database.is_left);
        let is_replica = settings.to_readers || (settings.is_replica && database.is_replica);
        self.pools.push(Pool {
            instance,
            settings: Rc::clone(settings),
            is_replica,
            is_left,
            connections: Vec::new(),
            idle: Vec::new(),
            leaked: Vec::new(),
            lent: 0,
            waiting: Ring::new(),
            pending: 0,
            opening: None,
            opening_failure: None,
            attempt: 0,
            resolved: endpoint,
            resolved_until: SimTime::ZERO,
            last_failure: None,
            failing_since: SimTime::NEVER,
            closed: true,
        });
        index
    }

    /// A replica was promoted: its pools are for writes as well, those of its source are left.
    pub(crate) fn point_pools(&mut self) {
        for pool in &mut self.pools {
            let database = &self.databases[pool.settings.database as usize];
            pool.is_replica = pool.settings.to_readers || (pool.settings.is_replica && database.is_replica);
            pool.is_left = database.is_left;
        }
    }

    /// Open connections of a part's pools to a database, for checking.
    pub(crate) fn open_connections(&self, member: u32) -> u32 {
        let epoch = self.members[member as usize].epoch;
        self.pools
            .iter()
            .flat_map(|pool| &pool.connections)
            .filter(|connection| connection.is_open && connection.member == member && connection.member_epoch == epoch)
            .count() as u32
    }

    /// Requests of a part that wait for a connection.
    pub(crate) fn pending_threads(&self, members: &[u32]) -> u32 {
        let pools = members.iter().flat_map(|member| &self.instances[*member as usize].pools);
        pools.map(|pool| self.pools[*pool as usize].pending).sum()
    }
}
